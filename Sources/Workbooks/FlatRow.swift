/// A row of a sheet whose texts lie one behind the other, so that a million rows need no memory of their own.
package struct FlatRow {
    /// A cell that holds something.
    package struct Cell {
        /// Its column, from 0 on.
        package var column: Int
        /// What it holds.
        package var kind: SheetCell.Kind
        /// Where its text lies among the bytes of the row.
        package var text: Range<Int>
    }

    /// The number that programs show beside it, from 1 on.
    package internal(set) var number = 0
    /// Whether it is hidden.
    package internal(set) var isHidden = false
    /// Its cells, by column.
    package internal(set) var cells: [Cell] = []
    /// The texts of its cells.
    package internal(set) var bytes: [UInt8] = []

    /// Begins another row.
    mutating func begin(_ number: Int, isHidden: Bool) {
        self.number = number
        self.isHidden = isHidden
        cells.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Adds a cell whose text begins at an offset; one without text is left out, unless it has to be told.
    mutating func add(_ kind: SheetCell.Kind, column: Int, from start: Int) {
        if bytes.count > start || kind == .uncachedFormula {
            cells.append(Cell(column: column, kind: kind, text: start..<bytes.count))
        }
    }
}
