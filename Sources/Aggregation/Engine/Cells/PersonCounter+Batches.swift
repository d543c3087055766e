import TrainingStats

/// The class of each entry by one look: session and status say in which row it stands, the person in which column.
struct ClassTable: Sendable {
    /// Where the row of each part begins in ``classes``, by the part's packed number.
    let rows: [Int32]
    /// The classes, row by row; the first row is of nothing but class 0.
    let classes: [Int32]
}

extension ClassTable {
    /// How many classes it may have: 8 MB.
    private static let limit = 1 << 21

    /// The table of parts whose cells are in a table, and whose ways say which cell of a counter each of them has; -1 is none.
    ///
    /// Pairs without a cell have class 0. It is nil where there are too many pairs.
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
    /// Notes and counts persons who follow each other: the number of the first, where the parts of each begin, and last where those
    /// of the last end.
    ///
    /// `columns` has the column of each person in the table, as ``PlaceTable`` has it, and is empty if all are in the first. Those
    /// whom `apart` names are left out; empty, it names nobody.
    mutating func add(
        persons first: Int, starts: Span<Int32>, parts: Span<PersonalPart>, except apart: [Bool],
        columns: [UInt16], in table: ClassTable
    ) {
        /// The column of a person who is taken in; nil of one who is not, or has none.
        func column(of index: Int) -> Int? {
            guard starts[index] < starts[index + 1], apart.isEmpty || !apart[index] else { return nil }
            let column = columns.isEmpty ? 0 : columns[first + index]
            return column < PlaceTable.openPerson ? Int(column) : nil
        }
        var most = 0
        for index in 0..<starts.count - 1 { most = max(most, Int(starts[index + 1] - starts[index])) }
        let room = [Int32](repeating: 0, count: most)
        if countsOnce {
            addOnce(persons: first, starts: starts, parts: parts, column: column, in: table, room)
        } else {
            addSeveral(persons: first, starts: starts, parts: parts, column: column, in: table, room)
        }
    }

    // In both ways what is written to is taken out, so that all of it can be had at once. Invariant: rows and columns of the table,
    // classes and groups are numbers below the counts of what they name; a person is in at most as many classes as there are parts, for
    // which there is room.

    /// Counts persons with any record.
    @inline(__always)
    private mutating func addOnce(
        persons first: Int, starts: Span<Int32>, parts: Span<PersonalPart>, column: (Int) -> Int?, in table: ClassTable,
        _ room: [Int32]
    ) {
        var (met, lastInClass, last, reached) = (room, lastInClass, last, reached)
        (self.lastInClass, self.last, self.reached) = ([], [], [])
        do {
            let (ownGroups, ownStarts) = (groups, self.starts)
            let (rows, classes) = (table.rows.span, table.classes.span)
            let (groups, groupStarts) = (ownGroups.span, ownStarts.span)
            var met = met.mutableSpan
            var lastInClass = lastInClass.mutableSpan
            var last = last.mutableSpan
            var reached = reached.mutableSpan
            for index in 0..<starts.count - 1 {
                guard let column = column(index) else { continue }
                let mark = Int32(truncatingIfNeeded: first + index + 1)
                // Nobody is counted in class 0.
                lastInClass[0] = mark
                var count = 0
                for place in Int(starts[index])..<Int(starts[index + 1]) {
                    let number = classes[unchecked: Int(rows[Int(parts[place].packed)]) &+ column]
                    met[unchecked: count] = number
                    count &+= lastInClass[unchecked: Int(number)] == mark ? 0 : 1
                    lastInClass[unchecked: Int(number)] = mark
                }
                for place in 0..<count {
                    let number = Int(met[unchecked: place])
                    let end = Int(groupStarts[unchecked: number &+ 1])
                    for position in Int(groupStarts[unchecked: number])..<end {
                        let group = Int(groups[unchecked: position])
                        reached[unchecked: group] &+= last[unchecked: group] == mark ? 0 : 1
                        last[unchecked: group] = mark
                    }
                }
            }
        }
        (self.lastInClass, self.last, self.reached) = (lastInClass, last, reached)
    }

    /// Counts persons with as many records as the thresholds say.
    @inline(__always)
    private mutating func addSeveral(
        persons first: Int, starts: Span<Int32>, parts: Span<PersonalPart>, column: (Int) -> Int?, in table: ClassTable,
        _ room: [Int32]
    ) {
        var (met, lastInClass, entriesInClass) = (room, lastInClass, entriesInClass)
        var (last, entries, reached) = (last, entries, reached)
        (self.lastInClass, self.entriesInClass, self.last, self.entries, self.reached) = ([], [], [], [], [])
        do {
            let (ownGroups, ownStarts, ownThresholds) = (groups, self.starts, thresholds)
            let (rows, classes, thresholds) = (table.rows.span, table.classes.span, ownThresholds.span)
            let (groups, groupStarts) = (ownGroups.span, ownStarts.span)
            let groupCount = last.count
            var met = met.mutableSpan
            var lastInClass = lastInClass.mutableSpan
            var entriesInClass = entriesInClass.mutableSpan
            var last = last.mutableSpan
            var entries = entries.mutableSpan
            var reached = reached.mutableSpan
            for index in 0..<starts.count - 1 {
                guard let column = column(index) else { continue }
                let mark = Int32(truncatingIfNeeded: first + index + 1)
                lastInClass[0] = mark
                var count = 0
                for place in Int(starts[index])..<Int(starts[index + 1]) {
                    let number = classes[unchecked: Int(rows[Int(parts[place].packed)]) &+ column]
                    let isKnown = lastInClass[unchecked: Int(number)] == mark
                    met[unchecked: count] = number
                    count &+= isKnown ? 0 : 1
                    lastInClass[unchecked: Int(number)] = mark
                    entriesInClass[unchecked: Int(number)] =
                        isKnown ? entriesInClass[unchecked: Int(number)].adding(1) : 1
                }
                for place in 0..<count {
                    let number = Int(met[unchecked: place])
                    let added = entriesInClass[unchecked: number]
                    let end = Int(groupStarts[unchecked: number &+ 1])
                    for position in Int(groupStarts[unchecked: number])..<end {
                        let group = Int(groups[unchecked: position])
                        let before = last[unchecked: group] == mark ? entries[unchecked: group] : 0
                        let after = before.adding(added)
                        last[unchecked: group] = mark
                        entries[unchecked: group] = after
                        for threshold in 0..<thresholds.count {
                            let least = thresholds[unchecked: threshold]
                            reached[unchecked: threshold &* groupCount &+ group] &+=
                                before < least && least <= after ? 1 : 0
                        }
                    }
                }
            }
        }
        (self.lastInClass, self.entriesInClass) = (lastInClass, entriesInClass)
        (self.last, self.entries, self.reached) = (last, entries, reached)
    }
}
