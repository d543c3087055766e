import CXLSXWriter
import Foundation
import Reporting

/// A chart that the spreadsheet program draws from the cells of a table.
///
/// Invariant: as with sheets, the handle belongs to the library and is used only while the workbook is open.
struct NativeChart {
    /// The width below which a chart has small letters, in pixels.
    private static let usualWidth = 400.0
    /// How wide a digit of a label is at most, in pixels.
    private static let digitWidth = 7.0

    /// The most categories of bars that have room.
    private static let mostBars = 24

    /// Whether spreadsheet programs can draw a chart: they draw a figure that is not there as 0, all rows of a list, and no period
    /// that the sheet does not have; instead of a heat table the sheets shade their own cells.
    static func canDraw(_ chart: Chart, of grid: Grid) -> Bool {
        let isComplete = chart.rows.allSatisfy { row in chart.columns.allSatisfy { grid.rows[row].cells[$0].isNumber } }
        let categories = chart.series == .columns ? chart.rows.count : chart.columns.count
        return chart.form != .heat && isComplete && chart.emptyPeriods.isEmpty
            && (chart.form == .lines || categories <= mostBars)
    }

    let handle: UnsafeMutablePointer<lxw_chart>
    private let chart: Chart
    private let grid: Grid
    private let sheet: String
    private let theme: SheetTheme
    /// The row of the headings of the table, and the width of the chart.
    private let headingRow: Int
    private let width: Double

