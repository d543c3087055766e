import TrainingStats

/// What follows from how records make a measure.
extension Measure {
    /// Along which dimensions it adds up; transforms and ends of intervals do not.
    public var additivity: Additivity { derivedFrom == nil ? aggregate.additivity : .nowhere }

    /// Whether cells add up along a dimension when all dimensions of the request are as given.
    public func isAdditive(along dimension: Dimension, in dimensions: [Dimension]) -> Bool {
        switch additivity {
        // What is told of a session's participants counts for each of its trainers.
        case .everywhere: return dimension.side != .trainer
        case .nowhere: return false
        case .onSessions:
            return dimension.side != .trainer && !dimensions.contains { $0.side == .trainee }
        }
    }

    /// Whether it has no meaning where a trainee-side dimension is involved.
    package var isSessionSideOnly: Bool { aggregate.isOfWholeSessions }

    /// Whether sessions that were not delivered make cells where it is asked for.
    package var reachesUndelivered: Bool { aggregate.recordSets.contains(where: \.reachesUndelivered) }

    /// The numbers of records that it is made of.
    package var numbers: Set<RecordNumber> { Set(aggregate.numbers) }

    /// Whether it is a share of a whole, and not what is earned on an amount, which can be many times as much.
    package var isShareOfWhole: Bool {
        guard format == .share else { return false }
        if case .ratio(let upper, _) = aggregate { return !upper.numbers.contains { $0.isAmount || $0 == .benefit } }
        return true
    }

    /// Whether it is made of amounts of money that records state.
    package var isOfAmounts: Bool { aggregate.numbers.contains(where: \.isAmount) }

    /// The numbers that its records add to it.
    package var addedNumbers: Set<RecordNumber> { Set(aggregate.recordSets.flatMap(\.quantity.numbers)) }

    /// Whether it counts distinct institutions.
    package var countsInstitutions: Bool {
        if case .distinct(.institution, _, _) = aggregate { true } else { false }
    }

    /// Whether it is made of what is told of participants, named or counted.
    package var isOfParticipants: Bool { aggregate.reportedSessions != nil }

    /// Whether it counts distinct persons, or is made of such a count.
    public var countsPersons: Bool { aggregate.countsPersons }

    /// Whether it is the least number of distinct persons, which has a greatest one beside it.
    public var hasUpperBound: Bool {
        if case .persons(.least, _, _) = aggregate { derivedFrom == nil } else { false }
    }

    /// The tables of the records that it is made of, or that say whether it is known.
    var tables: Set<SourceRecord.Table> {
        let ofRule = unknown.map { $0.whereAny + $0.unlessAny } ?? []
        return Set((aggregate.recordSets + ofRule).map(\.table))
    }

    /// Whether answers to evaluation forms are among its records: nobody knows whose they are.
    package var takesEvaluations: Bool { tables.contains(.evaluations) }

    /// Whether it is made of answers to evaluation forms, and of nothing else.
    package var isOfEvaluationsAlone: Bool { aggregate.recordSets.allSatisfy { $0.table == .evaluations } }

    /// Whether follow-ups are among its records.
    package var takesFollowUps: Bool { tables.contains(.followups) }

    /// Whether it is made of what trainers do.
    package var isAboutTrainers: Bool { aggregate.recordSets.allSatisfy { $0.table == .assignments } }
}
