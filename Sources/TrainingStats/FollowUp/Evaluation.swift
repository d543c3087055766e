/// An answer to an item of an evaluation form; nobody knows whose it is.
public struct Evaluation: Hashable, Sendable {
    /// Position in ``Dataset/sessions``.
    public var session: Int32
    /// Code in ``Dataset/evaluationItems``.
    public var item: Int32
    /// The answer, one of ``values``.
    public var value: UInt8
    /// Physical line of its record.
    public var line: Int

    /// The answers that there can be, from the least favourable to the most.
    public static let values = 1...5

    /// An answer given by its properties; the value is one of ``values``.
    public init(session: Int, item: Int, value: Int, line: Int = 0) {
        self.session = Int32(session)
        self.item = Int32(item)
        self.value = UInt8(clamping: value)
        self.line = line
    }
}
