import Support
import TrainingStats

/// How a record's member of a dimension is found, as data.
package enum MemberRule: Hashable, Sendable {
    /// The member is what a field says.
    case field(MemberField)
    /// The member is a property of the state of the person or group.
    case ofState(StateProperty)
    /// The member is the band that a number falls into.
    case band(of: BandedNumber, Bands)
    /// The member is the part of the calendar that holds the first or the last day of the session.
    case period(PeriodKind, of: SessionDays.Day)
    /// The member is what a column says that the dataset declares, at a position of its settings.
    case attribute(Attribute, at: Int)

    /// A property that `states.csv` gives of each state.
    package enum StateProperty: Hashable, Sendable { case membership }

    /// A number that bands are made of.
    package enum BandedNumber: Hashable, Sendable {
        /// The person's age at the start of the session: the start's year minus the year of birth.
        case age
        /// The days of the session, from its first to its last.
        case sessionDays
        /// A number that a participation states.
        case value(ParticipationValue)
        /// A number of points that a participation states, in percent of the highest score of the course.
        case percentage(ParticipationValue)
        /// What a column of participations says that the dataset declares, at a position of its settings.
        case attribute(at: Int)

        /// What it is a property of.
        var side: Dimension.Side {
            switch self {
            case .age, .value, .percentage, .attribute: .trainee
            case .sessionDays: .session
            }
        }
    }

    /// A property of a participation's row, which neither the session nor the person's profile decides; or of an answer to an
    /// evaluation form.
    enum RowProperty: Hashable, Sendable {
        /// How far the participation went.
        case status
        /// What has become of its certificate by the reporting day.
        case certificate
        /// The band of a number that the row states.
        case band(of: BandedNumber, Bands)
        /// What a column says that the dataset declares, at a position of its settings.
        case attribute(at: Int)
        /// What the follow-up of the participation says of its application.
        case applied
        /// What an evaluation form asks for.
        case evaluationItem
        /// The answer to it.
        case evaluationValue

        /// The tables whose records have it: a follow-up has what its participation has.
        var tables: [SourceRecord.Table] {
            switch self {
            case .status, .band, .attribute, .certificate, .applied: [.participations, .followups]
            case .evaluationItem, .evaluationValue: [.evaluations]
            }
        }
    }

    /// What a dimension is a property of.
    var side: Dimension.Side {
        switch self {
        case .field(let field): field.side
        case .ofState: .trainee
        case .band(let number, _): number.side
        case .period: .time
        case .attribute(let attribute, _):
            switch attribute.table {
            case .trainees, .participations, .headcounts: .trainee
            case .courses: .course
            case .sessions: .session
            case .trainers: .trainer
            }
        }
    }

    /// What has a code for each member: sessions, profiles of persons and groups, assignments of trainers, ages, or the
    /// values of a property of rows of participations.
    enum CodedEntity: Hashable, Sendable { case session, profile, assignment, age, row(RowProperty) }

    /// What has a code for each member.
    var codedEntity: CodedEntity {
        switch self {
        case .band(of: .age, _): .age
        case .band(let number, let bands) where number.side == .trainee: .row(.band(of: number, bands))
        case .field(.status): .row(.status)
        case .field(.certificateStatus): .row(.certificate)
        case .field(.applied): .row(.applied)
        case .field(.evaluationItem): .row(.evaluationItem)
        case .field(.evaluationValue): .row(.evaluationValue)
        case .attribute(let attribute, let position) where attribute.table == .participations:
            if case .number(let bands?) = attribute.kind {
                .row(.band(of: .attribute(at: position), bands))
            } else {
                .row(.attribute(at: position))
            }
        case .field, .ofState, .period, .band, .attribute:
            switch side {
            case .session, .course, .time: .session
            case .trainee: .profile
            case .trainer: .assignment
            case .evaluation: .row(.evaluationItem)
            }
        }
    }

    /// The members that there can be.
    var vocabulary: MemberVocabulary {
        switch self {
        case .field(let field): field.vocabulary
        case .ofState(.membership): .codes(Membership.allCases.map(\.rawValue))
        case .band(of: .age, let bands): .codes(bands.codes)
        case .band(_, let bands): .orderedCodes(bands.codes)
        case .period: .open
        case .attribute(let attribute, _): attribute.codes.map { .orderedCodes($0) } ?? .open
        }
    }
}

