import CVectors

/// Where the fields of a few rows end, row by row.
///
/// The one owner of its memory, which is allocated once and used for run after run.
final class FieldEnds {
    /// How many rows are looked for at a time: few, since what stands behind a row that is not plain is looked at again.
    static let rows = 64

    /// The places of commas and line feeds outside quotes; at -1 that of the byte before the first row.
    let places: UnsafeMutablePointer<Int32>
    /// How many quotes the rows have.
    private(set) var quotes = 0
    /// How many line feeds the rows have, those within quotes included.
    private(set) var lineFeeds = 0

    private let columns: Int
    private let memory: UnsafeMutablePointer<Int32>

    /// Places for rows with so many columns, at least one.
    init(columns: Int) {
        self.columns = columns
        memory = .allocate(capacity: 1 + Self.rows * columns + 2 * 64)
        places = memory + 1
    }

    deinit { memory.deallocate() }

    /// Finds the ends of the next rows, at most so many and ``rows``; gives how many are whole if they have as many fields as there
    /// are columns.
    ///
    /// Invariant: `base` is the buffer of a chunk whose records lie between `place`, where one starts, and `limit`, which 32 bits
    /// hold; ``Chunk/margin`` bytes behind the limit can be read.
    func find(_ base: UnsafePointer<UInt8>, from place: Int, to limit: Int, atMost most: Int) -> Int {
        let found = tadrib_find_field_ends(base, place, limit, columns, min(most, Self.rows), places)
        (quotes, lineFeeds) = (found.quotes, found.line_feeds)
        return found.rows
    }
}
