import Records
import Support
import Synchronization

/// A database of another program: its tables and views that are named as those of the data contract.
struct ForeignDatabase {
    private let connection: SQLiteConnection

    /// A database.
    init(_ connection: SQLiteConnection) { self.connection = connection }

    /// The tables; such a database states no settings.
    func contents() throws(SQLiteError) -> SourceContents {
        var contents = SourceContents(tables: [:])
        let path = connection.path
        let watch = try DatabaseWatch(path)
        for name in try connection.texts("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')") {
            guard let table = RecordTable(rawValue: name.lowercased()) else { continue }
            let sql = "SELECT * FROM \(StoreTable.quoted(name))"
            let columns = try connection.prepare(sql).columns
            contents.tables[table] = ForeignTable(table, sql, columns: columns, of: path, watch: watch)
        }
        return contents
    }
}

/// Sees whether others change a database from now on.
final class DatabaseWatch: Sendable {
    /// Tells states apart between two runs: the length of the database and when it was last written, and its log.
    let fingerprint: String
    private let connection: Mutex<SQLiteConnection>
    private let version: Int

    /// Begins to watch the database in a file.
    init(_ path: String) throws(SQLiteError) {
        let connection = try SQLiteConnection(path, .reading)
        version = try connection.number("PRAGMA data_version")
        fingerprint = ["", "-wal"].map { ending in
            FileStatus(path + ending).map { "\($0.size):\($0.modified)" } ?? ""
        }.joined(separator: ":")
        self.connection = Mutex(connection)
    }

    /// Whether nobody has changed it.
    func isUnchanged() throws(SQLiteError) -> Bool {
        // A change shows when the database is looked at.
        try connection.withLock { (connection) throws(SQLiteError) in
            _ = try connection.number("SELECT count(*) FROM sqlite_master")
            return try connection.number("PRAGMA data_version") == version
        }
    }
}

/// A table or view of a database of another program.
struct ForeignTable: TableInput {
    private let table: RecordTable
    private let sql: String
    private let columns: [String]
    private let path: String
    private let watch: DatabaseWatch

    /// A table given by the query for its rows.
    init(_ table: RecordTable, _ sql: String, columns: [String], of path: String, watch: DatabaseWatch) {
        self.table = table
        self.sql = sql
        self.columns = columns
        self.path = path
        self.watch = watch
    }

    var name: String { "\(FilePath.parts(of: path).name)!\(table.rawValue)" }
    var shortName: String { table.rawValue }
    var fingerprint: String { watch.fingerprint }
    var size: Int? { nil }
    // To count the rows of a view may take as long as to read them.
    var estimatedSize: Int { 1 << 22 }

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
        guard try SQLiteSource(path).reading({ () throws(SQLiteError) in try watch.isUnchanged() }) else {
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
