import CXLSXWriter
import Reporting
import Support
import TrainingStats

/// Lays one table out for analysts: title, subtitle, what must be known before, an Excel table with filters and its total row,
/// remarks.
///
/// A table with subtotals in it can be folded up instead of filtered: sorting would part them from what they sum up. An Excel
/// table has one row of headings, no two alike: one whose headings stand under those of groups is a range with filters.
struct AnalystTable {
    /// What a sheet says besides the title and the remarks of its table.
    struct Story {
        /// The lines between title and table.
        var above: [String] = []
        /// How many rows are left for pictures behind the table.
        var rowsOfPictures = 0
        /// Lines under headings of their own between the pictures and the remarks.
        var below: [(heading: String, lines: [String])] = []
    }

    /// The first row below title, subtitle and links.
    private static let firstRow = 3
    /// The number of rows behind which remarks are out of sight.
    private static let rowsInSight = 40
    /// How wide remarks run at least, in characters.
    private static let paragraphWidth = 100.0

    /// How many rows a sheet needs beside those of its table.
    static func rowsBeside(_ table: Table) -> Int { headingRow(of: table.display) + 2 + table.notes.count }

    /// The row of the headings of columns, which is below those of groups.
    static func headingRow(of grid: Grid) -> Int { firstRow + grid.groups.count }

    private let table: Table
    private let language: Language
    let layout: TableLayout
    let headingRow: Int
    let hasOutline: Bool
    /// Whether the last row is the total row of the Excel table.
    let hasTotalRow: Bool
    let name: String
    let formulas: TotalFormulas
    private let story: Story
    var grid: Grid { layout.grid }

    /// The sheet of a table, or of a part of its rows, whose totals are then plain numbers.
    ///
    /// The Excel table has the name, which must be unique in the workbook.
    init(
        _ table: Table, rows: ArraySlice<Grid.Row>, named name: String, language: Language, theme: SheetTheme,
        story: Story = Story()
    ) {
        self.story = story
        self.table = table
        self.name = name
        self.language = language
        var grid = table.display.with(rows: Array(rows))
        headingRow = Self.headingRow(of: grid) + (story.above.isEmpty ? 0 : story.above.count + 1)
        if rows.count < table.display.rows.count {
            for index in grid.rows.indices { grid.rows[index].addends = [] }
        }
        hasOutline = grid.rows.contains { $0.level > 0 }
        hasTotalRow = !hasOutline && grid.groups.isEmpty && grid.rows.count > 1 && grid.rows.last?.isTotal == true
        layout = TableLayout(grid, theme, hasFilters: !hasOutline)
        formulas = TotalFormulas(layout, origin: (headingRow + 1, 0), totalledTable: hasTotalRow ? name : nil)
    }

    /// Writes everything, with a link back to the contents.
    func write(to sheet: Sheet, contents: Sheet, in workbook: inout Workbook) throws(WriteError) {
        let theme = sheet.theme
        try sheet.write(theme.text(table.title), row: 0, column: 0, workbook.format(.title, theme))
        try writeSubtitle(to: sheet, in: &workbook)
        let lastRow = headingRow + grid.rows.count
        try sheet.writeLink(
            language(Phrase.contents), to: contents.name, row: 2, column: 0, workbook.format(.link, theme))
        if grid.rows.count > Self.rowsInSight, !table.notes.isEmpty {
            try sheet.writeLink(
                language(Phrase.notes), to: sheet.name, cell: "A\(lastRow + 3)", row: 2, column: 1,
                workbook.format(.link, theme))
        }
        try writeWarnings(to: sheet, in: &workbook)
        for (column, width) in layout.widths.enumerated() { try sheet.setWidth(width, of: column) }
        try writeGroups(to: sheet, in: &workbook)
        try writeTable(to: sheet, in: &workbook)
        try writeFigures(to: sheet, in: &workbook)
        try compare(on: sheet)
        try sheet.allowNumbersAsText(
            rows: firstHeadingRow...lastRow, headingRows: 1 + grid.groups.count, columns: grid.columns)
        try writeRemarks(from: lastRow + 2 + story.rowsOfPictures, to: sheet, in: &workbook)
        // Lines over the table are to scroll away.
        sheet.freeze(row: story.above.isEmpty ? headingRow + 1 : 0, column: frozenColumns)
        sheet.hideGridLines()
        try sheet.setPrinting(headingRows: firstHeadingRow...headingRow)
    }

    /// The first row of the headings of groups and columns.
    var firstHeadingRow: Int { headingRow - grid.groups.count }

