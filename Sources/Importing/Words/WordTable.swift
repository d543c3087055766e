import Support

/// Words by what they mean, found by the rules of the same name; signs such as ✓ stand for themselves.
struct WordTable<Meaning: Hashable & Sendable>: Sendable {
    private var meanings: [String: Meaning] = [:]

    /// A table of words, which are parted by `|` and ends of lines; of two meanings of a word the first stays.
    init(_ words: [(meaning: Meaning, words: String)]) {
        for (meaning, words) in words {
            for word in words.split(whereSeparator: { $0 == "|" || $0.isNewline }) {
                let key = Self.key(of: String(word))
                if meanings[key] == nil { meanings[key] = meaning }
            }
        }
    }

    /// What a text means; nil if it is none of the words.
    func callAsFunction(_ text: String) -> Meaning? { meanings[Self.key(of: text)] }

    private static func key(of text: String) -> String {
        let folded = Spelling.folded(text)
        return folded.isEmpty ? CellText.tidied(text) : folded
    }
}
