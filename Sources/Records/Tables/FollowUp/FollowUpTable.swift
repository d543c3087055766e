import Support
import TrainingStats

/// `followups.csv`: what came of participations, asked some time after the session.
struct FollowUpTable {
    private let participations: ParticipationReferences
    private let sessions: [Session]

    /// The table of a dataset whose sessions and persons are known.
    init(_ draft: DatasetDraft, lacking: Set<UInt64> = [], rejected: Set<UInt64> = []) {
        participations = ParticipationReferences(draft, lacking: lacking, rejected: rejected)
        sessions = draft.dataset.sessions
    }

    /// Reads all rows.
    func followUps(_ rows: TableReader<FollowUpColumn>) throws(ReadError) -> FollowUps {
        var found = FollowUps()
        try rows.forEachRow {
            let participation = participations.participation(.sessionID, .traineeID, rows)
            let day = rows.date(.askedOn)
            let applied = rows.code(.applied, as: FollowUpApplication.self)
            let rating = rows.decimal(.supervisorRating, atLeast: 1, atMost: ExactDecimal(5))
            let benefit = rows.decimal(.benefit)
            guard rows.accepts, let participation else { return }
            participations.reportLacking(participation, at: .traineeID, rows)
            guard rows.accepts else { return }
            var followUp = FollowUp(session: participation.session, trainee: participation.trainee, line: rows.line)
            (followUp.askedOn, followUp.applied) = (day, applied)
            (followUp.supervisorRating, followUp.benefit) = (rating, benefit)
            guard found.insert(followUp) else { return rows.rejectDuplicate(participation.text, at: .traineeID) }
            if let day { check(day, against: sessions[participation.session], rows) }
        }
        return found
    }

    /// Tells a day on which nothing could be known of what came of the session.
    private func check(_ day: CivilDate, against session: Session, _ rows: TableReader<FollowUpColumn>) {
        guard let end = session.end, day < end else { return }
        rows.report(
            .earlyFollowUp, at: .askedOn, value: "\(day)",
            FindingText(RecordWording.askedBeforeEnd, day, session.id.shortened(), end))
    }
}
