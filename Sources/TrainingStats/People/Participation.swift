import Support

/// One person's part in a session.
public struct Participation: Sendable {
    /// Position in ``Dataset/sessions``.
    public var session: Int
    /// Position in ``Dataset/trainees``.
    public var trainee: Int
    /// How far it went.
    public var status: ParticipationStatus
    /// Physical line of its record.
    public var line: Int
    /// What it says of a certificate; nil where it says nothing.
    public var certificate: StatedCertificate?
    /// What it states of each attribute that the dataset declares; empty where no column of participations is declared.
    package var own: [OwnValue] = []
    private var values = ValueColumns<ExactDecimal?>(repeating: nil)

    /// A participation of which only the status is known.
    public init(session: Int, trainee: Int, status: ParticipationStatus, line: Int = 0) {
        self.session = session
        self.trainee = trainee
        self.status = status
        self.line = line
    }

    /// What it states of a value; nil where that is not known.
    public subscript(value: ParticipationValue) -> ExactDecimal? {
        get { values[value] }
        set { values[value] = newValue }
    }
}
