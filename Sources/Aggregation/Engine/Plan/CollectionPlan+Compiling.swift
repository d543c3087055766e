import TrainingStats

/// How a measure's formula is compiled: whatever it is made of gets a place in the plan, or the place that it has already.
extension CollectionPlan {
    mutating func recipe(of aggregate: Aggregate) -> FigurePlan.Recipe {
        switch aggregate {
        case .count(let sets): return .count(count(of: sets))
        case .sum(let sets): return .sum(sets.compactMap { sum(of: $0) })
        case .mean(let set):
            return set.quantity.isQuotient ? .meanQuotient(slot(\.quotients, for: set)) : .mean(moments(of: set))
        case .deviation(let set):
            let slot = moments(of: set)
            keepSquares(ofMoments: slot)
            return .deviation(slot)
        case .quantile(let quantile, let set): return .quantile(quantile, slot(\.distributions, for: set))
        case .distinct(let entity, let sets, let least): return .count(distinct(entity, in: sets, atLeast: least))
        case .persons(let bound, let named, let counted):
            return .persons(persons(bound, named: named, counted: counted))
        case .ratio(let upper, over: let lower):
            return .ratio(side(upper), over: divisor(lower))
        case .difference(let upper, minus: let lower): return .difference(side(upper), minus: side(lower))
        case .share(let condition, of: let cases):
            return .share(numerator: count(of: [cases.adding(condition: condition)]), denominator: count(of: [cases]))
        case .intervalEnd(let end, let condition, of: let cases):
            return .intervalEnd(
                end, numerator: count(of: [cases.adding(condition: condition)]), denominator: count(of: [cases]))
        case .per(let reference, let figure, times: let times):
            // What is made of trainees knows itself when it is unknown, and hours a day are a sum like any other.
            return .per(reference, reference == .population ? side(figure) : recipe(of: figure), times: times)
        }
    }

    /// A figure that is divided: unknown where it would be unknown by itself.
    private mutating func side(_ figure: Aggregate) -> FigurePlan.Recipe {
        let recipe = recipe(of: figure.withThoseAddingNothing)
        if case .persons = figure { return recipe }
        let rules = [figure.usualUnknownRule, whereNothingIsReported(figure)].compactMap(\.self)
            .compactMap { plan(of: $0) }
        return rules.isEmpty ? recipe : .unless(rules, recipe)
    }

    /// A figure that another one is divided by: unknown where nothing is reported.
    private mutating func divisor(_ figure: Aggregate) -> FigurePlan.Recipe {
        let recipe = recipe(of: figure.withThoseAddingNothing)
        if case .persons = figure { return recipe }
        guard figure.needsReports, let rule = whereNothingIsReported(figure), let unknown = plan(of: rule) else {
            return recipe
        }
        return .unless([unknown], recipe)
    }

