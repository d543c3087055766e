import Aggregation
import TrainingStats

/// A target with the request whose total is the figure that it is about.
package struct TargetQuestion: Sendable {
    /// What is to be reached.
    package let target: Target
    /// The days by whose end it is to be reached.
    package let period: Period
    /// The request to the records.
    package let request: SummaryRequest

    /// The request for a target.
    ///
    /// - Throws: `RequestError` if its filter is not valid, `PeriodError` if its period is not valid, ``TargetFault`` if the
    ///   period has no end.
    package init(_ target: Target, today: CivilDate, calendar: CalendarSettings) throws {
        let expression = PeriodExpression(target.period)
        // A misspelt period is told as that, and not as one without an end.
        let resolved = try expression.resolve(today: today, settings: calendar)
        guard expression.isFixed, let resolved else { throw TargetFault.openPeriod(target.period) }
        self.target = target
        period = resolved
        request = SummaryRequest(
            measures: [target.measure], filters: try Filter.list(parsing: target.filter), period: resolved, today: today
        )
    }

    /// The requests for the targets of a dataset, in the order of the targets.
    ///
    /// - Throws: As for a single one.
    package static func all(of dataset: DatasetDescription, today: CivilDate) throws -> [TargetQuestion] {
        try dataset.targets.map { try TargetQuestion($0, today: today, calendar: dataset.settings.calendar) }
    }

    /// Finds out whether progress towards the target can be computed on a dataset.
    ///
    /// - Throws: `RequestError` for names and members that the dataset does not have, ``TargetFault`` for a target that its
    ///   measure cannot have.
    package func check(on dataset: Dataset, in catalogue: Catalogue) throws {
        try request.validate(on: dataset, in: catalogue)
        if let measure = catalogue.measure(target.measure), let fault = TargetFault(of: target, measure) { throw fault }
    }
}
