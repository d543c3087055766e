import Records
import Support

/// What was changed in a store, when, and by whom.
package struct StoreHistory {
    /// A version of a row.
    package struct Version: Sendable {
        /// The import that brought it.
        package var from: Int
        /// The import that ended it; nil if it is current.
        package var until: Int?
        /// Its fields, in the order of ``StoreHistory/columns(of:)``.
        package var fields: [String]
    }

    /// An import with what it did to the rows of all tables.
    package struct Entry: Sendable {
        /// The import.
        package var record: ImportRecord
        /// What it did, all tables together.
        package var rows: ImportOutcome.Rows
    }

    private let reader: any DatabaseReader
    private let connection: any DatabaseConnection

    /// The history of a store.
    ///
    /// - Throws: `ReadError` where there is none.
    package init(of place: StorePlace) throws(ReadError) {
        let path = place.path
        reader = try place.reader()
        connection = try reader.opened()
        let connection = connection
        let state = try reader.reading { () throws(DatabaseError) in try connection.storeState() }
        guard case .store(let version) = state, version <= StoreSchema.version else {
            throw .unreadable(
                path: path,
                reason: state == .empty || state == .other
                    ? .init(
                        en: "it has no history: no import of tadrib made it",
                        ar: "ليس له تاريخ: لم ينشئه استيراد من tadrib")
                    : StoreError.newer(path).reason)
        }
    }

    /// All imports, the first one first.
    package func entries() throws(ReadError) -> [Entry] {
        try reader.reading { () throws(DatabaseError) in
            var rows: [Int: ImportOutcome.Rows] = [:]
            try connection.forEach(
                "SELECT import, sum(rows), sum(rows_new), sum(rows_changed), sum(rows_gone), sum(rows_unchanged), "
                    + "sum(rows_rejected) FROM tadrib_import_tables GROUP BY import", []
            ) {
                rows[$0.number(0)] = .init(
                    all: $0.number(1), new: $0.number(2), changed: $0.number(3), gone: $0.number(4),
                    unchanged: $0.number(5), rejected: $0.number(6))
            }
            return try connection.imports().map { Entry(record: $0, rows: rows[$0.number] ?? .init()) }
        }
    }

    /// The columns of a table, those of the contract first.
    package func columns(of table: RecordTable) throws(ReadError) -> [String] {
        try reader.reading { () throws(DatabaseError) in
            try connection.columns(of: table.rawValue)
        }
    }

    /// The versions of a row, the first one first.
    ///
    /// The key has the fields of ``keyColumns(of:)`` in their order.
    package func versions(of table: RecordTable, key: [String]) throws(ReadError) -> [Version] {
        let columns = try columns(of: table)
        let schema = StoreTable(table: table)
        let keys = Self.keyColumns(of: table)
        // A field of a key may be empty, and then is NULL on both sides.
        let condition = zip(1..., keys.prefix(key.count)).map { number, name in
            "coalesce(\(StoreTable.quoted(name)), '') = coalesce($\(number), '')"
        }
        let names = columns.map(StoreTable.quoted).joined(separator: ", ")
        return try reader.reading { () throws(DatabaseError) in
            var versions: [Version] = []
            try connection.forEach(
                "SELECT from_import, until_import, \(names) FROM \(schema.versions) "
                    + "WHERE \(condition.joined(separator: " AND ")) ORDER BY version", Array(key.prefix(keys.count))
            ) { row in
                let until = row.number(1)
                versions.append(
                    Version(
                        from: row.number(0), until: until == 0 ? nil : until,
                        fields: columns.indices.map { row.text($0 + 2) ?? "" }))
            }
            return versions
        }
    }

    /// Whether a key tells the rows of a table apart.
    package func isKeyed(_ table: RecordTable) -> Bool { table.keyColumns != nil }

    /// The columns by which rows of a table are asked for: its key, or its first column if rows may be alike.
    package static func keyColumns(of table: RecordTable) -> [String] {
        table.keyColumns ?? [table.fields[0].name]
    }
}
