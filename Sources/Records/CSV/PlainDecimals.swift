import CVectors
import Support
import TrainingStats

// Decimals of plain rows, read eight bytes at a time, and four fields at a time where the processor can.
//
// Invariant of all functions here: a field lies in a chunk, so that ``Chunk/margin`` bytes before its start and behind its
// end can be read.

/// Stands for a field that is no decimal of the plain kind.
let oddDecimal = DecimalColumn.wide

/// Reads the decimals of a column in millionths: ``DecimalColumn/missing`` of an empty field, ``oddDecimal`` where another way
/// must be taken.
func readDecimals(_ fields: TextPlaces, into numbers: UnsafeMutablePointer<Int64>) {
    var allLengths: Int32 = 0
    for row in 0..<fields.count { allLengths |= fields.lengths[row] }
    if allLengths <= 1 { return readDigits(fields, into: numbers) }
    let next = readSeveralDecimals(fields, into: numbers)
    worths.withUnsafeBufferPointer { worths in
        for row in next..<fields.count { numbers[row] = decimal(at: fields[row].start, fields[row].count, worths) }
    }
}

/// Reads decimals four at a time, as far as the processor can and there are four; gives how many were read.
private func readSeveralDecimals(_ fields: TextPlaces, into numbers: UnsafeMutablePointer<Int64>) -> Int {
    var hasOdd: Int32 = 0
    let count = tadrib_read_decimals(
        fields.base, fields.starts, fields.lengths, fields.count, DecimalColumn.missing, oddDecimal, numbers, &hasOdd)
    guard hasOdd != 0 else { return count }
    for row in 0..<count where numbers[row] == oddDecimal {
        numbers[row] = longDecimal(at: fields[row].start, fields[row].count)
    }
    return count
}

/// Reads a column of single digits.
private func readDigits(_ fields: TextPlaces, into numbers: UnsafeMutablePointer<Int64>) {
    for row in 0..<fields.count {
        let (place, count) = fields[row]
        let digit = place.pointee &- UInt8(ascii: "0")
        let number = digit < 10 ? Int64(digit) &* 1_000_000 : oddDecimal
        numbers[row] = count == 0 ? DecimalColumn.missing : number
    }
}

/// The decimal of one field.
func decimal(at place: UnsafePointer<UInt8>, _ count: Int) -> Int64 {
    worths.withUnsafeBufferPointer { decimal(at: place, count, $0) }
}

/// The decimal of a field.
///
/// Up to seven bytes are read without a branch: the byte behind the field is taken for a point, so that there always is one.
/// What stands before the first point moves up by a byte and closes the gap.
@inline(always)
private func decimal(at place: UnsafePointer<UInt8>, _ count: Int, _ worths: UnsafeBufferPointer<Int64>) -> Int64 {
    guard count <= 7 else { return longDecimal(at: place, count) }
    let before = 7 &- count
    let field = UInt64.max &<< UInt64(truncatingIfNeeded: 8 &* before) & ~behind
    let bytes = (word(at: place - before) ^ repeated(UInt8(ascii: "0"))) & field | point << 56
    let marks = surplus(over: 9, of: bytes) | 1 << 63
    let unit = (marks & (0 &- marks)) >> 7
    let whole = bytes & (unit &- 1)
    let fraction = (bytes ^ whole ^ unit &* point) & ~behind
    let worth = worths[marks.trailingZeroBitCount >> 3]
    // Nothing but a point may stand where one is taken for one.
    guard surplus(over: 9, of: fraction, and: 9 &* unit) == 0, worth > 0 else { return longDecimal(at: place, count) }
    let number = Int64(number(ofDigits: whole << 8 | fraction)) &* worth
    return count == 0 ? DecimalColumn.missing : number
}

/// What the last digit is worth in millionths, by where the first point is; 0 where no digit follows it, or six do.
///
/// The seventh place is behind the field. Before it, the place of the point is empty in the end, which is one digit more.
private let worths: [Int64] = [0, 1, 10, 100, 1_000, 10_000, 0, 1_000_000]

/// A point less the digit zero.
private var point: UInt64 { 0x1E }
/// The byte behind a field.
private var behind: UInt64 { 0xFF << 56 }

/// The highest bit of each byte that is above a number, exact up to the first of them; none only if there is none.
///
/// What is added to a byte makes its number smaller.
@inline(always)
private func surplus(over number: UInt8, of bytes: UInt64, and added: UInt64 = 0) -> UInt64 {
    (bytes &+ (repeated(0x7F - number) &+ added) | bytes) & repeated(0x80)
}

/// A decimal that is longer or more unusual.
@inline(never)
private func longDecimal(at place: UnsafePointer<UInt8>, _ count: Int) -> Int64 {
    let bytes = UnsafeBufferPointer(start: place, count: count)
    guard let exact = ExactDecimal(utf8: bytes.span), let narrow = Int64(exactly: exact.millionths),
        narrow > DecimalColumn.wide
    else { return oddDecimal }
    return narrow
}
