import Dispatch
import Foundation
import Synchronization

/// Unpacks on a thread of its own what is parsed on another.
final class ReadAhead: ByteSource {
    private let queue: BlockQueue
    private var block: [UInt8] = []
    private var position = 0

    /// Begins to read the source, which nobody else uses any more.
    init(_ source: sending PartReader) {
        let queue = BlockQueue()
        self.queue = queue
        // Invariant: the source is handed over, and only the thread uses it.
        nonisolated(unsafe) let source = source
        Thread.detachNewThread { queue.fill(from: source) }
    }

    deinit { queue.stop() }

    func read(into target: UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Int {
        if position == block.count {
            try queue.exchange(&block)
            position = 0
        }
        let count = min(target.count, block.count - position)
        guard count > 0 else { return 0 }
        block.withUnsafeBytes { target.copyMemory(from: .init(rebasing: $0[position..<(position + count)])) }
        position += count
        return count
    }
}

/// Blocks of bytes on their way from one thread to another, a few at a time.
private final class BlockQueue: Sendable {
    private struct State {
        var filled: [[UInt8]] = []
        var empty: [[UInt8]] = []
        var failure: SpreadsheetError?
        var isStopped = false
    }

    private static let blockSize = 1 << 18
    private let state = Mutex(State())
    private let hasFilled = DispatchSemaphore(value: 0)
    private let hasRoom = DispatchSemaphore(value: 0)

    init() { for _ in 0..<4 { hasRoom.signal() } }

    /// Fills blocks until the source ends or nobody wants them any more; an empty block is the end.
    func fill(from source: PartReader) {
        while true {
            hasRoom.wait()
            var block = state.withLock { $0.empty.popLast() } ?? []
            if state.withLock({ $0.isStopped }) { return }
            var failure: SpreadsheetError?
            do throws(SpreadsheetError) {
                if block.count < Self.blockSize { block = [UInt8](repeating: 0, count: Self.blockSize) }
                let count = try block.withUnsafeMutableBufferPointer { target throws(SpreadsheetError) in
                    try Self.fill(UnsafeMutableRawBufferPointer(target), from: source)
                }
                block.removeLast(block.count - count)
            } catch {
                failure = error
                block = []
            }
            let isLast = block.isEmpty
            state.withLock { state in
                state.failure = failure
                state.filled.append(block)
            }
            hasFilled.signal()
            if isLast { return }
        }
    }

    private static func fill(
        _ target: UnsafeMutableRawBufferPointer, from source: PartReader
    ) throws(SpreadsheetError) -> Int {
        var count = 0
        while count < target.count {
            let read = try source.read(into: .init(rebasing: target[count...]))
            if read == 0 { break }
            count += read
        }
        return count
    }

    /// Takes a block that has been read in exchange for the next one, which is empty at the end.
    func exchange(_ block: inout [UInt8]) throws(SpreadsheetError) {
        hasFilled.wait()
        let failure = state.withLock { state in
            state.empty.append(block)
            block = state.filled.removeFirst()
            // The last block stays, for those who ask again.
            if block.isEmpty { state.filled.append(block) }
            return block.isEmpty ? state.failure : nil
        }
        if block.isEmpty { hasFilled.signal() } else { hasRoom.signal() }
        if let failure { throw failure }
    }

    /// Ends the thread that fills blocks.
    func stop() {
        state.withLock { $0.isStopped = true }
        hasRoom.signal()
    }
}
