import Support
import TrainingStats

/// What each accumulator takes from its list of rows of the block at hand: the other half of the hot loops.
extension SummaryBuilder {
    mutating func countRows(_ reader: RowReader) {
        let (width, cells) = (accumulators.counterWidth, rows.cells)
        for counter in plan.rowCounters {
            for row in reader.rows(rows.lists[counter.list], meeting: counter.tests) {
                accumulators.counters[Int(cells[Int(row)]) * width + counter.counter] += 1
            }
        }
    }

    mutating func addSums(_ reader: RowReader) {
        let cells = rows.cells
        for (index, slot) in plan.sums.enumerated() where slot.table == .participations {
            let list = reader.rows(rows.lists[slot.list], meeting: slot.tests)
            let numbers = reader.narrow(slot.quantity, of: list)
            accumulators.sums[index].withUnsafeMutableBufferPointer { sums in
                for place in list.indices {
                    let (row, number) = (Int(list[place]), numbers[place])
                    if number > DecimalColumn.wide {
                        sums[Int(cells[row])].add(millionths: number)
                    } else {
                        sums[Int(cells[row])].add(reader.decimal(slot.quantity, number, row: row))
                    }
                }
            }
        }
    }

    mutating func addMoments(_ reader: RowReader) {
        let cells = rows.cells
        for (index, slot) in plan.moments.enumerated() where slot.table == .participations {
            let list = reader.rows(rows.lists[slot.list], meeting: slot.tests)
            let numbers = reader.narrow(slot.quantity, of: list)
            let (scales, width, withSquare) = (slot.scales, slot.scales.units.count, slot.withSquares)
            accumulators.moments[index].withUnsafeMutableBufferPointer { moments in
                for place in list.indices {
                    let (row, number) = (Int(list[place]), numbers[place])
                    if scales.factors.isEmpty, number > DecimalColumn.wide {
                        moments[Int(cells[row])].add(narrow: number, withSquare: withSquare)
                    } else if let points = reader.decimal(slot.quantity, number, row: row),
                        let (number, part) = scales.scaled(points, inSession: reader.session(ofRow: row))
                    {
                        moments[Int(cells[row]) * width + part].add(number, withSquare: withSquare)
                    }
                }
            }
        }
    }

    mutating func addQuotients(_ reader: RowReader) {
        let cells = rows.cells
        for (index, slot) in plan.quotients.enumerated() where slot.table == .participations {
            let list = reader.rows(rows.lists[slot.list], meeting: slot.tests)
            let sides = reader.narrowSides(slot.quantity, of: list)
            accumulators.quotients[index].withUnsafeMutableBufferPointer { quotients in
                for place in list.indices {
                    let row = Int(list[place])
                    let cell = Int(cells[row])
                    let (upper, lower) = (sides.upper[place], sides.lower[place])
                    if upper > DecimalColumn.wide, lower > DecimalColumn.wide {
                        if lower != 0 { quotients[cell].add(narrow: upper, over: lower) }
                    } else if let value = slot.quantity.fraction({ reader.number($0, row: row) }) {
                        quotients[cell].add(value.numerator, over: value.denominator)
                    }
                }
            }
        }
    }

    mutating func addDistributions(_ reader: RowReader) {
        let cells = rows.cells
        for (index, slot) in plan.distributions.enumerated() where slot.table == .participations {
            let list = reader.rows(rows.lists[slot.list], meeting: slot.tests)
            let numbers = reader.narrow(slot.quantity, of: list)
            let (scales, width) = (slot.scales, slot.scales.units.count)
            accumulators.distributions[index].withUnsafeMutableBufferPointer { distributions in
                for place in list.indices {
                    let row = Int(list[place])
                    guard let number = reader.decimal(slot.quantity, numbers[place], row: row),
                        let (value, part) = scales.scaled(number, inSession: reader.session(ofRow: row))
                    else { continue }
                    distributions[Int(cells[row]) * width + part].add(value)
                }
            }
        }
    }

    mutating func noteItems(_ reader: RowReader) {
        for (index, slot) in plan.items.enumerated() {
            for (list, tests) in slot.rows {
                for row in reader.rows(rows.lists[list], meeting: tests) {
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

extension RowReader {
    /// The value of a quantity, of which a row has the given narrow number; nil where it is not known.
    @inline(always)
    fileprivate func decimal(_ quantity: Quantity, _ narrow: Int64, row: Int) -> ExactDecimal? {
        if narrow > DecimalColumn.wide { return ExactDecimal(millionths: Int128(narrow)) }
        return narrow == DecimalColumn.missing ? nil : quantity.decimal { number($0, row: row) }
    }
}
