import Support

/// Rules: cases and conditions.
extension RowReader {
    /// What the first case gives that holds.
    func result(of cases: [Field.Case], named name: String) -> RowOutcome {
        for one in cases {
            switch holds(one.when) {
            case true: return read(one.then, named: "")
            case nil: return .wrong
            default: continue
            }
        }
        guard name == "participations.status" else { return .empty }
        let names = Set(cases.flatMap { $0.when.parts.map(\.name) }).sorted()
        let given = names.map { ($0, value($0).text ?? "") }
        let told = given.map { "\($0) '\($1)'" }.joined(separator: ", ")
        let toldInArabic = given.map { "\($0.isolated) «\($1.isolated)»" }.joined(separator: "، ")
        error(
            "no case of participations.status holds: \(told); add one",
            "لا حالة من participations.status تنطبق: \(toldInArabic)؛ أضف حالة")
        return .wrong
    }

    /// Whether a condition holds; nil where a value that it asks for cannot be read.
    func holds(_ condition: Condition) -> Bool? {
        for part in condition.parts {
            let outcome = value(part.name)
            if case .wrong = outcome { return nil }
            let text = outcome.text
            let isMet: Bool
            switch part.test {
            case .isFilled: isMet = text != nil
            case .isEmpty: isMet = text == nil
            case .isOneOf(let texts):
                let key = text.map { WordIndex.key(of: $0) }
                isMet = texts.contains { key == WordIndex.key(of: $0) }
            case .isBetween(let atLeast, let below):
                guard let text else { return false }
                isMet =
                    atLeast.map { !Self.isLess(text, $0) } ?? true && below.map { Self.isLess(text, $0) } ?? true
            }
            if !isMet { return false }
        }
        return true
    }

    /// Whether a number or date comes before another one.
    static func isLess(_ left: String, _ right: String) -> Bool {
        if let left = ExactDecimal(left), let right = ExactDecimal(right) { return left < right }
        return left < right
    }
}
