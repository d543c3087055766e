import Support

/// What was collected of one group of cells.
struct GroupFigures {
    let all: GroupedFigures
    /// Number of the group.
    let group: Int

    func count(_ parts: [FigurePlan.CountPart]) -> Int { parts.reduce(0) { $0 + count($1) } }

    /// The least number of persons: those who are named, or those whom one session proves.
    func least(_ bounds: FigurePlan.PersonsPlan.Bounds) -> Int {
        max(count(bounds.named), bounds.inOneSession.map { all.inOneSession($0)[group] } ?? 0)
    }

    private func count(_ part: FigurePlan.CountPart) -> Int {
        switch part {
        case .selection(let selection): all.selected(selection)[group]
        case .counter(let index): all.counters(index)[group]
        case .stated(let slot): all.sums(slot)[group].stated
        case .applicable(let slot): all.sums(slot)[group].applicable
        case .taken(let slot): moments(slot).count
        case .items(let slot): all.items(slot)[group]
        case .sessionCount(let slot): all.sessionCounts(slot)[group]
        case .persons(let slot, let threshold): all.persons(slot, threshold: threshold, group: group)
        }
    }

    func sum(_ slots: [Int]) -> StatedSum {
        slots.reduce(into: StatedSum()) { $0.merge(all.sums($1)[group]) }
    }

    func moments(_ slot: Int) -> MomentsByUnit { all.moments(slot, of: group) }
    func quotients(_ slot: Int) -> QuotientSum { all.quotients(slot)[group] }
    func distribution(_ slot: Int) -> DistributionByUnit { all.distribution(slot, of: group) }
    func reference(_ reference: Aggregate.Reference) -> Value? { all.reference(reference, group) }
}

/// What was collected of all groups of a grouping.
///
/// Cells are brought together for what is asked, when it is asked for the first time: a builder collects much for one of its
/// requests that another does not ask for.
final class GroupedFigures {
    private let builder: SummaryBuilder
    private let grouping: SummaryBuilder.Grouping
    /// The groups of what participants are taken in by.
    private let layers: [[Int]]
    private let tally: SessionTally?
    /// The inhabitants that each group is about; empty if nobody asks, nil if one state has none.
    private let populations: [Int?]
    private var knownSelected: [Int: [Int]] = [:]
    private var knownCounters: [Int: [Int]] = [:]
    private var knownSums: [Int: [StatedSum]] = [:]
    private var knownMoments: [Int: [Moments]] = [:]
    private var knownQuotients: [Int: [QuotientSum]] = [:]
    private var knownDistributions: [Int: [Distribution]] = [:]
    private var knownItems: [Int: [Int]] = [:]
    private var knownSessions: SessionTally.Counts?
    private var knownInOneSession: [Int: [Int]] = [:]

    init(
        _ grouping: SummaryBuilder.Grouping, of builder: SummaryBuilder, tally: SessionTally?, populations: [Int?]
    ) {
        self.builder = builder
        self.grouping = grouping
        layers = builder.layers(of: grouping)
        self.tally = tally
        self.populations = populations
    }

    private var count: Int { grouping.members.count }

    private func remembered<Value>(
        _ known: ReferenceWritableKeyPath<GroupedFigures, [Int: Value]>, _ index: Int, _ make: () -> Value
    ) -> Value {
        if let value = self[keyPath: known][index] { return value }
        let value = make()
        self[keyPath: known][index] = value
        return value
    }

    /// How many rows a selection takes: those of its classes.
    fileprivate func selected(_ selection: Int) -> [Int] {
        remembered(\.knownSelected, selection) {
            guard builder.plan.countsSelections else { return [Int](repeating: 0, count: count) }
            let selected = builder.rowClasses.isSelected[selection]
            let counters = selected.indices.filter { selected[$0] }.map { builder.plan.ownCounters + $0 - 1 }
            return builder.accumulators.grouped(counters: counters, layers, count: count)
        }
    }

    fileprivate func counters(_ index: Int) -> [Int] {
        remembered(\.knownCounters, index) {
            builder.accumulators.grouped(counters: [index], layers, count: count)
        }
    }

    fileprivate func sums(_ slot: Int) -> [StatedSum] {
        remembered(\.knownSums, slot) {
            var sums = CellAccumulators.grouped(builder.accumulators.sums[slot], layers, count: count)
            if [.sessions, .assignments].contains(builder.plan.sums[slot].table) {
                for (group, sum) in (sessions.sums[slot] ?? []).enumerated() { sums[group].merge(sum) }
            }
            return sums
        }
    }

    fileprivate func moments(_ slot: Int, of group: Int) -> MomentsByUnit {
        let units = builder.plan.moments[slot].scales.units
        let all = remembered(\.knownMoments, slot) {
            CellAccumulators.grouped(
                builder.accumulators.moments[slot], width: units.count, layers, count: count)
        }
        return MomentsByUnit(all[group * units.count..<(group + 1) * units.count], in: units)
    }

    fileprivate func quotients(_ slot: Int) -> [QuotientSum] {
        remembered(\.knownQuotients, slot) {
            CellAccumulators.grouped(builder.accumulators.quotients[slot], layers, count: count)
        }
    }

    fileprivate func distribution(_ slot: Int, of group: Int) -> DistributionByUnit {
        let units = builder.plan.distributions[slot].scales.units
        let all = remembered(\.knownDistributions, slot) {
            CellAccumulators.grouped(
                builder.accumulators.distributions[slot], width: units.count, layers, count: count)
        }
        return DistributionByUnit(all[group * units.count..<(group + 1) * units.count], in: units)
    }

    fileprivate func items(_ slot: Int) -> [Int] {
        remembered(\.knownItems, slot) {
            var counts = [Int](repeating: 0, count: count)
            builder.items[slot].grouped(layers).forEach { group, _ in counts[group] += 1 }
            return counts
        }
    }

    fileprivate func sessionCounts(_ slot: Int) -> [Int] { sessions.counts[slot] }

    private var sessions: SessionTally.Counts {
        if let knownSessions { return knownSessions }
        let counts =
            tally?.count(builder.sessionsByCell.grouped([builder.target(of: grouping)]), groups: count)
            ?? SessionTally.Counts()
        knownSessions = counts
        return counts
    }

    /// For a count of persons with headcounts, the most of one session in each group.
    fileprivate func inOneSession(_ index: Int) -> [Int] {
        remembered(\.knownInOneSession, index) {
            let named = builder.personsInSessions
            return builder.counted[index].most(
                with: named.isEmpty ? nil : named[builder.plan.sessionPersons[index].persons], groups: layers,
                count: count)
        }
    }

    fileprivate func persons(_ slot: Int, threshold: Int, group: Int) -> Int {
        builder.count(ofPersons: slot, threshold: threshold, in: grouping.number, group: group)
    }

    fileprivate func reference(_ reference: Aggregate.Reference, _ group: Int) -> Value? {
        switch reference {
        case .hoursPerDay: .decimal(builder.dataset.settings.hoursPerDay)
        case .population: populations[group].map { .count($0) }
        }
    }
}
