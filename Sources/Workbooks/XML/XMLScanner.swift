import Foundation

/// Takes a large XML document apart, token by token, in constant memory.
///
/// It reads what spreadsheets consist of: UTF-8, elements, attributes, texts, the entities that XML itself has. A DOCTYPE
/// is refused, so that no entity can be declared; and so are elements that are not closed, closed wrongly, or nested too
/// deep. Nothing is called recursively.
///
/// Invariants of the pointers: `base` has room for `capacity` bytes, of which `position..<filled` are not read yet and
/// `0..<filled` are initialised; offsets of the current token are valid until the next call of `next()`.
final class XMLScanner {
    /// What the scanner has come to.
    enum Token { case start, end, text, finished }

    /// An attribute of the current start tag.
    struct Attribute {
        var prefix: UInt64
        var local: UInt64
        var start: Int
        var end: Int
    }

    private static let mostCapacity = 1 << 20
    private static let mostAttributes = 512

    /// The local name of the current element.
    private(set) var local = XMLName.none
    /// The prefix of the current element's name.
    private(set) var prefix = XMLName.none
    /// How many elements are open, with the one of the current start or end tag.
    private(set) var depth = 0

    private let source: any ByteSource
    private let path: String
    private let place: String
    private let mostDepth: Int

    private var capacity = 1 << 16
    /// The bytes at hand; `text` and the attributes are offsets in them.
    private(set) var base: UnsafeMutablePointer<UInt8>
    private var position = 0
    private var filled = 0
    private var isAtEnd = false
    /// Where the current text stands, and whether its entities are left as they are.
    private(set) var text = 0..<0
    private(set) var isTextRaw = false
    /// The attributes of the current start tag, of which `attributeCount` are valid.
    let attributes = UnsafeMutablePointer<Attribute>.allocate(capacity: XMLScanner.mostAttributes)
    private(set) var attributeCount = 0
    private let open: UnsafeMutablePointer<UInt64>
    private var isEmptyElement = false
    private var closesElement = false
    private var hasRoot = false

    /// A scanner at the start of a document; `path` and `place` are what errors name.
    init(_ source: any ByteSource, path: String, place: String, limits: SpreadsheetLimits) throws(SpreadsheetError) {
        self.source = source
        self.path = path
        self.place = place
        mostDepth = limits.depth
        base = .allocate(capacity: capacity)
        open = .allocate(capacity: limits.depth + 1)
        while filled < 4, try refill() {}
        try skipByteOrderMark()
    }

    deinit {
        base.deallocate()
        attributes.deallocate()
        open.deallocate()
    }

    /// The error of a part that has more than is read.
    func tooLarge(_ reason: String) -> SpreadsheetError {
        SpreadsheetError(.tooLarge, path: path, place: place, reason: reason)
    }

    /// The error of a part that breaks the rules of its format.
    func damage(_ reason: String) -> SpreadsheetError {
        SpreadsheetError(
            .damaged, path: path, place: place, reason: reason + "; open the file and save it anew as .xlsx")
    }

    // MARK: Tokens

    /// Goes to the next token.
    func next() throws(SpreadsheetError) -> Token {
        if closesElement {
            closesElement = false
            depth -= 1
        }
        if isEmptyElement {
            isEmptyElement = false
            closesElement = true
            return .end
        }
        while true {
            if position == filled {
                guard try refill() else { return try finish() }
            }
            if base[position] != UInt8(ascii: "<") {
                if try readText() { return .text }
                continue
            }
            while filled - position < 2 { guard try refill() else { throw cutShort } }
            switch base[position + 1] {
            case UInt8(ascii: "/"):
                try readEndTag()
                return .end
            case UInt8(ascii: "?"): try skipInstruction()
            case UInt8(ascii: "!"): if try readDeclaration() { return .text }
            default:
                while !(try readStartTag()) { guard try refill() else { throw cutShort } }
                return .start
            }
        }
    }

    /// Whether the current element has a name.
    @inline(always)
    func isElement(_ name: XMLName, of prefix: XMLName) -> Bool { local == name && self.prefix == prefix }

