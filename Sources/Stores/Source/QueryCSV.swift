import Records
import Support

/// Gives the rows of a query as CSV: the headings on line 1, each row on the line of its number, or on the line after the row
/// before it.
final class QueryCSV: CSVBlockStream {
    private let statement: SQLiteStatement
    private let headings: [String]
    private let numberColumn: Int?
    private let path: String
    private var hasToWriteHeadings: Bool
    /// The line of the current row, if it has not been given yet.
    private var waiting: Int?
    private var position = 1
    private var isAtEnd = false

    /// The rows of a statement that has not been stepped yet.
    ///
    /// `numberColumn` is the column with the number of the row, from 1 on, and nil if rows are numbered as they come; `path` is
    /// what messages call the database.
    init(
        _ statement: SQLiteStatement, headings: [String], writesHeadings: Bool = true, numberColumn: Int? = nil,
        path: String
    ) {
        self.statement = statement
        self.headings = headings
        self.numberColumn = numberColumn
        self.path = path
        hasToWriteHeadings = writesHeadings
    }

    func nextBlock(into bytes: inout [UInt8], _ remarks: inout [CellRemark], size: Int) throws(ReadError) -> Int? {
        let start = bytes.count
        var (firstLine, nextLine): (Int?, Int) = (nil, 0)
        if hasToWriteHeadings {
            hasToWriteHeadings = false
            bytes += CSVQuoting.record(headings).utf8
            (firstLine, nextLine) = (1, 2)
        }
        while bytes.count - start < size, let line = try lineOfNextRow() {
            if firstLine == nil {
                firstLine = line
            } else if line != nextLine {
                // The lines of a block follow each other.
                break
            }
            nextLine = line + 1
            waiting = nil
            // A line end within a field would shift the lines behind it.
            if appendRow(to: &bytes) { break }
        }
        return firstLine
    }

    /// The line of the next row, which becomes the current one; nil at the end.
    private func lineOfNextRow() throws(ReadError) -> Int? {
        if let waiting { return waiting }
        // A statement that is stepped behind its end would begin anew.
        guard !isAtEnd, try step() else {
            isAtEnd = true
            return nil
        }
        position += 1
        waiting = numberColumn.map { statement.number($0) + 1 } ?? position
        return waiting
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
