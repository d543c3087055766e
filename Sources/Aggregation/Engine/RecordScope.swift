import TrainingStats

/// Which records of a dataset a request is about, and where each of them falls.
///
/// A record falls where a session part (a distinct combination of session-side members), a person part (likewise, of
/// profiles or of assignments) and an age band meet.
struct RecordScope: Sendable {
    /// Where a record falls.
    struct Place: Hashable, Sendable {
        /// Number of the combination of session-side members.
        var session: Int
        /// Number of the combination of trainee-side or trainer-side members.
        var person: Int
        /// Position in ``AgeBand/codes``, or -1 for unknown and where nobody asks.
        var band: Int
    }

    let request: ResolvedRequest
    let dataset: Dataset
    let coded: [CodedDimension]
    /// Persons, then affiliations, then headcounts: each with its own profile; empty where none is needed.
    let profiles: [Profile]
    /// The number of the session-side combination of each session in the period and admitted by the filters, else -1.
    let sessionParts: Combinations
    /// The number of the trainee-side combination of each admitted profile, or of each admitted assignment, else -1.
    let personParts: Combinations
    /// Whether each session was delivered by the reporting day.
    let isDelivered: [Bool]
    /// Whether each session, if delivered, is training.
    let isTraining: [Bool]
    /// Whether each session states a capacity.
    let hasSeats: [Bool]
    /// For each status code, whether it counts as an attendance.
    let attends: [Bool]
    /// Members that a filter names and no record has.
    let unmatchedMembers: [Filter]
    /// The number of the session-side combination of each delivered session in scope, else -1.
    let deliveredParts: [Int32]
    /// For each person, the position behind the last of his or her affiliations, or 0; empty where nobody has any.
    private let affiliationEnds: [Int32]
    /// The age bands that the filters admit (-1 for unknown); nil for all.
    private let admittedBands: Set<Int32>?
    let hasAgeBand: Bool
    /// The code under which each age band counts, that of the unknown first.
    private let bandCodes: [Int]
    private let startYears: [Int?]

    /// The scope of a request on the kept tables of a dataset.
    ///
    /// - Throws: ``RequestError`` for unknown names and for combinations that have no meaning.
    init(_ request: SummaryRequest, on dataset: Dataset, _ codes: inout SharedCodes) throws(RequestError) {
        let request = try ResolvedRequest(request)
        let facts = codes.sessionFacts(of: dataset, today: request.today)
        self.request = request
        self.dataset = dataset
        let needsProfiles =
            request.hasTraineeSide || !request.ingredients.isDisjoint(with: [.institutions, .population])
        let profiles = needsProfiles ? codes.profiles(of: dataset) : []
        self.profiles = profiles
        var ends: [Int32] = []
        if needsProfiles, !dataset.affiliations.isEmpty {
            ends = [Int32](repeating: 0, count: dataset.trainees.count)
            for (index, affiliation) in dataset.affiliations.enumerated() {
                ends[affiliation.trainee] = Int32(index + 1)
            }
        }
        affiliationEnds = ends
        coded = request.dimensions.map { codes.coded($0, dataset, profiles, keeping: request.kept) }

        var admitted: [(coded: CodedDimension, codes: Set<Int32>)] = []
        var unmatched: [Filter] = []
        for filter in request.filters {
            let coded = codes.coded(filter.dimension, dataset, profiles)
            let (kept, missing) = try coded.admitted(filter.members, dataset)
            admitted.append((coded, kept))
            if !missing.isEmpty { unmatched.append(Filter(dimension: filter.dimension.id, members: missing)) }
        }
        unmatchedMembers = unmatched
        /// Whether each of so many records is admitted by all filters on some sides.
        func admission(_ sides: Set<Dimension.Side>, _ count: Int) -> [Bool] {
            var isAdmitted = [Bool](repeating: true, count: count)
            for (coded, codes) in admitted
            where sides.contains(coded.dimension.side) && !coded.codes.isEmpty {
                var admits = [Bool](repeating: false, count: coded.members.count + 1)
                for code in codes { admits[Int(code) + 1] = true }
                for record in 0..<count where !admits[Int(coded.codes[record]) + 1] { isAdmitted[record] = false }
            }
            return isAdmitted
        }
        let sessionSides: Set<Dimension.Side> = [.session, .course, .time]
        var isInScope = admission(sessionSides, dataset.sessions.count)
        if let period = request.period {
            for (index, end) in facts.ends.enumerated() where end.map(period.contains) != true {
                isInScope[index] = false
            }
        }
        let onSessions = coded.filter { sessionSides.contains($0.dimension.side) }
        sessionParts = Combinations(onSessions, isKept: isInScope)
        if request.hasTrainerSide {
            let onTrainers = coded.filter { $0.dimension.side == .trainer }
            personParts = Combinations(onTrainers, isKept: admission([.trainer], dataset.assignments.count))
        } else {
            let onTrainees = coded.filter { $0.dimension.side == .trainee && $0.dimension.id != "age-band" }
            personParts = Combinations(onTrainees, isKept: admission([.trainee], profiles.count))
        }
        let bandFilters = admitted.filter { $0.coded.dimension.id == "age-band" }.map(\.codes)
        admittedBands = bandFilters.first.map { bandFilters.dropFirst().reduce($0) { $0.intersection($1) } }
        let ageBands = coded.first { $0.dimension.id == "age-band" }
        hasAgeBand = ageBands != nil
        bandCodes = (-1..<AgeBand.codes.count).map { Int(ageBands?.gathered(Int32($0)) ?? -1) }
        isDelivered = facts.isDelivered
        deliveredParts = zip(sessionParts.numbers, facts.isDelivered).map { $1 ? $0 : -1 }
        isTraining = facts.isTraining
        hasSeats = facts.hasSeats
        startYears = facts.startYears
        attends = dataset.settings.attendingStatuses
    }