/// The members that a dimension can have.
package enum MemberVocabulary: Hashable, Sendable {
    /// A fixed list, in the order in which people expect them; data output has them by their bytes.
    case codes([String])
    /// A fixed list, in the order in which people and data output have them.
    case orderedCodes([String])
    /// The states of the dataset.
    case states
    /// The topics of the dataset.
    case topics
    /// Whatever the records say; states are known by all their spellings and come first.
    case openWithStates
    /// Whatever the records say.
    case open

    /// All codes that there can be, in the order in which people expect them; nil where they come from the records.
    func members(of dataset: Dataset) -> [String]? {
        switch self {
        case .codes(let codes), .orderedCodes(let codes): codes
        case .states: dataset.states.map(\.code)
        case .topics: dataset.topics.map(\.code)
        case .openWithStates, .open: nil
        }
    }

    /// The codes that come first in data output, in this order; all others follow by their bytes.
    func firstInData(of dataset: Dataset) -> [String] {
        switch self {
        case .states, .openWithStates: dataset.states.map(\.code)
        case .topics: dataset.topics.map(\.code)
        case .orderedCodes(let codes): codes
        case .codes, .open: []
        }
    }

    /// Whether members are states, which have several spellings.
    var hasStates: Bool { self == .states || self == .openWithStates }
}

/// A field that names the member of a dimension.
package enum MemberField: Hashable, Sendable {
    // Of a person or group.
    case trainee, state, institution, sector, sex
    // Of a participation, and of its follow-up.
    case status, certificateStatus, applied
    // Of a session.
    case session, hostState, venue, provider, programme, language, delivery, weekday
    // Of the session's course.
    case course, topic, kind, level
    // Of a trainer or of the assignment.
    case trainer, trainerNationality, trainerAffiliation, trainerOrganisation, trainerRole
    // Of an answer to an evaluation form.
    case evaluationItem, evaluationValue

    /// What it is a property of.
    var side: Dimension.Side {
        switch self {
        case .trainee, .state, .institution, .sector, .sex, .status, .certificateStatus, .applied: .trainee
        case .session, .hostState, .venue, .provider, .programme, .language, .delivery, .weekday: .session
        case .course, .topic, .kind, .level: .course
        case .trainer, .trainerNationality, .trainerAffiliation, .trainerOrganisation, .trainerRole: .trainer
        case .evaluationItem, .evaluationValue: .evaluation
        }
    }

    /// The members that there can be.
    var vocabulary: MemberVocabulary {
        func codes<Code: RawRepresentable & CaseIterable>(of type: Code.Type) -> MemberVocabulary
        where Code.RawValue == String {
            .codes(Code.allCases.map(\.rawValue))
        }
        return switch self {
        case .state, .hostState: .states
        case .topic: .topics
        case .sector: codes(of: Sector.self)
        case .sex: codes(of: Sex.self)
        case .status: .orderedCodes(ParticipationStatus.allCases.map(\.rawValue))
        case .certificateStatus: .orderedCodes(CertificateStatus.allCases.map(\.rawValue))
        case .applied: .orderedCodes(FollowUpApplication.allCases.map(\.rawValue))
        case .evaluationValue: .orderedCodes(Evaluation.values.map { String($0) })
        case .weekday: .orderedCodes(Weekday.allCases.map(\.rawValue))
        case .delivery: codes(of: DeliveryMode.self)
        case .kind: codes(of: ActivityKind.self)
        case .level: codes(of: CourseLevel.self)
        case .trainerAffiliation: codes(of: TrainerAffiliation.self)
        case .trainerRole: codes(of: TrainerRole.self)
        case .trainerNationality: .openWithStates
        case .institution, .trainee, .session, .venue, .provider, .programme, .language, .course, .trainer,
            .trainerOrganisation, .evaluationItem:
            .open
        }
    }
}
