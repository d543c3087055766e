import Aggregation
import Support
import TrainingStats

/// Requirements with their periods, and the requests that tell how far they are met.
///
/// Requirements of one kind and period are asked for together: as many requests as there are kinds and periods.
package struct RequirementPlan: Sendable {
    /// A requirement with its period; nil for all time.
    struct Line: Sendable {
        let item: RequirementRecords.Item
        let period: Period?
    }

    /// How far a requirement is met.
    struct Uptake: Sendable {
        /// Persons who were trained, or participations; nil if not known.
        let taken: Int?
        /// Whether people who were counted without names may be further persons.
        var isOpen = false
    }

    /// The sessions that can meet requirements.
    struct Sessions: Sendable {
        var count = 0
        /// Their seats; nil if none of them states how many it has.
        var seats: Int?
        /// How many of them state it.
        var statingSeats = 0
    }

    /// The requirements, in file order.
    let lines: [Line]
    private let sessions: [RequirementRecords.Session]
    private let today: CivilDate

    /// The requirements whose period lies within another one, or all.
    ///
    /// - Throws: `PeriodError` for a period that has no meaning on the reporting day.
    package init(
        _ records: RequirementRecords, within period: Period?, today: CivilDate, calendar: CalendarSettings
    ) throws(PeriodError) {
        sessions = records.sessions
        self.today = today
        var lines: [Line] = []
        for item in records.items {
            let own = try item.period.resolve(today: today, settings: calendar)
            let isWithin = period.map { whole in own.map { whole.first <= $0.first && $0.last <= whole.last } ?? false }
            if isWithin ?? true { lines.append(Line(item: item, period: own)) }
        }
        self.lines = lines
    }

    /// No requirements.
    static let none = RequirementPlan()

    private init() { (lines, sessions, today) = ([], [], CivilDate(day: 0)) }

    // MARK: Persons and participations

    /// What one request answers.
    private struct Question: Hashable {
        /// The dimensions of its rows.
        let dimensions: [String]
        let period: Period?
        /// Whether it is about persons who are named.
        let isOfNamed: Bool
    }

    private func question(of line: Line) -> Question {
        let item = line.item
        let training = item.course == nil ? RequirementRows.topic : .course
        guard item.amount.person == nil else {
            return Question(
                dimensions: [TraineeTable.dimension, training.rawValue], period: line.period, isOfNamed: true)
        }
        let people =
            (item.state == nil ? [] : [RequirementRows.state])
            + (item.institution == nil ? [] : [.institution])
        return Question(
            dimensions: ([training] + people).map(\.rawValue), period: line.period, isOfNamed: false)
    }

    private func members(of line: Line) -> [Summary.Member] {
        let item = line.item
        let training = item.course ?? item.topic
        let codes = item.amount.person.map { [$0.id, training] } ?? [training, item.state, item.institution]
        return codes.compactMap { $0.map { .code($0) } }
    }

    private func request(for question: Question) -> SummaryRequest {
        var request = SummaryRequest(
            rows: question.dimensions,
            measures: question.isOfNamed
                ? [Measure.ofParticipations] : [Measure.ofPersons, Measure.ofParticipations],
            period: question.period, today: today)
        if question.isOfNamed {
            let persons = Set(lines.compactMap(\.item.amount.person?.id))
            request.filters = [Filter(dimension: TraineeTable.dimension, members: persons.sorted())]
        }
        return request
    }

    /// The requests whose answers tell how far requirements are met.
    package var requests: [SummaryRequest] {
        var seen: Set<Question> = []
        return lines.map(question).filter { seen.insert($0).inserted }.map(request)
    }

    /// How far each requirement is met.
    func uptakes(_ answers: DisclosedAnswers) throws(UnansweredRequest) -> [Uptake] {
        var known: [Question: (summary: Summary, cells: [[Summary.Member]: Summary.Cell])] = [:]
        return try lines.map { (line) throws(UnansweredRequest) in
            let question = question(of: line)
            if known[question] == nil {
                let summary = try answers.summary(of: request(for: question))
                known[question] = (
                    summary, Dictionary(summary.cells.map { ($0.members, $0) }, uniquingKeysWith: { first, _ in first })
                )
            }
            guard let (summary, cells) = known[question], let cell = cells[members(of: line)] else {
                // Nobody of them took part in any such session.
                return Uptake(taken: 0)
            }
            let isOfSeats = line.item.amount.unit == .seats
            let measure = question.isOfNamed || !isOfSeats ? 0 : 1
            guard case .count(let count) = cell.values[measure] else { return Uptake(taken: nil) }
            if question.isOfNamed { return Uptake(taken: min(count, 1)) }
            return Uptake(taken: count, isOpen: !isOfSeats && summary.upperBound(of: measure, in: cell) != nil)
        }
    }

    // MARK: Sessions

    /// The sessions that can meet one of some requirements, each once: those that are planned, or were delivered.
    func sessions(meeting lines: [Line], areDelivered: Bool) -> Sessions {
        struct Key: Hashable {
            let course: String?
            let topic: String?
            let period: Period?
        }
        let keys = Set(
            lines.map {
                Key(course: $0.item.course, topic: $0.item.course == nil ? $0.item.topic : nil, period: $0.period)
            })
        var sum = Sessions()
        for session in sessions where session.isDelivered == areDelivered {
            let isMeant = keys.contains { key in
                let isIn = key.period.map { period in session.end.map(period.contains) ?? false } ?? true
                return isIn && (key.course.map { $0 == session.course } ?? (key.topic == session.topic))
            }
            guard isMeant else { continue }
            sum.count += 1
            if let seats = session.seats {
                sum.seats = (sum.seats ?? 0) + seats
                sum.statingSeats += 1
            }
        }
        if sum.count == 0 { sum.seats = 0 }
        return sum
    }
}

/// By what requirements are put together.
package enum RequirementRows: String, CaseIterable, Sendable {
    case course, topic, state, institution
}
