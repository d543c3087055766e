import CVectors

/// Where the texts of a column lie in a buffer, for many rows at once.
///
/// Invariant: the pointers are good as long as the buffer is not written to; eight bytes can be read before the end and
/// after the start of each text.
@frozen
@usableFromInline
package struct TextPlaces {
    /// The buffer.
    @usableFromInline
    package let base: UnsafePointer<UInt8>
    /// Where each text starts.
    @usableFromInline
    package let starts: UnsafePointer<Int32>
    /// How long each is.
    @usableFromInline
    package let lengths: UnsafePointer<Int32>
    /// How many there are.
    @usableFromInline
    package let count: Int

    /// Places given by their parts.
    @inlinable
    package init(
        base: UnsafePointer<UInt8>, starts: UnsafePointer<Int32>, lengths: UnsafePointer<Int32>, count: Int
    ) {
        self.base = base
        self.starts = starts
        self.lengths = lengths
        self.count = count
    }

    /// Where a text is, and how long.
    @inlinable
    @inline(__always)
    package subscript(row: Int) -> (start: UnsafePointer<UInt8>, count: Int) {
        (base + Int(starts[row]), Int(lengths[row]))
    }

    /// Some of the texts.
    package func rows(_ range: Range<Int>) -> TextPlaces {
        TextPlaces(
            base: base, starts: starts + range.lowerBound, lengths: lengths + range.lowerBound, count: range.count)
    }
}

extension KeyTable {
    /// How many keys are hashed before the first of them is put into its place.
    private static let keysAtOnce = 256

    /// How many places so many keys need: a power of two, of which at least a quarter stay free.
    static func places(for count: Int) -> Int {
        var places = 16
        while count * 4 > places * 3 { places *= 2 }
        return places
    }

    /// Makes room for so many keys, and enters those that there are; false where one stands twice.
    ///
    /// Hashes come first here too, so that the processor waits for the places of many at once.
    mutating func makePlaces(for count: Int) -> Bool {
        let places = Self.places(for: count)
        slots = [UInt64](repeating: 0, count: places)
        let (texts, seed, mask) = (texts, seed, places - 1)
        return slots.withUnsafeMutableBufferPointer { slots in
            texts.withStorage { bytes, length, ends in
                withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.keysAtOnce) { hashes in
                    for first in stride(from: 0, to: texts.count, by: Self.keysAtOnce) {
                        let rows = min(Self.keysAtOnce, texts.count - first)
                        for row in 0..<rows {
                            let (start, size) = TextColumn.place(of: first + row, length: length, ends: ends)
                            let hash = Self.hash(bytes.map { $0 + start }, size, seed: seed)
                            hashes[row] = hash
                            if let base = slots.baseAddress {
                                tadrib_prefetch(base + (Int(truncatingIfNeeded: hash) & mask))
                            }
                        }
                        for row in 0..<rows {
                            let code = first + row
                            let hash = hashes[row]
                            var place = Int(truncatingIfNeeded: hash) & mask
                            while slots[place] != 0 {
                                if slots[place] >> 32 == hash >> 32, texts.areEqual(Self.code(of: slots[place]), code) {
                                    return false
                                }
                                place = (place + 1) & mask
                            }
                            slots[place] = Self.slot(of: hash, code: code)
                        }
                    }
                    return true
                }
            }
        }
    }

    /// Looks many keys up; -1 for those that the table does not hold.
    ///
    /// Hashes come first, then the places that they lead to, then the keys there: so that the processor waits for many
    /// of them at once rather than for each in turn. `hashes` is room for as many as there are keys.
    package func findCodes(
        of keys: TextPlaces, hashes: UnsafeMutablePointer<UInt64>, into codes: UnsafeMutablePointer<Int32>
    ) {
        if findQuickly(keys, into: codes) { return }
        for row in 0..<keys.count {
            hashes[row] = Self.hash(keys[row].start, keys[row].count, seed: seed)
        }
        slots.withUnsafeBufferPointer { slots in
            let mask = slots.count - 1
            for row in 0..<keys.count {
                codes[row] = Int32(truncatingIfNeeded: slots[Int(truncatingIfNeeded: hashes[row]) & mask] & 0xFFFF_FFFF)
            }
            texts.withStorage { bytes, length, ends in
                askForTexts(of: codes, keys, bytes: bytes, length: length, ends: ends)
                for row in 0..<keys.count {
                    let (key, count) = keys[row]
                    let code = find(
                        key, count: count, hash: hashes[row], slots: slots, bytes: bytes, length: length, ends: ends)
                    codes[row] = code.map { Int32(truncatingIfNeeded: $0) } ?? -1
                }
            }
        }
    }

    /// Looks keys up in the quicker way than by hashing; false, and nothing is done, where there is none.
    private func findQuickly(_ keys: TextPlaces, into codes: UnsafeMutablePointer<Int32>) -> Bool {
        switch quickWay {
        case .numbered(let numbered): numbered.findCodes(of: keys, into: codes)
        case .uuids(let uuids): uuids.findCodes(of: keys, into: codes)
        case nil: return false
        }
        return true
    }

    /// Asks the memory for texts, by their codes + 1, that are soon compared with keys.
    ///
    /// Invariant: `bytes`, `length` and `ends` are the storage of ``texts``.
    @inline(__always)
    private func askForTexts(
        of codes: UnsafePointer<Int32>, _ keys: TextPlaces, bytes: UnsafePointer<UInt8>?, length: Int,
        ends: UnsafePointer<Int>?
    ) {
        guard let bytes else { return }
        for row in 0..<keys.count {
            let code = max(Int(codes[row]) &- 1, 0)
            let start = bytes + TextColumn.place(of: code, length: length, ends: ends).start
            tadrib_prefetch(start)
            // Nothing is read: a key may be longer than the text, which then is not the same.
            tadrib_prefetch(start + Int(keys.lengths[row]))
        }
    }

    /// Looks many keys up of which most are the same as the one before; -1 for those that the table does not hold.
    package func findCodes(ofRuns keys: TextPlaces, into codes: UnsafeMutablePointer<Int32>) {
        if findQuickly(keys, into: codes) { return }
        var last: (start: UnsafePointer<UInt8>, count: Int) = (keys.base, -1)
        var code: Int32 = -1
        slots.withUnsafeBufferPointer { slots in
            texts.withStorage { bytes, length, ends in
                for row in 0..<keys.count {
                    let (key, count) = keys[row]
                    if count != last.count || !Self.areEqual(last.start, key, count: count) {
                        let hash = Self.hash(key, count, seed: seed)
                        let found = find(
                            key, count: count, hash: hash, slots: slots, bytes: bytes, length: length, ends: ends)
                        code = found.map { Int32(truncatingIfNeeded: $0) } ?? -1
                        last = (key, count)
                    }
                    codes[row] = code
                }
            }
        }
    }
}