    init(_ entry: ChartSheet.Entry, _ theme: SheetTheme, in workbook: inout Workbook) throws(WriteError) {
        (chart, grid, sheet, self.theme) = (entry.chart, entry.grid, entry.sheet, theme)
        (headingRow, width) = (entry.headingRow, entry.width)
        let type =
            switch chart.form {
            case .columns: LXW_CHART_COLUMN
            case .bars, .dots, .map: LXW_CHART_BAR
            case .stackedBars, .heat: LXW_CHART_BAR_STACKED
            case .lines, .slopes: LXW_CHART_LINE
            }
        handle = try workbook.addChart(type)
        withFont(size: width < Self.usualWidth ? 11 : 13, isBold: true) { font in
            chart_title_set_name(handle, safeText(chart.title, limit: 255))
            chart_title_set_name_font(handle, &font)
        }
        let lines: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] =
            switch chart.series {
            case .rows: chart.rows.map { ($0...$0, chart.columns) }
            case .columns: chart.columns.map { (chart.rows, $0...$0) }
            }
        for (index, line) in lines.enumerated() {
            try addSeries(line, colour: ChartStyle.numbers[index % ChartStyle.numbers.count], isAlone: lines.count == 1)
        }
        setAxes(isAlone: lines.count == 1)
        if lines.count == 1 {
            chart_legend_set_position(handle, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        } else {
            chart_legend_set_position(handle, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
            withFont { chart_legend_set_font(handle, &$0) }
        }
        var border = lxw_chart_line()
        border.color = 0xD9D9D9
        border.width = 0.75
        chart_chartarea_set_line(handle, &border)
    }

    /// Where a row and a column of the grid stand on the sheet.
    private func row(_ index: Int) -> lxw_row_t { lxw_row_t(headingRow + 1 + index) }
    private func column(_ index: Int) -> lxw_col_t { lxw_col_t(index) }

    private func addSeries(
        _ line: (rows: ClosedRange<Int>, columns: ClosedRange<Int>), colour: UInt32, isAlone: Bool
    ) throws(WriteError) {
        guard let series = chart_add_series(handle, nil, nil) else {
            throw .failed(path: sheet, reason: .noMemory)
        }
        let headings = lxw_row_t(headingRow)
        // The words of a row nearest to its figures name it.
        let label = column((grid.columns.firstIndex { $0.isNumeric } ?? 1) - 1)
        let (rows, columns) = (line.rows, line.columns)
        switch chart.series {
        case .rows:
            chart_series_set_categories(
                series, sheet, headings, column(columns.lowerBound), headings, column(columns.upperBound))
            chart_series_set_name_range(series, sheet, row(rows.lowerBound), label)
        case .columns:
            chart_series_set_categories(series, sheet, row(rows.lowerBound), label, row(rows.upperBound), label)
            chart_series_set_name_range(series, sheet, headings, column(columns.lowerBound))
        }
        chart_series_set_values(
            series, sheet, row(rows.lowerBound), column(columns.lowerBound), row(rows.upperBound),
            column(columns.upperBound))
        let numbers = numbers(in: rows, columns)
        guard chart_series_cache_numbers(series, numbers, UInt16(numbers.count)) == 1 else {
            throw .failed(path: sheet, reason: .noMemory)
        }
        if isOfLines {
            var stroke = lxw_chart_line()
            stroke.color = lxw_color_t(colour)
            stroke.width = 2.25
            chart_series_set_line(series, &stroke)
        } else {
            var fill = lxw_chart_fill()
            fill.color = lxw_color_t(colour)
            chart_series_set_fill(series, &fill)
        }
        guard showsLabels(isAlone) else { return }
        chart_series_set_labels(series)
        chart_series_set_labels_num_format(series, numberFormat)
        withFont { chart_series_set_labels_font(series, &$0) }
        if chart.form == .columns, !hasRoom(forLabelsOf: numbers) { try labelLast(of: numbers.count, series) }
    }

    /// Whether the figures of columns can stand side by side.
    private func hasRoom(forLabelsOf numbers: [Double]) -> Bool {
        let longest = numbers.map { PlainNumber.display(PlainNumber.data($0), places: 0).count }.max() ?? 0
        return Double(numbers.count * (longest + 1)) * Self.digitWidth <= width
    }

    /// Leaves the figure of the last column alone, the newest.
    private func labelLast(
        of count: Int, _ series: UnsafeMutablePointer<lxw_chart_series>
    ) throws(WriteError) {
        // Invariant: the list ends in nil, and lives with its entries until the library has copied both.
        let labels = UnsafeMutablePointer<lxw_chart_data_label>.allocate(capacity: count)
        let list = UnsafeMutablePointer<UnsafeMutablePointer<lxw_chart_data_label>?>.allocate(capacity: count + 1)
        defer {
            labels.deallocate()
            list.deallocate()
        }
        for index in 0..<count {
            var label = lxw_chart_data_label()
            label.hide = index < count - 1 ? 1 : 0
            (labels + index).initialize(to: label)
            (list + index).initialize(to: labels + index)
        }
        (list + count).initialize(to: nil)
        try checked(chart_series_set_labels_custom(series, list), sheet)
    }

    /// The figures of some cells.
    private func numbers(in rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) -> [Double] {
        rows.flatMap { row in
            columns.map { column in
                let number = grid.rows[row].cells[column].numberOnSheet ?? 0
                return number.isFinite ? number : 0
            }
        }
    }

    /// A single series of bars says its figures; an axis beside them would say them twice.
    private func showsLabels(_ isAlone: Bool) -> Bool { isAlone && !isOfLines }

    private var isOfLines: Bool { chart.form == .lines || chart.form == .slopes }

    /// In both languages time and figures run the way that the language reads.
    private func setAxes(isAlone: Bool) {
        let isBars = [.bars, .stackedBars, .dots, .map].contains(chart.form)
        // The library's first axis lies and its second stands, whichever of them has the categories.
        guard let categories = chart_axis_get(handle, isBars ? LXW_CHART_AXIS_TYPE_Y : LXW_CHART_AXIS_TYPE_X),
            let values = chart_axis_get(handle, isBars ? LXW_CHART_AXIS_TYPE_X : LXW_CHART_AXIS_TYPE_Y)
        else { return }
        // Bars are drawn from the foot up; the first category belongs at the top.
        if isBars || theme.isRightToLeft { chart_axis_set_reverse(categories) }
        if isBars, theme.isRightToLeft { chart_axis_set_reverse(values) }
        if isBars { chart_axis_set_crossing_max(categories) }
        withFont { font in
            chart_axis_set_num_font(values, &font)
            if width < Self.usualWidth { font.size = 8 }
            chart_axis_set_num_font(categories, &font)
        }
        chart_axis_set_major_tick_mark(categories, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
        var stroke = lxw_chart_line()
        stroke.color = 0xBFBFBF
        stroke.width = 0.75
        chart_axis_set_line(categories, &stroke)
        chart_axis_set_num_format(values, numberFormat)
        chart_axis_set_min(values, 0)
        if let goal = chart.goal {
            // The line at the goal is the only one near the bars.
            chart_axis_set_major_unit(values, goal)
            chart_axis_set_max(values, max(goal, numbers(in: chart.rows, chart.columns).max() ?? 0) * 1.15)
            var line = lxw_chart_line()
            line.color = 0x404040
            line.width = 1.5
            chart_axis_major_gridlines_set_visible(values, UInt8(LXW_TRUE.rawValue))
            chart_axis_major_gridlines_set_line(values, &line)
            chart_axis_off(values)
        } else if showsLabels(isAlone) {
            chart_axis_major_gridlines_set_visible(values, UInt8(LXW_FALSE.rawValue))
            chart_axis_off(values)
            // The figure of the highest column has room below the title.
            let most = numbers(in: chart.rows, chart.columns).max() ?? 0
            if chart.form == .columns, most > 0 { chart_axis_set_max(values, most * 1.25) }
        } else {
            var grid = lxw_chart_line()
            grid.color = 0xE5E5E5
            grid.width = 0.75
            chart_axis_major_gridlines_set_line(values, &grid)
            var none = lxw_chart_line()
            none.none = 1
            chart_axis_set_line(values, &none)
        }
        if !chart.unit.isEmpty {
            withFont(isBold: false) { font in
                chart_axis_set_name(values, safeText(chart.unit, limit: 255))
                chart_axis_set_name_font(values, &font)
            }
        }
    }

    /// The format of the figures, without digits after the point but those of percentage points.
    private var numberFormat: String {
        let cells = chart.rows.flatMap { row in chart.columns.map { grid.rows[row].cells[$0] } }
        let isShare = cells.contains { if case .share = $0.unmarked { true } else { false } }
        let isInPoints = cells.contains { if case .points = $0.unmarked { true } else { false } }
        return theme.numberFormat(isShare ? "0%" : isInPoints ? "0.0" : "#,##0")
    }

    private func withFont(size: Double = 9, isBold: Bool = false, _ body: (inout lxw_chart_font) -> Void) {
        // Invariant: the name lives until the library has copied it.
        let name = theme.font.map { strdup($0) } ?? nil
        defer { free(name) }
        var font = lxw_chart_font()
        font.name = name
        font.size = size
        font.bold = isBold ? 1 : UInt8(LXW_EXPLICIT_FALSE.rawValue)
        font.color = 0x404040
        body(&font)
    }
}
