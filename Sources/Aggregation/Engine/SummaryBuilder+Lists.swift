import Support
import TrainingStats

/// What each accumulator takes from its list of rows of the block at hand: the other half of the hot loops.
extension SummaryBuilder {
    mutating func countRows(_ reader: RowReader) {
        let (width, cells) = (accumulators.counterWidth, rows.cells)
        for counter in plan.rowCounters {
            for row in rows.lists[counter.list] where reader.meets(counter.tests, row: Int(row)) {
                accumulators.counters[Int(cells[Int(row)]) * width + counter.counter] += 1
            }
        }
    }

    mutating func addSums(_ reader: RowReader) {
        let cells = rows.cells
        for (index, slot) in plan.sums.enumerated() where slot.table == .participations {
            let list = rows.lists[slot.list]
            accumulators.sums[index].withUnsafeMutableBufferPointer { sums in
                if case .number(.value(let value)) = slot.quantity, slot.tests.isEmpty {
                    let column = reader.block[value]
                    for row in list { sums[Int(cells[Int(row)])].add(column[Int(row)]) }
                } else {
                    for row in list where reader.meets(slot.tests, row: Int(row)) {
                        sums[Int(cells[Int(row)])].add(
                            slot.quantity.decimal { reader.number($0, row: Int(row)) })
                    }
                }
            }
        }
    }

    mutating func addMoments(_ reader: RowReader) {
        let cells = rows.cells
        for (index, slot) in plan.moments.enumerated() where slot.table == .participations {
            let list = rows.lists[slot.list]
            let withSquare = slot.withSquares
            accumulators.moments[index].withUnsafeMutableBufferPointer { moments in
                guard slot.scales.factors.isEmpty else {
                    let (scales, width) = (slot.scales, slot.scales.units.count)
                    for row in list where reader.meets(slot.tests, row: Int(row)) {
                        guard let points = slot.quantity.decimal({ reader.number($0, row: Int(row)) }),
                            let (number, part) = scales.scaled(points, inSession: reader.session(ofRow: Int(row)))
                        else { continue }
                        moments[Int(cells[Int(row)]) * width + part].add(number, withSquare: withSquare)
                    }
                    return
                }
                switch slot.quantity {
                case .number(.value(let value)) where slot.tests.isEmpty:
                    let column = reader.block[value]
                    for row in list {
                        guard let number = column[Int(row)] else { continue }
                        moments[Int(cells[Int(row)])].add(number.millionths, withSquare: withSquare)
                    }
                case .difference(.value(let value), minus: .value(let other)) where slot.tests.isEmpty:
                    let (column, others) = (reader.block[value], reader.block[other])
                    for row in list {
                        guard let number = column[Int(row)], let other = others[Int(row)] else { continue }
                        moments[Int(cells[Int(row)])].add((number - other).millionths, withSquare: withSquare)
                    }
                default:
                    for row in list where reader.meets(slot.tests, row: Int(row)) {
                        guard let number = slot.quantity.decimal({ reader.number($0, row: Int(row)) }) else { continue }
                        moments[Int(cells[Int(row)])].add(number.millionths, withSquare: withSquare)
                    }
                }
            }
        }
    }

    mutating func addQuotients(_ reader: RowReader) {
        let cells = rows.cells
        for (index, slot) in plan.quotients.enumerated() where slot.table == .participations {
            for row in rows.lists[slot.list] where reader.meets(slot.tests, row: Int(row)) {
                guard let value = slot.quantity.fraction({ reader.number($0, row: Int(row)) }) else { continue }
                accumulators.quotients[index][Int(cells[Int(row)])].add(value.numerator, over: value.denominator)
            }
        }
    }

    mutating func addDistributions(_ reader: RowReader) {
        let cells = rows.cells
        for (index, slot) in plan.distributions.enumerated() where slot.table == .participations {
            let width = slot.scales.units.count
            for row in rows.lists[slot.list] where reader.meets(slot.tests, row: Int(row)) {
                guard let number = slot.quantity.decimal({ reader.number($0, row: Int(row)) }),
                    let (value, part) = slot.scales.scaled(number, inSession: reader.session(ofRow: Int(row)))
                else { continue }
                accumulators.distributions[index][Int(cells[Int(row)]) * width + part].add(value)
            }
        }
    }

    mutating func noteItems(_ reader: RowReader) {
        for (index, slot) in plan.items.enumerated() {
            for (list, tests) in slot.rows {
                for row in rows.lists[list] where reader.meets(tests, row: Int(row)) {
                    guard let item = reader.item(slot.entity, row: Int(row)) else { continue }
                    items[index].insert(item, in: Int(rows.cells[Int(row)]))
                }
            }
        }
    }

    /// With a trainee-side dimension sessions are counted by who attended them.
    mutating func noteAttendances(_ block: borrowing ParticipationBlock) {
        guard request.hasTraineeSide, plan.needsSessions else { return }
        for row in 0..<block.count where rows.cells[row] >= 0 && placer.attends[Int(block.statuses[row])] {
            noteAttendance(in: Int(rows.cells[row]), session: Int(block.sessions[row]))
        }
    }
}
