import Support

/// The findings of a file and code by what they say of which value.
struct FindingTally {
    /// What makes findings equal; one without a value stands for itself.
    private struct Key: Hashable {
        let column: String
        let value: String
        let words: BilingualText
        let values: [BilingualText]
        let line: Int

        /// Hashes what tells most apart: what is in Arabic takes long to hash.
        func hash(into hasher: inout Hasher) {
            hasher.combine(line)
            hasher.combine(column)
            hasher.combine(value)
            hasher.combine(words.en)
        }
    }

    /// With more different ones than this, none are counted.
    private static let most = 1_000

    private var entries: [Key: (finding: Finding, count: Int)] = [:]
    private var hasTooMany = false

    /// A tally of nothing yet.
    init() {}

    /// A tally from what ``all`` gave of one.
    init(_ all: [(finding: Finding, count: Int)]?) {
        hasTooMany = all == nil
        for entry in all ?? [] { add(entry.finding, count: entry.count) }
    }

    /// A finding of each kind and how many there are, in no order; nil if there are too many kinds.
    var all: [(finding: Finding, count: Int)]? { hasTooMany ? nil : Array(entries.values) }

    /// Counts what another tally has counted.
    mutating func merge(_ other: FindingTally) {
        if other.hasTooMany { giveUp() }
        for entry in other.entries.values { add(entry.finding, count: entry.count) }
    }

    /// The first finding of each kind and how many there are, by line; nil if there are too many kinds.
    var told: [(finding: Finding, count: Int)]? {
        hasTooMany
            ? nil
            : entries.values.sorted {
                $0.finding.rank < $1.finding.rank
            }
    }

    /// Counts a finding so many times.
    mutating func add(_ finding: Finding, count: Int) {
        guard !hasTooMany else { return }
        let key = Key(
            column: finding.column, value: finding.value, words: finding.wording.words,
            values: finding.wording.values, line: finding.value.isEmpty ? finding.line : 0)
        guard let entry = entries[key] else {
            guard entries.count < Self.most else { return giveUp() }
            entries[key] = (finding, count)
            return
        }
        entries[key] = (finding.line < entry.finding.line ? finding : entry.finding, entry.count + count)
    }

    private mutating func giveUp() {
        hasTooMany = true
        entries = [:]
    }
}

extension Finding {
    /// The order of findings of a file and code: by line, then by what they say, so that every run has the same.
    fileprivate var rank: (Int, String, String, String) { (line, column, value, message) }

    /// The same without the known word that may have been meant.
    var withoutSuggestion: Finding {
        var finding = self
        finding.wording.nearest = nil
        return finding
    }
}
