import Records
import Support

/// A database of another program: its tables and views that are named as those of the data contract.
struct ForeignDatabase {
    private let connection: SQLiteConnection

    /// A database.
    init(_ connection: SQLiteConnection) { self.connection = connection }

    /// The tables; such a database states no settings.
    func contents() throws(SQLiteError) -> SourceContents {
        var contents = SourceContents(tables: [:])
        let stamp = try DatabaseStamp(connection)
        for name in try connection.texts("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')") {
            guard let table = RecordTable(rawValue: name.lowercased()) else { continue }
            let sql = "SELECT * FROM \(StoreTable.quoted(name))"
            let columns = try connection.prepare(sql).columns
            contents.tables[table] = ForeignTable(
                table, sql, columns: columns, of: connection.path, stamp: stamp,
                rows: try connection.number("SELECT count(*) FROM \(StoreTable.quoted(name))"))
        }
        return contents
    }
}

/// What tells one state of a database from another: its counters of commits, and its files.
struct DatabaseStamp: Hashable, Sendable {
    private let schema: Int
    private let files: [String]

    /// The state of a database as it stands.
    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        schema = try connection.number("PRAGMA schema_version")
        files = ["", "-wal"].map { ending in
            FileStatus(connection.path + ending).map { "\($0.size):\($0.modified)" } ?? ""
        }
    }

    /// All of it as a text.
    var text: String { "\(schema):\(files.joined(separator: ":"))" }
}

/// A table or view of a database of another program.
struct ForeignTable: TableInput {
    private let table: RecordTable
    private let sql: String
    private let columns: [String]
    private let path: String
    private let stamp: DatabaseStamp
    private let rows: Int

    /// A table given by the query for its rows.
    init(
        _ table: RecordTable, _ sql: String, columns: [String], of path: String, stamp: DatabaseStamp, rows: Int
    ) {
        self.table = table
        self.sql = sql
        self.columns = columns
        self.path = path
        self.stamp = stamp
        self.rows = rows
    }

    var name: String { "\(FilePath.parts(of: path).name)!\(table.rawValue)" }
    var shortName: String { table.rawValue }
    var fingerprint: String { stamp.text }
    var size: Int? { nil }
    var estimatedSize: Int { rows * 64 }

    func sha256() throws(ReadError) -> String {
        let rows = try query()
        var bytes: [UInt8] = []
        var remarks: [CellRemark] = []
        var digest = ""
        while try rows.nextBlock(into: &bytes, &remarks, size: 1 << 20) != nil {
            digest = SHA256.hexadecimal(of: Array(digest.utf8) + bytes)
            bytes.removeAll(keepingCapacity: true)
        }
        return digest
    }

    func checkUnchanged() throws(ReadError) {
        let source = SQLiteSource(path)
        let connection = try source.opened()
        guard try source.reading({ () throws(SQLiteError) in try DatabaseStamp(connection) }) == stamp else {
            throw .failedMidway(
                path: path,
                reason: .init(
                    en: "it was changed while it was read; run again when it is at rest",
                    ar: "تغيرت وهي تُقرأ؛ أعد التشغيل حين تستقر"))
        }
    }

    func open() throws(ReadError) -> sending TableContent { .blocks(try query()) }

    private func query() throws(ReadError) -> sending QueryCSV {
        let source = SQLiteSource(path)
        let connection = try source.opened()
        let rows = try source.reading { () throws(SQLiteError) in try connection.prepare(sql) }
        return QueryCSV(rows, headings: columns, path: path)
    }
}
