import TrainingStats

/// What several requests on one dataset have in common, worked out once for all of them.
struct SharedLookups {
    /// What matters of each session, in columns.
    struct SessionColumns: Sendable {
        /// Whether it was delivered by the reporting day.
        var isDelivered: [Bool]
        /// Whether, if delivered, it is training.
        var isTraining: [Bool]
        /// The year in which it starts.
        var startYears: [Int?]
        /// Its last day.
        var ends: [CivilDate?]
    }

    /// The catalogue that the names of all requests are of.
    let catalogue: Catalogue
    private var knownCodes: [String: DimensionCodes] = [:]
    private var knownProfiles: [Profile]?
    private var knownAffiliations: AffiliationDays?
    private var knownColumns: [CivilDate: SessionColumns] = [:]
    private var knownClasses: [SessionClasses.Key: SessionClasses] = [:]
    private var knownScales: PercentScales?
    private var knownLabels: MemberLabels?
    private var knownNumbers: OwnNumbers?

    /// Nothing is worked out yet.
    init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    /// What matters of each session as of a reporting day.
    mutating func sessionColumns(of dataset: Dataset, today: CivilDate) -> SessionColumns {
        if let columns = knownColumns[today] { return columns }
        let sessions = dataset.sessions
        let isTraining = dataset.courses.indices.map { dataset.isTraining(course: $0) }
        let columns = SessionColumns(
            isDelivered: sessions.map { $0.isDelivered(by: today) }, isTraining: sessions.map { isTraining[$0.course] },
            startYears: sessions.map { $0.start?.year }, ends: sessions.map(\.end))
        knownColumns[today] = columns
        return columns
    }

    /// The sessions in classes, by what tests say of them as of a reporting day.
    mutating func sessionClasses(by tests: Set<Condition>, of dataset: Dataset, today: CivilDate) -> SessionClasses {
        let key = SessionClasses.Key(tests: tests, today: today)
        if let classes = knownClasses[key] { return classes }
        let asksForOwn = tests.contains { $0.numbers.contains { $0.own != nil } }
        let classes = SessionClasses(
            tests, of: dataset, columns: sessionColumns(of: dataset, today: today),
            ownNumbers: asksForOwn ? ownNumbers(of: dataset) : nil)
        knownClasses[key] = classes
        return classes
    }

    /// How points of all courses become percentages.
    mutating func percentScales(of dataset: Dataset) -> PercentScales {
        if let knownScales { return knownScales }
        let scales = PercentScales(of: dataset)
        knownScales = scales
        return scales
    }

    /// The names of all members.
    mutating func labels(of dataset: Dataset) -> MemberLabels {
        if let knownLabels { return knownLabels }
        let labels = MemberLabels(of: dataset, in: catalogue)
        knownLabels = labels
        return labels
    }

    /// What is stated in columns of numbers that the dataset declares; nil where it declares none.
    mutating func ownNumbers(of dataset: Dataset) -> OwnNumbers? {
        if knownNumbers == nil { knownNumbers = OwnNumbers(of: dataset) }
        return knownNumbers
    }

    /// The profiles of persons, then of affiliations, then of headcounts.
    mutating func profiles(of dataset: Dataset) -> [Profile] {
        if let knownProfiles { return knownProfiles }
        var profiles = dataset.trainees.profiles
        if !dataset.affiliations.isEmpty || !dataset.headcounts.isEmpty {
            profiles += dataset.affiliations.map(\.profile) + dataset.headcounts.map(\.profile)
        }
        knownProfiles = profiles
        return profiles
    }

    /// When persons were affiliated where; nil where the dataset has no affiliations.
    mutating func affiliations(of dataset: Dataset) -> AffiliationDays? {
        if knownAffiliations == nil { knownAffiliations = AffiliationDays(of: dataset) }
        return knownAffiliations
    }

