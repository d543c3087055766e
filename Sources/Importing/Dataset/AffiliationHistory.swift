import Support

/// Where persons belonged from session to session, of which `affiliations.csv` is made.
///
/// It is kept of columns whose last value counts: what held before stays true of the sessions before.
struct AffiliationHistory {
    /// The columns of a person that can change in the course of time.
    static let columns = ["state", "institution", "sector"]

    /// What a row of the register says of a person.
    private struct Observation {
        var session: String
        var fields: [String: String]
        var place: String
    }

    private var observations: [String: [Observation]] = [:]
    private var trainees: [String] = []

    /// Notes what a row says of a person whose last state, institution or sector counts.
    mutating func note(_ entries: [EntityTable.Entry], of trainee: String, in session: String, at place: String) {
        var fields: [String: String] = [:]
        for entry in entries where entry.merge == .last && Self.columns.contains(entry.column) {
            fields[entry.column] = entry.text
        }
        guard !fields.isEmpty else { return }
        if observations[trainee] == nil { trainees.append(trainee) }
        observations[trainee, default: []].append(Observation(session: session, fields: fields, place: place))
    }

    /// The affiliations of persons who changed, by the days on which sessions begin; the last ones go to the persons, too.
    ///
    /// Rows of sessions without a first day say nothing of when. An empty cell says nothing either: what was known stays, and
    /// what comes to be known holds for the time before.
    func affiliations(of persons: inout EntityTable, in sessions: EntityTable) -> EntityTable {
        var table = EntityTable()
        for trainee in trainees {
            let dated = (observations[trainee] ?? []).enumerated().compactMap { position, observation in
                sessions[observation.session]?.fields["start_date"].map { ($0, position, observation) }
            }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
            var current: [String: String] = [:]
            for (_, _, observation) in dated { current.merge(observation.fields) { known, _ in known } }
            var changes: [(from: String, fields: [String: String], place: String)] = []
            for (day, _, observation) in dated {
                current.merge(observation.fields) { _, new in new }
                if changes.last?.from == day { changes.removeLast() }
                if changes.last?.fields != current { changes.append((day, current, observation.place)) }
            }
            guard let last = changes.last, var person = persons[trainee] else { continue }
            for (column, text) in last.fields { person.fields[column] = text }
            persons[trainee] = person
            guard changes.count > 1 else { continue }
            // What does not change stands in each row: a row speaks for all of them.
            let others = person.fields.filter { Self.columns.contains($0.key) && last.fields[$0.key] == nil }
            for change in changes {
                var fields = others.merging(change.fields) { _, own in own }
                fields["trainee_id"] = trainee
                fields["from"] = change.from
                table["\(trainee)\u{0}\(change.from)"] = .init(fields: fields, place: change.place)
            }
        }
        return table
    }
}
