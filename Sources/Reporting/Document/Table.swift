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
    /// What the words mean.
    public var definitions: [Definition]
    /// The pictures that `display` gives.
    public var charts: [Chart]
    /// What in `display` is worth comparing at a glance.
    public var comparison: Comparison?
    /// What the columns of `data` are, where these are dimensions and figures.
    public var structure: DataStructure?
    /// What a text to be read shows of a table that is too long for it; nil where it shows all.
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

    /// The first rows of a long table.
    public struct Excerpt: Sendable {
        /// The rows, and those of the unknown and of totals that end the table.
        public var grid: Grid
        /// How many rows there are, and where the rest is.
        public var note: String

        /// An excerpt given by its parts.
        public init(grid: Grid, note: String) {
            self.grid = grid
            self.note = note
        }
    }

    /// Figures to be compared with each other; totals are never among them.
    public enum Comparison: Hashable, Sendable {
        /// Down each of these columns.
        case columns([Int])
        /// All over these columns.
        case block([Int])
    }
}

/// A picture of some figures of a table's display grid.
public struct Chart: Hashable, Sendable {
    /// How figures are drawn.
    public enum Form: Hashable, Sendable {
        /// Upright, side by side, for a few categories.
        case columns
        /// Lying, for categories with long names.
        case bars
        /// Lying, the series of a category one behind the other: for parts that add up to their total.
        case stackedBars
        /// Joined, for many periods.
        case lines
        /// A table whose fields are the darker the greater their figures, for two dimensions with many members each.
        case heat
    }

    /// What a series is; the categories are the other.
    public enum Series: Hashable, Sendable {
        /// Each row is a series, named by its first cell; the categories are the headings of the columns.
        case rows
        /// Each column is a series, named by its heading; the categories are the first cells of the rows.
        case columns
    }

    /// Title.
    public var title: String
    /// The unit of the figures, where the title does not say it.
    public var unit: String
    /// What the categories are, where that is known: a property such as the year.
    public var categoryTitle: String
    /// What the figures are, where all are of one kind.
    public var valueTitle: String
    /// How it is drawn.
    public var form: Form
    /// What a series is.
    public var series: Series
    /// The rows drawn, one after the other without a gap.
    public var rows: ClosedRange<Int>
    /// The columns drawn, one after the other without a gap.
    public var columns: ClosedRange<Int>
    /// What the table has and the picture leaves out; empty where it leaves out nothing.
    public var remark: String
    /// What the records are; empty where the dataset does not say it.
    public var source: String

    /// A chart given by its parts.
    public init(
        title: String, unit: String, categoryTitle: String = "", valueTitle: String = "", form: Form, series: Series,
        rows: ClosedRange<Int>, columns: ClosedRange<Int>, remark: String = "", source: String = ""
    ) {
        self.title = title
        self.unit = unit
        self.categoryTitle = categoryTitle
        self.valueTitle = valueTitle
        self.form = form
        self.series = series
        self.rows = rows
        self.columns = columns
        self.remark = remark
        self.source = source
    }
}
