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
        let slot = plan.sums[index]
        guard isTaken(record, by: slot) else { return }
        accumulators.sums[index][cell].add(record.decimal(slot.quantity), times: times)
    }

    mutating func add(_ record: SourceRecord, toMoments index: Int, of cell: Int, times: Int = 1) {
        let slot = plan.moments[index]
        guard isTaken(record, by: slot), let value = record.decimal(slot.quantity),
            let (number, part) = slot.scales.scaled(value, inSession: record.session)
        else { return }
        accumulators.moments[index][cell * slot.scales.units.count + part].add(
            number, times: times, withSquare: slot.withSquares)
    }

    mutating func add(_ record: SourceRecord, toQuotients index: Int, of cell: Int, times: Int = 1) {
        let slot = plan.quotients[index]
        guard isTaken(record, by: slot), let value = slot.quantity.fraction(record.number) else { return }
        accumulators.quotients[index][cell].add(value.numerator, over: value.denominator, times: times)
    }

    mutating func add(_ record: SourceRecord, toDistribution index: Int, of cell: Int, times: Int = 1) {
        let slot = plan.distributions[index]
        guard isTaken(record, by: slot), let value = record.decimal(slot.quantity),
            let (number, part) = slot.scales.scaled(value, inSession: record.session)
        else { return }
        accumulators.distributions[index][cell * slot.scales.units.count + part].add(number, times: times)
    }

    private func isTaken(_ record: SourceRecord, by set: RecordSet) -> Bool {
        set.table == record.table && set.conditions.allSatisfy(record.meets)
    }

    private func isTaken(_ record: SourceRecord, by slot: CollectionPlan.Slot) -> Bool {
        slot.table == record.table && slot.conditions.allSatisfy(record.meets)
    }
}
