import Support

/// Training that is required in a period: what, of whom, and how much.
public struct Requirement: Hashable, Sendable {
    /// What is required.
    public enum Training: Hashable, Sendable {
        /// The course at a position in ``Dataset/courses``.
        case course(Int)
        /// Any course of the topic at a position in ``Dataset/topics``.
        case topic(Int)
    }

    /// How much of it.
    public enum Amount: Hashable, Sendable {
        /// So many persons are to be trained.
        case persons(Int)
        /// So many seats are to be taken, whoever takes them.
        case seats(Int)
        /// The person at a position in ``Dataset/trainees`` is to be trained.
        case person(Int)
    }

    /// What is required.
    public var training: Training
    /// Position in ``Dataset/states`` of the state whose people are meant; nil if those of any state are.
    public var state: Int?
    /// The institution whose people are meant; nil if those of any institution are.
    public var institution: String?
    /// Period expression.
    public var period: String
    /// How much of it.
    public var amount: Amount
    /// Physical line of its record.
    public var line: Int

    /// A requirement given by its parts.
    public init(
        _ training: Training, state: Int? = nil, institution: String? = nil, period: String, amount: Amount,
        line: Int = 0
    ) {
        self.training = training
        self.state = state
        self.institution = institution
        self.period = period
        self.amount = amount
        self.line = line
    }
}
