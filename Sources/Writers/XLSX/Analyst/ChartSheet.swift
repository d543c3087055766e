import CXLSXWriter
import Reporting

/// The pictures of a report on a sheet of their own, two beside each other, each in a field that no other touches.
struct ChartSheet {
    /// A chart and the sheet that its table stands on.
    struct Entry {
        let chart: Chart
        let grid: Grid
        let sheet: String
        /// The row of the headings of the table.
        let headingRow: Int
        /// How wide the chart is, in pixels.
        var width = ChartSheet.chartWidth
    }

    /// A field in cells of the usual size, 64 by 20 pixels; the chart leaves a margin in it.
    private static let (fieldColumns, fieldRows) = (10, 20)
    private static let (chartWidth, chartHeight) = (10.0 * 64 - 16, 20.0 * 20 - 20)
    /// The size of a chart if none is asked for, in pixels.
    static let (usualWidth, usualHeight) = (480.0, 288.0)
    private static let firstRow = 2
    /// How many rows of fields go on a page.
    private static let fieldRowsOfPage = 2

    /// Draws all charts.
    static func write(
        _ entries: [Entry], title: String, to sheet: Sheet, in workbook: inout Workbook
    ) throws(WriteError) {
        try sheet.write(title, row: 0, column: 0, workbook.format(.title, sheet.theme))
        for (index, entry) in entries.enumerated() {
            let chart = try NativeChart(entry, sheet.theme, in: &workbook).handle
            try sheet.place(
                chart, row: firstRow + index / 2 * fieldRows, column: index % 2 * fieldColumns,
                scale: (chartWidth / usualWidth, chartHeight / usualHeight), description: entry.chart.title)
        }
        sheet.hideGridLines()
        let rows = (entries.count + 1) / 2
        let pages = stride(from: fieldRowsOfPage, to: rows, by: fieldRowsOfPage)
        try sheet.setPrinting(scale: 68, breaks: pages.map { firstRow + $0 * fieldRows })
    }
}

extension Sheet {
    /// Places a chart with its upper corner in a cell; it keeps its size when columns change theirs.
    func place(
        _ chart: UnsafeMutablePointer<lxw_chart>, row: Int, column: Int, offset: Int = 8,
        scale: (x: Double, y: Double), description: String
    ) throws(WriteError) {
        // Invariant: the text lives until the library has copied it.
        let text = strdup(safeText(description, limit: 255))
        defer { free(text) }
        var options = lxw_chart_options()
        options.x_offset = Int32(offset)
        options.y_offset = 8
        options.x_scale = scale.x
        options.y_scale = scale.y
        options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
        options.description = text
        try check(worksheet_insert_chart_opt(handle, lxw_row_t(row), lxw_col_t(column), chart, &options))
    }
}
