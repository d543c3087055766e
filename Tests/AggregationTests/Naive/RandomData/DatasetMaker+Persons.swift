extension DatasetMaker {
    /// Identifiers of one person, none of whom stands twice in a session or has two affiliations from one day.
    mutating func personTable(of dataset: RandomDataset) -> DatasetTable {
        var keys: [String: Set<String>] = [:]
        for (table, column) in [("participations", "session_id"), ("affiliations", "from")] {
            for row in dataset.table(table)?.rows ?? [] {
                keys[row["trainee_id"] ?? "", default: []].insert(row[column] ?? "")
            }
        }
        let identifiers = (dataset.table("trainees")?.rows ?? []).compactMap { $0["trainee_id"] }
        // The identifier that counts for each, so far.
        var ends = Dictionary(identifiers.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
        var rows: [[String: String]] = []
        for identifier in identifiers.dropFirst() where random.happens(40) {
            let other = random.pick(identifiers)
            guard ends[identifier] == identifier, let end = ends[other], end != identifier,
                keys[identifier, default: []].isDisjoint(with: keys[end, default: []])
            else { continue }
            keys[end, default: []].formUnion(keys[identifier, default: []])
            for (key, value) in ends where value == identifier { ends[key] = end }
            rows.append(["trainee_id": identifier, "same_as": other])
        }
        for identifier in identifiers where random.happens(20) {
            let other = random.pick(identifiers)
            if ends[identifier] != ends[other] { rows.append(["trainee_id": identifier, "not_same_as": other]) }
        }
        return DatasetTable(name: "persons", columns: ["trainee_id", "same_as", "not_same_as"], rows: rows)
    }

    /// Puts what some participations were earlier before them: as systems export that write a row for each change.
    mutating func repeatRows(of table: inout DatasetTable, in settings: inout DatasetSettings) {
        settings.isWritten = true
        settings.countsLastParticipation = true
        var rows: [[String: String]] = []
        for row in table.rows {
            while random.happens(30) {
                var earlier = row
                earlier["status"] = random.pick(Vocabulary.statuses)
                for column in ["hours", "rating", "cost"] where random.happens(50) { earlier[column] = nil }
                rows.insert(earlier, at: random.within(0...rows.count))
            }
            rows.append(row)
        }
        table.rows = rows
    }

    /// On which days of their sessions participants were present.
    mutating func attendanceTable(_ participations: DatasetTable, sessions: DatasetTable) -> DatasetTable {
        var rows: [[String: String]] = []
        var done: Set<[String]> = []
        for participation in participations.rows where random.happens(70) {
            let (key, trainee) = (participation["session_id"] ?? "", participation["trainee_id"] ?? "")
            guard done.insert([key, trainee]).inserted else { continue }
            let session = sessions.rows.first { $0["session_id"] == key } ?? [:]
            let (first, last) = (CivilDay(session["start_date"] ?? ""), CivilDay(session["end_date"] ?? ""))
            let start = first ?? last ?? day()
            var days = Set([start])
            for _ in 0..<random.within(0...4) {
                let other = start.advanced(by: random.within(0...4))
                if other <= last ?? other { days.insert(other) }
            }
            for day in days.sorted(by: <) {
                let isAbsent = random.happens(25)
                rows.append([
                    "session_id": key, "trainee_id": trainee, "date": day.text,
                    "present": maybe(isAbsent ? "no" : "yes"),
                    "minutes": maybe(isAbsent ? "0" : decimal(upTo: 1_440_000_000)),
                ])
            }
        }
        return table(
            "attendance", required: ["session_id", "trainee_id", "date"], optional: ["present", "minutes"],
            rows: random.shuffled(rows))
    }
}
