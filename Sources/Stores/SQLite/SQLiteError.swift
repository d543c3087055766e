import CSQLite
import Support

/// What SQLite says went wrong.
struct SQLiteError: Error, Hashable {
    /// SQLite's result code, without its extension.
    let code: Int32
    /// SQLite's words.
    let detail: String

    /// The error of a result code; a connection knows more of it.
    init(_ code: Int32, _ connection: OpaquePointer? = nil) {
        self.code = code & 0xFF
        detail = String(cString: connection.map { sqlite3_errmsg($0) } ?? sqlite3_errstr(code))
    }

    /// Whether another program writes to the database.
    var isBusy: Bool { code == SQLITE_BUSY || code == SQLITE_LOCKED }
    /// Whether the file cannot be made or written.
    var isUnwritable: Bool { [SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH].contains(code) }
    /// Whether a row breaks a rule of its table.
    var isConstraint: Bool { code == SQLITE_CONSTRAINT }
    /// Whether the file is no database, or is damaged.
    var isDamage: Bool { code == SQLITE_NOTADB || code == SQLITE_CORRUPT }

    /// What is wrong, in both languages.
    var reason: BilingualText {
        switch code {
        case SQLITE_NOTADB:
            .init(
                en: "it is no SQLite database, or has a password", ar: "ليس قاعدة بيانات SQLite أو له كلمة مرور")
        case SQLITE_CORRUPT:
            .init(
                en: "the database is damaged (\(detail)); take a copy that was made earlier",
                ar: "قاعدة البيانات تالفة (\(detail.isolated))؛ استخدم نسخة سابقة")
        case SQLITE_FULL: .init(en: "the disk is full", ar: "القرص ممتلئ")
        case SQLITE_BUSY, SQLITE_LOCKED:
            .init(en: "another program writes to it", ar: "يكتب فيها برنامج آخر")
        case SQLITE_READONLY, SQLITE_PERM:
            .init(en: "it may not be written", ar: "لا تُسمح الكتابة فيها")
        default: .init(en: detail, ar: detail.isolated)
        }
    }
}
