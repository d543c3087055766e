import Support

/// Where the fields of a run of plain rows lie in a chunk, column by column.
///
/// The one owner of its memory, which is allocated once and used for run after run.
final class FieldPlaces {
    /// How many rows it holds: few enough for the caches, enough to look many keys up at once.
    static let capacity = 1_024

    /// How many rows there are.
    private(set) var count = 0
    /// Where each row starts.
    let rowStarts = column(of: Int32.self)
    private let columns: Int
    private let starts: UnsafeMutablePointer<Int32>
    private let lengths: UnsafeMutablePointer<Int32>

    /// Places for the fields of rows with so many columns, at least one.
    init(columns: Int) {
        self.columns = columns
        starts = .allocate(capacity: columns * Self.capacity)
        lengths = .allocate(capacity: columns * Self.capacity)
    }

    deinit {
        rowStarts.deallocate()
        starts.deallocate()
        lengths.deallocate()
    }

    /// Room for a value of each row.
    static func column<Value: BitwiseCopyable>(of type: Value.Type) -> UnsafeMutablePointer<Value> {
        .allocate(capacity: capacity)
    }

    /// The fields of a column, in the chunk that they were cut from.
    func texts(in column: Int, of base: UnsafePointer<UInt8>) -> TextPlaces {
        let first = column * Self.capacity
        return TextPlaces(base: base, starts: starts + first, lengths: lengths + first, count: count)
    }

    /// Cuts plain rows into fields until there is no more room, the limit is reached or a row is not plain or is empty.
    ///
    /// Gives the place where it stopped; rows from there on are not among the fields.
    ///
    /// Invariant: `base` is the buffer of a chunk whose records lie between `place` and `limit`, which 32 bits hold.
    func cut(_ base: UnsafePointer<UInt8>, from place: Int, to limit: Int) -> Int {
        let end = base + limit
        let (starts, lengths) = (starts, lengths)
        let toLast = (columns - 1) * Self.capacity
        var row = base + place
        var index = 0
        var delimiters = DelimiterFinder(from: row)
        while row < end, index < Self.capacity {
            if row.pointee <= UInt8(ascii: ","), isEmptyLine(at: row) { break }
            var place = row
            // Where the field goes: from the first column to the last one.
            var slot = index
            let last = index &+ toLast
            while slot != last, place.pointee != UInt8(ascii: "\"") {
                let fieldEnd = delimiters.next()
                if fieldEnd.pointee != UInt8(ascii: ",") { break }
                starts[slot] = Int32(truncatingIfNeeded: place - base)
                lengths[slot] = Int32(truncatingIfNeeded: fieldEnd - place)
                place = fieldEnd + 1
                slot &+= Self.capacity
            }
            if slot == last, place.pointee != UInt8(ascii: "\"") {
                guard let field = plainField(at: place, before: end, isLast: true, &delimiters) else { break }
                starts[slot] = Int32(truncatingIfNeeded: place - base)
                lengths[slot] = Int32(truncatingIfNeeded: field.count)
                place = field.next
            } else {
                guard place.pointee == UInt8(ascii: "\""), let next = cutQuoted(row, of: base, before: end, index)
                else { break }
                place = next
                delimiters = DelimiterFinder(from: next)
            }
            rowStarts[index] = Int32(truncatingIfNeeded: row - base)
            index &+= 1
            row = place
        }
        count = index
        return row - base
    }

    /// Cuts one row with quotes; gives where the next one starts, or nil where it is not plain.
    ///
    /// Kept out of the loop over rows: what is rarer there costs all others their registers.
    @inline(never)
    private func cutQuoted(
        _ row: UnsafePointer<UInt8>, of base: UnsafePointer<UInt8>, before limit: UnsafePointer<UInt8>, _ index: Int
    ) -> UnsafePointer<UInt8>? {
        var place = row
        var delimiters = DelimiterFinder(from: row)
        for column in 0..<columns {
            let isLast = column == columns - 1
            guard let field = plainField(at: place, before: limit, isLast: isLast, &delimiters) else { return nil }
            starts[column * Self.capacity + index] = Int32(truncatingIfNeeded: field.start - base)
            lengths[column * Self.capacity + index] = Int32(truncatingIfNeeded: field.count)
            place = field.next
        }
        return place
    }
}

/// Whether the line at a place has nothing but commas and blanks, so that it is no record.
///
/// Invariant: the place lies in a chunk, so that a line feed follows.
@inline(never)
private func isEmptyLine(at place: UnsafePointer<UInt8>) -> Bool {
    var place = place
    while place.pointee != UInt8(ascii: "\n") {
        guard
            CSVScanner.isBlank(place.pointee) || place.pointee == UInt8(ascii: ",")
                || place.pointee == UInt8(ascii: "\r")
        else { return false }
        place += 1
    }
    return true
}
