import Support
import TestSupport

/// Makes written forms of measures by chance, of records that a dataset has.
struct FormMaker {
    private let records: NaiveRecords
    private var random: SplitMix64

    init(_ records: NaiveRecords, seed: UInt64) {
        self.records = records
        random = SplitMix64(seed: seed)
    }

    /// The declaration of a measure; some of them cannot be computed.
    mutating func declaration(_ id: String) -> JSONNode {
        let text = JSONNode.object(["en": .string(id), "ar": .string(id)])
        let made = figure(depth: 1)
        let isOfSeveral = ["mean", "deviation", "quantile", "share"].contains { made[$0] != nil }
        let fewest = isOfSeveral && random.happens(30) ? [JSONNode.Member("fewest", .number("4"))] : []
        return .object(
            [
                .init("id", .string(id)), .init("name", text), .init("definition", text),
                .init("format", .object(["places": .number("2")])), .init("is", made),
            ] + fewest)
    }

    /// The numbers of attributes that records of some tables state, themselves or by their session.
    private func ownNumbers(of table: String) -> [String] {
        records.attributes.filter { attribute in
            attribute.isNumber && ([table, "sessions", "courses"].contains { attribute.column(of: $0) != nil })
        }.map(\.id)
    }

    private static let ofPersons = [
        "participations", "enrolments", "named-attendances", "trained-participations",
    ]
    private static let ofGroups = ["headcounts", "attended-headcounts", "training-headcounts"]
    private static let ofSessions = ["delivered-sessions", "training-sessions"]

    private var ownOfPersons: [String] {
        Array(Set(ownNumbers(of: "participations") + ownNumbers(of: "trainees"))).sorted()
    }

    private mutating func figure(depth: Int) -> JSONNode {
        if random.happens(12) { return ofAnswers() }
        if random.happens(12) { return ofFollowUps() }
        switch random.within(0...(depth > 0 ? 10 : 4)) {
        case 0: return object([("count", names(mixed: true))])
        case 1:
            let entity = random.pick(["trainee", "institution", "session", "course"])
            let isRepeated = entity == "trainee" && random.happens(40)
            let of = entity == "trainee" ? .string(random.pick(Self.ofPersons)) : names(mixed: entity == "institution")
            return object(
                [("distinct", .string(entity)), ("of", of)]
                    + (isRepeated ? [("atLeast", .number(random.pick(["2", "3"])))] : []))
        case 2:
            return random.happens(70)
                ? object([
                    ("sum", .string(random.pick(["hours", "cost", "days_present"] + ownOfPersons + ownOfPersons))),
                    ("of", person()),
                ])
                : object([
                    ("sum", .string("cost")), ("of", .array([.string("named-attendances"), .string("headcounts")])),
                ])
        case 3: return .object(["persons": .string(random.pick(["least", "most"])), "where": personal()])
        case 4:
            return object([
                ("sum", .string(random.pick(["capacity", "cost"] + ownNumbers(of: "sessions")))),
                ("of", .string(random.pick(Self.ofSessions))),
            ])
        case 5:
            let kind = random.pick(["mean", "deviation", "quantile"])
            let quantity = random.pick(
                [
                    JSONNode.string("hours"), .string("rating"), .object(["percent": .string("post_score")]),
                    .object(["difference": .strings(["post_score", "pre_score"])]),
                ] + ownOfPersons.map { .string($0) }
                    + ownOfPersons.map { .object(["difference": .strings([$0, "hours"])]) })
            return object(
                [(kind, quantity), ("of", person())]
                    + (kind == "quantile" ? [("at", .string(random.pick(["1/4", "1/2", "3/4"])))] : []))
        case 6: return object([("share", condition(of: "persons", depth: 1)), ("of", person())])
        case 7, 8: return .object(["ratio": .array([figure(depth: 0), figure(depth: 0)])])
        case 9: return .object(["difference": .array([figure(depth: 0), figure(depth: 0)])])
        default:
            return .object([
                "per": .string(random.pick(["population", "hours-per-day"])), "figure": figure(depth: 0),
                "times": .number("1000"),
            ])
        }
    }

    /// A count, mean or share of answers to evaluation forms.
    private mutating func ofAnswers() -> JSONNode {
        let records = random.pick(["evaluations", "training-evaluations"])
        let condition = random.pick([
            member(of: "sessions"), .object(["evaluation-item": .string("trainer")]),
            .object(["below": .array([.string("value"), .number("4")])]),
        ])
        return random.pick([
            .object(["count": .string(records), "where": condition]),
            .object(["mean": .string("value"), "of": .string(records), "where": condition]),
            .object(["share": condition, "of": .string(records)]),
            .object(["distinct": .string("course"), "of": .string(records), "where": condition]),
        ])
    }

