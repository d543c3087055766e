import Support
import TrainingStats

/// Finds a code of a short list by one comparison of its bytes.
struct CodeMatcher {
    private struct Entry {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var count = -1
        var value: Int32 = -1
    }

    private var entries: [Entry] = []
    private var shift = 0

    /// A matcher for texts of at most 16 bytes, each with its value; longer ones are not found.
    init(_ codes: [(text: String, value: Int32)]) {
        let made = codes.compactMap { code -> Entry? in
            let bytes = Array(code.text.utf8)
            guard bytes.count <= 16 else { return nil }
            // The same words as are made of a field.
            let padded = [UInt8](repeating: 0, count: 8) + bytes + [UInt8](repeating: 0, count: 8)
            return padded.withUnsafeBufferPointer { padded in
                padded.baseAddress.map { start in
                    let (first, second) = Self.words(at: start + 8, bytes.count)
                    return Entry(first: first, second: second, count: bytes.count, value: code.value)
                }
            }
        }
        // The smallest table in which each code has a place of its own.
        for bits in 2...16 {
            shift = 64 - bits
            entries = [Entry](repeating: Entry(), count: 1 << bits)
            let isFree = made.allSatisfy { entry in
                let place = place(first: entry.first, second: entry.second, count: entry.count)
                guard entries[place].count < 0 else { return false }
                entries[place] = entry
                return true
            }
            if isFree { return }
        }
        // Not every code found a place: those without are read in the general way.
    }

    /// The value of the code that a field holds, or -1.
    @inline(always)
    func value(at place: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
        guard count > 0, count <= 16 else { return -1 }
        let (first, second) = Self.words(at: place, count)
        return entries.withUnsafeBufferPointer { entries in
            let entry = entries[self.place(first: first, second: second, count: count)]
            return entry.first == first && entry.second == second && entry.count == count ? entry.value : -1
        }
    }

    /// The first eight bytes and the last eight, of a shorter field all its bytes.
    @inline(always)
    private static func words(at place: UnsafePointer<UInt8>, _ count: Int) -> (first: UInt64, second: UInt64) {
        let unused = UInt64(truncatingIfNeeded: 8 &* (8 &- min(count, 8)))
        return (word(at: place) & (UInt64.max &>> unused), word(at: place + count - 8) & (UInt64.max &<< unused))
    }

    @inline(always)
    private func place(first: UInt64, second: UInt64, count: Int) -> Int {
        let mixed =
            (first ^ second &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: mixed >> UInt64(shift))
    }
}
