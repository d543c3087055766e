import Support
import TrainingStats

/// What sessions and the assignments of trainers to them give to figures.
///
/// They are counted when everything has been taken in, for each grouping anew: a session that persons of several cells
/// attended is one session of their total.
struct SessionTally {
    private let plan: CollectionPlan
    private let dataset: Dataset
    private let byAssignment: Bool
    /// For each count of sessions or assignments, whether each of its records is one of those that count.
    private let counted: [[Bool]]
    /// For each sum over sessions or assignments, likewise, and what each record states.
    private let summed: [Int: (isTaken: [Bool], amounts: [ExactDecimal?])]
    /// The assignments of each session.
    private let assignments: [[Int]]

    init(plan: CollectionPlan, placer: RecordPlacer, sessions: SessionClasses, isReported: [Bool]) {
        self.plan = plan
        dataset = placer.dataset
        byAssignment = placer.request.hasTrainerSide
        func answers(_ conditions: some Collection<Condition>, _ table: SourceRecord.Table) -> [Bool] {
            placer.answers(to: Array(conditions), ofRecordsOf: table, sessions, isReported: isReported)
        }
        counted = plan.sessionCounts.map { answers($0.set.conditions, $0.set.table) }
        var summed: [Int: (isTaken: [Bool], amounts: [ExactDecimal?])] = [:]
        for (index, slot) in plan.sums.enumerated() where slot.table == .sessions || slot.table == .assignments {
            let records = slot.table == .sessions ? dataset.sessions.indices : dataset.assignments.indices
            summed[index] = (
                answers(slot.conditions, slot.table),
                records.map { placer.amount(slot.quantity, of: slot.table, at: $0) }
            )
        }
        self.summed = summed
        var assignments: [[Int]] = placer.dataset.sessions.map { _ in [] }
        if !byAssignment {
            for (index, assignment) in placer.dataset.assignments.enumerated() {
                assignments[assignment.session].append(index)
            }
        }
        self.assignments = assignments
    }

    /// The counts and the sums, each with a number or a sum of each group; sums by their places in the plan.
    struct Counts {
        var counts: [[Int]] = []
        var sums: [Int: [StatedSum]] = [:]
    }

    /// Counts the sessions, or the assignments, that fall in each group.
    func count(_ pairs: CellItemSet, groups: Int) -> Counts {
        var sums = summed.mapValues { _ in [StatedSum](repeating: StatedSum(), count: groups) }
        var counts = plan.sessionCounts.map { _ in [Int](repeating: 0, count: groups) }
        var met = plan.sessionCounts.map { _ in Set<UInt64>() }
        var sessionsMet: Set<UInt64> = []
        func take(_ table: SourceRecord.Table, _ index: Int, in group: Int) {
            for (number, slot) in plan.sessionCounts.enumerated()
            where slot.set.table == table && counted[number][index] {
                if let entity = slot.entity, entity != .session || table != .sessions {
                    guard let item = item(entity, of: table, at: index),
                        met[number].insert(UInt64(group) << 32 | UInt64(item)).inserted
                    else { continue }
                }
                counts[number][group] += 1
            }
            for (slot, values) in summed where plan.sums[slot].table == table && values.isTaken[index] {
                sums[slot]?[group].add(values.amounts[index])
            }
        }
        pairs.forEach { group, index in
            if byAssignment {
                // A session has one assignment or more for each trainer, and counts once.
                let session = dataset.assignments[index].session
                if sessionsMet.insert(UInt64(group) << 32 | UInt64(session)).inserted {
                    take(.sessions, session, in: group)
                }
                take(.assignments, index, in: group)
            } else {
                take(.sessions, index, in: group)
                for assignment in assignments[index] { take(.assignments, assignment, in: group) }
            }
        }
        return Counts(counts: counts, sums: sums)
    }

    /// The position of an entity that a record names.
    private func item(_ entity: CountedEntity, of table: SourceRecord.Table, at index: Int) -> Int? {
        let session = table == .sessions ? index : dataset.assignments[index].session
        return switch entity {
        case .session: session
        case .course: dataset.sessions[session].course
        case .trainer: table == .assignments ? dataset.assignments[index].trainer : nil
        case .trainee, .institution: nil
        }
    }
}

extension RecordPlacer {
    /// Whether each session or assignment meets all conditions; those on sessions are asked once a class.
    fileprivate func answers(
        to conditions: [Condition], ofRecordsOf table: SourceRecord.Table, _ sessions: SessionClasses,
        isReported: [Bool]
    ) -> [Bool] {
        let early = conditions.filter { $0.reach == .session }
        let late = conditions.filter { $0.reach != .session }
        let byClass = sessions.examples.map { example in
            early.allSatisfy(record(ofSession: example, in: table).meets)
        }
        func session(_ index: Int) -> SourceRecord {
            var session = record(ofSession: index, in: table)
            session.facts.isReported = !isReported.isEmpty && isReported[index]
            return session
        }
        if table == .sessions {
            return dataset.sessions.indices.map { index in
                byClass[Int(sessions.classes[index])]
                    && (late.isEmpty || late.allSatisfy(session(index).meets))
            }
        }
        return dataset.assignments.indices.map { index in
            byClass[Int(sessions.classes[dataset.assignments[index].session])]
                && (late.isEmpty || late.allSatisfy(record(ofAssignment: index).meets))
        }
    }

    /// What a session or an assignment adds to a sum.
    fileprivate func amount(_ quantity: Quantity, of table: SourceRecord.Table, at index: Int) -> ExactDecimal? {
        switch quantity {
        case .number(.capacity) where table == .sessions:
            dataset.sessions[index].capacity.map { ExactDecimal($0) }
        case .number(.sessionCost) where table == .sessions: dataset.sessions[index].cost
        case .number(.assignmentHours) where table == .assignments: dataset.assignments[index].hours
        default:
            (table == .sessions ? record(ofSession: index, in: table) : record(ofAssignment: index)).decimal(quantity)
        }
    }
}
