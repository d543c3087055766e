import TrainingStats

/// A report as typed tables with their words, ready for any writer.
public struct Document: Sendable {
    /// Title of the whole.
    public var title: String
    /// The language of its words; Arabic runs from right to left.
    public var language: Language
    /// What holds for the whole: period, reporting day, custodian, records read and rejected, inputs; as label and value.
    public var particulars: [Particular]
    /// The tables, in order.
    public var tables: [Table]
    /// Tables that the dataset cannot fill, with the reason.
    public var omissions: [Omission]
    /// The reporting day, which dates the files.
    public var reportingDay: CivilDate

    /// A document given by its parts.
    public init(
        title: String, language: Language, particulars: [Particular], tables: [Table], omissions: [Omission] = [],
        reportingDay: CivilDate
    ) {
        self.title = title
        self.language = language
        self.particulars = particulars
        self.tables = tables
        self.omissions = omissions
        self.reportingDay = reportingDay
    }

    /// One statement about the whole report.
    public struct Particular: Hashable, Sendable {
        /// What it is about.
        public var label: String
        /// What it says.
        public var value: String

        /// A statement.
        public init(label: String, value: String) {
            self.label = label
            self.value = value
        }
    }

    /// A table that is left out.
    public struct Omission: Hashable, Sendable {
        /// Identifier of the table.
        public var id: String
        /// Its title.
        public var title: String
        /// Why it is left out.
        public var reason: String

        /// An omission.
        public init(id: String, title: String, reason: String) {
            self.id = id
            self.title = title
            self.reason = reason
        }
    }
}

/// A table of a report.
public struct Table: Sendable {
    /// Identifier: names the CSV file and the sheet; lower case and hyphens.
    public var id: String
    /// Title.
    public var title: String
    /// Period and unit, under the title.
    public var subtitle: String
    /// What people see: names of members, cross-tabulated where that reads better, totals.
    public var display: Grid
    /// What programs read: the same figures with codes in place of names, one row a cell where `display` is
    /// cross-tabulated.
    public var data: Grid
    /// What must be known to read these figures: bridge lines, bounds, coverage; one paragraph each.
    public var notes: [String]
    /// What the words mean, one paragraph a measure.
    public var definitions: [String]

    /// A table given by its parts; `data` is `display` unless given.
    public init(
        id: String, title: String, subtitle: String, display: Grid, data: Grid? = nil, notes: [String] = [],
        definitions: [String] = []
    ) {
        self.id = id
        self.title = title
        self.subtitle = subtitle
        self.display = display
        self.data = data ?? display
        self.notes = notes
        self.definitions = definitions
    }
}

/// Columns and rows of cells; every row has as many cells as there are columns.
public struct Grid: Sendable {
    /// The columns.
    public var columns: [Column]
    /// The rows, totals last within what they sum up.
    public var rows: [Row]

    /// A grid given by its parts.
    public init(columns: [Column], rows: [Row]) {
        self.columns = columns
        self.rows = rows
    }

    /// A column.
    public struct Column: Hashable, Sendable {
        /// Identifier for data output: `state`, `completion-rate`.
        public var id: String
        /// Heading for people.
        public var heading: String
        /// Whether it holds figures, which are set at the right.
        public var isNumeric: Bool
        /// Whether its words are of no use when cut, as identifiers are.
        public var keepsWhole: Bool

        /// A column given by its parts.
        public init(id: String, heading: String, isNumeric: Bool, keepsWhole: Bool = false) {
            self.id = id
            self.heading = heading
            self.isNumeric = isNumeric
            self.keepsWhole = keepsWhole
        }
    }

    /// A row.
    public struct Row: Hashable, Sendable {
        /// One cell for each column.
        public var cells: [Cell]
        /// Whether it is a total of other rows.
        public var isTotal: Bool

        /// A row given by its cells.
        public init(_ cells: [Cell], isTotal: Bool = false) {
            self.cells = cells
            self.isTotal = isTotal
        }
    }
}
