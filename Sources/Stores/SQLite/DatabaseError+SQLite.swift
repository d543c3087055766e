import CSQLite
import Support

extension DatabaseError {
    /// The error of one of SQLite's result codes; a connection knows more of it.
    init(sqlite code: Int32, _ connection: OpaquePointer? = nil) {
        let detail = String(cString: connection.map { sqlite3_errmsg($0) } ?? sqlite3_errstr(code))
        // Codes may have an extension.
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED:
            self.init(.busy, detail, .init(en: "another program writes to it", ar: "يكتب فيها برنامج آخر"))
        case SQLITE_READONLY, SQLITE_PERM:
            self.init(.unwritable, detail, .init(en: "it may not be written", ar: "لا تُسمح الكتابة فيها"))
        case SQLITE_CANTOPEN, SQLITE_AUTH: self.init(.unwritable, detail)
        case SQLITE_CONSTRAINT: self.init(.constraint, detail)
        case SQLITE_NOTADB:
            self.init(
                .damage, detail,
                .init(en: "it is no SQLite database, or has a password", ar: "ليس قاعدة بيانات SQLite أو له كلمة مرور"))
        case SQLITE_CORRUPT:
            self.init(
                .damage, detail,
                .init(
                    en: "the database is damaged (\(detail)); take a copy that was made earlier",
                    ar: "قاعدة البيانات تالفة (\(detail.isolated))؛ استخدم نسخة سابقة"))
        case SQLITE_FULL: self.init(.failed, detail, .init(en: "the disk is full", ar: "القرص ممتلئ"))
        default: self.init(.failed, detail)
        }
    }
}