    /// The records that state what is summed or averaged, and those that could; nil where that is not a question.
    ///
    /// A ratio has two sides, which are told of by themselves; a quotient needs numbers that not every record can have, and deviations and quantiles stand
    /// beside a mean of the same records: none of them is asked. Who was counted states nothing, and could have.
    mutating func coverage(of measure: Measure) -> FigurePlan.CoveragePlan? {
        switch measure.aggregate {
        case .per(_, .sum(let sets), _), .sum(let sets): return coverage(ofSum: .sum(sets))
        case .mean(let set) where !set.quantity.isQuotient:
            return .init(
                stated: [.taken(moments(of: set))], applicable: count(of: [set.withThoseNotStating]),
                counted: countedInPlace(of: [set]), unit: set.unitOfCoverage)
        case .share(_, of: let set):
            let all = set.withUnknown(in: measure.dimensionsOfCases)
            guard all.conditions == set.conditions else {
                return .init(
                    stated: count(of: [set]), applicable: count(of: [all]), counted: countedInPlace(of: [all]),
                    unit: set.unitOfCoverage)
            }
            guard !measure.knowing.isEmpty else {
                guard set.table == .evaluations else { return nil }
                return .init(stated: count(of: [set]), applicable: count(of: [set]), counted: [], unit: .answers)
            }
            return .init(
                stated: count(of: [set.adding(measure.knowing)]), applicable: count(of: [set]), counted: [], unit: .base
            )
        case .ratio(_, over: .distinct(let entity, let sets, atLeast: 1)) where !measure.knowing.isEmpty:
            let all = sets.map { $0.withUnknown(in: measure.dimensionsOfCases) }
            let isOfKnown = all.map(\.conditions) != sets.map(\.conditions)
            return .init(
                stated: distinct(entity, in: isOfKnown ? sets : sets.map { $0.adding(measure.knowing) }, atLeast: 1),
                applicable: distinct(entity, in: isOfKnown ? all : sets, atLeast: 1), counted: [],
                unit: isOfKnown ? .persons : .baseOfPersons)
        case .ratio(_, over: .sum(let sets)):
            guard !hasTraineeSide, let set = sets.first, set.conditions.contains(.reported) else { return nil }
            let all = RecordSet(set.table, set.conditions.filter { $0 != .reported }, of: .one)
            let reported = RecordSet(set.table, set.conditions, of: .one)
            return .init(
                stated: count(of: [reported]), applicable: count(of: [all]), counted: [], unit: .sessionsWithSeats)
        case .count, .distinct:
            // What named persons alone can give.
            guard measure.unknown != nil, hasHeadcounts, measure.aggregate.recordSets.count == 1 else { return nil }
            let named = count(of: [.trained()])
            return .init(
                stated: named, applicable: named, counted: countedInPlace(of: [.trained()]), unit: .named)
        case .mean, .persons, .deviation, .quantile, .ratio, .difference, .intervalEnd, .per: return nil
        }
    }

    /// The records that state what is summed up, and those that could; nil where that is told otherwise.
    mutating func coverage(ofSum aggregate: Aggregate) -> FigurePlan.CoveragePlan? {
        // Of follow-ups more is told than how many of them state it, and seats are those of reported sessions alone.
        guard case .sum(let sets) = aggregate, sets.contains(where: { $0.table != .followups }),
            !sets.contains(where: { $0.conditions.contains(.reported) })
        else { return nil }
        let slots = sets.compactMap { sum(of: $0) }
        return .init(
            stated: slots.map { .stated($0) }, applicable: slots.map { .applicable($0) },
            counted: sets.allSatisfy { $0.table == .participations } ? countedInPlace(of: sets) : [])
    }

    /// The participants of headcounts, who could have stated what these participations state.
    mutating func countedInPlace(of sets: [RecordSet]) -> [FigurePlan.CountPart] {
        var counterparts: [RecordSet] = []
        for set in sets where set.table == .participations && !counterparts.contains(set.counterpart) {
            counterparts.append(set.counterpart)
        }
        return count(of: counterparts)
    }

    /// Where the count of some records is found.
    mutating func count(of sets: [RecordSet]) -> [FigurePlan.CountPart] {
        sets.flatMap { set -> [FigurePlan.CountPart] in
            switch set.table {
            case .sessions, .assignments: return [.sessionCount(sessionCountSlot(nil, set))]
            case .headcounts: return hasHeadcounts ? [.counter(listCounter(of: set))] : []
            case .evaluations, .followups: return [.counter(listCounter(of: set))]
            case .participations:
                let (selection, tests) = split(set)
                if tests.isEmpty { return [.selection(counted(selection))] }
                // The records that state a value are known to the sum of that value, which is often there already.
                if case .states(let number) = tests[0], tests.count == 1, case .value = number {
                    let all = RecordSet(set.table, set.conditions.filter { $0 != tests[0] }, of: .number(number))
                    return [.stated(slot(\.sums, for: all))]
                }
                return [.counter(rowCounter(selection, tests))]
            }
        }
    }

