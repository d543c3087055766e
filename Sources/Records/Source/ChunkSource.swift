import Foundation
import Synchronization

/// A run of whole records of a file, in a buffer that is used again and again.
struct Chunk {
    /// Bytes before and behind the records that may be read; those behind end any field and any line.
    static let margin = 80

    /// The buffer, margins included.
    var bytes: [UInt8] = []
    /// Where the records lie in the buffer.
    var content = 0..<0
    /// Physical line on which the first record starts.
    var firstLine = 1
    /// Which chunk of the file it is, from 0 on.
    var index = 0
}

/// Cuts a file into chunks of whole records, in order; several threads may ask for the next one.
final class ChunkSource: Sendable {
    private struct State {
        let source: ByteSource
        var rest: [UInt8] = []
        var line = 1
        var index = 0
        var isAtEnd = false
    }

    private let state: Mutex<State>
    private let size: Int
    private let onProgress: (@Sendable (_ bytes: Int, _ lines: Int) -> Void)?

    /// A source of chunks of about so many bytes, or of all where the file is shorter.
    ///
    /// `onProgress` is told how many bytes and lines each had. A byte order mark at the start is passed over.
    init(path: String, size: Int = 1 << 20, onProgress: (@Sendable (_ bytes: Int, _ lines: Int) -> Void)? = nil)
        throws(ReadError)
    {
        let source = try ByteSource(path: path)
        self.size = max(min(size, source.plainSize.map { $0 + 1 } ?? size), 1)
        state = Mutex(State(source: source))
        self.onProgress = onProgress
    }

    /// Fills a chunk with the next records; false at the end of the file.
    func next(_ chunk: inout Chunk) throws(ReadError) -> Bool {
        let (bytes, lines) = try state.withLock { (state) throws(ReadError) in try fill(&chunk, &state) }
        guard bytes > 0 else { return false }
        onProgress?(bytes, lines)
        return true
    }

    /// Reads up to the last end of a record that fits, and keeps the rest for the next chunk.
    private func fill(_ chunk: inout Chunk, _ state: inout State) throws(ReadError) -> (Int, Int) {
        let start = Chunk.margin
        var end = start + state.rest.count
        let least = end + size + Chunk.margin
        if chunk.bytes.count < least {
            chunk.bytes.append(contentsOf: repeatElement(0, count: least - chunk.bytes.count))
        }
        chunk.bytes.replaceSubrange(start..<end, with: state.rest)
        var first = start
        var last = start
        while true {
            while !state.isAtEnd, end < chunk.bytes.count - Chunk.margin {
                let room = chunk.bytes.count - Chunk.margin - end
                let count = try state.source.read(into: &chunk.bytes, at: end, count: room)
                end += count
                state.isAtEnd = count == 0
            }
            let hasMark = state.index == 0 && chunk.bytes[start..<end].starts(with: [0xEF, 0xBB, 0xBF])
            first = hasMark ? start + 3 : start
            last = state.isAtEnd ? end : first + lastRecordEnd(in: chunk.bytes, first..<end)
            if last > first || state.isAtEnd { break }
            // A record longer than the buffer: make room for twice as much.
            chunk.bytes.append(contentsOf: repeatElement(0, count: chunk.bytes.count))
        }
        state.rest.removeAll(keepingCapacity: true)
        state.rest.append(contentsOf: chunk.bytes[last..<end])
        for offset in 0..<Chunk.margin {
            chunk.bytes[last + offset] = offset & 1 == 0 ? UInt8(ascii: "\n") : UInt8(ascii: ",")
        }
        chunk.content = first..<last
        chunk.firstLine = state.line
        chunk.index = state.index
        let lines = lineFeeds(in: chunk.bytes, start..<last)
        state.line += lines
        state.index += 1
        return (last - start, lines)
    }
}

/// How many bytes of a range, which begins with a record, belong to records that end within it.
///
/// A quote opens a quoted field where a field begins; a line feed within quotes ends no record.
func lastRecordEnd(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
        // Invariant: all offsets lie within the range, which lies within the buffer.
        guard let base = buffer.baseAddress.map({ $0 + range.lowerBound }) else { return 0 }
        let count = range.count
        func find(_ byte: UInt8, from start: Int) -> Int? {
            guard start < count, let found = memchr(base + start, Int32(byte), count - start) else { return nil }
            return UnsafeRawPointer(found) - UnsafeRawPointer(base)
        }
        func findLast(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
            var index = end
            while index > start {
                index -= 1
                if base[index] == byte { return index }
            }
            return nil
        }
        let (quote, lineFeed) = (UInt8(ascii: "\""), UInt8(ascii: "\n"))
        var result = 0
        var outside = 0
        var position = 0
        while let opening = find(quote, from: position) {
            let opensField = opening == 0 || base[opening - 1] == UInt8(ascii: ",") || base[opening - 1] == lineFeed
            position = opening + 1
            guard opensField else { continue }
            if let end = findLast(lineFeed, from: outside, to: opening) { result = end + 1 }
            while true {
                guard let closing = find(quote, from: position), closing + 1 < count else { return result }
                position = closing + 1
                if base[position] != quote { break }
                position += 1
            }
            outside = position
        }
        if let end = findLast(lineFeed, from: outside, to: count) { result = end + 1 }
        return result
    }
}

/// How many line feeds a range of bytes has.
private func lineFeeds(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes.withUnsafeBytes { buffer in
        let width = SIMD16<UInt8>.scalarCount
        let lineFeeds = SIMD16<UInt8>(repeating: UInt8(ascii: "\n"))
        let ones = SIMD16<UInt8>(repeating: 1)
        var total = 0
        var index = range.lowerBound
        while range.upperBound - index >= width {
            // Each lane counts up to what a byte holds.
            var counts = SIMD16<UInt8>.zero
            for _ in 0..<min(255, (range.upperBound - index) / width) {
                let found = buffer.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self) .== lineFeeds
                // A lane where one is found is all ones.
                counts &+= unsafeBitCast(found, to: SIMD16<UInt8>.self) & ones
                index += width
            }
            for lane in counts.indices { total += Int(counts[lane]) }
        }
        for byte in buffer[index..<range.upperBound] where byte == UInt8(ascii: "\n") { total += 1 }
        return total
    }
}
