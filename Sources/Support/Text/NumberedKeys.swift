/// Keys such as `T0000017` that share a beginning and end in digits: a key's number is its place.
///
/// Each number is written in one way only: with as many digits as the shortest key has, and zeros in front, or with more and
/// none in front.
struct NumberedKeys: Sendable {
    /// Bytes at the beginning that all keys share, before the digits that differ; where lengths differ, before the whole number.
    private let beginning: [UInt8]
    /// The first eight bytes of the beginning, or fewer, as a word; and which bits of it count.
    private let firstWord: UInt64
    private let firstMask: UInt64
    /// How many digits the shortest key has, and how many more the longest has.
    private let fewestDigits: Int
    private let moreDigits: Int
    private let smallest: Int
    /// How many numbers there are from the smallest to the largest.
    private let range: Int
    /// The code of each of them, or -1; empty where the keys come in the order of their numbers, without a gap.
    private let codes: [Int32]

    /// The most digits after the beginning: as many as a word has bytes.
    private static let mostDigits = 8

    /// The numbers of a column's texts; nil where they have no such form, are spread too thin, or one stands twice.
    init?(_ column: TextColumn) {
        let count = column.count
        guard count > 1 else { return nil }
        let found = column.withStorage { bytes, length, ends in
            bytes.flatMap { Self.found(in: Keys(bytes: $0, length: length, ends: ends, count: count)) }
        }
        guard let (beginning, digits, numbers) = found, let smallest = numbers.min(), let largest = numbers.max(),
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
        self.beginning = beginning
        self.smallest = smallest
        self.codes = codes
        fewestDigits = digits.lowerBound
        moreDigits = digits.count - 1
        var (word, mask): (UInt64, UInt64) = (0, 0)
        for (index, byte) in beginning.prefix(8).enumerated() {
            word |= UInt64(byte) << (8 * index)
            mask |= 0xFF << (8 * index)
        }
        (firstWord, firstMask) = (word, mask)
    }

    /// Where the keys of a column lie.
    private struct Keys {
        let bytes: UnsafePointer<UInt8>
        let length: Int
        let ends: UnsafePointer<Int>?
        let count: Int

        subscript(row: Int) -> UnsafeBufferPointer<UInt8> {
            let (start, count) = TextColumn.place(of: row, length: length, ends: ends)
            return UnsafeBufferPointer(start: bytes + start, count: count)
        }
    }

    /// What keys share, how many digits they have, and the number of each; nil if they have not the form.
    private static func found(
        in keys: Keys
    ) -> (beginning: [UInt8], digits: ClosedRange<Int>, numbers: [Int])? {
        let first = keys[0]
        var (shared, shortest, longest) = (first.count, first.count, first.count)
        for row in 1..<keys.count {
            let key = keys[row]
            shortest = min(shortest, key.count)
            longest = max(longest, key.count)
            var index = 0
            while index < shared, index < key.count, key[index] == first[index] { index += 1 }
            shared = index
        }
        guard shortest > 0 else { return nil }
        shared = min(shared, shortest - 1)
        if shortest != longest {
            // A number is read as a whole, so that it shows whether zeros stand in front.
            while shared > 0, first[shared - 1] &- 0x30 < 10 { shared -= 1 }
        }
        guard longest - shared <= mostDigits else { return nil }
        var numbers = [Int](repeating: 0, count: keys.count)
        for row in 0..<keys.count {
            let key = keys[row]
            guard key.count == shortest || key[shared] != 0x30 else { return nil }
            var number = 0
            for index in shared..<key.count {
                let digit = key[index] &- 0x30
                guard digit < 10 else { return nil }
                number = number * 10 + Int(digit)
            }
            numbers[row] = number
        }
        return (Array(first[..<shared]), shortest - shared...longest - shared, numbers)
    }

    /// The code of a key, or nil.
    func code(ofKey key: UnsafeBufferPointer<UInt8>) -> Int? {
        guard key.count <= beginning.count + Self.mostDigits else { return nil }
        // A copy with eight bytes to spare at both ends.
        var padded = [UInt8](repeating: 0, count: key.count + 16)
        for index in 0..<key.count { padded[index + 8] = key[index] }
        return padded.withUnsafeBufferPointer { padded in
            codes.withUnsafeBufferPointer { codes in
                let code = padded.baseAddress.map { self.code(at: $0 + 8, key.count, codes) } ?? -1
                return code < 0 ? nil : Int(code)
            }
        }
    }

    /// Looks many keys up; -1 for those that are not among these.
    func findCodes(of keys: TextPlaces, into found: UnsafeMutablePointer<Int32>) {
        codes.withUnsafeBufferPointer { codes in
            for row in 0..<keys.count { found[row] = code(at: keys[row].start, keys[row].count, codes) }
        }
    }

    /// The code of the key at a place, or -1.
    ///
    /// Invariant: the eight bytes before the key's end and after its start can be read; `codes` are those of ``codes``.
    @inline(__always)
    private func code(at key: UnsafePointer<UInt8>, _ count: Int, _ codes: UnsafeBufferPointer<Int32>) -> Int32 {
        let more = count &- beginning.count &- fewestDigits
        guard UInt(bitPattern: more) <= UInt(bitPattern: moreDigits) else { return -1 }
        guard (KeyTable.word(key) ^ firstWord) & firstMask == 0 else { return -1 }
        // Zeros as digits; bytes before the digits are not looked at.
        let unused = UInt64(8 &* (Self.mostDigits &- fewestDigits &- more))
        let digits = ((KeyTable.word(key + (count - 8)) ^ 0x3030_3030_3030_3030) &>> unused) &<< unused
        guard (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080 == 0 else { return -1 }
        guard more == 0 || (digits &>> unused) & 0xFF != 0 else { return -1 }
        if beginning.count > 8 {
            for index in 8..<beginning.count where key[index] != beginning[index] { return -1 }
        }
        let place = Int(number(ofDigits: digits)) &- smallest
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
