import TrainingStats

/// What follows from how records make a measure.
extension Measure {
    /// Along which dimensions it adds up; transforms and ends of intervals do not.
    public var additivity: Additivity { derivedFrom == nil ? aggregate.additivity : .nowhere }

    /// Whether cells add up along a dimension when all dimensions of the request are as given.
    public func isAdditive(along dimension: Dimension, in dimensions: [Dimension]) -> Bool {
        switch additivity {
        case .everywhere: return true
        case .nowhere: return false
        case .onSessions:
            return dimension.side != .trainer && !dimensions.contains { $0.side == .trainee }
        }
    }

    /// Whether it has no meaning where a trainee-side dimension is involved.
    var isSessionSideOnly: Bool { aggregate.isOfWholeSessions }

    /// Whether sessions that were not delivered make cells where it is asked for.
    package var reachesUndelivered: Bool { aggregate.recordSets.contains(where: \.reachesUndelivered) }

    /// Whether it counts distinct persons, or is made of such a count: where there are headcounts too, the true figure is
    /// not known.
    public var countsPersons: Bool { aggregate.countsPersons }

    /// Whether it is the number of distinct persons itself: headcounts put that between two bounds, and the value is the
    /// lower one.
    public var hasUpperBound: Bool {
        if case .distinct(.trainee, _, atLeast: 1) = aggregate { derivedFrom == nil } else { false }
    }

    /// Whether it is made of what trainers do.
    package var isAboutTrainers: Bool { aggregate.recordSets.allSatisfy { $0.table == .assignments } }

    /// The groups whose participants may be further persons than a measure of distinct persons counts.
    var unnamed: [RecordSet] {
        guard countsPersons else { return [] }
        let ofPersons = aggregate.recordSets.filter { $0.table == .participations }
        return ofPersons.prefix(1).map { set in
            RecordSet(.headcounts, set.conditions.filter { $0.reach == .session }, of: .number(.participants))
        }
    }
}
