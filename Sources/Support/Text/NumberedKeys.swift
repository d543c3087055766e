/// Keys such as `T0000017` that share a beginning and end in digits: a key's number is its place.
///
/// All keys have one length, so that a number is written in one way only.
struct NumberedKeys: Sendable {
    /// Length of every key.
    private let length: Int
    /// Bytes at the beginning that all keys share, as many as come before the digits that differ.
    private let beginning: [UInt8]
    /// The last eight bytes of every key, or fewer, as a word, with zeros as digits; and which bits of it count.
    private let lastWord: UInt64
    private let lastMask: UInt64
    /// What makes the highest bit of a byte of that word if the byte differs, or is more than nine above the digit zero.
    private let surplus: UInt64
    /// How many bytes of the key stand before that word; all of them are of the beginning.
    private let before: Int
    private let smallest: Int
    /// How many numbers there are from the smallest to the largest.
    private let range: Int
    /// The code of each of them, or -1; empty where the keys come in the order of their numbers, without a gap.
    private let codes: [Int32]

    /// The numbers of a column's texts; nil where they have no such form, are spread too thin, or one stands twice.
    init?(_ column: TextColumn) {
        guard let length = column.commonLength, length >= 1, length <= 64, column.count > 1 else { return nil }
        let count = column.count
        let found = column.withStorage { bytes, _, _ -> (beginning: [UInt8], numbers: [Int])? in
            guard let bytes else { return nil }
            var shared = length - 1
            for row in 1..<count {
                var index = 0
                while index < shared, bytes[row * length + index] == bytes[index] { index += 1 }
                shared = index
            }
            let digits = length - shared
            guard digits <= 8 else { return nil }
            var numbers = [Int](repeating: 0, count: count)
            for row in 0..<count {
                var number = 0
                for index in shared..<length {
                    let digit = bytes[row * length + index] &- 0x30
                    guard digit < 10 else { return nil }
                    number = number * 10 + Int(digit)
                }
                numbers[row] = number
            }
            return (Array(UnsafeBufferPointer(start: bytes, count: shared)), numbers)
        }
        guard let (beginning, numbers) = found, let smallest = numbers.min(), let largest = numbers.max(),
            largest - smallest < 4 * count + 1_024
        else { return nil }
        range = largest - smallest + 1
        var codes: [Int32] = []
        if !numbers.enumerated().allSatisfy({ $0.element - smallest == $0.offset }) {
            codes = [Int32](repeating: -1, count: range)
            for (code, number) in numbers.enumerated() {
                guard codes[number - smallest] < 0 else { return nil }
                codes[number - smallest] = Int32(code)
            }
        }
        self.length = length
        self.beginning = beginning
        self.smallest = smallest
        self.codes = codes
        before = max(length - 8, 0)
        var (word, mask, surplus): (UInt64, UInt64, UInt64) = (0, 0, 0)
        for (index, byte) in (beginning + [UInt8](repeating: 0x30, count: length - beginning.count)).enumerated() {
            guard index >= before else { continue }
            let shift = 8 * (8 - length + index)
            word |= UInt64(byte) << shift
            mask |= 0xFF << shift
            surplus |= (index < beginning.count ? 0x7F : 0x76) << shift
        }
        (lastWord, lastMask, self.surplus) = (word, mask, surplus)
    }

    /// The code of a key, or nil.
    func code(ofKey key: UnsafeBufferPointer<UInt8>) -> Int? {
        guard key.count == length else { return nil }
        // A copy with eight bytes to spare at both ends.
        var padded = [UInt8](repeating: 0, count: length + 16)
        for index in 0..<length { padded[index + 8] = key[index] }
        return padded.withUnsafeBufferPointer { padded in
            codes.withUnsafeBufferPointer { codes in
                let code = padded.baseAddress.map { self.code(at: $0 + 8, length, codes) } ?? -1
                return code < 0 ? nil : Int(code)
            }
        }
    }

    /// Calls a body with the array of codes, for use with ``code(at:_:_:)``.
    func withCodes<Result>(_ body: (UnsafeBufferPointer<Int32>) -> Result) -> Result {
        codes.withUnsafeBufferPointer(body)
    }

    /// The code of the key at a place, or -1.
    ///
    /// Invariant: the eight bytes before the key's end can be read; `codes` is what ``withCodes(_:)`` gives.
    @inline(__always)
    func code(at key: UnsafePointer<UInt8>, _ count: Int, _ codes: UnsafeBufferPointer<Int32>) -> Int32 {
        guard count == length else { return -1 }
        let raw = UnsafeRawPointer(key) + (count - 8)
        let last = (UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) ^ lastWord) & lastMask
        guard (last &+ surplus | last) & 0x8080_8080_8080_8080 == 0 else { return -1 }
        for index in 0..<before where key[index] != beginning[index] { return -1 }
        let place = Int(number(ofDigits: last)) &- smallest
        guard UInt(bitPattern: place) < UInt(bitPattern: range) else { return -1 }
        return codes.isEmpty ? Int32(truncatingIfNeeded: place) : codes[place]
    }
}

/// The number of eight digits, each a byte from 0 to 9, the first of them the lowest byte.
@inlinable
@inline(__always)
package func number(ofDigits digits: UInt64) -> UInt32 {
    var value = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
    value = (value &* 100 &+ value >> 16) & 0x0000_FFFF_0000_FFFF
    return UInt32(truncatingIfNeeded: value &* 10_000 &+ value >> 32)
}
