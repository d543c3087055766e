import Support

/// Whether what was taught is applied at work.
public enum FollowUpApplication: String, NamedCode {
    case yes, partly, no

    /// Its name.
    public var name: BilingualText? {
        switch self {
        case .yes: .init(en: "Yes", ar: "نعم")
        case .partly: .init(en: "Partly", ar: "جزئياً")
        case .no: .init(en: "No", ar: "لا")
        }
    }

    /// What an answer without a middle says.
    public var truthValue: Bool? {
        switch self {
        case .yes: true
        case .partly: nil
        case .no: false
        }
    }
}

/// What was asked about a participation some time after the session, and what was answered.
public struct FollowUp: Sendable {
    /// Position in ``Dataset/sessions``.
    public var session: Int
    /// Position in ``Dataset/trainees``.
    public var trainee: Int
    /// When it was asked.
    public var askedOn: CivilDate?
    /// Whether what was taught is applied.
    public var applied: FollowUpApplication?
    /// How the supervisor rates what came of it, from 1 to 5.
    public var supervisorRating: ExactDecimal?
    /// What it was worth, in the dataset's currency.
    public var benefit: ExactDecimal?
    /// Physical line of its record.
    public var line: Int

    /// A follow-up that nobody has answered.
    public init(session: Int, trainee: Int, line: Int = 0) {
        self.session = session
        self.trainee = trainee
        self.line = line
    }
}
