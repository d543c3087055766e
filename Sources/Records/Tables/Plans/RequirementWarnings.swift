import Support
import TrainingStats

/// What is doubtful in requirements, as of a reporting day: institutions that no record has, and persons who belong elsewhere.
struct RequirementWarnings {
    /// What is told of a requirement: the column, its value, and what is wrong with it.
    typealias Warning = (line: Int, column: RequirementColumn, value: String, text: FindingText)

    private let dataset: Dataset
    private let today: CivilDate

    /// The warnings of a dataset whose tables have all been read.
    init(of dataset: Dataset, today: CivilDate) {
        self.dataset = dataset
        self.today = today
    }

    /// All of them, in file order.
    var all: [Warning] {
        let institutions = dataset.institutions
        return dataset.requirements.flatMap { requirement -> [Warning] in
            var warnings: [Warning] = []
            if let name = requirement.institution, institutions.code(of: name) == nil {
                let nearest = institutions.count <= 5_000 ? Spelling.nearest(to: name, among: institutions.keys) : nil
                let wording = nearest == nil ? ReferenceWording.unknownMember : .misspeltMember
                warnings.append(
                    (
                        requirement.line, .institution, name.shortened(),
                        FindingText(wording, name.shortened()).suggesting(nearest)
                    ))
            }
            if case .person(let person) = requirement.amount { warnings += self.warnings(of: requirement, for: person) }
            return warnings
        }
    }

    private func warnings(of requirement: Requirement, for person: Int) -> [Warning] {
        let (id, profile) = (dataset.trainees.ids[person], dataset.profile(of: person, on: today))
        func warning(_ wording: PlanWording, _ known: String, _ stated: String) -> Warning {
            (
                requirement.line, .traineeID, id.shortened(),
                FindingText(wording, id.shortened(), known.shortened(), stated.shortened())
            )
        }
        var warnings: [Warning] = []
        if let state = requirement.state, profile.state >= 0, Int(profile.state) != state {
            warnings.append(
                warning(.personOfOtherState, dataset.states[Int(profile.state)].code, dataset.states[state].code))
        }
        if let stated = requirement.institution, profile.institution >= 0 {
            let known = dataset.institutions[Int(profile.institution)]
            if ByteKey(known) != ByteKey(stated) { warnings.append(warning(.personOfOtherInstitution, known, stated)) }
        }
        return warnings
    }
}
