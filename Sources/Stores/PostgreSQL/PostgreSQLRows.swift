import CPQ
import Support

/// The rows of a query, as CSV.
///
/// The server writes them as text, which takes it a third less time than CSV: fields with commas between them, nothing for
/// NULL, and a backslash before commas in fields, and before letters that stand for line ends and the like. Such a row is CSV
/// already where it has neither backslashes nor quotes.
final class PostgreSQLRows: QueryRows {
    private let connection: PostgreSQLConnection
    private let areNumbered: Bool
    // Invariant: the row that libpq gave last; freed when the next one comes, or with this.
    private var row: UnsafeMutablePointer<CChar>?
    // Invariant: within the row, its fields without the number and without the end of the line.
    private var content = UnsafeRawBufferPointer(start: nil, count: 0)
    private(set) var number = 0
    private var isAtEnd = false

    /// Begins a query; nothing else can be asked on the connection until its last row.
    init(of query: String, areNumbered: Bool, in connection: PostgreSQLConnection) throws(DatabaseError) {
        self.connection = connection
        self.areNumbered = areNumbered
        let result = PQexec(connection.handle, "COPY (\(query)) TO STDOUT (FORMAT text, DELIMITER ',', NULL '')")
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COPY_OUT else {
            throw DatabaseError(postgreSQL: result, of: connection.handle)
        }
    }

    deinit { PQfreemem(row) }

    func step() throws(DatabaseError) -> Bool {
        guard !isAtEnd else { return false }
        PQfreemem(row)
        // To hand the property itself over would make each look at it dear.
        var next: UnsafeMutablePointer<CChar>?
        let length = Int(PQgetCopyData(connection.handle, &next, 0))
        row = next
        if length > 0 {
            take(UnsafeRawBufferPointer(start: next, count: length - 1))
            return true
        }
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

    /// Takes the fields of a row; the number is the last one.
    private func take(_ fields: UnsafeRawBufferPointer) {
        content = fields
        guard areNumbered else { return }
        var (value, unit, end) = (0, 1, fields.count)
        while end > 0, fields[end - 1] != UInt8(ascii: ",") {
            end -= 1
            value &+= Int(fields[end] & 0x0F) &* unit
            unit &*= 10
        }
        number = value
        content = UnsafeRawBufferPointer(rebasing: fields[..<max(0, end - 1)])
    }

    func append(to bytes: inout [UInt8]) -> Bool {
        // No early end, so that many bytes are looked at at once.
        var special: UInt8 = 0
        for byte in content {
            special |= (byte == Self.backslash ? 1 : 0) | (byte == UInt8(ascii: "\"") ? 1 : 0)
        }
        guard special != 0 else {
            bytes.append(contentsOf: content)
            return false
        }
        var hasLineEnd = false
        var field: [UInt8] = []
        // Adds the field that ends here.
        func end() {
            if field.withUnsafeBytes({ CSVQuoting.append($0, to: &bytes) }) { hasLineEnd = true }
            field.removeAll(keepingCapacity: true)
        }
        var isEscaped = false
        for byte in content {
            switch byte {
            case _ where isEscaped:
                field.append(Self.escapes[byte] ?? byte)
                isEscaped = false
            case Self.backslash: isEscaped = true
            case UInt8(ascii: ","):
                end()
                bytes.append(byte)
            default: field.append(byte)
            }
        }
        end()
        return hasLineEnd
    }

    private static let backslash = UInt8(ascii: "\\")

    /// What letters behind a backslash stand for; anything else stands for itself.
    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "b"): 0x08, UInt8(ascii: "t"): 0x09, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "v"): 0x0B,
        UInt8(ascii: "f"): 0x0C, UInt8(ascii: "r"): 0x0D,
    ]
}
