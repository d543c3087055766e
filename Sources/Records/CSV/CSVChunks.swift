/// Cuts a stream of CSV into chunks of whole records, in order.
///
/// A class, so that the rest that it keeps for the next chunk is never copied.
final class CSVChunks {
    private let stream: any ByteStream
    private let size: Int
    private var rest: [UInt8] = []
    private var line: Int
    private var index = 0
    private var isAtEnd = false
    /// The longest record that is kept.
    private let longestRecord: Int

    /// Chunks of about so many bytes, or of all where the stream is shorter; what is longer than the longest record and
    /// has no end is passed over.
    init(_ stream: any ByteStream, size: Int, longestRecord: Int) {
        self.longestRecord = longestRecord
        self.stream = stream
        line = stream.firstLine
        self.size = max(min(size, stream.size.map { $0 + 1 } ?? size), 1)
    }

    /// How the text is written where it comes from, as far as that is known by now.
    var form: TextForm { stream.form }

    /// Fills a chunk with the next records; gives how many bytes and lines they have, none at the end.
    ///
    /// Reads up to the last end of a record that fits, and keeps the rest for the next chunk.
    func fill(_ chunk: inout Chunk) throws(ReadError) -> (bytes: Int, lines: Int) {
        let start = Chunk.margin
        var end = start + rest.count
        let least = end + size + Chunk.margin
        if chunk.bytes.count < least {
            chunk.bytes.append(contentsOf: repeatElement(0, count: least - chunk.bytes.count))
        }
        chunk.bytes.replaceSubrange(start..<end, with: rest)
        var last = start
        while true {
            while !isAtEnd, end < chunk.bytes.count - Chunk.margin {
                let room = chunk.bytes.count - Chunk.margin - end
                let count = try stream.read(into: &chunk.bytes, at: end, count: room)
                end += count
                isAtEnd = count == 0
            }
            last = isAtEnd ? end : start + lastRecordEnd(in: chunk.bytes, start..<end)
            if last > start || isAtEnd { break }
            if end - start > longestRecord { return try passRecord(in: &chunk, from: start, to: end) }
            // A record longer than the buffer: make room for twice as much.
            chunk.bytes.append(contentsOf: repeatElement(0, count: chunk.bytes.count))
        }
        rest.removeAll(keepingCapacity: true)
        rest.append(contentsOf: chunk.bytes[last..<end])
        for offset in 0..<Chunk.margin {
            chunk.bytes[last + offset] = offset & 1 == 0 ? UInt8(ascii: "\n") : UInt8(ascii: ",")
        }
        chunk.content = start..<last
        chunk.passedLines = nil
        chunk.firstLine = line
        chunk.index = index
        let lines = lineFeeds(in: chunk.bytes, start..<last)
        line += lines
        index += 1
        return (last - start, lines)
    }

    /// Passes a record that begins in the buffer and is too long to be kept, and keeps what comes behind it for the next
    /// chunk; the chunk has no content, and says how many lines were passed.
    private func passRecord(
        in chunk: inout Chunk, from start: Int, to end: Int
    ) throws(ReadError) -> (bytes: Int, lines: Int) {
        var finder = RecordEndFinder()
        var (end, passed) = (end, 0)
        var recordEnd = finder.end(in: chunk.bytes, start..<end)
        while recordEnd == nil, !isAtEnd {
            passed += end - start
            let count = try stream.read(into: &chunk.bytes, at: start, count: chunk.bytes.count - Chunk.margin - start)
            end = start + count
            isAtEnd = count == 0
            recordEnd = finder.end(in: chunk.bytes, start..<end)
        }
        let next = recordEnd ?? end
        passed += next - start
        rest.removeAll(keepingCapacity: true)
        rest.append(contentsOf: chunk.bytes[next..<end])
        chunk.content = start..<start
        chunk.firstLine = line
        chunk.index = index
        chunk.passedLines = max(finder.lineFeeds, 1)
        line += finder.lineFeeds
        index += 1
        return (max(passed, 1), finder.lineFeeds)
    }
}