    /// Where the sum of a quantity is kept; nil if there is no such record.
    mutating func sum(of set: RecordSet) -> Int? {
        set.table == .headcounts && !hasHeadcounts ? nil : slot(\.sums, for: set)
    }

    private mutating func moments(of set: RecordSet) -> Int { slot(\.moments, for: set) }

    /// Where the count of distinct entities is found.
    private mutating func distinct(
        _ entity: CountedEntity, in sets: [RecordSet], atLeast least: Int
    ) -> [FigurePlan.CountPart] {
        if sets.allSatisfy({ $0.table == .sessions || $0.table == .assignments }) {
            return sets.map { .sessionCount(sessionCountSlot(entity, $0)) }
        }
        if entity == .trainee, sets.count == 1, sets[0].isAnsweredWithoutNumbers {
            let (slot, threshold) = personSlot(sets[0], atLeast: least)
            return [.persons(slot, threshold: threshold)]
        }
        return [.items(itemSlot(entity, sets))]
    }

    /// Where the bounds of a number of persons are found.
    private mutating func persons(
        _ bound: Aggregate.PersonBound, named: RecordSet, counted: RecordSet
    ) -> FigurePlan.PersonsPlan {
        let bounds = bounds(named, counted)
        // Whether a number is open does not depend on whose profiles are known.
        let (all, allCounted) = (named.withAnyProfile, counted.withAnyProfile)
        return .init(
            bound: bound, bounds: bounds, boundsOfAll: all == named ? bounds : self.bounds(all, allCounted),
            unknown: whereNothingIsReported(.persons(bound, named: named, counted: counted)).flatMap { plan(of: $0) })
    }

    private mutating func bounds(_ named: RecordSet, _ counted: RecordSet) -> FigurePlan.PersonsPlan.Bounds {
        let (slot, threshold) = personSlot(named, atLeast: 1)
        let persons = FigurePlan.CountPart.persons(slot, threshold: threshold)
        guard hasHeadcounts else { return .init(named: [persons], inOneSession: nil, most: [persons]) }
        let known = sessionPersons.firstIndex { $0.persons == slot && $0.counted == counted }
        if known == nil { sessionPersons.append(SessionPersonsSlot(persons: slot, counted: counted)) }
        return .init(
            named: [persons], inOneSession: known ?? sessionPersons.count - 1,
            most: [persons] + count(of: [counted]))
    }

    // MARK: Places

    /// The part of a set's conditions that session and status answer, and what is tested of each row.
    private mutating func split(_ set: RecordSet) -> (selection: Int, tests: [Condition]) {
        let (early, late) = set.conditionsByReach
        if let known = selections.firstIndex(of: early) { return (known, late) }
        selections.append(early)
        return (selections.count - 1, late)
    }

    private mutating func counted(_ selection: Int) -> Int {
        countsSelections = true
        return selection
    }

    private mutating func list(_ selection: Int) -> Int {
        if let known = lists.firstIndex(of: selection) { return known }
        lists.append(selection)
        return lists.count - 1
    }

    private mutating func slot(_ slots: WritableKeyPath<CollectionPlan, [Slot]>, for set: RecordSet) -> Int {
        let conditions = Set(set.conditions)
        let (quantity, isPercentage) = set.quantity.points.map { ($0, true) } ?? (set.quantity, false)
        let known = self[keyPath: slots].firstIndex {
            $0.table == set.table && $0.conditions == conditions && $0.quantity == quantity
                && $0.isPercentage == isPercentage
        }
        if let known { return known }
        var (list, tests) = (0, set.conditions)
        if set.table == .participations {
            let (selection, late) = split(set)
            (list, tests) = (self.list(selection), late)
        }
        self[keyPath: slots].append(
            Slot(
                table: set.table, conditions: conditions, quantity: quantity, isPercentage: isPercentage,
                scales: isPercentage ? scales : .plain, list: list, tests: tests))
        return self[keyPath: slots].count - 1
    }

