/// Compares rows with the current ones of a PostgreSQL database, all at once: they are sent into a temporary table, and the
/// server joins both by their keys.
final class PostgreSQLRowChanges: RowChanges {
    var rows = ImportOutcome.Rows()
    private let comparison: RowComparison
    private let connection: PostgreSQLConnection
    private var copy: PostgreSQLCopy

    /// The rows of the source: their position and digest, if they have no key, and their fields.
    private static let incoming = "pg_temp.tadrib_incoming"
    /// Each row that is new, changed or gone: its position in the source, and the version that it ends.
    private static let differences = "pg_temp.tadrib_differences"

    /// Begins to take rows to compare with the current ones.
    init(_ comparison: RowComparison, in connection: PostgreSQLConnection) throws(DatabaseError) {
        self.comparison = comparison
        self.connection = connection
        let type = connection.dialect.text
        let columns = comparison.columns.map { "\(StoreTable.quoted($0)) \(type)" } + ["row_digest \(type)"]
        try connection.run(
            "CREATE TEMPORARY TABLE tadrib_incoming (position INTEGER, \(columns.joined(separator: ", "))) ON COMMIT DROP",
            [])
        let isKeyed = comparison.schema.table.keyColumns != nil
        copy = try PostgreSQLCopy(
            into: Self.incoming, ["position"] + comparison.columns + (isKeyed ? [] : ["row_digest"]), in: connection)
    }

    func take(_ values: [String]) throws(DatabaseError) {
        rows.all += 1
        try copy.send(rows.all, values, [comparison.rowDigest(of: values)])
    }

    func close() throws(DatabaseError) -> ChangeDigest {
        try copy.end()
        try connection.run("ANALYZE \(Self.incoming)")
        try connection.run("CREATE TEMPORARY TABLE tadrib_differences ON COMMIT DROP AS \(join)", [])
        try connection.run("ANALYZE \(Self.differences)")
        try count()
        let digest = try changeDigest()
        try write()
        try connection.analyze(comparison.schema)
        try connection.run("DROP TABLE \(Self.incoming), \(Self.differences)")
        return digest
    }

    /// The columns, as SQL has them, of one of the two sides.
    private func columns(of side: String) -> String {
        comparison.columns.map { "\(side).\(StoreTable.quoted($0))" }.joined(separator: ", ")
    }

    /// The query for the differences.
    private var join: String {
        let schema = comparison.schema
        let current = "FROM \(schema.versions) WHERE \(StoreTable.isCurrent)"
        guard schema.table.keyColumns != nil else {
            // Rows that are alike are matched one by one.
            return """
                SELECT i.position, v.version
                FROM (SELECT position, row_digest, row_number() OVER (PARTITION BY row_digest ORDER BY position) AS n
                  FROM \(Self.incoming)) i
                FULL JOIN (SELECT version, row_digest, row_number() OVER (PARTITION BY row_digest ORDER BY version) AS n
                  \(current)) v ON v.row_digest = i.row_digest AND v.n = i.n
                WHERE i.position IS NULL OR v.version IS NULL
                """
        }
        let keys = schema.keyExpressions.enumerated()
        let isSame = keys.map { "v.key\($0.offset) = i.key\($0.offset)" }.joined(separator: " AND ")
        let names = keys.map { ", \($0.element) AS key\($0.offset)" }.joined()
        return """
            SELECT i.position, v.version
            FROM (SELECT *\(names) FROM \(Self.incoming)) i
            FULL JOIN (SELECT *\(names) \(current)) v ON \(isSame)
            WHERE i.position IS NULL OR v.version IS NULL OR (\(columns(of: "i"))) IS DISTINCT FROM (\(columns(of: "v")))
            """
    }

    /// Counts what has become of the rows.
    private func count() throws(DatabaseError) {
        var rows = rows
        try connection.forEach(
            "SELECT count(*) FILTER (WHERE version IS NULL), count(*) FILTER (WHERE position IS NULL), "
                + "count(*) FILTER (WHERE version IS NOT NULL AND position IS NOT NULL) FROM \(Self.differences)", []
        ) { (rows.new, rows.gone, rows.changed) = ($0.number(0), $0.number(1), $0.number(2)) }
        rows.unchanged = rows.all - rows.new - rows.changed
        // A key that the source has twice has been joined twice with one version.
        guard rows.unchanged + rows.changed + rows.gone == comparison.current else {
            throw DatabaseError(.constraint, "two rows of the source have the same key")
        }
        self.rows = rows
    }

    /// The digest with all differences, in the order of the rows of the source; those that are gone are last.
    private func changeDigest() throws(DatabaseError) -> ChangeDigest {
        var digest = ChangeDigest(comparison.digest)
        let count = comparison.columns.count
        try connection.forEach(
            "SELECT d.version, d.position, \(columns(of: "i")) FROM \(Self.differences) d "
                + "LEFT JOIN \(Self.incoming) i ON i.position = d.position ORDER BY d.position NULLS LAST, d.version",
            []
        ) { row in
            if row.text(0) != nil { digest.add(endOf: row.number(0)) }
            if row.text(1) != nil { digest.add(version: (0..<count).map { row.text($0 + 2) ?? "" }) }
        }
        return digest
    }

    /// Ends the versions that were changed or are gone, and adds the new ones.
    private func write() throws(DatabaseError) {
        let (schema, number) = (comparison.schema, comparison.number)
        let last = try connection.number("SELECT max(version) FROM \(schema.versions)")
        try connection.run(
            "UPDATE \(schema.versions) v SET until_import = \(number) FROM \(Self.differences) d WHERE d.version = v.version",
            [])
        let names = comparison.columns.map(StoreTable.quoted) + (schema.table.keyColumns == nil ? ["row_digest"] : [])
        let list = names.joined(separator: ", ")
        try connection.run(
            "INSERT INTO \(schema.versions) (version, from_import, \(list)) "
                + "SELECT \(last) + row_number() OVER (ORDER BY position), \(number), \(list) "
                + "FROM \(Self.differences) JOIN \(Self.incoming) USING (position) ORDER BY position", [])
    }
}
