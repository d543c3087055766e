import Support
import TrainingStats

/// Reads one table row by row: gives the current row's fields, and keeps the account of rows and rejects.
///
/// A large table is read by several readers, one a thread: each takes the next chunk when it is done with one.
final class TableReader<Column: TableColumn> {
    /// What the header says.
    let header: TableHeader<Column>
    /// What is wrong with the rows.
    let findings: RowFindings
    /// The calendar that the dates are in.
    let calendar: CalendarSettings.RecordCalendar
    /// How large a record may be.
    let limits: RecordLimits
    private(set) var tally: FileTally
    private(set) var scanner: CSVScanner
    private(set) var chunk: Chunk
    /// Keys of rows that were rejected before anybody looked at their fields, as far as they can be made out.
    private(set) var unreadKeys: [String] = []

    /// Where columns stand that have values and no heading.
    private var filledUnnamed: Set<Int> = []
    /// Physical line of the header.
    private let headerLine: Int
    private let source: ChunkSource
    /// Where it is in a table that comes in parts.
    private var position = PartPosition()
    private let onReject: ((RejectedRow) -> Void)?
    /// Which remark of a chunk comes next.
    private var nextRemark = 0
    /// Which row of a chunk of rows comes next.
    private var nextRow = 0

    /// Opens a table and reads its header; nil where the header makes the table useless (the log says why).
    init?(
        of input: any TableInput, from source: ChunkSource, settings: DatasetSettings,
        findings: RowFindings, onReject: ((RejectedRow) -> Void)?
    ) throws(ReadError) {
        self.findings = findings
        calendar = settings.calendar.ofRecords
        limits = settings.limits
        self.onReject = onReject
        self.source = source
        tally = FileTally(file: input.name)
        (scanner, chunk) = (CSVScanner(), Chunk())
        scanner.mostFields = limits.fields
        guard
            let header = try Self.readHeader(
                from: source, &scanner, &chunk, &position, findings: findings, settings)
        else {
            return nil
        }
        self.header = header
        headerLine = scanner.line
        nextRow = 1
    }

    /// A reader of the same table for another thread, with a log of its own.
    init(siblingOf other: TableReader) {
        header = other.header
        headerLine = other.headerLine
        findings = other.findings.emptyCopy()
        calendar = other.calendar
        limits = other.limits
        onReject = other.onReject
        source = other.source
        tally = FileTally(file: other.file)
        (scanner, chunk) = (CSVScanner(), Chunk())
        scanner.mostFields = limits.fields
    }

    /// Name of the table where it comes from.
    var file: String { tally.file }
    /// Number of the current row: the physical line on which it starts.
    var line: Int { scanner.line }
    /// Whether the current row takes part in the figures as far as it has been looked at.
    var accepts: Bool { findings.accepts }
    /// Whether the table comes as CSV, so that plain rows can be read the quick way.
    var isCSV: Bool { chunk.rows.isEmpty }

    /// How the text of the table is written; known when all has been read.
    var form: TextForm { source.form }

    /// Whether the table has a column.
    func has(_ column: Column) -> Bool { header.position(of: column) != nil }

    // MARK: Rows

    /// Calls a body for each row whose shape is right, and closes the account of rejected rows.
    func forEachRow(_ body: () -> Void) throws(ReadError) {
        repeat {
            while readRow(body) {}
        } while try nextChunk()
        close()
    }

    /// Takes up the next chunk; false at the end of the table.
    func nextChunk() throws(ReadError) -> Bool {
        scanner.end()
        guard try source.next(&chunk, from: &position) else { return false }
        nextRow = 0
        nextRemark = 0
        if let lines = chunk.passedLines { rejectPassedRecord(of: lines) }
        scanner.begin(chunk)
        return true
    }

    /// Whether rows of the chunk may be read the quick way, which looks neither at how long they are nor at remarks.
    var hasShortRows: Bool { chunk.content.count <= min(limits.record, limits.field) && chunk.remarks.isEmpty }

    /// Rejects a record that was too long to be kept, where the chunk says that one was passed over.
    private func rejectPassedRecord(of lines: Int) {
        tally.rows += lines
        tally.rejected += lines
        findings.beginRow(at: chunk.firstLine)
        findings.reportLongRecord(limits)
        tellReject([])
    }

    /// Hands the current row on, if it is rejected.
    private func tellReject(_ record: [UInt8]) {
        guard let onReject, let finding = findings.firstError else { return }
        onReject(RejectedRow(table: Column.table, header: header.bytes, record: record, finding: finding))
    }

