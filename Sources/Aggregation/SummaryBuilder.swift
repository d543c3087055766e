import TrainingStats

/// Sums up the records of a dataset for one request: built on the kept tables, fed with participations block by block.
///
/// A builder is a value. Copies of one can be fed with different blocks; nothing depends on the order of the blocks.
public struct SummaryBuilder: Sendable {
    let request: ResolvedRequest
    let dataset: Dataset
    let coded: [CodedDimension]
    /// Persons, then affiliations, then headcounts: each with its own profile.
    let profiles: [Profile]
    /// The number of the session-side combination of each session that counts, else -1.
    let sessionParts: Combinations
    /// The number of the trainee-side combination of each profile that counts, else -1; or of each assignment.
    let personParts: Combinations
    /// Sessions that were delivered, in the period, and not filtered out on their own account.
    let isDelivered: [Bool]
    let unmatchedMembers: [Filter]
    /// For persons with affiliations: the positions of theirs.
    private let affiliations: [Int: Range<Int>]
    /// The age bands that the filters admit (-1 for unknown); nil for all.
    private let admittedBands: Set<Int32>?
    private let hasAgeBand: Bool

    var cells: CellIndex
    var figures: [Figures] = []
    var persons = PersonCounter()
    var knownStatePersons = PersonCounter()
    /// Pairs of cell and institution with an attendance.
    var institutions: Set<UInt64> = []
    /// Pairs of cell and session: delivered, or attended where a trainee-side dimension is involved.
    var sessions: Set<UInt64> = []

    private let isTraining: [Bool]
    private let hasSeats: [Bool]
    private let startYears: [Int?]
    private let counts: [Bool]
    private let ingredients: Measure.Ingredients

    /// A builder for a request, on the kept tables of a dataset.
    ///
    /// - Throws: ``RequestError`` for unknown names and for combinations that have no meaning.
    public init(_ request: SummaryRequest, on dataset: Dataset) throws(RequestError) {
        let request = try ResolvedRequest(request)
        self.request = request
        self.dataset = dataset
        let profiles =
            request.hasTraineeSide || request.ingredients.contains(.institutions)
                || request.ingredients.contains(.population)
            ? dataset.trainees.profiles + dataset.affiliations.map(\.profile) + dataset.headcounts.map(\.profile) : []
        self.profiles = profiles
        var affiliations: [Int: Range<Int>] = [:]
        for (index, affiliation) in dataset.affiliations.enumerated() {
            let known = affiliations[affiliation.trainee]
            affiliations[affiliation.trainee] = (known?.lowerBound ?? index)..<(index + 1)
        }
        self.affiliations = affiliations
        coded = request.dimensions.map { CodedDimension($0, dataset, profiles) }

        var admitted: [(coded: CodedDimension, codes: Set<Int32>)] = []
        var unmatched: [Filter] = []
        for filter in request.filters {
            let coded = CodedDimension(filter.dimension, dataset, profiles)
            let (codes, missing) = try coded.admitted(filter.members, dataset)
            admitted.append((coded, codes))
            if !missing.isEmpty { unmatched.append(Filter(dimension: filter.dimension.id, members: missing)) }
        }
        unmatchedMembers = unmatched
        func isAdmitted(_ record: Int, _ sides: Set<Dimension.Side>) -> Bool {
            admitted.allSatisfy { filter in
                !sides.contains(filter.coded.dimension.side) || filter.coded.codes.isEmpty
                    || filter.codes.contains(filter.coded.codes[record])
            }
        }
        let sessionSides: Set<Dimension.Side> = [.session, .course, .time]
        let isInPeriod = dataset.sessions.map { session in
            guard let period = request.period else { return true }
            return session.end.map(period.contains) ?? false
        }
        let onSessions = coded.filter { sessionSides.contains($0.dimension.side) }
        sessionParts = Combinations(onSessions, count: dataset.sessions.count) {
            isInPeriod[$0] && isAdmitted($0, sessionSides)
        }
        isDelivered = dataset.sessions.map { $0.isDelivered(by: request.today) }
        if request.hasTrainerSide {
            let onTrainers = coded.filter { $0.dimension.side == .trainer }
            personParts = Combinations(onTrainers, count: dataset.assignments.count) { isAdmitted($0, [.trainer]) }
        } else {
            let onTrainees = coded.filter { $0.dimension.side == .trainee && $0.dimension.id != "age-band" }
            personParts = Combinations(onTrainees, count: profiles.count) { isAdmitted($0, [.trainee]) }
        }
        let bandFilters = admitted.filter { $0.coded.dimension.id == "age-band" }.map(\.codes)
        admittedBands = bandFilters.first.map { bandFilters.dropFirst().reduce($0) { $0.intersection($1) } }
        hasAgeBand = coded.contains { $0.dimension.id == "age-band" }
        cells = CellIndex(sessionParts: sessionParts.members.count, personParts: personParts.members.count)

        isTraining = dataset.sessions.map(dataset.isTraining)
        hasSeats = dataset.sessions.map { $0.capacity != nil }
        startYears = dataset.sessions.map { $0.start?.year }
        var counts = [Bool](repeating: false, count: ParticipationStatus.allCases.count)
        for status in dataset.settings.trainedStatuses { counts[Int(status.code)] = true }
        self.counts = counts
        ingredients = request.ingredients
        if request.hasTrainerSide {
            placeAssignments()
        } else {
            placeSessions()
            for index in dataset.headcounts.indices { add(headcount: index) }
        }
    }

