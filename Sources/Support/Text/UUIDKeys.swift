import CVectors

/// Keys that are UUIDs in lower-case hexadecimal: numbers of 128 bits, which are compared without a look at their texts.
struct UUIDKeys: Sendable {
    /// Open addressing with linear probing: two words for each place, then its code + 1, or 0 where it is free.
    private var slots: [UInt64]
    private let mask: Int
    private let seed: UInt64

    /// Length of every key.
    private static let length = 36
    /// How many keys are read before the first of them is looked up, so that the processor waits for many places at once.
    private static let keysAtOnce = 64

    /// The keys of a column; nil where one is no such UUID or stands twice, or where the processor cannot read them.
    init?(_ column: TextColumn, seed: UInt64) {
        guard column.count > 0, column.commonLength == Self.length else { return nil }
        let places = KeyTable.places(for: column.count)
        slots = [UInt64](repeating: 0, count: 3 * places)
        mask = places - 1
        self.seed = seed
        let starts = (0..<Int32(Self.keysAtOnce)).map { $0 * Int32(Self.length) }
        let lengths = [Int32](repeating: Int32(Self.length), count: Self.keysAtOnce)
        var (read, others) = ([UInt64](repeating: 0, count: 2 * Self.keysAtOnce), lengths)
        for first in stride(from: 0, to: column.count, by: Self.keysAtOnce) {
            let count = min(Self.keysAtOnce, column.count - first)
            let canRead = column.withStorage { bytes, _, _ in
                bytes.map { tadrib_read_uuids($0 + first * Self.length, starts, lengths, count, &read, &others) }
                    ?? false
            }
            guard canRead, others[..<count].allSatisfy({ $0 == 0 }), add(read, count, codedFrom: first) else {
                return nil
            }
        }
    }

    /// Adds keys with the codes from a number on; false where one stands twice.
    private mutating func add(_ keys: [UInt64], _ count: Int, codedFrom first: Int) -> Bool {
        for key in 0..<count { ask(for: keys[2 * key], keys[2 * key + 1]) }
        for key in 0..<count {
            let (low, high) = (keys[2 * key], keys[2 * key + 1])
            let place = place(of: low, high)
            guard slots[place + 2] == 0 else { return false }
            (slots[place], slots[place + 1], slots[place + 2]) = (low, high, UInt64(first + key + 1))
        }
        return true
    }

    /// The code of a key, or nil.
    func code(ofKey key: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let base = key.baseAddress, key.count == Self.length else { return nil }
        let code = withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2) { read -> UInt64 in
            var (start, length, other): (Int32, Int32, Int32) = (0, Int32(Self.length), 0)
            guard tadrib_read_uuids(base, &start, &length, 1, read.baseAddress, &other), other == 0 else { return 0 }
            return slots[place(of: read[0], read[1]) + 2]
        }
        return code == 0 ? nil : Int(code) - 1
    }

    /// Looks many keys up; -1 for those that are not among these.
    ///
    /// Invariant: there is room for as many codes as there are keys. Of a text of 36 bytes these are read, of another none.
    func findCodes(of keys: TextPlaces, into found: UnsafeMutablePointer<Int32>) {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * Self.keysAtOnce) { read in
            for first in stride(from: 0, to: keys.count, by: Self.keysAtOnce) {
                let part = keys.rows(first..<min(first + Self.keysAtOnce, keys.count))
                let found = found + first
                _ = tadrib_read_uuids(part.base, part.starts, part.lengths, part.count, read.baseAddress, found)
                for key in 0..<part.count { ask(for: read[2 * key], read[2 * key + 1]) }
                // What is no UUID is -1 already, and stays so.
                for key in 0..<part.count {
                    found[key] |= Int32(truncatingIfNeeded: slots[place(of: read[2 * key], read[2 * key + 1]) + 2]) &- 1
                }
            }
        }
    }

    /// Where the search for a key begins: the offset of a place.
    @inline(__always)
    private func firstPlace(of low: UInt64, _ high: UInt64) -> Int {
        3 &* (Int(truncatingIfNeeded: KeyTable.hash(low, high, seed: seed)) & mask)
    }

    /// Asks the memory for where a key is soon searched.
    @inline(__always)
    private func ask(for low: UInt64, _ high: UInt64) {
        let place = firstPlace(of: low, high)
        slots.withUnsafeBufferPointer {
            guard let base = $0.baseAddress else { return }
            tadrib_prefetch(base + place)
            // It may reach into the next line of memory.
            tadrib_prefetch(base + (place + 2))
        }
    }

    /// The offset of the place where a key stands, or of the free one where it would.
    @inline(__always)
    private func place(of low: UInt64, _ high: UInt64) -> Int {
        var place = firstPlace(of: low, high)
        while slots[place] != low || slots[place + 1] != high, slots[place + 2] != 0 {
            place = place == 3 * mask ? 0 : place + 3
        }
        return place
    }
}
