extension Table {
    /// The figures of a table's rows in some periods, for the smallest of pictures.
    public struct Trends: Sendable {
        /// Heading of the pictures: from which period to which.
        public var heading: String
        /// Names of the periods, the earliest first.
        public var periods: [String]
        /// For each row of `display` its figures, one for each period; none of a row that has no trend.
        public var rows: [[Cell]]

        /// Trends given by their parts.
        public init(heading: String, periods: [String], rows: [[Cell]]) {
            self.heading = heading
            self.periods = periods
            self.rows = rows
        }

        /// The same trends with their words changed.
        func mapWords(_ change: (String) -> String) -> Trends {
            Trends(heading: change(heading), periods: periods.map(change), rows: rows)
        }
    }
}
