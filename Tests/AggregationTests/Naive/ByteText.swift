/// A text that is compared and ordered by its bytes.
struct ByteText: Hashable, Comparable, Sendable, CustomStringConvertible {
    let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var description: String { String(decoding: bytes, as: UTF8.self) }

    static func < (left: ByteText, right: ByteText) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    /// The member of records that do not state one.
    static let unknown = ByteText("_U")
    /// The member of all records together.
    static let total = ByteText("_T")
}
