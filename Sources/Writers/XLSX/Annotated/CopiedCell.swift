/// A cell of somebody's workbook as it is copied: what it holds, and what is to be said of it.
package struct CopiedCell: Sendable {
    /// What a cell holds.
    package enum Value: Hashable, Sendable {
        case blank
        case text(String)
        /// A number, shown with at least so many digits.
        case number(Double, digits: Int)
        /// A fraction that is shown as a percentage.
        case percent(Double)
        /// A day, with the time since midnight in seconds if it has one.
        case day(year: Int, month: Int, day: Int, seconds: Double?)
        /// A time or a duration, in days.
        case time(Double)
        case boolean(Bool)
    }

    /// Its column, from 0 on.
    package var column: Int
    /// What it holds.
    package var value: Value
    /// What is to be said of it.
    package var mark: CellMark?

    /// A cell given by its parts.
    package init(column: Int, value: Value, mark: CellMark? = nil) {
        self.column = column
        self.value = value
        self.mark = mark
    }
}

/// What is said of a cell: a colour, and a comment.
package struct CellMark: Hashable, Sendable {
    /// Whether one of the remarks is an error.
    package var isError: Bool
    /// The remarks, one a paragraph.
    package var text: String

    /// A mark given by its parts.
    package init(isError: Bool, text: String) {
        self.isError = isError
        self.text = text
    }

    /// Both marks in one.
    package func joined(by other: CellMark) -> CellMark {
        CellMark(isError: isError || other.isError, text: text + "\n" + other.text)
    }
}

/// A line of the list of remarks.
package struct RemarkLine: Sendable {
    /// Where it is, in words.
    package var place: String
    /// The sheet and the cell that the place leads to; nil where there is none.
    package var target: (sheet: String, cell: String)?
    /// Whether it is an error.
    package var isError: Bool
    /// The further columns.
    package var texts: [String]

    /// A line given by its parts.
    package init(place: String, target: (sheet: String, cell: String)?, isError: Bool, texts: [String]) {
        self.place = place
        self.target = target
        self.isError = isError
        self.texts = texts
    }
}
