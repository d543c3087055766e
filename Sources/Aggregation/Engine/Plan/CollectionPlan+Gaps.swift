extension CollectionPlan {
    /// What has to be counted to find out what records leave open of a measure.
    mutating func gaps(of measure: Measure) -> GapPlan {
        var plan = gaps(of: measure.aggregate)
        plan.records = count(of: measure.aggregate.recordSets.map(\.withThoseNotStating))
        return plan
    }

    /// What records lack that a figure is made of.
    ///
    /// Means, and shares of the records that state something, are of those by their definition, and leave nothing open.
    private mutating func gaps(of aggregate: Aggregate) -> GapPlan {
        switch aggregate {
        case .distinct(.institution, let sets, _):
            return GapPlan(above: sets.flatMap { lackingInstitution($0) }, reports: reports(of: aggregate))
        case .count(let sets), .distinct(_, let sets, _):
            return GapPlan(
                above: sets.flatMap { groupsLacking($0) } + countedBesides(aggregate), reports: reports(of: aggregate))
        case .sum(let sets):
            return GapPlan(
                above: countedBesides(aggregate), sums: sums(of: sets), reports: reports(of: aggregate))
        case .persons(_, _, let counted):
            return GapPlan(above: groupsLacking(counted), reports: reports(of: aggregate))
        case .ratio(let upper, over: let lower), .difference(let upper, minus: let lower):
            return gaps(of: upper).joined(with: gaps(of: lower).reversed())
        case .per(_, let figure, _): return gaps(of: figure).joined(with: GapPlan())
        case .share(_, of: let set), .intervalEnd(_, _, of: let set):
            // Nobody knows how many more cases there are, nor how many more records.
            guard set.isOfParticipants, !set.asksWhatIsStated else { return GapPlan() }
            return GapPlan(reports: [true, false].map { GapPlan.Report(sets: [set], isAbove: $0) })
        case .mean, .deviation, .quantile: return GapPlan()
        }
    }

    private mutating func sums(of sets: [RecordSet]) -> [GapPlan.Sum] {
        // What answers to evaluation forms do not state is none by the definition.
        let stating = sets.filter { $0.table != .followups && $0.table != .evaluations }
        let levels = [true, false].map { isOfSessions in
            stating.filter { ($0.table == .sessions) == isOfSessions }.compactMap { sum(of: $0) }
        }
        let ofRecords = GapPlan.Sum(
            levels: levels, isAbove: true, isBelow: stating.contains { !$0.quantity.isNeverNegative })
        // Of whom nobody asked, or who did not say it, nobody knows it.
        let ofFollowUps = sets.filter { $0.table == .followups }.compactMap { set in
            sum(of: set).map { slot in
                GapPlan.Sum(
                    levels: [[slot]],
                    asked: count(of: [RecordSet(.participations, set.conditionsOfParticipations, of: .one)]),
                    isAbove: true, isBelow: !set.quantity.isNeverNegative)
            }
        }
        return (stating.isEmpty ? [] : [ofRecords]) + ofFollowUps
    }

    /// The groups that do not state a number which they add to a figure.
    private mutating func groupsLacking(_ set: RecordSet) -> [GapPlan.Part] {
        guard set.table == .headcounts, hasHeadcounts, case .number(let number) = set.quantity else { return [] }
        let others = set.conditions.filter { $0 != .attends }
        func groups(_ conditions: Condition..., of quantity: Quantity = .one) -> [FigurePlan.CountPart] {
            count(of: [RecordSet(.headcounts, others + conditions, of: quantity)])
        }
        let (lacks, isUncounted) = (Condition.not(.states(number)), Condition.not(.states(.participants)))
        switch number {
        case .participants:
            let records = groups(lacks)
            return [.init(cause: .groupsWithoutParticipants, records: records, unlimited: records, limit: [])]
        case .completions:
            // No more than took part have completed it; of nobody nothing is lacking.
            return [
                .init(
                    cause: .groupsWithoutCompletions, records: groups(lacks, .any([.attends, isUncounted])),
                    unlimited: groups(lacks, isUncounted),
                    limit: groups(lacks, .attends, of: .number(.participants)))
            ]
        default: return []
        }
    }

    /// The records that do not state an institution: each participant can be of one more.
    private mutating func lackingInstitution(_ set: RecordSet) -> [GapPlan.Part] {
        guard set.table != .headcounts || hasHeadcounts else { return [] }
        let others = set.conditions.filter { $0 != .known(.institution) }
        func records(_ conditions: [Condition], of quantity: Quantity = .one) -> [FigurePlan.CountPart] {
            count(of: [RecordSet(set.table, conditions, of: quantity)])
        }
        let isUnknown = others + [.not(.known(.institution))]
        let isOfGroups = set.table == .headcounts
        let lacking = GapPlan.Part(
            cause: .recordsWithoutInstitution, records: records(isUnknown), unlimited: [],
            limit: records(isUnknown, of: isOfGroups ? .number(.participants) : .one))
        guard isOfGroups else { return [lacking] }
        let uncounted = records(others.filter { $0 != .attends } + [.not(.states(.participants))])
        return [
            lacking,
            .init(cause: .groupsWithoutParticipants, records: uncounted, unlimited: uncounted, limit: []),
        ]
    }

    /// Participants who were counted, where a figure is of named persons and not known without any.
    private mutating func countedBesides(_ aggregate: Aggregate) -> [GapPlan.Part] {
        guard hasHeadcounts, aggregate.usualUnknownRule != nil else { return [] }
        let records = countedInPlace(of: aggregate.recordSets)
        return [.init(cause: .countedParticipants, records: records, unlimited: records, limit: [])]
    }

    /// What sessions that are not reported could add: participants with their follow-ups, and with a dimension on persons themselves.
    private func reports(of aggregate: Aggregate) -> [GapPlan.Report] {
        let isOfSessions = hasTraineeSide && aggregate.sessionsWithAttendance != nil
        let isOfFollowUps = aggregate.recordSets.allSatisfy { $0.table == .followups }
        guard isOfSessions || isOfFollowUps || aggregate.needsReports && aggregate.reportedSessions != nil else {
            return []
        }
        return [GapPlan.Report(sets: aggregate.recordSets, isAbove: true)]
    }
}

extension RecordSet {
    /// What follow-ups are asked for that can be asked of their participations, too.
    fileprivate var conditionsOfParticipations: [Condition] {
        conditions.filter { condition in
            !condition.numbers.contains { $0 == .benefit || $0 == .supervisorRating }
        }
    }
}

extension Quantity {
    /// Whether no record states less than 0.
    var isNeverNegative: Bool {
        switch self {
        case .one: true
        case .number(.own), .difference, .quotient, .percentage: false
        case .number: true
        }
    }
}
