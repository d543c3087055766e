import TrainingStats

/// What has to be told apart of participations for each part of what a builder collects.
extension SummaryBuilder {
    /// A part of what a builder collects of participations.
    enum Part: Hashable {
        /// In which cells rows fall, and how many of each class there are.
        case classes
        case counter(Int)
        case item(Int)
        case sum(Int)
        case moments(Int)
        case quotients(Int)
        case distribution(Int)
        /// The sessions that were attended in each cell.
        case attendedSessions
        case followUps
    }

    /// The parts of this builder, by what has to be told apart for them.
    var parts: [GroupNeed: [Part]] {
        guard takesParticipants else { return [:] }
        var parts: [GroupNeed: [Part]] = [:]
        let placing = needOfPlaces
        func add(_ part: Part, _ extend: (inout GroupNeed) -> Void) {
            var need = placing
            extend(&need)
            parts[need, default: []].append(part)
        }
        add(.classes) { $0.sessions.insert(.rowClass) }
        for (index, counter) in plan.rowCounters.enumerated() {
            add(.counter(index)) { $0.add(conditions(of: counter)) }
        }
        for (index, slot) in plan.items.enumerated() where !slot.rows.isEmpty {
            add(.item(index)) { need in
                for set in slot.sets where set.table == .participations { need.add(set.conditions) }
                need.add(slot.entity)
            }
        }
        func add(_ slots: [CollectionPlan.Slot], _ part: (Int) -> Part) {
            for (index, slot) in slots.enumerated() where slot.table == .participations {
                add(part(index)) { $0.add(slot) }
            }
        }
        add(plan.sums) { .sum($0) }
        add(plan.moments) { .moments($0) }
        add(plan.quotients) { .quotients($0) }
        add(plan.distributions) { .distribution($0) }
        if request.hasTraineeSide, plan.needsSessions { add(.attendedSessions) { $0.sessions.insert(.itself) } }
        if plan.takesFollowUps { add(.followUps, addNeedOfFollowUps) }
        return parts
    }

    /// What has to be told apart for the histories of persons; nil where nobody counts them.
    var needOfPersons: GroupNeed? {
        guard !plan.persons.isEmpty, takesParticipants else { return nil }
        var need = needOfPlaces
        need.sessions.formUnion([.personalClass, .itselfIfCounted])
        for slot in plan.persons { need.add(slot.tests) }
        return need
    }

    /// What says where a row falls.
    private var needOfPlaces: GroupNeed {
        var need = GroupNeed()
        need.sessions.insert(.place)
        guard bundles.isEmpty else { return need }
        if request.hasTraineeSide { need.persons.insert(.place) }
        if placer.usesAge { need.addAge() }
        for property in placer.rowParts.properties { need.add(property) }
        return need
    }

    private func addNeedOfFollowUps(to need: inout GroupNeed) {
        need.isOfFollowUps = true
        need.addFollowUps()
        need.sessions.formUnion([.itself, .rowClass])
        need.persons.insert(.itself)
        for slot in plan.sums + plan.moments + plan.quotients + plan.distributions where slot.table == .followups {
            need.add(slot)
        }
        for set in plan.items.flatMap(\.sets) + plan.listCounters.map(\.set) where set.table == .followups {
            need.add(set.conditions)
            for number in set.quantity.numbers { need.add(number) }
        }
    }

    /// All conditions that rows of a counter meet.
    func conditions(of counter: CollectionPlan.RowCounter) -> [Condition] {
        plan.selections[plan.lists[counter.list]] + counter.tests
    }
}

extension GroupNeed {
    /// What an accumulator looks at in the records that it takes.
    fileprivate mutating func add(_ slot: CollectionPlan.Slot) {
        add(slot.conditions)
        for number in slot.quantity.numbers { add(number) }
        if slot.isPercentage { add(.maxScore) }
    }
}
