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

    /// A sum of which records may lack the value, and whether what they lack leaves the figure open above, or below.
    struct Sum: Sendable {
        /// The slots of sessions as wholes and those of single records.
        let levels: [[Int]]
        /// Where the records are counted that could have had one that states it; empty where these are those of the slots.
        var asked: [FigurePlan.CountPart] = []
        var isAbove: Bool
        var isBelow: Bool
    }

    /// Records that sessions could have if they were reported, and whether these leave the figure open above, or below.
    struct Report: Sendable {
        let sets: [RecordSet]
        var isAbove: Bool
    }

    /// By what the true figure can be above the one that is worked out.
    var above: [Part] = []
    /// By what it can be below.
    var below: [Part] = []
    /// The sums that it is made of.
    var sums: [Sum] = []
    /// What sessions that are not reported could have.
    var reports: [Report] = []
    /// Where the records that it is made of are counted.
    var records: [FigurePlan.CountPart] = []

    /// What is open in a group, where a function tells how many sessions are not reported that could have records of sets.
    func gaps(in group: GroupFigures, unreported: ([RecordSet]) -> Int) -> FigureGaps {
        var gaps = FigureGaps()
        gaps.records = group.count(records)
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
            for stated in sum.stated(in: group) {
                gaps.summed += stated.applicable
                gaps.unstated += stated.applicable - stated.stated
            }
            let lacking = sum.lacking(in: group)
            guard lacking > 0 else { continue }
            if sum.isAbove { gaps.addAbove(.recordsWithoutValue, lacking) }
            if sum.isBelow { gaps.below[.recordsWithoutValue, default: 0] += lacking }
        }
        for report in reports {
            let missing = unreported(report.sets)
            guard missing > 0 else { continue }
            if report.isAbove {
                gaps.addAbove(.sessionsWithoutReport, missing)
            } else {
                gaps.below[.sessionsWithoutReport, default: 0] += missing
            }
        }
        return gaps
    }

    /// The same, of a figure that becomes smaller as this one becomes larger.
    func reversed() -> GapPlan {
        GapPlan(
            above: below, below: above,
            sums: sums.map { Sum(levels: $0.levels, asked: $0.asked, isAbove: $0.isBelow, isBelow: $0.isAbove) },
            reports: reports.map { Report(sets: $0.sets, isAbove: !$0.isAbove) })
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

extension GapPlan.Sum {
    /// What is summed up of sessions and of single records, as far as any of them states it.
    fileprivate func stated(in group: GroupFigures) -> [StatedSum] {
        levels.map(group.sum).filter { $0.stated > 0 }
    }

    /// How many records do not state the value.
    ///
    /// What is stated of sessions and of single records, such as a cost, is stated of one or the other: it is complete where
    /// one of them has it throughout, and where none of one of them has it, it is not kept there.
    fileprivate func lacking(in group: GroupFigures) -> Int {
        let sums = stated(in: group)
        guard asked.isEmpty else { return max(0, group.count(asked) - sums.reduce(0) { $0 + $1.stated }) }
        return sums.map { $0.applicable - $0.stated }.min() ?? 0
    }
}

extension FigureGaps {
    fileprivate mutating func addAbove(_ cause: Cause, _ count: Int) {
        above[cause, default: 0] += count
        mostAbove = nil
    }
}
