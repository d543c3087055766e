import Support

/// What is known of a person at a time: the trainee-side members of dimensions, as compact codes (-1 for not known).
public struct Profile: Hashable, Sendable, BitwiseCopyable {
    /// Position in ``Dataset/states``.
    public var state: Int16 = -1
    /// Position in ``Sector``'s cases.
    public var sector: Int8 = -1
    /// Position in ``Sex``'s cases.
    public var sex: Int8 = -1
    /// Code in ``Dataset/institutions``.
    public var institution: Int32 = -1
    /// Gregorian year of birth.
    public var birthYear: Int16 = -1

    /// A person of whom nothing is known.
    public init() {}
}

/// The persons of a dataset, in columns.
public struct TraineeTable: Sendable {
    /// Identifiers; a person's code is the position everywhere.
    public var ids = KeyTable()
    /// What `trainees.csv` says of each person.
    public var profiles: [Profile] = []
    /// Names, empty where not known; shown only on demand.
    public var names = TextColumn()
    /// Physical line of each person's record.
    public var lines: [Int32] = []

    /// An empty table.
    public init() {}

    /// The identifier of the dimension whose members are its persons.
    package static let dimension = "trainee"

    /// The age below which nobody is believed to take part: a year of birth that gives less is wrong.
    package static let leastAge = 10

    /// How many persons.
    public var count: Int { profiles.count }
}

/// Where a person belonged from a day on.
public struct Affiliation: Sendable {
    /// Position in ``Dataset/trainees``.
    public var trainee: Int
    /// The first day on which it holds.
    public var from: CivilDate
    /// What held then: the row's own members, the rest from `trainees.csv`.
    public var profile: Profile
    /// Physical line of its record.
    public var line: Int

    /// An affiliation given by its properties.
    public init(trainee: Int, from: CivilDate, profile: Profile, line: Int = 0) {
        self.trainee = trainee
        self.from = from
        self.profile = profile
        self.line = line
    }
}
