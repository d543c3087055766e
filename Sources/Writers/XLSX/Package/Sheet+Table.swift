import Support
import CXLSXWriter
import Foundation

/// Excel tables and what is drawn behind their figures.
extension Sheet {
    /// The total row of an Excel table: its first cell, and the sums of the columns that add up.
    struct Totals {
        let label: String
        let sums: [Int: Double]
    }

    /// Makes a range an Excel table: headings in its first row, a total row at the end if `totals` are given.
    ///
    /// A plain table has no colours of its own.
    func addTable(
        rows: ClosedRange<Int>, headings: [String], name: String, totals: Totals? = nil, hasFilters: Bool,
        isPlain: Bool = false, headingFormats: [UnsafeMutablePointer<lxw_format>]
    ) throws(WriteError) {
        // Invariant: the texts and columns live until the library has copied them, at the end of this call.
        let texts = headings.map { strdup(safeText($0, limit: 255)) }
        let label = strdup(safeText(totals?.label ?? "", limit: 255))
        let tableName = strdup(name)
        defer {
            texts.forEach { free($0) }
            free(label)
            free(tableName)
        }
        let columns = UnsafeMutablePointer<lxw_table_column>.allocate(capacity: headings.count)
        let list = UnsafeMutablePointer<UnsafeMutablePointer<lxw_table_column>?>.allocate(capacity: headings.count + 1)
        defer {
            columns.deallocate()
            list.deallocate()
        }
        for index in headings.indices {
            var column = lxw_table_column()
            column.header = texts[index]
            column.header_format = headingFormats[index]
            if let totals {
                if index == 0, !totals.label.isEmpty { column.total_string = label }
                if let sum = totals.sums[index] {
                    column.total_function = UInt8(LXW_TABLE_FUNCTION_SUM.rawValue)
                    column.total_value = sum
                }
            }
            (columns + index).initialize(to: column)
            (list + index).initialize(to: columns + index)
        }
        (list + headings.count).initialize(to: nil)
        var options = lxw_table_options()
        options.name = tableName
        options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
        options.style_type_number = isPlain ? 0 : 1
        options.no_banded_rows = isPlain ? 1 : 0
        options.no_autofilter = hasFilters ? 0 : 1
        options.total_row = totals == nil ? 0 : 1
        options.columns = list
        try check(
            worksheet_add_table(
                handle, lxw_row_t(rows.lowerBound), 0, lxw_row_t(rows.upperBound),
                lxw_col_t(headings.count - 1), &options))
    }

    /// Draws a bar behind each figure of some ranges of one column.
    func addBars(_ ranges: [CellRange]) throws(WriteError) {
        var bars = lxw_conditional_format()
        bars.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
        bars.data_bar_2010 = 1
        bars.bar_solid = 1
        bars.bar_color = 0xBDD7EE
        bars.bar_negative_color = 0xF4CCCC
        let direction =
            theme.isRightToLeft
            ? LXW_CONDITIONAL_BAR_DIRECTION_RIGHT_TO_LEFT : LXW_CONDITIONAL_BAR_DIRECTION_LEFT_TO_RIGHT
        bars.bar_direction = UInt8(direction.rawValue)
        try add(&bars, to: ranges)
    }

    /// Shades the figures of some ranges, the deeper the larger.
    func addShades(_ ranges: [CellRange]) throws(WriteError) {
        var shades = lxw_conditional_format()
        shades.type = UInt8(LXW_CONDITIONAL_2_COLOR_SCALE.rawValue)
        shades.min_color = 0xFFFFFF
        shades.max_color = 0x9DC3E6
        try add(&shades, to: ranges)
    }

    private func add(_ format: inout lxw_conditional_format, to ranges: [CellRange]) throws(WriteError) {
        guard let first = ranges.first, let last = ranges.last else { return }
        let list = strdup(ranges.map(\.text).joined(separator: " "))
        defer { free(list) }
        if ranges.count > 1 { format.multi_range = list }
        try check(
            worksheet_conditional_format_range(
                handle, lxw_row_t(first.rows.lowerBound), lxw_col_t(first.columns.lowerBound),
                lxw_row_t(last.rows.upperBound), lxw_col_t(last.columns.upperBound), &format))
    }
}

/// A rectangle of cells, counted from 0.
struct CellRange: Hashable {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>

    /// As formulas write it: `B5:D9`, or `B5` for a single cell.
    var text: String {
        let first = Self.name(rows.lowerBound, columns.lowerBound)
        let last = Self.name(rows.upperBound, columns.upperBound)
        return first == last ? first : first + ":" + last
    }

    private static func name(_ row: Int, _ column: Int) -> String { columnLetters(column) + "\(row + 1)" }
}

extension Collection<Int> {
    /// Ascending numbers as runs without gaps.
    var runs: [ClosedRange<Int>] {
        reduce(into: []) { runs, number in
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
    }
}
