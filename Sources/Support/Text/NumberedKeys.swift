/// Keys such as `T0000017` that share a beginning and end in digits: a key's number is its place.
///
/// All keys have one length, so that a number is written in one way only.
struct NumberedKeys: Sendable {
    /// Length of every key.
    private let length: Int
    /// Bytes at the beginning that all keys share, as many as come before the digits that differ.
    private let beginning: [UInt8]
    /// The first eight bytes of the beginning, or fewer, as a word; and which bits of it count.
    private let firstWord: UInt64
    private let firstMask: UInt64
    /// Which bytes of a word that ends with the key are its digits.
    private let digitMask: UInt64
    private let smallest: Int
    /// How many numbers there are from the smallest to the largest.
    private let range: Int
    /// The code of each of them, or -1; empty where the keys come in the order of their numbers, without a gap.
    private let codes: [Int32]

    private static let zeros: UInt64 = 0x3030_3030_3030_3030

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
        let digits = length - beginning.count
        digitMask = digits == 8 ? .max : ~(UInt64.max >> (8 * digits))
        var word: UInt64 = 0
        for (index, byte) in beginning.prefix(8).enumerated() { word |= UInt64(byte) << (8 * index) }
        firstWord = word
        firstMask = beginning.count >= 8 ? .max : (1 << (8 * beginning.count)) - 1
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
    /// Invariant: the eight bytes before the key's end, and after its start, can be read; `codes` is what
    /// ``withCodes(_:)`` gives.
    @inline(__always)
    func code(at key: UnsafePointer<UInt8>, _ count: Int, _ codes: UnsafeBufferPointer<Int32>) -> Int32 {
        guard count == length else { return -1 }
        let raw = UnsafeRawPointer(key)
        guard UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) & firstMask == firstWord else { return -1 }
        if beginning.count > 8 {
            for index in 8..<beginning.count where key[index] != beginning[index] { return -1 }
        }
        let end = UInt64(littleEndian: (raw + count - 8).loadUnaligned(as: UInt64.self))
        let digits = end & digitMask | Self.zeros & ~digitMask
        guard let number = eightDigits(digits) else { return -1 }
        let place = Int(number) &- smallest
        guard place >= 0, place < range else { return -1 }
        return codes.isEmpty ? Int32(truncatingIfNeeded: place) : codes[place]
    }
}

/// The number that eight digits spell, the first of them in the lowest byte; nil where one is no digit.
@inlinable
@inline(__always)
package func eightDigits(_ word: UInt64) -> UInt32? {
    // A digit's upper half is 3, and stays 3 when 6 is added.
    let upper: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
    guard word & upper == 0x3030_3030_3030_3030, (word &+ 0x0606_0606_0606_0606) & upper == 0x3030_3030_3030_3030 else {
        return nil
    }
    var value = word & 0x0F0F_0F0F_0F0F_0F0F
    value = (value &* 10 &+ value >> 8) & 0x00FF_00FF_00FF_00FF
    value = (value &* 100 &+ value >> 16) & 0x0000_FFFF_0000_FFFF
    return UInt32(truncatingIfNeeded: value &* 10_000 &+ value >> 32)
}
