import Support
import TrainingStats

/// Reads one table row by row and turns its fields into values; what is wrong goes to the log.
///
/// A large table is read by several readers, one a thread: each takes the next chunk when it is done with one.
final class TableReader {
    /// A field of the table: its name and where the file has it, if it has.
    struct Column {
        let name: String
        let position: Int?
        let isFilled: Bool
    }

    /// Rejected rows that refer to a rejected row, by the column that does.
    private struct ReferenceRejection {
        var line: Int
        var value: String
        var target: String
        var count = 0
    }

    let table: RecordTable
    let file: String
    private(set) var tally: FileTally
    private(set) var scanner = CSVScanner()
    private(set) var chunk = Chunk()
    private(set) var headings: [String] = []
    let policy: RowPolicy
    private let source: ChunkSource
    let log: FindingLog
    private let onReject: ((RejectedRow) -> Void)?
    private var header: [UInt8] = []
    private var columns: [String: Column] = [:]
    private var firstErrorOfRow: Finding?
    private var referenceRejections: [String: ReferenceRejection] = [:]
    /// Keys of rows that were rejected before anybody looked at their fields, as far as they can be made out.
    private(set) var unreadKeys: [String] = []

    /// Opens a table and reads its header; nil where the header makes the file useless (the log says why).
    init?(
        _ table: RecordTable, from source: ChunkSource, file: String, log: FindingLog, policy: RowPolicy,
        onReject: ((RejectedRow) -> Void)?
    ) throws(ReadError) {
        self.table = table
        self.file = file
        self.log = log
        self.policy = policy
        self.onReject = onReject
        self.source = source
        tally = FileTally(file: file)
        guard try readHeader() else { return nil }
    }

    /// A reader of the same table for another thread, with a log of its own.
    init(siblingOf other: TableReader) {
        table = other.table
        file = other.file
        policy = other.policy
        onReject = other.onReject
        source = other.source
        log = other.log.emptyCopy()
        headings = other.headings
        columns = other.columns
        header = other.header
        tally = FileTally(file: file)
    }

    /// Physical line of the current row.
    var line: Int { scanner.line }

    /// Whether the current row takes part in the figures as far as it has been looked at.
    var accepts: Bool { firstErrorOfRow == nil || policy == .salvage }

    /// The column of a name that the schema has.
    func column(_ name: String) -> Column { columns[name] ?? Column(name: name, position: nil, isFilled: false) }

    /// Whether the file has a column.
    func has(_ name: String) -> Bool { columns[name]?.position != nil }

    // MARK: Rows

    /// Calls a body for each row whose shape is right, and closes the account of rejected rows.
    func forEachRow(_ body: () -> Void) throws(ReadError) {
        repeat {
            while readRow(body) {}
        } while try nextChunk()
        close()
    }

    /// Takes up the next chunk; false at the end of the file.
    func nextChunk() throws(ReadError) -> Bool {
        scanner.end()
        guard try source.next(&chunk) else { return false }
        scanner.begin(chunk)
        return true
    }

    /// Reads the next row of the chunk and calls a body where its shape is right; false at the end of the chunk.
    func readRow(_ body: () -> Void) -> Bool {
        guard scanner.next() else { return false }
        tally.rows += 1
        firstErrorOfRow = nil
        if isWellShaped(), hasOwnWords() {
            body()
        } else if let key = keyOfUnreadRow {
            unreadKeys.append(key)
        }
        if let finding = firstErrorOfRow {
            // A quote in the wrong place swallows the rows behind it, to the next quote or the end: each line counts.
            let hasSwallowed = !scanner.defects.isDisjoint(with: [.unclosedQuote, .textAfterQuote])
            let lines = hasSwallowed ? max(1, scanner.lineCount) : 1
            tally.rows += lines - 1
            tally.rejected += lines
            onReject?(
                RejectedRow(
                    file: file, header: header, record: Array(scanner.buffer[scanner.record]), finding: finding))
        }
        return true
    }

    /// Goes to the row, or the empty line before it, that starts at a place of the chunk.
    func resume(at place: Int, line: Int) { scanner.seek(to: place, line: line) }

    /// Counts rows that were read in another way and are sound.
    func count(soundRows rows: Int) { tally.rows += rows }

