import Records
import Support
import TrainingStats

/// A dataset in a SQLite database: a store that imports made, or tables and views of another program that have the columns
/// of the data contract.
package struct SQLiteSource: RecordSource {
    /// The file.
    package let path: String
    /// The state of a store that is meant; nil for the newest.
    private let moment: StoreMoment?

    /// The dataset in a database file; nothing is looked up yet.
    package init(_ path: String, asOf moment: StoreMoment? = nil) {
        self.path = path
        self.moment = moment
    }

    /// What messages call a table that is missing.
    package func path(of table: RecordTable) -> String { "\(path)!\(table.rawValue)" }

    /// The settings and tables in the database.
    ///
    /// - Throws: `ReadError` where it cannot be read, or does not have the state that is meant.
    package func contents() throws(ReadError) -> SourceContents {
        let connection = try opened()
        let encoding = try reading { () throws(SQLiteError) in try connection.texts("PRAGMA encoding").first }
        guard encoding == "UTF-8" else {
            throw .unreadable(
                path: path,
                reason: .init(
                    en: "its texts are in UTF-16; make a copy in UTF-8: sqlite3 old.db .dump | sqlite3 new.db",
                    ar: "نصوصها بترميز UTF-16؛ أنشئ نسخة بترميز UTF-8: sqlite3 old.db .dump | sqlite3 new.db"))
        }
        switch try reading({ () throws(SQLiteError) in try StoreSchema.state(of: connection) }) {
        case .store(let version) where version > StoreSchema.version:
            throw .unreadable(path: path, reason: StoreError.newer(path).reason)
        case .store:
            let state = try StoreState(at: moment, of: self, connection)
            return try reading { () throws(SQLiteError) in try state.contents(connection) }
        case .empty, .other:
            guard moment == nil else {
                throw .unreadable(
                    path: path,
                    reason: .init(
                        en: "only a store that tadrib import made knows what was known earlier",
                        ar: "لا يعرف ما كان معروفاً من قبل إلا مخزن أنشأه tadrib import"))
            }
            return try reading { () throws(SQLiteError) in try ForeignDatabase(connection).contents() }
        }
    }

    /// Finds out whether the file is sound from its first page to its last.
    package func checkIntegrity() throws(ReadError) {
        let connection = try opened()
        let problems = try reading { () throws(SQLiteError) in try connection.texts("PRAGMA integrity_check(3)") }
        guard problems != ["ok"] else { return }
        let list = problems.joined(separator: "; ")
        throw .unreadable(
            path: path,
            reason: .init(
                en: "the database is damaged (\(list)); take a copy that was made earlier",
                ar: "قاعدة البيانات تالفة (\(list.isolated))؛ استخدم نسخة سابقة"))
    }

    /// A connection to the file, which must be there.
    func opened() throws(ReadError) -> SQLiteConnection {
        switch FileStatus.kind(of: path) {
        case .file: return try reading { () throws(SQLiteError) in try SQLiteConnection(path, .reading) }
        case nil:
            throw .missing(
                path: path,
                remedy: .init(
                    en: "tadrib import DATASET --into sqlite:\(path) makes it",
                    ar: "ينشئها tadrib import DATASET --into sqlite:\(path)"))
        default:
            throw .unreadable(path: path, reason: .init(en: "it is no file", ar: "ليس ملفاً"))
        }
    }

    /// Runs work on the database, and says of an error where it was.
    func reading<Result>(_ work: () throws(SQLiteError) -> Result) throws(ReadError) -> Result {
        do throws(SQLiteError) { return try work() } catch { throw .unreadable(path: path, reason: error.reason) }
    }
}
