import Support
import TrainingStats

/// A test on a record, as data: what can be evaluated for one record, compiled for the kernel, and written in other forms.
package indirect enum Condition: Hashable, Sendable {
    // Of the session.
    /// The session was delivered: it was held, and ended by the reporting day or at a time not known.
    case delivered
    /// The session was delivered, and its kind is one that the settings call training.
    case training
    /// The session has a status.
    case sessionStatus(SessionStatus)
    /// The session's course is of a kind.
    case kind(ActivityKind)
    /// The session's course is one that can be completed.
    case completable
    /// The session is reported: a participation of any status refers to it, or a headcount with a number.
    ///
    /// Which ones are shows when all records have been read: sessions alone are asked for it.
    case reported

    // Of the person or group.
    /// The participation's status is one that the settings call trained; or the group has at least one participant.
    case attends
    /// The participation has a status.
    case status(ParticipationStatus)
    /// A property of the person or group is known.
    case known(ProfileProperty)

    // Of a dimension.
    /// The record has one of some members of a dimension.
    case member(MemberTest)

    // Of numbers.
    /// A number is stated.
    case states(RecordNumber)
    /// Two numbers are stated, and the first is as large as the second or larger.
    case atLeast(RecordNumber, RecordNumber)
    /// Two numbers are stated, and the first is smaller.
    case below(RecordNumber, RecordNumber)

    // Of conditions.
    /// All of some conditions hold.
    case all([Condition])
    /// One of some conditions holds.
    case any([Condition])
    /// A condition does not hold.
    case not(Condition)

    /// A property of a person or group that may be unknown.
    package enum ProfileProperty: Hashable, Sendable { case institution, state }

    /// What has to be seen of a participation before a condition can be answered, from little to much.
    ///
    /// The kernel answers what depends on session and status for all rows alike, before it looks at any of them.
    enum Reach: Int, Comparable, Sendable {
        /// Its session alone.
        case session
        /// Its session and its status.
        case status
        /// The person's profile too.
        case profile
        /// The numbers of the record.
        case record

        static func < (left: Reach, right: Reach) -> Bool { left.rawValue < right.rawValue }
    }

    /// What has to be seen of a participation before it can be answered.
    var reach: Reach {
        switch self {
        case .delivered, .training, .sessionStatus, .kind, .completable: .session
        case .attends, .status: .status
        case .known: .profile
        case .member(let test): test.reach
        case .reported: .record
        case .states(let number): number.isOfSession ? .session : .record
        case .atLeast(let first, let second), .below(let first, let second):
            first.isOfSession && second.isOfSession ? .session : .record
        case .all(let parts), .any(let parts): parts.map(\.reach).max() ?? .session
        case .not(let part): part.reach
        }
    }

    /// Whether only records of delivered sessions can meet it.
    var impliesDelivered: Bool {
        switch self {
        case .delivered, .training: true
        case .all(let parts): parts.contains(where: \.impliesDelivered)
        case .any(let parts): parts.allSatisfy(\.impliesDelivered)
        case .sessionStatus, .kind, .completable, .reported, .attends, .status, .known, .member, .states, .atLeast,
            .below, .not:
            false
        }
    }

    /// The tests that it is put together from.
    var tests: [Condition] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.tests)
        case .not(let part): part.tests
        default: [self]
        }
    }

    /// The numbers of records that it compares, with each other or with a number that is always the same.
    var comparedNumbers: [RecordNumber] {
        tests.flatMap { test -> [RecordNumber] in
            switch test {
            case .atLeast(let first, let second), .below(let first, let second):
                return [first, second].filter { !$0.isConstant }
            default: return []
            }
        }
    }

    /// Whether it is a test on the profile of a person or group.
    var isOnProfile: Bool {
        switch self {
        case .known: true
        case .member(let test): test.reach == .profile
        default: false
        }
    }

    /// All numbers that it looks at.
    var numbers: [RecordNumber] {
        comparedNumbers
            + tests.compactMap { test -> RecordNumber? in
                switch test {
                case .states(let number): number
                case .member(let test): test.number
                default: nil
                }
            }
    }
}
