import TrainingStats

extension StateColumn {
    var content: FieldContent {
        switch self {
        case .state: .identifier
        case .nameEn, .nameAr: .text
        case .membership: .code(of: Membership.self)
        case .population: .whole(0...1_000_000_000_000)
        }
    }
}

extension TopicColumn {
    var content: FieldContent { self == .topic ? .identifier : .text }
}

extension CourseColumn {
    var content: FieldContent {
        switch self {
        case .courseID: .identifier
        case .title, .titleAr: .text
        case .topic: .topic
        case .kind: .code(of: ActivityKind.self)
        case .level: .code(of: CourseLevel.self)
        case .hours, .maxScore, .passScore: .decimal(from: 0)
        case .completion: .code(of: CourseCompletion.self)
        case .validMonths: .whole(CourseTable.possibleValidity)
        }
    }
}

extension SessionColumn {
    var content: FieldContent {
        switch self {
        case .sessionID: .identifier
        case .courseID: .reference(.courses)
        case .startDate: .date
        case .endDate: .date(notBefore: Self.startDate.name)
        case .hostState: .state
        case .venue, .provider, .programme, .currency, .language: .text
        case .cost: .decimal()
        case .delivery: .code(of: DeliveryMode.self)
        case .capacity: .whole(0...1_000_000_000)
        case .status: .code(of: SessionStatus.self)
        }
    }
}

extension LabelColumn {
    var content: FieldContent { .text }
}

extension PublishedColumn {
    var content: FieldContent {
        switch self {
        case .indicator, .filter, .period, .source: .text
        case .qualifier: .code(of: Qualifier.self)
        case .value: .decimal()
        case .publishedOn: .date
        }
    }
}
