/// What is wrong at a place of a file of JSON: a report definition, a schedule or settings.
public struct JSONProblem: Error, Hashable, Sendable {
    /// The way to the place: `tables[2].measures[0]`; empty for the whole file.
    public let path: String
    /// What is wrong and what would be right.
    public let message: String
    /// The same in Arabic, where it is told in both languages.
    package let arabic: String?
    /// A misspelt word and the words that it could have been.
    public var misspelling: Misspelling?
    /// The line of the place, from 1, if it is told.
    package var line: Int?

    /// A word that is not one of the known ones.
    public struct Misspelling: Hashable, Sendable {
        /// The word as it is written.
        public let text: String
        /// The words that are known.
        public let candidates: [String]
        /// The words that it means as a synonym.
        public let meant: [String]
        /// Where all known words are listed, told if none of them is near.
        let list: String?

        /// A word and those that are known.
        package init(text: String, candidates: [String], meant: [String] = [], list: String? = nil) {
            self.text = text
            self.candidates = candidates
            self.meant = meant
            self.list = list
        }

        /// The words that could have been meant.
        var nearest: [String] {
            meant.isEmpty ? Spelling.nearest(to: text, among: candidates).map { [$0] } ?? [] : meant
        }
    }

    /// A problem given by its parts.
    package init(
        path: String, message: String, arabic: String? = nil, misspelling: Misspelling? = nil, line: Int? = nil
    ) {
        self.path = path
        self.message = message
        self.arabic = arabic
        self.misspelling = misspelling
        self.line = line
    }

    /// The message with the word that was meant, if one is near.
    package var advice: String { message + (suggestion.map { "; " + $0.en } ?? "") }

    /// The same in Arabic, as far as there is an Arabic message.
    package var adviceInArabic: String { arabic.map { $0 + (suggestion.map { "؛ " + $0(.ar) } ?? "") } ?? advice }

    /// The words that were meant, or where all known ones are listed.
    private var suggestion: BilingualText? {
        misspelling.flatMap { misspelling in
            Spelling.suggestion(of: misspelling.nearest)
                ?? misspelling.list.map { BilingualText(en: "see \($0)", ar: "انظر \($0)") }
        }
    }
}