    /// The cell of a person's or group's part in a session, or nil where filters or the period keep it out.
    private mutating func cell(session: Int, profile: Int) -> Int? {
        guard isDelivered[session], sessionParts.numbers[session] >= 0 else { return nil }
        guard request.hasTraineeSide else {
            return newCell(session: Int(sessionParts.numbers[session]), person: 0, band: -1)
        }
        guard personParts.numbers[profile] >= 0 else { return nil }
        var band = -1
        if hasAgeBand || admittedBands != nil {
            band = AgeBand.code(birthYear: profiles[profile].birthYear, startYear: startYears[session])
            if let admittedBands, !admittedBands.contains(Int32(band)) { return nil }
        }
        return newCell(
            session: Int(sessionParts.numbers[session]), person: Int(personParts.numbers[profile]),
            band: hasAgeBand ? band : -1)
    }

    private mutating func newCell(session: Int, person: Int, band: Int) -> Int {
        let cell = cells.cell(session: session, person: person, band: band)
        if cell == figures.count { figures.append(Figures()) }
        return cell
    }

    /// Without a trainee-side dimension every delivered session makes a cell, participants or not; planned and cancelled
    /// ones do where they are asked for.
    private mutating func placeSessions() {
        guard !request.hasTraineeSide else { return }
        for (index, session) in dataset.sessions.enumerated() where sessionParts.numbers[index] >= 0 {
            let isPlanned = session.status == .planned && ingredients.contains(.planned)
            let isCancelled = session.status == .cancelled && ingredients.contains(.cancelled)
            guard isDelivered[index] || isPlanned || isCancelled else { continue }
            let cell = newCell(session: Int(sessionParts.numbers[index]), person: 0, band: -1)
            if isDelivered[index] { note(session: index, in: cell) }
            if isPlanned { figures[cell].planned += 1 }
            if isCancelled { figures[cell].cancelled += 1 }
        }
    }

    /// With a trainer dimension a cell is where an assignment in a delivered session falls.
    private mutating func placeAssignments() {
        for (index, assignment) in dataset.assignments.enumerated()
        where isDelivered[assignment.session] && sessionParts.numbers[assignment.session] >= 0
            && personParts.numbers[index] >= 0
        {
            let part = Int(sessionParts.numbers[assignment.session])
            let cell = newCell(session: part, person: Int(personParts.numbers[index]), band: -1)
            sessions.insert(UInt64(cell) << 32 | UInt64(index))
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
        let profile = profiles.isEmpty ? 0 : self.profile(of: person, in: session)
        guard let cell = cell(session: session, profile: profile) else { return }
        let status = block.statuses[row]
        let attends = counts[Int(status)]
        if attends { attend(1, session, profile, cell, cost: ingredients.contains(.cost) ? block.costs[row] : nil) }
        guard isTraining[session] else { return }
        figures[cell].enrolments += 1
        if status == ParticipationStatus.completed.code { figures[cell].completed += 1 }
        if status == ParticipationStatus.withdrawn.code { figures[cell].withdrawn += 1 }
        if status == ParticipationStatus.noShow.code { figures[cell].absent += 1 }
        guard attends else { return }
        figures[cell].trained += 1
        if ingredients.contains(.hours) { figures[cell].hours.add(block.hours[row]) }
        if ingredients.contains(.persons) {
            persons.add(cell: cell, person: person)
            if ingredients.contains(.population), profiles[profile].state >= 0 {
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
        let profile = profiles.isEmpty ? 0 : profiles.count - dataset.headcounts.count + index
        guard let cell = cell(session: group.session, profile: profile) else { return }
        let participants = group.participants ?? 0
        if ingredients.contains(.cost), participants == 0 { figures[cell].participantCost.add(group.cost) }
        if participants > 0 { attend(participants, group.session, profile, cell, cost: group.cost) }
        guard isTraining[group.session] else { return }
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
        if ingredients.contains(.institutions), profiles[profile].institution >= 0 {
            institutions.insert(UInt64(cell) << 32 | UInt64(profiles[profile].institution))
        }
        if request.hasTraineeSide { note(session: session, in: cell) }
    }

    /// The profile of a person on the day on which a session starts.
    private func profile(of person: Int, in session: Int) -> Int {
        guard !affiliations.isEmpty, let range = affiliations[person], let start = dataset.sessions[session].start
        else { return person }
        let inForce = range.last { dataset.affiliations[$0].from <= start }
        return inForce.map { dataset.trainees.count + $0 } ?? person
    }
}
