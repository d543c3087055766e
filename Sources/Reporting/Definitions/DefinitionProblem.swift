import Aggregation
import TrainingStats

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
    /// The filters of a file that cannot be used as it is: whether their members exist is asked when a dataset is known.
    let filters: [PlacedFilter]

    /// A filter and the path of the filters to which it belongs.
    struct PlacedFilter: Hashable, Sendable {
        let path: String
        let filter: Filter
    }

    /// Problems, at least one.
    package init(problems: [DefinitionProblem]) { self.init(problems: problems, filters: []) }

    /// Problems, and the filters whose members have not been looked at.
    init(problems: [DefinitionProblem], filters: [PlacedFilter]) {
        self.problems = problems
        self.filters = filters
    }

    /// The same with the members of filters that the dataset, where there is one, cannot have.
    package func completed(on dataset: () -> DatasetDescription?) -> DefinitionErrors {
        guard !filters.isEmpty, let dataset = dataset() else { return self }
        return DefinitionErrors(problems: problems + filters.flatMap { $0.filter.problems($0.path, dataset) })
    }
}
