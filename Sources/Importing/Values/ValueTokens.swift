import Support

/// A part of a text that is read as a value.
enum ValueToken: Hashable {
    /// Digits, as they stand.
    case number(String)
    /// Letters, as Spelling folds them.
    case word(String)
    /// A sign that is neither, and no blank.
    case sign(Unicode.Scalar)

    /// The parts of a text: numbers, words and signs.
    static func tokens(of text: String) -> [ValueToken] {
        var tokens: [ValueToken] = []
        var run = String.UnicodeScalarView()
        var runIsNumber = false
        func endRun() {
            guard !run.isEmpty else { return }
            let text = String(run)
            run.removeAll()
            let folded = Spelling.folded(text)
            // Marks of vowels alone fold to nothing.
            if runIsNumber { tokens.append(.number(text)) } else if !folded.isEmpty { tokens.append(.word(folded)) }
        }
        for scalar in CellText.tidied(text).unicodeScalars {
            let isNumber = ("0"..."9").contains(scalar)
            guard
                isNumber || scalar.properties.isAlphabetic || scalar.properties.canonicalCombiningClass != .notReordered
            else {
                endRun()
                if scalar != " " { tokens.append(.sign(scalar)) }
                continue
            }
            if isNumber != runIsNumber { endRun() }
            runIsNumber = isNumber
            run.append(scalar)
        }
        endRun()
        return tokens
    }

    /// The number that it is; nil of words, signs, and numbers with more than nine digits.
    var whole: Int? {
        guard case .number(let digits) = self, digits.utf8.count <= 9 else { return nil }
        return Int(digits)
    }

    /// The word that it is.
    var word: String? {
        guard case .word(let word) = self else { return nil }
        return word
    }
}
