/// A table of a report.
public struct Table: Sendable {
    /// Identifier: names the CSV file and the sheet; lower case and hyphens.
    public var id: String
    /// Title.
    public var title: String
    /// The line under the title: period and unit.
    public var subtitle: String
    /// The period of its figures in words: nil for that of the report, empty where they are of several.
    package var period: String?
    /// The table for people: names of members, cross-tabulated if that is easier to read, totals.
    public var display: Grid
    /// The table for programs: the same figures with codes instead of names, and one row for each cell if `display` is
    /// cross-tabulated.
    public var data: Grid
    /// Notes on the figures, one paragraph each: why totals differ from sums, bounds, coverage.
    public var notes: [String]
    /// The definitions of its terms.
    public var definitions: [Definition]
    /// The charts of `display`.
    public var charts: [Chart]
    /// The figures of `display` that readers may want to compare at a glance.
    public var comparison: Comparison?
    /// A description of the columns of `data`, if these are dimensions and figures.
    public var structure: DataStructure?
    /// The names of the members in `data`; nil if it has no columns of members.
    var dataNames: DataNames?
    /// The columns of `data` with figures of other periods than the report's.
    public var columnsOfOtherPeriods: [String] = []
    /// The columns of both grids with numbers that no records give, such as targets: these are never provisional.
    var statedColumns: Set<String> = []
    /// The rows of `data` whose figures are of a period that is not over at the end of the report's.
    public var rowsOfOtherPeriods: Set<Int> = []
    /// For each row of `display` the row of `data` with the same figures; nil if they stand in the same order.
    var displayOrder: [Int]?
    /// The column of `display` that terminals draw as bars; nil if there is none.
    public var bars: String?
    /// The figures of the rows of `display` in earlier periods; nil if it has none.
    public var trends: Trends?
    /// Where a figure of `display` is to be, or could be by now.
    public var marks: [Mark] = []
    /// The part of a long table that documents for people show; nil if they show all of it.
    public var excerpt: Excerpt?

    /// A table given by its parts; `data` is `display` unless given.
    public init(
        id: String, title: String, subtitle: String, display: Grid, data: Grid? = nil, notes: [String] = [],
        definitions: [Definition] = [], charts: [Chart] = [], comparison: Comparison? = nil,
        structure: DataStructure? = nil
    ) {
        self.id = id
        self.title = title
        self.subtitle = subtitle
        self.display = display
        self.data = data ?? display
        self.notes = notes
        self.definitions = definitions
        self.charts = charts
        self.comparison = comparison
        self.structure = structure
    }

    /// A value that is marked beside a figure, on the same scale.
    public struct Mark: Hashable, Sendable {
        /// What a mark says.
        public enum Kind: Hashable, Sendable {
            /// The figure is to be there.
            case target
            /// The figure would be there if it kept pace with the days of its period.
            case pace
        }

        /// The row of the figure.
        public var row: Int
        /// The column of the figure.
        public var column: Int
        /// The value.
        public var value: Double
        /// What it says.
        public var kind: Kind

        /// A mark beside a figure.
        public init(row: Int, column: Int, value: Double, kind: Kind) {
            self.row = row
            self.column = column
            self.value = value
            self.kind = kind
        }
    }

    /// The first rows of a long table.
    public struct Excerpt: Sendable {
        /// The first rows, and the rows of the unknown and of totals at the end of the table.
        public var grid: Grid
        /// A note on how many rows there are, and where all of them are.
        public var note: String

        /// An excerpt given by its parts.
        public init(grid: Grid, note: String) {
            self.grid = grid
            self.note = note
        }
    }

    /// Whether the cells of `display` are shaded by their figures.
    public var isShaded: Bool { if case .block = comparison { true } else { false } }

    /// Figures to be compared with each other, without totals.
    public enum Comparison: Hashable, Sendable {
        /// Within each of these columns.
        case columns([Int])
        /// Across all of these columns together.
        case block([Int])
    }
}
