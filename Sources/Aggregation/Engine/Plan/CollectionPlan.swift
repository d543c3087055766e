import TrainingStats

/// What has to be collected for the measures of a request: each thing once, however many measures are made of it.
///
/// A measure is compiled to a ``FigurePlan``, which says where its numbers are. On the way whatever it needs is given a
/// place here: a counter, an accumulator of some kind, a set of items, a count of persons.
struct CollectionPlan: Sendable {
    /// An accumulator for a quantity of some records.
    struct Slot: Sendable {
        let table: SourceRecord.Table
        let conditions: Set<Condition>
        /// What is taken in; of a percentage the points that it is of.
        let quantity: Quantity
        let isPercentage: Bool
        /// In which units the numbers are kept; a cell has an accumulator for each.
        let scales: PercentScales
        /// Of participations: which list of rows it goes through.
        let list: Int
        /// What is tested of each record of the list.
        let tests: [Condition]
        /// Whether squares are added up too, for deviations.
        var withSquares = false
    }

    /// Rows of participations that are counted one by one, since their numbers are tested.
    struct RowCounter: Sendable {
        let list: Int
        let tests: [Condition]
        let counter: Int
    }

    /// Records of lists that are counted, each as often as its quantity says: headcounts, answers, follow-ups.
    struct ListCounter: Sendable {
        let set: RecordSet
        let counter: Int
    }

    /// Distinct entities that participations and records of lists name.
    struct ItemSlot: Sendable {
        let entity: CountedEntity
        let sets: [RecordSet]
        /// The lists of rows of participations, each with what is tested of a row.
        let rows: [(list: Int, tests: [Condition])]
    }

    /// Sessions or assignments, or distinct entities that they name.
    struct SessionCountSlot: Sendable {
        /// What is told apart; nil for the records themselves.
        let entity: CountedEntity?
        let set: RecordSet
    }

    /// Persons who are counted by the sessions that they took part in.
    struct PersonSlot: Sendable {
        let selection: Int
        /// What is tested of the person's profile.
        let tests: [Condition]
        /// Counts are kept of persons with so many records or more.
        var thresholds: [Int]
    }

    /// Persons who are counted together with those whom headcounts count in the same session.
    struct SessionPersonsSlot: Sendable {
        /// Which slot of persons has the named ones.
        let persons: Int
        let counted: RecordSet
    }

    /// A sum in a ratio, with how many records state what is summed up.
    struct PartPlan: Sendable {
        let sum: Aggregate
        let coverage: FigurePlan.CoveragePlan
    }

    /// Whether there are headcounts at all; nothing is kept for them if not.
    let hasHeadcounts: Bool
    /// The scales of scores that are taken in as percentages.
    let scales: PercentScales
    /// Whether the number of any of them is not known.
    let hasGroupsWithoutNumber: Bool
    /// Whether a dimension on persons is involved.
    let hasTraineeSide: Bool
    /// The sessions whose participants the measures are made of.
    let reportedSessions: Set<ReportedSessions>
    /// Whether it is asked which sessions are reported.
    private(set) var tracksReports = false
    /// Whether a measure is made of answers to evaluation forms.
    let takesEvaluations: Bool
    /// Whether a measure is made of follow-ups.
    let takesFollowUps: Bool
    /// Where trained participations are counted, for the coverage of follow-ups.
    private(set) var trained: [FigurePlan.CountPart] = []
    /// What participations are selected by before any row is looked at: conditions on session and status.
    var selections: [Set<Condition>] = []
    /// Whether any selection is counted.
    var countsSelections = false
    /// The selections whose rows are listed.
    var lists: [Int] = []
    var rowCounters: [RowCounter] = []
    var listCounters: [ListCounter] = []
    var sums: [Slot] = []
    var moments: [Slot] = []
    var quotients: [Slot] = []
    var distributions: [Slot] = []
    var items: [ItemSlot] = []
    var sessionCounts: [SessionCountSlot] = []
    var persons: [PersonSlot] = []
    var sessionPersons: [SessionPersonsSlot] = []
    /// Counters beside those of the classes of rows, which come behind them.
    var ownCounters = 0
    /// How the value of each measure is found.
    private(set) var figures: [FigurePlan] = []
    /// How it is found out what records leave open of each measure; empty where nobody asks.
    private(set) var gaps: [GapPlan] = []
    /// The counts of persons that each measure is made of.
    private(set) var personSlots: [Set<Int>] = []
    /// The counts of persons that were asked for since this was emptied.
    var personSlotsAsked: Set<Int> = []
    /// How many counters a cell has; set when the classes of rows are known.
    var counterWidth = 0

