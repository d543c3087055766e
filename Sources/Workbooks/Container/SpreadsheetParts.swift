/// Opens the parts of a spreadsheet, each with a handle of its own, so that several can be read at once.
struct SpreadsheetParts: Sendable {
    let path: String
    let limits: SpreadsheetLimits
    let table: PartTable

    /// The parts of the file at a path.
    init(path: String, limits: SpreadsheetLimits) throws(SpreadsheetError) {
        self.path = path
        self.limits = limits
        table = try PartTable(of: try ZipArchive(path: path), limits)
    }

    /// A reader of a part, or nil if there is none of that name.
    func reader(of name: String) throws(SpreadsheetError) -> PartReader? {
        guard let part = table[name] else { return nil }
        return try PartReader(part, of: try ZipArchive(path: path), limits)
    }

    /// Reads a small part with expat; false if there is none of that name.
    @discardableResult
    func read(_ name: String, by reader: any XMLPartReader) throws(SpreadsheetError) -> Bool {
        guard let source = try self.reader(of: name) else { return false }
        try XMLPart.read(
            LimitedSource(source, most: limits.smallPartBytes, path: path, place: name), path: path, place: name,
            limits: limits, by: reader)
        return true
    }

    /// A scanner of a large part, which is unpacked on a thread of its own; nil if there is none of that name.
    func scanner(of name: String, place: String) throws(SpreadsheetError) -> XMLScanner? {
        guard let part = table[name] else { return nil }
        func source() throws(SpreadsheetError) -> sending PartReader {
            try PartReader(part, of: try ZipArchive(path: path), limits)
        }
        // A thread is not worth its start for less.
        let isLarge = part.size > 1 << 20
        let bytes: any ByteSource = isLarge ? ReadAhead(try source()) : try source()
        return try XMLScanner(bytes, path: path, place: place, limits: limits)
    }
}

/// A source of not more than so many bytes.
private final class LimitedSource: ByteSource {
    private let source: PartReader
    private let most: Int
    private let path: String
    private let place: String
    private var count = 0

    init(_ source: PartReader, most: Int, path: String, place: String) {
        self.source = source
        self.most = most
        self.path = path
        self.place = place
    }

    func read(into target: UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Int {
        let read = try source.read(into: target)
        count += read
        guard count <= most else {
            throw SpreadsheetError(
                .tooLarge, path: path, place: place, reason: "it unpacks to more than \(most) bytes")
        }
        return read
    }
}
