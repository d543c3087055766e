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
        TextPlaces(
            base: base, starts: starts + column * Self.capacity, lengths: lengths + column * Self.capacity, count: count)
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
            while slot != last, let field = plainField(at: place, before: end, isLast: false, &delimiters) {
                starts[slot] = Int32(truncatingIfNeeded: field.start - base)
                lengths[slot] = Int32(truncatingIfNeeded: field.count)
                place = field.next
                slot &+= Self.capacity
            }
            guard slot == last, let field = plainField(at: place, before: end, isLast: true, &delimiters) else { break }
            starts[slot] = Int32(truncatingIfNeeded: field.start - base)
            lengths[slot] = Int32(truncatingIfNeeded: field.count)
            rowStarts[index] = Int32(truncatingIfNeeded: row - base)
            index &+= 1
            row = field.next
        }
        count = index
        return row - base
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
