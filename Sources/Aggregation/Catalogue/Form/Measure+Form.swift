import Support
import TrainingStats

/// Measures in the form in which people write their own: ``MeasureDecoder`` reads what this writes.
extension Measure {
    /// Measures as a file of measures.
    public static func json(of measures: [Measure]) -> JSONNode {
        .object(["measures": .array(measures.map(\.json))])
    }

    /// The measure as JSON; of what is derived from another measure, as the other one has it.
    package var json: JSONNode {
        var members: [JSONNode.Member] = [
            .init("id", .string(id)), .init("name", heading.json), .init("definition", definition.json),
        ]
        if let source { members.append(.init("source", .string(source))) }
        members += [.init("format", format.json), .init("is", aggregate.json)]
        if unknown != aggregate.usualUnknownRule {
            members.append(.init("unknown", unknown?.json ?? .string(UnknownRule.never)))
        }
        if direction != aggregate.usualDirection { members.append(.init("better", .string(direction.rawValue))) }
        if let fewest { members.append(.init("fewest", .number(String(fewest)))) }
        if allowsTrainerDimensions { members.append(.init("byTrainer", .bool(true))) }
        return .object(members)
    }
}

extension BilingualText {
    /// The text as JSON.
    fileprivate var json: JSONNode {
        .object([.init("en", .string(en))] + (ar.map { [.init("ar", .string($0))] } ?? []))
    }
}

extension Measure.Format {
    /// The words for formats without a number of digits.
    static let words: [(word: String, format: Measure.Format)] = [
        ("count", .count), ("share", .share), ("money", .money),
    ]

    /// The format as JSON.
    fileprivate var json: JSONNode {
        if case .number(let places) = self { return .object(["places": .number(String(places))]) }
        return .string(Self.words.first { $0.format == self }?.word ?? "")
    }
}

extension UnknownRule {
    /// The word for a figure that is always told.
    static let never = "never"

    /// The rule as JSON.
    fileprivate var json: JSONNode {
        func list(_ sets: [RecordSet]) -> JSONNode { .array(sets.map { $0.json(.records) }) }
        let known = unlessAny.isEmpty ? [] : [JSONNode.Member("unlessAny", list(unlessAny))]
        return .object([.init("whereAny", list(whereAny))] + known)
    }
}

extension RecordSet {
    /// The set as JSON: its name, with what is to be said besides.
    fileprivate func json(_ usual: DefaultQuantity) -> JSONNode { json(saying: usual.quantity(in: table)) }

    /// The same, where it goes without saying which quantity is meant.
    fileprivate func json(saying usual: Quantity) -> JSONNode {
        let (name, rest) = StandardRecords.naming(self)
        guard !rest.isEmpty || quantity != usual else { return .string(name.rawValue) }
        var members = [JSONNode.Member("records", .string(name.rawValue))]
        if !rest.isEmpty { members.append(.init("where", Condition.json(of: rest, in: table))) }
        if quantity != usual { members.append(.init("quantity", quantity.json(in: table))) }
        return .object(members)
    }

    /// The name of the set and a condition beside it, as members of what is made of it.
    fileprivate func members(named key: String) -> [JSONNode.Member] {
        let (name, rest) = StandardRecords.naming(self)
        let condition = rest.isEmpty ? [] : [JSONNode.Member("where", Condition.json(of: rest, in: table))]
        return [.init(key, .string(name.rawValue))] + condition
    }
}

extension Aggregate {
    /// The aggregate as JSON: its kind is the key, and the records stand beside it.
    var json: JSONNode {
        switch self {
        case .count(let sets): .object(Self.members(of: sets, named: AggregateKind.count.rawValue, .people))
        case .sum(let sets): .object(Self.members(summing: sets))
        case .mean(let set): .object(Self.members(.mean, of: set))
        case .deviation(let set): .object(Self.members(.deviation, of: set))
        case .quantile(let quantile, let set): .object(Self.members(.quantile, of: set) + [.init("at", quantile.json)])
        case .distinct(let entity, let sets, let least):
            .object(
                [.init(AggregateKind.distinct.rawValue, .string(entity.rawValue))]
                    + Self.members(of: sets, named: "of", .records)
                    + (least == 1 ? [] : [.init("atLeast", .number(String(least)))]))
        case .persons(let bound, let named, let counted):
            .object(
                [.init(AggregateKind.persons.rawValue, .string(bound.rawValue))]
                    + Self.members(ofNamed: named, counted: counted))
        case .ratio(let upper, let lower):
            .object([AggregateKind.ratio.rawValue: .array([upper.json, lower.json])])
        case .difference(let upper, let lower):
            .object([AggregateKind.difference.rawValue: .array([upper.json, lower.json])])
        case .share(let condition, let set), .intervalEnd(_, let condition, let set):
            .object(
                [.init(AggregateKind.share.rawValue, condition.json(in: set.table))] + set.members(named: "of"))
        case .per(let reference, let figure, let times):
            .object(
                [.init(AggregateKind.per.rawValue, .string(reference.rawValue)), .init("figure", figure.json)]
                    + (times == 1 ? [] : [.init("times", .number(String(times)))]))
        }
    }

    /// Sets of records as members; one set is named with its conditions beside it, if that says it all.
    private static func members(
        of sets: [RecordSet], named key: String, _ usual: DefaultQuantity
    ) -> [JSONNode.Member] {
        if sets.count == 1, sets[0].quantity == usual.quantity(in: sets[0].table) { return sets[0].members(named: key) }
        let nodes = sets.map { $0.json(usual) }
        return [.init(key, nodes.count == 1 ? nodes[0] : .array(nodes))]
    }

    private static func members(_ kind: AggregateKind, of set: RecordSet) -> [JSONNode.Member] {
        [.init(kind.rawValue, set.quantity.json(in: set.table))] + set.members(named: "of")
    }

    /// The named persons and the counted ones as members; of those who were trained what is to be said besides.
    private static func members(ofNamed named: RecordSet, counted: RecordSet) -> [JSONNode.Member] {
        let conditions = Array(named.conditions.dropFirst(2))
        guard .trained(.least, conditions) == Aggregate.persons(.least, named: named, counted: counted) else {
            return [.init("named", named.json(.people)), .init("counted", counted.json(.people))]
        }
        return conditions.isEmpty ? [] : [.init("where", Condition.json(of: conditions, in: .participations))]
    }

    /// A sum as members: what all sets state under one name is said once.
    private static func members(summing sets: [RecordSet]) -> [JSONNode.Member] {
        let summed = sets.first.map { $0.quantity.json(in: $0.table) } ?? .number("1")
        let key = AggregateKind.sum.rawValue
        if sets.count == 1 { return [.init(key, summed)] + sets[0].members(named: "of") }
        let nodes = sets.map { set in
            set.json(saying: set.quantity.json(in: set.table) == summed ? set.quantity : .one)
        }
        return [.init(key, summed), .init("of", .array(nodes))]
    }
}

extension Aggregate.Quantile {
    /// The quantile as JSON: a fraction such as `1/4`.
    fileprivate var json: JSONNode { .string("\(numerator)/\(denominator)") }
}
