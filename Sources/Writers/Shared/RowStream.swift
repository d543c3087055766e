import Dispatch
import Reporting
import Synchronization

/// Rows that are made one after the other as they are written, so that memory holds only a few.
public struct RowStream: Sendable {
    /// Takes a row, which has a cell for each column.
    public typealias Body = (_ row: [Cell]) -> Void

    /// The columns.
    public let columns: [Grid.Column]
    private let rows: @Sendable (_ limit: Int, _ body: Body) -> Void

    /// A stream of rows.
    ///
    /// `rows` calls its body for each row in turn, up to the limit; it may be called several times and on any thread.
    public init(columns: [Grid.Column], rows: @escaping @Sendable (_ limit: Int, _ body: Body) -> Void) {
        self.columns = columns
        self.rows = rows
    }

    /// Hands over the rows up to a limit.
    func forEach(upTo limit: Int, _ body: Body) { rows(limit, body) }

    /// Hands over all rows, and makes the next ones on another thread meanwhile.
    func forEachAhead(_ body: Body) {
        let queue = BatchQueue()
        DispatchQueue.global().async {
            var batch: [[Cell]] = []
            rows(.max) { row in
                batch.append(row)
                guard batch.count == BatchQueue.batchSize else { return }
                queue.put(batch)
                batch = []
            }
            if !batch.isEmpty { queue.put(batch) }
            queue.put([])
        }
        while let batch = queue.next() { batch.forEach(body) }
    }
}

/// A few batches of rows on their way from one thread to another; an empty one is the last.
private final class BatchQueue: Sendable {
    /// How many rows go together.
    static let batchSize = 512

    private let batches = Mutex<[[[Cell]]]>([])
    private let room = DispatchSemaphore(value: 4)
    private let filled = DispatchSemaphore(value: 0)

    /// Adds a batch as soon as there is room.
    func put(_ batch: [[Cell]]) {
        room.wait()
        batches.withLock { $0.append(batch) }
        filled.signal()
    }

    /// Takes the batch that was put first, as soon as there is one; nil if it is the last.
    func next() -> [[Cell]]? {
        filled.wait()
        let batch = batches.withLock { $0.removeFirst() }
        room.signal()
        return batch.isEmpty ? nil : batch
    }
}
