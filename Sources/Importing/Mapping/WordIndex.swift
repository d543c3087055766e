import Support

/// Finds the member that a text spells, by whole texts: case, spacing, punctuation and vowel marks do not matter.
struct WordIndex {
    private var members: [String: String] = [:]

    /// An index of a list.
    init(_ list: WordList) {
        for member in list.members {
            for spelling in [member.name] + member.spellings { members[Self.key(of: spelling)] = member.name }
        }
    }

    /// The member that a text spells; nil if it spells none.
    func member(_ text: String) -> String? { members[Self.key(of: text)] }

    /// What spellings of one text have in common; marks such as `✓` and `-` stand for themselves.
    static func key(of text: String) -> String {
        let folded = Spelling.folded(text)
        return folded.isEmpty ? text.trimmingBlanks() : folded
    }
}

extension String {
    /// The text without blanks, no-break spaces and marks of direction around it.
    func trimmingBlanks() -> String {
        let blanks: (Unicode.Scalar) -> Bool = {
            $0.properties.isWhitespace || ["\u{200B}", "\u{200E}", "\u{200F}", "\u{FEFF}", "\u{61C}"].contains($0)
        }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !blanks($0) }),
            let last = scalars.lastIndex(where: { !blanks($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}
