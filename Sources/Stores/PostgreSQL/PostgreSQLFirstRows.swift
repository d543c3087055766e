/// Takes rows into a table that has no current ones: straight, as nothing can be the same.
final class PostgreSQLFirstRows: RowChanges {
    var rows = ImportOutcome.Rows()
    private let comparison: RowComparison
    private let connection: PostgreSQLConnection
    private var copy: PostgreSQLCopy
    private var version: Int
    private var digest: ChangeDigest

    /// Begins to take rows.
    init(_ comparison: RowComparison, in connection: PostgreSQLConnection) throws(DatabaseError) {
        self.comparison = comparison
        self.connection = connection
        let schema = comparison.schema
        version = try connection.number("SELECT max(version) FROM \(schema.versions)")
        digest = ChangeDigest(comparison.digest)
        copy = try PostgreSQLCopy(
            into: schema.versions,
            ["version"] + comparison.columns + (schema.table.keyColumns == nil ? ["row_digest"] : []) + ["from_import"],
            in: connection)
    }

    func take(_ values: [String]) throws(DatabaseError) {
        rows.all += 1
        rows.new += 1
        version += 1
        try copy.send(version, values, [comparison.rowDigest(of: values), String(comparison.number)])
        digest.add(version: values)
    }

    func close() throws(DatabaseError) -> ChangeDigest {
        try copy.end()
        try connection.analyze(comparison.schema)
        return digest
    }
}
