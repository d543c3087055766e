import CPQ
import Foundation
import Support
import TrainingStats

/// A connection to a PostgreSQL server; used by one thread at a time.
final class PostgreSQLConnection: DatabaseConnection {
    // Invariant: open from init to deinit; what reads results holds its connection.
    let handle: OpaquePointer
    /// The name of the database.
    let database: String
    /// The schema with the tables, whether it is there or not.
    let schema: String

    /// Connects to a server; statements wait so many seconds for a lock, or as long as the server has it.
    init(_ address: PostgreSQLAddress, waitForLock wait: Int? = nil) throws(DatabaseError) {
        let handle = try PostgreSQLLogin(address).connect()
        self.handle = handle
        database = PQdb(handle).map { String(cString: $0) } ?? ""
        do throws(DatabaseError) {
            schema = try Self.schema(address, handle)
        } catch {
            PQfinish(handle)
            throw error
        }
        // Temporary tables last, so that none takes the place of a table of the schema.
        try run("SET search_path = \(StoreTable.quoted(schema)), pg_temp")
        // The texts of dates and numbers, whatever the user's settings are; a database of another program states no time zone,
        // so that the usual one holds.
        try run("SET DateStyle = ISO; SET extra_float_digits = 1; SET TimeZone = '\(DatasetSettings().timeZone)'")
        // Rows of a table in one order, and all of them: where a policy hides some, the server says so.
        try run("SET synchronize_seqscans = off; SET row_security = off; SET idle_in_transaction_session_timeout = 0")
        // None of 0, which would wait for ever.
        if let wait { try run("SET lock_timeout = \(max(1, wait * 1_000))") }
    }

    deinit { PQfinish(handle) }

    func run(_ sql: String) throws(DatabaseError) { try Self.run(sql, on: handle) }

    func forEach(
        _ sql: String, _ values: [String?], _ body: (any DatabaseRow) throws(DatabaseError) -> Void
    ) throws(DatabaseError) {
        try Self.send(sql, values, to: handle)
        // Row by row, so that no result has to be held as a whole.
        PQsetSingleRowMode(handle)
        var failure: DatabaseError?
        while let result = PQgetResult(handle) {
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_SINGLE_TUPLE:
                guard failure == nil else { continue }
                do throws(DatabaseError) { try body(PostgreSQLRow(result)) } catch { failure = error }
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK: break
            default: failure = failure ?? DatabaseError(postgreSQL: result, of: handle)
            }
        }
        if let failure { throw failure }
    }

    func columns(of relation: String) throws(DatabaseError) -> [String] {
        try texts(
            "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(quote_ident($1)) AND attnum > 0 "
                + "AND NOT attisdropped ORDER BY attnum", [relation])
    }

    func rows(of query: String, areNumbered: Bool) throws(DatabaseError) -> any QueryRows {
        try PostgreSQLRows(of: query, areNumbered: areNumbered, in: self)
    }

    /// The schema that an address means.
    private static func schema(_ address: PostgreSQLAddress, _ handle: OpaquePointer) throws(DatabaseError) -> String {
        if let schema = address.schema { return schema }
        var schema: String?
        try send("SELECT current_schema()", [], to: handle)
        while let result = PQgetResult(handle) {
            defer { PQclear(result) }
            guard PQresultStatus(result) == PGRES_TUPLES_OK else { throw DatabaseError(postgreSQL: result, of: handle) }
            schema = PostgreSQLRow(result).text(0)
        }
        guard let schema else {
            throw DatabaseError(
                .missing, "no schema",
                .init(
                    en: "no schema of the user's search path is there; name one with --schema",
                    ar: "لا مخطط من مسار بحث المستخدم موجود؛ اذكر واحداً بـ --schema"))
        }
        return schema
    }

    /// Runs statements without results.
    private static func run(_ sql: String, on handle: OpaquePointer) throws(DatabaseError) {
        let result = PQexec(handle, sql)
        defer { PQclear(result) }
        guard [PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY].contains(PQresultStatus(result)) else {
            throw DatabaseError(postgreSQL: result, of: handle)
        }
    }

    /// Sends a statement with its values, as texts of which the server finds out the types.
    private static func send(
        _ sql: String, _ values: [String?], to handle: OpaquePointer
    ) throws(DatabaseError) {
        guard !sql.utf8.contains(0), !values.contains(where: { $0?.utf8.contains(0) == true }) else {
            throw .zeroByte
        }
        // Invariant: libpq copies the texts into its buffer before it returns; they are freed behind it.
        let texts = values.map { value in
            value.flatMap { $0.isEmpty ? nil : strdup($0) }.map { UnsafePointer($0) }
        }
        defer { for text in texts { free(UnsafeMutablePointer(mutating: text)) } }
        guard PQsendQueryParams(handle, sql, Int32(texts.count), nil, texts, nil, nil, 0) == 1 else {
            throw DatabaseError(postgreSQL: nil, of: handle)
        }
    }
}

/// The first row of a result.
struct PostgreSQLRow: DatabaseRow {
    // Invariant: whoever has the result keeps it as long as the row.
    private let result: OpaquePointer

    /// The row of a result that has one.
    init(_ result: OpaquePointer) { self.result = result }

    func text(_ column: Int) -> String? {
        guard PQgetisnull(result, 0, Int32(column)) == 0, let bytes = PQgetvalue(result, 0, Int32(column)) else {
            return nil
        }
        return String(cString: bytes)
    }

    func number(_ column: Int) -> Int { text(column).flatMap { Int($0) } ?? 0 }
}

extension DatabaseError {
    /// PostgreSQL's texts end with the byte 0.
    static let zeroByte = DatabaseError(
        .constraint, "a text has the byte 0, which PostgreSQL cannot keep; remove it from the record")
}