    /// The plan for measures; where it is asked what records leave open, a function may name the measures of which it is.
    init(
        for measures: [Measure], headcounts: [Headcount], hasTraineeSide: Bool, scales: PercentScales,
        tellsGaps: Bool = false, of isAsked: (Measure) -> Bool = { _ in true }
    ) {
        hasHeadcounts = !headcounts.isEmpty
        hasGroupsWithoutNumber = headcounts.contains { $0.participants == nil }
        self.hasTraineeSide = hasTraineeSide
        reportedSessions = Set(measures.compactMap(\.aggregate.reportedSessions))
        takesEvaluations = measures.contains(where: \.takesEvaluations)
        takesFollowUps = measures.contains(where: \.takesFollowUps)
        self.scales = scales
        for measure in measures {
            figures.append(figure(of: measure))
            personSlots.append(personSlotsAsked)
            personSlotsAsked = []
        }
        if takesFollowUps { trained = count(of: [.trained()]) }
        if tellsGaps {
            for (index, measure) in measures.enumerated() {
                gaps.append(isAsked(measure) ? gaps(of: measure) : GapPlan())
                personSlots[index].formUnion(personSlotsAsked)
                personSlotsAsked = []
            }
        }
        tracksReports = !reportedSessions.isEmpty || tellsGaps && (hasTraineeSide || takesFollowUps)
        counterWidth = ownCounters
    }

    /// Whether participations are looked at for a measure, or headcounts.
    var takesRows: Bool { !reportedSessions.isEmpty || takesFollowUps }

    /// The tests on sessions that anything depends on.
    var sessionTests: Set<Condition> {
        let conditions =
            selections.flatMap { $0 } + sessionCounts.flatMap(\.set.conditions)
            + sums.filter { $0.table == .sessions || $0.table == .assignments }.flatMap(\.conditions)
        return Set(conditions.flatMap(\.tests).filter { $0.reach == .session })
    }

    /// Whether sessions and their assignments are looked at.
    var needsSessions: Bool {
        !sessionCounts.isEmpty || sums.contains { $0.table == .sessions || $0.table == .assignments }
    }

    // MARK: Compiling

    /// How many records state what is summed up in the parts of ratios of some measures, where none of these is that sum by
    /// itself.
    mutating func parts(of measures: [Measure]) -> [PartPlan] {
        var parts: [PartPlan] = []
        // What is told of whole sessions has no figure by persons, and its parts have none.
        let told = measures.filter { $0.derivedFrom == nil && !($0.isSessionSideOnly && hasTraineeSide) }
        for sum in told.flatMap(\.aggregate.summedParts)
        where !measures.contains(where: { $0.aggregate == sum }) && !parts.contains(where: { $0.sum == sum }) {
            if let coverage = coverage(ofSum: sum) { parts.append(PartPlan(sum: sum, coverage: coverage)) }
        }
        return parts
    }

    private mutating func figure(of measure: Measure) -> FigurePlan {
        FigurePlan(
            recipe: recipe(of: measure.aggregate), showsWhole: measure.format == .count,
            unknown: rules(of: measure).compactMap { plan(of: $0) },
            fewest: measure.fewest, coverage: measure.derivedFrom == nil ? coverage(of: measure) : nil)
    }

    /// When a measure is unknown; what is made of persons knows by itself.
    private func rules(of measure: Measure) -> [UnknownRule] {
        if case .persons = measure.aggregate { return [] }
        return [measure.unknown, whereNothingIsReported(measure.aggregate)].compactMap(\.self)
    }

    /// When a figure is unknown since nothing is reported; nil if never.
    func whereNothingIsReported(_ aggregate: Aggregate) -> UnknownRule? {
        if hasTraineeSide, hasGroupsWithoutNumber, let sessions = aggregate.sessionsWithAttendance {
            return sessions.onlyGroupsWithoutNumber
        }
        guard aggregate.needsReports, let sessions = aggregate.reportedSessions else { return nil }
        guard hasTraineeSide else { return sessions.noneReported(of: aggregate.sharedSessionMembers) }
        return hasGroupsWithoutNumber && aggregate.takesNumbersOfGroups ? sessions.onlyGroupsWithoutNumber : nil
    }

    /// Where the records of a rule are counted; nil if there can be none.
    mutating func plan(of rule: UnknownRule) -> FigurePlan.UnknownPlan? {
        let whereAny = count(of: rule.whereAny)
        return whereAny.isEmpty
            ? nil : FigurePlan.UnknownPlan(whereAny: whereAny, unlessAny: count(of: rule.unlessAny))
    }

    /// Keeps the squares of what a slot takes in, too.
    mutating func keepSquares(ofMoments slot: Int) { moments[slot].withSquares = true }

    /// One more counter.
    mutating func takeCounter() -> Int {
        ownCounters += 1
        return ownCounters - 1
    }
}
