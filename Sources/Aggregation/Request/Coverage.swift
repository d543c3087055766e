/// How many records state a value, of those that could.
public struct Coverage: Hashable, Sendable {
    /// Records that state it.
    public let stated: Int
    /// Records that could.
    public let applicable: Int
}
