import TrainingStats

/// What a count of distinct entities counts.
package enum CountedEntity: String, Hashable, Sendable, CaseIterable {
    case trainee, trainer, institution, session, course
}

/// Records of one table that meet conditions, and what each of them adds to a figure.
package struct RecordSet: Hashable, Sendable {
    /// The table.
    package let table: SourceRecord.Table
    /// The conditions, all of which hold.
    package let conditions: [Condition]
    /// What each record adds.
    package let quantity: Quantity

    init(_ table: SourceRecord.Table, _ conditions: [Condition], of quantity: Quantity) {
        self.table = table
        self.conditions = conditions
        self.quantity = quantity
    }

    /// Sessions.
    static func sessions(_ conditions: Condition..., of quantity: Quantity = .one) -> RecordSet {
        RecordSet(.sessions, conditions, of: quantity)
    }

    /// Assignments of trainers to sessions.
    static func assignments(_ conditions: Condition..., of quantity: Quantity = .one) -> RecordSet {
        RecordSet(.assignments, conditions, of: quantity)
    }

    /// Participations of named persons.
    static func participations(_ conditions: Condition..., of quantity: Quantity = .one) -> RecordSet {
        RecordSet(.participations, conditions, of: quantity)
    }

    /// Groups that were counted, each with as much weight as it has participants unless something else is given.
    static func headcounts(_ conditions: Condition..., of quantity: Quantity = .number(.participants)) -> RecordSet {
        RecordSet(.headcounts, conditions, of: quantity)
    }

    /// Answers to evaluation forms.
    static func evaluations(_ conditions: Condition..., of quantity: Quantity = .one) -> RecordSet {
        RecordSet(.evaluations, conditions, of: quantity)
    }

    /// Follow-ups of trained participations.
    static func trainedFollowUps(_ conditions: Condition..., of quantity: Quantity = .one) -> RecordSet {
        RecordSet(.followups, [.attends, .training] + conditions, of: quantity)
    }

    /// Trained participations: attendances of named persons in training sessions.
    static func trained(_ conditions: Condition..., of quantity: Quantity = .one) -> RecordSet {
        RecordSet(.participations, [.attends, .training] + conditions, of: quantity)
    }

    /// The numbers that its conditions and its quantity look at.
    var numbers: [RecordNumber] { quantity.numbers + conditions.flatMap(\.numbers) }

    /// The same records and those that do not state a number that the conditions ask for.
    var withThoseNotStating: RecordSet {
        RecordSet(
            table, conditions.filter { if case .states = $0 { false } else { true } }, of: .one)
    }

    /// The same records, unless they are kept only if they state their own quantity: to a sum those others add nothing.
    var withThoseAddingNothing: RecordSet {
        guard case .number(let number) = quantity else { return self }
        return RecordSet(table, conditions.filter { $0 != .states(number) }, of: quantity)
    }

    /// Whether sessions that were not delivered can be among the records.
    ///
    /// What is told of participants of sessions that were not delivered is never seen.
    var reachesUndelivered: Bool { table == .sessions && !conditions.contains(where: \.impliesDelivered) }
}
