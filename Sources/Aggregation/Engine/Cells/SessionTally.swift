import Support
import TrainingStats

/// What sessions and the assignments of trainers to them give to figures.
///
/// They are counted when everything has been taken in, for each grouping anew: a session that persons of several cells
/// attended is one session of their total.
struct SessionTally {
    /// A count of sessions, of assignments, or of what they name.
    private struct Count {
        /// What is told apart; nil for the records themselves.
        let entity: CountedEntity?
        let table: SourceRecord.Table
        /// Whether each record is one of those that count.
        let isTaken: [Bool]
    }

    /// A sum over sessions or assignments.
    private struct Sum {
        /// Its place in the plan.
        let slot: Int
        let table: SourceRecord.Table
        /// Whether each record is one of those that count, and what it states.
        let isTaken: [Bool]
        let amounts: [ExactDecimal?]
    }

    private let dataset: Dataset
    private let byAssignment: Bool
    private let counted: [Count]
    private let summed: [Sum]
    /// The assignments of each session.
    private let assignments: [[Int]]

    init(plan: CollectionPlan, placer: RecordPlacer, sessions: SessionClasses, isReported: [Bool]) {
        dataset = placer.dataset
        byAssignment = placer.request.hasTrainerSide
        func answers(_ conditions: some Collection<Condition>, _ table: SourceRecord.Table) -> [Bool] {
            placer.answers(to: Array(conditions), ofRecordsOf: table, sessions, isReported: isReported)
        }
        counted = plan.sessionCounts.map {
            Count(entity: $0.entity, table: $0.set.table, isTaken: answers($0.set.conditions, $0.set.table))
        }
        var summed: [Sum] = []
        for (index, slot) in plan.sums.enumerated() where slot.table == .sessions || slot.table == .assignments {
            let records = slot.table == .sessions ? dataset.sessions.indices : dataset.assignments.indices
            summed.append(
                Sum(
                    slot: index, table: slot.table, isTaken: answers(slot.conditions, slot.table),
                    amounts: records.map { placer.amount(slot.quantity, of: slot.table, at: $0) }))
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
        var taken = Taken(groups: groups, of: self)
        pairs.forEach { group, index in
            if byAssignment {
                // A session has one assignment or more for each trainer, and counts once.
                let session = dataset.assignments[index].session
                if taken.sessions.insert(session, in: group) { take(.sessions, session, in: group, into: &taken) }
                take(.assignments, index, in: group, into: &taken)
            } else {
                take(.sessions, index, in: group, into: &taken)
                for assignment in assignments[index] { take(.assignments, assignment, in: group, into: &taken) }
            }
        }
        return Counts(
            counts: taken.counts, sums: Dictionary(uniqueKeysWithValues: zip(summed.map(\.slot), taken.sums)))
    }

    /// What has been counted so far.
    private struct Taken {
        var counts: [[Int]]
        var sums: [[StatedSum]]
        /// For each count, the entities that were met in each group.
        var met: [CellItemSet]
        /// The sessions that were met by their assignments.
        var sessions: CellItemSet

        init(groups: Int, of tally: SessionTally) {
            counts = tally.counted.map { _ in [Int](repeating: 0, count: groups) }
            sums = tally.summed.map { _ in [StatedSum](repeating: StatedSum(), count: groups) }
            met = tally.counted.map { CellItemSet(items: $0.entity.map(tally.dataset.count(of:)) ?? 0) }
            sessions = CellItemSet(items: tally.dataset.sessions.count)
        }
    }

    private func take(_ table: SourceRecord.Table, _ index: Int, in group: Int, into taken: inout Taken) {
        for number in counted.indices where counted[number].table == table && counted[number].isTaken[index] {
            if let entity = counted[number].entity, entity != .session || table != .sessions {
                guard let item = item(entity, of: table, at: index), taken.met[number].insert(item, in: group)
                else { continue }
            }
            taken.counts[number][group] += 1
        }
        for number in summed.indices where summed[number].table == table && summed[number].isTaken[index] {
            taken.sums[number][group].add(summed[number].amounts[index])
        }
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
