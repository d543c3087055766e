import TrainingStats

/// Which records of a dataset a request is about, and where each of them falls.
///
/// A record falls where a session part (a distinct combination of session-side members), a person part (likewise, of
/// profiles or of assignments), an age part (of bands of ages) and a row part (of properties of the row itself) meet.
struct RecordPlacer: Sendable {
    /// Where a record falls.
    struct Place: Hashable, Sendable {
        /// Number of the combination of session-side members.
        var session: Int
        /// Number of the combination of trainee-side or trainer-side members.
        var person = 0
        /// Number of the combination of bands of ages.
        var age = 0
        /// Number of the combination of members that the row itself has.
        var row = 0
    }

    let request: ResolvedRequest
    private(set) var dataset: Dataset
    /// The dimensions of the request.
    let coded: [DimensionCodes]
    /// The dimensions of the filters, each with the codes that are admitted.
    let admitted: [(coded: DimensionCodes, codes: Set<Int32>)]
    /// Persons, then affiliations, then headcounts: each with its own profile; empty where none is needed.
    let profiles: [Profile]
    /// The number of the session-side combination of each session in the period and admitted by the filters, else -1.
    let sessionParts: MemberCombinations
    /// The number of the trainee-side combination of each admitted profile, or of each admitted assignment, else -1.
    let personParts: MemberCombinations
    /// The number of the combination of bands of each admitted age, else -1.
    let ageParts: MemberCombinations
    /// The combinations of members that rows of participations have themselves.
    let rowParts: RowParts
    /// Whether each session was delivered by the reporting day.
    let isDelivered: [Bool]
    /// Whether each session, if delivered, is training.
    let isTraining: [Bool]
    /// For each status code, whether it counts as an attendance.
    let attends: [Bool]
    /// Members that a filter names and no record has.
    let unmatchedMembers: [Filter]
    /// Which sessions each of the requests is about.
    let scopes: SessionScopes
    /// The codes of the members of the first row dimension that have rows without records too; nil where these are not
    /// wanted.
    let emptyMembers: [Int32]?
    /// What is stated in columns of numbers that the dataset declares; nil where nobody asks for it.
    let ownNumbers: OwnNumbers?
    /// The number of the session-side combination of each delivered session in scope, else -1.
    let deliveredParts: [Int32]
    /// When persons were affiliated where; nil where nobody has moved, or it does not matter.
    private var affiliations: AffiliationDays?
    /// Whether the age of persons matters.
    let usesAge: Bool
    /// The year in which each session starts.
    let startYears: [Int?]

    /// The placer of a request on the kept tables of a dataset; with profiles also where the request itself asks for none.
    ///
    /// - Throws: ``RequestError`` for unknown names and for combinations that have no meaning.
    init(
        _ request: SummaryRequest, on dataset: Dataset, withProfiles: Bool = false, sharing lookups: inout SharedLookups
    ) throws(RequestError) {
        try self.init(
            ResolvedRequest(request, in: lookups.catalogue), scopes: [], on: dataset, withProfiles: withProfiles,
            sharing: &lookups)
    }

