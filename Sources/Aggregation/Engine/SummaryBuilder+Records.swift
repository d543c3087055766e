import Support
import TrainingStats

/// What each accumulator takes from a single record, which may stand for several that are alike.
extension SummaryBuilder {
    /// Adds what a record of a list states to all that takes in its table.
    mutating func take(_ record: SourceRecord, into cell: Int) {
        for counter in plan.listCounters where isTaken(record, by: counter.set) {
            accumulators.counters[cell * accumulators.counterWidth + counter.counter] +=
                record.decimal(counter.set.quantity)?.whole ?? 0
        }
        for index in plan.items.indices { add(record, toItems: index, of: cell) }
        for index in plan.sums.indices { add(record, toSum: index, of: cell) }
        for index in plan.moments.indices { add(record, toMoments: index, of: cell) }
        for index in plan.quotients.indices { add(record, toQuotients: index, of: cell) }
        for index in plan.distributions.indices { add(record, toDistribution: index, of: cell) }
    }

    mutating func add(_ record: SourceRecord, toItems index: Int, of cell: Int) {
        let slot = plan.items[index]
        guard slot.sets.contains(where: { isTaken(record, by: $0) }),
            let item = record.position(RecordField(slot.entity), in: dataset)
        else { return }
        items[index].insert(item, in: cell)
    }

    mutating func add(_ record: SourceRecord, toSum index: Int, of cell: Int, times: Int = 1) {
        guard Self.isTaken(record, by: plan.sums[index]) else { return }
        accumulators.sums[index][cell].add(record.decimal(plan.sums[index].quantity), times: times)
    }

    mutating func add(_ record: SourceRecord, toMoments index: Int, of cell: Int, times: Int = 1) {
        guard Self.isTaken(record, by: plan.moments[index]),
            let value = record.decimal(plan.moments[index].quantity),
            let (number, part) = plan.moments[index].scales.scaled(value, inSession: record.session)
        else { return }
        accumulators.moments[index][cell * plan.moments[index].scales.units.count + part].add(
            number, times: times, withSquare: plan.moments[index].withSquares)
    }

    mutating func add(_ record: SourceRecord, toQuotients index: Int, of cell: Int, times: Int = 1) {
        guard Self.isTaken(record, by: plan.quotients[index]),
            let value = plan.quotients[index].quantity.fraction(record.number)
        else { return }
        accumulators.quotients[index][cell].add(value.numerator, over: value.denominator, times: times)
    }

    mutating func add(_ record: SourceRecord, toDistribution index: Int, of cell: Int, times: Int = 1) {
        guard Self.isTaken(record, by: plan.distributions[index]),
            let value = record.decimal(plan.distributions[index].quantity),
            let (number, part) = plan.distributions[index].scales.scaled(value, inSession: record.session)
        else { return }
        accumulators.distributions[index][cell * plan.distributions[index].scales.units.count + part].add(
            number, times: times)
    }

    private func isTaken(_ record: SourceRecord, by set: RecordSet) -> Bool {
        set.table == record.table && record.meets(all: set.conditions)
    }

    private static func isTaken(_ record: SourceRecord, by slot: CollectionPlan.Slot) -> Bool {
        slot.table == record.table && record.meets(all: slot.conditions)
    }
}
