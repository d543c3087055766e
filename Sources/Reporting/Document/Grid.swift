/// Columns and rows of cells; every row has as many cells as there are columns.
public struct Grid: Sendable {
    /// The columns.
    public var columns: [Column]
    /// The rows; a total comes after the rows that it sums up.
    public var rows: [Row]
    /// Levels of headings that stand over those of the columns, the topmost first; none in most tables.
    ///
    /// On each level the groups stand side by side and take in all columns behind the key.
    public var groups: [[ColumnGroup]]

    /// A grid given by its parts.
    public init(columns: [Column], rows: [Row], groups: [[ColumnGroup]] = []) {
        self.columns = columns
        self.rows = rows
        self.groups = groups
    }

    /// The same columns under the same headings with other rows.
    public func with(rows: [Row]) -> Grid { Grid(columns: columns, rows: rows, groups: groups) }

    /// Some of the columns of a grid whose rows say nothing of single columns.
    func keeping(_ kept: [Int]) -> Grid {
        Grid(
            columns: kept.map { columns[$0] },
            rows: rows.map { row in
                var shown = row
                shown.cells = kept.map { row.cells[$0] }
                return shown
            })
    }

    /// The headings of the columns, short where those of groups stand over them.
    public var headings: [String] {
        groups.isEmpty ? columns.map(\.heading) : columns.map { $0.headingInGroup ?? $0.heading }
    }

    /// A column.
    public struct Column: Hashable, Sendable {
        /// Identifier for data output: `state`, `completion-rate`.
        public var id: String
        /// The same with names of members in place of their codes; nil if it has none.
        var namedID: String?
        /// Heading for people, which says by itself what the column is.
        public var heading: String
        /// Heading under those of the groups that the column stands in; nil if it stands in none.
        public var headingInGroup: String?
        /// Whether it holds figures, which are aligned to the right.
        public var isNumeric: Bool
        /// Whether its texts must not be cut, as with identifiers.
        public var keepsWhole: Bool
        /// Whether it is a total of other columns.
        public var isTotal: Bool
        /// The columns whose cells add up to this column's cell in every row; empty if it is not such a total.
        public var addends: [Int]
        /// Identifier of the definition of its heading.
        public var definition: String?
        /// The period of its figures in words, where columns are of several; nil where it is that of the table.
        package var period: String?
        /// The currency of its amounts in words; nil where it has none, or where rows have their own.
        package var unit: String?

        /// Whether it is of an unknown member, by its identifier.
        package var isOfUnknown: Bool { id.prefix { $0 != ":" }.split(separator: "/").contains("_U") }

        /// A column given by its parts.
        public init(
            id: String, heading: String, isNumeric: Bool, keepsWhole: Bool = false, isTotal: Bool = false,
            addends: [Int] = [],
            definition: String? = nil
        ) {
            self.id = id
            self.heading = heading
            self.isNumeric = isNumeric
            self.keepsWhole = keepsWhole
            self.isTotal = isTotal
            self.addends = addends
            self.definition = definition
        }
    }

    /// Columns that stand side by side under one heading, which spans them.
    public struct ColumnGroup: Hashable, Sendable {
        /// Heading for people.
        public var heading: String
        /// The columns.
        public var columns: Range<Int>

        /// A group given by its parts.
        public init(heading: String, columns: Range<Int>) {
            self.heading = heading
            self.columns = columns
        }
    }

    /// A row.
    public struct Row: Hashable, Sendable {
        /// One cell for each column.
        public var cells: [Cell]
        /// Whether it is a total of other rows.
        public var isTotal: Bool
        /// Whether its first member is the unknown one.
        public var isUnknown: Bool
        /// The outline level of the row, for tables that can be folded; rows of level 0 are never hidden.
        public var level: Int
        /// The rows that a total sums up, other totals excluded.
        public var addends: [Int]
        /// The columns in which the cells of `addends` add up to the cell of this row.
        public var additiveColumns: Set<Int>
        /// The columns whose cells are bounds of a figure that headcounts make uncertain.
        public var boundedColumns: Set<Int>
        /// Identifier of the definition of the term in its first cell.
        public var definition: String?
        /// The currency of its amounts in words; nil where it has none, or where columns have their own.
        package var unit: String?

        /// A row given by its cells.
        public init(
            _ cells: [Cell], isTotal: Bool = false, isUnknown: Bool = false, level: Int = 0, addends: [Int] = [],
            additiveColumns: Set<Int> = [], boundedColumns: Set<Int> = [], definition: String? = nil
        ) {
            self.cells = cells
            self.isTotal = isTotal
            self.isUnknown = isUnknown
            self.level = level
            self.addends = addends
            self.additiveColumns = additiveColumns
            self.boundedColumns = boundedColumns
            self.definition = definition
        }
    }
}
