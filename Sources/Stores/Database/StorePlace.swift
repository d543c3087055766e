import Records
import Support

/// Where a store is, or a database of another program.
package enum StorePlace: Sendable {
    /// A SQLite database in a file.
    case sqlite(String)
    /// A schema of a PostgreSQL database.
    case postgresql(PostgreSQLAddress)

    /// What the address of a SQLite database starts with.
    package static let sqlitePrefix = "sqlite:"

    /// The database that a text names; nil if it names something else, such as a folder.
    ///
    /// The schema is one of PostgreSQL.
    package init?(_ text: String, schema: String? = nil) {
        if text.hasPrefix(Self.sqlitePrefix) {
            self = .sqlite(String(text.dropFirst(Self.sqlitePrefix.count)))
        } else if let address = PostgreSQLAddress(text, schema: schema) {
            self = .postgresql(address)
        } else {
            return nil
        }
    }

    /// What messages call it: without a password.
    package var path: String {
        switch self {
        case .sqlite(let file): file
        case .postgresql(let address): address.shown
        }
    }

    /// What has to be typed to name it.
    package var text: String {
        switch self {
        case .sqlite(let file): Self.sqlitePrefix + file
        case .postgresql(let address): address.shown
        }
    }

    /// Begins to read it.
    func reader() throws(ReadError) -> any DatabaseReader {
        switch self {
        case .sqlite(let file): try SQLiteFile(file)
        case .postgresql(let address): try PostgreSQLSnapshot(of: address)
        }
    }

    /// A connection that writes; it waits so many seconds for another import.
    func writer(wait: Int) throws -> any StoreWriter {
        switch self {
        case .sqlite(let file):
            if let kind = FileStatus.kind(of: file), kind != .file {
                throw StoreError(.unusable, path: file, .init(en: "it is no file", ar: "ليس ملفاً"))
            }
            return try SQLiteConnection(file, .writing, wait: wait)
        case .postgresql(let address):
            return try PostgreSQLConnection(address, waitForLock: wait)
        }
    }
}
