import Support
import TrainingStats

/// What each accumulator takes from its list of rows of the block at hand: the other half of the hot loops.
extension SummaryBuilder {
    mutating func countRows(_ reader: RowReader) {
        let (width, cells) = (accumulators.counterWidth, rows.cells)
        for counter in plan.rowCounters {
            let isMet = reader.test(counter.tests)
            for row in rows.lists[counter.list] where isMet?(Int(row)) ?? true {
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
                    let (narrow, cells) = (column.millionths.span, cells.span)
                    for row in list {
                        let (row, cell) = (Int(row), Int(cells[Int(row)]))
                        if let number = narrow.number(in: row) {
                            sums[cell].add(millionths: number)
                        } else {
                            sums[cell].add(column[row])
                        }
                    }
                } else {
                    let (isMet, narrow) = (reader.test(slot.tests), reader.narrow(slot.quantity))
                    for row in list where isMet?(Int(row)) ?? true {
                        let (row, cell) = (Int(row), Int(cells[Int(row)]))
                        let number = narrow(row)
                        if number > DecimalColumn.wide {
                            sums[cell].add(millionths: number)
                        } else {
                            sums[cell].add(slot.quantity.decimal { reader.number($0, row: row) })
                        }
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
            let (isMet, narrow) = (reader.test(slot.tests), reader.narrow(slot.quantity))
            accumulators.moments[index].withUnsafeMutableBufferPointer { moments in
                guard slot.scales.factors.isEmpty else {
                    let (scales, width) = (slot.scales, slot.scales.units.count)
                    for row in list where isMet?(Int(row)) ?? true {
                        let row = Int(row)
                        guard let points = reader.decimal(slot.quantity, narrow, row: row),
                            let (number, part) = scales.scaled(points, inSession: reader.session(ofRow: row))
                        else { continue }
                        moments[Int(cells[row]) * width + part].add(number, withSquare: withSquare)
                    }
                    return
                }
                switch slot.quantity {
                case .number(.value(let value)) where slot.tests.isEmpty:
                    let column = reader.block[value]
                    let (narrow, cells) = (column.millionths.span, cells.span)
                    for row in list {
                        let (row, cell) = (Int(row), Int(cells[Int(row)]))
                        if let number = narrow.number(in: row) {
                            moments[cell].add(narrow: number, withSquare: withSquare)
                        } else if let number = column[row] {
                            moments[cell].add(number.millionths, withSquare: withSquare)
                        }
                    }
                default:
                    for row in list where isMet?(Int(row)) ?? true {
                        let (row, cell) = (Int(row), Int(cells[Int(row)]))
                        let number = narrow(row)
                        if number > DecimalColumn.wide {
                            moments[cell].add(narrow: number, withSquare: withSquare)
                        } else if let number = slot.quantity.decimal({ reader.number($0, row: row) }) {
                            moments[cell].add(number.millionths, withSquare: withSquare)
                        }
                    }
                }
            }
        }
    }

    mutating func addQuotients(_ reader: RowReader) {
        let cells = rows.cells
        for (index, slot) in plan.quotients.enumerated() where slot.table == .participations {
            let list = rows.lists[slot.list]
            let isMet = reader.test(slot.tests)
            var sides: (upper: RowReader.NarrowNumber, lower: RowReader.NarrowNumber)?
            if case .quotient(let dividend, let divisor) = slot.quantity {
                sides = (reader.narrow(dividend), reader.narrow(divisor))
            }
            accumulators.quotients[index].withUnsafeMutableBufferPointer { quotients in
                for row in list where isMet?(Int(row)) ?? true {
                    let (row, cell) = (Int(row), Int(cells[Int(row)]))
                    if let sides, case let (upper, lower) = (sides.upper(row), sides.lower(row)),
                        upper > DecimalColumn.wide, lower > DecimalColumn.wide
                    {
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
            let (width, list) = (slot.scales.units.count, rows.lists[slot.list])
            let (isMet, narrow) = (reader.test(slot.tests), reader.narrow(slot.quantity))
            accumulators.distributions[index].withUnsafeMutableBufferPointer { distributions in
                for row in list where isMet?(Int(row)) ?? true {
                    let row = Int(row)
                    guard let number = reader.decimal(slot.quantity, narrow, row: row),
                        let (value, part) = slot.scales.scaled(number, inSession: reader.session(ofRow: row))
                    else { continue }
                    distributions[Int(cells[row]) * width + part].add(value)
                }
            }
        }
    }

    mutating func noteItems(_ reader: RowReader) {
        for (index, slot) in plan.items.enumerated() {
            for (list, tests) in slot.rows {
                let isMet = reader.test(tests)
                for row in rows.lists[list] where isMet?(Int(row)) ?? true {
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

extension Span<Int64> {
    /// The millionths in a row of a column of decimals; nil where they are not known, or held apart because they are wide.
    @inline(always)
    fileprivate func number(in row: Int) -> Int64? {
        guard row < count, self[row] > DecimalColumn.wide else { return nil }
        return self[row]
    }
}

extension RowReader {
    /// The value of a quantity that is no fraction, which nearly always has 64 bits.
    @inline(always)
    fileprivate func decimal(_ quantity: Quantity, _ narrow: NarrowNumber, row: Int) -> ExactDecimal? {
        let number = narrow(row)
        if number > DecimalColumn.wide { return ExactDecimal(millionths: Int128(number)) }
        return number == DecimalColumn.missing ? nil : quantity.decimal { self.number($0, row: row) }
    }
}
