import Support

/// The findings of one table as they stand in prepared records.
struct PreparedFindings: Codable {
    /// How many findings of a code were kept; nil for all.
    var keptPerGroup: Int?
    var counts: [Count] = []
    var kept: [PreparedFinding] = []
    var tallies: [Tally] = []

    /// How many rows have findings of a code.
    struct Count: Codable {
        var file: String
        var code: String
        var rows: Int
    }

    /// The findings of a code by what they say of which value; of too many there are none.
    struct Tally: Codable {
        var file: String
        var code: String
        var entries: [Entry]?
    }

    /// A finding, and how many say the same of the same value.
    struct Entry: Codable {
        var finding: PreparedFinding
        var count: Int
    }

    /// Whether a log that keeps so many findings of a code can be filled from these, with the same result as from a reading.
    func canFill(keptPerGroup wanted: Int?) -> Bool {
        guard !counts.isEmpty else { return true }
        guard let keptPerGroup else { return false }
        return wanted.map { $0 <= keptPerGroup } ?? false
    }

    /// Whether all their codes are known, so that none is lost.
    var areKnown: Bool {
        let told = tallies.flatMap { $0.entries ?? [] }.map(\.finding.code)
        let codes = counts.map(\.code) + kept.map(\.code) + tallies.map(\.code) + told
        return codes.allSatisfy { FindingCode(rawValue: $0) != nil }
    }

    /// Whether they are worth keeping: other readings can be filled from them, and they are not too many.
    var areWorthKeeping: Bool { counts.isEmpty || (keptPerGroup ?? 0) > 0 && kept.count <= 10_000 }
}

/// A finding.
struct PreparedFinding: Codable {
    var file: String
    var line: Int
    var column: String
    var code: String
    var value: String
    var words: PreparedWords
    var values: [PreparedWords]
    var nearest: String?
    var place: String
    var rows: Int

    init(_ finding: Finding) {
        (file, line, column, code) = (finding.file, finding.line, finding.column, finding.code.rawValue)
        (value, place, rows) = (finding.value, finding.place, finding.rows)
        words = PreparedWords(finding.wording.words)
        values = finding.wording.values.map { PreparedWords($0) }
        nearest = finding.wording.nearest
    }

    /// The finding; nil if its code is not known.
    var finding: Finding? {
        guard let code = FindingCode(rawValue: code) else { return nil }
        var finding = Finding(
            file: file, line: line, column: column, code: code, value: value,
            message: FindingText(words.text, values.map(\.text), nearest: nearest), place: place)
        finding.rows = rows
        return finding
    }
}

extension FindingLog {
    /// The findings as they stand in prepared records.
    var prepared: PreparedFindings {
        var prepared = PreparedFindings(keptPerGroup: keptPerGroup)
        prepared.counts = counts.map { .init(file: $0.key.file, code: $0.key.code.rawValue, rows: $0.value) }
        list.forEach { prepared.kept.append(PreparedFinding($0)) }
        prepared.tallies = tallies.map { group, tally in
            .init(
                file: group.file, code: group.code.rawValue,
                entries: tally.all?.map { .init(finding: PreparedFinding($0.finding), count: $0.count) })
        }
        return prepared
    }

    /// The log of a table from prepared records; nil if a code is not known.
    convenience init?(_ prepared: PreparedFindings) {
        self.init(keptPerGroup: prepared.keptPerGroup)
        for entry in prepared.kept {
            guard let finding = entry.finding else { return nil }
            add(finding)
        }
        for count in prepared.counts {
            guard let code = FindingCode(rawValue: count.code) else { return nil }
            set(count.rows, of: code, in: count.file)
        }
        for tally in prepared.tallies {
            guard let code = FindingCode(rawValue: tally.code) else { return nil }
            var entries: [(finding: Finding, count: Int)]?
            if let known = tally.entries {
                entries = []
                for entry in known {
                    guard let finding = entry.finding.finding else { return nil }
                    entries?.append((finding, entry.count))
                }
            }
            set(FindingTally(entries), of: code, in: tally.file)
        }
    }
}
