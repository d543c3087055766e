import CXLSXWriter
import Reporting
import TrainingStats

/// Typed cells on a sheet: real numbers and days in explicit formats, never text that looks like one.
extension Sheet {
    /// Writes a cell; its number is the result of `formula`, if there is one.
    ///
    /// Words longer than the width of the column, in characters, are broken over lines; a text that is too long for a
    /// cell is cut and ends in `cutNote`.
    func write(
        _ cell: Cell, formula: String? = nil, row: Int, column: Int, style: CellStyle, width: Double,
        cutNote: String, in workbook: inout Workbook
    ) throws(WriteError) {
        var style = style
        switch cell {
        case .text(let text):
            style.alignment = .start
            style.wraps = text.isOfLines || width.isFinite && TextMeasure.digits(text) * theme.widthFactor > width
            try write(text, row: row, column: column, workbook.format(style, theme), cutNote: cutNote)
        case .date(let date) where date.year >= 1900:
            style.numberFormat = "yyyy-mm-dd"
            style.alignment = .start
            try write(date.components, row: row, column: column, workbook.format(style, theme))
        case .empty: try writeBlank(row: row, column: column, workbook.format(style, theme))
        default:
            guard let number = cell.numberOnSheet, number.isFinite, let format = cell.numberFormat else {
                style.alignment = .right
                return try write(
                    cell.displayText(theme.digits), row: row, column: column, workbook.format(style, theme))
            }
            style.numberFormat = format
            // The library would set an indented number at the left.
            if style.indent > 0 { style.alignment = .right }
            let cellFormat = try workbook.format(style, theme)
            if let formula {
                try write(formula: formula, result: number, row: row, column: column, cellFormat)
            } else {
                try write(number, row: row, column: column, cellFormat)
            }
        }
    }
}

extension String {
    /// Whether the text has a break of its lines.
    ///
    /// Bytes are looked at: what Foundation has for it takes longer than all else that is done with a cell.
    var isOfLines: Bool {
        let bytes = utf8.span
        for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") { return true }
        return false
    }
}

extension Cell {
    /// The number that the sheet holds: percentage points in place of the fraction, since no format makes them of it.
    var numberOnSheet: Double? {
        switch self {
        case .points(let difference, _): difference * 100
        case .signed(let cell), .marked(let cell, _): cell.numberOnSheet
        default: number
        }
    }

    /// Excel's format of the number, or nil if the cell has no number.
    var numberFormat: String? {
        switch self {
        case .whole: "#,##0"
        case .decimal(_, let places), .real(_, let places):
            places > 0 ? "#,##0." + String(repeating: "0", count: places) : "#,##0"
        case .share: "0.0%"
        case .points(_, let unit): "0.0\" \(unit)\""
        case .signed(let cell): cell.numberFormat.map { "+\($0);\u{2212}\($0);\($0)" }
        // The mark stands behind the number, which stays one.
        case .marked(let cell, let marks):
            cell.numberFormat.map { format in
                format.split(separator: ";").map { "\($0)\" \(marks.shorthand)\"" }.joined(separator: ";")
            }
        case .text, .date, .notApplicable, .unknown, .empty: nil
        }
    }
}
