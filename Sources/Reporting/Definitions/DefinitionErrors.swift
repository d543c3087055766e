import Aggregation
import Support
import TrainingStats

/// Everything that is wrong with a report definition or a schedule.
public struct DefinitionErrors: Error, Hashable, Sendable {
    /// The problems, at least one, grouped by table.
    public let problems: [JSONProblem]
    /// The filters of the file; their members can be checked only when a dataset is known.
    let filters: [PlacedFilter]

    /// A filter and the path of its members.
    struct PlacedFilter: Hashable, Sendable {
        let path: String
        let filter: Filter
    }

    /// Problems, at least one.
    package init(problems: [JSONProblem]) { self.init(problems: problems, filters: []) }

    /// Problems, and the filters whose members have not been checked.
    init(problems: [JSONProblem], filters: [PlacedFilter]) {
        self.problems = problems
        self.filters = filters
    }

    /// The same problems, and those of filters with members that the dataset cannot have.
    package func completed(on dataset: DatasetDescription) -> DefinitionErrors {
        DefinitionErrors(problems: problems + filters.flatMap { $0.filter.problems($0.path, dataset) })
    }
}

extension DefinitionErrors {
    /// The value in a JSON file; comments are skipped.
    ///
    /// - Throws: ``DefinitionErrors`` with the line and character at which the text is no longer JSON.
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
