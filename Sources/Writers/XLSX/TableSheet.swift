import CXLSXWriter
import Reporting
import TrainingStats

/// Lays one table out on a sheet: title, subtitle, an Excel table with its total row, remarks.
struct TableSheet {
    private static let headingRow = 3
    /// How wide remarks run at least, in characters.
    private static let paragraphWidth = 100.0

    /// How many rows a sheet needs beside those of its table.
    static func rowsBeside(_ table: Table) -> Int { headingRow + 2 + table.notes.count }

    private let table: Table
    private let grid: Grid
    private let language: Language

    /// The sheet of a table, or of a part of its rows.
    init(_ table: Table, rows: ArraySlice<Grid.Row>, _ language: Language) {
        self.table = table
        self.language = language
        grid = Grid(columns: table.display.columns, rows: Array(rows))
    }

    /// Writes everything; `name` is the table's name within the workbook.
    func write(to sheet: Sheet, tableName: String, in workbook: inout Workbook) throws(WriteError) {
        let headings = uniqueHeadings()
        let widths = widths(headings)
        let hasTotalRow = grid.rows.count > 1 && grid.rows.last?.isTotal == true
        try sheet.write(table.title, 0, 0, workbook.format(.title))
        try sheet.write(table.subtitle, 1, 0, workbook.format(.subtitle))
        for (column, width) in widths.enumerated() { try sheet.setWidth(width, of: column) }

        var formats: [UnsafeMutablePointer<lxw_format>] = []
        for (index, column) in grid.columns.enumerated() {
            let style = CellStyle.columnHeading(column.isNumeric ? .right : .start, indent: indent(of: index))
            formats.append(try workbook.format(style))
        }
        let lastRow = Self.headingRow + grid.rows.count
        if grid.rows.isEmpty {
            for (index, heading) in headings.enumerated() {
                try sheet.write(heading, Self.headingRow, index, formats[index])
            }
        } else {
            try sheet.addTable(
                rows: Self.headingRow...lastRow, headings: headings, name: tableName, hasTotalRow: hasTotalRow,
                totalLabel: hasTotalRow ? grid.rows.last?.cells.first?.displayText ?? "" : "",
                headingFormats: formats)
        }
        try sheet.setHeight(headingHeight(headings, widths), of: Self.headingRow)
        for (index, row) in grid.rows.enumerated() {
            let style = CellStyle(
                isBold: row.isTotal, hasLineAbove: hasTotalRow && index == grid.rows.count - 1)
            for (column, cell) in row.cells.enumerated() {
                try write(cell, Self.headingRow + 1 + index, column, style, widths[column], to: sheet, in: &workbook)
            }
        }
        try writeRemarks(from: lastRow + 2, widths, to: sheet, in: &workbook)
        let isWide = grid.columns.count > 6
        sheet.freeze(row: Self.headingRow + 1, column: isWide ? 1 : 0)
        sheet.hideGridLines()
        try sheet.setPrinting(headingRow: Self.headingRow)
    }

    private func write(
        _ cell: Cell, _ row: Int, _ column: Int, _ style: CellStyle, _ width: Double, to sheet: Sheet,
        in workbook: inout Workbook
    ) throws(WriteError) {
        var style = style
        switch cell {
        case .text(let text):
            style.alignment = .start
            style.indent = indent(of: column)
            style.wraps = Double(displayWidth(text)) > width || text.contains("\n")
            try sheet.write(text, row, column, workbook.format(style), cutNote: language(Phrase.cutNote))
        case .whole(let number):
            style.numberFormat = "#,##0"
            try sheet.write(Double(number), row, column, workbook.format(style))
        case .decimal(let decimal, let places):
            style.numberFormat = numberFormat(places)
            try sheet.write(decimal.double, row, column, workbook.format(style))
        case .real(let number, let places) where number.isFinite:
            style.numberFormat = numberFormat(places)
            try sheet.write(number, row, column, workbook.format(style))
        case .share(let share) where share.isFinite:
            style.numberFormat = "0.0%"
            try sheet.write(share, row, column, workbook.format(style))
        case .date(let date) where date.year >= 1900:
            style.numberFormat = "yyyy-mm-dd"
            try sheet.write(date.components, row, column, workbook.format(style))
        case .real, .share, .date, .notApplicable, .unknown:
            style.alignment = .right
            try sheet.write(cell.displayText, row, column, workbook.format(style))
        case .empty: try sheet.writeBlank(row, column, workbook.format(style))
        }
    }

