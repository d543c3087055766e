import Support
import TrainingStats

/// Participations, who come in blocks: the hot loops.
extension SummaryBuilder {
    /// Takes in a block of participations: first it is found out where the rows fall and to which classes they belong, then
    /// each accumulator goes through its list of rows.
    public mutating func add(_ block: borrowing ParticipationBlock) {
        guard takesParticipants else { return }
        reports.note(block.sessions)
        place(block)
        classify(block)
        makeLists(count: block.count)
        let reader = RowReader(block: copy block, placer: placer, sessionNumbers: sessionNumbers)
        countRows(reader)
        addSums(reader)
        addMoments(reader)
        addQuotients(reader)
        addDistributions(reader)
        noteItems(reader)
        if plan.takesFollowUps { addFollowUps(block) }
        noteAttendances(block)
        keepPlaced(block)
    }

    /// Finds the cell of each row; a cell that is met for the first time is made.
    ///
    /// The pointers below are valid within their closures alone. Sessions and trainees of a block are positions in the
    /// dataset's tables, which the reader has checked, so that they are within the tables made of these.
    private mutating func place(_ block: borrowing ParticipationBlock) {
        let count = block.count
        if rows.cells.count != count { rows.cells = [Int32](repeating: -1, count: count) }
        guard bundles.isEmpty else {
            for row in 0..<count { rows.cells[row] = bundles.numbers[Int(block.sessions[row])] }
            return
        }
        guard table == nil else { return placeByTable(block) }
        let parts = placer.rowParts.isEmpty ? [] : placer.rowParts.parts(of: block, of: dataset)
        var found = rows.cells
        rows.cells = []
        let isNew = found.withUnsafeMutableBufferPointer { found in
            block.sessions.withUnsafeBufferPointer { sessions in
                block.trainees.withUnsafeBufferPointer { trainees in
                    findAny(sessions: sessions, trainees: trainees, rowParts: parts, cells: found)
                }
            }
        }
        if isNew {
            for row in 0..<count where found[row] < 0 {
                if let place = placer.place(ofRow: row, in: block) { found[row] = Int32(newCell(place)) }
            }
        }
        rows.cells = found
    }

    /// Finds the cells of rows whose session and person say all.
    private mutating func placeByTable(_ block: borrowing ParticipationBlock) {
        guard var table else { return }
        self.table = nil
        var found = rows.cells
        rows.cells = []
        let isOpen = found.withUnsafeMutableBufferPointer { found in
            block.sessions.withUnsafeBufferPointer { sessions in
                block.trainees.withUnsafeBufferPointer { trainees in
                    table.find(sessions: sessions, trainees: trainees, cells: found)
                }
            }
        }
        if isOpen {
            for row in found.indices where found[row] == PlaceTable.open {
                let (session, person) = (Int(block.sessions[row]), Int(block.trainees[row]))
                let known = table.cell(session: session, person: person)
                guard known == PlaceTable.open else {
                    found[row] = known
                    continue
                }
                let cell = placer.place(ofRow: row, in: block).map { Int32(newCell($0)) } ?? PlaceTable.none
                found[row] = cell
                table.note(cell, session: session, person: person)
            }
        }
        rows.cells = found
        self.table = table
    }

    /// Finds the cells of rows that have parts of their own, or of which there are too many kinds for a table; whether one of
    /// them falls where there is no cell yet.
    private func findAny(
        sessions: UnsafeBufferPointer<Int32>, trainees: UnsafeBufferPointer<Int32>, rowParts: [Int],
        cells found: UnsafeMutableBufferPointer<Int32>
    ) -> Bool {
        var isNew = false
        for row in sessions.indices {
            let session = Int(sessions[row])
            let profile = placer.profile(ofPerson: Int(trainees[row]), in: session)
            var place = placer.place(session: session, profile: profile)
            if !rowParts.isEmpty {
                if rowParts[row] >= 0 { place?.row = rowParts[row] } else { place = nil }
            }
            found[row] = place.map { cells.known($0) } ?? -1
            isNew = isNew || (found[row] < 0 && place != nil)
        }
        return isNew
    }

    /// Counts the rows of each class in each cell.
    private mutating func classify(_ block: borrowing ParticipationBlock) {
        let keepsClasses = !plan.lists.isEmpty
        guard plan.countsSelections || keepsClasses else { return }
        let count = block.count
        if keepsClasses, rows.classes.count != count { rows.classes = [UInt16](repeating: 0, count: count) }
        var found = rows.classes
        rows.classes = []
        let (sessionClasses, classes, places) = (rowClasses.sessions.classes, rowClasses.classes, rows.cells)
        let (isCounted, width, first) = (plan.countsSelections, accumulators.counterWidth, plan.ownCounters - 1)
        let (cells, sessionClassOf, classOf) = (places.span, sessionClasses.span, classes.span)
        let (sessions, statuses) = (block.sessions.span, block.statuses.span)
        accumulators.counters.withUnsafeMutableBufferPointer { counters in
            found.withUnsafeMutableBufferPointer { found in
                for row in 0..<count {
                    let cell = Int(cells[row])
                    var rowClass = 0
                    if cell >= 0 {
                        rowClass = Int(classOf[Int(sessionClassOf[Int(sessions[row])]) << 3 | Int(statuses[row])])
                        // Class 0 is no selection's, and has no counter.
                        if isCounted, rowClass > 0 { counters[cell * width + first + rowClass] += 1 }
                    }
                    if keepsClasses { found[row] = UInt16(truncatingIfNeeded: rowClass) }
                }
            }
        }
        rows.classes = found
    }

    /// Lists the rows of each selection that is asked for row by row, without branching on it.
    private mutating func makeLists(count: Int) {
        for (index, selection) in plan.lists.enumerated() {
            let takes = rowClasses.isSelected[selection].map { $0 ? 1 : 0 }
            let classes = rows.classes
            rows.lists[index] = [Int32](unsafeUninitializedCapacity: count) { list, size in
                // Every row is written where the next one of the list belongs, and stays there if it is one.
                takes.withUnsafeBufferPointer { takes in
                    for row in 0..<count {
                        list[size] = Int32(truncatingIfNeeded: row)
                        size += takes[Int(classes[row])]
                    }
                }
            }
        }
    }
}