    /// Reads the next row of the chunk and calls a body where its shape is right; false at the end of the chunk.
    func readRow(_ body: () -> Void) -> Bool {
        guard advance() else { return false }
        tally.rows += 1
        findings.beginRow(at: scanner.line)
        if !chunk.remarks.isEmpty { reportRemarks() }
        if hasSoundShape {
            if !header.unnamed.isEmpty { noteUnnamedValues() }
            body()
        } else if let key = keyOfUnreadRow {
            unreadKeys.append(key)
        }
        if findings.firstError != nil {
            // A quote in the wrong place swallows the rows behind it, to the next quote or the end: each line counts.
            let hasSwallowed =
                !scanner.defects.isDisjoint(with: [.unclosedQuote, .textAfterQuote])
                || scanner.record.count > limits.record
            let lines = hasSwallowed ? max(1, scanner.lineCount) : 1
            tally.rows += lines - 1
            tally.rejected += lines
            if onReject != nil { tellReject(Array(scanner.buffer[scanner.record])) }
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
        unreadKeys += other.unreadKeys
        filledUnnamed.formUnion(other.filledUnnamed)
        findings.merge(other.findings)
    }

    /// Closes the account when all rows have been read.
    func close() {
        tally.emptyLines += scanner.emptyLines
        findings.reportReferenceRejections()
        findings.beginRow(at: headerLine)
        for position in filledUnnamed.sorted() {
            findings.report(
                .unknownColumn, column: "", value: "",
                FindingText(FileWording.unnamedColumn, position + 1))
        }
    }

    /// Reports what the source has to say of cells of the current row, if they are in columns of the contract.
    private func reportRemarks() {
        while nextRemark < chunk.remarks.count, chunk.remarks[nextRemark].line <= scanner.line {
            let remark = chunk.remarks[nextRemark]
            nextRemark += 1
            guard remark.line == scanner.line else { continue }
            var name = ""
            if let position = remark.column {
                guard header.columns.indices.contains(position), let known = header.name(at: position) else { continue }
                name = known
            }
            findings.report(remark.code, column: name, value: remark.value, remark.message)
        }
    }

    /// Remembers in which columns without a heading the current row has a value.
    private func noteUnnamedValues() {
        for position in header.unnamed where !filledUnnamed.contains(position) {
            let isFilled = !scanner.bytes(of: scanner.fields[position]).allSatisfy(CSVScanner.isBlank)
            if isFilled { filledUnnamed.insert(position) }
        }
    }

    /// Goes to the next row of the chunk; false at its end.
    private func advance() -> Bool {
        guard !chunk.rows.isEmpty else { return scanner.next() }
        guard nextRow < chunk.rows.count else { return false }
        scanner.show(chunk.rows[nextRow])
        nextRow += 1
        return true
    }

    private var hasSoundShape: Bool {
        findings.isWithin(limits, scanner, headings: header.headings)
            && findings.hasSoundQuotes(scanner, headings: header.headings)
            && findings.isSoundText(scanner, headings: header.headings)
            && findings.hasAllFields(scanner, headings: header.headings)
            && findings.hasNoReservedMember(scanner, header)
    }

    /// The key of a row that others may refer to, where it stands in its place.
    private var keyOfUnreadRow: String? {
        guard scanner.record.count <= limits.record, let column = Column.key,
            let position = header.position(of: column), position < scanner.fields.count,
            let key = String(validating: scanner.bytes(of: scanner.fields[position]), as: UTF8.self)
        else { return nil }
        return key.isEmpty || key.utf8.contains(0) ? nil : key
    }

    /// Reads the first row that is not empty; nil where it makes the table useless.
    private static func readHeader(
        from source: ChunkSource, _ scanner: inout CSVScanner, _ chunk: inout Chunk, _ position: inout PartPosition,
        findings: RowFindings, _ settings: DatasetSettings
    ) throws(ReadError) -> TableHeader<Column>? {
        while !scanner.next() {
            scanner.end()
            guard try source.next(&chunk, from: &position) else {
                findings.beginRow(at: 1)
                findings.report(
                    .missingColumn, column: "", value: "", FindingText(FileWording.emptyFile))
                return nil
            }
            if chunk.passedLines != nil {
                findings.beginRow(at: chunk.firstLine)
                findings.reportLongRecord(settings.limits)
                return nil
            }
            scanner.begin(chunk)
            guard let first = chunk.rows.first else { continue }
            scanner.show(first)
            break
        }
        findings.beginRow(at: scanner.line)
        guard findings.isWithin(settings.limits, scanner, headings: []) else { return nil }
        let header = TableHeader<Column>(
            bytes: Array(scanner.buffer[scanner.record]), headings: scanner.fields.map { scanner.string(of: $0) },
            declared: settings.ownColumns(of: Column.table))
        guard findings.hasSoundQuotes(scanner, headings: []), findings.isSoundText(scanner, headings: header.headings),
            !chunk.rows.isEmpty || header.checkSeparators(findings), header.check(findings)
        else { return nil }
        return header
    }
}
