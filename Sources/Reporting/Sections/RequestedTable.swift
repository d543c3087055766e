import Aggregation
import Support
import TrainingStats

/// A single table that a user requests: its requests, and the table made of the answers.
///
/// A table that keeps the largest members makes its requests in two steps: first ``rankRequest``, then the ``requests``
/// of the table that ``ranked(by:)`` gives.
package struct RequestedTable: Sendable {
    /// The order of the rows, the largest first.
    package struct Order: Sendable {
        /// Identifier of the measure.
        package var measure: String
        /// How many members of the first row dimension are kept; nil for all.
        package var kept: Int?

        /// An order by a measure.
        package init(by measure: String, keeping kept: Int? = nil) {
            self.measure = measure
            self.kept = kept
        }
    }

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
    private let order: Order?
    private var request: SummaryRequest
    private var transformed: TransformedRequest

    /// A table of a dataset.
    ///
    /// - Throws: `RequestError` if the order or the transforms are not possible for the request.
    package init(
        _ request: SummaryRequest, transforms: [Transform] = [], order: Order? = nil, layout: TableBuilder.Layout,
        on dataset: DatasetDescription
    ) throws(RequestError) {
        try Self.validate(request, transforms: transforms, order: order, in: dataset.catalogue)
        self.dataset = dataset
        self.layout = layout
        self.transforms = transforms
        self.order = order
        self.request = request
        transformed = try TransformedRequest(
            transforms, of: request, sessionEnds: dataset.sessionEnds, deliveries: dataset.deliveryEnds,
            calendar: dataset.settings.calendar,
            isComplete: layout == .wide, catalogue: dataset.catalogue)
    }

    /// Finds out whether a table can be made on any dataset with a catalogue, before its tables are read.
    ///
    /// - Throws: `RequestError` if the request, the order or the transforms are not possible.
    package static func validate(
        _ request: SummaryRequest, transforms: [Transform], order: Order?, in catalogue: Catalogue
    ) throws(RequestError) {
        try TransformedRequest.validate(transforms, of: request, in: catalogue)
        guard let order else { return }
        try Ranking.validate(order: order.measure, of: request, in: catalogue)
        try Ranking.request(for: request, by: order.measure, in: catalogue).validate(in: catalogue)
    }

    /// The request whose answer decides which members are kept; nil if all are.
    package var rankRequest: SummaryRequest? { order?.kept == nil ? nil : orderRequest }

    /// The table limited to the members that come first in the answer to ``rankRequest``.
    package func ranked(by answer: Summary) throws(RequestError) -> RequestedTable {
        guard let kept = order?.kept else { return self }
        var request = request
        request.kept = Ranking(answer).first(kept)
        return try RequestedTable(request, transforms: transforms, order: order, layout: layout, on: dataset)
    }

    /// The requests that the table needs.
    package var requests: [SummaryRequest] { transformed.requests + [orderRequest].compactMap(\.self) }

    /// The table, and the definitions of its terms.
    package func table(
        _ answers: DisclosedAnswers, _ context: ReportContext, style: Style
    ) throws(UnansweredRequest) -> (table: Table, definitions: [Definition]) {
        let summary = try transformed.summary { (request) throws(UnansweredRequest) in
            try answers.summary(of: request)
        }
        let ranking = try orderRequest.map { (request) throws(UnansweredRequest) in
            Ranking(try answers.summary(of: request))
        }
        let builder = TableBuilder(
            summary, on: dataset, context.language, filters: context.filters, showsBounds: style.showsBounds,
            ranking: ranking)
        return (
            builder.table(layout, context, isDescribed: style.isDescribed, isDrawn: style.isDrawn),
            TableNotes(summary, context.language).definitions
        )
    }

    /// The request whose answer gives the order of the rows; nil for the usual order of their members.
    private var orderRequest: SummaryRequest? {
        order.map { Ranking.request(for: request, by: $0.measure, in: dataset.catalogue) }
    }
}