    /// A dimension with its members as numbers; `profiles` are those of the dataset where it is on the trainee's side.
    ///
    /// Where some members of it are kept, the others share a code; known members that no record has come behind the others.
    mutating func codes(
        of dimension: Dimension, in dataset: Dataset, profiles: [Profile], adding known: [String] = [],
        keeping kept: TopMembers? = nil
    ) -> DimensionCodes {
        if kept?.dimension == dimension.id || !known.isEmpty {
            return DimensionCodes(dimension, of: dataset, profiles: profiles, adding: known, keeping: kept)
        }
        if let codes = knownCodes[dimension.id] { return codes }
        let codes = DimensionCodes(dimension, of: dataset, profiles: profiles)
        knownCodes[dimension.id] = codes
        return codes
    }
}

extension SharedLookups {
    /// How many members a dimension has.
    mutating func memberCount(of dimension: Dimension, in dataset: Dataset) -> Int {
        codes(of: dimension, in: dataset, profiles: dimension.side == .trainee ? profiles(of: dataset) : [])
            .members.count
    }

    /// What a filter admits of a dimension, and the part of it that no record has; nil if there is none.
    ///
    /// - Throws: ``RequestError`` for members that the dataset cannot have.
    mutating func admitted(
        by filter: Filter, extent: Extent, in dataset: Dataset, profiles: [Profile], adding known: [String] = []
    ) throws(RequestError) -> (coded: DimensionCodes, codes: Set<Int32>, unmatched: Filter?) {
        let dimension = try catalogue.requestedDimension(filter.dimension)
        let coded = codes(of: dimension, in: dataset, profiles: profiles, adding: known)
        let (kept, missing) = try coded.admitted(filter, of: dataset) { labels(of: dataset) }
        return (
            coded, extent.admitted(kept, by: filter, on: dimension),
            missing.isEmpty ? nil : Filter(dimension: filter.dimension, filter.choice, members: missing)
        )
    }
}

/// Sessions in classes, so that what is asked of sessions is answered once a class.
struct SessionClasses: Sendable {
    struct Key: Hashable {
        let tests: Set<Condition>
        let today: CivilDate
    }

    /// The class of each session.
    private(set) var classes: [Int32]
    /// A session of each class.
    private(set) var examples: [Int] = []

    /// Classes of sessions that answer all tests alike.
    init(
        _ tests: Set<Condition>, of dataset: Dataset, columns: SharedLookups.SessionColumns, ownNumbers: OwnNumbers?
    ) {
        let sessions = dataset.sessions
        classes = [Int32](repeating: 0, count: sessions.count)
        examples = sessions.isEmpty ? [] : [0]
        for test in tests {
            // The common tests have columns already; any other one is put to each session.
            let answers: [Bool] =
                switch test {
                case .delivered: columns.isDelivered
                case .training: zip(columns.isDelivered, columns.isTraining).map { $0 && $1 }
                case .completable: sessions.map { dataset.courses[$0.course].completion == .yes }
                default: Self.answers(to: test, of: dataset, columns, ownNumbers)
                }
            classes.split(by: answers, examples: &examples)
        }
    }

    /// What each session answers to a test.
    private static func answers(
        to test: Condition, of dataset: borrowing Dataset, _ columns: SharedLookups.SessionColumns,
        _ ownNumbers: OwnNumbers?
    ) -> [Bool] {
        var answers: [Bool] = []
        answers.reserveCapacity(dataset.sessions.count)
        for index in dataset.sessions.indices {
            let record = SourceRecord(
                session: index, of: dataset, isDelivered: columns.isDelivered[index],
                isTraining: columns.isTraining[index], ownNumbers: ownNumbers)
            answers.append(record.meets(test))
        }
        return answers
    }
}

extension [Int32] {
    /// Tells entities of one class apart of which answers differ, and numbers the classes anew; `examples` has one of each.
    mutating func split(by answers: [Bool], examples: inout [Int]) {
        var numbers = [Int32](repeating: -1, count: 2 * examples.count)
        examples = []
        for index in answers.indices {
            let side = Int(self[index]) << 1 | (answers[index] ? 1 : 0)
            if numbers[side] < 0 {
                numbers[side] = Int32(examples.count)
                examples.append(index)
            }
            self[index] = numbers[side]
        }
    }
}
