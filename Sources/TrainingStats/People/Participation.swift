import Support

/// A column of decimals, some of them not known, 8 bytes a row.
public struct DecimalColumn: Sendable {
    /// Millionths; ``missing`` where not known, ``wide`` where the number is held apart.
    package private(set) var millionths: [Int64] = []
    private var wideValues: [Int: ExactDecimal] = [:]

    /// Stands for a number that is not known.
    @inlinable
    package static var missing: Int64 { .min }
    /// Stands for a number beyond 64 bits.
    @inlinable
    package static var wide: Int64 { .min + 1 }

    /// An empty column.
    public init() {}

    /// The number in a row, or nil where it is not known.
    public subscript(row: Int) -> ExactDecimal? {
        let value = millionths[row]
        if value > Self.wide { return ExactDecimal(millionths: Int128(value)) }
        return value == Self.missing ? nil : wideValues[row]
    }

    /// Adds a row.
    public mutating func append(_ number: ExactDecimal?) {
        guard let number else { return millionths.append(Self.missing) }
        if let narrow = Int64(exactly: number.millionths), narrow > Self.wide {
            millionths.append(narrow)
        } else {
            wideValues[millionths.count] = number
            millionths.append(Self.wide)
        }
    }

    /// Adds rows of millionths, none of them ``wide``.
    package mutating func append(contentsOf narrow: UnsafeBufferPointer<Int64>) {
        millionths.append(contentsOf: narrow)
    }

    /// Takes all rows out and keeps the memory.
    public mutating func removeAll() {
        millionths.removeAll(keepingCapacity: true)
        wideValues.removeAll()
    }
}

/// A run of participations, in columns: the records of named persons stream through in such blocks.
public struct ParticipationBlock: Sendable {
    /// Positions in ``Dataset/sessions``.
    public var sessions: [Int32] = []
    /// Positions in ``Dataset/trainees``.
    public var trainees: [Int32] = []
    /// How far each went: ``ParticipationStatus`` as its code.
    public var statuses: [UInt8] = []
    /// Hours attended.
    public var hours = DecimalColumn()
    /// Scores before.
    public var preScores = DecimalColumn()
    /// Scores after.
    public var postScores = DecimalColumn()
    /// Ratings of the session by the person, 1 to 5.
    public var ratings = DecimalColumn()
    /// Costs of the single participation.
    public var costs = DecimalColumn()
    /// Physical lines of the records.
    public var lines: [Int] = []

    /// An empty block.
    public init() {}

    /// How many participations.
    public var count: Int { sessions.count }

    /// Takes all rows out and keeps the memory.
    public mutating func removeAll() {
        sessions.removeAll(keepingCapacity: true)
        trainees.removeAll(keepingCapacity: true)
        statuses.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        hours.removeAll()
        preScores.removeAll()
        postScores.removeAll()
        ratings.removeAll()
        costs.removeAll()
    }

    /// Adds a row of another block.
    package mutating func append(_ row: Int, of other: borrowing ParticipationBlock) {
        sessions.append(other.sessions[row])
        trainees.append(other.trainees[row])
        statuses.append(other.statuses[row])
        hours.append(other.hours[row])
        preScores.append(other.preScores[row])
        postScores.append(other.postScores[row])
        ratings.append(other.ratings[row])
        costs.append(other.costs[row])
        lines.append(other.lines[row])
    }

    /// Adds one participation.
    public mutating func append(_ participation: Participation) {
        sessions.append(Int32(participation.session))
        trainees.append(Int32(participation.trainee))
        statuses.append(participation.status.code)
        hours.append(participation.hours)
        preScores.append(participation.preScore)
        postScores.append(participation.postScore)
        ratings.append(participation.rating)
        costs.append(participation.cost)
        lines.append(participation.line)
    }
}

/// One person's part in a session.
public struct Participation: Sendable {
    /// Position in ``Dataset/sessions``.
    public var session: Int
    /// Position in ``Dataset/trainees``.
    public var trainee: Int
    /// How far it went.
    public var status: ParticipationStatus
    /// Hours attended.
    public var hours: ExactDecimal?
    /// Score before.
    public var preScore: ExactDecimal?
    /// Score after.
    public var postScore: ExactDecimal?
    /// Rating of the session by the person, 1 to 5.
    public var rating: ExactDecimal?
    /// Cost of this participation.
    public var cost: ExactDecimal?
    /// Physical line of its record.
    public var line: Int

    /// A participation of which only the status is known.
    public init(session: Int, trainee: Int, status: ParticipationStatus, line: Int = 0) {
        self.session = session
        self.trainee = trainee
        self.status = status
        self.line = line
    }
}

/// A group of participants of a session who were counted, not named.
public struct Headcount: Sendable {
    /// Position in ``Dataset/sessions``.
    public var session: Int
    /// What the group's members have in common.
    public var profile: Profile
    /// How many attended; nil only for a rejected record whose other values were readable.
    public var participants: Int?
    /// How many completed.
    public var completions: Int?
    /// Cost of this group.
    public var cost: ExactDecimal?
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
