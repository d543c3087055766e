extension DatasetMaker {
    /// The optional tables of states and topics, whose codes the other tables then use.
    mutating func referenceTables() -> [DatasetTable] {
        var tables: [DatasetTable] = []
        if random.happens(60) { tables.append(stateTable()) }
        if random.happens(40) { tables.append(topicTable()) }
        return tables
    }

    private mutating func stateTable() -> DatasetTable {
        let isComplete = random.happens(60)
        var rows: [[String: String]] = []
        for state in Vocabulary.states where isComplete || random.happens(40) {
            rows.append([
                "state": state.code, "name_en": state.english, "name_ar": state.arabic,
                "membership": isComplete ? state.membership : maybe(of: Vocabulary.memberships),
                "population": isComplete ? population() : maybe(population()),
            ])
        }
        for (code, name) in [("TUR", "Türkiye"), ("JOR", "Jordan"), ("EGY", "Egypt")] where random.happens(30) {
            rows.append([
                "state": code, "name_en": name, "membership": maybe(of: Vocabulary.memberships),
                "population": isComplete && random.happens(80) ? population() : maybe(population()),
            ])
            states.append(code)
        }
        if random.happens(30) { rows.reverse() }
        return table(
            "states", required: ["state", "name_en"],
            optional: ["name_ar", "membership"] + (isComplete ? [] : ["population"]), rows: rows
        ).adding(column: isComplete ? "population" : nil, from: rows)
    }

    private mutating func population() -> String {
        "\(random.within(300_000...40_000_000))"
    }

    private mutating func topicTable() -> DatasetTable {
        var rows: [[String: String]] = []
        // Now and then two codes that look the same and differ in their bytes.
        let twins = random.happens(20) ? ["\u{C5}", "\u{212B}"] : []
        let codes = twins + random.some(of: ["space-security", "border-security", "cyber-security"], count: 2)
        for code in codes {
            rows.append(["topic": code, "name_en": "Topic \(code)", "name_ar": maybe("موضوع")])
            if !topics.contains(code) { topics.append(code) }
        }
        return table("topics", required: ["topic", "name_en"], optional: ["name_ar"], rows: rows)
    }

    /// Names and spellings of members.
    mutating func labelTable(of dataset: RandomDataset) -> DatasetTable {
        var rows: [[String: String]] = []
        let known = Set(dataset.tables.flatMap(\.rows).flatMap(\.values))
        for entry in Vocabulary.sameAs where random.happens(60) {
            // A spelling is one of a member that records have, here with all its spellings.
            guard known.contains(entry.other) || !known.contains(entry.member) else { continue }
            rows.append(["dimension": entry.dimension, "member": entry.member, "same_as": entry.other])
        }
        rows.append(["dimension": "institution", "member": "GCC Secretariat", "name_en": "General Secretariat"])
        return table(
            "labels", required: ["dimension", "member"], optional: ["name_en", "name_ar", "same_as"], rows: rows)
    }

    /// The tables of trainers and of their assignments.
    mutating func trainerTables(sessions: DatasetTable) -> [DatasetTable] {
        let codes = (1...random.within(1...5)).map { "00\($0)" }
        let trainers = codes.map { code in
            [
                "trainer_id": code, "name": maybe("Trainer \(code)"),
                "nationality": maybe(of: Vocabulary.nationalities),
                "organisation": maybe(of: Vocabulary.organisations),
                "affiliation": maybe(of: Vocabulary.trainerAffiliations),
            ]
        }
        var assignments: [[String: String]] = []
        let density = random.within(10...60)
        let hasSecondRoles = random.happens(40)
        for session in sessions.rows {
            for code in codes where random.happens(density) {
                var roles = [maybe(of: Vocabulary.roles)]
                if hasSecondRoles, random.happens(50), let other = Vocabulary.roles.first(where: { $0 != roles[0] }) {
                    roles.append(other)
                }
                for role in roles {
                    assignments.append([
                        "session_id": session["session_id"] ?? "", "trainer_id": code, "role": role,
                        "hours": maybe(decimal(upTo: 40_000_000)),
                    ])
                }
            }
        }
        return [
            table(
                "trainers", required: ["trainer_id"],
                optional: ["name", "nationality", "organisation", "affiliation"], rows: trainers),
            table(
                "assignments", required: ["session_id", "trainer_id"] + (hasSecondRoles ? ["role"] : []),
                optional: (hasSecondRoles ? [] : ["role"]) + ["hours"], rows: random.shuffled(assignments)),
        ]
    }
}

extension DatasetTable {
    /// The table with one more column of the rows that it was made from.
    fileprivate func adding(column: String?, from rows: [[String: String]]) -> DatasetTable {
        guard let column else { return self }
        var result = self
        result.columns.append(column)
        for (index, row) in rows.enumerated() {
            if let value = row[column], !value.isEmpty { result.rows[index][column] = value }
        }
        return result
    }
}
