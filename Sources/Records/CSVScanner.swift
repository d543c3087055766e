/// Cuts a stream of bytes into records and fields (RFC 4180, UTF-8, LF or CRLF).
///
/// The file is read in blocks into one buffer; a record's fields are ranges of it. Empty lines are skipped and counted.
/// Line numbers are physical: line breaks inside quotes count too.
struct CSVScanner {
    /// Where a field's text lies: in the buffer, or in `scratch` where quotes inside it had to be undoubled.
    struct Field {
        var start: Int
        var end: Int
        var isInScratch: Bool
    }

    /// What was odd about a record as a whole.
    struct Defects: OptionSet {
        let rawValue: UInt8
        static let unclosedQuote = Defects(rawValue: 1)
        static let textAfterQuote = Defects(rawValue: 2)
        static let nul = Defects(rawValue: 4)
        static let nonASCII = Defects(rawValue: 8)
    }

    /// The buffer that the fields are ranges of.
    private(set) var buffer: [UInt8]
    /// Texts of fields whose quotes had to be undoubled.
    private(set) var scratch: [UInt8] = []
    /// The fields of the current record.
    private(set) var fields: [Field] = []
    /// The current record's bytes as they stand, without the end of its line.
    private(set) var record = 0..<0
    /// Physical line on which the current record starts.
    private(set) var line = 1
    /// Physical lines that the current record takes.
    private(set) var lineCount = 0
    /// What is odd about the current record.
    private(set) var defects: Defects = []
    /// Empty lines skipped so far.
    private(set) var emptyLines = 0

    private let source: ByteSource
    private var cursor = 0
    private var filled = 0
    private var nextLine = 1
    private var atEnd = false

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private enum Outcome { case record, needsMore, end }

    /// A scanner over a source; a byte order mark at the start is passed over.
    init(_ source: ByteSource, blockSize: Int = 1 << 20) throws(ReadError) {
        self.source = source
        buffer = [UInt8](repeating: 0, count: max(blockSize, 16))
        while filled < 3, !atEnd { try fill() }
        if filled >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { cursor = 3 }
    }

    /// Goes to the next record; false at the end of the file.
    mutating func next() throws(ReadError) -> Bool {
        while true {
            switch scan() {
            case .record: return true
            case .end: return false
            case .needsMore: try fill()
            }
        }
    }

    /// The bytes of a field of the current record.
    func bytes(of field: Field) -> ArraySlice<UInt8> {
        field.isInScratch ? scratch[field.start..<field.end] : buffer[field.start..<field.end]
    }

    /// Calls a body with the bytes of a field of the current record.
    func withBytes<Result>(of field: Field, _ body: (Span<UInt8>) -> Result) -> Result {
        let span = field.isInScratch ? scratch.span : buffer.span
        return body(span.extracting(field.start..<field.end))
    }

    /// Makes room behind what is not yet used up and reads on.
    private mutating func fill() throws(ReadError) {
        if cursor > 0 {
            buffer.replaceSubrange(0..<(filled - cursor), with: buffer[cursor..<filled])
            filled -= cursor
            cursor = 0
        }
        if filled == buffer.count { buffer.append(contentsOf: repeatElement(0, count: buffer.count)) }
        let count = try source.read(into: &buffer, at: filled, count: buffer.count - filled)
        filled += count
        atEnd = count == 0
    }

    /// Looks for one record between the cursor and the end of what has been read.
    private mutating func scan() -> Outcome {
        skipEmptyLines()
        guard cursor < filled else { return atEnd ? .end : .needsMore }
        fields.removeAll(keepingCapacity: true)
        scratch.removeAll(keepingCapacity: true)
        defects = []
        line = nextLine
        var position = cursor
        var breaks = 0
        var allBits: UInt8 = 0
        while true {
            guard let ending = scanField(&position, &breaks, &allBits) else { return .needsMore }
            if ending == .record { break }
        }
        if allBits >= 0x80 { defects.insert(.nonASCII) }
        nextLine += lineCount
        cursor = position
        return .record
    }

    private enum Ending { case field, record }

    /// Scans one field from `position` on; nil where the block ends before the field does.
    private mutating func scanField(_ position: inout Int, _ breaks: inout Int, _ allBits: inout UInt8) -> Ending? {
        var index = position
        var start = index
        var textEnd: Int?
        var hasDoubledQuotes = false
        if index < filled, buffer[index] == Self.quote {
            start = index + 1
            index = start
            while true {
                guard index < filled else {
                    guard atEnd else { return nil }
                    defects.insert(.unclosedQuote)
                    break
                }
                let byte = buffer[index]
                if byte == Self.quote {
                    if index + 1 < filled {
                        if buffer[index + 1] != Self.quote { break }
                        hasDoubledQuotes = true
                        index += 2
                        continue
                    }
                    guard atEnd else { return nil }
                    break
                }
                allBits |= byte
                if byte == 0 { defects.insert(.nul) }
                if byte == Self.lineFeed { breaks += 1 }
                index += 1
            }
            textEnd = index
            if index < filled { index += 1 }
        }
        let afterQuote = index
        while index < filled {
            let byte = buffer[index]
            if byte == Self.comma || byte == Self.lineFeed { break }
            allBits |= byte
            if byte == 0 { defects.insert(.nul) }
            index += 1
        }
        guard index < filled || atEnd else { return nil }
        let endsRecord = index == filled || buffer[index] == Self.lineFeed
        var end = index
        if endsRecord, index < filled, end > afterQuote, buffer[end - 1] == Self.carriageReturn { end -= 1 }
        if let textEnd {
            if end > afterQuote { defects.insert(.textAfterQuote) } else { end = textEnd }
        }
        append(start, end, undoubling: hasDoubledQuotes)
        position = min(index + 1, filled)
        guard endsRecord else { return .field }
        var recordEnd = index
        if index < filled, recordEnd > cursor, buffer[recordEnd - 1] == Self.carriageReturn { recordEnd -= 1 }
        record = cursor..<recordEnd
        lineCount = breaks + (index < filled ? 1 : 0)
        return .record
    }

    private mutating func skipEmptyLines() {
        while cursor < filled {
            if buffer[cursor] == Self.lineFeed {
                cursor += 1
            } else if buffer[cursor] == Self.carriageReturn, cursor + 1 < filled, buffer[cursor + 1] == Self.lineFeed {
                cursor += 2
            } else {
                return
            }
            nextLine += 1
            emptyLines += 1
        }
    }

    private mutating func append(_ start: Int, _ end: Int, undoubling: Bool) {
        guard undoubling else {
            fields.append(Field(start: start, end: end, isInScratch: false))
            return
        }
        let first = scratch.count
        var index = start
        while index < end {
            scratch.append(buffer[index])
            let isDoubled = buffer[index] == Self.quote && index + 1 < end && buffer[index + 1] == Self.quote
            index += isDoubled ? 2 : 1
        }
        fields.append(Field(start: first, end: scratch.count, isInScratch: true))
    }
}
