import Support
import TrainingStats

/// Reads measures in the form in which people write them, and reports everything that is wrong with them.
package struct MeasureDecoder: JSONDecoding {
    package var problems: [JSONProblem] = []
    /// The dimensions whose members conditions can name.
    let dimensions: [Dimension]
    /// The numbers in columns that the dataset declares.
    let numbers: [OwnNumber]
    /// The measures that there are already; none of the new ones may have the name of one of them.
    let known: [Measure]
    /// The members that a dimension can have, where a member is none of them; nil where it can be one.
    let membersWithout: (Dimension, String) -> [String]?
    /// Whether the dataset has no such records, so that all that is made of them is 0.
    let lacks: (SourceRecord.Table) -> Bool
    var entries: [Entry] = []
    /// The measures that are being made of each other.
    private var stack: [String] = []

    /// The keys of a measure.
    package static let keys: [AggregateKey] = [
        ("id", "names the measure: small letters, digits and hyphens", true),
        ("name", "heading of its column, in both languages", true),
        ("definition", "what it is, in both languages", true),
        ("source", "where the definition comes from", false),
        ("format", "\"count\", \"share\", \"money\" or {\"places\": 1}", false),
        ("is", "how records make it, such as {\"count\": \"enrolments\"}", true),
        ("better", "\"more\", \"less\" or \"neither\": which way it is to go", false),
        ("unknown", "when it is not known though it could be worked out, or \"never\"", false),
        ("fewest", "of how many records a mean or share must be to be given", false),
        ("byTrainer", "whether it can be broken down by a dimension of trainers", false),
    ]

    /// A key: its name, what it means, and whether it must be there.
    package typealias AggregateKey = (name: String, meaning: String, isRequired: Bool)

    /// A measure on its way.
    struct Entry {
        let id: String
        let path: String
        let fields: [String: JSONNode]
        var state = State.waiting

        /// How far its aggregate is.
        enum State { case waiting, open, done(Aggregate?) }
    }

    /// A decoder of measures beside those of a catalogue that has found no problem yet.
    ///
    /// `membersWithout` says which members a dimension can have if it cannot have a certain one, and `lacks` which tables the
    /// dataset does not have.
    package init(
        besides catalogue: Catalogue,
        membersWithout: @escaping (Dimension, String) -> [String]? = { $0.fixedMembers(without: $1) },
        lacks: @escaping (SourceRecord.Table) -> Bool = { _ in false }
    ) {
        self.lacks = lacks
        dimensions = catalogue.dimensions
        numbers = catalogue.numbers
        known = catalogue.measures
        self.membersWithout = membersWithout
    }

    /// The measures of a file.
    package mutating func file(_ node: JSONNode) -> [Measure] {
        let keys: [AggregateKey] = [
            ("$schema", "where the schema is, for editors", false), ("measures", "the list of measures", true),
        ]
        guard let list = object(node, at: "", noun: "a file of measures", keys: keys)?["measures"] else { return [] }
        return measures(list, at: "measures")
    }

    /// The measures of a list.
    package mutating func measures(_ node: JSONNode, at path: String) -> [Measure] {
        entries = []
        let elements = list(node, path)
        guard elements.count <= Self.mostMeasures else {
            add(path, "there are more than \(Self.mostMeasures) measures; split them between definitions of reports")
            return []
        }
        for (path, element) in elements {
            guard
                let fields = object(
                    element, at: path, noun: "a measure", keys: Self.keys, belonging: Self.place(ofKey:))
            else { continue }
            let id = fields["id"].flatMap { identifier($0, join(path, "id")) }
            entries.append(Entry(id: id ?? "", path: path, fields: fields))
        }
        let measures = entries.indices.compactMap { measure($0) }
        refuseNamesOfColumns()
        refuseNamesOfIntervals(of: measures, path)
        // Conditions beside several sets of records are read once for each, and are wrong once.
        problems = problems.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        return measures
    }

    /// The identifiers that were declared, also those of measures with something wrong.
    package var declared: [String] { entries.map(\.id).filter { !$0.isEmpty } }

    /// How many measures a list can have.
    private static let mostMeasures = 1_000
    /// How many measures can be made of each other, one after the other.
    private static let longestChain = 8

    // MARK: Measures

    private mutating func measure(_ index: Int) -> Measure? {
        let before = problems.count
        let (id, path, fields) = (entries[index].id, entries[index].path, entries[index].fields)
        let name = fields["name"].flatMap { bilingualText($0, join(path, "name")) }
        let definition = fields["definition"].flatMap { bilingualText($0, join(path, "definition")) }
        let source = fields["source"].flatMap { string($0, join(path, "source")) }
        let aggregate = self.aggregate(of: index, referredToAt: nil)
        let format = fields["format"].flatMap { self.format($0, join(path, "format")) }
        var byTrainer = false
        if let node = fields["byTrainer"] {
            if case .bool(let isSo) = node {
                byTrainer = isSo
            } else {
                expect("true or false", insteadOf: node, at: join(path, "byTrainer"))
            }
        }
        let direction = fields["better"].flatMap { self.direction($0, join(path, "better")) }
        let fewest = fields["fewest"].flatMap { wholeNumber($0, join(path, "fewest"), in: 2...1_000_000) }
        guard let aggregate else { return nil }
        if let reason = format?.unsuited(to: aggregate) {
            add(join(path, "format"), "\(reason); leave 'format' out, or give another one, such as {\"places\": 1}")
        }
        let unknown = fields["unknown"].map { self.unknown($0, join(path, "unknown")) } ?? aggregate.usualUnknownRule
        guard problems.count == before, !id.isEmpty, let name, let definition else { return nil }
        let measure = Measure(
            id, heading: name, definition: definition, source: source, format: format ?? aggregate.usualFormat,
            direction: direction, aggregate, unknown: unknown, fewest: fewest, allowsTrainerDimensions: byTrainer)
        guard let reason = measure.unsupported else { return measure }
        add(join(path, "is"), "this cannot be computed: \(reason)")
        return nil
    }

    /// The aggregate of a measure, made when it is first asked for.
    private mutating func aggregate(of index: Int, referredToAt path: String?) -> Aggregate? {
        let entry = entries[index]
        switch entry.state {
        case .done(let aggregate): return aggregate
        case .open:
            let round = stack.drop { $0 != entry.id } + [entry.id]
            add(
                path ?? entry.path,
                "'\(entry.id)' is made of itself (\(round.joined(separator: ", "))); write down the records of one of them"
            )
            return nil
        case .waiting:
            guard stack.count < Self.longestChain else {
                add(
                    path ?? entry.path,
                    "more than \(Self.longestChain) measures are made of each other; write down the records of '\(entry.id)'"
                )
                entries[index].state = .done(nil)
                return nil
            }
            entries[index].state = .open
            stack.append(entry.id)
            let place = join(entry.path, "is")
            let found = entry.fields["is"].flatMap { node -> Aggregate? in
                if case .string = node {
                    add(place, "how records make it is expected, such as {\"count\": \"enrolments\"}")
                    return nil
                }
                return self.aggregate(node, at: place)
            }
            stack.removeLast()
            entries[index].state = .done(found)
            return found
        }
    }

    /// The aggregate of a measure that is named in another one.
    mutating func aggregate(named id: String, at path: String) -> Aggregate? {
        if let measure = known.first(where: { $0.id == id }) { return measure.aggregate }
        if let own = entries.firstIndex(where: { $0.id == id }) { return aggregate(of: own, referredToAt: path) }
        let names = known.map(\.id) + entries.map(\.id).filter { !$0.isEmpty }
        problems.append(
            JSONProblem(
                path: path, message: "there is no measure '\(id)'",
                misspelling: .init(
                    text: id, candidates: names, meant: Synonyms.measures.meant(by: id, among: names),
                    list: "tadrib list measures")))
        return nil
    }

    /// A whole number within bounds.
    mutating func wholeNumber(_ node: JSONNode, _ path: String, in bounds: ClosedRange<Int>) -> Int? {
        if case .number(let text) = node, let number = Int(text), bounds.contains(number) { return number }
        add(path, "a whole number from \(bounds.lowerBound) to \(bounds.upperBound) is expected")
        return nil
    }
}
