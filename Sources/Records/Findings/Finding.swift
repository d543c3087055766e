import Support

/// What can be wrong with a record, as in the data contract.
public enum FindingCode: String, Sendable, CaseIterable {
    case missingColumn = "missing-column"
    case duplicateColumn = "duplicate-column"
    case missingValue = "missing-value"
    case badDate = "bad-date"
    case badNumber = "bad-number"
    case badCode = "bad-code"
    case outOfRange = "out-of-range"
    case unknownCourse = "unknown-course"
    case unknownSession = "unknown-session"
    case unknownTrainer = "unknown-trainer"
    case unknownTrainee = "unknown-trainee"
    case unknownParticipation = "unknown-participation"
    case duplicateKey = "duplicate-key"
    case endBeforeStart = "end-before-start"
    case raggedRow = "ragged-row"
    case uncachedFormula = "uncached-formula"
    case badEncoding = "bad-encoding"
    case unclosedQuote = "unclosed-quote"
    case rejectedReference = "rejected-reference"
    case unknownColumn = "unknown-column"
    case hoursExceedPlan = "hours-exceed-plan"
    case overCapacity = "over-capacity"
    case missingScore = "missing-score"
    case missingDate = "missing-date"
    case formulaError = "formula-error"
    case similarMembers = "similar-members"
    case noParticipants = "no-participants"
    case noCompletions = "no-completions"
    case longSession = "long-session"
    case implausibleAge = "implausible-age"
    case possibleDuplicatePerson = "possible-duplicate-person"
    case futureSession = "future-session"

    /// An error keeps its row out of the figures; a warning does not.
    public enum Severity: String, Sendable { case error, warning }

    /// Whether it keeps the row out.
    public var severity: Severity {
        switch self {
        case .unknownColumn, .hoursExceedPlan, .overCapacity, .missingScore, .missingDate, .formulaError,
            .similarMembers,
            .noParticipants, .noCompletions, .longSession, .implausibleAge, .possibleDuplicatePerson, .futureSession:
            .warning
        default: .error
        }
    }
}

/// Something wrong with a record: where, what, and what to do.
public struct Finding: Hashable, Sendable {
    /// Name of the file within the dataset: `participations.csv`.
    public var file: String
    /// Physical line on which the record starts; the header's is 1.
    public var line: Int
    /// Name of the column, or empty where the whole row is meant.
    public var column: String
    /// What kind of trouble.
    public var code: FindingCode
    /// The offending text, shortened where very long.
    public var value: String
    /// What is wrong and how to fix it, in both languages.
    public var wording: FindingText
    /// What is wrong and how to fix it, in English.
    public var message: String { wording.english }
    /// Where it is, as its source gives places: `participations.csv:17`.
    public var place: String

    /// A finding from its values; if no place is given, it is the file and the line.
    public init(
        file: String, line: Int, column: String, code: FindingCode, value: String, message: FindingText,
        place: String? = nil
    ) {
        self.place = place ?? "\(file):\(line)"
        self.file = file
        self.line = line
        self.column = column
        self.code = code
        self.value = value
        wording = message
    }
}

/// All findings of a run: each kept, or the first of each code and file kept and the rest counted.
public final class FindingLog {
    private struct Group: Hashable {
        let file: String
        let code: FindingCode
    }

    /// How many findings of a code and file are kept; nil for all.
    private let keptPerGroup: Int?
    private var counts: [Group: Int] = [:]
    private var kept: [Finding] = []
    private var tallies: [Group: FindingTally] = [:]
    private var fileOrder: [String: Int] = [:]

    /// A log that keeps so many findings of each code and file, or all.
    public init(keptPerGroup: Int?) { self.keptPerGroup = keptPerGroup }

    /// Notes a finding down.
    func add(_ finding: Finding) {
        let group = Group(file: finding.file, code: finding.code)
        counts[group, default: 0] += 1
        if fileOrder[finding.file] == nil { fileOrder[finding.file] = fileOrder.count }
        guard let keptPerGroup else { return kept.append(finding) }
        tallies[group, default: FindingTally()].add(finding)
        if counts[group, default: 0] <= keptPerGroup { kept.append(finding) }
    }

    /// A log of the same kind with nothing in it.
    func emptyCopy() -> FindingLog { FindingLog(keptPerGroup: keptPerGroup) }

    /// Takes in the findings of another log, which is of one file; of too many the first by their lines are kept.
    func merge(_ other: FindingLog) {
        for (group, count) in other.counts { counts[group, default: 0] += count }
        for finding in other.kept where fileOrder[finding.file] == nil { fileOrder[finding.file] = fileOrder.count }
        kept += other.kept
        guard let keptPerGroup else { return }
        for (group, tally) in other.tallies { tallies[group, default: FindingTally()].merge(tally) }
        var shown: [Group: Int] = [:]
        kept = findings.filter { finding in
            let group = Group(file: finding.file, code: finding.code)
            shown[group, default: 0] += 1
            return shown[group, default: 0] <= keptPerGroup
        }
    }

    /// The kept findings, by file in the order of reading, then by line.
    public var findings: [Finding] {
        kept.enumerated().sorted { left, right in
            let leftKey = (fileOrder[left.element.file] ?? 0, left.element.line, left.offset)
            let rightKey = (fileOrder[right.element.file] ?? 0, right.element.line, right.offset)
            return leftKey < rightKey
        }.map(\.element)
    }

    /// The kept findings with how many say the same of the same value, and how many further ones there are.
    ///
    /// Of too many different values there are no counts; then each finding stands for itself.
    public var grouped: (shown: [(finding: Finding, count: Int)], rest: [(file: String, code: FindingCode, count: Int)])
    {
        guard let keptPerGroup else { return (findings.map { ($0, 1) }, []) }
        let kept = Dictionary(grouping: findings) { Group(file: $0.file, code: $0.code) }
        var shown: [(finding: Finding, count: Int)] = []
        var rest: [(file: String, code: FindingCode, count: Int)] = []
        for (group, count) in counts {
            let own = kept[group] ?? []
            var listed = own.map { (finding: $0, count: 1) }
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
        func key(_ finding: Finding) -> (Int, Int, Int) {
            (fileOrder[finding.file] ?? 0, finding.line, order[Place(of: finding)] ?? Int.max)
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

    /// How many findings were not kept, by file and code, in a stable order.
    public var notKept: [(file: String, code: FindingCode, count: Int)] {
        guard let keptPerGroup else { return [] }
        return counts.filter { $0.value > keptPerGroup }
            .map { (file: $0.key.file, code: $0.key.code, count: $0.value - keptPerGroup) }
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
        return counts[Group(file: file, code: code), default: 0] < keptPerGroup
    }
}
