import Support

/// Someone who teaches.
///
/// Codes of texts are those of the dataset's member tables.
public struct Trainer: Sendable {
    /// Identifier, unique in the dataset.
    public var id: String
    /// Name; shown only on demand.
    public var name: String?
    /// Code in ``Dataset/nationalities``.
    public var nationality: Int?
    /// Code in ``Dataset/organisations``.
    public var organisation: Int?
    /// Whether the trainer belongs to the centre.
    public var affiliation: TrainerAffiliation?
    /// Physical line of its record.
    public var line: Int

    /// A trainer of whom only the identifier is known.
    public init(id: String, line: Int = 0) {
        self.id = id
        self.line = line
    }
}

/// A trainer's part in a session.
public struct Assignment: Sendable {
    /// Position in ``Dataset/sessions``.
    public var session: Int
    /// Position in ``Dataset/trainers``.
    public var trainer: Int
    /// What the trainer did there.
    public var role: TrainerRole?
    /// Hours taught.
    public var hours: ExactDecimal?
    /// Physical line of its record.
    public var line: Int

    /// An assignment given by its properties.
    public init(session: Int, trainer: Int, role: TrainerRole? = nil, hours: ExactDecimal? = nil, line: Int = 0) {
        self.session = session
        self.trainer = trainer
        self.role = role
        self.hours = hours
        self.line = line
    }
}
