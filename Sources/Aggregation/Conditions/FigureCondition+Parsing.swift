import Support

/// The written form: comparisons joined by `and` and `or`, of which `and` binds closer, with parentheses.
extension FigureCondition {
    /// What is missing where a text is no condition.
    public enum Fault: Hashable, Sendable { case figure, relation, number, closing, joining, depth }

    /// A condition in its written form.
    ///
    /// - Throws: ``RequestError`` with the place at which the text is none.
    package init(parsing text: String) throws(RequestError) {
        var parser = ConditionParser(text)
        self = try parser.condition()
    }
}

/// Reads conditions word by word.
private struct ConditionParser {
    private let text: String
    private var words: [(text: String, place: Int)] = []
    private var next = 0
    private var depth = 0

    /// How deep parentheses may be nested: deeper ones would use up the stack.
    private static let mostDepth = 50

    private static let joiningWords: Set<String> = ["and", "or"]

    init(_ text: String) {
        self.text = text
        split()
    }

    mutating func condition() throws(RequestError) -> FigureCondition {
        let condition = try alternatives()
        guard next == words.count else { throw fault(.joining) }
        return condition
    }

    /// Words are signs, and what stands between them without a space in it.
    private mutating func split() {
        let signs: Set<Character> = ["<", ">", "=", "!", "(", ")"]
        var isInWord = false
        for (offset, character) in text.enumerated() {
            if character.isWhitespace {
                isInWord = false
            } else if signs.contains(character) {
                let isSecond =
                    character == "="
                    && words.last.map { $0.place == offset && ["<", ">", "!"].contains($0.text) } == true
                if isSecond {
                    words[words.count - 1].text.append(character)
                } else {
                    words.append((String(character), offset + 1))
                }
                isInWord = false
            } else if isInWord {
                words[words.count - 1].text.append(character)
            } else {
                words.append((String(character), offset + 1))
                isInWord = true
            }
        }
    }

    private mutating func alternatives() throws(RequestError) -> FigureCondition {
        var conditions = [try conjunction()]
        while take("or") { conditions.append(try conjunction()) }
        return conditions.count == 1 ? conditions[0] : .any(conditions)
    }

    private mutating func conjunction() throws(RequestError) -> FigureCondition {
        var conditions = [try comparison()]
        while take("and") { conditions.append(try comparison()) }
        return conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    private mutating func comparison() throws(RequestError) -> FigureCondition {
        if take("(") {
            depth += 1
            guard depth <= Self.mostDepth else { throw fault(.depth) }
            let condition = try alternatives()
            guard take(")") else { throw fault(.closing) }
            depth -= 1
            return condition
        }
        guard next < words.count, let first = words[next].text.first, first.isLetter,
            !Self.joiningWords.contains(words[next].text.lowercased())
        else { throw fault(.figure) }
        let figure = words[next].text
        next += 1
        guard next < words.count, let relation = FigureCondition.Relation(rawValue: words[next].text) else {
            throw fault(.relation)
        }
        next += 1
        guard next < words.count, let number = Self.number(words[next].text) else { throw fault(.number) }
        let written = words[next].text
        next += 1
        return .comparison(.init(figure: figure, relation: relation, number: number, written: written))
    }

    /// A plain number, or a percentage of up to four places.
    private static func number(_ text: String) -> ExactDecimal? {
        guard text.hasSuffix("%") else { return ExactDecimal(text) }
        guard let number = ExactDecimal(String(text.dropLast())), number.millionths % 100 == 0 else { return nil }
        return ExactDecimal(millionths: number.millionths / 100)
    }

    private mutating func take(_ word: String) -> Bool {
        guard next < words.count, words[next].text.lowercased() == word else { return false }
        next += 1
        return true
    }

    private func fault(_ fault: FigureCondition.Fault) -> RequestError {
        let place = next < words.count ? words[next].place : text.count + 1
        return .badCondition(text, character: place, fault)
    }
}
