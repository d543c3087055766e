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
    /// The same of all records that can belong.
    let possible: SummaryRequest
    /// The same of those that certainly do; nil where these are those that count.
    let certain: SummaryRequest?

    /// All requests that are asked for the target.
    package var requests: [SummaryRequest] { [request, possible] + [certain].compactMap(\.self) }

    /// The requests for a target; `measure` is its own, where that is known.
    ///
    /// - Throws: `RequestError` if its filter is not valid, `PeriodError` if its period is not valid, ``TargetFault`` if the
    ///   period has no end.
    package init(
        _ target: Target, _ measure: Measure? = nil, today: CivilDate, calendar: CalendarSettings
    ) throws {
        let expression = PeriodExpression(target.period)
        // A misspelt period is told as that, and not as one without an end.
        let resolved = try expression.resolve(today: today, settings: calendar)
        guard expression.isFixed, let resolved else { throw TargetFault.openPeriod(target.period) }
        self.target = target
        period = resolved
        request = SummaryRequest(
            measures: [target.measure], filters: try Filter.list(parsing: target.filter), period: resolved,
            today: today,
            tellsGaps: true)
        possible = request.of(.possible)
        let leavesOut = request.filters.contains { $0.choice == .allBut } || measure?.isOther(in: .certain) == true
        certain = leavesOut ? request.of(.certain) : nil
    }

    /// The requests for the targets of a dataset, in the order of the targets.
    ///
    /// - Throws: As for a single one.
    package static func all(of dataset: DatasetDescription, today: CivilDate) throws -> [TargetQuestion] {
        try dataset.targets.map { target in
            try TargetQuestion(
                target, dataset.catalogue.measure(target.measure), today: today, calendar: dataset.settings.calendar)
        }
    }

    /// Finds out whether progress towards the target can be computed on a dataset.
    ///
    /// - Throws: `RequestError` for names and members that the dataset does not have, ``TargetFault`` for a target that its
    ///   measure cannot have.
    package func check(on dataset: Dataset, in catalogue: Catalogue) throws {
        try request.validate(on: dataset, in: catalogue)
        guard let measure = catalogue.measure(target.measure) else { return }
        let dimensions = request.filters.compactMap { catalogue.dimension($0.dimension) }
        if let fault = TargetFault(of: target, measure, by: dimensions) { throw fault }
    }

    /// What is doubtful of the target, which can be held against the records all the same.
    package func doubts(on dataset: Dataset, in catalogue: Catalogue, _ members: MemberLookup) throws -> [TargetDoubt] {
        let unmatched = try members.unmatched(request.filters, on: dataset).map(TargetDoubt.unmatched)
        return [catalogue.measure(target.measure).flatMap(target.doubt)].compactMap(\.self) + unmatched
    }

    /// The figure that the target is about, in a form in which targets of the same figure are equal.
    package func figure(on dataset: Dataset, in catalogue: Catalogue) -> TargetFigure? {
        TargetFigure(of: request) { dimension, member in
            catalogue.dimension(dimension).map { $0.canonical(member, dataset) } ?? member
        }
    }
}

extension SummaryRequest {
    /// The same request of another extent.
    fileprivate func of(_ extent: Extent) -> SummaryRequest {
        var request = self
        request.extent = extent
        return request
    }
}
