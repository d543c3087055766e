import Aggregation
import Support
import TrainingStats

/// All that is wrong with a report definition or a schedule.
public struct DefinitionErrors: Error, Hashable, Sendable {
    /// The problems, at least one, those of a table together.
    public let problems: [JSONProblem]
    /// The filters of a file that cannot be used as it is: whether their members exist is asked when a dataset is known.
    let filters: [PlacedFilter]

    /// A filter and the path of the filters to which it belongs.
    struct PlacedFilter: Hashable, Sendable {
        let path: String
        let filter: Filter
    }

    /// Problems, at least one.
    package init(problems: [JSONProblem]) { self.init(problems: problems, filters: []) }

    /// Problems, and the filters whose members have not been looked at.
    init(problems: [JSONProblem], filters: [PlacedFilter]) {
        self.problems = problems
        self.filters = filters
    }

    /// The same with the members of filters that the dataset, where there is one, cannot have.
    package func completed(on dataset: () -> DatasetDescription?) -> DefinitionErrors {
        guard !filters.isEmpty, let dataset = dataset() else { return self }
        return DefinitionErrors(problems: problems + filters.flatMap { $0.filter.problems($0.path, dataset) })
    }
}

extension DefinitionErrors {
    /// The value that a file of JSON holds, comments passed over.
    ///
    /// - Throws: ``DefinitionErrors`` naming line and character where the text stops being JSON.
    package static func reading(_ bytes: [UInt8]) throws(DefinitionErrors) -> JSONNode {
        do throws(JSONReader.Fault) {
            return try JSONReader.read(bytes).root
        } catch {
            throw DefinitionErrors(problems: [
                JSONProblem(path: "line \(error.line), character \(error.column)", message: error.reason)
            ])
        }
    }
}
