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
    /// Which chunk of the table it is, from 0 on.
    var index = 0
    /// In place of content: how many lines a record had that was too long to be kept, and was passed over.
    var passedLines: Int?
    /// The rows, of a table that comes as rows.
    var rows: [SourceRow] = []
}

/// Cuts a table into chunks of whole records, in order; several threads may ask for the next one.
final class ChunkSource: Sendable {
    private enum Feed {
        case csv(CSVChunks)
        case rows(any SourceRowStream, index: Int)
    }

    private let feed: Mutex<Feed>
    private let onProgress: (@Sendable (_ bytes: Int, _ lines: Int) -> Void)?

    /// A source of chunks of about so many bytes, or of all where the table is shorter.
    ///
    /// `onProgress` is told how many bytes and lines each had.
    init(
        _ content: sending TableContent, size: Int = 1 << 20, longestRecord: Int = RecordLimits().record,
        onProgress: (@Sendable (_ bytes: Int, _ lines: Int) -> Void)? = nil
    ) {
        self.onProgress = onProgress
        switch content {
        case .csv(let stream): feed = Mutex(.csv(CSVChunks(stream, size: size, longestRecord: longestRecord)))
        case .rows(let stream): feed = Mutex(.rows(stream, index: 0))
        }
    }

    /// How the text of the table is written; known when all has been read.
    var form: TextForm {
        feed.withLock { feed in
            switch feed {
            case .csv(let chunks): chunks.form
            case .rows: TextForm()
            }
        }
    }

    /// Fills a chunk with the next records; false at the end of the table.
    func next(_ chunk: inout Chunk) throws(ReadError) -> Bool {
        let (bytes, lines) = try feed.withLock { (feed) throws(ReadError) -> (Int, Int) in
            switch feed {
            case .csv(let chunks): return try chunks.fill(&chunk)
            case .rows(let stream, let index):
                chunk.rows = try Self.nextFilledRows(of: stream)
                chunk.index = index
                feed = .rows(stream, index: index + 1)
                return (chunk.rows.reduce(0) { $0 + $1.fields.reduce(0) { $0 + $1.count + 1 } }, chunk.rows.count)
            }
        }
        guard bytes > 0 else { return false }
        onProgress?(bytes, lines)
        return true
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
