import TrainingStats

/// Columns of `trainers.csv`.
enum TrainerColumn: String, TableColumn {
    case trainerID = "trainer_id"
    case name, nationality, organisation, affiliation

    static let table = RecordTable.trainers
    static let key: Self? = .trainerID
    var need: ColumnNeed { self == .trainerID ? .inEveryRow : .optional }
    var holdsWording: Bool { self == .name }
}

/// Columns of `assignments.csv`.
enum AssignmentColumn: String, TableColumn {
    case sessionID = "session_id"
    case trainerID = "trainer_id"
    case role, hours

    static let table = RecordTable.assignments
    var need: ColumnNeed {
        switch self {
        case .sessionID, .trainerID: .inEveryRow
        case .role, .hours: .optional
        }
    }
}

/// Columns of `trainees.csv`.
enum TraineeColumn: String, ProfileColumn {
    case traineeID = "trainee_id"
    case state, name, institution, sector, sex
    case birthYear = "birth_year"

    static let table = RecordTable.trainees
    static let key: Self? = .traineeID
    static let sexOfPerson: Self? = .sex
    var need: ColumnNeed {
        switch self {
        case .traineeID: .inEveryRow
        case .state: .inHeader
        case .name, .institution, .sector, .sex, .birthYear: .optional
        }
    }
    var holdsWording: Bool { self == .name }
}

/// Columns of `persons.csv`.
enum PersonColumn: String, TableColumn {
    case traineeID = "trainee_id"
    case sameAs = "same_as"
    case notSameAs = "not_same_as"

    static let table = RecordTable.persons
    var need: ColumnNeed { self == .traineeID ? .inEveryRow : .optional }
}

/// Columns of `affiliations.csv`.
enum AffiliationColumn: String, ProfileColumn {
    case traineeID = "trainee_id"
    case from, state, institution, sector

    static let table = RecordTable.affiliations
    static let sexOfPerson: Self? = nil
    var need: ColumnNeed {
        switch self {
        case .traineeID, .from: .inEveryRow
        case .state: .inHeader
        case .institution, .sector: .optional
        }
    }
}

/// Columns of `headcounts.csv`.
enum HeadcountColumn: String, ProfileColumn {
    case sessionID = "session_id"
    case participants, state, institution, sector, sex, completions, cost

    static let table = RecordTable.headcounts
    static let sexOfPerson: Self? = .sex
    var need: ColumnNeed {
        switch self {
        case .sessionID: .inEveryRow
        case .participants: .inHeader
        case .state, .institution, .sector, .sex, .completions, .cost: .optional
        }
    }
}

/// Columns of `participations.csv`: who, in what, how far, and whatever values ``ParticipationValue`` has columns for.
enum ParticipationColumn: TableColumn {
    case sessionID
    case traineeID
    case status
    case value(ParticipationValue)
    case certificateNumber
    case certifiedOn

    static let table = RecordTable.participations
    static let allCases =
        [.sessionID, .traineeID, .status] + ParticipationValue.stated.map(Self.value) + [
            .certificateNumber, .certifiedOn,
        ]

    var name: String {
        switch self {
        case .sessionID: "session_id"
        case .traineeID: "trainee_id"
        case .status: "status"
        case .value(let value): value.column
        case .certificateNumber: "certificate_no"
        case .certifiedOn: "certified_on"
        }
    }

    var need: ColumnNeed {
        switch self {
        case .sessionID, .traineeID, .status: .inEveryRow
        case .value, .certificateNumber, .certifiedOn: .optional
        }
    }
}

/// Columns of `attendance.csv`.
enum AttendanceColumn: String, TableColumn {
    case sessionID = "session_id"
    case traineeID = "trainee_id"
    case date, present, minutes

    static let table = RecordTable.attendance
    var need: ColumnNeed {
        switch self {
        case .sessionID, .traineeID, .date: .inEveryRow
        case .present, .minutes: .optional
        }
    }
}
