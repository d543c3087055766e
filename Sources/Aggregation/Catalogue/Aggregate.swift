import TrainingStats

/// How records make a figure, as data.
package indirect enum Aggregate: Hashable, Sendable {
    /// How many records; a headcount counts as often as its quantity says, and 0 times if it does not state it.
    case count([RecordSet])
    /// The sum of a quantity: unknown of records none of which states it, 0 of no records.
    case sum([RecordSet])
    /// The mean over the records that state the quantity.
    case mean(RecordSet)
    /// The sample standard deviation (n - 1) over the records that state the quantity.
    case deviation(RecordSet)
    /// A quantile of type 7 (Hyndman and Fan) over the records that state the quantity.
    case quantile(Quantile, RecordSet)
    /// How many distinct entities the records name, each in at least so many of them.
    case distinct(CountedEntity, [RecordSet], atLeast: Int = 1)
    /// How many distinct persons there are at least or at most, some of them named and others counted.
    ///
    /// At most everybody who was counted is a further person. At least there are as many as are named, and as many as one
    /// session proves: those named in it and those counted in it.
    case persons(PersonBound, named: RecordSet, counted: RecordSet)
    /// One figure over another; not applicable if that is 0. One that is made of persons is unknown where their bounds differ.
    case ratio(Aggregate, over: Aggregate)
    /// One count or sum less another.
    case difference(Aggregate, minus: Aggregate)
    /// The cases that meet a condition among all cases: a proportion, which has an interval.
    case share(Condition, of: RecordSet)
    /// An end of the 95 % score interval of a share.
    case intervalEnd(IntervalEnd, Condition, of: RecordSet)
    /// A figure times a whole number over a number that no record states.
    case per(Reference, Aggregate, times: Int = 1)

    /// A share of a distribution, as a fraction.
    package struct Quantile: Hashable, Sendable {
        /// The upper side.
        let numerator: Int
        /// The lower side.
        let denominator: Int
    }

    /// The two ends of an interval.
    package enum IntervalEnd: Hashable, Sendable, CaseIterable { case lower, upper }

    /// The two bounds of a number of persons.
    package enum PersonBound: String, Hashable, Sendable, CaseIterable { case least, most }

    /// A number that figures are held against.
    package enum Reference: String, Hashable, Sendable, CaseIterable {
        /// The hours of a training day, from the settings.
        case hoursPerDay = "hours-per-day"
        /// The inhabitants of the states that a cell is about.
        case population
    }

    /// The sets of records that it is made of.
    package var recordSets: [RecordSet] {
        switch self {
        case .count(let sets), .sum(let sets), .distinct(_, let sets, _): sets
        case .mean(let set), .deviation(let set), .quantile(_, let set), .share(_, let set),
            .intervalEnd(_, _, let set):
            [set]
        case .persons(_, let named, let counted): [named, counted]
        case .ratio(let upper, let lower), .difference(let upper, let lower): upper.recordSets + lower.recordSets
        case .per(_, let figure, _): figure.recordSets
        }
    }

    /// Whether it takes in percentages of scores.
    var isOnPercentages: Bool { recordSets.contains { $0.quantity.points != nil } }

    /// The numbers of records that it is made of.
    var numbers: [RecordNumber] {
        let own = recordSets.flatMap(\.numbers)
        switch self {
        case .share(let condition, _), .intervalEnd(_, let condition, _): return own + condition.numbers
        default: return own
        }
    }

    /// Whether it counts distinct persons, or is made of such a count.
    var countsPersons: Bool {
        switch self {
        case .distinct(let entity, _, _): entity == .trainee
        case .persons: true
        case .ratio(let upper, let lower), .difference(let upper, let lower):
            upper.countsPersons || lower.countsPersons
        case .per(_, let figure, _): figure.countsPersons
        case .count, .sum, .mean, .deviation, .quantile, .share, .intervalEnd: false
        }
    }

    /// Whether it has no meaning for the persons of a cell alone: it adds up what sessions state as a whole, or is about
    /// sessions that nobody attended.
    var isOfWholeSessions: Bool {
        switch self {
        case .sum(let sets): sets.contains { $0.table == .sessions }
        case .count(let sets), .distinct(_, let sets, _): sets.contains(where: \.reachesUndelivered)
        case .ratio(let upper, let lower), .difference(let upper, let lower):
            upper.isOfWholeSessions || lower.isOfWholeSessions
        case .per(_, let figure, _): figure.isOfWholeSessions
        case .share(_, let set), .intervalEnd(_, _, let set): set.reachesUndelivered
        case .mean, .deviation, .quantile, .persons: false
        }
    }

    /// Along which dimensions cells add up to their total.
    var additivity: Measure.Additivity {
        switch self {
        case .count(let sets), .sum(let sets):
            // Everybody's part falls in one cell; a session falls in one only where nobody asks for whom it was.
            return sets.contains { [.sessions, .assignments, .evaluations].contains($0.table) }
                ? .onSessions : .everywhere
        case .distinct(let entity, let sets, let least):
            return entity == .session && least == 1 && sets.allSatisfy { $0.table == .sessions }
                ? .onSessions : .nowhere
        case .per(.hoursPerDay, let figure, _): return figure.additivity
        case .difference(let upper, let lower):
            let both = [upper.additivity, lower.additivity]
            return both.contains(.nowhere) ? .nowhere : both.contains(.onSessions) ? .onSessions : .everywhere
        case .mean, .deviation, .quantile, .persons, .ratio, .share, .intervalEnd, .per: return .nowhere
        }
    }

    /// Whether it is held against the population.
    var isPerPopulation: Bool {
        switch self {
        case .per(.population, _, _): true
        case .per(_, let figure, _): figure.isPerPopulation
        case .ratio(let upper, let lower), .difference(let upper, let lower):
            upper.isPerPopulation || lower.isPerPopulation
        case .count, .sum, .mean, .deviation, .quantile, .distinct, .persons, .share, .intervalEnd: false
        }
    }

    /// Whether it looks at the profiles of persons and groups.
    var looksAtProfiles: Bool {
        if numbers.contains(where: { $0.own?.isOfPersons == true }) { return true }
        func isOnProfiles(_ condition: Condition) -> Bool {
            condition.tests.contains(where: \.isOnProfile)
        }
        switch self {
        case .distinct(.institution, _, _): return true
        case .share(let condition, _), .intervalEnd(_, let condition, _):
            if isOnProfiles(condition) { return true }
        case .ratio(let upper, let lower), .difference(let upper, let lower):
            return upper.looksAtProfiles || lower.looksAtProfiles
        case .per(_, let figure, _): return figure.looksAtProfiles
        case .count, .sum, .mean, .deviation, .quantile, .distinct, .persons: break
        }
        return recordSets.flatMap(\.conditions).contains(where: isOnProfiles)
    }

    /// The numbers of participations that it looks at.
    var participationValues: Set<ParticipationValue> {
        let numbers = recordSets.flatMap(\.numbers) + shareConditions.flatMap(\.numbers)
        return Set(numbers.compactMap { if case .value(let value) = $0 { value } else { nil } })
    }

    /// The conditions that the cases of its shares meet.
    var shareConditions: [Condition] {
        switch self {
        case .share(let condition, _), .intervalEnd(_, let condition, _): [condition]
        case .ratio(let upper, let lower), .difference(let upper, let lower):
            upper.shareConditions + lower.shareConditions
        case .per(_, let figure, _): figure.shareConditions
        case .count, .sum, .mean, .deviation, .quantile, .distinct, .persons: []
        }
    }
}

extension Aggregate {
    /// How many distinct persons were trained, at least or at most, of those who meet a condition on their profile.
    static func trained(_ bound: PersonBound, _ conditions: Condition...) -> Aggregate {
        trained(bound, conditions)
    }

    /// The same, under several conditions.
    static func trained(_ bound: PersonBound, _ conditions: [Condition]) -> Aggregate {
        .persons(
            bound, named: RecordSet(.participations, [.attends, .training] + conditions, of: .one),
            counted: RecordSet(.headcounts, [.attends, .training] + conditions, of: .number(.participants)))
    }
}

extension Aggregate {
    /// Whether it is a mean or share of some records, which says by itself nothing of how many there are.
    var isOfSeveralRecords: Bool {
        switch self {
        case .mean, .deviation, .quantile, .share, .intervalEnd: true
        case .count, .sum, .distinct, .persons, .ratio, .difference, .per: false
        }
    }
}
