import Records
import Support

/// Gives the rows of a query as CSV: the headings on line 1, each row on the line of its number, or on the line after the row
/// before it.
final class QueryCSV: CSVBlockStream {
    private let rows: any QueryRows
    private let headings: [String]
    private let areNumbered: Bool
    private let path: String
    private var hasToWriteHeadings: Bool
    /// The line of the current row, if it has not been given yet.
    private var waiting: Int?
    private var position = 1

    /// The rows of a query, numbered from 1 on or as they come; `path` is what messages call the database.
    init(
        _ rows: any QueryRows, headings: [String], writesHeadings: Bool = true, areNumbered: Bool = false, path: String
    ) {
        self.rows = rows
        self.headings = headings
        self.areNumbered = areNumbered
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
        guard try step() else { return nil }
        position += 1
        waiting = areNumbered ? rows.number + 1 : position
        return waiting
    }

    private func step() throws(ReadError) -> Bool {
        do throws(DatabaseError) { return try rows.step() } catch { throw error.ofReading(path, isMidway: true) }
    }

    /// Adds the current row; true if a field of it has a line end.
    private func appendRow(to bytes: inout [UInt8]) -> Bool {
        let start = bytes.count
        let hasLineEnd = rows.append(to: &bytes)
        // An empty line would be no row.
        if bytes.count == start { bytes += [UInt8(ascii: "\""), UInt8(ascii: "\"")] }
        bytes.append(UInt8(ascii: "\n"))
        return hasLineEnd
    }
}