    /// The placer of what a request asks, or several together, each in a scope of its own.
    ///
    /// - Throws: ``RequestError`` for combinations that have no meaning.
    init(
        _ request: ResolvedRequest, scopes: [SessionScope], on dataset: Dataset, withProfiles: Bool = false,
        sharing lookups: inout SharedLookups
    ) throws(RequestError) {
        var request = request
        var dataset = dataset
        dataset.certificates = dataset.certificates?.asOf(request.today)
        dataset.followUps = dataset.followUps.asked(by: request.today)
        let columns = lookups.sessionColumns(of: dataset, today: request.today)
        self.dataset = dataset
        let needsProfiles = withProfiles || request.needsProfiles
        let profiles = needsProfiles ? lookups.profiles(of: dataset) : []
        // Those of several requests are bound already.
        let unmatchedInMeasures =
            scopes.isEmpty ? try request.bindMembers(to: dataset, profiles: profiles, sharing: &lookups) : []
        self.request = request
        self.profiles = profiles
        let asksForOwn = request.measures.contains { $0.aggregate.numbers.contains { $0.own != nil } }
        ownNumbers = withProfiles || asksForOwn ? lookups.ownNumbers(of: dataset) : nil
        affiliations = needsProfiles ? lookups.affiliations(of: dataset) : nil
        let known = KnownMembers(
            for: request, in: dataset,
            deliveries: request.includesEmpty ? zip(columns.ends, columns.isDelivered).compactMap { $1 ? $0 : nil } : []
        )
        func added(_ dimension: Dimension) -> [String] {
            known.flatMap { dimension == request.dimensions.first ? $0.members : nil } ?? []
        }
        let coded = request.dimensions.map {
            lookups.codes(of: $0, in: dataset, profiles: profiles, adding: added($0), keeping: request.kept)
        }
        self.coded = coded

        var admitted: [(coded: DimensionCodes, codes: Set<Int32>)] = []
        var unmatched = unmatchedInMeasures
        for filter in request.filters {
            let found = try lookups.admitted(
                by: filter.filter, extent: request.extent, in: dataset, profiles: profiles,
                adding: added(filter.dimension))
            admitted.append((found.coded, found.codes))
            if let missing = found.unmatched { unmatched.append(missing) }
        }
        self.admitted = admitted
        unmatchedMembers = unmatched
        /// Whether each of so many coded entities is admitted by all filters on it.
        func admission(
            _ entity: MemberRule.CodedEntity, _ count: Int, by admitted: [(coded: DimensionCodes, codes: Set<Int32>)]
        ) -> [Bool] {
            var isAdmitted = [Bool](repeating: true, count: count)
            for (coded, codes) in admitted where coded.dimension.rule.codedEntity == entity {
                var admits = [Bool](repeating: false, count: coded.members.count + 1)
                for code in codes { admits[Int(code) + 1] = true }
                for record in 0..<count where !admits[Int(coded.codes[record]) + 1] { isAdmitted[record] = false }
            }
            return isAdmitted
        }
        func combinations(
            _ entity: MemberRule.CodedEntity, isKept: [Bool], and parts: [Int32] = []
        ) -> MemberCombinations {
            MemberCombinations(
                coded.filter { $0.dimension.rule.codedEntity == entity }, isKept: isKept, apart: parts)
        }
        func sessions(
            in period: Period?, admittedBy admitted: [(coded: DimensionCodes, codes: Set<Int32>)]
        ) -> [Bool] {
            let isAdmitted = admission(.session, dataset.sessions.count, by: admitted)
            guard let period else { return isAdmitted }
            var isInScope = isAdmitted
            for (index, end) in columns.ends.enumerated() where end.map(period.contains) != true {
                isInScope[index] = false
            }
            guard request.extent == .possible else { return isInScope }
            // A session ends in the period, or nobody knows whether it does; none ends before it starts.
            for (index, session) in dataset.sessions.enumerated() where session.end == nil {
                let canEnd = session.start.map { $0 <= period.last } ?? true
                isInScope[index] = canEnd && isAdmitted[index]
            }
            return isInScope
        }
        var inScopes: [[Bool]] = []
        for scope in scopes {
            let admitted = try scope.filters.map { (filter) throws(RequestError) in
                try lookups.admitted(by: filter, extent: request.extent, in: dataset, profiles: profiles)
            }
            var isInScope = sessions(in: scope.period, admittedBy: admitted.map { ($0.coded, $0.codes) })
            if let day = scope.deliveredBy, day < request.today {
                let isDelivered = lookups.sessionColumns(of: dataset, today: day).isDelivered
                for session in isInScope.indices where !isDelivered[session] { isInScope[session] = false }
            }
            inScopes.append(isInScope)
        }
        if scopes.isEmpty { inScopes = [sessions(in: request.period, admittedBy: admitted)] }
        self.scopes = SessionScopes(inScopes)
        let isInScope = self.scopes.any
        sessionParts = combinations(.session, isKept: isInScope, and: self.scopes.parts)
        emptyMembers = known.map { known in
            let filters = zip(request.filters, admitted).map {
                CodedFilter(filter: $0.filter, coded: $1.coded, codes: $1.codes)
            }
            let all = lookups.codes(
                of: coded[0].dimension, in: dataset, profiles: profiles, adding: known.members)
            let listed = known.listed(as: all, in: dataset, filters: filters, sessionsInScope: isInScope)
            return Set(listed.map(coded[0].gathered)).sorted()
        }
        personParts =
            request.hasTrainerSide
            ? combinations(
                .assignment, isKept: admission(.assignment, dataset.assignments.count, by: admitted))
            : combinations(.profile, isKept: admission(.profile, profiles.count, by: admitted))
        ageParts = combinations(.age, isKept: admission(.age, AgeTable.ages.count, by: admitted))
        rowParts = try RowParts(of: coded, admitted: admitted)
        usesAge =
            coded.contains { $0.dimension.rule.codedEntity == .age }
            || admitted.contains { $0.coded.dimension.rule.codedEntity == .age }
        isDelivered = columns.isDelivered
        isTraining = columns.isTraining
        deliveredParts = zip(sessionParts.numbers, columns.isDelivered).map { $1 ? $0 : -1 }
        startYears = columns.startYears
        attends = dataset.settings.attendingStatuses
    }

    /// The same placer for rows that name a profile in place of a person: that of the person on the day of the session.
    func ofProfiles() -> RecordPlacer {
        var placer = self
        placer.affiliations = nil
        var followUps = FollowUps()
        for followUp in dataset.followUps.rows {
            var moved = followUp
            if !profiles.isEmpty { moved.trainee = profile(ofPerson: followUp.trainee, in: followUp.session) }
            _ = followUps.insert(moved)
        }
        placer.dataset.followUps = followUps
        return placer
    }

