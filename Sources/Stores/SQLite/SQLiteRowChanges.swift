/// Compares rows with those of a SQLite database, one after the other, by the index of keys.
final class SQLiteRowChanges: RowChanges {
    var rows = ImportOutcome.Rows()
    private let comparison: RowComparison
    private let connection: SQLiteConnection
    /// Finds current versions; nil if there are none.
    private let search: SQLiteStatement?
    private let insertion: SQLiteStatement
    private let ending: SQLiteStatement
    /// Where the columns of the key stand among all.
    private let key: [Int]
    /// The current versions that have been met, a bit each, by their numbers.
    private var met: [UInt64]
    /// The number of the newest version before the import.
    private let last: Int
    private var digest: ChangeDigest

    /// Begins to compare rows with the current ones.
    init(_ comparison: RowComparison, in connection: SQLiteConnection) throws(DatabaseError) {
        self.comparison = comparison
        self.connection = connection
        digest = ChangeDigest(comparison.digest)
        let (schema, columns, number) = (comparison.schema, comparison.columns, comparison.number)
        let compares = comparison.current > 0
        key = (schema.table.keyColumns ?? []).compactMap { columns.firstIndex(of: $0) }
        search = compares ? try connection.prepare(schema.search(columns)) : nil
        let names = columns.map(StoreTable.quoted) + (schema.table.keyColumns == nil ? ["row_digest"] : [])
        let places = names.map { _ in "?" }.joined(separator: ", ")
        insertion = try connection.prepare(
            "INSERT INTO \(schema.versions) (\(names.joined(separator: ", ")), from_import) VALUES (\(places), \(number))"
        )
        ending = try connection.prepare("UPDATE \(schema.versions) SET until_import = \(number) WHERE version = ?")
        // Versions that this import adds have greater numbers, and none of them is met again.
        let last = compares ? try connection.number("SELECT max(version) FROM \(schema.versions)") : 0
        self.last = last
        met = [UInt64](repeating: 0, count: last / 64 + 1)
    }

    func take(_ values: [String]) throws(DatabaseError) {
        rows.all += 1
        let rowDigest = comparison.rowDigest(of: values)
        if let search {
            if let rowDigest { try search.bind(rowDigest, at: 1) }
            for (parameter, column) in key.enumerated() {
                // An empty field of a key is compared as the empty text.
                try search.bind(text: values[column], at: parameter + 1)
            }
            defer { search.reset() }
            while try search.step() {
                let version = search.number(0)
                // Rows that are alike are met one after the other.
                guard version <= last, met[version / 64] & (1 << UInt64(version % 64)) == 0 else { continue }
                met[version / 64] |= 1 << UInt64(version % 64)
                if isSame(search, values) {
                    rows.unchanged += 1
                    return
                }
                search.reset()
                try end(version)
                try insert(values, rowDigest)
                rows.changed += 1
                return
            }
        }
        try insert(values, rowDigest)
        rows.new += 1
    }

    func close() throws(DatabaseError) -> ChangeDigest {
        guard search != nil else { return digest }
        var gone: [Int] = []
        try connection.forEach(
            "SELECT version FROM \(comparison.schema.versions) "
                + "WHERE \(StoreTable.isCurrent) AND from_import < \(comparison.number) ORDER BY version"
        ) { row in
            let version = row.number(0)
            if met[version / 64] & (1 << UInt64(version % 64)) == 0 { gone.append(version) }
        }
        for version in gone { try end(version) }
        rows.gone = gone.count
        return digest
    }

    private func insert(_ values: [String], _ rowDigest: String?) throws(DatabaseError) {
        try insertion.bind(row: values)
        if let rowDigest { try insertion.bind(rowDigest, at: comparison.columns.count + 1) }
        try insertion.runAgain()
        digest.add(version: values)
    }

    private func end(_ version: Int) throws(DatabaseError) {
        try ending.bind(version, at: 1)
        try ending.runAgain()
        digest.add(endOf: version)
    }

    private func isSame(_ found: SQLiteStatement, _ values: [String]) -> Bool {
        values.indices.allSatisfy { index in
            found.withBytes(index + 1) { bytes in
                guard let bytes else { return values[index].isEmpty }
                return bytes.elementsEqual(values[index].utf8)
            }
        }
    }
}
