import CPQ
import Support

/// The rows of a query, as the server writes them in CSV.
final class PostgreSQLRows: QueryRows {
    private let connection: PostgreSQLConnection
    private let areNumbered: Bool
    // Invariant: the row that libpq gave last; freed when the next one comes, or with this. Its length is that of its bytes.
    private var row: UnsafeMutablePointer<CChar>?
    private var length = 0
    private var isAtEnd = false

    /// Begins a query; nothing else can be asked on the connection until its last row.
    init(of query: String, areNumbered: Bool, in connection: PostgreSQLConnection) throws(DatabaseError) {
        self.connection = connection
        self.areNumbered = areNumbered
        let result = PQexec(connection.handle, "COPY (\(query)) TO STDOUT (FORMAT csv)")
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COPY_OUT else {
            throw DatabaseError(postgreSQL: result, of: connection.handle)
        }
    }

    deinit { PQfreemem(row) }

    func step() throws(DatabaseError) -> Bool {
        guard !isAtEnd else { return false }
        PQfreemem(row)
        row = nil
        length = Int(PQgetCopyData(connection.handle, &row, 0))
        if length > 0 { return true }
        isAtEnd = true
        guard length == -1 else { throw DatabaseError(postgreSQL: nil, of: connection.handle) }
        // Only now the server says whether this is all.
        var failure: DatabaseError?
        while let result = PQgetResult(connection.handle) {
            if PQresultStatus(result) != PGRES_COMMAND_OK {
                failure = failure ?? DatabaseError(postgreSQL: result, of: connection.handle)
            }
            PQclear(result)
        }
        if let failure { throw failure }
        return false
    }

    var number: Int {
        fields.dropFirst((fields.lastIndex(of: UInt8(ascii: ",")) ?? -1) + 1).reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    }

    func append(to bytes: inout [UInt8]) -> Bool {
        let all = fields
        // The number is the last field, and has neither commas nor quotes.
        let content =
            areNumbered ? UnsafeRawBufferPointer(rebasing: all[..<(all.lastIndex(of: UInt8(ascii: ",")) ?? 0)]) : all
        bytes.append(contentsOf: content)
        return content.contains(UInt8(ascii: "\n"))
    }

    /// The bytes of the current row without the end of its line.
    private var fields: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: row, count: max(0, length - 1))
    }
}
