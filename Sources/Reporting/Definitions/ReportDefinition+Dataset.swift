import Aggregation
import Support
import TrainingStats

extension ReportDefinition {
    /// Checks that a dataset can have the members that the filters name.
    ///
    /// - Throws: ``DefinitionErrors`` for members of closed dimensions that it cannot have.
    package func check(on dataset: DatasetDescription) throws(DefinitionErrors) {
        var problems = filters.flatMap { $0.problems($0.path(in: "filters"), dataset) }
        for (index, part) in parts.enumerated() {
            guard case .table(let table) = part else { continue }
            problems += table.filters.flatMap { $0.problems($0.path(in: "tables[\(index)].filters"), dataset) }
        }
        if !problems.isEmpty { throw DefinitionErrors(problems: problems) }
    }
}

extension Filter {
    /// The path of its members, in the filters at a path.
    fileprivate func path(in filters: String) -> String {
        let place = filters + "." + dimension
        return switch choice {
        case .named: place
        case .allBut: place + ".not"
        case .containing: place + ".contains"
        }
    }

    /// A problem for each member that a dataset cannot have; `path` is the place of its members.
    func problems(_ path: String, _ dataset: DatasetDescription) -> [JSONProblem] {
        members.enumerated().compactMap { index, member -> JSONProblem? in
            let single = Filter(dimension: dimension, choice, members: [member])
            let request = SummaryRequest(measures: [Measure.ofAttendances], filters: [single], today: CivilDate(day: 0))
            do throws(RequestError) {
                try dataset.validate(request)
                return nil
            } catch {
                guard case .unknownMember(_, _, let known) = error else { return nil }
                return JSONProblem(
                    path: "\(path)[\(index)]", message: error.message,
                    misspelling: .init(text: member, candidates: known))
            }
        }
    }
}
