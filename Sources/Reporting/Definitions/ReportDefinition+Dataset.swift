import Aggregation
import TrainingStats

extension ReportDefinition {
    /// Whether a dataset has the members that the filters name.
    ///
    /// - Throws: ``DefinitionErrors`` for those of closed dimensions that it cannot have.
    public func check(on dataset: Dataset) throws(DefinitionErrors) {
        var problems = Self.problems(of: filters, "filters", dataset)
        for (index, part) in parts.enumerated() {
            guard case .table(let table) = part else { continue }
            problems += Self.problems(of: table.filters, "tables[\(index)].filters", dataset)
        }
        if !problems.isEmpty { throw DefinitionErrors(problems: problems) }
    }

    private static func problems(of filters: [Filter], _ path: String, _ dataset: Dataset) -> [DefinitionProblem] {
        filters.flatMap { filter in
            filter.members.enumerated().compactMap { index, member -> DefinitionProblem? in
                let single = Filter(dimension: filter.dimension, members: [member])
                let request = SummaryRequest(measures: ["attendances"], filters: [single], today: CivilDate(day: 0))
                do throws(RequestError) {
                    try request.validate(on: dataset)
                    return nil
                } catch {
                    guard case .unknownMember(_, _, let known) = error else { return nil }
                    return DefinitionProblem(
                        path: "\(path).\(filter.dimension)[\(index)]", message: error.message,
                        misspelling: .init(text: member, candidates: known))
                }
            }
        }
    }
}
