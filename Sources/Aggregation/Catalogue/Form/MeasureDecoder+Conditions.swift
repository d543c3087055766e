import Support
import TrainingStats

/// What is asked of records, and what they add.
extension MeasureDecoder {
    /// Conditions, all of which hold: one, or a list.
    mutating func conditions(_ node: JSONNode, _ path: String, of table: SourceRecord.Table) -> [Condition] {
        switch node {
        case .array: list(node, path).flatMap { conditions($0.node, $0.path, of: table) }
        case .object(let members):
            conditions(of: members, path, of: table)
        case .string, .number, .bool, .null: [word(node, path)].compactMap(\.self)
        }
    }

    /// The conditions of an object, one for each key.
    private mutating func conditions(
        of members: [JSONNode.Member], _ path: String, of table: SourceRecord.Table
    ) -> [Condition] {
        if members.isEmpty { add(path, "a condition is expected, such as {\"sex\": \"F\"}") }
        return members.compactMap { condition(key: $0.key, $0.value, join(path, $0.key), of: table) }
    }

    /// A single condition; several that all hold become one.
    mutating func condition(_ node: JSONNode, _ path: String, of table: SourceRecord.Table) -> Condition? {
        let before = problems.count
        let found = conditions(node, path, of: table)
        if found.isEmpty, problems.count == before { add(path, "a condition is expected") }
        guard problems.count == before else { return nil }
        return found.count == 1 ? found[0] : .all(found)
    }

    private mutating func word(_ node: JSONNode, _ path: String) -> Condition? {
        guard case .string(let text) = node else {
            expect("a condition such as \"training\" or {\"sex\": \"F\"}", insteadOf: node, at: path)
            return nil
        }
        let words = ConditionWord.allCases.map(\.rawValue)
        return name(.string(text), at: path, noun: "condition", known: words).flatMap(ConditionWord.init)?.condition
    }

    private mutating func condition(
        key text: String, _ value: JSONNode, _ path: String, of table: SourceRecord.Table
    ) -> Condition? {
        guard let key = ConditionKey(rawValue: text) else {
            if let dimension = dimensions.first(where: { $0.id == text }) { return member(of: dimension, value, path) }
            // Words of three letters are near to much that nobody means by them.
            let words = ConditionKey.allCases.map(\.rawValue).filter { $0.count > 3 }
            let ids = dimensions.map(\.id)
            problems.append(
                JSONProblem(
                    path: path, message: "there is no condition or dimension '\(text)'",
                    misspelling: .init(
                        text: text, candidates: words + ids, meant: Synonyms.dimensions.meant(by: text, among: ids),
                        list: "tadrib list dimensions DATASET")))
            return nil
        }
        switch key {
        case .status: return code(value, path, "status") { .status($0) }
        case .sessionStatus: return code(value, path, "status of sessions") { .sessionStatus($0) }
        case .kind: return code(value, path, "kind of courses") { .kind($0) }
        case .known:
            let found = name(value, at: path, noun: "dimension", known: dimensions.map(\.id))
            guard let dimension = dimensions.first(where: { $0.id == found }) else { return nil }
            let properties: [Condition.ProfileProperty] = [.institution, .state]
            if let property = properties.first(where: { $0.dimension == dimension.id }) { return .known(property) }
            return .not(.member(MemberTest(dimension, ["_U"])))
        case .states:
            let numbers = elements(value, path).compactMap { number($0.node, $0.path, of: table) }
            return together(numbers.map { .states($0) })
        case .atLeast, .below:
            guard case .array(let sides) = value, sides.count == 2 else {
                add(path, "a list of two numbers is expected, such as [\"post_score\", \"pass_score\"]")
                return nil
            }
            let first = compared(sides[0], JSONDocument.path(ofElement: 0, in: path), of: table)
            let second = compared(sides[1], JSONDocument.path(ofElement: 1, in: path), of: table)
            guard let first, let second else { return nil }
            guard !first.isConstant || !second.isConstant else {
                add(path, "one of the two must be a number of the records, such as \"rating\"")
                return nil
            }
            return key == .atLeast ? .atLeast(first, second) : .below(first, second)
        case .all: return .all(list(value, path).compactMap { condition($0.node, $0.path, of: table) })
        case .any: return .any(list(value, path).compactMap { condition($0.node, $0.path, of: table) })
        case .not: return condition(value, path, of: table).map { .not($0) }
        }
    }

