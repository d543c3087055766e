import Workbooks

/// A sheet of a workbook or a CSV file as somebody made it, in memory: titles above, totals below, cells of any kind.
package struct RegisterSheet: Hashable, Sendable {
    /// A cell that holds something.
    package struct Cell: Hashable, Sendable {
        /// Its column, from 0 on.
        package var column: Int
        /// What it holds; of a CSV file always text.
        package var kind: SheetCell.Kind
        /// Its text, in the form that the kind describes.
        package var text: String

        /// A cell given by its values.
        package init(column: Int, kind: SheetCell.Kind = .text, text: String) {
            self.column = column
            self.kind = kind
            self.text = text
        }
    }

    /// A row that holds something.
    package struct Row: Hashable, Sendable {
        /// The number that programs show beside it, or the line of the file, from 1 on.
        package var number: Int
        /// Whether it is hidden; hidden rows count.
        package var isHidden = false
        /// Its cells by column.
        package var cells: [Cell]

        /// A row given by its values.
        package init(number: Int, isHidden: Bool = false, cells: [Cell]) {
            self.number = number
            self.isHidden = isHidden
            self.cells = cells
        }

        /// The cell of a column; nil if it is empty.
        package func cell(_ column: Int) -> Cell? {
            // Nearly always all columns before it are filled.
            if column < cells.count, cells[column].column == column { return cells[column] }
            var (low, high) = (0, cells.count)
            while low < high {
                let middle = (low + high) / 2
                if cells[middle].column < column { low = middle + 1 } else { high = middle }
            }
            return low < cells.count && cells[low].column == column ? cells[low] : nil
        }
    }

    /// The name of the file, as messages give it.
    package var file: String
    /// The name of the sheet; nil of a CSV file.
    package var name: String?
    /// Whether the sheet is hidden.
    package var isHidden = false
    /// The rows that hold something, in their order.
    package var rows: [Row]
    /// The merged cells.
    package var merged: [CellRange] = []

    /// A sheet given by its rows.
    package init(file: String, name: String? = nil, isHidden: Bool = false, rows: [Row], merged: [CellRange] = []) {
        self.file = file
        self.name = name
        self.isHidden = isHidden
        self.rows = rows
        self.merged = merged
    }

    /// What messages call the sheet: `register.xlsx!Sheet1`, `export.csv`.
    package var title: String { file + (name.map { "!" + $0 } ?? "") }

    /// What messages call a place: `register.xlsx!Sheet1:C17`, `export.csv:17`.
    package func place(row: Int, column: Int? = nil) -> String {
        guard name != nil else { return "\(title):\(row)" }
        return "\(title):" + (column.map { CellName.cell(column: $0, row: row) } ?? "\(row)")
    }

    /// The position of the first row that has a number, or a higher one.
    private func position(ofRow number: Int) -> Int {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The sheet with the value of each merged range in all of its cells, in the rows that hold something.
    ///
    /// - Complexity: At most some millions of cells are filled, whatever the ranges say.
    package var withMergedCellsFilled: RegisterSheet {
        var sheet = self
        var left = 4_000_000
        for range in merged where range.columns.count <= 4_096 {
            let first = position(ofRow: range.rows.lowerBound)
            guard first < rows.count, rows[first].number == range.rows.lowerBound,
                let value = rows[first].cell(range.columns.lowerBound)
            else { continue }
            for index in rows[first...].indices {
                guard rows[index].number <= range.rows.upperBound, left > 0 else { break }
                left -= range.columns.count
                var cells = sheet.rows[index].cells.filter { !range.columns.contains($0.column) }
                cells += range.columns.map { Cell(column: $0, kind: value.kind, text: value.text) }
                sheet.rows[index].cells = cells.sorted { $0.column < $1.column }
            }
        }
        return sheet
    }
}
