import TrainingStats

/// The class of each entry by one look: session and status say in which row it stands, the person in which column.
struct ClassTable: Sendable {
    /// How many classes it may have: 8 MB.
    private static let limit = 1 << 21

    /// Where the row of each part begins in ``classes``, by the part's packed number.
    let rows: [Int32]
    /// The classes, row by row; the first row is of nothing but class 0.
    let classes: [Int32]

    /// The table of parts whose cells are in a table, and whose ways say which cell of a counter each of them has; -1 is none.
    ///
    /// It is nil where there are too many pairs, or pairs of whose cell nothing is known.
    init?(_ table: PlaceTable, ways: Int, way: (_ session: Int, _ status: UInt8) -> Int, classOfCell: [Int32]) {
        let width = table.width
        let (count, overflow) = (table.cells.count + width).multipliedReportingOverflow(by: max(ways, 1))
        guard !overflow, count <= Self.limit else { return nil }
        var classes = [Int32](repeating: 0, count: width)
        classes.reserveCapacity(count)
        for first in stride(from: 0, to: table.cells.count, by: width) {
            for way in 0..<ways {
                for cell in table.cells[first..<first + width] {
                    classes.append(cell < 0 ? 0 : classOfCell[Int(cell) * ways + way])
                }
            }
        }
        self.classes = classes
        rows = table.sessions.enumerated().flatMap { session, row in
            (UInt8(0)..<8).map { status in
                let way = way(session, status)
                return row < 0 || way < 0 ? 0 : Int32(((Int(row) * ways) + way + 1) * width)
            }
        }
    }
}

extension PersonCounter {
    /// Notes and counts persons who follow each other: the number of the first, where the parts of each begin, and last where those of
    /// the last end.
    ///
    /// `columns` has the column of each person in the table, as ``PlaceTable`` has it, and is empty if all are in the first. Those
    /// whom `apart` names are left out; empty, it names nobody.
    mutating func add(
        persons first: Int, starts ends: Span<Int32>, parts: Span<PersonalPart>, except apart: [Bool],
        columns: [UInt16], in table: ClassTable
    ) {
        func column(of index: Int) -> Int? {
            guard ends[index] < ends[index + 1], apart.isEmpty || !apart[index] else { return nil }
            let column = columns.isEmpty ? 0 : columns[first + index]
            return column >= PlaceTable.openPerson ? nil : Int(column)
        }
        var most = 0
        for index in 0..<ends.count - 1 { most = max(most, Int(ends[index + 1] - ends[index])) }
        guard countsOnce else {
            for index in 0..<ends.count - 1 {
                guard let column = column(of: index) else { continue }
                for place in Int(ends[index])..<Int(ends[index + 1]) {
                    let row = Int(table.rows[Int(parts[place].packed)])
                    note(class: table.classes[row + column], of: first + index)
                }
                close(first + index)
            }
            return
        }
        let (rows, classes, groups, starts) = (table.rows, table.classes, groups, starts)
        met.append(contentsOf: repeatElement(0, count: most))
        // Invariant: rows and columns of the table, classes and groups are numbers below the counts of what they name; a person
        // has at most as many classes as parts, for which there is room.
        rows.withUnsafeBufferPointer { rows in
            classes.withUnsafeBufferPointer { classes in
                groups.withUnsafeBufferPointer { groups in
                    starts.withUnsafeBufferPointer { starts in
                        lastInClass.withUnsafeMutableBufferPointer { lastInClass in
                            met.withUnsafeMutableBufferPointer { met in
                                last.withUnsafeMutableBufferPointer { last in
                                    reached.withUnsafeMutableBufferPointer { reached in
                                        for index in 0..<ends.count - 1 {
                                            guard let column = column(of: index) else { continue }
                                            let mark = Int32(truncatingIfNeeded: first + index + 1)
                                            // Nobody is counted in class 0.
                                            lastInClass[0] = mark
                                            var count = 0
                                            for place in Int(ends[index])..<Int(ends[index + 1]) {
                                                let row = Int(rows[Int(parts[place].packed)])
                                                let number = classes[row &+ column]
                                                met[count] = number
                                                count &+= lastInClass[Int(number)] == mark ? 0 : 1
                                                lastInClass[Int(number)] = mark
                                            }
                                            for place in 0..<count {
                                                let number = Int(met[place])
                                                for group in groups[Int(starts[number])..<Int(starts[number + 1])] {
                                                    reached[Int(group)] &+= last[Int(group)] == mark ? 0 : 1
                                                    last[Int(group)] = mark
                                                }
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        met.removeAll(keepingCapacity: true)
    }
}
