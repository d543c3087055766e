import Aggregation
import Support
import TrainingStats

extension RequirementPlan {
    /// What training requirements are of, whoever needs it.
    struct Training: Hashable {
        let course: String?
        let topic: String?
        let period: Period?

        /// What a requirement is of.
        init(of line: Line) {
            course = line.item.course
            topic = line.item.course == nil ? line.item.topic : nil
            period = line.period
        }

        /// Whether a session is such training, and ends in the period.
        func isMet(by session: RequirementRecords.Session) -> Bool {
            isMet(whenever: session) && (period.map { period in session.end.map(period.contains) ?? false } ?? true)
        }

        /// Whether a session is such training, whenever it ends.
        func isMet(whenever session: RequirementRecords.Session) -> Bool {
            course.map { $0 == session.course } ?? (topic == session.topic)
        }
    }

    /// The delivered sessions of training that are of one of some trainings.
    func trainingSessions(meeting trainings: Set<Training>) -> [RequirementRecords.Session] {
        Self.trainingSessions(sessions, meeting: trainings)
    }

    private static func trainingSessions(
        _ sessions: [RequirementRecords.Session], meeting trainings: Set<Training>
    ) -> [RequirementRecords.Session] {
        sessions.filter { session in
            session.isDelivered && session.isTraining && trainings.contains { $0.isMet(by: session) }
        }
    }

    /// The request for what is reported of the delivered sessions of some requirements; nil where there are none.
    static func reportRequest(
        of lines: [Line], _ sessions: [RequirementRecords.Session], today: CivilDate
    ) -> SummaryRequest? {
        let own = trainingSessions(sessions, meeting: Set(lines.map(Training.init)))
        return RequirementReports.request(for: own.map(\.id), today: today)
    }

    /// What records leave open of the requirements whose figure they give.
    func gaps(_ uptakes: [Uptake], _ reports: RequirementReports) -> RequirementGaps {
        let known = zip(lines, uptakes).filter { $1.taken != nil }
        let trainings = Set(known.map { Training(of: $0.0) })
        let own = trainingSessions(meeting: trainings)
        var gaps = RequirementGaps()
        gaps.countsWithoutNames = known.contains { $0.1.countsWithoutNames }
        gaps.sessions = own.count
        gaps.unreported = own.count { !reports.isReported($0) }
        gaps.groupsWithoutNumber = reports.groupsWithoutNumber
        gaps.hasUnknownMembers = known.contains { $0.1.hasUnknownMembers }
        gaps.undatedSessions = sessions.count { session in
            session.isDelivered && session.isTraining && session.end == nil
                && trainings.contains { $0.period != nil && $0.isMet(whenever: session) }
        }
        return gaps
    }

    /// What is said of figures that are only bounds, and of those that are not known.
    func notes(_ uptakes: [Uptake], _ reports: RequirementReports, _ language: Language) -> [String] {
        let reasons = gaps(uptakes, reports).reasons(language)
        return
            (reasons.isEmpty
            ? []
            : [
                language(
                    RequirementSentence.open, ["reasons": reasons.joined(separator: language(Phrase.listSemicolon))])
            ])
            + (uptakes.contains { $0.taken == nil } ? [language(RequirementSentence.notKnown)] : [])
    }
}