    private func writeWarnings(to sheet: Sheet, in workbook: inout Workbook) throws(WriteError) {
        let (last, width) = paragraphColumns
        for (index, line) in story.above.enumerated() {
            try sheet.writeParagraph(
                line, row: Self.firstRow + index, columns: 0...last, width: width,
                workbook.format(.warning, sheet.theme), cutNote: language(Phrase.cutNote))
        }
    }

    /// The subtitle, broken over lines where it is longer than a readable one.
    private func writeSubtitle(to sheet: Sheet, in workbook: inout Workbook) throws(WriteError) {
        let (last, width) = paragraphColumns
        guard TextMeasure.digits(table.subtitle) * sheet.theme.widthFactor > width else {
            return try sheet.write(
                sheet.theme.text(table.subtitle), row: 1, column: 0, workbook.format(.subtitle, sheet.theme))
        }
        var style = CellStyle.subtitle
        style.alignment = .start
        style.wraps = true
        try sheet.writeParagraph(
            table.subtitle, row: 1, columns: 0...last, width: width, workbook.format(style, sheet.theme),
            cutNote: language(Phrase.cutNote))
    }

    private func writeFigures(to sheet: Sheet, in workbook: inout Workbook) throws(WriteError) {
        for (index, row) in grid.rows.enumerated() {
            let sheetRow = headingRow + 1 + index
            let lines = layout.lines(of: row)
            let height = sheet.theme.rowHeight(ofLines: lines)
            if row.level > 0 {
                try sheet.setLevel(row.level, of: sheetRow, height: height)
            } else if let height {
                try sheet.setHeight(height, of: sheetRow)
            }
            let isLast = row.isTotal && index == grid.rows.count - 1
            for (column, cell) in row.cells.enumerated() {
                let style = CellStyle(
                    isBold: row.isTotal || grid.columns[column].isTotal, indent: layout.indent(of: column),
                    hasLineAbove: isLast, standsAtTop: lines > 1)
                try sheet.write(
                    cell, formula: formulas.formula(index, column), row: sheetRow, column: column, style: style,
                    width: layout.widths[column], cutNote: language(Phrase.cutNote), in: &workbook)
            }
        }
    }

    /// Bars or shades behind the figures that are worth comparing.
    private func compare(on sheet: Sheet) throws(WriteError) {
        let rows = grid.rows.indices.filter { !grid.rows[$0].isTotal && !grid.rows[$0].isUnknown }.runs
        func ranges(_ columns: [Int]) -> [CellRange] {
            columns.runs.flatMap { columns in
                rows.map {
                    CellRange(
                        rows: (headingRow + 1 + $0.lowerBound)...(headingRow + 1 + $0.upperBound),
                        columns: columns)
                }
            }
        }
        switch table.comparison {
        case .columns(let columns): for column in columns { try sheet.addBars(ranges([column])) }
        case .block(let columns): try sheet.addShades(ranges(columns))
        case nil: break
        }
    }

    /// How many columns of words stay in sight in a wide table; the same in both languages.
    private var frozenColumns: Int {
        guard grid.columns.count > 6, grid.keyCount < grid.columns.count else { return 0 }
        return grid.keyCount > 2 ? 1 : grid.keyCount
    }

    /// The columns, from the first one on, that make a readable line, and their width together.
    private var paragraphColumns: (last: Int, width: Double) {
        let widths = layout.widths
        var last = 0
        var width = widths.first ?? TableLayout.plainWidth
        while width < Self.paragraphWidth {
            last += 1
            width += last < widths.count ? widths[last] : TableLayout.plainWidth
        }
        return (last, width)
    }

    /// The lines and remarks under the table, over as many columns as make a readable line.
    private func writeRemarks(
        from firstRow: Int, to sheet: Sheet, in workbook: inout Workbook
    ) throws(WriteError) {
        let (last, width) = paragraphColumns
        var row = firstRow
        func write(_ lines: [String]) throws(WriteError) {
            for line in lines {
                try sheet.writeParagraph(
                    line, row: row, columns: 0...last, width: width, workbook.format(.paragraph, sheet.theme),
                    cutNote: language(Phrase.cutNote))
                row += 1
            }
        }
        let below = story.below + (story.below.isEmpty ? [] : [(language(Phrase.notes), table.notes)])
        for (heading, lines) in below where !lines.isEmpty {
            try sheet.write(heading, row: row, column: 0, workbook.format(.heading, sheet.theme))
            row += 1
            try write(lines)
            row += 1
        }
        if below.isEmpty { try write(table.notes) }
    }
}
