import Reporting

/// The live formulas of a table's totals.
///
/// A total has one only where its cells add up to it: a program that calculates on opening would put a wrong sum in the
/// place of a distinct count. The sum of the cells is therefore checked against the total.
struct TotalFormulas {
    /// The most ranges of one formula; programs take up to 254.
    private static let mostRanges = 200

    private let grid: Grid
    private let headings: [String]
    /// Where the first row and column of the grid stand on the sheet.
    private let origin: (row: Int, column: Int)
    /// The name of the Excel table whose total row the last row is, if it is one.
    private let totalledTable: String?

    init(_ layout: TableLayout, origin: (row: Int, column: Int), totalledTable: String?) {
        grid = layout.grid
        headings = layout.headings
        self.origin = origin
        self.totalledTable = totalledTable
    }

    /// The formula of a cell, without its equals sign; nil if the cell is a plain figure.
    func formula(_ row: Int, _ column: Int) -> String? {
        let addends = grid.rows[row].addends
        if grid.rows[row].additiveColumns.contains(column), !addends.isEmpty {
            return addsUp(addends.map { ($0, column) }, to: (row, column))
                ? sum(addends, row: row, column: column) : nil
        }
        let parts = grid.columns[column].addends
        guard !parts.isEmpty, addsUp(parts.map { (row, $0) }, to: (row, column)), parts.runs.count <= Self.mostRanges
        else { return nil }
        let ranges = parts.runs.map { range(row...row, $0) }
        return "SUM(" + ranges.joined(separator: ",") + ")"
    }

    /// Whether the total row of the Excel table sums this column up.
    func isTableTotal(_ column: Int) -> Bool {
        let last = grid.rows.count - 1
        return totalledTable != nil && formula(last, column)?.hasPrefix("SUBTOTAL(109,") == true
    }

    /// In the total row of a table the sum follows the filters (109); elsewhere it passes over other subtotals and takes
    /// folded rows in (9).
    private func sum(_ addends: [Int], row: Int, column: Int) -> String? {
        if let totalledTable, row == grid.rows.count - 1 {
            guard addends == Array(0..<row), let reference = Self.reference(to: headings[column]) else { return nil }
            return "SUBTOTAL(109,\(totalledTable)\(reference))"
        }
        guard addends.runs.count <= Self.mostRanges else { return nil }
        return "SUBTOTAL(9," + addends.runs.map { range($0, column...column) }.joined(separator: ",") + ")"
    }

    /// A column of the table by its heading; nil if no form of it is safe in every program.
    private static func reference(to heading: String) -> String? {
        guard !heading.utf8.contains(UInt8(ascii: "@")) else { return nil }
        return "[" + heading.map { "[]#'".contains($0) ? "'\($0)" : String($0) }.joined() + "]"
    }

    private func range(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) -> String {
        CellRange(
            rows: (origin.row + rows.lowerBound)...(origin.row + rows.upperBound),
            columns: (origin.column + columns.lowerBound)...(origin.column + columns.upperBound)
        ).text
    }

    private func addsUp(_ places: [(row: Int, column: Int)], to total: (row: Int, column: Int)) -> Bool {
        guard let expected = grid.rows[total.row].cells[total.column].number else { return false }
        let sum = places.reduce(0) { $0 + (grid.rows[$1.row].cells[$1.column].number ?? 0) }
        return abs(sum - expected) <= 1e-9 * max(1, abs(expected))
    }
}
