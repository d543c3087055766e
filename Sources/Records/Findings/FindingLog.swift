import Support

/// All findings of a run: each kept, or the first of each code and file kept and the rest counted.
public final class FindingLog {
    /// What findings are counted by.
    struct Group: Hashable {
        let file: String
        let code: FindingCode
    }

    /// How many findings of a code and file are kept; nil for all.
    let keptPerGroup: Int?
    private(set) var counts: [Group: Int] = [:]
    private var kept = PackedFindings()
    /// How many findings of each code and file are kept, and how many rows they are about.
    private var keptCounts: [Group: (findings: Int, rows: Int)] = [:]
    private(set) var tallies: [Group: FindingTally] = [:]
    private var fileOrder: [String: Int] = [:]

    /// A log that keeps so many findings of each code and file, or all.
    public init(keptPerGroup: Int?) { self.keptPerGroup = keptPerGroup }

    /// Notes a finding down.
    func add(_ finding: Finding) {
        let group = Group(file: finding.file, code: finding.code)
        counts[group, default: 0] += finding.rows
        if fileOrder[finding.file] == nil { fileOrder[finding.file] = fileOrder.count }
        guard let keptPerGroup else { return kept.append(finding) }
        tallies[group, default: FindingTally()].add(finding, count: finding.rows)
        if keptCounts[group, default: (0, 0)].findings < keptPerGroup { keep(finding, of: group) }
    }

    private func keep(_ finding: Finding, of group: Group) {
        let known = keptCounts[group, default: (0, 0)]
        keptCounts[group] = (known.findings + 1, known.rows + finding.rows)
        kept.append(finding)
    }

    /// Says how many rows have findings of a code, of which some are kept.
    func set(_ rows: Int, of code: FindingCode, in file: String) {
        counts[Group(file: file, code: code)] = rows
        if fileOrder[file] == nil { fileOrder[file] = fileOrder.count }
    }

    /// Says what was counted of a code.
    func set(_ tally: FindingTally, of code: FindingCode, in file: String) {
        tallies[Group(file: file, code: code)] = tally
    }

    /// A log of the same kind with nothing in it.
    func emptyCopy() -> FindingLog { FindingLog(keptPerGroup: keptPerGroup) }

    /// A log with all that is in this one.
    func copy() -> FindingLog {
        let copy = emptyCopy()
        (copy.counts, copy.kept, copy.keptCounts) = (counts, kept, keptCounts)
        (copy.tallies, copy.fileOrder) = (tallies, fileOrder)
        (copy.convertedFiles, copy.notices, copy.uselessFiles) = (convertedFiles, notices, uselessFiles)
        return copy
    }

    /// Takes in the findings of another log, which is of one file; of too many the first by their lines are kept.
    func merge(_ other: FindingLog) {
        for (group, count) in other.counts { counts[group, default: 0] += count }
        for file in other.fileOrder.sorted(by: { $0.value < $1.value }).map(\.key) where fileOrder[file] == nil {
            fileOrder[file] = fileOrder.count
        }
        kept.append(other.kept)
        guard let keptPerGroup else { return }
        for (group, tally) in other.tallies {
            if tallies[group] == nil { tallies[group] = tally } else { tallies[group]?.merge(tally) }
        }
        let all = list
        (kept, keptCounts) = (PackedFindings(), [:])
        all.forEach { finding in
            let group = Group(file: finding.file, code: finding.code)
            if keptCounts[group, default: (0, 0)].findings < keptPerGroup { keep(finding, of: group) }
        }
    }

    /// The kept findings, by file in the order of reading, then by line.
    public var findings: [Finding] {
        var findings: [Finding] = []
        list.forEach { findings.append($0) }
        return findings
    }

    /// The same as a list whose findings are made one by one, for those who cannot hold all.
    package var list: FindingList { FindingList(kept, by: fileOrder) }

