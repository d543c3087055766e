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

        /// A word and those that are known.
        package init(text: String, candidates: [String]) {
            self.text = text
            self.candidates = candidates
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
    package var advice: String { message + Spelling.ending(suggesting: nearest, .en) }

    /// The same in Arabic, as far as there is an Arabic message.
    package var adviceInArabic: String { arabic.map { $0 + Spelling.ending(suggesting: nearest, .ar) } ?? advice }

    private var nearest: String? { misspelling.flatMap { Spelling.nearest(to: $0.text, among: $0.candidates) } }
}
