/// The tables of the data contract, in the order of reading.
public enum RecordTable: String, Sendable, CaseIterable {
    case states, topics, courses, sessions, trainers, assignments, trainees, persons, affiliations, labels, headcounts,
        participations, attendance, targets, requirements, rates, evaluations, followups,
        published

    /// The file's name without compression.
    public var fileName: String { rawValue + ".csv" }

    /// The name of the file in Parquet.
    package var parquetName: String { rawValue + ".parquet" }

    /// The names that the file may have: as it is, compressed, and in Parquet.
    public var fileNames: [String] { [fileName, fileName + ".gz", parquetName] }

    /// The names of the columns that a header must have, and of those that it may have.
    package var columnNames: (required: [String], optional: [String]) { columns.names }

    /// Whether its fields are members of dimensions; labels, targets and published figures may speak of totals.
    var isOfMembers: Bool { ![.labels, .targets, .published].contains(self) }

    /// What is said of a reference to a row that it does not have.
    var unknownReference: FindingCode {
        switch self {
        case .courses: .unknownCourse
        case .trainers: .unknownTrainer
        case .trainees: .unknownTrainee
        case .participations: .unknownParticipation
        default: .unknownSession
        }
    }

    /// Its columns.
    var columns: any TableColumn.Type {
        switch self {
        case .states: StateColumn.self
        case .topics: TopicColumn.self
        case .courses: CourseColumn.self
        case .sessions: SessionColumn.self
        case .trainers: TrainerColumn.self
        case .assignments: AssignmentColumn.self
        case .trainees: TraineeColumn.self
        case .persons: PersonColumn.self
        case .affiliations: AffiliationColumn.self
        case .labels: LabelColumn.self
        case .headcounts: HeadcountColumn.self
        case .participations: ParticipationColumn.self
        case .attendance: AttendanceColumn.self
        case .targets: TargetColumn.self
        case .requirements: RequirementColumn.self
        case .rates: RateColumn.self
        case .evaluations: EvaluationColumn.self
        case .followups: FollowUpColumn.self
        case .published: PublishedColumn.self
        }
    }
}

/// What data output writes for a total, for what is not known, for the rest, and where there can be nothing.
let reservedMembers: Set<String> = ["_T", "_U", "_O", "_Z"]
