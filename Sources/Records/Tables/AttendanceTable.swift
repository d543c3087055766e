import Support
import TrainingStats

/// `attendance.csv`: on which days of a session a participant was present.
struct AttendanceTable {
    private struct Key: Hashable {
        var participation: UInt64
        var date: CivilDate
    }

    private let participations: ParticipationReferences
    private let sessions: [Session]

    /// The table of a dataset whose sessions and persons are known.
    init(_ draft: DatasetDraft, lacking: Set<UInt64> = [], rejected: Set<UInt64> = []) {
        participations = ParticipationReferences(draft, lacking: lacking, rejected: rejected)
        sessions = draft.dataset.sessions
    }

    /// Reads all rows.
    func days(_ rows: TableReader<AttendanceColumn>) throws(ReadError) -> [AttendanceDay] {
        var days: [AttendanceDay] = []
        var seen: Set<Key> = []
        try rows.forEachRow {
            let participation = participations.participation(.sessionID, .traineeID, rows)
            let date = rows.date(.date)
            if let participation, let date { check(date, against: sessions[participation.session], rows) }
            let (isPresent, minutes) = presence(rows)
            guard rows.accepts, let participation, let date else { return }
            participations.reportLacking(participation, at: .traineeID, rows)
            guard rows.accepts else { return }
            guard seen.insert(Key(participation: participation.key, date: date)).inserted else {
                return rows.rejectDuplicate(participation.text + ", \(date)", at: .date)
            }
            days.append(
                AttendanceDay(
                    session: participation.session, trainee: participation.trainee, date: date, isPresent: isPresent,
                    minutes: minutes))
        }
        return days
    }

    /// Whether the person was present, and how long: minutes above 0 say it too, and 0 minutes say the opposite.
    private func presence(_ rows: TableReader<AttendanceColumn>) -> (isPresent: Bool?, minutes: ExactDecimal?) {
        let present = rows.code(.present, as: DayPresence.self)
        let minutes = rows.decimal(.minutes, atLeast: 0, atMost: ExactDecimal(AttendanceDay.mostMinutes))
        if present == .no, let minutes, minutes > .zero {
            rows.report(
                .outOfRange, at: .minutes, value: "\(minutes)",
                FindingText(RecordWording.minutesOfAbsent, "\(minutes)"))
        }
        return (present.map { $0 == .yes } ?? minutes.map { $0 > .zero }, minutes)
    }

    /// Tells a day on which the session did not take place.
    private func check(_ date: CivilDate, against session: Session, _ rows: TableReader<AttendanceColumn>) {
        if let start = session.start, date < start {
            rows.report(
                .outOfRange, at: .date, value: "\(date)",
                FindingText(RecordWording.dayBeforeSession, date, session.id.shortened(), start))
        } else if let end = session.end, date > end {
            rows.report(
                .outOfRange, at: .date, value: "\(date)",
                FindingText(RecordWording.dayAfterSession, date, session.id.shortened(), end))
        }
    }
}
