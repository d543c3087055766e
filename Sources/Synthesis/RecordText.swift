import Support

/// Text of records, built up byte by byte.
struct RecordText {
    private(set) var bytes: [UInt8] = []

    /// Whether there is enough to hand over.
    var isFull: Bool { bytes.count >= 1 << 20 }

    init() { bytes.reserveCapacity((1 << 20) + 4_096) }

    /// Removes the bytes built up so far and returns them.
    mutating func taken() -> [UInt8] {
        let block = bytes
        bytes.removeAll(keepingCapacity: true)
        return block
    }

    mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func add(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func comma() { bytes.append(0x2C) }

    mutating func endLine() { bytes.append(0x0A) }

    /// A number in digits, with zeros before it up to a width.
    mutating func add(_ number: Int, width: Int = 1) {
        if number < 0 { bytes.append(0x2D) }
        var rest = number.magnitude
        var digits: InlineArray<20, UInt8> = .init(repeating: 0x30)
        var count = 0
        repeat {
            digits[count] = UInt8(0x30 + rest % 10)
            rest /= 10
            count += 1
        } while rest > 0
        while count < width, count < 20 { count += 1 }
        while count > 0 {
            count -= 1
            bytes.append(digits[count])
        }
    }

    /// Tenths as a decimal, without a point where it is whole.
    mutating func add(tenths: Int) {
        add(tenths / 10)
        if tenths % 10 != 0 {
            bytes.append(0x2E)
            bytes.append(UInt8(0x30 + tenths % 10))
        }
    }

    /// A UUID of the random kind made from bits.
    mutating func add(uuid bits: UInt64) {
        let high = SeededGenerator.mixed(bits)
        let low = SeededGenerator.mixed(bits ^ 0x5851_F42D_4C95_7F2D)
        for position in 0..<32 {
            if position == 8 || position == 12 || position == 16 || position == 20 { bytes.append(0x2D) }
            let word = position < 16 ? high : low
            var nibble = UInt8((word >> (60 - UInt64(position & 15) * 4)) & 15)
            if position == 12 { nibble = 4 }
            if position == 16 { nibble = 8 | nibble & 3 }
            bytes.append(nibble < 10 ? 0x30 + nibble : 0x57 + nibble)
        }
    }

    /// The last bytes in quotes, from a position on.
    mutating func quote(from start: Int) { CSVQuoting.quote(&bytes, from: start) }
}
