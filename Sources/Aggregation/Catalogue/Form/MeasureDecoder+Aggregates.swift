import Support
import TrainingStats

/// How records make a measure.
extension MeasureDecoder {
    /// What is said of several sets of records at once.
    struct Shared {
        /// What each record adds where nothing is said.
        let usual: DefaultQuantity
        /// A number that all of them state, with its place.
        var quantity: (node: JSONNode, path: String)?
        /// Conditions that all of them meet, with their place.
        var conditions: (node: JSONNode, path: String)?

        init(_ usual: DefaultQuantity) { self.usual = usual }
    }

    /// An aggregate, or the name of a measure that has it.
    mutating func aggregate(_ node: JSONNode, at path: String) -> Aggregate? {
        if case .string(let id) = node { return aggregate(named: id, at: path) }
        guard case .object(let members) = node else {
            expect("an object such as {\"count\": \"enrolments\"}", insteadOf: node, at: path)
            return nil
        }
        let kinds = members.compactMap { AggregateKind(rawValue: $0.key) }
        guard let kind = kinds.first, kinds.count == 1 else {
            let names = AggregateKind.allCases.map(\.rawValue)
            if kinds.isEmpty, let first = members.first {
                problems.append(
                    JSONProblem(
                        path: join(path, first.key), message: "one of \(Spelling.list(names).en) is expected",
                        misspelling: .init(text: first.key, candidates: names)))
            } else {
                add(
                    path,
                    kinds.isEmpty
                        ? "one of \(Spelling.list(names).en) is expected"
                        : "it has \(Spelling.list(kinds.map { "'\($0.rawValue)'" }).en); give one of them")
            }
            return nil
        }
        guard
            let fields = object(
                node, at: path, noun: "'\(kind.rawValue)'", keys: kind.keys, belonging: Self.place(ofKey:))
        else { return nil }
        let before = problems.count
        let found = aggregate(kind, fields, path)
        return problems.count == before ? found : nil
    }

    private mutating func aggregate(
        _ kind: AggregateKind, _ fields: [String: JSONNode], _ path: String
    ) -> Aggregate? {
        let key = join(path, kind.rawValue)
        let (ofKey, own) = (join(path, "of"), fields[kind.rawValue])
        let conditions = fields["where"].map { ($0, join(path, "where")) }
        guard let own else { return nil }
        switch kind {
        case .count:
            var shared = Shared(.people)
            shared.conditions = conditions
            return .count(sets(own, key, adding: shared))
        case .sum, .mean, .deviation, .quantile:
            guard let records = fields["of"] else { return nil }
            var shared = Shared(.records)
            (shared.quantity, shared.conditions) = ((own, key), conditions)
            let sets = self.sets(records, ofKey, adding: shared)
            if kind == .sum { return .sum(sets) }
            guard let set = single(sets, ofKey) else { return nil }
            switch kind {
            case .mean: return .mean(set)
            case .deviation: return .deviation(set)
            default:
                guard let at = fields["at"], let quantile = quantile(at, join(path, "at")) else { return nil }
                return .quantile(quantile, set)
            }
        case .distinct:
            let entities = CountedEntity.allCases.map(\.rawValue)
            let entity = name(own, at: key, noun: "thing that can be counted", known: entities)
                .flatMap(CountedEntity.init)
            guard let records = fields["of"] else { return nil }
            var shared = Shared(.records)
            shared.conditions = conditions
            let sets = self.sets(records, ofKey, adding: shared)
            let least =
                fields["atLeast"].map { wholeNumber($0, join(path, "atLeast"), in: 1...Aggregate.mostRecordsTold) } ?? 1
            guard let entity, let least else { return nil }
            return .distinct(entity, sets, atLeast: least)
        case .persons: return persons(own, fields, path)
        case .ratio, .difference:
            guard case .array(let sides) = own, sides.count == 2 else {
                add(key, "a list of two is expected, such as [\"completions\", \"enrolments\"]")
                return nil
            }
            let upper = aggregate(sides[0], at: JSONDocument.path(ofElement: 0, in: key))
            let lower = aggregate(sides[1], at: JSONDocument.path(ofElement: 1, in: key))
            guard let upper, let lower else { return nil }
            if upper == lower {
                add(
                    key,
                    "both sides are the same, so that it is always \(kind == .ratio ? 1 : 0); give two that differ")
                return nil
            }
            return kind == .ratio ? .ratio(upper, over: lower) : .difference(upper, minus: lower)
        case .share:
            guard let records = fields["of"] else { return nil }
            var shared = Shared(.records)
            shared.conditions = conditions
            guard let cases = single(sets(records, ofKey, adding: shared), ofKey),
                let condition = condition(own, key, of: cases.table)
            else { return nil }
            return .share(condition, of: cases)
        case .per:
            let references = Aggregate.Reference.allCases.map(\.rawValue)
            let reference = name(own, at: key, noun: "number to hold it against", known: references)
                .flatMap(Aggregate.Reference.init)
            let figure = fields["figure"].flatMap { aggregate($0, at: join(path, "figure")) }
            let times = fields["times"].map { wholeNumber($0, join(path, "times"), in: 1...1_000_000_000) } ?? 1
            guard let reference, let figure, let times else { return nil }
            return .per(reference, figure, times: times)
        }
    }

