import CXLSXWriter
import Reporting

/// The headings of a table for analysts, and what they head: an Excel table, or a range with filters.
extension AnalystTable {
    /// The headings over those of the columns, each over all columns that it holds for.
    func writeGroups(to sheet: Sheet, in workbook: inout Workbook) throws(WriteError) {
        for (level, groups) in grid.groups.enumerated() {
            let row = firstHeadingRow + level
            try sheet.setHeight(layout.height(of: groups), of: row)
            var key = CellStyle.columnHeading(.start)
            key.hasLineBelow = false
            for column in 0..<grid.keyCount {
                try sheet.writeBlank(row: row, column: column, workbook.format(key, sheet.theme))
            }
            for group in groups {
                let columns = group.columns
                let style = CellStyle.columnHeading(.centre, fill: fill(of: columns.lowerBound))
                try sheet.writeMerged(
                    sheet.theme.text(group.heading), row: row, columns: columns.lowerBound...(columns.upperBound - 1),
                    workbook.format(style, sheet.theme))
            }
        }
    }

    /// The background of a heading: groups beside each other have different ones.
    private func fill(of column: Int) -> UInt32 {
        let place = grid.groups.first?.firstIndex { $0.columns.contains(column) } ?? 0
        return place % 2 == 0 ? CellStyle.headingFill : CellStyle.otherHeadingFill
    }

    func writeTable(to sheet: Sheet, in workbook: inout Workbook) throws(WriteError) {
        var formats: [UnsafeMutablePointer<lxw_format>] = []
        for (index, column) in grid.columns.enumerated() {
            let style = CellStyle.columnHeading(
                column.isNumeric ? .right : .start, indent: layout.indent(of: index), fill: fill(of: index))
            formats.append(try workbook.format(style, sheet.theme))
        }
        try sheet.setHeight(layout.headingHeight, of: headingRow)
        guard let last = grid.rows.last, grid.groups.isEmpty else {
            for (index, heading) in layout.headings.enumerated() {
                try sheet.write(sheet.theme.text(heading), row: headingRow, column: index, formats[index])
            }
            let listed = grid.rows.count - (grid.rows.last?.isTotal == true ? 1 : 0)
            // Totals at the end stay there, whatever the order.
            if !hasOutline {
                try sheet.addFilters(rows: headingRow...(headingRow + listed), columns: grid.columns.count)
            }
            return
        }
        var sums: [Int: Double] = [:]
        for column in grid.columns.indices where formulas.isTableTotal(column) {
            sums[column] = last.cells[column].number
        }
        let totals = Sheet.Totals(label: last.cells.first?.displayText(sheet.theme.digits) ?? "", sums: sums)
        try sheet.addTable(
            rows: headingRow...(headingRow + grid.rows.count), headings: layout.headings,
            name: name,
            totals: hasTotalRow ? totals : nil, hasFilters: !hasOutline, headingFormats: formats)
    }
}
