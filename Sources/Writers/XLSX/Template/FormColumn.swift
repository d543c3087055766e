/// A column of a sheet that people fill in.
package struct FormColumn: Sendable {
    /// How its cells are formatted, the empty ones too.
    package enum Format: Hashable, Sendable {
        /// Text, so that leading zeros stay and nothing becomes a date.
        case text
        /// A day.
        case day
        /// A number as it is typed.
        case number
    }

    /// Its heading, which may have several lines.
    package var heading: String
    /// How its cells are formatted.
    package var format: Format
    /// Whether each row needs it; its heading stands out.
    package var isNeeded: Bool
    /// What may be typed, and what is said about it; nil where nothing is.
    package var rule: FormRule?

    /// A column given by its properties.
    package init(heading: String, format: Format, isNeeded: Bool, rule: FormRule? = nil) {
        self.heading = heading
        self.format = format
        self.isNeeded = isNeeded
        self.rule = rule
    }
}

/// What may be typed into the cells of a column, and what the program says about it.
package struct FormRule: Sendable {
    /// The most UTF-16 units of its title.
    package static let titleLimit = 32
    /// The most UTF-16 units of what is said; a longer text is cut.
    package static let textLimit = 255

    /// What is checked.
    package enum Check: Hashable, Sendable {
        /// Nothing.
        case anything
        /// The text is one of these.
        case words([String])
        /// The text stands in a list of the workbook, given by its name.
        case list(String)
        /// A day from 1900 on, and not before that of another column of the row.
        case day(notBefore: Int?)
        /// A number within bounds.
        case number(least: Int?, greatest: Int?, isWhole: Bool)
    }

    /// What is checked.
    package var check: Check
    /// The title of what is said when the cell is chosen, and of the refusal.
    package var title: String
    /// What is said when the cell is chosen.
    package var message: String
    /// What is said when something else is typed.
    package var refusal: String

    /// A rule given by its properties.
    package init(check: Check, title: String, message: String, refusal: String) {
        self.check = check
        self.title = title
        self.message = message
        self.refusal = refusal
    }
}

/// A cell of a row that is there already.
package enum FormCell: Hashable, Sendable {
    case empty
    case text(String)
    case number(Double)
    case day(year: Int, month: Int, day: Int)
}

/// A list of a workbook that cells can be chosen from: a column of a sheet, from its second row to its last.
package struct FormList: Sendable {
    /// Its name in formulas, in letters of ASCII.
    package var name: String
    /// The sheet.
    package var sheet: String
    /// The column that is chosen from.
    package var column: Int
    /// The column that every row fills in, by which the last row is found.
    package var countedColumn: Int

    /// A list given by its place.
    package init(name: String, sheet: String, column: Int, countedColumn: Int) {
        self.name = name
        self.sheet = sheet
        self.column = column
        self.countedColumn = countedColumn
    }
}

/// A sheet that explains the others: a title, paragraphs, and a table of texts.
package struct FormPage: Sendable {
    /// A column of its table.
    package struct Column: Sendable {
        /// Its heading.
        package var heading: String
        /// Its width in characters.
        package var width: Double

        /// A column given by its properties.
        package init(heading: String, width: Double) {
            self.heading = heading
            self.width = width
        }
    }

    /// The name of the sheet.
    package var name: String
    /// Its title.
    package var title: String
    /// Paragraphs below it.
    package var paragraphs: [String]
    /// The columns of the table.
    package var columns: [Column]
    /// The rows of the table; a row whose first cell names a sheet links to it.
    package var rows: [[String]]

    /// A page given by its parts.
    package init(name: String, title: String, paragraphs: [String], columns: [Column], rows: [[String]]) {
        self.name = name
        self.title = title
        self.paragraphs = paragraphs
        self.columns = columns
        self.rows = rows
    }
}
