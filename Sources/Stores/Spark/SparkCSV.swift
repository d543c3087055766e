import Records
import SparkConnect
import Support

/// Gives the rows of an answer as CSV: the headings on line 1, each row on the line after the row before it.
final class SparkCSV: CSVBlockStream {
    private let answer: SparkAnswer
    private let headings: [String]
    private let source: SparkSource
    private var batch: TextBatch?
    /// The next row of the batch.
    private var row = 0
    /// The line of the next row.
    private var line = 1

    /// The rows of an answer that has the columns of the headings.
    init(_ answer: sending SparkAnswer, headings: [String], of source: SparkSource) {
        self.answer = answer
        self.headings = headings
        self.source = source
    }

    func nextBlock(into bytes: inout [UInt8], _ remarks: inout [CellRemark], size: Int) throws(ReadError) -> Int? {
        let (start, firstLine) = (bytes.count, line)
        if line == 1 {
            bytes += CSVQuoting.record(headings).utf8
            line = 2
        }
        while bytes.count - start < size, let batch = try batchWithRows() {
            let hasLineEnd = append(row, of: batch, to: &bytes)
            row += 1
            line += 1
            // A line end within a field would shift the lines behind it.
            if hasLineEnd { break }
        }
        return bytes.count == start ? nil : firstLine
    }

    /// The batch with the next row; nil at the end.
    private func batchWithRows() throws(ReadError) -> TextBatch? {
        while true {
            if let batch, row < batch.rows { return batch }
            row = 0
            batch = try source.asking { () throws(SparkError) in try answer.next() }
            guard let batch else { return nil }
            guard batch.columns.count == headings.count else {
                throw source.error(.malformed("\(batch.columns.count) columns in place of \(headings.count)"))
            }
        }
    }

    /// Adds a row; true if a field of it has a line end.
    private func append(_ row: Int, of batch: TextBatch, to bytes: inout [UInt8]) -> Bool {
        let start = bytes.count
        var hasLineEnd = false
        for column in headings.indices {
            if column > 0 { bytes.append(UInt8(ascii: ",")) }
            guard let field = batch.field(row, column) else { continue }
            if field.withUnsafeBytes({ CSVQuoting.append($0, to: &bytes) }) { hasLineEnd = true }
        }
        // An empty line would be no row.
        if bytes.count == start { bytes += [UInt8(ascii: "\""), UInt8(ascii: "\"")] }
        bytes.append(UInt8(ascii: "\n"))
        return hasLineEnd
    }
}
