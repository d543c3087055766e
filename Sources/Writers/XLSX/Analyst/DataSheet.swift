import Reporting
import Support
import TrainingStats

/// All figures of a report in one list, for pivots: the table, the members that a figure is of, the figure, its period, its value
/// and unit.
///
/// Values are numbers alone; the status says why there is none, or what must be known of it. Totals have a mark, so that a pivot can leave them out, and each figure says along what its values may be added.
struct DataSheet {
    /// How wide the columns are, in characters.
    private static let (words, numbers) = (24.0, 14.0)

    private let document: Document
    private let lists: [FigureList]
    private let rowLimit: Int
    private var language: Language { document.language }
    /// How many dimensions the table with the most of them has.
    private let dimensions: Int

    init(_ document: Document, rowLimit: Int) {
        self.document = document
        self.rowLimit = rowLimit
        lists = document.tables.map { FigureList($0, document) }
        dimensions = lists.map(\.keyCount).max() ?? 0
    }

    /// Writes the list; rows that a sheet has no room for are left out, and the last row says so.
    func write(to sheet: Sheet, in workbook: inout Workbook) throws(WriteError) {
        let headings = headings
        let value = headings.count - 4
        for (column, heading) in headings.enumerated() {
            try sheet.setWidth(column == value ? Self.numbers : Self.words, of: column)
            let style = CellStyle.columnHeading(column == value ? .right : .start, indent: 0)
            try sheet.write(heading, row: 0, column: column, workbook.format(style, sheet.theme))
        }
        let last = try writeLines(to: sheet, in: &workbook)
        sheet.freeze(row: 1, column: 0)
        try sheet.addFilters(rows: 0...last, columns: headings.count)
        try sheet.allowNumbersAsText(
            rows: 0...last,
            columns: headings.enumerated().map { Grid.Column(id: "\($0)", heading: $1, isNumeric: $0 == value) })
        try sheet.setPrinting(headingRows: 0...0)
    }

    /// The headings, no two alike: a pivot calls its fields by them.
    private var headings: [String] {
        func numbered(_ phrase: Phrase, _ number: Int) -> String {
            number == 1 ? language(phrase) : document.words(language(phrase) + " \(number)")
        }
        return [language(Phrase.table)]
            + (0..<dimensions).flatMap { [numbered(.dimension, $0 + 1), numbered(.member, $0 + 1)] }
            + [Phrase.total, .figure, .period, .value, .unitOfValue, .status, .additive].map { language($0) }
    }

    /// Writes the lines, and gives the last row that was written.
    private func writeLines(to sheet: Sheet, in workbook: inout Workbook) throws(WriteError) -> Int {
        var row = 0
        for list in lists {
            for line in list.lines {
                row += 1
                guard row < rowLimit - 1 else {
                    try sheet.write(language(Phrase.cutNote), row: row, column: 0, workbook.format(.text, sheet.theme))
                    return row
                }
                for (column, cell) in cells(line, of: list.table).enumerated() {
                    if case .empty = cell { continue }
                    try sheet.write(
                        cell, row: row, column: column, style: CellStyle(), width: .infinity,
                        cutNote: language(Phrase.cutNote), in: &workbook)
                }
            }
        }
        return row
    }

    private func cells(_ line: FigureList.Line, of table: Table) -> [Cell] {
        var cells: [Cell] = []
        cells.reserveCapacity(2 * dimensions + 8)
        cells.append(.text(table.title))
        for (heading, member) in line.key {
            cells.append(.text(heading))
            cells.append(member)
        }
        while cells.count < 2 * dimensions + 1 { cells.append(.empty) }
        cells.append(.text(language(line.isTotal ? Phrase.yes : .no)))
        cells.append(.text(line.figure))
        cells.append(text(line.period))
        cells.append(line.value.isNumber ? line.value.unmarked : .empty)
        cells.append(text(line.unit))
        cells.append(text(status(of: line.value)))
        cells.append(.text(line.adds ?? language(Phrase.no)))
        return cells
    }

    private func text(_ words: String) -> Cell { words.isEmpty ? .empty : .text(words) }

    /// What stands in place of a number, and the marks of the figure.
    private func status(of value: Cell) -> String {
        let unmarked = value.unmarked
        return [unmarked.isNumber ? "" : unmarked.displayText, value.marks.isEmpty ? "" : value.marks.shorthand]
            .filter { !$0.isEmpty }.joined(separator: " ")
    }
}
