import TrainingStats

/// Cuts chunks of bytes into records and fields (RFC 4180, UTF-8, LF or CRLF).
///
/// A record's fields are ranges of the chunk's buffer. Empty lines, and lines of commas and blanks alone, are skipped and
/// counted. Line numbers are physical: line breaks inside quotes count too.
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
        static let tooManyFields = Defects(rawValue: 16)
    }

    /// The buffer that the fields are ranges of.
    private(set) var buffer: [UInt8] = []
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
    /// Position of the first field of the current record whose quotes are wrong.
    private(set) var fieldOfWrongQuote: Int?
    /// Empty lines skipped so far.
    private(set) var emptyLines = 0
    /// Where the next record starts.
    private(set) var cursor = 0
    /// Physical line on which the next record, or the empty line before it, starts.
    private(set) var nextLine = 1

    /// Whether lines of commas and blanks alone count as empty; in what this program has written they are records.
    var skipsBlankLines = true

    /// How many fields of a record are kept; what comes behind them is a defect.
    var mostFields = RecordLimits().fields

    private var filled = 0

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// Goes to the start of a chunk, which must end where a record does.
    mutating func begin(_ chunk: borrowing Chunk) {
        buffer = chunk.bytes
        cursor = chunk.content.lowerBound
        filled = chunk.content.upperBound
        nextLine = chunk.firstLine
    }

    /// Lets the chunk's buffer go, so that it can be filled anew without a copy.
    mutating func end() { buffer = [] }

    /// Goes to a record of the current chunk, given by its place and its physical line.
    mutating func seek(to place: Int, line: Int) {
        cursor = place
        nextLine = line
    }

    /// Goes to the next record; false at the end of the chunk.
    mutating func next() -> Bool {
        skipEmptyLines()
        guard cursor < filled else { return false }
        fields.removeAll(keepingCapacity: true)
        scratch.removeAll(keepingCapacity: true)
        defects = []
        fieldOfWrongQuote = nil
        line = nextLine
        var position = cursor
        var breaks = 0
        var allBits: UInt8 = 0
        while scanField(at: &position, breaks: &breaks, allBits: &allBits) == .field {}
        if allBits >= 0x80 { defects.insert(.nonASCII) }
        nextLine += lineCount
        cursor = position
        return true
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

    /// The text of a field of the current record.
    func string(of field: Field) -> String { String(decoding: bytes(of: field), as: UTF8.self) }

    /// Takes a row that comes as fields for the current record; as it stands it is a line of CSV.
    mutating func show(_ row: SourceRow) {
        buffer = CSVText.line(row.fields)
        record = buffer.indices
        fields.removeAll(keepingCapacity: true)
        for field in row.fields.prefix(mostFields) {
            fields.append(Field(start: buffer.count, end: buffer.count + field.count, isInScratch: false))
            buffer += field
        }
        line = row.number
        lineCount = 1
        fieldOfWrongQuote = nil
        // Nobody has looked at the bytes yet.
        defects = row.fields.count > mostFields ? [.nonASCII, .tooManyFields] : .nonASCII
    }

    private enum Ending { case field, record }

    /// Scans one field from `position` on.
    private mutating func scanField(at position: inout Int, breaks: inout Int, allBits: inout UInt8) -> Ending {
        var index = position
        var start = index
        var textEnd: Int?
        var hasDoubledQuotes = false
        if index < filled, buffer[index] == Self.quote {
            start = index + 1
            index = start
            while true {
                guard index < filled else {
                    noteWrongQuote(.unclosedQuote)
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
        let endsRecord = index == filled || buffer[index] == Self.lineFeed
        var end = index
        if endsRecord, index < filled, end > afterQuote, buffer[end - 1] == Self.carriageReturn { end -= 1 }
        if let textEnd {
            if end > afterQuote { noteWrongQuote(.textAfterQuote) } else { end = textEnd }
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

    /// Notes what is wrong with the quotes of the field that is being scanned.
    private mutating func noteWrongQuote(_ defect: Defects) {
        defects.insert(defect)
        if fieldOfWrongQuote == nil, fields.count < mostFields { fieldOfWrongQuote = fields.count }
    }

    private mutating func skipEmptyLines() {
        while cursor < filled, let end = endOfEmptyLine() {
            cursor = end
            nextLine += 1
            emptyLines += 1
        }
    }

    /// Where the line that starts at the cursor ends, its line feed included; nil if it is not empty.
    private func endOfEmptyLine() -> Int? {
        var index = cursor
        while index < filled {
            let byte = buffer[index]
            if byte == Self.lineFeed { return index + 1 }
            let isEmpty =
                skipsBlankLines
                ? byte == Self.comma || byte == Self.carriageReturn || Self.isBlank(byte)
                : byte == Self.carriageReturn && index + 1 < filled && buffer[index + 1] == Self.lineFeed
            guard isEmpty else { return nil }
            index += 1
        }
        return skipsBlankLines ? filled : nil
    }

    /// Whether a byte is a space or a tab.
    @inline(always)
    static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private mutating func append(_ start: Int, _ end: Int, undoubling: Bool) {
        guard fields.count < mostFields else {
            defects.insert(.tooManyFields)
            return
        }
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
