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
            let hasOne = statement.withBytes(column) { field in
                field.map { CSVQuoting.append($0, to: &bytes) } ?? false
            }
            if hasOne { hasLineEnd = true }
        }
        return hasLineEnd
    }
}
