import TrainingStats

/// Sets of records that have a name in the written form of measures: a table, and the conditions that go with the name.
package enum StandardRecords: String, CaseIterable, Sendable {
    case participations, headcounts, sessions, assignments, evaluations, followups, enrolments
    case namedAttendances = "named-attendances"
    case trainedParticipations = "trained-participations"
    case attendedHeadcounts = "attended-headcounts"
    case trainingHeadcounts = "training-headcounts"
    case deliveredSessions = "delivered-sessions"
    case trainingSessions = "training-sessions"
    case trainingAssignments = "training-assignments"
    case trainingEvaluations = "training-evaluations"
    case trainedFollowUps = "trained-followups"

    /// The table.
    var table: SourceRecord.Table {
        switch self {
        case .participations, .enrolments, .namedAttendances, .trainedParticipations: .participations
        case .headcounts, .attendedHeadcounts, .trainingHeadcounts: .headcounts
        case .sessions, .deliveredSessions, .trainingSessions: .sessions
        case .assignments, .trainingAssignments: .assignments
        case .evaluations, .trainingEvaluations: .evaluations
        case .followups, .trainedFollowUps: .followups
        }
    }

    /// The conditions.
    var conditions: [Condition] {
        switch self {
        case .participations, .headcounts, .sessions, .assignments, .evaluations, .followups: []
        case .enrolments, .trainingSessions, .trainingAssignments, .trainingEvaluations: [.training]
        case .namedAttendances, .attendedHeadcounts: [.attends]
        case .trainedParticipations, .trainedFollowUps: [.attends, .training]
        case .trainingHeadcounts: [.training, .attends]
        case .deliveredSessions: [.delivered]
        }
    }

    /// The name that says most about records of a table under conditions, and the conditions that are left to say.
    static func naming(_ set: RecordSet) -> (name: StandardRecords, rest: [Condition]) {
        let fitting = allCases.filter { $0.table == set.table && set.conditions.starts(with: $0.conditions) }
        let name = fitting.max { $0.conditions.count < $1.conditions.count } ?? .plain(set.table)
        return (name, Array(set.conditions.dropFirst(name.conditions.count)))
    }

    private static func plain(_ table: SourceRecord.Table) -> StandardRecords {
        switch table {
        case .participations: .participations
        case .headcounts: .headcounts
        case .sessions: .sessions
        case .assignments: .assignments
        case .evaluations: .evaluations
        case .followups: .followups
        }
    }
}

/// What records of a set add where the written form does not say.
enum DefaultQuantity {
    /// Each counts once, a group as often as it has participants.
    case people
    /// Each record counts once.
    case records

    /// The quantity for records of a table.
    func quantity(in table: SourceRecord.Table) -> Quantity {
        self == .people && table == .headcounts ? .number(.participants) : .one
    }
}
