import Support
import TrainingStats

/// `attendance.csv`: on which days of a session a participant was present.
struct AttendanceTable {
    private struct Key: Hashable {
        var participation: UInt64
        var date: CivilDate
    }

    private let references: ReferenceIndex
    private let sessionKeys: KeyTable
    private let trainees: KeyTable
    private let persons: KnownPersons
    private let sessions: [Session]
    /// Keys of participations that there are not; empty as long as that is not known.
    private let lacking: Set<UInt64>
    /// Keys of participations that were rejected.
    private let rejected: Set<UInt64>

    /// The table of a dataset whose sessions and persons are known.
    init(_ draft: DatasetDraft, lacking: Set<UInt64> = [], rejected: Set<UInt64> = []) {
        references = draft.references
        sessionKeys = draft.references[.sessions]
        trainees = draft.dataset.trainees.ids
        persons = draft.persons
        sessions = draft.dataset.sessions
        self.lacking = lacking
        self.rejected = rejected
    }

    /// Reads all rows.
    func days(_ rows: TableReader<AttendanceColumn>) throws(ReadError) -> [AttendanceDay] {
        var days: [AttendanceDay] = []
        var seen: Set<Key> = []
        try rows.forEachRow {
            let session = references.position(of: .sessionID, in: sessionKeys, of: .sessions, rows)
            let identifier = references.position(of: .traineeID, in: trainees, of: .trainees, rows)
            let date = rows.date(.date)
            if let session, let date { check(date, against: sessions[session], rows) }
            let (isPresent, minutes) = presence(rows)
            guard rows.accepts, let session, let identifier, let date else { return }
            let trainee = persons(identifier)
            let participation = participationKey(session, trainee)
            let key = sessions[session].id + ", " + trainees[identifier]
            if lacking.contains(participation) { reportLacking(participation, key: key, rows) }
            guard rows.accepts else { return }
            guard seen.insert(Key(participation: participation, date: date)).inserted else {
                return rows.rejectDuplicate(key + ", \(date)", at: .date)
            }
            days.append(
                AttendanceDay(session: session, trainee: trainee, date: date, isPresent: isPresent, minutes: minutes))
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

    /// Tells a day without a participation, or counts it where that was itself rejected.
    private func reportLacking(_ participation: UInt64, key: String, _ rows: TableReader<AttendanceColumn>) {
        let name = references.names[.participations] ?? RecordTable.participations.fileName
        if references.uselessTables.contains(.participations) || rejected.contains(participation) {
            return rows.findings.rejectReference(column: AttendanceColumn.traineeID.name, value: key, to: name)
        }
        rows.report(
            RecordTable.participations.unknownReference, at: .traineeID, value: key,
            FindingText(RecordWording.dayOfNobody, key.shortened(), name))
    }
}
