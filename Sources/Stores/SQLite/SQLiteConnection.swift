import CSQLite
import Support

/// A connection to a database file; used by one thread at a time.
final class SQLiteConnection {
    /// How a database is opened.
    enum Access {
        /// Nothing is written but the files that SQLite keeps beside a database while it is open.
        case reading
        /// The file is made if there is none.
        case writing
    }

    /// The file.
    let path: String
    // Invariant: open from init to deinit; statements hold their connection, so that none outlives it.
    private let handle: OpaquePointer

    /// Opens a database, whose statements wait so many seconds for another program that writes.
    init(_ path: String, _ access: Access, wait: Int = 10) throws(SQLiteError) {
        self.path = path
        handle = try Self.open(path, access, wait: wait)
        if access == .reading { try run("PRAGMA query_only = ON") }
    }

    deinit { sqlite3_close_v2(handle) }

    /// Runs statements without results.
    func run(_ sql: String) throws(SQLiteError) { try Self.run(sql, on: handle) }

    /// Prepares a statement.
    func prepare(_ sql: String) throws(SQLiteError) -> SQLiteStatement { try SQLiteStatement(sql, on: self, handle) }

    /// Runs a statement with values and takes its rows, one after the other.
    func forEach(
        _ sql: String, _ values: [String?] = [], _ body: (SQLiteStatement) throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        let statement = try prepare(sql)
        try statement.bind(values)
        while try statement.step() { try body(statement) }
    }

    /// The texts of the first column of all rows.
    func texts(_ sql: String, _ values: [String?] = []) throws(SQLiteError) -> [String] {
        var texts: [String] = []
        try forEach(sql, values) { texts.append($0.text(0) ?? "") }
        return texts
    }

    /// The whole number in the first column of the first row; 0 if there is none.
    func number(_ sql: String, _ values: [String?] = []) throws(SQLiteError) -> Int {
        let statement = try prepare(sql)
        try statement.bind(values)
        return try statement.step() ? statement.number(0) : 0
    }

    /// The number of the row that was inserted last.
    var lastRow: Int { Int(sqlite3_last_insert_rowid(handle)) }

    /// How many seconds a statement waits for others from now on.
    func wait(_ seconds: Int) { sqlite3_busy_timeout(handle, Int32(clamping: seconds * 1_000)) }

    /// Does work that is kept as a whole or not at all; nobody else writes meanwhile.
    func transaction<Result>(_ work: () throws -> Result) throws -> Result {
        try run("BEGIN IMMEDIATE")
        do {
            let result = try work()
            try run("COMMIT")
            return result
        } catch {
            // The first error is the one to be told; SQLite may have rolled back already.
            if sqlite3_get_autocommit(handle) == 0 { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
            throw error
        }
    }

    private static func open(_ path: String, _ access: Access, wait: Int) throws(SQLiteError) -> OpaquePointer {
        var handle: OpaquePointer?
        // A reader that may write puts right what a killed import left, and takes away the files beside the database.
        let mode = access == .reading ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        // SQLite would take some relative names for something else than a file.
        let code = sqlite3_open_v2(
            path.hasPrefix("/") ? path : "./" + path, &handle, mode | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let handle else {
            let error = SQLiteError(code, handle)
            sqlite3_close_v2(handle)
            throw error
        }
        // From the first statement on: others may tidy up just then.
        sqlite3_busy_timeout(handle, Int32(clamping: wait * 1_000))
        return handle
    }

    private static func run(_ sql: String, on handle: OpaquePointer) throws(SQLiteError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw SQLiteError(code, handle) }
    }
}
