import Reporting
import TrainingStats

/// Writes a report as a workbook for analysts: contents with links, one sheet a table, notes.
///
/// The file is complete when the call returns; equal documents give equal bytes.
///
/// - Throws: `WriteError` where the file cannot be written or a table has more columns than a sheet holds.
public func writeWorkbook(_ document: Document, to path: String) throws(WriteError) {
    var workbook = try Workbook(path: path, isRightToLeft: document.language.isRightToLeft)
    let author = document.particulars.last?.value ?? ""
    try workbook.setProperties(title: document.title, author: author, created: document.reportingDay)
    let contents = try workbook.addSheet(document.language(Phrase.contents))
    var sheets: [(sheet: Sheet, table: Table, rows: ArraySlice<Grid.Row>)] = []
    for table in document.tables {
        guard table.display.columns.count <= Sheet.columnLimit else {
            throw .tooLarge(
                table: table.id,
                reason: "\(table.display.columns.count) columns, and a sheet holds \(Sheet.columnLimit)")
        }
        for rows in parts(of: table.display.rows, most: Sheet.rowLimit - TableSheet.rowsBeside(table)) {
            sheets.append((try workbook.addSheet(table.id), table, rows))
        }
    }
    let notes = try workbook.addSheet(document.language(Phrase.notes))
    let links = sheets.map { ($0.sheet.name, $0.table.title) } + [(notes.name, document.language(Phrase.notes))]
    try writeContents(document, links, to: contents, in: &workbook)
    for (index, part) in sheets.enumerated() {
        part.sheet.setTabColour(0x8EA9DB)
        try TableSheet(part.table, rows: part.rows, document.language)
            .write(to: part.sheet, tableName: "table_\(index + 1)", in: &workbook)
    }
    try writeNotes(document, to: notes, in: &workbook)
    try workbook.close()
}

/// Rows in parts that each fit on a sheet; one empty part of no rows.
func parts(of rows: [Grid.Row], most: Int) -> [ArraySlice<Grid.Row>] {
    guard rows.count > most else { return [rows[...]] }
    return stride(from: 0, to: rows.count, by: most).map { rows[$0..<min($0 + most, rows.count)] }
}

private func writeContents(
    _ document: Document, _ links: [(sheet: String, title: String)], to sheet: Sheet, in workbook: inout Workbook
) throws(WriteError) {
    let language = document.language
    var row = 0
    try sheet.setWidth(26, of: 0)
    try sheet.setWidth(84, of: 1)
    try sheet.write(document.title, row, 0, workbook.format(.title))
    row += 2
    for particular in document.particulars {
        try sheet.write(particular.label, row, 0, workbook.format(.label))
        try sheet.write(particular.value, row, 1, workbook.format(.paragraph))
        try sheet.setHeight(paragraphHeight(particular.value, width: 84), of: row)
        row += 1
    }
    row += 1
    try sheet.write(language(Phrase.contents), row, 0, workbook.format(.heading))
    row += 1
    for link in links {
        try sheet.writeLink(link.sheet, to: link.sheet, row, 0, workbook.format(.link))
        try sheet.write(link.title, row, 1, workbook.format(.paragraph))
        row += 1
    }
    if !document.omissions.isEmpty {
        row += 1
        try sheet.write(language(Phrase.omitted), row, 0, workbook.format(.heading))
        row += 1
        for omission in document.omissions {
            try sheet.write(omission.id, row, 0, workbook.format(CellStyle(alignment: .start)))
            try sheet.write("\(omission.title): \(omission.reason)", row, 1, workbook.format(.paragraph))
            row += 1
        }
    }
    sheet.hideGridLines()
    try sheet.setPrinting(headingRow: nil)
}

private func writeNotes(
    _ document: Document, to sheet: Sheet, in workbook: inout Workbook
) throws(WriteError) {
    let width = 110.0
    try sheet.setWidth(width, of: 0)
    try sheet.write(document.language(Phrase.notes), 0, 0, workbook.format(.title))
    var paragraphs = [[Sentence.notAvailable, .notApplicable].map { document.language($0) }.joined(separator: " ")]
    for definition in document.tables.flatMap(\.definitions) where !paragraphs.contains(definition) {
        paragraphs.append(definition)
    }
    for (index, paragraph) in paragraphs.enumerated() {
        try sheet.writeParagraph(
            paragraph, index + 2, columns: 0...0, height: paragraphHeight(paragraph, width: width),
            workbook.format(.paragraph), cutNote: document.language(Phrase.cutNote))
    }
    sheet.hideGridLines()
    try sheet.setPrinting(headingRow: nil)
}
