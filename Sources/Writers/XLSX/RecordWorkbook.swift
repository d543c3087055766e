import CXLSXWriter
import Reporting
import TrainingStats

/// Rows that are made one after the other as they are written, so that none of them need be kept.
public struct RowStream {
    /// The columns.
    public let columns: [Grid.Column]
    /// Hands over one row after the other up to a limit, each with a cell for each column; it can be asked more than once.
    public let forEach: (_ limit: Int, _ body: (_ row: [Cell]) -> Void) -> Void

    /// A stream given by its parts.
    public init(columns: [Grid.Column], forEach: @escaping (_ limit: Int, _ body: (_ row: [Cell]) -> Void) -> Void) {
        self.columns = columns
        self.forEach = forEach
    }
}

/// Writes a long list as a workbook: the rows on numbered sheets with filters, and a sheet that says what they are.
///
/// The library keeps one row at a time in memory; that excludes Excel tables and whatever else goes back to earlier
/// rows. The document's own table gives title, notes and definitions; its rows do not matter.
///
/// - Throws: `WriteError` where the file cannot be written.
public func writeRecordWorkbook(
    _ document: Document, _ table: Table, _ stream: RowStream, to path: String
) throws(WriteError) {
    try writeRecordWorkbook(document, table, stream, to: path, rowLimit: Sheet.rowLimit)
}

/// The same with a limit of rows, beyond which the list goes on on a further sheet.
func writeRecordWorkbook(
    _ document: Document, _ table: Table, _ stream: RowStream, to path: String, rowLimit: Int
) throws(WriteError) {
    let look = Look.analyst(isRightToLeft: document.language.isRightToLeft)
    var workbook = try Workbook(path: path, inConstantMemory: true)
    try workbook.setProperties(
        title: document.title, subject: document.subject, author: document.author, created: document.reportingDay)
    var list = try RecordSheet(table, stream, look, rowLimit: rowLimit, in: &workbook)
    try list.write(in: &workbook)
    let notes = try workbook.addSheet(document.language(Phrase.notes), look)
    try notes.setWidth(24, of: 0)
    try notes.setWidth(110, of: 1)
    var lines = [(table.title, table.subtitle)]
    lines += document.particulars.map { ($0.label, $0.value) }
    lines += table.notes.map { ("", $0) }
    lines += document.definitions.map { ($0.term, $0.text) }
    lines += document.inputs.map { ($0.file, "\(document.language(Phrase.digest)): \($0.sha256)") }
    for (row, line) in lines.enumerated() {
        let style = row == 0 ? CellStyle.title : .label
        if !line.0.isEmpty { try notes.write(line.0, row, 0, workbook.format(style, look)) }
        try notes.write(line.1, row, 1, workbook.format(row == 0 ? .subtitle : .paragraph, look))
    }
    try workbook.close()
}

/// The sheets of the rows.
private struct RecordSheet {
    /// How many rows are looked at before the widths of the columns are set.
    private static let sample = 1_000

    private let table: Table
    private let stream: RowStream
    private let look: Look
    private let rowLimit: Int
    private var sheet: Sheet
    private var row = 0
    private let widths: [Double]
    private let text: UnsafeMutablePointer<lxw_format>
    private let date: UnsafeMutablePointer<lxw_format>
    private var numbers: [Int: UnsafeMutablePointer<lxw_format>] = [:]

    init(
        _ table: Table, _ stream: RowStream, _ look: Look, rowLimit: Int, in workbook: inout Workbook
    ) throws(WriteError) {
        self.table = table
        self.stream = stream
        self.look = look
        self.rowLimit = max(rowLimit, 2)
        var widest = stream.columns.map { TextMeasure.digits($0.heading) * 1.08 + 3 }
        stream.forEach(Self.sample) { row in
            for (column, cell) in row.enumerated() {
                widest[column] = max(widest[column], TextMeasure.digits(cell.displayText) + 1)
            }
        }
        widths = widest.map { min($0, 60) * look.widthFactor }
        text = try workbook.format(.text, look)
        date = try workbook.format(CellStyle(numberFormat: "yyyy-mm-dd"), look)
        sheet = try workbook.addSheet(table.id, look)
    }

    mutating func write(in workbook: inout Workbook) throws(WriteError) {
        try begin(in: &workbook)
        var failure: WriteError?
        stream.forEach(.max) { cells in
            guard failure == nil else { return }
            do throws(WriteError) {
                if row == rowLimit {
                    try end()
                    sheet = try workbook.addSheet(table.id, look)
                    try begin(in: &workbook)
                }
                for (column, cell) in cells.enumerated() { try write(cell, column, in: &workbook) }
                row += 1
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        try end()
    }

    private mutating func begin(in workbook: inout Workbook) throws(WriteError) {
        for (column, width) in widths.enumerated() { try sheet.setWidth(width, of: column) }
        sheet.freeze(row: 1, column: 0)
        try sheet.setPrinting(headingRow: 0)
        for (index, column) in stream.columns.enumerated() {
            let style = CellStyle.columnHeading(column.isNumeric ? .right : .start)
            try sheet.write(column.heading, 0, index, workbook.format(style, look))
        }
        row = 1
    }

    private func end() throws(WriteError) { try sheet.addFilters(lastRow: row - 1, columns: stream.columns.count) }

    private mutating func write(_ cell: Cell, _ column: Int, in workbook: inout Workbook) throws(WriteError) {
        switch cell {
        case .text(let words): try sheet.write(words, row, column, text)
        case .date(let day) where day.year >= 1900: try sheet.write(day.components, row, column, date)
        case .whole(let number): try sheet.write(Double(number), row, column, format(0, in: &workbook))
        case .decimal(let decimal, let places):
            try sheet.write(decimal.double, row, column, format(places, in: &workbook))
        case .real(let number, let places) where number.isFinite:
            try sheet.write(number, row, column, format(places, in: &workbook))
        case .empty: break
        default: try sheet.write(cell, row, column, CellStyle(), width: widths[column], cutNote: "", in: &workbook)
        }
    }

    private mutating func format(
        _ places: Int, in workbook: inout Workbook
    ) throws(WriteError) -> UnsafeMutablePointer<lxw_format> {
        if let known = numbers[places] { return known }
        let style = CellStyle(numberFormat: places > 0 ? "#,##0." + String(repeating: "0", count: places) : "#,##0")
        let made = try workbook.format(style, look)
        numbers[places] = made
        return made
    }
}
