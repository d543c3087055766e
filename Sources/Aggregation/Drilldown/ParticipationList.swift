import TrainingStats

/// The participations in one session, or those of one person, taken from a reading.
public struct ParticipationList: ParticipationSink, Sendable {
    /// Whose participations they are.
    public enum Owner: Hashable, Sendable {
        /// Those in the session at a position in `Dataset.sessions`.
        case session(Int)
        /// Those of the person at a position in `Dataset.trainees`.
        case trainee(Int)
    }

    private let owner: Owner
    private var found: [Participation] = []

    /// A list of nothing yet.
    public init(of owner: Owner) { self.owner = owner }

    /// The participations in file order.
    public var participations: [Participation] { found.sorted { $0.line < $1.line } }

    /// Another list for the same, of nothing yet.
    public func emptyCopy() -> ParticipationList { ParticipationList(of: owner) }

    /// Keeps those of a block that belong to the owner.
    public mutating func add(_ block: borrowing ParticipationBlock) {
        switch owner {
        case .session(let session):
            for row in 0..<block.count where Int(block.sessions[row]) == session { keep(row, of: block) }
        case .trainee(let trainee):
            for row in 0..<block.count where Int(block.trainees[row]) == trainee { keep(row, of: block) }
        }
    }

    /// Takes over another's participations.
    public mutating func merge(_ other: consuming ParticipationList) { found += other.found }

    private mutating func keep(_ row: Int, of block: borrowing ParticipationBlock) {
        guard let status = ParticipationStatus(code: block.statuses[row]) else { return }
        var participation = Participation(
            session: Int(block.sessions[row]), trainee: Int(block.trainees[row]), status: status,
            line: block.lines[row])
        for value in ParticipationValue.allCases { participation[value] = block[value][row] }
        participation.certificate = block.certificates[row]
        found.append(participation)
    }
}
