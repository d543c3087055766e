import Synchronization
import TrainingStats

/// A run of whole records of a table: bytes of CSV in a buffer that is used again and again, or rows.
struct Chunk {
    /// Bytes before and behind the records that may be read; those behind end any field and any line.
    static let margin = 80

    /// The buffer, margins included.
    var bytes: [UInt8] = []
    /// Where the records lie in the buffer.
    var content = 0..<0
    /// Physical line on which the first record starts.
    var firstLine = 1
    /// Where the chunk stands among those of the table: later chunks have greater numbers.
    var index = 0
    /// In place of content: how many lines a record had that was too long to be kept, and was passed over.
    var passedLines: Int?
    /// The rows, of a table that comes as rows.
    var rows: [SourceRow] = []
    /// What is to be said of cells, in the order of lines.
    var remarks: [CellRemark] = []

    /// Adds what ends any field and any line behind the last record.
    mutating func addMargin() {
        for offset in 0..<Self.margin { bytes.append(offset & 1 == 0 ? UInt8(ascii: "\n") : UInt8(ascii: ",")) }
    }
}

/// Where a reader is in a table that comes in parts: the part, and how many blocks of it were read.
struct PartPosition {
    fileprivate var part: (part: CSVPart, blocks: Int)?
}

/// Cuts a table into chunks of whole records, in order; several threads may ask for the next one.
final class ChunkSource: Sendable {
    private enum Feed {
        case csv(CSVChunks)
        case blocks(any CSVBlockStream, index: Int)
        case rows(any SourceRowStream, index: Int)
    }

    private let size: Int
    /// Nil of a table that comes in parts.
    private let feed: Mutex<Feed?>
    private let parts: (any CSVParts)?
    private let onProgress: (@Sendable (_ bytes: Int, _ lines: Int) -> Void)?

    /// A source of chunks of about so many bytes, or of all where the table is shorter.
    ///
    /// `onProgress` is told how many bytes and lines each had.
    init(
        _ content: sending TableContent, size: Int = 1 << 20, longestRecord: Int = RecordLimits().record,
        onProgress: (@Sendable (_ bytes: Int, _ lines: Int) -> Void)? = nil
    ) {
        self.onProgress = onProgress
        self.size = size
        if case .parts(let parts) = content { self.parts = parts } else { parts = nil }
        switch content {
        case .csv(let stream): feed = Mutex(.csv(CSVChunks(stream, size: size, longestRecord: longestRecord)))
        case .blocks(let stream): feed = Mutex(.blocks(stream, index: 0))
        case .rows(let stream): feed = Mutex(.rows(stream, index: 0))
        case .parts: feed = Mutex(nil)
        }
    }

    /// How the text of the table is written; known when all has been read.
    var form: TextForm {
        feed.withLock { feed in
            switch feed {
            case .csv(let chunks): chunks.form
            case .blocks, .rows, nil: TextForm()
            }
        }
    }

    /// Fills a chunk with the next records; false at the end of the table.
    ///
    /// Each reader has a position of its own, which is of no account unless the table comes in parts.
    func next(_ chunk: inout Chunk, from position: inout PartPosition) throws(ReadError) -> Bool {
        if let parts { return try next(&chunk, of: parts, from: &position) }
        let (bytes, lines) = try feed.withLock { (feed) throws(ReadError) -> (Int, Int) in
            switch feed {
            case .csv(let chunks): return try chunks.fill(&chunk)
            case .blocks(let stream, let index):
                feed = .blocks(stream, index: index + 1)
                return try Self.fill(&chunk, index: index, from: stream, size: size)
            case .rows(let stream, let index):
                chunk.rows = try Self.nextFilledRows(of: stream)
                chunk.index = index
                feed = .rows(stream, index: index + 1)
                return (chunk.rows.reduce(0) { $0 + $1.fields.reduce(0) { $0 + $1.count + 1 } }, chunk.rows.count)
            case nil: return (0, 0)
            }
        }
        guard bytes > 0 else { return false }
        onProgress?(bytes, lines)
        return true
    }

    /// Fills a chunk with the next block of the part that its reader is at, or of the next part that nobody reads.
    private func next(
        _ chunk: inout Chunk, of parts: any CSVParts, from position: inout PartPosition
    ) throws(ReadError) -> Bool {
        while true {
            if let (part, blocks) = position.part {
                // No part has so many blocks that the numbers of two parts meet.
                let (bytes, lines) = try Self.fill(
                    &chunk, index: part.number << 32 | blocks, from: part.blocks, size: size)
                if bytes > 0 {
                    position.part = (part, blocks + 1)
                    onProgress?(bytes, lines)
                    return true
                }
            }
            position.part = try parts.next().map { ($0, 0) }
            if position.part == nil { return false }
        }
    }

    /// Fills a chunk with the next block; gives how many bytes and lines it has, none at the end.
    private static func fill(
        _ chunk: inout Chunk, index: Int, from stream: any CSVBlockStream, size: Int
    ) throws(ReadError) -> (bytes: Int, lines: Int) {
        chunk.bytes.removeAll(keepingCapacity: true)
        chunk.remarks.removeAll(keepingCapacity: true)
        chunk.bytes.append(contentsOf: repeatElement(0, count: Chunk.margin))
        guard let line = try stream.nextBlock(into: &chunk.bytes, &chunk.remarks, size: size) else { return (0, 0) }
        chunk.content = Chunk.margin..<chunk.bytes.count
        chunk.addMargin()
        chunk.firstLine = line
        chunk.index = index
        return (chunk.content.count, lineFeeds(in: chunk.bytes, chunk.content))
    }

    /// The next rows with anything in them, as an empty line of CSV is no record either; none at the end of the table.
    private static func nextFilledRows(of stream: any SourceRowStream) throws(ReadError) -> [SourceRow] {
        while true {
            let rows = try stream.nextRows()
            let filled = rows.filter { row in row.fields.contains { !$0.allSatisfy(CSVScanner.isBlank) } }
            if !filled.isEmpty || rows.isEmpty { return filled }
        }
    }
}
