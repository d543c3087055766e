/// The text of a table as UTF-8 with commas, whatever form its file has: the form is told by the bytes, and what is not
/// plain is converted as it is read.
///
/// A plain text, which nearly every one is, goes through as it stands.
final class TableText: ByteStream {
    private let text: DecodedBytes
    private let separator: UInt8
    private let namesSeparator: Bool
    /// What makes commas of other separators; nil where there are commas.
    private var commas: CommaWriter?
    private var input: [UInt8] = []
    private var output: [UInt8] = []
    private var position = 0
    private var isAtEnd = false

    /// The text of a stream of bytes.
    init(_ source: any ByteStream) throws(ReadError) {
        text = try DecodedBytes(source)
        let (separator, lineLength) = TextForm.separator(toldBy: try text.next(DecodedBytes.window))
        text.pass(lineLength)
        self.separator = separator
        namesSeparator = lineLength > 0
        guard separator != UInt8(ascii: ",") else { return }
        commas = CommaWriter(insteadOf: separator)
        input = [UInt8](repeating: 0, count: DecodedBytes.window)
    }

    /// The form, as far as it is known by now.
    var form: TextForm {
        TextForm(encoding: text.encoding, separator: separator, namesSeparator: namesSeparator)
    }

    /// The line of the file on which what is read begins.
    var firstLine: Int { namesSeparator ? 2 : 1 }

    var size: Int? { commas == nil ? text.size : nil }

    func read(into buffer: inout [UInt8], at offset: Int, count: Int) throws(ReadError) -> Int {
        guard commas != nil else { return try text.read(into: &buffer, at: offset, count: count) }
        while position == output.count {
            guard !isAtEnd else { return 0 }
            output.removeAll(keepingCapacity: true)
            position = 0
            let read = try text.read(into: &input, at: 0, count: input.count)
            isAtEnd = read == 0
            commas?.write(input[..<read], isEnd: isAtEnd, to: &output)
        }
        let taken = min(count, output.count - position)
        buffer.replaceSubrange(offset..<(offset + taken), with: output[position..<(position + taken)])
        position += taken
        return taken
    }
}

/// Writes CSV with commas in place of another separator, a piece at a time; a field with a comma gets quotes.
struct CommaWriter {
    private enum State { case fieldStart, bare, longBare, quoted, quoteInQuotes, closed }

    /// How long a field without quotes is kept, to find out whether it has a comma; a longer one gets quotes at once.
    private static let longestKept = 1 << 16

    private let separator: UInt8
    private var state = State.fieldStart
    /// A field without quotes, as far as it has been read.
    private var field: [UInt8] = []

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// A writer that finds a separator in what it reads.
    init(insteadOf separator: UInt8) { self.separator = separator }

    /// Writes the next piece; of the last one, what is kept too.
    mutating func write(_ bytes: ArraySlice<UInt8>, isEnd: Bool, to output: inout [UInt8]) {
        for byte in bytes { write(byte, to: &output) }
        if isEnd { endField(&output) }
    }

    private mutating func write(_ byte: UInt8, to output: inout [UInt8]) {
        switch state {
        case .quoted:
            output.append(byte)
            if byte == Self.quote { state = .quoteInQuotes }
        case .quoteInQuotes where byte == Self.quote:
            output.append(byte)
            state = .quoted
        case .fieldStart where byte == Self.quote:
            output.append(byte)
            state = .quoted
        case _ where byte == separator || byte == Self.lineFeed:
            endField(&output)
            output.append(byte == separator ? Self.comma : byte)
            state = .fieldStart
        case .quoteInQuotes, .closed:
            output.append(byte)
            state = .closed
        case .fieldStart, .bare, .longBare:
            if state == .fieldStart { state = .bare }
            field.append(byte)
            if field.count > Self.longestKept { keepOn(&output) }
        }
    }

    /// Writes what is kept of a long field, within quotes.
    private mutating func keepOn(_ output: inout [UInt8]) {
        if state != .longBare { output.append(Self.quote) }
        state = .longBare
        let last = field.removeLast()
        appendDoubled(to: &output)
        field = [last]
    }

    /// Writes a field without quotes that ends.
    private mutating func endField(_ output: inout [UInt8]) {
        guard state == .bare || state == .longBare else { return }
        guard state == .longBare || field.contains(Self.comma) else {
            output += field
            field.removeAll(keepingCapacity: true)
            return
        }
        // A carriage return belongs to the end of the line.
        let endsInReturn = field.last == Self.carriageReturn
        if endsInReturn { field.removeLast() }
        if state == .bare { output.append(Self.quote) }
        appendDoubled(to: &output)
        output.append(Self.quote)
        if endsInReturn { output.append(Self.carriageReturn) }
    }

    private mutating func appendDoubled(to output: inout [UInt8]) {
        for byte in field {
            output.append(byte)
            if byte == Self.quote { output.append(byte) }
        }
        field.removeAll(keepingCapacity: true)
    }
}
