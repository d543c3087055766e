/// A state's standing in the initiative.
public enum Membership: String, NamedCode { case member, invited, other }

/// What kind of activity a course is.
public enum ActivityKind: String, NamedCode {
    case course, seminar, workshop, exercise, consultation, dialogue
}

/// How demanding a course is.
public enum CourseLevel: String, NamedCode { case basic, intermediate, advanced }

/// Whether a course has a completion that those who attend can reach.
public enum CourseCompletion: String, NamedCode { case yes, no }

/// How a session is delivered.
public enum DeliveryMode: String, NamedCode {
    case inPerson = "in-person"
    case online, hybrid
}

/// Whether a session took place.
public enum SessionStatus: String, NamedCode { case held, planned, cancelled }

/// Whether a trainer belongs to the centre.
public enum TrainerAffiliation: String, NamedCode { case `internal`, external }

/// What a trainer does in a session.
public enum TrainerRole: String, NamedCode { case lead, assistant, speaker }

/// The part of the state that a trainee serves in.
public enum Sector: String, NamedCode { case military, police, civil, other }

/// A trainee's sex.
public enum Sex: String, NamedCode {
    case female = "F"
    case male = "M"
}

/// How far a participation went.
public enum ParticipationStatus: String, NamedCode {
    case registered, attended, completed, withdrawn
    case noShow = "no-show"

    /// The status as a small number, for columns.
    package var code: UInt8 {
        switch self {
        case .registered: 0
        case .attended: 1
        case .completed: 2
        case .withdrawn: 3
        case .noShow: 4
        }
    }

    /// The status of a code; nil if no status has the code.
    package init?(code: UInt8) {
        switch code {
        case 0: self = .registered
        case 1: self = .attended
        case 2: self = .completed
        case 3: self = .withdrawn
        case 4: self = .noShow
        default: return nil
        }
    }
}

/// What identifiers of trainees say of persons.
public enum TraineeIdentifiers: String, NamedCode {
    /// They are given by an office or a system: one person can have got several.
    case assigned
    /// They are those of a state, and a person has one: two are two persons.
    case civil
}

/// Whether who has completed a course has a score.
public enum ScoreExpectation: String, NamedCode {
    /// A completed participation without a score after it lacks one.
    case expected
    /// Results can be words, such as Passed.
    case optional
}

/// What counts where a person stands in a session more than once.
public enum RepeatedParticipations: String, NamedCode {
    /// The first row; the others are errors.
    case refuse
    /// The last row: each is what became of the one before.
    case last
}

/// How a published figure relates to the true one.
public enum Qualifier: String, NamedCode {
    case exactly
    case atLeast = "at-least"
    case moreThan = "more-than"
    case about
}