    /// Words that stand behind a figure keep their distance from it.
    private func indent(of column: Int) -> UInt8 {
        column > 0 && grid.columns[column - 1].isNumeric && !grid.columns[column].isNumeric ? 1 : 0
    }

    private func numberFormat(_ places: Int) -> String {
        places > 0 ? "#,##0." + String(repeating: "0", count: places) : "#,##0"
    }

    /// The remarks under the table, over as many columns as make a readable line.
    private func writeRemarks(
        from firstRow: Int, _ widths: [Double], to sheet: Sheet, in workbook: inout Workbook
    ) throws(WriteError) {
        var last = 0
        var width = widths.first ?? Grid.plainWidth
        while width < Self.paragraphWidth {
            last += 1
            width += last < widths.count ? widths[last] : Grid.plainWidth
        }
        for (index, remark) in table.notes.enumerated() {
            try sheet.writeParagraph(
                remark, firstRow + index, columns: 0...last, height: paragraphHeight(remark, width: width),
                workbook.format(.paragraph), cutNote: language(Phrase.cutNote))
        }
    }

    /// Headings as Excel tables need them: none empty, none twice, case aside.
    private func uniqueHeadings() -> [String] {
        var used: Set<String> = []
        return grid.columns.enumerated().map { index, column in
            let base = column.heading.isEmpty ? "\(index + 1)" : safeText(column.heading, limit: 240)
            var heading = base
            var number = 2
            while !used.insert(heading.lowercased()).inserted {
                heading = "\(base) (\(number))"
                number += 1
            }
            return heading
        }
    }

    /// The width of each column, in characters: its longest content, words alone being wrapped beyond a limit.
    private func widths(_ headings: [String]) -> [Double] {
        grid.columns.indices.map { index in
            let words = headings[index].split(separator: " ").map { displayWidth(String($0)) }
            // Room for the filter's button beside the longest word.
            var width = (words.max() ?? 0) + 3
            for row in grid.rows {
                let content =
                    displayWidth(row.cells[index].displayText) + (row.isTotal ? 2 : 1) + 2 * Int(indent(of: index))
                width = max(width, content)
            }
            return Double(min(max(width, 7), grid.columns[index].isNumeric ? 30 : 60))
        }
    }

    private func headingHeight(_ headings: [String], _ widths: [Double]) -> Double {
        let lines = zip(headings, widths).map { wrappedLines($0, width: $1 - 2) }
        return 15.0 * Double(lines.max() ?? 1) + 3
    }
}

extension Grid {
    /// The width of a column that nobody has set, in characters.
    static let plainWidth = 8.43
}

/// How high a row must be for a wrapped text, in points.
func paragraphHeight(_ text: String, width: Double) -> Double {
    15.0 * Double(wrappedLines(text, width: width)) + 2
}

/// How many lines a text takes when it is broken at spaces.
private func wrappedLines(_ text: String, width: Double) -> Int {
    let width = max(1, Int(width))
    var lines = 0
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
        var used = 0
        lines += 1
        for word in paragraph.split(separator: " ") {
            let length = displayWidth(String(word))
            if used > 0, used + 1 + length > width {
                lines += 1
                used = 0
            }
            used += (used > 0 ? 1 : 0) + length
            lines += max(0, (used - 1) / width)
            used = min(used, width)
        }
    }
    return lines
}
