/// A connection to a database; used by one thread at a time.
///
/// In statements `$1` is the first value, `$2` the second; they come in this order.
protocol DatabaseConnection: AnyObject {
    /// Runs statements without results.
    func run(_ sql: String) throws(DatabaseError)
    /// Runs a statement with values and takes its rows, one after the other; the body may not run other statements.
    ///
    /// Values that are nil or empty are NULL.
    func forEach(
        _ sql: String, _ values: [String?], _ body: (any DatabaseRow) throws(DatabaseError) -> Void
    ) throws(DatabaseError)
    /// The names of the columns of a table or view.
    func columns(of relation: String) throws(DatabaseError) -> [String]
    /// The rows of a query, one after the other; the last column is the number of the row if they are numbered.
    func rows(of query: String, areNumbered: Bool) throws(DatabaseError) -> any QueryRows
    /// Whether the database is a store.
    func storeState() throws(DatabaseError) -> StoreSchema.State
    /// The tables and views that another program made.
    func relations() throws(DatabaseError) -> [ForeignRelation]
    /// What is wrong with the database itself, apart from its records; nothing if it is sound.
    func integrityProblems() throws(DatabaseError) -> [String]
}

/// A row of a result, valid until the next one.
protocol DatabaseRow {
    /// The text of a column; nil if it is NULL.
    func text(_ column: Int) -> String?
    /// The whole number in a column; 0 if it is NULL.
    func number(_ column: Int) -> Int
}

/// The rows of a query, one after the other, as CSV.
protocol QueryRows: AnyObject {
    /// Goes to the next row; false at the end, and from then on.
    func step() throws(DatabaseError) -> Bool
    /// The number of the current row, of rows that are numbered.
    var number: Int { get }
    /// Adds the current row without the end of its line and without its number; true if a field of it has a line end.
    func append(to bytes: inout [UInt8]) -> Bool
}

/// A table or view of another program.
struct ForeignRelation: Sendable {
    /// Its name.
    var name: String
    /// The query for its rows.
    var query: String
    /// The columns of the query.
    var columns: [String]
    /// Whether its rows change only by what is written to this database: not if they come from elsewhere.
    var isLocal = true
}

extension DatabaseConnection {
    /// Runs a statement with values, and passes its rows over.
    func run(_ sql: String, _ values: [String?]) throws(DatabaseError) { try forEach(sql, values) { _ in } }

    /// The texts of the first column of all rows.
    func texts(_ sql: String, _ values: [String?] = []) throws(DatabaseError) -> [String] {
        var texts: [String] = []
        try forEach(sql, values) { texts.append($0.text(0) ?? "") }
        return texts
    }

    /// The whole number in the first column of the first row; 0 if there is none.
    func number(_ sql: String, _ values: [String?] = []) throws(DatabaseError) -> Int {
        var number: Int?
        try forEach(sql, values) { number = number ?? $0.number(0) }
        return number ?? 0
    }
}
