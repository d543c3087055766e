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
    private lazy var places = FieldPlaces(columns: columns.count)
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
            if readsPlainRows, rows.isCSV, rows.hasShortRows, rows.chunk.content.upperBound <= Int32.max {
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
            while rows.scanner.cursor < limit {
                let line = rows.scanner.nextLine
                let next = places.cut(base, from: rows.scanner.cursor, to: limit)
                for row in 0..<places.count where !takePlainRow(row, base, line + row) {
                    rows.resume(at: Int(places.rowStarts[row]), line: line + row)
                    _ = rows.readRow(takeRow)
                }
                rows.resume(at: next, line: line + places.count)
                // What stopped a run that is not full is a row that is not plain, or an empty line.
                if places.count < FieldPlaces.capacity, next < limit { _ = rows.readRow(takeRow) }
            }
        }
    }

    /// Takes in one row that was cut; gives whether its shape is right beyond doubt.
    private func takePlainRow(_ row: Int, _ base: UnsafePointer<UInt8>, _ line: Int) -> Bool {
        for (position, column) in columns.enumerated() {
            let (start, count) = places.texts(in: position, of: base)[row]
            // Members that reports need themselves start with a sign of their own.
            guard isSoundText(at: start, count), count != 2 || start.pointee != UInt8(ascii: "_") else { return false }
            if let column { found[column] = UnsafeBufferPointer(start: start, count: count) }
        }
        for (column, text) in found.enumerated() where text.count > 0 {
            if texts[column].insert(text.span).isNew { lines[column].append(line) }
        }
        return true
    }
}