    /// Whether a person has been with several institutions, so that it depends on the day where he or she falls.
    func moves(_ person: Int) -> Bool { affiliations?.has(person) == true }

    /// Whether anyone has.
    var anyoneMoves: Bool { affiliations != nil }

    /// Where a person's or group's part in a delivered session falls as far as session and profile say, or nil where filters
    /// or the period keep it out.
    ///
    /// Where there are row parts, what the row says comes on top: ask for the place of a row or of a headcount.
    @inline(always)
    func place(session: Int, profile: Int) -> Place? {
        let part = Int(deliveredParts[session])
        guard part >= 0 else { return nil }
        guard request.hasTraineeSide else { return Place(session: part) }
        let person = personParts.numbers[profile]
        guard person >= 0 else { return nil }
        guard usesAge else { return Place(session: part, person: Int(person)) }
        let age = ageParts.numbers[age(ofProfile: profile, in: session)]
        return age < 0 ? nil : Place(session: part, person: Int(person), age: Int(age))
    }

    /// Where a row of a block falls, or nil where filters or the period keep it out.
    func place(ofRow row: Int, in block: borrowing ParticipationBlock) -> Place? {
        let (person, session) = (Int(block.trainees[row]), Int(block.sessions[row]))
        guard var place = place(session: session, profile: profile(ofPerson: person, in: session)) else { return nil }
        guard !rowParts.isEmpty else { return place }
        place.row = rowParts.part(ofRow: row, in: block, of: dataset)
        return place.row < 0 ? nil : place
    }

    /// Where a group that was counted falls, or nil where filters or the period keep it out.
    @inline(always)
    func place(ofHeadcount index: Int) -> Place? {
        let session = dataset.headcounts[index].session
        guard var place = place(session: session, profile: profile(ofHeadcount: index)) else { return nil }
        place.row = rowParts.partOfGroups
        return place.row < 0 ? nil : place
    }

    /// Where an answer to an evaluation form falls, but for trainers; nil where filters or the period keep it out.
    func place(evaluation index: Int) -> Place? {
        let evaluation = dataset.evaluations[index]
        let part = Int(deliveredParts[Int(evaluation.session)])
        guard part >= 0 else { return nil }
        let row = rowParts.part(of: evaluation)
        return row < 0 ? nil : Place(session: part, row: row)
    }

    /// Where a trainer's assignment in a delivered session falls, or nil where filters or the period keep it out.
    func place(assignment index: Int) -> Place? {
        let session = dataset.assignments[index].session
        guard deliveredParts[session] >= 0, personParts.numbers[index] >= 0 else { return nil }
        return Place(session: Int(deliveredParts[session]), person: Int(personParts.numbers[index]))
    }

    /// The position in ``profiles`` of a person on the day on which a session starts; 0 where none is needed.
    @inline(always)
    func profile(ofPerson person: Int, in session: Int) -> Int {
        guard !profiles.isEmpty else { return 0 }
        guard let affiliations, affiliations.has(person) else { return person }
        return affiliations.affiliation(of: person, in: session).map { dataset.trainees.count + $0 } ?? person
    }

    /// The position in ``AgeTable/ages`` of the age of a person or group at the start of a session.
    @inline(always)
    func age(ofProfile profile: Int, in session: Int) -> Int {
        AgeTable.position(birthYear: profiles[profile].birthYear, startYear: startYears[session])
    }

    /// The position in ``profiles`` of a group that was counted; 0 where none is needed.
    func profile(ofHeadcount index: Int) -> Int {
        profiles.isEmpty ? 0 : profiles.count - dataset.headcounts.count + index
    }

    /// The part of the sessions in scope in which a cell is; nil where all are one.
    func scopePart(of place: Place) -> Int32? {
        scopes.parts.isEmpty ? nil : sessionParts.members[place.session].last
    }

    /// One code for each dimension of the request.
    func members(of place: Place) -> [Int32] {
        func codes(_ combinations: MemberCombinations, _ number: Int) -> IndexingIterator<[Int32]> {
            (combinations.members.isEmpty ? [] : combinations.members[number]).makeIterator()
        }
        var onSession = codes(sessionParts, place.session)
        var onPerson = codes(personParts, place.person)
        var onAge = codes(ageParts, place.age)
        var onRow = rowParts.members(of: place.row).makeIterator()
        return coded.map { dimension in
            switch dimension.dimension.rule.codedEntity {
            case .session: onSession.next() ?? DimensionCodes.unknown
            case .profile, .assignment: onPerson.next() ?? DimensionCodes.unknown
            case .age: onAge.next() ?? DimensionCodes.unknown
            case .row: onRow.next() ?? DimensionCodes.unknown
            }
        }
    }
}
