/// A text as a key: the same where the bytes are the same.
///
/// Swift takes texts for equal that Unicode calls canonically equal, such as Å as one scalar and as two others. Keys, codes
/// and members of records compare as bytes, wherever they are looked up, counted or put into an order.
public struct ByteKey: Hashable, Sendable {
    /// The text.
    public let text: String

    /// A text as a key.
    public init(_ text: String) { self.text = text }

    /// Whether two texts have the same bytes.
    public static func == (left: ByteKey, right: ByteKey) -> Bool { left.text.hasBytes(of: right.text) }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension ByteKey: Comparable {
    /// Whether a text stands before another in the order of bytes.
    public static func < (left: ByteKey, right: ByteKey) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}

extension String {
    /// Whether another text has the same bytes; most texts that differ are told by their lengths.
    @usableFromInline
    package func hasBytes(of other: String) -> Bool {
        let (own, others) = (utf8.span, other.utf8.span)
        guard own.count == others.count else { return false }
        for index in own.indices where own[index] != others[index] { return false }
        return true
    }
}

extension Sequence<String> {
    /// Whether a text is among these, byte for byte.
    @inlinable
    package func holds(_ text: String) -> Bool { contains { $0.hasBytes(of: text) } }
}

extension Collection<String> {
    /// Where a text stands first among these, byte for byte; nil if it does not.
    @inlinable
    package func place(of text: String) -> Index? { firstIndex { $0.hasBytes(of: text) } }
}
