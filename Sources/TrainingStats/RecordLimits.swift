/// How large a record may be: an endless one would take all memory.
public struct RecordLimits: Hashable, Sendable {
    /// The longest record, in bytes.
    public var record = 64 << 20
    /// The longest field, in bytes.
    public var field = 16 << 20
    /// The most fields of a record.
    public var fields = 100_000

    /// The defaults of the data contract.
    public init() {}
}