    /// A count, sum, mean or share of follow-ups.
    private mutating func ofFollowUps() -> JSONNode {
        let records = random.pick(["followups", "trained-followups"])
        let condition = random.pick([
            member(of: "persons"), .object(["applied": .strings(["yes", "_U"])]),
            .object(["states": .string("benefit")]), .object(["status": .string("completed")]), .string("attends"),
        ])
        return random.pick([
            .object(["count": .string(records), "where": condition]),
            .object(["sum": .string("benefit"), "of": .string(records), "where": condition]),
            .object(["mean": .string("supervisor_rating"), "of": .string(records), "where": condition]),
            .object(["share": condition, "of": .string(records)]),
            .object(["distinct": .string("trainee"), "of": .string(records), "where": condition]),
        ])
    }

    /// An object with conditions beside its keys, more often than not.
    private mutating func object(_ members: [(String, JSONNode)]) -> JSONNode {
        let node = members.first { $0.0 == "of" || $0.0 == "count" }?.1
        let isOfSessions = node?.elements.contains { Self.ofSessions.contains($0.string ?? "") } ?? false
        let isOfGroups = node?.elements.contains { Self.ofGroups.contains($0.string ?? "") } ?? false
        var all = members.map { JSONNode.Member($0.0, $0.1) }
        if random.happens(70) {
            let table = isOfSessions ? "sessions" : isOfGroups ? "groups" : "persons"
            let conditions = (0..<random.within(1...2)).map { _ in condition(of: table, depth: 1) }
            all.append(.init("where", conditions.count == 1 ? conditions[0] : .array(conditions)))
        }
        return .object(all)
    }

    private mutating func person() -> JSONNode { .string(random.pick(Self.ofPersons)) }

    private mutating func names(mixed: Bool) -> JSONNode {
        if mixed, random.happens(40) {
            return .array([.string(random.pick(Self.ofPersons)), .string(random.pick(Self.ofGroups))])
        }
        return .string(
            random.pick(mixed ? Self.ofPersons + Self.ofSessions + Self.ofGroups : Self.ofPersons + Self.ofSessions))
    }

    // MARK: Conditions

    private mutating func condition(of table: String, depth: Int) -> JSONNode {
        if depth > 0, random.happens(25) {
            let parts = [condition(of: table, depth: 0), condition(of: table, depth: 0)]
            return random.pick([
                .object(["any": .array(parts)]), .object(["all": .array(parts)]), .object(["not": parts[0]]),
            ])
        }
        if random.happens(50) { return member(of: table) }
        var simple: [JSONNode] = [
            .string("training"), .string("completable"), .object(["kind": .string(random.pick(Vocabulary.kinds))]),
        ]
        let own = table == "persons" ? ownOfPersons : ownNumbers(of: table == "groups" ? "headcounts" : "sessions")
        simple += own.flatMap { number -> [JSONNode] in
            [
                .object(["states": .string(number)]),
                .object(["atLeast": .array([.string(number), .number("5")])]),
                .object(["below": .array([.string(number), .number("19.5")])]),
            ]
        }
        if table == "persons" {
            simple += [
                .string("attends"), .object(["status": .strings(random.some(of: Vocabulary.statuses, count: 2))]),
                .object(["states": .string(random.pick(["rating", "hours", "post_score"]))]),
                .object(["atLeast": .array([.string("rating"), .number("3")])]),
                .object(["below": .array([.string("hours"), .number("12.5")])]),
                .object(["atLeast": .strings(["post_score", "pass_score"])]),
                .object(["known": .string(random.pick(["state", "institution", "sex"]))]),
            ]
        }
        return random.pick(simple)
    }

    private mutating func personal() -> JSONNode { random.happens(30) ? .string("completable") : member(of: "persons") }

    private mutating func member(of table: String) -> JSONNode {
        let own = (records.sessionDimensions + records.traineeDimensions).filter { $0.hasPrefix("own-") }
        let ofSessions =
            ["topic", "course", "venue", "year", "host-state", "level"] + own.filter(records.sessionDimensions.contains)
        let ofPersons =
            ["sex", "state", "institution", "age-band", "sector", "membership"]
            + own.filter(records.traineeDimensions.contains)
        let dimension = random.pick(table == "sessions" ? ofSessions : ofSessions + ofPersons)
        var members: Set<ByteText> = [.unknown]
        for number in records.sessions.indices {
            if let member = records.member(dimension, ofSession: number) { members.insert(member) }
        }
        for other in records.participations.map(\.members) + records.headcounts.map(\.members) {
            if let member = other[dimension] { members.insert(member) }
        }
        let kept = random.some(of: members.sorted(), count: random.within(1...2)).map(\.description)
        return .object([.init(dimension, .strings(kept))])
    }
}
