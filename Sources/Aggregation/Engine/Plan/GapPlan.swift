/// How it is found out what records leave open of a figure.
struct GapPlan: Sendable {
    /// Where records of one kind are counted that lack what a figure is made of.
    struct Part: Sendable {
        let cause: FigureGaps.Cause
        let records: [FigurePlan.CountPart]
        /// Those of them that say nothing of how much the figure lacks.
        let unlimited: [FigurePlan.CountPart]
        /// By how much it is too small at most by the others.
        let limit: [FigurePlan.CountPart]
    }

    /// By what the true figure can be above the one that is worked out.
    var above: [Part] = []
    /// By what it can be below.
    var below: [Part] = []
    /// Sums of which records may lack the value: the slots of sessions as wholes and those of single records, and whether what
    /// they lack leaves the figure open above, or below.
    var sums: [(levels: [[Int]], isAbove: Bool, isBelow: Bool)] = []
    /// The sessions that must be reported, and whether others leave the figure open above, or below.
    var reports: [(sessions: ReportedSessions, isAbove: Bool)] = []

    /// What is open in a group.
    func gaps(in group: GroupFigures, _ reported: [ReportedSessions: Coverage]) -> FigureGaps {
        var gaps = FigureGaps()
        for part in above {
            let count = group.count(part.records)
            guard count > 0 else { continue }
            gaps.above[part.cause, default: 0] += count
            let isLimited = group.count(part.unlimited) == 0
            gaps.mostAbove = isLimited ? gaps.mostAbove.map { $0 + group.count(part.limit) } : nil
        }
        for part in below {
            let count = group.count(part.records)
            if count > 0 { gaps.below[part.cause, default: 0] += count }
        }
        for sum in sums {
            let lacking = Self.lacking(sum.levels.map(group.sum))
            guard lacking > 0 else { continue }
            if sum.isAbove { gaps.addAbove(.recordsWithoutValue, lacking) }
            if sum.isBelow { gaps.below[.recordsWithoutValue, default: 0] += lacking }
        }
        for report in reports {
            // Of a figure that is made of both kinds of sessions, all are looked at.
            guard let coverage = reported[report.sessions] ?? reported[.ofAnyKind],
                coverage.stated < coverage.applicable
            else { continue }
            let missing = coverage.applicable - coverage.stated
            if report.isAbove {
                gaps.addAbove(.sessionsWithoutReport, missing)
            } else {
                gaps.below[.sessionsWithoutReport, default: 0] += missing
            }
        }
        return gaps
    }

    /// How many records do not state a value that is summed up.
    ///
    /// What is stated of sessions and of single records, such as a cost, is stated of one or the other: it is complete where
    /// one of them has it throughout, and where none of one of them has it, it is not kept there.
    private static func lacking(_ levels: [StatedSum]) -> Int {
        levels.filter { $0.stated > 0 }.map { $0.applicable - $0.stated }.min() ?? 0
    }

    /// The same, of a figure that becomes smaller as this one becomes larger.
    func reversed() -> GapPlan {
        GapPlan(
            above: below, below: above, sums: sums.map { ($0.levels, isAbove: $0.isBelow, isBelow: $0.isAbove) },
            reports: reports.map { ($0.sessions, isAbove: !$0.isAbove) })
    }

    /// What two figures leave open together; by how much they do so at most is not asked.
    func joined(with other: GapPlan) -> GapPlan {
        func unlimited(_ parts: [Part]) -> [Part] {
            parts.map { Part(cause: $0.cause, records: $0.records, unlimited: $0.records, limit: []) }
        }
        return GapPlan(
            above: unlimited(above + other.above), below: unlimited(below + other.below), sums: sums + other.sums,
            reports: reports + other.reports)
    }
}

extension FigureGaps {
    fileprivate mutating func addAbove(_ cause: Cause, _ count: Int) {
        above[cause, default: 0] += count
        mostAbove = nil
    }
}

extension CollectionPlan {
    /// What has to be counted to find out what records leave open of a figure.
    ///
    /// Means and shares are of the records that state something, by their definition, and leave nothing open.
    mutating func gaps(of aggregate: Aggregate) -> GapPlan {
        switch aggregate {
        case .count(let sets), .distinct(_, let sets, _):
            return GapPlan(
                above: sets.flatMap { groupsLacking($0) } + countedBesides(aggregate), reports: reports(of: aggregate))
        case .sum(let sets):
            // What follow-ups and answers do not state is none by the definition.
            let summed = sets.filter { $0.table != .followups && $0.table != .evaluations }
            let levels = [true, false].map { isOfSessions in
                summed.filter { ($0.table == .sessions) == isOfSessions }.compactMap { sum(of: $0) }
            }
            let canFall = summed.contains { !$0.quantity.isNeverNegative }
            return GapPlan(
                above: countedBesides(aggregate), sums: [(levels, isAbove: true, isBelow: canFall)],
                reports: reports(of: aggregate))
        case .persons(_, _, let counted):
            return GapPlan(above: groupsLacking(counted), reports: reports(of: aggregate))
        case .ratio(let upper, over: let lower), .difference(let upper, minus: let lower):
            return gaps(of: upper).joined(with: gaps(of: lower).reversed())
        case .per(_, let figure, _): return gaps(of: figure).joined(with: GapPlan())
        case .mean, .deviation, .quantile, .share, .intervalEnd: return GapPlan()
        }
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

    /// Participants who were counted, where a figure is of named persons and not known without any.
    private mutating func countedBesides(_ aggregate: Aggregate) -> [GapPlan.Part] {
        guard hasHeadcounts, aggregate.usualUnknownRule != nil else { return [] }
        let records = countedInPlace(of: aggregate.recordSets)
        return [.init(cause: .countedParticipants, records: records, unlimited: records, limit: [])]
    }

    private func reports(of aggregate: Aggregate) -> [(sessions: ReportedSessions, isAbove: Bool)] {
        guard aggregate.needsReports, let sessions = aggregate.reportedSessions else { return [] }
        return [(sessions, isAbove: true)]
    }
}

extension Quantity {
    /// Whether no record states less than 0.
    fileprivate var isNeverNegative: Bool {
        switch self {
        case .one: true
        case .number(.own), .difference, .quotient, .percentage: false
        case .number: true
        }
    }
}
