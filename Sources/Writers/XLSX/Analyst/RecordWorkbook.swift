import CXLSXWriter
import Reporting
import TrainingStats

/// Writes a long list as a workbook: the rows on numbered sheets with filters, and a sheet that says what they are.
///
/// The library keeps one row at a time in memory; this excludes Excel tables and everything else that changes earlier
/// rows. The document's own table gives title, notes and definitions; its rows are not used.
///
/// - Throws: `WriteError` if the file cannot be written.
public func writeRecordWorkbook(
    _ document: Document, table: Table, rows: RowStream, to path: String
) throws(WriteError) {
    try writeRecordWorkbook(document, table: table, rows: rows, to: path, rowLimit: Sheet.rowLimit)
}

/// The same with a limit of rows, beyond which the list continues on a further sheet.
func writeRecordWorkbook(
    _ document: Document, table: Table, rows: RowStream, to path: String, rowLimit: Int
) throws(WriteError) {
    let document = document.inItsDigits
    let table = table.inDigits(document.digits, document.language)
    let theme = SheetTheme.analyst(document)
    var workbook = try Workbook(path: path, inConstantMemory: true)
    try workbook.setProperties(
        title: document.title, subject: document.subject, author: document.author, created: document.reportingDay)
    var list = try RecordSheet(table, rows: rows, theme: theme, rowLimit: rowLimit, in: &workbook)
    try list.write(in: &workbook)
    try writeNotes(document, table: table, theme: theme, in: &workbook)
    try workbook.close()
}

/// The sheet that says what the rows are.
private func writeNotes(
    _ document: Document, table: Table, theme: SheetTheme, in workbook: inout Workbook
) throws(WriteError) {
    let sheet = try workbook.addSheet(document.language(Phrase.notes), theme)
    let textWidth = 110.0
    var labelStyle = CellStyle.label
    labelStyle.wraps = true
    try sheet.setWidth(28, of: 0)
    try sheet.setWidth(textWidth, of: 1)
    try sheet.setPrinting()
    try sheet.write(table.title, row: 0, column: 0, workbook.format(.title, theme))
    try sheet.write(table.subtitle, row: 1, column: 0, workbook.format(.subtitle, theme))
    var lines = document.particulars.map { ($0.label, $0.value) }
    lines += table.notes.map { ("", $0) }
    lines += document.definitions.map { ($0.term, $0.text) }
    lines += document.inputs.map { ($0.file, "\(document.language(Phrase.digest)): \($0.sha256)") }
    for (index, (label, text)) in lines.enumerated() {
        try sheet.writeParagraph(
            text, row: index + 3, columns: 1...1, width: textWidth, workbook.format(.paragraph, theme),
            cutNote: document.language(Phrase.cutNote))
        if !label.isEmpty { try sheet.write(label, row: index + 3, column: 0, workbook.format(labelStyle, theme)) }
    }
}

/// The sheets of the rows.
private struct RecordSheet {
    /// How many rows are looked at before the widths of the columns are set.
    private static let sample = 1_000

    private let table: Table
    private let stream: RowStream
    private let theme: SheetTheme
    private let rowLimit: Int
    private var sheet: Sheet
    private var row = 0
    private let widths: [Double]
    private let indents: [UInt8]
    /// The formats of words and days, column by column.
    private var words: [UnsafeMutablePointer<lxw_format>] = []
    private var days: [UnsafeMutablePointer<lxw_format>] = []
    /// The formats of numbers, column by column, by the digits behind the point.
    private var numbers: [[Int: UnsafeMutablePointer<lxw_format>]] = []

    init(
        _ table: Table, rows stream: RowStream, theme: SheetTheme, rowLimit: Int, in workbook: inout Workbook
    ) throws(WriteError) {
        self.table = table
        self.stream = stream
        self.theme = theme
        self.rowLimit = max(rowLimit, 2)
        var widest = stream.columns.map { TextMeasure.digits($0.heading) * theme.boldFactor + 3 }
        stream.forEach(upTo: Self.sample) { row in
            for (column, cell) in row.enumerated() {
                widest[column] = max(widest[column], TextMeasure.digits(cell.displayText) + 1)
            }
        }
        indents = stream.columns.indices.map { TableLayout.indent(of: $0, in: stream.columns, theme) }
        widths = zip(widest, indents).map { min($0 + 2 * Double($1), 60) * theme.widthFactor }
        for indent in indents {
            words.append(try workbook.format(CellStyle(alignment: .start, indent: indent), theme))
            numbers.append([:])
            days.append(
                try workbook.format(CellStyle(numberFormat: "yyyy-mm-dd", alignment: .start, indent: indent), theme))
        }
        sheet = try workbook.addSheet(table.id, theme)
    }

    mutating func write(in workbook: inout Workbook) throws(WriteError) {
        try begin(in: &workbook)
        var failure: WriteError?
        stream.forEachAhead { cells in
            guard failure == nil else { return }
            do throws(WriteError) {
                if row == rowLimit {
                    try end()
                    sheet = try workbook.addSheet(table.id, theme)
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
        try sheet.setPrinting(headingRows: 0...0)
        for (index, column) in stream.columns.enumerated() {
            let style = CellStyle.columnHeading(column.isNumeric ? .right : .start, indent: indents[index])
            try sheet.write(column.heading, row: 0, column: index, workbook.format(style, theme))
        }
        row = 1
    }

    private func end() throws(WriteError) {
        try sheet.addFilters(rows: 0...(row - 1), columns: stream.columns.count)
        try sheet.allowNumbersAsText(rows: 0...(row - 1), columns: stream.columns)
    }

    private mutating func write(_ cell: Cell, _ column: Int, in workbook: inout Workbook) throws(WriteError) {
        switch cell {
        case .text(let text): try sheet.write(text, row: row, column: column, words[column])
        case .date(let day) where day.year >= 1900:
            try sheet.write(day.components, row: row, column: column, days[column])
        case .whole(let number):
            try sheet.write(Double(number), row: row, column: column, format(0, column, in: &workbook))
        case .decimal(let decimal, let places):
            try sheet.write(decimal.double, row: row, column: column, format(places, column, in: &workbook))
        case .real(let number, let places) where number.isFinite:
            try sheet.write(number, row: row, column: column, format(places, column, in: &workbook))
        case .empty: break
        default:
            try sheet.write(
                cell, row: row, column: column, style: CellStyle(), width: widths[column], cutNote: "", in: &workbook)
        }
    }

    private mutating func format(
        _ places: Int, _ column: Int, in workbook: inout Workbook
    ) throws(WriteError) -> UnsafeMutablePointer<lxw_format> {
        if let known = numbers[column][places] { return known }
        let indent = indents[column]
        let style = CellStyle(
            numberFormat: places > 0 ? "#,##0." + String(repeating: "0", count: places) : "#,##0",
            alignment: indent > 0 ? .right : .natural, indent: indent)
        let made = try workbook.format(style, theme)
        numbers[column][places] = made
        return made
    }
}
