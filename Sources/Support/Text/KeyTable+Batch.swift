/// Where the texts of a column lie in a buffer, for many rows at once.
///
/// Invariant: the pointers are good as long as the buffer is not written to; eight bytes can be read before the end and
/// after the start of each text.
package struct TextPlaces {
    /// The buffer.
    package let base: UnsafePointer<UInt8>
    /// Where each text starts.
    package let starts: UnsafePointer<Int32>
    /// How long each is.
    package let lengths: UnsafePointer<Int32>
    /// How many there are.
    package let count: Int

    /// Places given by their parts.
    package init(
        base: UnsafePointer<UInt8>, starts: UnsafePointer<Int32>, lengths: UnsafePointer<Int32>, count: Int
    ) {
        self.base = base
        self.starts = starts
        self.lengths = lengths
        self.count = count
    }
}

extension KeyTable {
    /// Looks many keys up; -1 for those that the table does not hold.
    ///
    /// Hashes come first, then the places that they lead to, then the keys there: so that the processor waits for many
    /// of them at once rather than for each in turn. `hashes` is room for as many as there are keys.
    package func findCodes(
        of keys: TextPlaces, hashes: UnsafeMutablePointer<UInt64>, into codes: UnsafeMutablePointer<Int32>
    ) {
        if let numbered {
            numbered.withCodes { table in
                for row in 0..<keys.count {
                    codes[row] = numbered.code(at: keys.base + Int(keys.starts[row]), Int(keys.lengths[row]), table)
                }
            }
            return
        }
        for row in 0..<keys.count {
            hashes[row] = Self.hash(keys.base + Int(keys.starts[row]), Int(keys.lengths[row]), seed: seed)
        }
        slots.withUnsafeBufferPointer { slots in
            let mask = slots.count - 1
            for row in 0..<keys.count {
                codes[row] = Int32(truncatingIfNeeded: slots[Int(truncatingIfNeeded: hashes[row]) & mask] & 0xFFFF_FFFF)
            }
            texts.withStorage { bytes, length, ends in
                for row in 0..<keys.count {
                    let key = keys.base + Int(keys.starts[row])
                    let code = find(
                        key, count: Int(keys.lengths[row]), hash: hashes[row], slots: slots, bytes: bytes,
                        length: length, ends: ends)
                    codes[row] = code.map { Int32(truncatingIfNeeded: $0) } ?? -1
                }
            }
        }
    }
}

/// A hash of a number, another one in each run; no result may depend on it.
@inline(__always)
package func seededHash(of number: UInt64) -> UInt64 { KeyTable.mixed(number ^ KeyTable.seedOfRun) }
