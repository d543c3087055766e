/// A connection through which an import writes to a store.
protocol StoreWriter: DatabaseConnection {
    /// How the database writes what differs from others.
    var dialect: StoreDialect { get }
    /// Prepares for an import into a store, or into an empty database.
    func prepareImport(intoStore isStore: Bool) throws(DatabaseError)
    /// Does work that is kept as a whole or not at all; no other import writes meanwhile.
    func transaction<Result>(_ work: () throws -> Result) throws -> Result
    /// Marks the database as a store of a version.
    func mark(version: Int) throws(DatabaseError)
    /// Makes a view, in place of one with fewer columns if there is one.
    func makeView(_ name: String, as query: String) throws(DatabaseError)
    /// Begins to compare the rows of a source with those of a table.
    func changes(of comparison: RowComparison) throws(DatabaseError) -> any RowChanges
    /// Tidies up after an import that is kept.
    func tidy()
}
