/// Some rows of an answer, whose columns are all texts.
package struct TextBatch: Sendable {
    /// The names of the columns.
    package let columns: [String]
    /// How many rows there are.
    package let rows: Int
    private let bytes: ArraySlice<UInt8>
    /// The places of the texts in the bytes, column after column; an empty range below 0 is a null.
    ///
    /// Invariant: the others lie within the bytes.
    private let places: [Range<Int>]

    /// What stands for a null.
    static let null = -1 ..< -1

    /// Rows given by the places of their texts, column after column, within the indices of the bytes.
    init(columns: [String], rows: Int, bytes: ArraySlice<UInt8>, places: [Range<Int>]) {
        self.columns = columns
        self.rows = rows
        self.bytes = bytes
        self.places = places
    }

    /// A text as its bytes; nil for a null.
    package func field(_ row: Int, _ column: Int) -> ArraySlice<UInt8>? {
        let place = places[column * rows + row]
        return place == Self.null ? nil : bytes[place]
    }

    /// A text; nil for a null.
    ///
    /// What is no UTF-8 becomes U+FFFD.
    package func text(_ row: Int, _ column: Int) -> String? {
        field(row, column).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A row as texts.
    package func row(_ row: Int) -> [String?] { columns.indices.map { text(row, $0) } }
}
