import Records
import Support
import Synchronization

/// A SQLite database that is read.
struct SQLiteFile: DatabaseReader {
    let path: String

    /// The database in a file, which must be there.
    init(_ path: String) throws(ReadError) {
        self.path = path
        switch FileStatus.kind(of: path) {
        case .file: break
        case nil:
            throw .missing(
                path: path,
                remedy: .init(
                    en: "tadrib import DATASET --into sqlite:\(path) makes it",
                    ar: "ينشئها tadrib import DATASET --into sqlite:\(path)"))
        default:
            throw .unreadable(path: path, reason: .init(en: "it is no file", ar: "ليس ملفاً"))
        }
        let encoding = try reading { () throws(DatabaseError) in
            try SQLiteConnection(path, .reading).texts("PRAGMA encoding").first
        }
        guard encoding == "UTF-8" else {
            throw .unreadable(
                path: path,
                reason: .init(
                    en: "its texts are in UTF-16; make a copy in UTF-8: sqlite3 old.db .dump | sqlite3 new.db",
                    ar: "نصوصها بترميز UTF-16؛ أنشئ نسخة بترميز UTF-8: sqlite3 old.db .dump | sqlite3 new.db"))
        }
    }

    var name: String { FilePath.parts(of: path).name }
    var isFixed: Bool { false }
    var snapshot: String? { nil }
    // Fewer, and opening connections takes time; more, and the last thread works alone.
    var rowsOfPart: Int { 1 << 17 }

    func opened() throws(ReadError) -> sending any DatabaseConnection {
        try reading { () throws(DatabaseError) in try SQLiteConnection(path, .reading) }
    }

    func watch() throws(ReadError) -> any DatabaseWatch {
        try reading { () throws(DatabaseError) in try SQLiteWatch(path) }
    }
}

/// Sees whether others change a database file from now on.
final class SQLiteWatch: DatabaseWatch {
    /// Tells states apart between two runs: the length of the database and when it was last written, and its log.
    private let fingerprint: String
    private let connection: Mutex<SQLiteConnection>
    private let version: Int

    /// Begins to watch the database in a file.
    init(_ path: String) throws(DatabaseError) {
        let connection = try SQLiteConnection(path, .reading)
        version = try connection.number("PRAGMA data_version")
        fingerprint = ["", "-wal"].map { ending in
            FileStatus(path + ending).map { "\($0.size):\($0.modified)" } ?? ""
        }.joined(separator: ":")
        self.connection = Mutex(connection)
    }

    func fingerprint(of relation: ForeignRelation) -> String { fingerprint }

    func isUnchanged() throws(DatabaseError) -> Bool {
        // A change shows when the database is looked at.
        try connection.withLock { (connection) throws(DatabaseError) in
            _ = try connection.number("SELECT count(*) FROM sqlite_master")
            return try connection.number("PRAGMA data_version") == version
        }
    }
}
