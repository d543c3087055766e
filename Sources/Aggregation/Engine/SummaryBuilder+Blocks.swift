import Support
import TrainingStats

/// Where the rows of a block fall.
struct PlacedRows: Sendable {
    /// The cell of each row, or -1 where filters or the period keep it out.
    var cells: [Int32] = []
    /// The rows of trained participations that fall in a cell.
    var trained: [Int32] = []
    /// The rows of attendances that fall in a cell.
    var attended: [Int32] = []
}

extension SummaryBuilder {
    /// Takes in a block of participations: first it is found out where the rows fall, then each column is summed up.
    public mutating func add(_ block: borrowing ParticipationBlock) {
        guard !request.hasTrainerSide else { return }
        place(block)
        count(block)
        let ingredients = request.ingredients
        if ingredients.contains(.hours) { add(block[.hours], to: \.hours) }
        if ingredients.contains(.cost) { addCosts(block[.cost]) }
        if ingredients.contains(.ratings) { addRatings(block[.rating]) }
        if columns.needsScores { addScores(block) }
        let marksSessions = request.hasTraineeSide && ingredients.contains(.sessions)
        guard marksSessions || ingredients.contains(.institutions) else { return }
        for row in placed.attended {
            let session = Int(block.sessions[Int(row)])
            let profile = scope.profile(ofPerson: Int(block.trainees[Int(row)]), in: session)
            markAttendance(in: Int(placed.cells[Int(row)]), session, profile)
        }
    }

    /// Finds the cell of each row; a cell that is met for the first time is made.
    private mutating func place(_ block: borrowing ParticipationBlock) {
        let count = block.count
        if placed.cells.count != count { placed.cells = [Int32](repeating: -1, count: count) }
        var found = placed.cells
        placed.cells = []
        let isNew = found.withUnsafeMutableBufferPointer { found in
            block.sessions.withUnsafeBufferPointer { sessions in
                block.trainees.withUnsafeBufferPointer { trainees in
                    isPlain
                        ? findPlain(sessions, trainees, found)
                        : findAny(sessions, trainees, found)
                }
            }
        }
        if isNew {
            for row in 0..<count where found[row] < 0 {
                let (person, session) = (Int(block.trainees[row]), Int(block.sessions[row]))
                let profile = scope.profile(ofPerson: person, in: session)
                if let place = scope.place(session: session, profile: profile) { found[row] = Int32(newCell(place)) }
            }
        }
        placed.cells = found
    }

    /// Whether a row's cell follows from its session and its person alone, by one table.
    private var isPlain: Bool {
        cells.isDirect && !scope.dependsOnDay
    }

    /// Finds the cells of rows; whether one of them falls where there is no cell yet.
    private func findPlain(
        _ sessions: UnsafeBufferPointer<Int32>, _ trainees: UnsafeBufferPointer<Int32>,
        _ found: UnsafeMutableBufferPointer<Int32>
    ) -> Bool {
        var isNew = false
        let hasTraineeSide = request.hasTraineeSide
        scope.deliveredParts.withUnsafeBufferPointer { parts in
            scope.personParts.numbers.withUnsafeBufferPointer { persons in
                cells.withDirect { direct, width in
                    for row in sessions.indices {
                        let part = parts[Int(sessions[row])]
                        let person = hasTraineeSide ? persons[Int(trainees[row])] : 0
                        guard part >= 0, person >= 0 else {
                            found[row] = -1
                            continue
                        }
                        found[row] = direct[Int(part) * width + Int(person)]
                        isNew = isNew || found[row] < 0
                    }
                }
            }
        }
        return isNew
    }

    /// The same where persons move or age.
    private func findAny(
        _ sessions: UnsafeBufferPointer<Int32>, _ trainees: UnsafeBufferPointer<Int32>,
        _ found: UnsafeMutableBufferPointer<Int32>
    ) -> Bool {
        var isNew = false
        for row in sessions.indices {
            let session = Int(sessions[row])
            let profile = scope.profile(ofPerson: Int(trainees[row]), in: session)
            let place = scope.place(session: session, profile: profile)
            found[row] = place.map { cells.known($0) } ?? -1
            isNew = isNew || (found[row] < 0 && place != nil)
        }
        return isNew
    }

