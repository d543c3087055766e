/// The bytes of a text in UTF-8, whichever encoding its file has; a byte order mark is passed over.
///
/// Two byte order marks say UTF-16. Without one, bytes that are no UTF-8 can be Windows-1256: that is decided where the
/// first byte beyond ASCII stands, by it and what follows. Bytes that are neither stay as they are, and are told where
/// their row is read.
///
/// Memory is bounded: no more than a few windows are kept, however long the file is.
final class DecodedBytes: ByteStream {
    /// How many bytes are looked at before something is decided, and decoded at once.
    static let window = 1 << 16

    /// The encoding, as far as it is known by now.
    private(set) var encoding = TextForm.Encoding.utf8

    private let source: any ByteStream
    /// Whether the encoding is known: as long as all is ASCII it may be UTF-8 or Windows-1256.
    private var isSettled = false
    /// How many bytes of the file have been read into ``raw``.
    private var filled = 0
    /// Bytes of the file that have not been decoded yet.
    private var raw: [UInt8] = []
    /// Decoded bytes, and how many of them have been handed over.
    private var decoded: [UInt8] = []
    private var position = 0

    /// The text of a stream of bytes.
    init(_ source: any ByteStream) throws(ReadError) {
        self.source = source
        try fillRaw(to: Self.window)
        if raw.starts(with: [0xFF, 0xFE]) {
            settle(.utf16LittleEndian, passing: 2)
        } else if raw.starts(with: [0xFE, 0xFF]) {
            settle(.utf16BigEndian, passing: 2)
        } else if raw.starts(with: [0xEF, 0xBB, 0xBF]) {
            settle(.utf8, passing: 3)
        }
    }

    /// The size of the file, where its bytes are handed over as they are.
    var size: Int? { encoding == .utf8 ? source.size : nil }

    /// The next bytes, without passing them: so many, or all that there are.
    func next(_ count: Int) throws(ReadError) -> ArraySlice<UInt8> {
        while decoded.count - position < count, try decodeMore() {}
        return decoded[position...].prefix(count)
    }

    /// Passes bytes that ``next(_:)`` has shown.
    func pass(_ count: Int) { position += count }

    func read(into buffer: inout [UInt8], at offset: Int, count: Int) throws(ReadError) -> Int {
        while position == decoded.count {
            if encoding == .utf8, raw.isEmpty, let read = try readThrough(into: &buffer, at: offset, count: count) {
                return read
            }
            guard try decodeMore() else { return 0 }
        }
        let taken = min(count, decoded.count - position)
        buffer.replaceSubrange(offset..<(offset + taken), with: decoded[position..<(position + taken)])
        position += taken
        return taken
    }

    /// Reads bytes that need no decoding straight into a buffer; nil where the first of them has to be looked at closer.
    private func readThrough(into buffer: inout [UInt8], at offset: Int, count: Int) throws(ReadError) -> Int? {
        let read = try source.read(into: &buffer, at: offset, count: count)
        guard !isSettled, let place = firstBeyondASCII(in: buffer, offset..<(offset + read)) else { return read }
        raw = Array(buffer[place..<(offset + read)])
        return place > offset ? place - offset : nil
    }

    /// Decodes the next window; false at the end.
    private func decodeMore() throws(ReadError) -> Bool {
        if position == decoded.count {
            decoded.removeAll(keepingCapacity: true)
            position = 0
        }
        let hasMore = try fillRaw(to: Self.window)
        guard !raw.isEmpty else { return false }
        if !isSettled {
            guard let place = firstBeyondASCII(in: raw, raw.indices) else {
                decoded += raw
                raw.removeAll(keepingCapacity: true)
                return true
            }
            decoded += raw[..<place]
            raw.removeFirst(place)
            try fillRaw(to: Self.window)
            settle(Windows1256.isLikely(raw[...]) ? .windows1256 : .utf8, passing: 0)
        }
        switch encoding {
        case .utf8:
            decoded += raw
            raw.removeAll(keepingCapacity: true)
        case .windows1256:
            Windows1256.decode(raw, into: &decoded)
            raw.removeAll(keepingCapacity: true)
        case .utf16LittleEndian, .utf16BigEndian:
            let used = decodeUTF16(raw, lowByteFirst: encoding == .utf16LittleEndian, isEnd: !hasMore, into: &decoded)
            raw.removeFirst(used)
        }
        return true
    }

    private func settle(_ encoding: TextForm.Encoding, passing count: Int) {
        self.encoding = encoding
        isSettled = true
        raw.removeFirst(count)
    }

    /// Reads until there are so many bytes; false where the file ends before.
    @discardableResult private func fillRaw(to count: Int) throws(ReadError) -> Bool {
        while raw.count < count {
            let start = raw.count
            // No more room than a small file needs.
            let room = min(count - start, source.size.map { max($0 - filled, 0) + 1 } ?? max(start, 4_096))
            raw.append(contentsOf: repeatElement(0, count: room))
            let read = try source.read(into: &raw, at: start, count: room)
            raw.removeLast(room - read)
            filled += read
            if read == 0 { return false }
        }
        return true
    }
}

/// Where the first byte of a range is that is not ASCII.
private func firstBeyondASCII(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    bytes.withUnsafeBytes { buffer in
        // Invariant: the range lies within the buffer.
        func word(_ place: Int) -> UInt64 { buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self) }
        var index = range.lowerBound
        while index + 64 <= range.upperBound {
            let first = word(index) | word(index + 8) | word(index + 16) | word(index + 24)
            let second = word(index + 32) | word(index + 40) | word(index + 48) | word(index + 56)
            if (first | second) & 0x8080_8080_8080_8080 != 0 { break }
            index += 64
        }
        while index < range.upperBound {
            if buffer[index] >= 0x80 { return index }
            index += 1
        }
        return nil
    }
}

/// Decodes UTF-16 to UTF-8; gives how many bytes were used: all but half a character, unless it is the end.
///
/// What is no character becomes bytes that are no UTF-8, so that its row is told.
private func decodeUTF16(_ raw: [UInt8], lowByteFirst: Bool, isEnd: Bool, into decoded: inout [UInt8]) -> Int {
    func unit(_ index: Int) -> UInt32 {
        let (first, second) = (UInt32(raw[index]), UInt32(raw[index + 1]))
        return lowByteFirst ? second << 8 | first : first << 8 | second
    }
    var index = 0
    while index + 1 < raw.count {
        var value = unit(index)
        if value & 0xFC00 == 0xD800 {
            guard index + 3 < raw.count || isEnd else { return index }
            if index + 3 < raw.count, unit(index + 2) & 0xFC00 == 0xDC00 {
                value = 0x1_0000 + (value & 0x3FF) << 10 + unit(index + 2) & 0x3FF
                index += 2
            }
        }
        index += 2
        appendUTF8(value, to: &decoded)
    }
    if isEnd, index < raw.count {
        decoded.append(0xFF)
        index = raw.count
    }
    return index
}

/// Appends a character by its number; half of a pair becomes three bytes, which are no UTF-8.
private func appendUTF8(_ value: UInt32, to bytes: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | value >> shift & 0x3F) }
    switch value {
    case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: value))
    case 0x80..<0x800:
        bytes.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
        bytes.append(tail(0))
    case 0x800..<0x1_0000:
        bytes.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
        bytes.append(tail(6))
        bytes.append(tail(0))
    default:
        bytes.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
        bytes.append(tail(12))
        bytes.append(tail(6))
        bytes.append(tail(0))
    }
}
