import Support

/// A group of participants of a session who were counted, not named.
public struct Headcount: Sendable {
    /// Position in ``Dataset/sessions``.
    public var session: Int
    /// What the group's members have in common.
    public var profile: Profile
    /// How many attended; nil where that is not known.
    public var participants: Int?
    /// How many completed.
    public var completions: Int?
    /// Cost of this group, in the dataset's currency.
    public var cost: ExactDecimal?
    /// The same in the currency in which it is stated; nil where that is the dataset's.
    package var statedCost: ExactDecimal?
    /// Physical line of its record.
    public var line: Int

    /// A group given by its properties.
    public init(
        session: Int, profile: Profile, participants: Int?, completions: Int? = nil, cost: ExactDecimal? = nil,
        line: Int = 0
    ) {
        self.session = session
        self.profile = profile
        self.participants = participants
        self.completions = completions
        self.cost = cost
        self.line = line
    }
}
