import CXLSXWriter
import Foundation
import Reporting

/// A chart that the spreadsheet program draws from the cells of a table.
///
/// Invariant: as with sheets, the handle belongs to the library and is used only while the workbook is open.
struct NativeChart {
    /// Colours that stay apart, for readers who see few colours too (after Okabe and Ito).
    private static let colours: [UInt32] = [
        0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0x7F7F7F, 0xF0C808,
    ]

    /// The most categories of bars that have room.
    private static let mostBars = 24

    /// Whether spreadsheet programs can draw a chart: they draw a figure that is not there as 0, and all rows of a list; instead of a
    /// heat table the sheets shade their own cells.
    static func canDraw(_ chart: Chart, of grid: Grid) -> Bool {
        let isComplete = chart.rows.allSatisfy { row in chart.columns.allSatisfy { grid.rows[row].cells[$0].isNumber } }
        let categories = chart.series == .columns ? chart.rows.count : chart.columns.count
        return chart.form != .heat && isComplete && (chart.form == .lines || categories <= mostBars)
    }

    let handle: UnsafeMutablePointer<lxw_chart>
    private let chart: Chart
    private let grid: Grid
    private let sheet: String
    private let theme: SheetTheme

    init(_ entry: ChartSheet.Entry, _ theme: SheetTheme, in workbook: inout Workbook) throws(WriteError) {
        (chart, grid, sheet, self.theme) = (entry.chart, entry.grid, entry.sheet, theme)
        let type =
            switch chart.form {
            case .columns: LXW_CHART_COLUMN
            case .bars, .dots, .map: LXW_CHART_BAR
            case .stackedBars, .heat: LXW_CHART_BAR_STACKED
            case .lines, .slopes: LXW_CHART_LINE
            }
        handle = try workbook.addChart(type)
        withFont(size: 13, isBold: true) { font in
            chart_title_set_name(handle, safeText(chart.title, limit: 255))
            chart_title_set_name_font(handle, &font)
        }
        let lines: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] =
            switch chart.series {
            case .rows: chart.rows.map { ($0...$0, chart.columns) }
            case .columns: chart.columns.map { (chart.rows, $0...$0) }
            }
        for (index, line) in lines.enumerated() {
            try addSeries(line, colour: Self.colours[index % Self.colours.count], isAlone: lines.count == 1)
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
    private func row(_ index: Int) -> lxw_row_t { lxw_row_t(AnalystTable.headingRow(of: grid) + 1 + index) }
    private func column(_ index: Int) -> lxw_col_t { lxw_col_t(index) }

    private func addSeries(
        _ line: (rows: ClosedRange<Int>, columns: ClosedRange<Int>), colour: UInt32, isAlone: Bool
    ) throws(WriteError) {
        guard let series = chart_add_series(handle, nil, nil) else {
            throw .failed(path: sheet, reason: .noMemory)
        }
        let headings = lxw_row_t(AnalystTable.headingRow(of: grid))
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
            chart_axis_set_num_font(categories, &font)
            chart_axis_set_num_font(values, &font)
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
