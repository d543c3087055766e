import Support

/// Collects what is wrong with the rows of one table, row by row: an error rejects its row.
final class RowFindings {
    /// Rows that refer to a rejected row, by the column that does.
    private struct ReferenceRejection {
        var line: Int
        var value: String
        var target: String
        var count = 0
    }

    /// Where the findings go.
    let log: FindingLog
    /// The first error of the current row.
    private(set) var firstError: Finding?
    /// How many rows are like the current one.
    var times = 1

    private let input: any TableInput
    private let policy: RowPolicy
    private var line = 1
    private var referenceRejections: [String: ReferenceRejection] = [:]

    /// A collector for a table.
    init(of input: any TableInput, log: FindingLog, policy: RowPolicy) {
        self.input = input
        self.log = log
        self.policy = policy
    }

    /// A collector of the same table for another thread, with a log of its own.
    func emptyCopy() -> RowFindings { RowFindings(of: input, log: log.emptyCopy(), policy: policy) }

    /// Whether the current row takes part in the figures as far as it has been looked at.
    var accepts: Bool { firstError == nil || policy == .salvage }

    /// Goes on to the next row.
    func beginRow(at line: Int) {
        self.line = line
        firstError = nil
    }

    /// Notes a finding about the current row; an error rejects it.
    func report(_ code: FindingCode, column: String, value: String, _ message: FindingText) {
        var finding = finding(
            code, line: line, column: column.shortened(), value: value.shortened(), message: message)
        finding.rows = times
        if code.severity == .error, firstError == nil { firstError = finding }
        log.add(finding)
    }

    /// Rejects the current row because it refers to a rejected row; told once a column, as a count.
    func rejectReference(column: String, value: String, to target: String) {
        if firstError == nil {
            firstError = finding(
                .rejectedReference, line: line, column: column, value: value.shortened(),
                message: FindingText(ReferenceWording.rejectedReference, value.shortened(), target))
        }
        let first = ReferenceRejection(line: line, value: value.shortened(), target: target)
        referenceRejections[column, default: first].count += times
    }

    /// The known text nearest to a wrong one; nil where none is near, and where the finding is one of so many that no
    /// reader will look at it.
    func nearest(
        to text: String, among known: @autoclosure () -> some Sequence<String>, for code: FindingCode
    ) -> String? {
        log.isWorthASuggestion(code, in: input.name, line: line) ? Spelling.nearest(to: text, among: known()) : nil
    }

    /// Takes in what another thread's collector has.
    func merge(_ other: RowFindings) {
        for (column, rejection) in other.referenceRejections {
            var mine = referenceRejections[column] ?? rejection
            if referenceRejections[column] != nil { mine.count += rejection.count }
            if rejection.line < mine.line { (mine.line, mine.value) = (rejection.line, rejection.value) }
            referenceRejections[column] = mine
        }
        log.merge(other.log)
    }

    /// Reports the references to rejected rows when all rows have been read.
    func reportReferenceRejections() {
        for (column, rejection) in referenceRejections.sorted(by: { $0.key < $1.key }) {
            let (value, count, target) = (rejection.value, rejection.count, rejection.target)
            log.add(
                finding(
                    .rejectedReference, line: rejection.line, column: column, value: rejection.value,
                    message: count == 1
                        ? FindingText(ReferenceWording.rowRefersToRejected, value, target)
                        : FindingText(ReferenceWording.rowsReferToRejected, value, count, target)))
        }
    }

    private func finding(
        _ code: FindingCode, line: Int, column: String, value: String, message: FindingText
    ) -> Finding {
        Finding(
            file: input.name, line: line, column: column, code: code, value: value, message: message,
            place: input.place(ofRow: line, column: column))
    }
}
