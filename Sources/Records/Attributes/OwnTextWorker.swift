import Support
import TrainingStats

/// One thread's part in collecting the texts that stand in declared columns of participations: plain rows in a loop of their
/// own, all others one by one.
///
/// It takes in the rows whose shape is right, whatever their fields say, and tells nothing: that is done when they are read.
final class OwnTextWorker {
    /// The distinct texts of one chunk, of each column, and the lines on which they first stand.
    struct Batch {
        let chunk: Int
        let texts: [KeyTable]
        let lines: [[Int]]
    }

    private(set) var batches: [Batch] = []
    private let rows: TableReader<ParticipationColumn>
    private let readsPlainRows: Bool
    /// Where the columns stand in a row.
    private let positions: [Int]
    /// For each position of a row which of the columns stands there.
    private let columns: [Int?]
    /// Where the texts of the current row are.
    private var found: [UnsafeBufferPointer<UInt8>]
    private var texts: [KeyTable] = []
    private var lines: [[Int]] = []

    /// A worker with a reader of its own, for columns at some positions.
    init(_ rows: TableReader<ParticipationColumn>, positions: [Int], readsPlainRows: Bool) {
        self.rows = rows
        self.positions = positions
        self.readsPlainRows = readsPlainRows
        columns = rows.header.columns.indices.map { positions.firstIndex(of: $0) }
        found = positions.map { _ in UnsafeBufferPointer(start: nil, count: 0) }
    }

    /// Reads chunks as long as there are any.
    func run() throws(ReadError) {
        repeat {
            texts = positions.map { _ in KeyTable() }
            lines = positions.map { _ in [] }
            if readsPlainRows, rows.isCSV, rows.hasShortRows {
                takePlainRows()
            } else {
                while rows.readRow(takeRow) {}
            }
            batches.append(Batch(chunk: rows.chunk.index, texts: texts, lines: lines))
        } while try rows.nextChunk()
    }

    private func takeRow() {
        for (column, position) in positions.enumerated() {
            let field = rows.scanner.fields[position]
            guard field.end > field.start else { continue }
            let (_, isNew) = rows.scanner.withBytes(of: field) { texts[column].insert($0) }
            if isNew { lines[column].append(rows.line) }
        }
    }

    private func takePlainRows() {
        let limit = rows.chunk.content.upperBound
        let buffer = rows.scanner.buffer
        buffer.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            let end = base + limit
            while rows.scanner.cursor < limit {
                var line = rows.scanner.nextLine
                var row = base + rows.scanner.cursor
                var delimiters = DelimiterFinder(from: row)
                while row < end, let next = takePlainRow(at: row, line, before: end, &delimiters) {
                    line += 1
                    row = next
                }
                rows.resume(at: row - base, line: line)
                // What stopped the loop is a row that is not plain, or an empty line.
                if rows.scanner.cursor < limit { _ = rows.readRow(takeRow) }
            }
        }
    }

    /// Takes in one row; gives where the next one starts, or nil where it is not plain or its shape may be wrong.
    ///
    /// Invariant: the places lie in a chunk, and `end` is that of its records.
    private func takePlainRow(
        at row: UnsafePointer<UInt8>, _ line: Int, before end: UnsafePointer<UInt8>, _ delimiters: inout DelimiterFinder
    ) -> UnsafePointer<UInt8>? {
        // What starts with a blank may be an empty line.
        guard row.pointee > UInt8(ascii: " ") else { return nil }
        var place = row
        let last = columns.count - 1
        for position in columns.indices {
            guard let field = plainField(at: place, before: end, isLast: position == last, &delimiters),
                isSoundText(at: field.start, field.count)
            else { return nil }
            // Members that reports need themselves have this form.
            if field.count == 2, field.start.pointee == UInt8(ascii: "_") { return nil }
            place = field.next
            if let column = columns[position] {
                found[column] = UnsafeBufferPointer(start: field.start, count: field.count)
            }
        }
        for (column, text) in found.enumerated() where text.count > 0 {
            if texts[column].insert(text.span).isNew { lines[column].append(line) }
        }
        return place
    }
}
