import Records
import Support

/// Gives the rows of a query as CSV: the headings on line 1, each row on the line after the one before it.
final class QueryCSV: CSVBlockStream {
    private let statement: SQLiteStatement
    private let headings: [String]
    private let path: String
    private var nextLine = 1
    private var isAtEnd = false

    /// The rows of a statement that has not been stepped yet; `path` is what messages call the database.
    init(_ statement: SQLiteStatement, headings: [String], path: String) {
        self.statement = statement
        self.headings = headings
        self.path = path
    }

    func nextBlock(into bytes: inout [UInt8], _ remarks: inout [CellRemark], size: Int) throws(ReadError) -> Int? {
        let start = bytes.count
        let firstLine = nextLine
        if nextLine == 1 {
            bytes += CSVQuoting.record(headings).utf8
            nextLine += 1
        }
        while !isAtEnd, bytes.count - start < size {
            guard try step() else {
                isAtEnd = true
                break
            }
            nextLine += 1
            // A line end within a field would shift the lines behind it.
            if appendRow(to: &bytes) { break }
        }
        return bytes.count > start ? firstLine : nil
    }

    private func step() throws(ReadError) -> Bool {
        do throws(SQLiteError) {
            return try statement.step()
        } catch {
            throw .failedMidway(path: path, reason: error.reason)
        }
    }

    /// Adds the current row; true if a field of it has a line end.
    private func appendRow(to bytes: inout [UInt8]) -> Bool {
        var hasLineEnd = false
        let start = bytes.count
        for column in headings.indices {
            if column > 0 { bytes.append(UInt8(ascii: ",")) }
            if append(column, to: &bytes) { hasLineEnd = true }
        }
        // An empty line would be no row.
        if bytes.count == start { bytes += [UInt8(ascii: "\""), UInt8(ascii: "\"")] }
        bytes.append(UInt8(ascii: "\n"))
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
