import CSQLite
import Foundation

/// A SQLite database as a store.
extension SQLiteConnection: StoreWriter {
    var dialect: StoreDialect { .sqlite }

    func storeState() throws(DatabaseError) -> StoreSchema.State {
        if try number("PRAGMA application_id") == StoreSchema.applicationID {
            return .store(version: try number("PRAGMA user_version"))
        }
        return try number("SELECT count(*) FROM sqlite_master") == 0 ? .empty : .other
    }

    func mark(version: Int) throws(DatabaseError) {
        try run("PRAGMA application_id = \(StoreSchema.applicationID)")
        try run("PRAGMA user_version = \(version)")
    }

    func prepareImport(intoStore isStore: Bool) throws(DatabaseError) {
        // Readers go on beside a write-ahead log. Where nobody reads yet, a rollback journal writes each page once.
        if isStore { try writeAhead() }
        try run("PRAGMA cache_size = -200000")
        try run("PRAGMA foreign_keys = ON")
    }

    /// Begins a write-ahead log, when other programs are done with the database.
    ///
    /// The statement holds a lock for reading before it asks for the one for writing. SQLite does not wait for others then, but
    /// fails at once, and so it is tried again.
    private func writeAhead() throws(DatabaseError) {
        let deadline = ContinuousClock.now + .seconds(wait)
        while true {
            do throws(DatabaseError) {
                return try run("PRAGMA journal_mode = WAL")
            } catch {
                guard error.kind == .busy, ContinuousClock.now < deadline else { throw error }
                usleep(20_000)
            }
        }
    }

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

    func makeView(_ name: String, as query: String) throws(DatabaseError) {
        try run("DROP VIEW IF EXISTS \(name)")
        // One statement, whatever the names in it are.
        try run("CREATE VIEW \(name) AS \(query)", [])
    }

    func changes(of comparison: RowComparison) throws(DatabaseError) -> any RowChanges {
        try SQLiteRowChanges(comparison, in: self)
    }

    /// Puts everything into the one file, and takes the log away, as long as nobody reads.
    ///
    /// A database with a write-ahead log needs a second file for each reader, which must not be left behind by those who may
    /// not write, and cannot be made where the folder may only be read.
    func tidy() {
        do throws(DatabaseError) {
            wait = 0
            try run("PRAGMA journal_mode = DELETE")
        } catch {
            // The import is kept already; the next one tidies up.
        }
    }
}
