import Support
import TrainingStats

/// The persons who meet conditions, by figures that are counted for each of them within the filters and the period of a
/// request.
package struct WantedPersons: Sendable {
    private let rows: WantedRows
    private let conditions: [FigureCondition]

    /// What has to be summed up to find them.
    package var requests: [SummaryRequest] { rows.requests }

    /// The persons of a request who meet all conditions; the dataset is described as for a transformed request.
    ///
    /// - Throws: ``RequestError`` for unknown names, and where a transform has no meaning for persons.
    package init(
        _ conditions: [FigureCondition], of request: SummaryRequest, sessions: [SessionDays], deliveries: [SessionDays],
        calendar: CalendarSettings, catalogue: Catalogue
    ) throws(RequestError) {
        self.conditions = conditions
        rows = try WantedRows(
            conditions, of: Self.byPerson(request), sessions: sessions, deliveries: deliveries,
            calendar: calendar, catalogue: catalogue)
    }

    /// Finds out whether conditions have a meaning for persons, and whether a request can be restricted to persons.
    ///
    /// - Throws: ``RequestError`` where they have none, or where the request is about trainers.
    package static func validate(
        _ conditions: [FigureCondition], of request: SummaryRequest, in catalogue: Catalogue
    ) throws(RequestError) {
        guard !conditions.isEmpty else { return }
        try request.validate(in: catalogue)
        var restricted = request
        restricted.filters.append(Filter(dimension: TraineeTable.dimension, members: []))
        do throws(RequestError) {
            try restricted.validate(in: catalogue)
            try WantedRows.validate(conditions, of: byPerson(request), in: catalogue)
            for figure in conditions.flatMap(\.figures) {
                // Persons have no population.
                let measure = try ConditionFigure(figure, in: catalogue).measure
                if measure.aggregate.isPerPopulation { throw .figureWithoutPersons(figure) }
            }
        } catch {
            switch error {
            case .meaninglessCondition(let figure, _): throw .figureWithoutPersons(figure)
            // The request makes sense without the persons.
            case .trainerAndTrainee(let trainer, _): throw .trainersByPersons(trainer)
            case .evaluationsByTrainee(_, let name): throw .evaluationsByPersons(name)
            default: throw error
            }
        }
    }

    /// The filter that keeps the persons who meet the conditions.
    package func filter<Failure: Error>(
        from answer: (SummaryRequest) throws(Failure) -> Summary
    ) throws(Failure) -> PersonFilter {
        // People who were counted are no persons whom anybody knows.
        let persons = try rows.rows(from: answer).rows.compactMap { row -> String? in
            if case .code(let person) = row[0] { person } else { nil }
        }
        return PersonFilter(
            filter: Filter(dimension: TraineeTable.dimension, members: persons.sorted()), conditions: conditions,
            headings: rows.headings)
    }

    private static func byPerson(_ request: SummaryRequest) -> SummaryRequest {
        SummaryRequest(
            rows: [TraineeTable.dimension], measures: [], filters: request.filters, period: request.period,
            today: request.today)
    }
}

/// A filter that keeps the records of some persons alone.
package struct PersonFilter: Sendable {
    /// The filter.
    package let filter: Filter
    /// The conditions that the persons meet.
    package let conditions: [FigureCondition]
    /// The headings of the figures of the conditions.
    package let headings: [String: BilingualText]

    /// How many persons there are.
    package var count: Int { filter.members.count }
}
