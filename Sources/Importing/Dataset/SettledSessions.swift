import Support
import TrainingStats

/// Sessions and what belongs to them, once all rows are read: those after the reporting day are planned, and those without a
/// last day are told.
struct SettledSessions {
    private(set) var sessions: EntityTable
    private(set) var participations: EntityTable
    private(set) var attendance: EntityTable
    /// How many sessions are planned because they begin after the reporting day.
    private(set) var planned = 0
    /// How many held sessions have no last day.
    private(set) var endless = 0

    /// The sessions that rows were put together as; without a reporting day none is planned.
    init(_ builder: DatasetBuilder, today: CivilDate?, _ log: inout ImportLog) {
        sessions = builder.sessions
        participations = builder.participations
        attendance = builder.attendance
        if let today { plan(after: today, &log) }
        tellEndless(&log)
    }

    private static func isHeld(_ session: EntityTable.Row) -> Bool {
        (session.fields["status"] ?? SessionStatus.held.rawValue) == SessionStatus.held.rawValue
    }

    /// Makes sessions that begin after a day planned; nobody can have attended them yet.
    private mutating func plan(after today: CivilDate, _ log: inout ImportLog) {
        var days: [String: String] = [:]
        for session in sessions.rows where Self.isHeld(session) {
            guard let key = session.fields["session_id"],
                let day = session.fields["start_date"] ?? session.fields["end_date"],
                let date = CivilDate(day), date > today
            else { continue }
            days[key] = day
            var session = session
            session.fields["status"] = SessionStatus.planned.rawValue
            sessions[key] = session
            log.add(
                .warning, at: session.places["start_date"] ?? session.place,
                .init(
                    en:
                        "the session \(key.shortened(to: 60)) begins on \(day), after \(today), and is written as planned",
                    ar: "الانعقاد \(key.shortened(to: 60).isolated) يبدأ في \(day)، أي بعد \(today)، فيُكتب مخططاً"),
                topic: "planned")
        }
        planned = days.count
        guard !days.isEmpty else { return }
        for participation in participations.rows {
            guard let session = participation.fields["session_id"], let trainee = participation.fields["trainee_id"],
                let day = days[session]
            else { continue }
            var settled = participation
            settled.fields["hours"] = nil
            let status = participation.fields["status"].flatMap(ParticipationStatus.init)
            if let status, status != .registered, status != .withdrawn {
                settled.fields["status"] = ParticipationStatus.registered.rawValue
                log.add(
                    .warning, at: participation.places["status"] ?? participation.place,
                    .init(
                        en:
                            "'\(status.rawValue)' in a session that begins on \(day) is taken for registered; correct the "
                            + "date if the session is over",
                        ar:
                            "«\(status.rawValue)» في انعقاد يبدأ في \(day) عُدّت registered؛ صحّح التاريخ إن كان الانعقاد قد انتهى"
                    ),
                    topic: "planned participation")
            }
            participations["\(session)\u{0}\(trainee)"] = settled
        }
        attendance.removeAll { row in row.fields["session_id"].map { days[$0] != nil } ?? false }
    }

    /// Tells how many held sessions have no last day, since no year and no report of a period has them.
    private mutating func tellEndless(_ log: inout ImportLog) {
        let held = sessions.rows.filter { Self.isHeld($0) }
        let without = held.filter { $0.fields["end_date"] == nil }
        endless = without.count
        guard let first = without.first else { return }
        log.add(
            .warning, at: first.place,
            .init(
                en:
                    "held sessions without a last day: \(endless) of \(held.count); they count in no year and in no "
                    + "report of a period; fill it in, or give sessions.end_date another source in the mapping",
                ar:
                    "انعقادات منفذة بلا تاريخ انتهاء: \(endless) من \(held.count)؛ لا تدخل في سنة ولا في تقرير فترة؛ أكمله "
                    + "أو أعطِ sessions.end_date مصدراً آخر في المطابقة"))
    }
}
