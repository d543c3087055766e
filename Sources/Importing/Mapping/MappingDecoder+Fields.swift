import Support

extension MappingDecoder {
    private static let sources = [
        "column", "around", "sheetName", "fileName", "level", "part", "value", "text", "join", "first", "cases",
        "product", "sum",
    ]

    private static let options = [
        "number", "with", "as", "order", "calendar", "monthAlone", "month", "empty", "words", "width", "case", "split",
        "take", "merge",
    ]

    /// Fields by the names of what they fill, which are free where none are known.
    mutating func namedFields(_ node: JSONNode, _ path: String, known: [String]?) -> [NamedField] {
        guard case .object(let members) = node else {
            expect("an object of fields", insteadOf: node, at: path)
            return []
        }
        return members.compactMap { member in
            let place = join(path, member.key)
            if let known, !known.contains(member.key) {
                problems.append(
                    JSONProblem(
                        path: place, message: "a dataset has no '\(member.key)' that could be filled",
                        misspelling: .init(text: member.key, candidates: known)))
            }
            return field(member.value, place).map { NamedField(member.key, $0) }
        }
    }

    /// A field: a heading, or an object.
    mutating func field(_ node: JSONNode, _ path: String) -> Field? {
        if case .string(let heading) = node { return .column(heading) }
        let keys: [Key] = (Self.sources + Self.options).map { ($0, "", false) }
        guard let fields = object(node, at: path, noun: "a field", keys: keys) else { return nil }
        let given = Self.sources.filter { fields[$0] != nil }
        guard given.count == 1, let key = given.first, let node = fields[key] else {
            add(
                path,
                given.isEmpty
                    ? "it does not say where the value comes from: one of \(Self.sources.joined(separator: ", "))"
                    : "'\(given.joined(separator: "' and '"))' are given; a field has one source")
            return nil
        }
        guard let source = source(key, node, at: join(path, key), among: fields, of: path) else { return nil }
        var field = Field(source)
        readOptions(fields, path, into: &field)
        return field
    }

    private mutating func source(
        _ key: String, _ node: JSONNode, at place: String, among fields: [String: JSONNode], of path: String
    ) -> Field.Source? {
        switch key {
        case "column":
            let number = fields["number"].flatMap { whole($0, join(path, "number"), in: 1...10_000) }
            return .column(texts(node, place), number: number)
        case "around": return .around(texts(node, place))
        case "sheetName", "fileName":
            guard node == .bool(true) else {
                add(place, "true is expected")
                return nil
            }
            return key == "sheetName" ? .sheetName : .fileName
        case "level": return string(node, place).map { .level($0) }
        case "part": return string(node, place).map { .part($0) }
        case "value": return string(node, place).map { .value($0) }
        case "text": return string(node, place).map { .text($0) }
        case "join":
            let with = fields["with"].flatMap { string($0, join(path, "with")) } ?? " "
            return .join(list(node, place).compactMap { field($0.node, $0.path) }, with: with)
        case "first": return .first(list(node, place).compactMap { field($0.node, $0.path) })
        case "sum": return .sum(list(node, place).compactMap { field($0.node, $0.path) })
        case "product": return .product(list(node, place).compactMap { field($0.node, $0.path) })
        default: return .cases(list(node, place).compactMap { oneCase($0.node, $0.path) })
        }
    }

    private mutating func oneCase(_ node: JSONNode, _ path: String) -> Field.Case? {
        let keys: [Key] = [("then", "what holds then", true)]
        guard let fields = object(node, at: path, noun: "a case", keys: Self.optional("when") + keys),
            let result = fields["then"]
        else { return nil }
        let when = fields["when"].map { condition($0, join(path, "when")) } ?? Condition([])
        // A text stands for itself: what holds in a case is most often a code.
        let then: Field? =
            if case .string(let text) = result { Field(.text(text)) } else { field(result, join(path, "then")) }
        guard let when, let then else { return nil }
        return Field.Case(when: when, then: then)
    }

    private mutating func readOptions(_ fields: [String: JSONNode], _ path: String, into field: inout Field) {
        func place(_ key: String) -> String { join(path, key) }
        field.kind = fields["as"].flatMap { choice($0, place("as"), noun: "way to read a text") }
        field.order = fields["order"].flatMap { choice($0, place("order"), noun: "order of dates") }
        if let calendar: Field.DateCalendar = fields["calendar"].flatMap({
            choice($0, place("calendar"), noun: "calendar")
        }) {
            field.calendar = calendar
        }
        field.monthAlone = fields["monthAlone"].flatMap { choice($0, place("monthAlone"), noun: "day of a month") }
        field.month = fields["month"].flatMap { string($0, place("month")) }
        field.empty = fields["empty"].map { texts($0, place("empty")) } ?? []
        field.words = fields["words"].flatMap { string($0, place("words")) }
        field.width = fields["width"].flatMap { whole($0, place("width"), in: 1...100) }
        field.letterCase = fields["case"].flatMap { choice($0, place("case"), noun: "treatment of letters") }
        field.split = fields["split"].flatMap { string($0, place("split")) }
        field.merge = fields["merge"].flatMap { choice($0, place("merge"), noun: "rule for rows that differ") }
        field.take = fields["take"].flatMap { whole($0, place("take"), in: 1...100) }
        if (field.split == nil) != (field.take == nil) {
            add(path, "'split' and 'take' belong together: what parts the text, and which part is taken")
        }
    }

    /// A condition: names with what they must be.
    mutating func condition(_ node: JSONNode, _ path: String) -> Condition? {
        guard case .object(let members) = node else {
            expect("an object of names and what they must be", insteadOf: node, at: path)
            return nil
        }
        return Condition(
            members.compactMap { member in
                test(member.value, join(path, member.key)).map { Condition.Part(member.key, $0) }
            })
    }

    private mutating func test(_ node: JSONNode, _ path: String) -> Condition.Test? {
        guard case .object(let members) = node else { return .isOneOf(texts(node, path)) }
        guard let fields = object(node, at: path, noun: "a test", keys: Self.optional("is", "atLeast", "below")) else {
            return nil
        }
        if let node = fields["is"] {
            switch name(node, at: join(path, "is"), noun: "state of a value", known: ["filled", "empty"]) {
            case "filled": return .isFilled
            case "empty": return .isEmpty
            default: return nil
            }
        }
        guard !members.isEmpty else {
            add(path, "'is', 'atLeast' or 'below' is expected")
            return nil
        }
        return .isBetween(
            atLeast: fields["atLeast"].flatMap { bound($0, join(path, "atLeast")) },
            below: fields["below"].flatMap { bound($0, join(path, "below")) })
    }

    private mutating func bound(_ node: JSONNode, _ path: String) -> String? {
        switch node {
        case .number(let text), .string(let text): return text
        default:
            expect("a number or a date", insteadOf: node, at: path)
            return nil
        }
    }
}
