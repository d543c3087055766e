import Support
import TrainingStats

// What fields of plain rows hold, read eight bytes at a time.
//
// Invariant of all functions here: a field lies in a chunk, so that ``Chunk/margin`` bytes before its start and behind its
// end can be read, and both a comma and a line feed come at the chunk's end if none comes before.

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

/// Where a field that begins with a quote has its text, and what comes behind its closing quote; nil where quotes are
/// doubled, a line ends within them, or text follows.
@inline(never)
func quotedField(
    at place: UnsafePointer<UInt8>, before limit: UnsafePointer<UInt8>
) -> (start: UnsafePointer<UInt8>, count: Int, next: UnsafePointer<UInt8>)? {
    let start = place + 1
    var end = start
    while true {
        // A line feed comes at the limit at the latest.
        let text = word(at: end)
        let quotes = zeroBytes(of: text ^ repeated(UInt8(ascii: "\"")))
        let found = quotes | zeroBytes(of: text ^ repeated(UInt8(ascii: "\n")))
        guard found != 0 else {
            end += 8
            continue
        }
        end += found.trailingZeroBitCount >> 3
        guard end < limit, end.pointee == UInt8(ascii: "\"") else { return nil }
        return (start, end - start, end + 1)
    }
}

/// A field of a plain row: its text, and where the next field or row starts.
struct PlainField {
    let start: UnsafePointer<UInt8>
    let count: Int
    let next: UnsafePointer<UInt8>
}

/// Cuts the field that starts at a place; nil where the row is not plain, has too few or too many fields, or is cut off by
/// the file's end.
///
/// Invariant: `delimiters` has passed what comes before the place and nothing else.
@inline(always)
func plainField(
    at place: UnsafePointer<UInt8>, before limit: UnsafePointer<UInt8>, isLast: Bool,
    _ delimiters: inout DelimiterFinder
) -> PlainField? {
    if place.pointee == UInt8(ascii: "\"") {
        guard let quoted = quotedField(at: place, before: limit) else { return nil }
        var end = quoted.next
        if isLast, end.pointee == UInt8(ascii: "\r") { end += 1 }
        delimiters.skip(to: end + 1)
        guard end < limit, end.pointee == UInt8(ascii: isLast ? "\n" : ",") else { return nil }
        return PlainField(start: quoted.start, count: quoted.count, next: end + 1)
    }
    let end = delimiters.next()
    var count = end - place
    if isLast, count > 0, place[count - 1] == UInt8(ascii: "\r") { count -= 1 }
    // A line feed stands at the limit, so that no field but the last can end there.
    guard end.pointee == UInt8(ascii: isLast ? "\n" : ","), !isLast || end < limit else { return nil }
    return PlainField(start: place, count: count, next: end + 1)
}

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
