import Workbooks

/// A value of a row, with where it stands.
struct RowValue {
    /// Its text; of a value that has been read, in the one form that its kind has.
    var text: String
    /// What the cell holds; text where it has been read.
    var kind = SheetCell.Kind.text
    /// Where it stands in the sheet; the column is nil if it is of no single cell.
    var row: Int
    var column: Int?
}

/// What became of the reading of a value.
enum RowOutcome {
    case empty
    case value(RowValue)
    /// It cannot be read, which has been told.
    case wrong

    /// The text, if there is one.
    var text: String? {
        if case .value(let value) = self { value.text } else { nil }
    }
}
