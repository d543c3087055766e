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
        /// Whether people who were counted without names may be further persons, or the one who is named.
        var countsWithoutNames = false
        /// Whether people were trained of whom nobody knows whether they belong to the state or institution.
        var hasUnknownMembers = false
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
    let sessions: [RequirementRecords.Session]
    private let today: CivilDate
    /// The request for what is reported of the delivered sessions; nil where there are none.
    private let reportRequest: SummaryRequest?

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
        reportRequest = Self.reportRequest(of: lines, sessions, today: today)
    }

    private init(_ lines: [Line], _ sessions: [RequirementRecords.Session], today: CivilDate) {
        (self.lines, self.sessions, self.today) = (lines, sessions, today)
        reportRequest = Self.reportRequest(of: lines, sessions, today: today)
    }

    /// The requirements of persons who are named.
    package var ofNamedPersons: RequirementPlan {
        RequirementPlan(lines.filter { $0.item.amount.person != nil }, sessions, today: today)
    }

    /// No requirements.
    static let none = RequirementPlan([], [], today: CivilDate(day: 0))

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

    /// The members of people of whom nobody knows whether they are those of a requirement of a state or institution.
    private func membersOfUnknown(of line: Line) -> [[Summary.Member]] {
        let all = members(of: line)
        guard line.item.amount.person == nil, let training = all.first else { return [] }
        return all.dropFirst().reduce([[training]]) { found, member in
            found.flatMap { [$0 + [member], $0 + [.unknown]] }
        }.filter { $0 != all }
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
            + [reportRequest].compactMap(\.self)
    }

    /// What is reported of the sessions.
    func reports(_ answers: DisclosedAnswers) throws(UnansweredRequest) -> RequirementReports {
        guard let reportRequest else { return RequirementReports(nil) }
        return RequirementReports(try answers.summary(of: reportRequest))
    }

    /// How far each requirement is met.
    func uptakes(_ answers: DisclosedAnswers) throws(UnansweredRequest) -> [Uptake] {
        let reports = try reports(answers)
        var sessionsOf: [Training: [RequirementRecords.Session]] = [:]
        var known: [Question: (summary: Summary, cells: [[Summary.Member]: Summary.Cell])] = [:]
        return try lines.map { (line) throws(UnansweredRequest) in
            let training = Training(of: line)
            let own = sessionsOf[training] ?? trainingSessions(meeting: [training])
            sessionsOf[training] = own
            // Where nobody reported who took part, nobody knows that somebody did not.
            guard own.isEmpty || own.contains(where: reports.isReported) else { return Uptake(taken: nil) }
            let question = question(of: line)
            if known[question] == nil {
                let summary = try answers.summary(of: request(for: question))
                known[question] = (
                    summary, Dictionary(summary.cells.map { ($0.members, $0) }, uniquingKeysWith: { first, _ in first })
                )
            }
            let hasUnknownMembers = membersOfUnknown(of: line).contains { members in
                guard case .count(let count)? = known[question]?.cells[members]?.values.last else { return false }
                return count > 0
            }
            func hasCounted() -> Bool { question.isOfNamed && own.contains(where: reports.hasCounted) }
            guard let (summary, cells) = known[question], let cell = cells[members(of: line)] else {
                // Nobody of them is known to have taken part in any such session.
                return Uptake(taken: 0, countsWithoutNames: hasCounted(), hasUnknownMembers: hasUnknownMembers)
            }
            let isOfSeats = line.item.amount.unit == .seats
            let measure = question.isOfNamed || !isOfSeats ? 0 : 1
            guard case .count(let count) = cell.values[measure] else { return Uptake(taken: nil) }
            if question.isOfNamed {
                return Uptake(taken: min(count, 1), countsWithoutNames: count == 0 && hasCounted())
            }
            return Uptake(
                taken: count,
                countsWithoutNames: !isOfSeats && summary.upperBound(of: measure, in: cell) != nil,
                hasUnknownMembers: hasUnknownMembers)
        }
    }

    // MARK: Sessions

    /// The sessions that can meet one of some requirements, each once: those that are planned, or were delivered.
    func sessions(meeting lines: [Line], areDelivered: Bool) -> Sessions {
        let trainings = Set(lines.map(Training.init))
        var sum = Sessions()
        for session in sessions
        where session.isDelivered == areDelivered && trainings.contains(where: { $0.isMet(by: session) }) {
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