    /// Takes in the account of another thread's reader.
    func merge(_ other: TableReader) {
        tally.rows += other.tally.rows
        tally.rejected += other.tally.rejected
        tally.emptyLines += other.scanner.emptyLines
        for (column, rejection) in other.referenceRejections {
            var mine = referenceRejections[column] ?? rejection
            if referenceRejections[column] != nil { mine.count += rejection.count }
            if rejection.line < mine.line { (mine.line, mine.value) = (rejection.line, rejection.value) }
            referenceRejections[column] = mine
        }
        unreadKeys += other.unreadKeys
        log.merge(other.log)
    }

    /// Closes the account when all rows have been read.
    func close() {
        tally.emptyLines += scanner.emptyLines
        for (column, rejection) in referenceRejections.sorted(by: { $0.key < $1.key }) {
            let others = rejection.count == 1 ? "this row refers" : "\(rejection.count) rows from here on refer"
            log.add(
                Finding(
                    file: file, line: rejection.line, column: column, code: .rejectedReference, value: rejection.value,
                    message: "'\(rejection.value)': \(others) to rejected rows of \(rejection.target); mend those"))
        }
    }

    // MARK: Findings

    /// Notes a finding about the current row; an error rejects it.
    func report(_ code: FindingCode, _ column: String, _ value: String, _ message: String) {
        let finding = Finding(
            file: file, line: line, column: column.shortened(), code: code, value: value.shortened(), message: message)
        if code.severity == .error, firstErrorOfRow == nil { firstErrorOfRow = finding }
        log.add(finding)
    }

    /// Rejects the current row because it refers to a rejected row; told once a column, as a count.
    func rejectReference(_ column: String, _ value: String, to target: String) {
        if firstErrorOfRow == nil {
            firstErrorOfRow = Finding(
                file: file, line: line, column: column, code: .rejectedReference, value: value.shortened(),
                message: "'\(value.shortened())' was itself rejected in \(target)")
        }
        let first = ReferenceRejection(line: line, value: value.shortened(), target: target)
        referenceRejections[column, default: first].count += 1
    }

    /// The known text nearest to a wrong one; nil where none is near, and where the finding is one of so many that nobody
    /// will look at it.
    func nearest(
        to text: String, among known: @autoclosure () -> some Sequence<String>, for code: FindingCode
    ) -> String? {
        log.isWorthASuggestion(code, in: file, line: line) ? Spelling.nearest(to: text, among: known()) : nil
    }

    // MARK: Fields

    /// The text of a field, or nil where it is empty or the file lacks the column; a field that must be filled is told.
    func text(_ column: Column) -> String? {
        guard let field = field(column) else { return nil }
        return string(field)
    }

    /// Calls a body with the bytes of a field, unless it is empty.
    func withBytes(_ column: Column, _ body: (Span<UInt8>) -> Void) {
        if let field = field(column) { scanner.withBytes(of: field, body) }
    }

    /// Looks a field's text up in a table of keys; the outer nil is an empty field, the inner one an unknown key.
    func key(_ column: Column, in table: KeyTable) -> Int?? {
        guard let field = field(column) else { return nil }
        return .some(scanner.withBytes(of: field) { table.code(of: $0) })
    }

    /// A decimal within bounds, or nil where the field is empty or wrong.
    func decimal(_ column: Column, atLeast low: Int? = nil, atMost high: ExactDecimal? = nil) -> ExactDecimal? {
        guard let field = field(column) else { return nil }
        guard let number = scanner.withBytes(of: field, { ExactDecimal(utf8: $0) }) else {
            let text = string(field).shortened()
            report(
                .badNumber, column.name, text,
                "'\(text)' is not a plain decimal; give digits and at most one point, such as 1250.5")
            return nil
        }
        if let low, number < ExactDecimal(low) {
            report(
                .outOfRange, column.name, "\(number)", "\(number) is below \(low), the least that \(column.name) can be"
            )
            return nil
        }
        if let high, number > high {
            report(
                .outOfRange, column.name, "\(number)", "\(number) is above \(high), the most that \(column.name) can be"
            )
            return nil
        }
        return number
    }

