import TrainingStats

/// Sums up the records of a dataset for one request: built on the kept tables, fed with participations block by block.
///
/// A builder is a value. Copies of one can be fed with different blocks; nothing depends on the order of the blocks.
public struct SummaryBuilder: Sendable {
    let scope: RecordScope
    var cells: CellIndex
    var figures: [Figures] = []
    var persons = PersonCounter()
    var knownStatePersons = PersonCounter()
    /// Pairs of cell and institution with an attendance.
    var institutions: Set<UInt64> = []
    /// Pairs of cell and session: delivered, or attended where a trainee-side dimension is involved.
    var sessions: Set<UInt64> = []

    private let hasSeats: [Bool]
    private let ingredients: Measure.Ingredients

    var request: ResolvedRequest { scope.request }
    var dataset: Dataset { scope.dataset }

    /// A builder for a request, on the kept tables of a dataset.
    ///
    /// - Throws: ``RequestError`` for unknown names and for combinations that have no meaning.
    public init(_ request: SummaryRequest, on dataset: Dataset) throws(RequestError) {
        scope = try RecordScope(request, on: dataset)
        cells = CellIndex(
            sessionParts: scope.sessionParts.members.count, personParts: scope.personParts.members.count)
        hasSeats = dataset.sessions.map { $0.capacity != nil }
        ingredients = scope.request.ingredients
        if scope.request.hasTrainerSide {
            placeAssignments()
        } else {
            placeSessions()
            for index in dataset.headcounts.indices { add(headcount: index) }
        }
    }

    private mutating func newCell(_ place: RecordScope.Place) -> Int {
        let cell = cells.cell(place)
        if cell == figures.count { figures.append(Figures()) }
        return cell
    }

    /// Without a trainee-side dimension every delivered session makes a cell, participants or not; planned and cancelled
    /// ones do where they are asked for.
    private mutating func placeSessions() {
        guard !request.hasTraineeSide else { return }
        for (index, session) in dataset.sessions.enumerated() where scope.sessionParts.numbers[index] >= 0 {
            let isPlanned = session.status == .planned && ingredients.contains(.planned)
            let isCancelled = session.status == .cancelled && ingredients.contains(.cancelled)
            guard scope.isDelivered[index] || isPlanned || isCancelled else { continue }
            let cell = newCell(.init(session: Int(scope.sessionParts.numbers[index]), person: 0, band: -1))
            if scope.isDelivered[index] { note(session: index, in: cell) }
            if isPlanned { figures[cell].planned += 1 }
            if isCancelled { figures[cell].cancelled += 1 }
        }
    }

    /// With a trainer dimension a cell is where an assignment in a delivered session falls.
    private mutating func placeAssignments() {
        for index in dataset.assignments.indices {
            guard let place = scope.place(assignment: index) else { continue }
            sessions.insert(UInt64(newCell(place)) << 32 | UInt64(index))
        }
    }

    private mutating func note(session: Int, in cell: Int) {
        sessions.insert(UInt64(cell) << 32 | UInt64(session))
    }

    /// Takes in a block of participations.
    public mutating func add(_ block: ParticipationBlock) {
        guard !request.hasTrainerSide else { return }
        for row in 0..<block.count { add(row, of: block) }
    }

    private mutating func add(_ row: Int, of block: ParticipationBlock) {
        let session = Int(block.sessions[row])
        let person = Int(block.trainees[row])
        let profile = scope.profile(ofPerson: person, in: session)
        guard let place = scope.place(session: session, profile: profile) else { return }
        let cell = newCell(place)
        let status = block.statuses[row]
        let attends = scope.attends[Int(status)]
        if attends { attend(1, session, profile, cell, cost: ingredients.contains(.cost) ? block.costs[row] : nil) }
        guard scope.isTraining[session] else { return }
        figures[cell].enrolments += 1
        if status == ParticipationStatus.completed.code { figures[cell].completed += 1 }
        if status == ParticipationStatus.withdrawn.code { figures[cell].withdrawn += 1 }
        if status == ParticipationStatus.noShow.code { figures[cell].absent += 1 }
        guard attends else { return }
        figures[cell].trained += 1
        if ingredients.contains(.hours) { figures[cell].hours.add(block.hours[row]) }
        if ingredients.contains(.persons) {
            persons.add(cell: cell, person: person)
            if ingredients.contains(.population), scope.profiles[profile].state >= 0 {
                knownStatePersons.add(cell: cell, person: person)
            }
        }
        if !ingredients.isDisjoint(with: [.preScores, .postScores, .gains, .normalisedGains]) {
            add(before: block.preScores[row], after: block.postScores[row], session, cell)
        }
        if ingredients.contains(.ratings), let rating = block.ratings[row] { figures[cell].ratings.add(rating) }
    }

    private mutating func add(before: ExactDecimal?, after: ExactDecimal?, _ session: Int, _ cell: Int) {
        if let before { figures[cell].preScores.add(before) }
        let course = dataset.courses[dataset.sessions[session].course]
        if let after {
            figures[cell].postScores.add(after)
            if ingredients.contains(.postScoreCounts) {
                figures[cell].postScoreCounts[after.millionths, default: 0] += 1
            }
            if let pass = course.passScore {
                figures[cell].testable += 1
                if after >= pass { figures[cell].passed += 1 }
            }
        }
        guard let before, let after else { return }
        figures[cell].gains.add(after - before)
        if ingredients.contains(.normalisedGains), before < course.maxScore {
            figures[cell].normalisedGains.add(
                (after - before).millionths, over: (course.maxScore - before).millionths)
        }
    }

    /// Takes in a group that was counted.
    private mutating func add(headcount index: Int) {
        let group = dataset.headcounts[index]
        let profile = scope.profile(ofHeadcount: index)
        guard let place = scope.place(session: group.session, profile: profile) else { return }
        let cell = newCell(place)
        let participants = group.participants ?? 0
        if ingredients.contains(.cost), participants == 0 { figures[cell].participantCost.add(group.cost) }
        if participants > 0 { attend(participants, group.session, profile, cell, cost: group.cost) }
        guard scope.isTraining[group.session] else { return }
        figures[cell].headcountTrained += participants
        figures[cell].trainingHeadcounts += 1
        if let completions = group.completions {
            figures[cell].headcountCompletions += completions
            figures[cell].headcountsStatingCompletions += 1
        }
    }

    /// Notes that so many attended a session, and what that cost.
    private mutating func attend(
        _ participants: Int, _ session: Int, _ profile: Int, _ cell: Int, cost: ExactDecimal?
    ) {
        figures[cell].attendances += participants
        if hasSeats[session] { figures[cell].attendancesOnSeats += participants }
        if ingredients.contains(.cost) {
            figures[cell].participantCost.add(cost)
            if cost != nil { figures[cell].attendancesWithCost += participants }
        }
        if ingredients.contains(.institutions), scope.profiles[profile].institution >= 0 {
            institutions.insert(UInt64(cell) << 32 | UInt64(scope.profiles[profile].institution))
        }
        if request.hasTraineeSide { note(session: session, in: cell) }
    }
}
