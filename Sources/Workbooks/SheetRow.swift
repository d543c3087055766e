import Support

/// A sheet of a spreadsheet.
package struct Sheet: Hashable, Sendable {
    /// The name on its tab.
    package let name: String
    /// Whether it is hidden.
    package let isHidden: Bool
    /// Which sheet it is, from 0 on.
    package let index: Int
}

/// A row of a sheet.
package struct SheetRow: Hashable, Sendable {
    /// The number that programs show beside it, from 1 on.
    package var number: Int
    /// Whether it is hidden, by hand or by a filter.
    package var isHidden: Bool
    /// The cells that hold something, by column.
    package var cells: [SheetCell]

    /// A row given by its values.
    package init(number: Int, isHidden: Bool = false, cells: [SheetCell]) {
        self.number = number
        self.isHidden = isHidden
        self.cells = cells
    }
}

/// A cell that holds something.
package struct SheetCell: Hashable, Sendable {
    /// What a cell holds.
    package enum Kind: UInt8, Hashable, Sendable {
        /// Text as it stands.
        case text
        /// A number in full, without exponent, with leading zeros if its format shows them.
        case number
        /// A number that is shown with a per cent sign, as a fraction: `0.85`.
        case percent
        /// A day: `2024-12-31`.
        case date
        /// A day and a time: `2024-12-31T09:30`, with seconds if there are any.
        case dateTime
        /// A time of day, or a duration in hours: `09:30`, `36:15`, with seconds if there are any.
        case time
        /// `true` or `false`.
        case boolean
        /// An error of a formula: `#N/A`.
        case error
        /// A formula whose result the file does not hold; the text is empty.
        case uncachedFormula
    }

    /// Its column, from 0 on.
    package var column: Int
    /// What it holds.
    package var kind: Kind
    /// Its text in UTF-8, in the form that its kind describes.
    package var text: [UInt8]

    /// A cell given by its values.
    package init(column: Int, kind: Kind, text: [UInt8]) {
        self.column = column
        self.kind = kind
        self.text = text
    }
}

/// A rectangle of cells: rows from 1 on, columns from 0 on.
package struct CellRange: Hashable, Sendable {
    /// The rows.
    package var rows: ClosedRange<Int>
    /// The columns.
    package var columns: ClosedRange<Int>

    /// A rectangle given by its sides.
    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }
}

/// What columns and cells are called.
package enum CellName {
    /// The name of a rectangle: `A1:B2`.
    package static func range(_ range: CellRange) -> String {
        cell(column: range.columns.lowerBound, row: range.rows.lowerBound) + ":"
            + cell(column: range.columns.upperBound, row: range.rows.upperBound)
    }

    /// The name of a cell: `C17`.
    package static func cell(column: Int, row: Int) -> String { columnLetters(column) + "\(row)" }
}
