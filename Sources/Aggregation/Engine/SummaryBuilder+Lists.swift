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
                    let (narrow, cells) = (column.millionths.span, cells.span)
                    for row in list {
                        let (row, cell) = (Int(row), Int(cells[Int(row)]))
                        if let number = narrow.number(in: row) {
                            moments[cell].add(narrow: number, withSquare: withSquare)
                        } else if let number = column[row] {
                            moments[cell].add(number.millionths, withSquare: withSquare)
                        }
                    }
                case .difference(.value(let value), minus: .value(let other)) where slot.tests.isEmpty:
                    let (column, others) = (reader.block[value], reader.block[other])
                    let (narrow, narrowOthers, cells) = (column.millionths.span, others.millionths.span, cells.span)
                    for row in list {
                        let (row, cell) = (Int(row), Int(cells[Int(row)]))
                        if let number = narrow.number(in: row), let other = narrowOthers.number(in: row),
                            case (let difference, false) = number.subtractingReportingOverflow(other)
                        {
                            moments[cell].add(narrow: difference, withSquare: withSquare)
                        } else if let number = column[row], let other = others[row] {
                            moments[cell].add((number - other).millionths, withSquare: withSquare)
                        }
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
            let list = rows.lists[slot.list]
            accumulators.quotients[index].withUnsafeMutableBufferPointer { quotients in
                for row in list where reader.meets(slot.tests, row: Int(row)) {
                    guard let value = slot.quantity.fraction({ reader.number($0, row: Int(row)) }) else { continue }
                    quotients[Int(cells[Int(row)])].add(value.numerator, over: value.denominator)
                }
            }
        }
    }

    mutating func addDistributions(_ reader: RowReader) {
        let cells = rows.cells
        for (index, slot) in plan.distributions.enumerated() where slot.table == .participations {
            let (width, list) = (slot.scales.units.count, rows.lists[slot.list])
            accumulators.distributions[index].withUnsafeMutableBufferPointer { distributions in
                for row in list where reader.meets(slot.tests, row: Int(row)) {
                    guard let number = slot.quantity.decimal({ reader.number($0, row: Int(row)) }),
                        let (value, part) = slot.scales.scaled(number, inSession: reader.session(ofRow: Int(row)))
                    else { continue }
                    distributions[Int(cells[Int(row)]) * width + part].add(value)
                }
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

extension Span<Int64> {
    /// The millionths in a row of a column of decimals; nil where they are not known, or held apart because they are wide.
    @inline(always)
    fileprivate func number(in row: Int) -> Int64? {
        guard row < count, self[row] > DecimalColumn.wide else { return nil }
        return self[row]
    }
}
