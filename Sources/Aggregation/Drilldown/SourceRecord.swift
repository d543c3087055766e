import Support
import TrainingStats

/// A record of one of the tables that figures are made of, with what the definitions of measures look at.
public struct SourceRecord: Sendable {
    /// The tables that figures are made of.
    public enum Table: String, Sendable, CaseIterable { case sessions, assignments, participations, headcounts }

    /// The table that it stands in.
    public let table: Table
    /// Physical line of the record.
    public let line: Int
    /// Position in `Dataset.sessions` of the session that it is, or that it belongs to.
    public let session: Int
    /// Whether the session was delivered and counts in the request.
    let isDelivered: Bool
    /// Whether it is, besides, training.
    let isTraining: Bool

    /// Position in `Dataset.trainees`; nil where it names no person.
    public internal(set) var trainee: Int?
    /// Position in `Dataset.trainers`; nil where it names no trainer.
    public internal(set) var trainer: Int?
    /// Code in `Dataset.institutions`; nil where it is not known or no measure asks for it.
    public internal(set) var institution: Int?
    /// Whether a session took place.
    var sessionStatus: SessionStatus?
    /// How far a participation went.
    public internal(set) var status: ParticipationStatus?
    /// Whether anybody attended: the person, or at least one of the group.
    var attends = false
    /// Whether the state of the person is known, where a measure asks for it.
    var hasKnownState = false

    /// How many a group counts.
    public internal(set) var participants: Int?
    /// How many of a group completed.
    public internal(set) var completions: Int?
    /// Seats of a session.
    public internal(set) var capacity: Int?
    /// Hours attended or taught.
    public internal(set) var hours: ExactDecimal?
    /// Cost of the session as a whole, of the participation or of the group.
    public internal(set) var cost: ExactDecimal?
    /// Score before.
    public internal(set) var preScore: ExactDecimal?
    /// Score after.
    public internal(set) var postScore: ExactDecimal?
    /// Rating of the session by the person, 1 to 5.
    public internal(set) var rating: ExactDecimal?
    /// The highest score that can be reached in the course.
    public internal(set) var maxScore = ExactDecimal.zero
    /// The lowest score that passes the course.
    public internal(set) var passScore: ExactDecimal?

    /// What it adds to a count, or to the numerator of a rate; nil where it does not say.
    public internal(set) var part: ExactDecimal?
    /// What it adds to the denominator of a rate.
    public internal(set) var whole: ExactDecimal?

    init(_ table: Table, line: Int, session: Int, isDelivered: Bool, isTraining: Bool) {
        self.table = table
        self.line = line
        self.session = session
        self.isDelivered = isDelivered
        self.isTraining = isDelivered && isTraining
    }

    /// Whether it is a trained participation.
    var isTrained: Bool { table == .participations && attends && isTraining }

    /// Whether the score after is one that passes, where both are stated.
    var passes: Bool {
        guard let postScore, let passScore else { return false }
        return postScore >= passScore
    }

    /// Score after minus score before, where it has both.
    public var gain: ExactDecimal? {
        guard let preScore, let postScore else { return nil }
        return postScore - preScore
    }

    /// The gain over the largest one possible, where the score before left room for one.
    public var normalisedGain: Double? {
        guard let preScore, let gain, preScore < maxScore else { return nil }
        return Double(quotient: gain.millionths, (maxScore - preScore).millionths)
    }
}

extension SourceRecord {
    /// The number in a field, exact; nil where the record does not state it or the field holds none.
    public func number(_ field: RecordField) -> ExactDecimal? {
        switch field {
        case .participants: participants.map { ExactDecimal($0) }
        case .capacity: capacity.map { ExactDecimal($0) }
        case .hours: hours
        case .cost: cost
        case .preScore: preScore
        case .postScore: postScore
        case .maxScore: maxScore
        case .passScore: passScore
        case .gain: gain
        case .rating: rating
        case .counts, .numerator: part
        case .denominator: whole
        case .trainee, .trainer, .institution, .session, .course, .status, .endDate, .normalisedGain: nil
        }
    }

    /// The position of what an identifier refers to, in its table of the dataset; nil where there is none.
    public func position(_ field: RecordField, in dataset: Dataset) -> Int? {
        switch field {
        case .trainee: trainee
        case .trainer: trainer
        case .institution: institution
        case .session: session
        case .course: dataset.sessions[session].course
        default: nil
        }
    }
}
