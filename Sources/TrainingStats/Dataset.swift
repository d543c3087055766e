import Support

/// The settings in `dataset.json`.
public struct DatasetSettings: Hashable, Sendable {
    /// Title of the dataset.
    public var title: BilingualText?
    /// Who keeps the records.
    public var custodian: BilingualText?
    /// IANA name of the time zone whose current date is the reporting day (default Asia/Kuwait).
    public var timeZone = "Asia/Kuwait"
    /// How years begin and are named.
    public var calendar = CalendarSettings()
    /// ISO 4217 code of the currency of all costs, and of those that a session states in another one once they are converted.
    public var currency = "KWD"
    /// The statuses that count as an attendance.
    public var trainedStatuses: Set<ParticipationStatus> = [.attended, .completed]
    /// The kinds of activity that are training.
    public var trainedKinds: Set<ActivityKind> = [.course, .seminar, .workshop, .exercise]
    /// What counts where a person stands in a session more than once.
    public var repeatedParticipations = RepeatedParticipations.refuse
    /// What identifiers of trainees say of persons.
    public var traineeIdentifiers = TraineeIdentifiers.assigned
    /// Whether who has completed a course has a score.
    public var scores = ScoreExpectation.expected
    /// Hours that make a trainee-day.
    public var hoursPerDay = ExactDecimal(6)
    /// How large a record may be.
    public var limits = RecordLimits()
    /// The bands that the dataset chooses; the usual ones of dimensions that it does not name.
    public var bands: [BandedDimension: Bands] = [:]
    /// The properties of records that the dataset declares itself.
    public var attributes: [Attribute] = []

    /// The defaults of the data contract.
    public init() {}

    /// For each code of ``ParticipationStatus``, whether it counts as an attendance.
    package var attendingStatuses: [Bool] {
        var attends = [Bool](repeating: false, count: ParticipationStatus.allCases.count)
        for status in trainedStatuses { attends[Int(status.code)] = true }
        return attends
    }
}

/// A figure that somebody has published, to be compared with the records.
public struct PublishedFigure: Sendable {
    /// Identifier of the measure.
    public var indicator: String
    /// Filter as in `--where`, several joined by `;`.
    public var filter: String
    /// Period expression; empty for all time.
    public var period: String
    /// How the figure relates to the true one.
    public var qualifier: Qualifier
    /// The figure.
    public var value: ExactDecimal
    /// Where it was published.
    public var source: String?
    /// When it was published.
    public var publishedOn: CivilDate?
    /// Physical line of its record.
    public var line: Int

    /// A published figure given by its properties.
    public init(
        indicator: String, filter: String = "", period: String = "", qualifier: Qualifier = .exactly,
        value: ExactDecimal, source: String? = nil, publishedOn: CivilDate? = nil, line: Int = 0
    ) {
        self.indicator = indicator
        self.filter = filter
        self.period = period
        self.qualifier = qualifier
        self.value = value
        self.source = source
        self.publishedOn = publishedOn
        self.line = line
    }
}

/// The tables that a dataset may lack, as far as figures depend on them.
public struct AvailableTables: Hashable, Sendable {
    /// trainers.csv and assignments.csv.
    public var trainers = false
    /// trainees.csv and participations.csv.
    public var participations = false
    /// headcounts.csv.
    public var headcounts = false
    /// attendance.csv.
    public var attendance = false
    /// targets.csv.
    public var targets = false
    /// requirements.csv.
    public var requirements = false
    /// evaluations.csv.
    public var evaluations = false
    /// followups.csv.
    public var followUps = false
    /// published.csv.
    public var published = false

    /// No optional table.
    public init() {}
}

/// All tables of a dataset except the participations, which are read in blocks.
///
/// References between tables are positions in its arrays; texts that dimensions show are codes of its member tables.
public struct Dataset: Sendable {
    /// The settings in `dataset.json`.
    public var settings = DatasetSettings()
    /// States, the six built in first, in catalogue order.
    public var states = GulfState.builtIn
    /// Topics, the eight built in first, in catalogue order.
    public var topics = Topic.builtIn
    /// Courses, in file order.
    public var courses: [Course] = []
    /// Sessions, in file order.
    public var sessions: [Session] = []
    /// Trainers, in file order.
    public var trainers: [Trainer] = []
    /// Assignments, in file order.
    public var assignments: [Assignment] = []
    /// Persons.
    public var trainees = TraineeTable()
    /// Affiliations, by person and day.
    public var affiliations: [Affiliation] = []
    /// Groups that were counted, in file order.
    public var headcounts: [Headcount] = []
    /// What is recorded of persons day by day, in file order.
    public var attendance: [AttendanceDay] = []
    /// Targets, in file order.
    public var targets: [Target] = []
    /// What training is required, in file order.
    public var requirements: [Requirement] = []
    /// What other currencies are worth, by currency and day.
    public var rates: [ExchangeRate] = []
    /// Answers to evaluation forms, in file order.
    public var evaluations: [Evaluation] = []
    /// What came of participations.
    public var followUps = FollowUps()
    /// Published figures, in file order.
    public var published: [PublishedFigure] = []
    /// Names of members by dimension and member, from `labels.csv`.
    public var labels: [String: [ByteKey: BilingualText]] = [:]
    /// For each dimension the members that are spellings of others, with the member that each counts as.
    public var spellings: [String: [ByteKey: String]] = [:]
    /// What the records say of the attributes that the settings declare, in their order.
    public var attributes: [AttributeValues] = []
    /// The certificates that follow from the participations; nil where nobody asked for them.
    package var certificates: CertificateRegister?
    /// The optional tables that are there.
    public var tables = AvailableTables()

    /// Institutions of trainees and groups.
    public var institutions = KeyTable()
    /// Where sessions took place.
    public var venues = KeyTable()
    /// Who provided sessions.
    public var providers = KeyTable()
    /// Programmes that sessions belong to.
    public var programmes = KeyTable()
    /// Languages of sessions.
    public var languages = KeyTable()
    /// Nationalities of trainers.
    public var nationalities = KeyTable()
    /// Organisations of trainers.
    public var organisations = KeyTable()
    /// What evaluation forms ask for.
    public var evaluationItems = KeyTable()

    /// An empty dataset.
    public init() {}

    /// Whether a session, if delivered, is training.
    public func isTraining(_ session: Session) -> Bool { isTraining(course: session.course) }

    /// Whether a delivered session of the course at a position is training.
    package func isTraining(course: Int) -> Bool { settings.trainedKinds.contains(courses[course].kind) }
}
