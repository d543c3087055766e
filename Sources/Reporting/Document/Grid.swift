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
        /// Whether it is a total of other columns.
        public var isTotal: Bool
        /// The columns whose cells add up to this one's in every row; empty of a column that is no such total.
        public var addends: [Int]
        /// Identifier of the definition of its heading.
        public var definition: String?

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

    /// A row.
    public struct Row: Hashable, Sendable {
        /// One cell for each column.
        public var cells: [Cell]
        /// Whether it is a total of other rows.
        public var isTotal: Bool
        /// Whether it is of records of which the first member is not known.
        public var isUnknown: Bool
        /// How deep the row lies below the totals that come first when a table is folded up; 0 is never folded away.
        public var level: Int
        /// The rows, totals not among them, that a total is taken over.
        public var addends: [Int]
        /// The columns in which the cells of `addends` add up to this row's.
        public var additiveColumns: Set<Int>
        /// The columns whose cells are ends of an interval in which the figure lies, where headcounts leave it open.
        public var boundedColumns: Set<Int>
        /// Identifier of the definition of what its first cell names.
        public var definition: String?

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
