import CSQLite
import Support

/// A prepared statement; used by one thread at a time.
final class SQLiteStatement: DatabaseRow {
    private let connection: SQLiteConnection
    private let database: OpaquePointer
    // Invariant: valid from init to deinit.
    private let handle: OpaquePointer

    /// Prepares one statement.
    init(_ sql: String, on connection: SQLiteConnection, _ database: OpaquePointer) throws(DatabaseError) {
        self.connection = connection
        self.database = database
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v2(database, sql, -1, &handle, nil)
        guard code == SQLITE_OK, let handle else { throw DatabaseError(sqlite: code, database) }
        self.handle = handle
    }

    deinit { sqlite3_finalize(handle) }

    /// The names of the columns of its result.
    var columns: [String] {
        (0..<sqlite3_column_count(handle)).map { sqlite3_column_name(handle, $0).map { String(cString: $0) } ?? "" }
    }

    /// Gives values to its parameters, from the first on; those that are nil or empty become NULL.
    func bind(_ values: [String?]) throws(DatabaseError) {
        for (offset, value) in values.enumerated() { try bind(value, at: 1 + offset) }
    }

    /// Gives the fields of a row to its parameters; empty ones become NULL.
    func bind(row: [String]) throws(DatabaseError) {
        for (offset, field) in row.enumerated() { try bind(field, at: 1 + offset) }
    }

    /// Gives a text to a parameter; nil and the empty text become NULL.
    func bind(_ value: String?, at parameter: Int) throws(DatabaseError) {
        guard let value, !value.isEmpty else { return try check(sqlite3_bind_null(handle, Int32(parameter))) }
        try bind(text: value, at: parameter)
    }

    /// Gives a text to a parameter, an empty one as well.
    func bind(text: String, at parameter: Int) throws(DatabaseError) {
        // SQLite copies the text, because the pointer is valid within the closure alone.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        var text = text
        let code = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                // Without a start SQLite would take an empty text for NULL.
                sqlite3_bind_text64(
                    handle, Int32(parameter), text.baseAddress ?? UnsafePointer(bitPattern: 1), UInt64(text.count),
                    copied, UInt8(SQLITE_UTF8))
            }
        }
        try check(code)
    }

    /// Gives a whole number to a parameter.
    func bind(_ number: Int, at parameter: Int) throws(DatabaseError) {
        try check(sqlite3_bind_int64(handle, Int32(parameter), Int64(number)))
    }

    /// Goes to the next row; false at the end.
    func step() throws(DatabaseError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw DatabaseError(sqlite: code, database)
        }
    }

    /// Runs to its end and is ready to be run again.
    func runAgain() throws(DatabaseError) {
        while try step() {}
        reset()
    }

    /// Makes it ready to be run again; its values stay.
    func reset() { sqlite3_reset(handle) }

    /// The text of a column of the current row; nil if it is NULL.
    func text(_ column: Int) -> String? {
        withBytes(column) { bytes in bytes.map { String(decoding: $0, as: UTF8.self) } }
    }

    /// The whole number in a column of the current row; 0 if it is NULL.
    func number(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, Int32(column))) }

    /// Calls a body with the bytes of a column of the current row, as text in UTF-8; nil if it is NULL.
    func withBytes<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer?) -> Result) -> Result {
        // Invariant: what SQLite gives is valid until the next step, and the body does not keep it. A value is asked once for
        // all, and a text is taken as it lies in the page, without the copy that a C string needs; anything else is turned
        // into text.
        let value = sqlite3_column_value(handle, Int32(column))
        let start =
            switch sqlite3_value_type(value) {
            case SQLITE_NULL: UnsafeRawPointer?.none
            case SQLITE_TEXT: sqlite3_value_blob(value)
            default: UnsafeRawPointer(sqlite3_value_text(value))
            }
        guard let start else { return body(nil) }
        return body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value))))
    }

    private func check(_ code: Int32) throws(DatabaseError) {
        guard code == SQLITE_OK else { throw DatabaseError(sqlite: code, database) }
    }
}
