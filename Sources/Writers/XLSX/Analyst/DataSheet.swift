import Reporting
import Support
import TrainingStats

/// All figures of a report in one list, for pivots: the table, the members that a figure is of, the figure, its value.
///
/// Totals have a mark, so that a pivot can leave them out, and each figure says along what its values may be added.
struct DataSheet {
    /// How wide the columns are, in characters.
    private static let (words, numbers) = (24.0, 14.0)

    private let document: Document
    private let rowLimit: Int
    private var language: Language { document.language }
    /// How many dimensions the table with the most of them has.
    private let dimensions: Int

    init(_ document: Document, rowLimit: Int) {
        self.document = document
        self.rowLimit = rowLimit
        dimensions = document.tables.map(\.data.keyCount).max() ?? 0
    }

    /// Writes the list; rows that a sheet has no room for are left out, and the last row says so.
    func write(to sheet: Sheet, in workbook: inout Workbook) throws(WriteError) {
        let headings =
            [language(Phrase.table)]
            + (0..<dimensions).flatMap { _ in [language(Phrase.dimension), language(Phrase.member)] }
            + [language(Phrase.total), language(Phrase.figure), language(Phrase.value), language(Phrase.additive)]
        let value = headings.count - 2
        for (column, heading) in headings.enumerated() {
            try sheet.setWidth(column == value ? Self.numbers : Self.words, of: column)
            let style = CellStyle.columnHeading(column == value ? .right : .start, indent: 0)
            try sheet.write(heading, row: 0, column: column, workbook.format(style, sheet.theme))
        }
        var row = 1
        for table in document.tables {
            for cells in lines(of: table) {
                guard row < rowLimit - 1 else {
                    try sheet.write(language(Phrase.cutNote), row: row, column: 0, workbook.format(.text, sheet.theme))
                    return
                }
                for (column, cell) in cells.enumerated() where cell != .empty {
                    try sheet.write(
                        cell, row: row, column: column, style: CellStyle(), width: .infinity,
                        cutNote: language(Phrase.cutNote), in: &workbook)
                }
                row += 1
            }
        }
        sheet.freeze(row: 1, column: 0)
        try sheet.addFilters(rows: 0...(row - 1), columns: headings.count)
        try sheet.allowNumbersAsText(
            rows: 0...(row - 1),
            columns: headings.enumerated().map { Grid.Column(id: "\($0)", heading: $1, isNumeric: $0 == value) })
        try sheet.setPrinting(headingRows: 0...0)
    }

    /// A line for each figure of a table's data; what is not known or not applicable has its shorthand.
    private func lines(of table: Table) -> [[Cell]] {
        let data = table.namedData
        let keys = data.keyCount
        let definitions = Dictionary(
            document.definitions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let headings = data.columns.enumerated().map { index, column in
            definitions[column.id]?.term
                ?? table.display.columns.first { $0.id == column.id }?.heading ?? table.heading(ofKey: index, language)
                ?? column.heading
        }
        return zip(data.rows, table.data.rows).flatMap { row, codes -> [[Cell]] in
            let isTotal = codes.cells.prefix(keys).contains(.text("_T"))
            var start: [Cell] = [.text(table.title)]
            for key in 0..<dimensions {
                start += key < keys ? [.text(headings[key]), row.cells[key]] : [.empty, .empty]
            }
            start.append(.text(language(isTotal ? Phrase.yes : .no)))
            return data.columns.indices.dropFirst(keys).compactMap { column in
                let cell = row.cells[column]
                guard data.columns[column].isNumeric, cell != .empty else { return nil }
                let definition = definitions[data.columns[column].id] ?? row.definition.flatMap { definitions[$0] }
                return start + [.text(headings[column]), cell, definition.map { .text($0.adds) } ?? .empty]
            }
        }
    }
}
