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
}
