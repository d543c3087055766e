import Aggregation
import Support
import TrainingStats

/// Everything that is wrong with a report definition or a schedule.
public struct DefinitionErrors: Error, Hashable, Sendable {
    /// The problems, at least one, in the order of the file.
    public let problems: [JSONProblem]
    /// The filters of the file; their members can be checked only when a dataset is known.
    let filters: [PlacedFilter]

    /// A filter and the path of its members.
    struct PlacedFilter: Hashable, Sendable {
        let path: String
        let filter: Filter
        /// The line of the path, once it is known.
        var line: Int?
    }

    /// Problems, at least one.
    package init(problems: [JSONProblem]) { self.init(problems: problems, filters: []) }

    /// Problems of a file, at least one.
    package init(problems: [JSONProblem], in document: JSONDocument) {
        self.init(problems: problems, filters: [], in: document)
    }

    /// Problems of a file, and the filters whose members have not been checked.
    init(problems: [JSONProblem], filters: [PlacedFilter], in document: JSONDocument) {
        let placed = problems.map { problem in
            var placed = problem
            placed.line = document.line(of: problem.path)
            return placed
        }
        self.init(
            problems: placed,
            filters: filters.map { PlacedFilter(path: $0.path, filter: $0.filter, line: document.line(of: $0.path)) })
    }

    private init(problems: [JSONProblem], filters: [PlacedFilter]) {
        let ordered = problems.enumerated().sorted { left, right in
            (left.element.line ?? 0, left.offset) < (right.element.line ?? 0, right.offset)
        }
        self.problems = ordered.map(\.element)
        self.filters = filters
    }

    /// The same problems, and those of filters with members that the dataset cannot have.
    package func completed(on dataset: DatasetDescription) -> DefinitionErrors {
        let ofFilters = filters.flatMap { placed in
            placed.filter.problems(placed.path, dataset).map { problem in
                var problem = problem
                problem.line = placed.line
                return problem
            }
        }
        return DefinitionErrors(problems: problems + ofFilters, filters: [])
    }
}

extension DefinitionErrors {
    /// What a JSON file holds; comments are skipped.
    ///
    /// - Throws: ``DefinitionErrors`` with the line and character at which the text is no longer JSON.
    package static func reading(_ bytes: [UInt8]) throws(DefinitionErrors) -> JSONDocument {
        do throws(JSONReader.Fault) {
            return try JSONReader.read(bytes)
        } catch {
            throw DefinitionErrors(problems: [
                JSONProblem(path: "line \(error.line), character \(error.column)", message: error.reason)
            ])
        }
    }
}
