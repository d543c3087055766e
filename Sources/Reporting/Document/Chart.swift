/// A chart of some figures of a table's `display` grid.
public struct Chart: Sendable {
    /// How figures are drawn.
    public enum Form: Hashable, Sendable {
        /// Vertical columns, for a few categories.
        case columns
        /// Horizontal bars, for categories with long names.
        case bars
        /// Stacked horizontal bars, for parts that add up to their total.
        case stackedBars
        /// Two dots for each category, joined by a line: the figure before and the figure after.
        case dots
        /// A line for each series from its figure in the first of two periods to that in the second.
        case slopes
        /// Lines, for many periods.
        case lines
        /// A heat map, for two dimensions with many members each: the larger the figure, the darker its field.
        case heat
        /// A map of the six states: the larger the figure, the darker the state.
        case map
    }

    /// Whether rows or columns are the series; the other ones are the categories.
    public enum Series: Hashable, Sendable {
        /// Each row is a series, named by its first cell; the categories are the headings of the columns.
        case rows
        /// Each column is a series, named by its heading; the categories are the first cells of the rows.
        case columns
    }

    /// Title.
    public var title: String
    /// What the chart shows in one sentence, if its figures prove it.
    public var headline: KeyFigures.Statement?
    /// The unit of the figures, if the title does not tell it.
    public var unit: String
    /// Title of the category axis, such as the year; empty if not known.
    public var categoryTitle: String
    /// Title of the value axis; empty if the figures are of several kinds.
    public var valueTitle: String
    /// How it is drawn.
    public var form: Form
    /// Whether rows or columns are the series.
    public var series: Series
    /// The rows drawn, one after the other without a gap.
    public var rows: ClosedRange<Int>
    /// The columns drawn, one after the other without a gap.
    public var columns: ClosedRange<Int>
    /// The rows in the order in which they are drawn, without those that are left out; nil for all as they stand.
    public var orderOfRows: [Int]?
    /// The same of columns.
    public var orderOfColumns: [Int]?
    /// The row or column that the headline is about, if it is one of the categories; the others are drawn in a muted colour.
    public var highlight: Int?
    /// The greatest that a drawn figure can be, where headcounts leave it open.
    public var uppers: [Place: Cell] = [:]
    /// The rows that are periods known in part.
    public var rowsInPart: Set<Int> = []
    /// The same of columns.
    public var columnsInPart: Set<Int> = []
    /// The values that the figures of rows are not to exceed; their bars are never longer than the goal.
    public var limits: [Int: Cell] = [:]
    /// What came of the figures of rows, in a word.
    public var results: [Int: String] = [:]
    /// Whether only the largest of its categories or series are drawn.
    public var isCut = false
    /// Names of the periods without records, which are no part of the table, by the row or column before which they lie on the axis of
    /// time.
    public var emptyPeriods: [Int: [String]] = [:]
    /// What the figures are there, by the row or column that is the series.
    public var figuresOfEmptyPeriods: [Int: Cell] = [:]
    /// The codes of the states that are the rows of a map; empty in other charts.
    public var places: [String] = []
    /// The names of the states that a map has no row for, by their codes.
    public var absentPlaces: [String: String] = [:]
    /// Why it has none: they are left out, or have no records.
    public var absence = ""
    /// A note on what the chart leaves out; empty if it shows everything.
    public var remark: String
    /// A value that all figures are to reach; nil if there is none.
    public var goal: Double?
    /// The source line; empty if the dataset has no title.
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

    /// Where a figure of a chart stands in the table.
    public struct Place: Hashable, Sendable {
        /// Its row and its column.
        public let row, column: Int

        /// A figure's place.
        public init(row: Int, column: Int) { (self.row, self.column) = (row, column) }
    }

    /// The rows in the order in which they are drawn.
    public var drawnRows: [Int] { orderOfRows ?? Array(rows) }

    /// The columns in the order in which they are drawn.
    public var drawnColumns: [Int] { orderOfColumns ?? Array(columns) }
}
