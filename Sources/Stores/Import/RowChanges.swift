import Support

/// Compares rows with the current ones of a relation, and writes the differences.
struct RowChanges {
    /// What has become of the rows so far.
    var rows = ImportOutcome.Rows()
    /// Whether a row is new, changed or gone.
    var hasChanges: Bool { rows.new + rows.changed + rows.gone > 0 }

    private let schema: StoreTable
    private let columns: [String]
    private let number: Int
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
    /// The digest of all changes up to the import before, and then of those of this one.
    private var digest: String
    private var pending: [UInt8] = []

    /// Changes of a relation that has rows to compare with or has none.
    init(
        _ schema: StoreTable, _ columns: [String], number: Int, in connection: SQLiteConnection, compares: Bool,
        digest: String
    ) throws(SQLiteError) {
        self.schema = schema
        self.columns = columns
        self.number = number
        self.connection = connection
        self.digest = digest
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

    /// Takes up a row of the source, with a field for each column; an empty one is not known.
    mutating func take(_ values: [String]) throws(SQLiteError) {
        rows.all += 1
        let rowDigest = schema.table.keyColumns == nil ? digest(of: values) : nil
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

    /// Ends the current versions that were not met.
    mutating func close() throws(SQLiteError) {
        guard search != nil else { return }
        var gone: [Int] = []
        try connection.forEach(
            "SELECT version FROM \(schema.versions) WHERE \(StoreTable.isCurrent) AND from_import < \(number)"
        ) { statement in
            let version = statement.number(0)
            if met[version / 64] & (1 << UInt64(version % 64)) == 0 { gone.append(version) }
        }
        for version in gone { try end(version) }
        rows.gone = gone.count
    }

    /// The digest of all changes up to now, and of the columns that the table has.
    mutating func digest(adding columns: [String], isThere: Bool) -> String {
        pending.append(UInt8(ascii: isThere ? "=" : "!"))
        for column in columns { add(field: column) }
        flush()
        return digest
    }

    private mutating func insert(_ values: [String], _ rowDigest: String?) throws(SQLiteError) {
        try insertion.bind(row: values)
        if let rowDigest { try insertion.bind(rowDigest, at: columns.count + 1) }
        try insertion.runAgain()
        pending.append(UInt8(ascii: "+"))
        for value in values { add(field: value) }
        if pending.count > 1 << 20 { flush() }
    }

    private mutating func end(_ version: Int) throws(SQLiteError) {
        try ending.bind(version, at: 1)
        try ending.runAgain()
        add("-\(version)\n")
    }

    private mutating func add(_ text: String) {
        pending += text.utf8
        if pending.count > 1 << 20 { flush() }
    }

    /// Adds a field with its length, so that no two rows give the same bytes.
    private mutating func add(field: String) {
        var length = UInt32(truncatingIfNeeded: field.utf8.count)
        for _ in 0..<4 {
            pending.append(UInt8(truncatingIfNeeded: length))
            length >>= 8
        }
        pending += field.utf8
    }

    private mutating func flush() {
        digest = SHA256.hexadecimal(of: Array(digest.utf8) + pending)
        pending.removeAll(keepingCapacity: true)
    }

    private func isSame(_ found: SQLiteStatement, _ values: [String]) -> Bool {
        values.indices.allSatisfy { index in
            found.withBytes(index + 1) { bytes in
                guard let bytes else { return values[index].isEmpty }
                return bytes.elementsEqual(values[index].utf8)
            }
        }
    }

    /// Tells rows without a key apart: equal ones have the same digest, also after a column has been added that they leave
    /// empty.
    private func digest(of values: [String]) -> String {
        let text = zip(columns, values).map { $1.isEmpty ? "" : "\($0) \($1.utf8.count):\($1)" }.joined()
        return String(SHA256.hexadecimal(of: Array(text.utf8)).prefix(24))
    }
}
