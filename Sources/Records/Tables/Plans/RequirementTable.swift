import Support
import TrainingStats

/// `requirements.csv`: what training is required.
enum RequirementTable: TableReading {
    static func read(
        _ rows: TableReader<RequirementColumn>, into draft: inout DatasetDraft, options: ReadOptions
    ) throws(ReadError) {
        let (courses, trainees) = (draft.references[.courses], draft.dataset.trainees.ids)
        let topics = TopicIndex(draft.dataset.topics)
        var seen: Set<PlainRequirement> = []
        try rows.forEachRow {
            rows.requireOne(of: [.course, .topic])
            rows.requireOne(of: [.persons, .seats, .traineeID])
            let course = draft.references.position(of: .course, in: courses, of: .courses, rows)
            let topic = topics.topic(at: .topic, rows)
            let state = draft.spellings.state(.state, rows, of: draft.dataset.states)
            let days = days(rows, draft.dataset.settings.calendar)
            let persons = rows.whole(.persons, in: 0...1_000_000_000)
            let seats = rows.whole(.seats, in: 0...1_000_000_000)
            let trainee = draft.references.position(of: .traineeID, in: trainees, of: .trainees, rows)
            guard rows.accepts, let days, let period = rows.text(.period),
                let training = course.map(Requirement.Training.course) ?? topic.map(Requirement.Training.topic),
                let amount = persons.map(Requirement.Amount.persons) ?? seats.map(Requirement.Amount.seats)
                    ?? trainee.map({ .person(draft.persons($0)) })
            else { return }
            var requirement = Requirement(
                training, state: state, institution: rows.text(.institution).map { draft.institution(named: $0) },
                period: period, amount: amount)
            guard seen.insert(PlainRequirement(requirement, days)).inserted else {
                return rows.rejectDuplicate(key(of: rows), at: trainee == nil ? .period : .traineeID)
            }
            requirement.line = rows.line
            draft.dataset.requirements.append(requirement)
        }
    }

    /// The days of the period of a row, if it is an expression of one that is the same on each reporting day; nil within the
    /// result for all time.
    private static func days(_ rows: TableReader<RequirementColumn>, _ calendar: CalendarSettings) -> Period?? {
        guard let text = rows.text(.period) else { return nil }
        do throws(PeriodError) {
            let expression = PeriodExpression(text)
            let days = try expression.resolve(today: CivilDate(day: 0), settings: calendar)
            guard expression.isRelative else { return .some(days) }
            rows.report(.badCode, at: .period, value: text, FindingText(PlanWording.relativePeriod, text))
            return nil
        } catch {
            rows.report(
                .badCode, at: .period, value: text, FindingText(FieldWording.wrongQuestion, error.text(fixed: true)))
            return nil
        }
    }

    /// The fields that name what is required, of whom and when, as they stand.
    private static func key(of rows: TableReader<RequirementColumn>) -> String {
        [.course, .topic, .state, .institution, .traineeID, .period].compactMap { rows.text($0) }.joined(
            separator: ", ")
    }
}

extension TableReader {
    /// Makes sure that exactly one of some columns is filled in.
    fileprivate func requireOne(of columns: [Column]) {
        let filled = columns.filter { field($0) != nil }
        let names = Spelling.list(columns.map(\.name))
        if filled.isEmpty {
            report(.missingValue, at: columns[0], value: "", FindingText(PlanWording.noneOfColumns, names))
        } else if filled.count > 1 {
            report(
                .badCode, at: filled[1], value: text(filled[1]) ?? "",
                FindingText(PlanWording.severalOfColumns, filled[0].name, filled[1].name))
        }
    }
}

/// What two rows must not have in common, however they are written: all but the number.
///
/// A person who is named is one and the same, whatever state or institution the row states.
private struct PlainRequirement: Hashable {
    private var requirement: Requirement
    private let first, last: CivilDate?

    init(_ requirement: Requirement, _ days: Period?) {
        self.requirement = requirement
        self.requirement.period = ""
        (first, last) = (days?.first, days?.last)
        switch requirement.amount {
        case .persons: self.requirement.amount = .persons(0)
        case .seats: self.requirement.amount = .seats(0)
        case .person: (self.requirement.state, self.requirement.institution) = (nil, nil)
        }
    }
}

extension DatasetDraft {
    /// The institution that a text names: another one where labels.csv says that it is a spelling of that.
    fileprivate func institution(named text: String) -> String {
        dataset.spellings[MemberDimension.institution.rawValue]?[ByteKey(text)] ?? text
    }
}