    private var cutShort: SpreadsheetError { damage("the document is cut short") }

    private func finish() throws(SpreadsheetError) -> Token {
        guard depth == 0, hasRoot else { throw cutShort }
        return .finished
    }

    /// Gets more bytes; false at the end of the source.
    private func refill() throws(SpreadsheetError) -> Bool {
        if isAtEnd { return false }
        if position > 0 {
            memmove(base, base + position, filled - position)
            filled -= position
            position = 0
        }
        if filled == capacity { try grow() }
        let count = try source.read(
            into: UnsafeMutableRawBufferPointer(start: base + filled, count: capacity - filled))
        filled += count
        isAtEnd = count == 0
        return !isAtEnd
    }

    /// Makes room for a tag or comment that is longer than the buffer.
    private func grow() throws(SpreadsheetError) {
        guard capacity < Self.mostCapacity else {
            throw SpreadsheetError(
                .tooLarge, path: path, place: place, reason: "a tag or comment has more than \(Self.mostCapacity) bytes"
            )
        }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
        larger.initialize(from: base, count: filled)
        base.deallocate()
        base = larger
        capacity *= 2
    }

    private func skipByteOrderMark() throws(SpreadsheetError) {
        let first = Array(UnsafeBufferPointer(start: base, count: min(filled, 4)))
        if first.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        let isWide =
            first.starts(with: [0xFE, 0xFF]) || first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0, 0x3C])
            || first.starts(with: [0x3C, 0])
        if isWide { throw damage("the document is not in UTF-8") }
    }

    /// Reads text up to the next tag, or a part of it; false where more bytes are needed first.
    private func readText() throws(SpreadsheetError) -> Bool {
        let rest = filled - position
        let found = memchr(base + position, Int32(UInt8(ascii: "<")), rest)
        var end = found.map { base.distance(to: $0.assumingMemoryBound(to: UInt8.self)) } ?? filled
        if found == nil {
            if filled < capacity || position > 0, try refill() { return false }
            end = filled
            if !isAtEnd {
                // Neither an entity nor a line end is cut in two.
                var cut = end
                while cut > max(end - 12, position), base[cut - 1] != UInt8(ascii: "&") { cut -= 1 }
                if cut > position, base[cut - 1] == UInt8(ascii: "&") { end = cut - 1 }
                if end > position, base[end - 1] == UInt8(ascii: "\r") { end -= 1 }
                guard end > position else { throw damage("a text is no XML") }
            }
        }
        text = position..<end
        isTextRaw = false
        position = end
        if depth == 0 {
            let isBlank = UnsafeBufferPointer(start: base + text.lowerBound, count: text.count).allSatisfy(Self.isSpace)
            guard isBlank else { throw damage("there is text outside of the document's element") }
            return false
        }
        return true
    }

    @inline(always)
    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// Where a mark of two or three bytes ends that is looked for from an offset behind the position.
    private func endOf(_ mark: StaticString, from offset: Int) throws(SpreadsheetError) -> Int {
        var searched = offset
        let first = mark.utf8Start[0]
        while true {
            while position + searched + mark.utf8CodeUnitCount <= filled {
                let start = base + position + searched
                guard let found = memchr(start, Int32(first), filled - position - searched) else {
                    searched = filled - position
                    break
                }
                searched += start.distance(to: found.assumingMemoryBound(to: UInt8.self))
                guard position + searched + mark.utf8CodeUnitCount <= filled else { break }
                if memcmp(base + position + searched, mark.utf8Start, mark.utf8CodeUnitCount) == 0 {
                    return position + searched + mark.utf8CodeUnitCount
                }
                searched += 1
            }
            guard try refill() else { throw cutShort }
        }
    }

    private func skipInstruction() throws(SpreadsheetError) {
        let end = try endOf("?>", from: 2)
        let text = String(decoding: UnsafeBufferPointer(start: base + position, count: end - position), as: UTF8.self)
        if text.hasPrefix("<?xml "), let encoding = text.range(of: "encoding") {
            let name = text[encoding.upperBound...].drop { " =\t\r\n\"'".contains($0) }.prefix { !"\"'".contains($0) }
            guard ["utf-8", "utf8", "us-ascii", "ascii"].contains(name.lowercased()) else {
                throw damage("the document is not in UTF-8")
            }
        }
        position = end
    }

    /// Passes over a comment, or takes a section of plain text for a text; true for the latter.
    private func readDeclaration() throws(SpreadsheetError) -> Bool {
        while filled - position < 9 { guard try refill() else { break } }
        let start = UnsafeBufferPointer(start: base + position, count: min(9, filled - position))
        if start.starts(with: "<!--".utf8) {
            position = try endOf("-->", from: 4)
            return false
        }
        if start.starts(with: "<![CDATA[".utf8), depth > 0 {
            let end = try endOf("]]>", from: 9)
            text = (position + 9)..<(end - 3)
            isTextRaw = true
            position = end
            return true
        }
        throw damage(
            start.starts(with: "<!DOCTYPE".utf8)
                ? "the document has a DOCTYPE, which no spreadsheet program writes" : "a tag is no XML")
    }

    private func readEndTag() throws(SpreadsheetError) {
        let end = try endOf(">", from: 2)
        var index = position + 2
        readName(at: &index)
        while index < end, Self.isSpace(base[index]) { index += 1 }
        guard index == end - 1, depth > 0, open[depth - 1] == prefix.value ^ (local.value &* 31) else {
            throw damage("an element is closed that is not open")
        }
        position = end
        closesElement = true
    }

    /// Reads the name that starts at an index, and goes behind it.
    @inline(always)
    private func readName(at index: inout Int) {
        var value = XMLName.start
        prefix = .none
        while index < filled {
            let byte = base[index]
            // Signs that end a name are all below the digits' end but for these three.
            if byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=") {
                break
            }
            index += 1
            if byte == UInt8(ascii: ":") {
                prefix = XMLName(value: value)
                value = XMLName.start
            } else {
                XMLName.add(byte, to: &value)
            }
        }
        local = XMLName(value: value)
    }

    /// Reads a start tag; false where its end is not among the bytes at hand.
    private func readStartTag() throws(SpreadsheetError) -> Bool {
        var index = position + 1
        readName(at: &index)
        guard index < filled else { return false }
        guard index > position + 1 else { throw damage("a tag is no XML") }
        let (element, elementPrefix) = (local, prefix)
        attributeCount = 0
        while true {
            while index < filled, Self.isSpace(base[index]) { index += 1 }
            guard index < filled else { return false }
            if base[index] == UInt8(ascii: ">") {
                isEmptyElement = false
                index += 1
                break
            }
            if base[index] == UInt8(ascii: "/") {
                guard index + 1 < filled else { return false }
                guard base[index + 1] == UInt8(ascii: ">") else { throw damage("a tag is no XML") }
                isEmptyElement = true
                index += 2
                break
            }
            let nameStart = index
            readName(at: &index)
            guard index < filled else { return false }
            guard index > nameStart else { throw damage("a tag is no XML") }
            while index < filled, Self.isSpace(base[index]) { index += 1 }
            guard index < filled else { return false }
            guard base[index] == UInt8(ascii: "=") else { throw damage("an attribute has no value") }
            index += 1
            while index < filled, Self.isSpace(base[index]) { index += 1 }
            guard index < filled else { return false }
            let quote = base[index]
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
                throw damage("an attribute has no quotes")
            }
            index += 1
            guard let found = memchr(base + index, Int32(quote), filled - index) else { return false }
            let end = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
            guard attributeCount < Self.mostAttributes else { throw damage("an element has too many attributes") }
            attributes[attributeCount] = Attribute(prefix: prefix.value, local: local.value, start: index, end: end)
            attributeCount += 1
            index = end + 1
        }
        (local, prefix) = (element, elementPrefix)
        guard depth < mostDepth else { throw damage("elements are nested more than \(mostDepth) deep") }
        guard depth > 0 || !hasRoot else { throw damage("the document has two elements at its top") }
        hasRoot = true
        open[depth] = prefix.value ^ (local.value &* 31)
        depth += 1
        position = index
        return true
    }
}
