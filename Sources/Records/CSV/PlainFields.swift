import Support
import TrainingStats

// What fields of plain rows hold, read eight bytes at a time.
//
// Invariant of all functions here: a field lies in a chunk, so that ``Chunk/margin`` bytes before its start and behind its
// end can be read.

/// The eight bytes from a place on, the first of them lowest.
@inline(always)
func word(at place: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
}

/// A word of which each byte is the same.
@inline(always)
func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

/// The highest bit of each byte that is zero, exact up to the first of them.
@inline(always)
func zeroBytes(of word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 }

/// Whether a field is UTF-8 without NUL.
@inline(always)
func isSoundText(at place: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var all: UInt64 = 0
    var zeros: UInt64 = 0
    var index = 0
    if count >= 32 {
        let nul = SIMD16<UInt8>.zero
        var (wide, found) = (nul, nul)
        while index + 16 <= count {
            let text = UnsafeRawPointer(place + index).loadUnaligned(as: SIMD16<UInt8>.self)
            wide |= text
            found |= unsafeBitCast(text .== nul, to: SIMD16<UInt8>.self)
            index += 16
        }
        let (bits, marks) = (unsafeBitCast(wide, to: SIMD2<UInt64>.self), unsafeBitCast(found, to: SIMD2<UInt64>.self))
        (all, zeros) = (bits.x | bits.y, marks.x | marks.y)
    }
    while index + 8 <= count {
        let text = word(at: place + index)
        all |= text
        zeros |= zeroBytes(of: text)
        index += 8
    }
    // The bytes behind the end count as digits.
    let behind: UInt64 = .max &<< UInt64(truncatingIfNeeded: 8 &* (count &- index))
    let rest = word(at: place + index) & ~behind | repeated(UInt8(ascii: "0")) & behind
    guard zeros | zeroBytes(of: rest) == 0 else { return false }
    return (all | rest) & repeated(0x80) == 0 || isValidUTF8(UnsafeBufferPointer(start: place, count: count))
}

@inline(never)
private func isValidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
}