    /// The kept findings with how many say the same of the same value, and how many further ones there are.
    ///
    /// Of too many different values there are no counts; then each finding stands for itself.
    public var grouped: (shown: [(finding: Finding, count: Int)], rest: [(file: String, code: FindingCode, count: Int)])
    {
        guard let keptPerGroup else { return (findings.map { ($0, $0.rows) }, []) }
        let kept = Dictionary(grouping: findings) { Group(file: $0.file, code: $0.code) }
        var shown: [(finding: Finding, count: Int)] = []
        var rest: [(file: String, code: FindingCode, count: Int)] = []
        for (group, count) in counts {
            let own = kept[group] ?? []
            var listed = own.map { (finding: $0, count: $0.rows) }
            if let told = tallies[group]?.told {
                let lines = Set(own.map(\.line))
                listed = told.prefix(keptPerGroup).map { entry in
                    // Whether a later finding has a suggestion depends on the number of threads.
                    lines.contains(entry.finding.line) ? entry : (entry.finding.withoutSuggestion, entry.count)
                }
            }
            shown += listed
            let others = count - listed.reduce(0) { $0 + $1.count }
            if others > 0 { rest.append((group.file, group.code, others)) }
        }
        // Findings about one line keep the order in which they were made.
        let order = Dictionary(
            findings.enumerated().map { (Place(of: $1), $0) }, uniquingKeysWith: { first, _ in first })
        // Those that are not kept, and so have no place in it, follow by what they say, so that every run tells the same.
        func key(_ finding: Finding) -> (Int, Int, Int, String, String) {
            (
                fileOrder[finding.file] ?? 0, finding.line, order[Place(of: finding)] ?? Int.max,
                finding.code.rawValue + " " + finding.column, finding.value + " " + finding.message
            )
        }
        return (
            shown.sorted { key($0.finding) < key($1.finding) },
            rest.sorted { (fileOrder[$0.file] ?? 0, $0.code.rawValue) < (fileOrder[$1.file] ?? 0, $1.code.rawValue) }
        )
    }

    /// What tells the findings about a line apart.
    private struct Place: Hashable {
        let file: String
        let line: Int
        let code: FindingCode
        let column: String

        init(of finding: Finding) {
            (file, line, code, column) = (finding.file, finding.line, finding.code, finding.column)
        }
    }

    /// How many rows have findings that were not kept, by file and code, in a stable order.
    public var notKept: [(file: String, code: FindingCode, count: Int)] {
        guard keptPerGroup != nil else { return [] }
        return counts.map { group, count in
            (file: group.file, code: group.code, count: count - keptCounts[group, default: (0, 0)].rows)
        }
        .filter { $0.count > 0 }
        .sorted {
            (fileOrder[$0.file] ?? 0, $0.code.rawValue) < (fileOrder[$1.file] ?? 0, $1.code.rawValue)
        }
    }

    /// How many findings there are of a severity.
    public func count(_ severity: FindingCode.Severity) -> Int {
        counts.filter { $0.key.code.severity == severity }.values.reduce(0, +)
    }

    /// How many findings of each code there are, codes in catalogue order.
    public var countsByCode: [(code: FindingCode, count: Int)] {
        FindingCode.allCases.compactMap { code in
            let count = counts.filter { $0.key.code == code }.values.reduce(0, +)
            return count > 0 ? (code, count) : nil
        }
    }

    /// Files that are not written in UTF-8 with commas, and were converted, in the order of reading.
    public private(set) var convertedFiles: [(file: String, form: TextForm)] = []

    /// Notes down how a file is written, unless that is plain.
    func note(_ form: TextForm, of file: String) {
        if !form.isPlain { convertedFiles.append((file, form)) }
    }

    /// What people are to be told of the source and its tables, besides findings, in the order of reading.
    public private(set) var notices: [BilingualText] = []

    /// Notes down what people are to be told.
    func note(_ notices: [BilingualText]) { self.notices += notices }

    /// Files whose first line makes them useless, so that no number of rejects may excuse it, in the order of reading.
    public private(set) var uselessFiles: [String] = []

    /// Notes down that nothing could be read of a file.
    func addUseless(_ file: String) { uselessFiles.append(file) }

    /// Whether a finding that is still to come is worth the search for a suggestion.
    ///
    /// It is where it will be kept or, where all are kept, stands in the first thousand lines. On neither has the number
    /// of threads any influence.
    func isWorthASuggestion(_ code: FindingCode, in file: String, line: Int) -> Bool {
        guard let keptPerGroup else { return line <= 1_000 }
        return keptCounts[Group(file: file, code: code), default: (0, 0)].findings < keptPerGroup
    }
}
