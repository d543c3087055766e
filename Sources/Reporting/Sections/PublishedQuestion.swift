import Aggregation
import TrainingStats

/// A published figure with the request whose total answers it.
package struct PublishedQuestion: Sendable {
    /// What was published.
    package let figure: PublishedFigure
    /// The request to the records.
    package let request: SummaryRequest

    /// The request for a published figure.
    ///
    /// - Throws: `RequestError` if its filter is not valid, `PeriodError` if its period is not valid.
    package init(_ figure: PublishedFigure, today: CivilDate, calendar: CalendarSettings) throws {
        self.figure = figure
        let expression = PeriodExpression(figure.period.isEmpty ? "all" : figure.period)
        request = SummaryRequest(
            measures: [figure.indicator], filters: try Filter.list(parsing: figure.filter),
            period: try expression.resolve(today: today, settings: calendar), today: today)
    }

    /// The requests for the published figures of a dataset, in the order of the figures.
    ///
    /// - Throws: As for a single one.
    package static func all(of dataset: DatasetDescription, today: CivilDate) throws -> [PublishedQuestion] {
        try dataset.published.map { try PublishedQuestion($0, today: today, calendar: dataset.settings.calendar) }
    }
}
