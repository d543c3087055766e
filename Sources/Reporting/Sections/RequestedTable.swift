import Aggregation
import Support
import TrainingStats

/// A single table that a user requests: its requests, and the table made of the answers.
///
/// A table that keeps the largest or smallest members makes its requests in two steps: first ``rankRequests``, then the ``requests``
/// of the table that ``ranked(by:)`` gives.
package struct RequestedTable: Sendable {
    /// What the output format needs of the table.
    package struct Style: Sendable {
        /// Whether the number of trainees has bounds, if headcounts make it uncertain.
        package var showsBounds: Bool
        /// Whether the table carries a description of its columns, which some formats write.
        package var isDescribed: Bool
        /// Whether the table has charts.
        package var isDrawn: Bool

        /// A style given by its parts.
        package init(showsBounds: Bool, isDescribed: Bool, isDrawn: Bool) {
            self.showsBounds = showsBounds
            self.isDescribed = isDescribed
            self.isDrawn = isDrawn
        }
    }

    private let dataset: DatasetDescription
    private let layout: TableBuilder.Layout
    private let transforms: [Transform]
    private let order: RowOrder?
    private let conditions: [FigureCondition]
    /// The rows that meet the conditions; nil where there are none.
    private let wanted: WantedRows?
    private let persons: PersonFilter?
    private var request: SummaryRequest
    private var transformed: TransformedRequest

    /// A table of a dataset.
    ///
    /// Its rows meet all conditions, and its records are those of the persons alone, if some are given.
    ///
    /// - Throws: `RequestError` if the order, the conditions or the transforms are not possible for the request.
    package init(
        _ request: SummaryRequest, transforms: [Transform] = [], persons: PersonFilter? = nil,
        order: RowOrder? = nil,
        conditions: [FigureCondition] = [],
        layout: TableBuilder.Layout, on dataset: DatasetDescription
    ) throws(RequestError) {
        try Self.validate(request, transforms: transforms, order: order, conditions: conditions, in: dataset.catalogue)
        var request = request
        if let persons { request.filters.append(persons.filter) }
        self.persons = persons
        self.dataset = dataset
        self.layout = layout
        self.transforms = transforms
        self.order = order
        self.conditions = conditions
        wanted =
            conditions.isEmpty
            ? nil
            : try WantedRows(
                conditions, of: request, sessions: dataset.sessionDays, deliveries: dataset.deliveryDays,
                calendar: dataset.settings.calendar, catalogue: dataset.catalogue)
        self.request = request
        transformed = try TransformedRequest(
            transforms, of: request, sessions: dataset.sessionDays, deliveries: dataset.deliveryDays,
            calendar: dataset.settings.calendar,
            isComplete: layout == .wide, catalogue: dataset.catalogue)
    }

    /// Finds out whether a table can be made on any dataset with a catalogue, before its tables are read.
    ///
    /// - Throws: `RequestError` if the request, the order, the conditions or the transforms are not possible.
    package static func validate(
        _ request: SummaryRequest, transforms: [Transform], order: RowOrder?,
        conditions: [FigureCondition], in catalogue: Catalogue
    ) throws(RequestError) {
        try TransformedRequest.validate(transforms, of: request, in: catalogue)
        try WantedRows.validate(conditions, of: request, in: catalogue)
        guard let order else { return }
        try Ranking.validate(order: order.measure, of: request, in: catalogue)
        try Ranking.request(for: request, by: order.measure, in: catalogue).validate(in: catalogue)
    }

    /// The requests whose answers decide which members are kept; none if all are.
    package var rankRequests: [SummaryRequest] {
        order?.kept == nil ? [] : [orderRequest].compactMap(\.self) + (wanted?.requests ?? [])
    }

    /// The table limited to the members that come first in the answers to ``rankRequests``.
    ///
    /// Where there are conditions, they are members with a row that meets these.
    package func ranked(by answers: Answers) throws -> RequestedTable {
        guard let kept = order?.kept, let orderRequest else { return self }
        let rows = try wanted?.rows { (request) throws(UnansweredRequest) in try answers.summary(of: request) }
        var request = request
        // The filter on persons is added again.
        if persons != nil { request.filters.removeLast() }
        request.kept = Ranking(try answers.summary(of: orderRequest), kept.direction).first(
            kept.count, among: rows?.rows)
        return try RequestedTable(
            request, transforms: transforms, persons: persons, order: order, conditions: conditions, layout: layout,
            on: dataset)
    }

    /// The requests that the table needs.
    package var requests: [SummaryRequest] {
        transformed.requests + [orderRequest].compactMap(\.self) + (wanted?.requests ?? [])
    }

    /// The table, and the definitions of its terms.
    package func table(
        _ answers: DisclosedAnswers, _ context: ReportContext, style: Style
    ) throws(UnansweredRequest) -> (table: Table, definitions: [Definition]) {
        let builder = try builder(answers, context, showsBounds: style.showsBounds)
        var table = builder.table(layout, context, isDescribed: style.isDescribed, isDrawn: style.isDrawn)
        if let persons { table.notes.insert(persons.note(context.language), at: 0) }
        return (table, TableNotes(builder.summary, context.language).definitions)
    }

    /// The rows of a tidy table for programs, which can be many: none of them stands in memory as a whole.
    package func rows(
        _ answers: DisclosedAnswers, _ context: ReportContext, style: Style, labelled labels: DataLabels
    ) throws(UnansweredRequest) -> DataRows {
        DataRows(of: try builder(answers, context, showsBounds: style.showsBounds, rowsAlone: true), labelled: labels)
    }

    private func builder(
        _ answers: DisclosedAnswers, _ context: ReportContext, showsBounds: Bool, rowsAlone: Bool = false
    ) throws(UnansweredRequest) -> TableBuilder {
        func answer(_ request: SummaryRequest) throws(UnansweredRequest) -> Summary { try answers.summary(of: request) }
        var summary = try transformed.summary(from: answer)
        if let wanted { summary = wanted.narrowed(summary, to: try wanted.rows(from: answer)) }
        let ranking = try orderRequest.map { (request) throws(UnansweredRequest) in
            Ranking(try answers.summary(of: request), order?.direction ?? .largestFirst)
        }
        return TableBuilder(
            summary, on: dataset, context.language,
            filters: context.filters + [persons?.filter].compactMap(\.self), showsBounds: showsBounds,
            ranking: ranking, rowsAlone: rowsAlone, for: context)
    }

    /// The request whose answer gives the order of the rows; nil for the usual order of their members.
    private var orderRequest: SummaryRequest? {
        order.map { Ranking.request(for: request, by: $0.measure, in: dataset.catalogue) }
    }
}
