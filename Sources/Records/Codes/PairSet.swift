import Support

/// A set of pairs of small numbers, 8 bytes each: finds repeated keys exactly.
struct PairSet {
    /// Open addressing with linear probing; a pair plus one, or 0 for a free place.
    ///
    /// The length is a power of two.
    private var places = [UInt64](repeating: 0, count: 64)
    private var count = 0

    /// Adds a pair; false where it was there before.
    mutating func insert(_ first: Int, _ second: Int) -> Bool {
        if (count + 1) * 4 > places.count * 3 { grow() }
        let stored = (UInt64(UInt32(truncatingIfNeeded: first)) << 32 | UInt64(UInt32(truncatingIfNeeded: second))) + 1
        guard place(stored) else { return false }
        count += 1
        return true
    }

    private mutating func place(_ stored: UInt64) -> Bool {
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: seededHash(of: stored)) & mask
        while places[place] != 0 {
            if places[place] == stored { return false }
            place = (place + 1) & mask
        }
        places[place] = stored
        return true
    }

    private mutating func grow() {
        let old = places
        places = [UInt64](repeating: 0, count: old.count * 2)
        for stored in old where stored != 0 { _ = place(stored) }
    }
}
