import CXLSXWriter
import Reporting
import Support
import TrainingStats

/// One table of an accessible workbook: title in A1, lines of text under it, one heading row, marked up as a table.
struct PublicationTable {
    /// How many rows a sheet needs beside those of its table, at most.
    static let rowsBeside = 32

    private let title: String
    private let lines: [String]
    private let language: Language
    private let theme: SheetTheme
    private let layout: TableLayout
    private let linksFirstColumn: Bool
    /// How wide lines over a table run at least, in characters.
    private static let leastLineWidth = 150.0

    init(
        title: String, lines: [String], grid: Grid, _ language: Language, _ theme: SheetTheme, mostWords: Double = 66,
        linksFirstColumn: Bool = false
    ) {
        self.title = theme.text(title)
        self.language = language
        self.theme = theme
        self.linksFirstColumn = linksFirstColumn
        layout = TableLayout(grid.withoutGaps, theme, hasFilters: false, mostWords: mostWords)
        // Nothing is wrapped over the table's columns, and a line that runs beyond them would print everything small.
        let width = max(layout.widths.reduce(0, +), Self.leastLineWidth) / theme.widthFactor
        self.lines = lines.flatMap { TextMeasure.lines(ofDigits: width, theme.text($0)) }
    }

    /// Writes everything; the first column can hold links to the sheets that it names.
    ///
    /// The Excel table has the name, which must be unique in the workbook.
    func write(to sheet: Sheet, named name: String, in workbook: inout Workbook) throws(WriteError) {
        let grid = layout.grid
        try sheet.write(title, row: 0, column: 0, workbook.format(.title, theme))
        for (index, line) in lines.enumerated() {
            try sheet.write(
                line, row: index + 1, column: 0, workbook.format(.text, theme), cutNote: language(Phrase.cutNote))
        }
        let headingRow = lines.count + 1
        for (column, width) in layout.widths.enumerated() { try sheet.setWidth(width, of: column) }
        var formats: [UnsafeMutablePointer<lxw_format>] = []
        for (index, column) in grid.columns.enumerated() {
            let style = CellStyle.columnHeading(
                column.isNumeric ? .right : .start, indent: layout.indent(of: index), fill: nil)
            formats.append(try workbook.format(style, theme))
        }
        try sheet.setHeight(layout.headingHeight, of: headingRow)
        if grid.rows.isEmpty {
            for (column, heading) in layout.headings.enumerated() {
                try sheet.write(heading, row: headingRow, column: column, formats[column])
            }
        } else {
            try sheet.addTable(
                rows: headingRow...(headingRow + grid.rows.count), headings: layout.headings,
                name: workbook.tableName(name), hasFilters: false, isPlain: true, headingFormats: formats)
        }
        for (index, row) in grid.rows.enumerated() {
            let lines = layout.lines(of: row)
            let height = theme.rowHeight(ofLines: lines)
            if let height { try sheet.setHeight(height, of: headingRow + 1 + index) }
            for (column, cell) in row.cells.enumerated() {
                let sheetRow = headingRow + 1 + index
                if linksFirstColumn, column == 0, case .text(let name) = cell {
                    try sheet.writeLink(name, to: name, row: sheetRow, column: column, workbook.format(.link, theme))
                    continue
                }
                try sheet.write(
                    cell, row: sheetRow, column: column,
                    style: CellStyle(
                        isBold: row.isTotal, indent: layout.indent(of: column), standsAtTop: lines > 1),
                    width: layout.widths[column], cutNote: language(Phrase.cutNote), in: &workbook)
            }
        }
        try sheet.allowNumbersAsText(rows: headingRow...(headingRow + grid.rows.count), columns: grid.columns)
        try sheet.setPrinting(headingRows: headingRow...headingRow, hasFooter: false)
    }
}

extension Grid {
    /// The grid of an accessible table, which has no empty cells.
    var withoutGaps: Grid {
        with(
            rows: rows.map { row in
                var row = row
                row.cells = row.cells.map { $0 == .empty ? .notApplicable : $0 }
                return row
            })
    }
}