    private func together(_ conditions: [Condition]) -> Condition {
        conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    /// The elements of a list, or a value that stands in place of a list of one.
    private mutating func elements(_ node: JSONNode, _ path: String) -> [(path: String, node: JSONNode)] {
        if case .array = node { list(node, path) } else { [(path, node)] }
    }

    /// A condition that one of some codes holds.
    private mutating func code<Code: NamedCode>(
        _ node: JSONNode, _ path: String, _ noun: String, _ condition: (Code) -> Condition
    ) -> Condition? {
        let known = Code.allCases.map(\.rawValue)
        let found = elements(node, path).compactMap { element in
            name(element.node, at: element.path, noun: noun, known: known).flatMap { Code(rawValue: $0) }
        }
        let conditions = found.map(condition)
        return conditions.count == 1 ? conditions[0] : .any(conditions)
    }

    /// A condition that a record has one of some members.
    private mutating func member(of dimension: Dimension, _ node: JSONNode, _ path: String) -> Condition? {
        var members: [String] = []
        for (path, element) in elements(node, path) {
            guard let text = string(element, path) else { continue }
            if let known = membersWithout(dimension, text) {
                problems.append(
                    JSONProblem(
                        path: path,
                        message: "the dimension '\(dimension.id)' has no member '\(text)'"
                            + (known.count <= 6 && Spelling.nearest(to: text, among: known) == nil
                                ? "; it has \(Spelling.list(known).en)" : ""),
                        misspelling: .init(text: text, candidates: known)))
            }
            members.append(text)
        }
        return members.isEmpty ? nil : .member(MemberTest(dimension, members))
    }

    // MARK: Numbers

    /// A number that records of a table state.
    private mutating func number(_ node: JSONNode, _ path: String, of table: SourceRecord.Table) -> RecordNumber? {
        guard let text = string(node, path) else { return nil }
        let known = RecordNumber.named(in: table, declared: numbers)
        if let found = known.first(where: { $0.name == text }) { return found.number }
        let message = "records of \(table.rawValue) have no number '\(text)'"
        if let attribute = attribute(called: text), !attribute.isNumber {
            add(
                path,
                "'\(text)' is an attribute that holds no numbers; a number needs the kind 'number' in dataset.json")
        } else if let other = SourceRecord.Table.allCases.first(where: { states(text, in: $0) }) {
            add(path, "\(message); records of \(other.rawValue) have it")
        } else {
            problems.append(
                JSONProblem(
                    path: path, message: message,
                    misspelling: .init(
                        text: text, candidates: known.map(\.name),
                        meant: numbers.filter { $0.attribute.columns.values.contains(text) }.map(\.name))))
        }
        return nil
    }

    private func states(_ name: String, in table: SourceRecord.Table) -> Bool {
        RecordNumber.named(in: table, declared: numbers).contains { $0.name == name }
    }

    /// The attribute with an identifier or a column of a name; nil where the dataset declares none.
    private func attribute(called name: String) -> Attribute? {
        let attributes = dimensions.compactMap { dimension -> Attribute? in
            if case .attribute(let attribute, _) = dimension.rule { attribute } else { nil }
        }
        return attributes.first { $0.id == name } ?? attributes.first { $0.columns.values.contains(name) }
    }

    /// A side of a comparison: a number that records state, or one that is always the same.
    private mutating func compared(_ node: JSONNode, _ path: String, of table: SourceRecord.Table) -> RecordNumber? {
        guard case .number(let text) = node else { return number(node, path, of: table) }
        if let value = ExactDecimal(text) { return .constant(value) }
        add(path, "'\(text)' is no plain number of up to 18 digits, six of them after the point")
        return nil
    }

    /// What each record adds.
    mutating func quantity(_ node: JSONNode, _ path: String, of table: SourceRecord.Table) -> Quantity? {
        switch node {
        case .number("1"): return .one
        case .object(let members): return combined(node, members.map(\.key), path, of: table)
        case .string: return number(node, path, of: table).map { .number($0) }
        case .number, .array, .bool, .null:
            expect("a number of the records, such as \"hours\"", insteadOf: node, at: path)
            return nil
        }
    }

    /// A quantity that is made of others.
    private mutating func combined(
        _ node: JSONNode, _ given: [String], _ path: String, of table: SourceRecord.Table
    ) -> Quantity? {
        let keys: [AggregateKey] = [
            ("difference", "a list of two numbers, the second being taken from the first", false),
            ("quotient", "a list of two quantities, the first being divided by the second", false),
            ("percent", "points in percent of the highest score", false),
        ]
        guard let fields = object(node, at: path, noun: "a quantity", keys: keys) else { return nil }
        guard fields.count == 1, given.count == 1, let (key, value) = fields.first else {
            add(path, "one of \(Spelling.list(keys.map(\.name)).en) is expected")
            return nil
        }
        let place = join(path, key)
        if key == "percent" { return quantity(value, place, of: table).map { .percentage($0) } }
        guard case .array(let sides) = value, sides.count == 2 else {
            add(place, "a list of two is expected, such as [\"post_score\", \"pre_score\"]")
            return nil
        }
        let paths = [0, 1].map { JSONDocument.path(ofElement: $0, in: place) }
        if key == "difference" {
            let (first, second) = (number(sides[0], paths[0], of: table), number(sides[1], paths[1], of: table))
            guard let first, let second else { return nil }
            return .difference(first, minus: second)
        }
        let (first, second) = (quantity(sides[0], paths[0], of: table), quantity(sides[1], paths[1], of: table))
        guard let first, let second else { return nil }
        return .quotient(first, over: second)
    }
}
