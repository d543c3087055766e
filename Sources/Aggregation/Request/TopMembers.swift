/// The members of a dimension that stay as they are where its other known members come together as `_O`.
public struct TopMembers: Hashable, Sendable {
    /// Identifier of the dimension.
    public var dimension: String
    /// The members that stay; the unknown always does.
    public var members: Set<Summary.Member>

    /// Some members of a dimension.
    public init(dimension: String, members: Set<Summary.Member>) {
        self.dimension = dimension
        self.members = members
    }
}