    /// Counts rows by their status, without branching on it.
    private mutating func count(_ block: borrowing ParticipationBlock) {
        let count = block.count
        let (completed, withdrawn) = (ParticipationStatus.completed.code, ParticipationStatus.withdrawn.code)
        let absent = ParticipationStatus.noShow.code
        if placed.trained.count < count {
            placed.trained = [Int32](repeating: 0, count: count)
            placed.attended = placed.trained
        }
        var trainedCount = 0
        var attendedCount = 0
        var trained = placed.trained
        var attended = placed.attended
        placed.trained = []
        placed.attended = []
        columns.counts.withUnsafeMutableBufferPointer { counts in
            for row in 0..<count {
                let cell = Int(placed.cells[row])
                guard cell >= 0 else { continue }
                let session = Int(block.sessions[row])
                let status = block.statuses[row]
                let attends = scope.attends[Int(status)] ? 1 : 0
                let trains = scope.isTraining[session] ? 1 : 0
                let both = attends & trains
                counts[cell].attendances += attends
                counts[cell].attendancesOnSeats += scope.hasSeats[session] ? attends : 0
                counts[cell].enrolments += trains
                counts[cell].trained += both
                counts[cell].completed += status == completed ? trains : 0
                counts[cell].withdrawn += status == withdrawn ? trains : 0
                counts[cell].absent += status == absent ? trains : 0
                trained[trainedCount] = Int32(truncatingIfNeeded: row)
                trainedCount += both
                attended[attendedCount] = Int32(truncatingIfNeeded: row)
                attendedCount += attends
            }
        }
        trained.removeLast(trained.count - trainedCount)
        attended.removeLast(attended.count - attendedCount)
        placed.trained = trained
        placed.attended = attended
    }

    /// Adds the values of a column to the sums of the cells in which trained participations fall.
    private mutating func add(_ values: borrowing DecimalColumn, to sums: WritableKeyPath<CellColumns, [StatedSum]>) {
        columns[keyPath: sums].withUnsafeMutableBufferPointer { sums in
            for row in placed.trained { sums[Int(placed.cells[Int(row)])].add(values[Int(row)]) }
        }
    }

    private mutating func addCosts(_ costs: borrowing DecimalColumn) {
        for row in placed.attended {
            let cell = Int(placed.cells[Int(row)])
            let cost = costs[Int(row)]
            columns.participantCost[cell].add(cost)
            if cost != nil { columns.counts[cell].attendancesWithCost += 1 }
        }
    }

    private mutating func addRatings(_ values: borrowing DecimalColumn) {
        columns.ratings.withUnsafeMutableBufferPointer { ratings in
            for row in placed.trained {
                guard let rating = values[Int(row)] else { continue }
                ratings[Int(placed.cells[Int(row)])].add(rating, withSquare: false)
            }
        }
    }

    private mutating func addScores(_ block: borrowing ParticipationBlock) {
        let ingredients = request.ingredients
        let withSquare = ingredients.contains(.squares)
        let (preScores, postScores) = (block[.preScore], block[.postScore])
        if ingredients.contains(.gains) {
            columns.gains.withUnsafeMutableBufferPointer { gains in
                for row in placed.trained {
                    guard let before = preScores[Int(row)], let after = postScores[Int(row)] else {
                        continue
                    }
                    gains[Int(placed.cells[Int(row)])].add(after - before, withSquare: withSquare)
                }
            }
        }
        guard !ingredients.isDisjoint(with: [.preScores, .postScores, .normalisedGains]) else { return }
        for row in placed.trained {
            let cell = Int(placed.cells[Int(row)])
            let course = dataset.sessions[Int(block.sessions[Int(row)])].course
            let before = preScores[Int(row)]
            let after = postScores[Int(row)]
            if ingredients.contains(.preScores), let before { columns.preScores[cell].add(before, withSquare: false) }
            if ingredients.contains(.postScores), let after { add(after, course, to: cell) }
            guard ingredients.contains(.normalisedGains), let before, let after else { continue }
            let highest = dataset.courses[course].maxScore
            if before < highest {
                columns.normalisedGains[cell].add((after - before).millionths, over: (highest - before).millionths)
            }
        }
    }

    /// Takes in a score after.
    private mutating func add(_ after: ExactDecimal, _ course: Int, to cell: Int) {
        columns.postScores[cell].add(after, withSquare: request.ingredients.contains(.squares))
        if request.ingredients.contains(.postScoreCounts) {
            columns.scores[cell].byScore[after.millionths, default: 0] += 1
        }
        if let pass = dataset.courses[course].passScore {
            columns.scores[cell].testable += 1
            if after >= pass { columns.scores[cell].passed += 1 }
        }
    }
}
