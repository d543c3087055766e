/// What is wrong at a place of a report definition or a schedule.
public struct DefinitionProblem: Error, Hashable, Sendable {
    /// The way to the place: `tables[2].measures[0]`; empty of the whole file.
    public let path: String
    /// What is wrong and what would be right.
    public let message: String
    /// A misspelt word and the words that it could have been.
    public var misspelling: Misspelling?

    /// A word that is none of those that are known.
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
    package init(path: String, message: String, misspelling: Misspelling? = nil) {
        self.path = path
        self.message = message
        self.misspelling = misspelling
    }
}

/// All that is wrong with a report definition or a schedule.
public struct DefinitionErrors: Error, Hashable, Sendable {
    /// The problems, at least one, those of a table together.
    public let problems: [DefinitionProblem]

    /// Problems, at least one.
    package init(problems: [DefinitionProblem]) { self.problems = problems }
}
