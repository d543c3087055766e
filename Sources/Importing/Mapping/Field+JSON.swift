import Support

extension Field {
    /// The field as a JSON value; a column that is read as usual is its heading alone.
    var json: JSONNode {
        let options = optionMembers
        if case .column(let headings, number: nil) = source, headings.count == 1, options.isEmpty {
            return .string(headings[0])
        }
        return .object(sourceMembers + options)
    }

    private var sourceMembers: [JSONNode.Member] {
        func texts(_ texts: [String]) -> JSONNode { texts.count == 1 ? .string(texts[0]) : .strings(texts) }
        switch source {
        case .column(let headings, let number):
            let column = JSONNode.Member("column", texts(headings))
            return [column] + (number.map { [.init("number", .number("\($0)"))] } ?? [])
        case .around(let labels): return [.init("around", texts(labels))]
        case .sheetName: return [.init("sheetName", .bool(true))]
        case .fileName: return [.init("fileName", .bool(true))]
        case .level(let level): return [.init("level", .string(level))]
        case .part(let part): return [.init("part", .string(part))]
        case .value(let name): return [.init("value", .string(name))]
        case .text(let text): return [.init("text", .string(text))]
        case .join(let fields, let with):
            return [.init("join", .array(fields.map(\.json))), .init("with", .string(with))]
        case .first(let fields): return [.init("first", .array(fields.map(\.json)))]
        case .product(let fields): return [.init("product", .array(fields.map(\.json)))]
        case .sum(let fields): return [.init("sum", .array(fields.map(\.json)))]
        case .cases(let cases):
            return [
                .init("cases", .array(cases.map { .object(["when": $0.when.json, "then": $0.then.jsonAsResult]) }))
            ]
        }
    }

    /// The field as what a case gives, where a text stands for itself.
    private var jsonAsResult: JSONNode {
        if case .text(let text) = source, optionMembers.isEmpty { return .string(text) }
        if case .column(let headings, _) = source, headings.count == 1 { return .object(sourceMembers + optionMembers) }
        return json
    }

    private var optionMembers: [JSONNode.Member] {
        var members: [JSONNode.Member] = []
        func add(_ key: String, _ text: String?) {
            if let text { members.append(.init(key, .string(text))) }
        }
        add("as", kind?.rawValue)
        add("order", order?.rawValue)
        if calendar != .gregorian { add("calendar", calendar.rawValue) }
        add("monthAlone", monthAlone?.rawValue)
        add("month", month)
        if !empty.isEmpty { members.append(.init("empty", .strings(empty))) }
        add("words", words)
        if let width { members.append(.init("width", .number("\(width)"))) }
        add("case", letterCase?.rawValue)
        add("split", split)
        add("merge", merge?.rawValue)
        if let take { members.append(.init("take", .number("\(take)"))) }
        return members
    }
}

extension Condition {
    /// The condition as a JSON value.
    var json: JSONNode {
        .object(
            parts.map { part in
                switch part.test {
                case .isOneOf(let texts):
                    .init(part.name, texts.count == 1 ? .string(texts[0]) : .strings(texts))
                case .isFilled: .init(part.name, .object(["is": .string("filled")]))
                case .isEmpty: .init(part.name, .object(["is": .string("empty")]))
                case .isBetween(let atLeast, let below):
                    .init(
                        part.name,
                        .object(
                            [("atLeast", atLeast), ("below", below)].compactMap { key, bound in
                                bound.map { bound in
                                    JSONNode.Member(key, Double(bound) == nil ? .string(bound) : .number(bound))
                                }
                            }))
                }
            })
    }
}