    private mutating func rowCounter(_ selection: Int, _ tests: [Condition]) -> Int {
        let list = list(selection)
        if let known = rowCounters.first(where: { $0.list == list && $0.tests == tests }) { return known.counter }
        rowCounters.append(RowCounter(list: list, tests: tests, counter: takeCounter()))
        return rowCounters[rowCounters.count - 1].counter
    }

    private mutating func listCounter(of set: RecordSet) -> Int {
        if let known = listCounters.first(where: { $0.set == set }) { return known.counter }
        listCounters.append(ListCounter(set: set, counter: takeCounter()))
        return listCounters[listCounters.count - 1].counter
    }

    private mutating func sessionCountSlot(_ entity: CountedEntity?, _ set: RecordSet) -> Int {
        if let known = sessionCounts.firstIndex(where: { $0.entity == entity && $0.set == set }) { return known }
        sessionCounts.append(SessionCountSlot(entity: entity, set: set))
        return sessionCounts.count - 1
    }

    private mutating func itemSlot(_ entity: CountedEntity, _ sets: [RecordSet]) -> Int {
        if let known = items.firstIndex(where: { $0.entity == entity && $0.sets == sets }) { return known }
        var rows: [(list: Int, tests: [Condition])] = []
        for set in sets where set.table == .participations {
            let (selection, tests) = split(set)
            rows.append((list(selection), tests))
        }
        items.append(ItemSlot(entity: entity, sets: sets, rows: rows))
        return items.count - 1
    }

    private mutating func personSlot(_ set: RecordSet, atLeast least: Int) -> (slot: Int, threshold: Int) {
        let (selection, tests) = split(set)
        let slot = persons.firstIndex { $0.selection == selection && $0.tests == tests } ?? persons.count
        if slot == persons.count {
            persons.append(PersonSlot(selection: selection, tests: tests, thresholds: []))
        }
        personSlotsAsked.insert(slot)
        if let known = persons[slot].thresholds.firstIndex(of: least) { return (slot, known) }
        persons[slot].thresholds.append(least)
        return (slot, persons[slot].thresholds.count - 1)
    }
}

extension RecordSet {
    /// What is counted where a figure of its records says of how many it is.
    fileprivate var unitOfCoverage: Coverage.Unit {
        switch table {
        case .evaluations: .answers
        case .followups: .followUps
        case .sessions, .assignments, .participations, .headcounts: .records
        }
    }

    /// The conditions that session and status answer, and the others.
    fileprivate var conditionsByReach: (early: Set<Condition>, late: [Condition]) {
        (Set(conditions.filter { $0.reach <= .status }), conditions.filter { $0.reach > .status })
    }

    /// Whether everything that is asked of a participation is known without its numbers.
    fileprivate var isAnsweredWithoutNumbers: Bool {
        table == .participations && conditions.allSatisfy { $0.reach < .record }
    }

    /// The same records, whatever is known of the profiles of persons and groups.
    fileprivate var withAnyProfile: RecordSet {
        RecordSet(table, conditions.filter { if case .known = $0 { false } else { true } }, of: quantity)
    }

    /// Those of the records that meet further conditions.
    fileprivate func adding(_ further: [Condition]) -> RecordSet {
        RecordSet(table, conditions + further.filter { !conditions.contains($0) }, of: quantity)
    }

    /// Those of the records that meet one more condition.
    ///
    /// A comparison of numbers asks that both are stated, so that these conditions need no test of their own.
    fileprivate func adding(condition: Condition) -> RecordSet {
        let compared = condition.comparedNumbers
        let isComparison = condition.tests == [condition]
        let others = conditions.filter { test in
            guard isComparison, case .states(let number) = test, !number.isOfSession else { return true }
            return !compared.contains(number)
        }
        return RecordSet(table, others + [condition], of: quantity)
    }
}

extension Aggregate {
    /// The same figure as a side of a ratio, which does not ask whether a sum is unknown.
    fileprivate var withThoseAddingNothing: Aggregate {
        if case .sum(let sets) = self { .sum(sets.map(\.withThoseAddingNothing)) } else { self }
    }
}