    /// A whole number within bounds, or nil where the field is empty or wrong.
    func whole(_ column: Column, in range: ClosedRange<Int>) -> Int? {
        guard let number = decimal(column) else { return nil }
        guard let whole = number.whole else {
            report(.badNumber, column.name, "\(number)", "\(number) is not a whole number")
            return nil
        }
        guard range.contains(whole) else {
            report(
                .outOfRange, column.name, "\(whole)",
                "\(whole) is not within \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return whole
    }

    /// A date, or nil where the field is empty or wrong.
    func date(_ column: Column) -> CivilDate? {
        guard let field = field(column) else { return nil }
        if let date = scanner.withBytes(of: field, { CivilDate(utf8: $0) }) { return date }
        let text = string(field).shortened()
        let hasForm = text.map { $0.isASCII && $0.isNumber ? "0" : $0 } == Array("0000-00-00")
        report(
            .badDate, column.name, text,
            hasForm
                ? "there is no \(text) in the calendar; mend the month or the day"
                : "'\(text)' is not a date; give year-month-day, such as 2019-06-30")
        return nil
    }

    /// One of a list of codes, or nil where the field is empty or wrong.
    func code<Code: RawRepresentable & CaseIterable>(_ column: Column, as type: Code.Type) -> Code?
    where Code.RawValue == String {
        guard let text = text(column) else { return nil }
        if let code = Code(rawValue: text) { return code }
        let known = Code.allCases.map(\.rawValue)
        let nearest = nearest(to: text, among: known, for: .badCode)
        report(
            .badCode, column.name, text,
            "'\(text.shortened())' is none of \(known.joined(separator: ", "))"
                + Spelling.ending(suggesting: nearest))
        return nil
    }

    private func field(_ column: Column) -> CSVScanner.Field? {
        guard let position = column.position else { return nil }
        let field = scanner.fields[position]
        if field.end > field.start { return field }
        if column.isFilled {
            report(.missingValue, column.name, "", "the field is empty; every row needs its \(column.name)")
        }
        return nil
    }

    func string(_ field: CSVScanner.Field) -> String {
        String(decoding: scanner.bytes(of: field), as: UTF8.self)
    }

    // MARK: Header

    /// Goes to the first line that is not empty; false where there is none.
    private func goToFirstRecord() throws(ReadError) -> Bool {
        while !scanner.next() { guard try nextChunk() else { return false } }
        return true
    }

    private func readHeader() throws(ReadError) -> Bool {
        guard try goToFirstRecord() else {
            log.add(
                Finding(
                    file: file, line: 1, column: "", code: .missingColumn, value: "",
                    message: "the file is empty; its first line must name the columns"))
            return false
        }
        header = Array(scanner.buffer[scanner.record])
        headings = scanner.fields.map(string)
        guard hasSoundQuotes(), checkEncoding() else { return false }
        guard !isOneLongLine else {
            report(
                .missingColumn, "", "",
                "the lines end in CR alone, so that the whole file is one line; save it with LF or CRLF")
            return false
        }
        if headings.count == 1, let mark = ";\t|".first(where: headings[0].contains) {
            report(
                .missingColumn, "", "",
                "there is no comma in the first line; save the file with commas between the fields, not with "
                    + (mark == "\t" ? "tabs" : "'\(mark)'"))
            return false
        }
        var isSound = true
        var seen = KeyTable()
        for heading in headings {
            guard seen.code(of: heading) != nil else {
                _ = seen.insert(heading)
                continue
            }
            report(
                .duplicateColumn, heading, heading,
                "the heading '\(heading.shortened())' stands twice; remove one of the columns")
            isSound = false
        }
        let known = table.columns
        for column in known {
            let position = headings.firstIndex(of: column.name)
            columns[column.name] = Column(name: column.name, position: position, isFilled: column.isFilled)
            if column.isRequired, position == nil {
                report(
                    .missingColumn, column.name, "", "the column '\(column.name)' is missing; add it to the first line")
                isSound = false
            }
        }
        guard isSound else { return false }
        for heading in headings where !known.contains(where: { $0.name == heading }) {
            let nearest = nearest(to: heading, among: known.map(\.name), for: .unknownColumn)
            report(
                .unknownColumn, heading, heading,
                "the column '\(heading.shortened())' is not part of the contract and is kept out of the figures"
                    + Spelling.ending(suggesting: nearest))
        }
        return true
    }

    /// Whether lines end in CR alone, so that the header has swallowed the rows.
    private var isOneLongLine: Bool {
        header.indices.contains { header[$0] == 0x0D && (header.count == $0 + 1 || header[$0 + 1] != 0x0A) }
    }
}
