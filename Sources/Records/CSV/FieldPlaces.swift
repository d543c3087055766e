import Support

/// Where the fields of a run of plain rows lie in a chunk, column by column.
///
/// The one owner of its memory, which is allocated once and used for run after run.
final class FieldPlaces {
    /// How many rows it holds: few enough for the caches, enough to look many keys up at once.
    static let capacity = 1_024
    /// How far the columns lie apart: not a power of two, for which all would share the same few places of the cache.
    private static let stride = capacity + 16

    /// How many rows there are.
    private(set) var count = 0
    /// Where each row starts.
    let rowStarts = column(of: Int32.self)
    private let columns: Int
    private let ends: FieldEnds
    /// How many rows are looked for next: few behind one that was not plain, since it may not be the last such.
    private var ahead = FieldEnds.rows
    private let starts: UnsafeMutablePointer<Int32>
    private let lengths: UnsafeMutablePointer<Int32>

    /// Places for the fields of rows with so many columns, at least one.
    init(columns: Int) {
        self.columns = columns
        ends = FieldEnds(columns: columns)
        starts = .allocate(capacity: columns * Self.stride)
        lengths = .allocate(capacity: columns * Self.stride)
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
        let first = column * Self.stride
        return TextPlaces(base: base, starts: starts + first, lengths: lengths + first, count: count)
    }

    /// Cuts plain rows into fields until there is no more room, the limit is reached or a row is not plain or is empty.
    ///
    /// A row is plain if it has as many fields as there are columns, no quotes but those around whole fields, and no line feed but the
    /// one at its end. Gives the place where it stopped; rows from there on are not among the fields.
    ///
    /// Invariant: `base` is the buffer of a chunk whose records lie between `place` and `limit`, which 32 bits hold.
    func cut(_ base: UnsafePointer<UInt8>, from place: Int, to limit: Int) -> Int {
        count = 0
        var place = place
        while place < limit, count < Self.capacity {
            let found = ends.find(base, from: place, to: limit, atMost: min(ahead, Self.capacity - count))
            let plain = takeFields(ofRows: found, base) ? found : plainRows(among: found, base)
            ahead = plain < found || found == 0 ? 1 : min(2 * ahead, FieldEnds.rows)
            guard plain > 0 else { break }
            count += plain
            place = Int(ends.places[plain * columns - 1]) + 1
            if plain < found { break }
        }
        return place
    }

    /// Writes down the fields of the rows whose ends were found; gives whether all of them are plain.
    private func takeFields(ofRows rows: Int, _ base: UnsafePointer<UInt8>) -> Bool {
        for column in 0..<columns {
            let (starts, lengths) = (fields(of: column).starts, fields(of: column).lengths)
            var end = ends.places + column
            for row in 0..<rows {
                let start = end[-1] &+ 1
                starts[row] = start
                lengths[row] = end[0] &- start
                end += columns
            }
        }
        let starts = fields(of: 0).starts
        var isPlain = true
        for row in 0..<rows {
            let place = base + Int(starts[row])
            rowStarts[count + row] = starts[row]
            if place.pointee <= UInt8(ascii: ","), isEmptyLine(at: place) { isPlain = false }
        }
        let endings = removeLineEnds(ofRows: rows, base)
        let quoted = ends.quotes > 0 ? removeQuotes(ofRows: rows, base) : 0
        return isPlain && endings == rows && ends.lineFeeds == rows && ends.quotes == 2 * quoted
    }

    /// Takes carriage returns off the last fields; gives how many of these end with a line feed.
    private func removeLineEnds(ofRows rows: Int, _ base: UnsafePointer<UInt8>) -> Int {
        let (starts, lengths) = fields(of: columns - 1)
        var endings = 0
        for row in 0..<rows {
            let end = base + Int(starts[row] &+ lengths[row])
            endings &+= end.pointee == UInt8(ascii: "\n") ? 1 : 0
            // The byte before an empty field is a comma or a line feed, or that before the records.
            let hasReturn = end[-1] == UInt8(ascii: "\r") && lengths[row] > 0
            lengths[row] &-= hasReturn ? 1 : 0
        }
        return endings
    }

    /// Takes the quotes off fields that begin and end with one; gives how many do.
    private func removeQuotes(ofRows rows: Int, _ base: UnsafePointer<UInt8>) -> Int {
        let quote = UInt8(ascii: "\"")
        var quoted = 0
        for column in 0..<columns {
            let (starts, lengths) = fields(of: column)
            for row in 0..<rows {
                let (start, length) = (starts[row], lengths[row])
                guard base[Int(start)] == quote, length >= 2, base[Int(start &+ length) &- 1] == quote else { continue }
                starts[row] = start &+ 1
                lengths[row] = length &- 2
                quoted &+= 1
            }
        }
        return quoted
    }

    /// How many of the rows whose fields were written down come before the first that is not plain.
    private func plainRows(among rows: Int, _ base: UnsafePointer<UInt8>) -> Int {
        (0..<rows).first { row in
            let start = Int(rowStarts[count + row])
            let end = Int(ends.places[(row + 1) * columns - 1])
            var (quotes, lineFeeds) = (0, 0)
            for place in start...end {
                quotes += base[place] == UInt8(ascii: "\"") ? 1 : 0
                lineFeeds += base[place] == UInt8(ascii: "\n") ? 1 : 0
            }
            let quoted = (0..<columns).count { column in
                fields(of: column).starts[row] > ends.places[row * columns + column - 1] + 1
            }
            return base[end] != UInt8(ascii: "\n") || lineFeeds != 1 || quotes != 2 * quoted
                || isEmptyLine(at: base + start)
        } ?? rows
    }

    /// The fields of the next rows in a column.
    @inline(always)
    private func fields(of column: Int) -> (starts: UnsafeMutablePointer<Int32>, lengths: UnsafeMutablePointer<Int32>) {
        (starts + (column * Self.stride + count), lengths + (column * Self.stride + count))
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
