import TestSupport

/// Makes requests by chance that have a meaning on a dataset.
struct RequestMaker {
    private let records: NaiveRecords
    var random: SplitMix64

    init(_ records: NaiveRecords, seed: UInt64) {
        self.records = records
        random = SplitMix64(seed: seed)
    }

    /// The next request.
    mutating func next() -> PlainRequest {
        let isOnTrainers = random.happens(12)
        let isOnEvaluations = random.happens(15)
        let usesTrainees = !isOnTrainers && !isOnEvaluations && random.happens(60)
        let sessions = records.sessionDimensions + Names.timeDimensions + Names.startDimensions
        let others =
            (isOnTrainers ? records.trainerDimensions : usesTrainees ? records.traineeDimensions : [])
            + (isOnEvaluations ? Names.evaluationDimensions : [])
        let dimensions = random.some(of: sessions + others + others, count: random.within(1...3))
            .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let split = random.within(1...dimensions.count)
        let measures =
            isOnEvaluations ? Names.evaluationMeasures : isOnTrainers ? Names.trainerMeasures : Names.measures
        var request = PlainRequest(
            rows: Array(dimensions[..<split]), columns: Array(dimensions[split...]),
            measures: random.happens(60)
                ? measures : random.some(of: measures, count: random.within(1...min(3, measures.count))),
            today: random.pick(["2019-12-31", "2018-06-30", "2021-12-31", "2017-01-01"]),
            totals: random.happens(60))
        for _ in 0..<random.pick([0, 0, 1, 1, 2]) {
            let dimension = random.pick(sessions + others)
            let members = members(of: dimension)
            guard !members.isEmpty else { continue }
            let kept = random.some(of: members, count: random.within(1...3)).map(\.description)
            request.filters.append(filter(on: dimension, kept))
        }
        if random.happens(50) { request.period = period() }
        let named = request.dimensions + request.filters.map(\.dimension)
        if named.contains(where: records.traineeDimensions.contains) {
            request.measures.removeAll { Names.evaluationMeasures.contains($0) }
            if request.measures.isEmpty { request.measures = ["trainees"] }
        }
        return request
    }

    /// A filter that keeps members, leaves them out, or looks for a piece of the first of them.
    private mutating func filter(on dimension: String, _ members: [String]) -> PlainFilter {
        let choice = random.below(10)
        let isNamed = Self.namelessDimensions.contains(dimension) || Names.timeDimensions.contains(dimension)
        guard choice > 1, !members.isEmpty else { return PlainFilter(dimension: dimension, members: members) }
        if choice > 6 { return PlainFilter(dimension: dimension, sign: "!=", members: members) }
        let letters = members[0].unicodeScalars.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        guard choice > 3, isNamed, members[0] != "_U", let first = letters.first else {
            return PlainFilter(dimension: dimension, members: members)
        }
        var piece = String(first)
        for scalar in letters.dropFirst().prefix(random.within(0...3)) { piece.unicodeScalars.append(scalar) }
        return PlainFilter(dimension: dimension, sign: "~", members: [piece])
    }

    /// Dimensions whose members have no names but those of `labels.csv` and `states.csv`.
    private static let namelessDimensions = [
        "institution", "session", "venue", "provider", "programme", "language", "trainer-organisation", "state",
        "host-state",
    ]

    /// Members that records of the dataset have.
    private func members(of dimension: String) -> [ByteText] {
        var members: Set<ByteText> = []
        for session in records.sessions {
            if let member = session.members[dimension] ?? session.course.members[dimension] { members.insert(member) }
            if dimension == "session" { members.insert(session.id) }
            if dimension == "course" { members.insert(session.course.id) }
            if Names.timeDimensions.contains(dimension), let end = session.end {
                members.insert(ByteText(records.calendar.member(dimension, of: end)))
            }
            if Names.startDimensions.contains(dimension), let start = session.start {
                members.insert(ByteText(records.calendar.startMember(dimension, of: start)))
            }
        }
        let others =
            records.participations.map(\.members) + records.headcounts.map(\.members)
            + records.assignments.map(\.members) + records.answers.map(\.members)
        for other in others {
            if let member = other[dimension] { members.insert(member) }
        }
        return members.sorted()
    }

    private mutating func period() -> String {
        let year = random.within(2016...2020)
        return random.pick([
            "all", "\(year)", "\(year)-H1", "\(year)-H2", "\(year)-Q\(random.within(1...4))",
            "\(year)-\(twoDigits(random.within(1...12)))", "FY\(year)", "AY\(year)", "AH\(random.within(1437...1442))",
            "\(year)..\(year + random.within(0...2))", "\(year)-Q2..\(year + 1)-03", "this-month", "last-month",
            "this-quarter", "last-quarter", "this-half", "last-half", "this-year", "last-year", "this-fiscal-year",
            "last-fiscal-year",
        ])
    }
}
