import CSQLite
import Support

/// A connection to a database file; used by one thread at a time.
final class SQLiteConnection: DatabaseConnection {
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
    let handle: OpaquePointer
    /// How many seconds a statement waits for another program that writes.
    var wait: Int { didSet { Self.wait(wait, handle) } }

    /// Opens a database, whose statements wait so many seconds for another program that writes.
    init(_ path: String, _ access: Access, wait: Int = 10) throws(DatabaseError) {
        self.path = path
        self.wait = wait
        handle = try Self.open(path, access)
        // From the first statement on: others may tidy up just then.
        Self.wait(wait, handle)
        if access == .reading { try run("PRAGMA query_only = ON") }
    }

    deinit { sqlite3_close_v2(handle) }

    /// Runs statements without results.
    func run(_ sql: String) throws(DatabaseError) { try Self.run(sql, on: handle) }

    /// Prepares a statement.
    func prepare(_ sql: String) throws(DatabaseError) -> SQLiteStatement { try SQLiteStatement(sql, on: self, handle) }

    func forEach(
        _ sql: String, _ values: [String?] = [], _ body: (any DatabaseRow) throws(DatabaseError) -> Void
    ) throws(DatabaseError) {
        let statement = try prepare(sql)
        try statement.bind(values)
        while try statement.step() { try body(statement) }
    }

    func columns(of relation: String) throws(DatabaseError) -> [String] {
        try texts("SELECT name FROM pragma_table_info($1) ORDER BY cid", [relation])
    }

    func rows(of query: String, areNumbered: Bool) throws(DatabaseError) -> any QueryRows {
        SQLiteRows(try prepare(query), areNumbered: areNumbered)
    }

    func relations() throws(DatabaseError) -> [ForeignRelation] {
        var relations: [ForeignRelation] = []
        for name in try texts("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')") {
            let query = "SELECT * FROM \(StoreTable.quoted(name))"
            relations.append(ForeignRelation(name: name, query: query, columns: try prepare(query).columns))
        }
        return relations
    }

    /// Looks through the file from its first page to its last.
    func integrityProblems() throws(DatabaseError) -> [String] {
        try texts("PRAGMA integrity_check(3)").filter { $0 != "ok" }
    }

    private static func wait(_ seconds: Int, _ handle: OpaquePointer) {
        sqlite3_busy_timeout(handle, Int32(clamping: seconds * 1_000))
    }

    private static func open(_ path: String, _ access: Access) throws(DatabaseError) -> OpaquePointer {
        var handle: OpaquePointer?
        // A reader that may write puts right what a killed import left, and takes away the files beside the database.
        let mode = access == .reading ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        // SQLite would take some relative names for something else than a file.
        let code = sqlite3_open_v2(
            path.hasPrefix("/") ? path : "./" + path, &handle, mode | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let handle else {
            let error = DatabaseError(sqlite: code, handle)
            sqlite3_close_v2(handle)
            throw error
        }
        return handle
    }

    private static func run(_ sql: String, on handle: OpaquePointer) throws(DatabaseError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw DatabaseError(sqlite: code, handle) }
    }
}
