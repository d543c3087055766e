import Support
import TrainingStats

/// Which text is a spelling of which other, as `labels.csv` has it; texts compare as bytes.
struct SpellingTable {
    /// All texts that are spellings or have some.
    private(set) var texts = KeyTable()
    private var merges = Merges()

    /// Takes in that a text, which was none before, is a spelling of another; false where that one is a spelling of it.
    mutating func insert(_ text: String, as target: String) -> Bool {
        merges.merge(code(of: text), into: code(of: target))
    }

    /// The text at the end of a chain of spellings, or nil for a text that is no spelling of another.
    mutating func end(of text: String) -> String? {
        guard let code = texts.code(of: text) else { return nil }
        let end = merges.end(of: code)
        return end == code ? nil : texts[end]
    }

    private mutating func code(of text: String) -> Int {
        let code = texts.insert(text)
        if code == merges.count { merges.append() }
        return code
    }
}