    private mutating func persons(
        _ own: JSONNode, _ fields: [String: JSONNode], _ path: String
    ) -> Aggregate? {
        let bounds = Aggregate.PersonBound.allCases.map(\.rawValue)
        let bound = name(own, at: join(path, AggregateKind.persons.rawValue), noun: "bound of persons", known: bounds)
            .flatMap(Aggregate.PersonBound.init)
        var shared = Shared(.people)
        shared.conditions = fields["where"].map { ($0, join(path, "where")) }
        let named = fields["named"].map { single(sets($0, join(path, "named"), adding: shared), join(path, "named")) }
        let counted = fields["counted"].map {
            single(sets($0, join(path, "counted"), adding: shared), join(path, "counted"))
        }
        let (ofNamed, ofCounted) = (
            adding(shared, to: .trained()), adding(shared, to: .headcounts(.attends, .training))
        )
        guard let bound, let named = named ?? ofNamed, let counted = counted ?? ofCounted else { return nil }
        return .persons(bound, named: named, counted: counted)
    }

    private mutating func quantile(_ node: JSONNode, _ path: String) -> Aggregate.Quantile? {
        switch node {
        case .number(let text):
            if let share = ExactDecimal(text), (ExactDecimal.zero...ExactDecimal(1)).contains(share) {
                let common = greatestCommonDivisor(share.millionths, ExactDecimal.scale)
                return Aggregate.Quantile(
                    numerator: Int(share.millionths / common), denominator: Int(ExactDecimal.scale / common))
            }
        case .string(let text):
            let sides = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
            if sides.count == 2, let upper = sides[0], let lower = sides[1], lower > 0, lower <= 1_000_000,
                (0...lower).contains(upper)
            {
                return Aggregate.Quantile(numerator: upper, denominator: lower)
            }
        default: break
        }
        add(path, "a share between 0 and 1 is expected, such as 0.5 or \"1/4\"")
        return nil
    }

    /// Where a key belongs that stands elsewhere; nil where no form has it.
    static func place(ofKey key: String) -> String? {
        let kinds = AggregateKind.allCases.filter { kind in
            kind.rawValue != key && kind.keys.contains { $0.name == key }
        }.map { "'\($0.rawValue)'" }
        let places =
            keys.filter { $0.name == key }.map { "the measure itself has it, beside 'is': \($0.meaning)" }
            + (kinds.isEmpty ? [] : ["\(Spelling.list(kinds).en) \(kinds.count == 1 ? "has" : "have") it"])
            + (keysOfRecords.contains { $0.name == key } ? ["a set of records has it, in 'of' or 'count'"] : [])
        return places.isEmpty ? nil : places.joined(separator: "; ")
    }

    /// The keys of a set of records.
    private static let keysOfRecords: [AggregateKey] = [
        ("records", "which ones, such as \"enrolments\"", true),
        ("where", "conditions that they meet", false), ("quantity", "what each of them adds", false),
    ]

    // MARK: Records

    /// Sets of records: one, or a list.
    mutating func sets(_ node: JSONNode, _ path: String, adding shared: Shared) -> [RecordSet] {
        guard case .array = node else { return [set(node, path, adding: shared)].compactMap(\.self) }
        return list(node, path).compactMap { set($0.node, $0.path, adding: shared) }
    }

    private mutating func single(_ sets: [RecordSet], _ path: String) -> RecordSet? {
        if sets.count > 1 { add(path, "one set of records is expected, and not \(sets.count)") }
        return sets.count == 1 ? sets[0] : nil
    }

    /// A set of records: its name, or an object with more about it.
    private mutating func set(_ node: JSONNode, _ path: String, adding shared: Shared) -> RecordSet? {
        var (fields, place) = ([String: JSONNode](), path)
        var naming = node
        if case .object = node {
            guard
                let found = object(
                    node, at: path, noun: "a set of records", keys: Self.keysOfRecords, belonging: Self.place(ofKey:)),
                let records = found["records"]
            else { return nil }
            (fields, place, naming) = (found, join(path, "records"), records)
        }
        let names = StandardRecords.allCases.map(\.rawValue)
        guard
            let standard = name(naming, at: place, noun: "set of records", known: names).flatMap(StandardRecords.init)
        else { return nil }
        let table = standard.table
        if lacks(table) {
            add(place, "the dataset has no \(table.rawValue).csv; add that table, or leave the measure out")
        }
        let own = fields["where"].map { conditions($0, join(path, "where"), of: table) } ?? []
        let stated = fields["quantity"].map { ($0, join(path, "quantity")) } ?? shared.quantity
        let quantity = stated.map { self.quantity($0.0, $0.1, of: table) } ?? shared.usual.quantity(in: table)
        guard let quantity else { return nil }
        return adding(shared, to: RecordSet(table, standard.conditions + own, of: quantity))
    }

    /// A set of records under the conditions that are said of several.
    private mutating func adding(_ shared: Shared, to set: RecordSet) -> RecordSet? {
        guard let (node, path) = shared.conditions else { return set }
        return RecordSet(set.table, set.conditions + conditions(node, path, of: set.table), of: set.quantity)
    }
}
