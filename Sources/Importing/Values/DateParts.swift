import Support

/// The numbers and months of a text that could be a date, without time of day, weekday and words around it.
struct DateParts {
    /// A number of a date.
    struct Number: Hashable {
        /// Its value.
        var value: Int
        /// With how many digits it is written.
        var digits: Int
    }

    /// The numbers, in order.
    private(set) var numbers: [Number] = []
    /// The months that are named, in order.
    private(set) var months: [MonthNames.Month] = []
    /// Whether the text says that it is a date of the Hijra.
    private(set) var isHijri = false
    /// Whether a number ends it, as in Mar 25.
    private(set) var numberIsLast = false

    /// The parts of a text; nil if it has words or signs that no date has.
    init?(_ text: String) {
        var tokens = ValueToken.tokens(of: text)
        Self.dropTime(of: &tokens)
        var index = 0
        while index < tokens.count {
            switch tokens[index] {
            case .number(let digits):
                guard let value = tokens[index].whole, digits.utf8.count <= 4 else { return nil }
                numbers.append(Number(value: value, digits: digits.utf8.count))
                numberIsLast = true
            case .word(let word):
                // An ordinal: 1st, 2nd.
                if index > 0, tokens[index - 1].whole != nil, ["st", "nd", "rd", "th"].contains(word) { break }
                let words = tokens[index...].prefix(3).map { $0.word ?? "" }.prefix { !$0.isEmpty }
                if let (month, count) = MonthNames.month(beginning: Array(words)) {
                    months.append(month)
                    numberIsLast = false
                    index += count - 1
                } else if Self.hijriMarks.contains(word) {
                    isHijri = true
                } else if !MonthNames.isWeekday(word), !Self.fillers.contains(word) {
                    return nil
                }
            case .sign(let sign):
                guard Self.signs.contains(sign) else { return nil }
            }
            index += 1
        }
        guard !numbers.isEmpty, numbers.count <= 6 else { return nil }
    }

    /// Takes away a time of day: from the first colon's number on, with the T before it.
    private static func dropTime(of tokens: inout [ValueToken]) {
        guard let colon = tokens.firstIndex(of: .sign(":")), colon >= 1, tokens[colon - 1].whole != nil else { return }
        var end = colon + 1
        while end < tokens.count {
            let belongs =
                switch tokens[end] {
                case .number, .sign(":"), .sign("."): true
                case .word(let word): ["am", "pm", "ص", "م", "z"].contains(word)
                case .sign: false
                }
            guard belongs else { break }
            end += 1
        }
        var start = colon - 1
        if start > 0, tokens[start - 1] == .word("t") || tokens[start - 1] == .sign(",") { start -= 1 }
        tokens.removeSubrange(start..<end)
    }

    private static let signs: Set<Unicode.Scalar> = ["/", "-", ".", ",", "\\", "–", "—", "،", "(", ")"]
    private static let hijriMarks: Set<String> = ["ه", "هجري", "هجريه", "ah"]
    /// Words that stand in dates and say nothing of the day; م is for Gregorian.
    private static let fillers: Set<String> = [
        "من", "الي", "حتي", "from", "to", "until", "of", "on", "the", "and", "و", "م", "ad",
    ]
}