    /// Whether the same person can fall in different places of trainee-side members, from one session to another.
    var dependsOnDay: Bool {
        request.hasTraineeSide && (hasAgeBand || admittedBands != nil || !affiliationEnds.isEmpty)
    }

    /// Where a person's or group's part in a delivered session falls, or nil where filters or the period keep it out.
    @inline(__always)
    func place(session: Int, profile: Int) -> Place? {
        let part = Int(deliveredParts[session])
        guard part >= 0 else { return nil }
        guard request.hasTraineeSide else { return Place(session: part, person: 0, band: -1) }
        guard personParts.numbers[profile] >= 0 else { return nil }
        var band = -1
        if hasAgeBand || admittedBands != nil {
            band = AgeBand.code(birthYear: profiles[profile].birthYear, startYear: startYears[session])
            if let admittedBands, !admittedBands.contains(Int32(band)) { return nil }
        }
        return Place(
            session: part, person: Int(personParts.numbers[profile]), band: hasAgeBand ? bandCodes[band + 1] : -1)
    }

    /// Where a trainer's assignment in a delivered session falls, or nil where filters or the period keep it out.
    func place(assignment index: Int) -> Place? {
        let session = dataset.assignments[index].session
        guard isDelivered[session], sessionParts.numbers[session] >= 0, personParts.numbers[index] >= 0 else {
            return nil
        }
        return Place(session: Int(sessionParts.numbers[session]), person: Int(personParts.numbers[index]), band: -1)
    }

    /// The position in ``profiles`` of a person on the day on which a session starts; 0 where none is needed.
    @inline(__always)
    func profile(ofPerson person: Int, in session: Int) -> Int {
        guard !profiles.isEmpty else { return 0 }
        guard !affiliationEnds.isEmpty, affiliationEnds[person] > 0 else { return person }
        return affiliation(of: person, in: session)
    }

    private func affiliation(of person: Int, in session: Int) -> Int {
        guard let start = dataset.sessions[session].start else { return person }
        var index = Int(affiliationEnds[person]) - 1
        while index >= 0, dataset.affiliations[index].trainee == person {
            if dataset.affiliations[index].from <= start { return dataset.trainees.count + index }
            index -= 1
        }
        return person
    }

    /// The position in ``profiles`` of a group that was counted; 0 where none is needed.
    func profile(ofHeadcount index: Int) -> Int {
        profiles.isEmpty ? 0 : profiles.count - dataset.headcounts.count + index
    }

    /// One code for each dimension of the request.
    func members(of place: Place) -> [Int32] {
        var onSession = sessionParts.members[place.session].makeIterator()
        var onPerson =
            personParts.members.isEmpty ? [].makeIterator() : personParts.members[place.person].makeIterator()
        return coded.map { dimension in
            switch dimension.dimension.side {
            case .session, .course, .time: onSession.next() ?? CodedDimension.unknown
            case .trainee where dimension.dimension.id == "age-band": Int32(place.band)
            case .trainee, .trainer: onPerson.next() ?? CodedDimension.unknown
            }
        }
    }
}
