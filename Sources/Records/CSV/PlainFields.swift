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
    while end < limit, end.pointee != UInt8(ascii: "\"") {
        if end.pointee == UInt8(ascii: "\n") { return nil }
        end += 1
    }
    guard end < limit else { return nil }
    return (start, end - start, end + 1)
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
    var start = place
    var count: Int
    var end: UnsafePointer<UInt8>
    if start.pointee == UInt8(ascii: "\"") {
        guard let quoted = quotedField(at: start, before: limit) else { return nil }
        (start, count, end) = quoted
        if isLast, end.pointee == UInt8(ascii: "\r") { end += 1 }
        delimiters.skip(to: end + 1)
    } else {
        end = delimiters.next()
        count = end - start
        if isLast, count > 0, start[count - 1] == UInt8(ascii: "\r") { count -= 1 }
    }
    guard end < limit, end.pointee == UInt8(ascii: isLast ? "\n" : ",") else { return nil }
    return PlainField(start: start, count: count, next: end + 1)
}

/// Stands for a field that is no decimal of the plain kind.
let oddDecimal = DecimalColumn.wide

/// A decimal in millionths, ``DecimalColumn/missing`` of an empty field, ``oddDecimal`` where another way must be taken.
@inline(always)
func decimal(at place: UnsafePointer<UInt8>, _ count: Int) -> Int64 {
    if count == 0 { return DecimalColumn.missing }
    guard count <= 8 else { return longDecimal(at: place, count) }
    let text = word(at: place)
    let dot = min(zeroBytes(of: text ^ repeated(UInt8(ascii: "."))).trailingZeroBitCount >> 3, count)
    var digits = count
    var joined = text
    var factor: Int64 = 1_000_000
    if dot < count {
        digits = count - 1
        let below: UInt64 = (1 << (8 * UInt64(dot))) &- 1
        joined = text & below | text >> 8 & ~below
        guard let scale = unit(fractionDigits: digits - dot) else { return oddDecimal }
        factor = scale
        if digits == 0 { return oddDecimal }
    }
    let filled = joined << (8 * UInt64(8 - digits)) | (repeated(UInt8(ascii: "0")) >> (8 * UInt64(digits)))
    guard let number = eightDigits(filled) else { return longDecimal(at: place, count) }
    return Int64(number) &* factor
}

/// What the last of so many digits after the point is worth, in millionths; nil of none and of more than six.
@inline(always)
private func unit(fractionDigits: Int) -> Int64? {
    switch fractionDigits {
    case 1: 100_000
    case 2: 10_000
    case 3: 1_000
    case 4: 100
    case 5: 10
    case 6: 1
    default: nil
    }
}

@inline(never)
private func longDecimal(at place: UnsafePointer<UInt8>, _ count: Int) -> Int64 {
    let bytes = UnsafeBufferPointer(start: place, count: count)
    guard let exact = ExactDecimal(utf8: bytes.span), let narrow = Int64(exactly: exact.millionths),
        narrow > DecimalColumn.wide
    else { return oddDecimal }
    return narrow
}

/// Whether a field is UTF-8 without NUL.
@inline(always)
func isSoundText(at place: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var all: UInt8 = 0
    var hasZero = false
    for index in 0..<count {
        all |= place[index]
        hasZero = hasZero || place[index] == 0
    }
    return !hasZero && (all < 0x80 || isValidUTF8(UnsafeBufferPointer(start: place, count: count)))
}

@inline(never)
private func isValidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
}

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
            let padded = bytes + [UInt8](repeating: 0, count: 16 - bytes.count)
            func half(_ range: Range<Int>) -> UInt64 { padded[range].reversed().reduce(0) { $0 << 8 | UInt64($1) } }
            return Entry(first: half(0..<8), second: half(8..<16), count: bytes.count, value: code.value)
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
        let first = word(at: place) & (UInt64.max >> (8 * UInt64(max(8 - count, 0))))
        let second = count > 8 ? word(at: place + 8) & (UInt64.max >> (8 * UInt64(16 - count))) : 0
        return entries.withUnsafeBufferPointer { entries in
            let entry = entries[self.place(first: first, second: second, count: count)]
            return entry.first == first && entry.second == second && entry.count == count ? entry.value : -1
        }
    }

    @inline(always)
    private func place(first: UInt64, second: UInt64, count: Int) -> Int {
        let mixed =
            (first ^ second &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: mixed >> UInt64(shift))
    }
}
