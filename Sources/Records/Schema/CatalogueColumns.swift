/// Columns of `states.csv`.
enum StateColumn: String, TableColumn {
    case state
    case nameEn = "name_en"
    case nameAr = "name_ar"
    case membership, population

    static let table = RecordTable.states
    var need: ColumnNeed {
        switch self {
        case .state, .nameEn: .inEveryRow
        case .nameAr, .membership, .population: .optional
        }
    }
    var holdsWording: Bool { self == .nameEn || self == .nameAr }
}

/// Columns of `topics.csv`.
enum TopicColumn: String, TableColumn {
    case topic
    case nameEn = "name_en"
    case nameAr = "name_ar"

    static let table = RecordTable.topics
    var need: ColumnNeed { self == .nameAr ? .optional : .inEveryRow }
    var holdsWording: Bool { self == .nameEn || self == .nameAr }
}

/// Columns of `courses.csv`.
enum CourseColumn: String, TableColumn {
    case courseID = "course_id"
    case title, topic
    case titleAr = "title_ar"
    case kind, level, hours
    case maxScore = "max_score"
    case passScore = "pass_score"
    case completion
    case validMonths = "valid_months"

    static let table = RecordTable.courses
    static let key: Self? = .courseID
    var need: ColumnNeed {
        switch self {
        case .courseID, .title: .inEveryRow
        case .topic: .inHeader
        case .titleAr, .kind, .level, .hours, .maxScore, .passScore, .completion, .validMonths: .optional
        }
    }
    var holdsWording: Bool { self == .title || self == .titleAr }
}

/// Columns of `sessions.csv`.
enum SessionColumn: String, TableColumn {
    case sessionID = "session_id"
    case courseID = "course_id"
    case startDate = "start_date"
    case endDate = "end_date"
    case hostState = "host_state"
    case venue, provider, programme, cost, currency, language, delivery, capacity, status

    static let table = RecordTable.sessions
    static let key: Self? = .sessionID
    var need: ColumnNeed {
        switch self {
        case .sessionID, .courseID: .inEveryRow
        case .startDate, .endDate: .inHeader
        case .hostState, .venue, .provider, .programme, .cost, .currency, .language, .delivery, .capacity, .status:
            .optional
        }
    }
}

/// Columns of `labels.csv`.
enum LabelColumn: String, TableColumn {
    case dimension, member
    case nameEn = "name_en"
    case nameAr = "name_ar"
    case sameAs = "same_as"

    static let table = RecordTable.labels
    var need: ColumnNeed {
        switch self {
        case .dimension, .member: .inEveryRow
        case .nameEn, .nameAr, .sameAs: .optional
        }
    }
}

/// Columns of `published.csv`.
enum PublishedColumn: String, TableColumn {
    case indicator, qualifier, value
    case filter = "where"
    case period, source
    case publishedOn = "published_on"

    static let table = RecordTable.published
    var need: ColumnNeed {
        switch self {
        case .indicator, .qualifier, .value: .inEveryRow
        case .filter, .period, .source, .publishedOn: .optional
        }
    }
}
