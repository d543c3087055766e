import Support

/// The rows of a statement as CSV.
final class SQLiteRows: QueryRows {
    private let statement: SQLiteStatement
    private let columns: Int
    private let areNumbered: Bool
    private var isAtEnd = false

    /// The rows of a statement that has not been stepped yet.
    init(_ statement: SQLiteStatement, areNumbered: Bool) {
        self.statement = statement
        self.areNumbered = areNumbered
        columns = statement.columns.count - (areNumbered ? 1 : 0)
    }

    func step() throws(DatabaseError) -> Bool {
        // A statement that is stepped behind its end would begin anew.
        guard !isAtEnd, try statement.step() else {
            isAtEnd = true
            return false
        }
        return true
    }

    var number: Int { statement.number(columns) }

    func append(to bytes: inout [UInt8]) -> Bool {
        var hasLineEnd = false
        for column in 0..<columns {
            if column > 0 { bytes.append(UInt8(ascii: ",")) }
            if append(column, to: &bytes) { hasLineEnd = true }
        }
        return hasLineEnd
    }

    /// Adds a field, in quotes if it needs them; true if it has a line end.
    private func append(_ column: Int, to bytes: inout [UInt8]) -> Bool {
        let start = bytes.count
        let isSpecial = statement.withBytes(column) { field in
            guard let field else { return false }
            bytes.append(contentsOf: field)
            var isSpecial = false
            for byte in field where byte <= UInt8(ascii: ",") {
                if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D {
                    isSpecial = true
                }
            }
            return isSpecial
        }
        guard isSpecial else { return false }
        let hasLineEnd = bytes[start...].contains(UInt8(ascii: "\n"))
        CSVQuoting.quote(&bytes, from: start)
        return hasLineEnd
    }
}
