import Aggregation
import Support
import TrainingStats

/// A table of its own, as somebody asks for it: its requests, and the table made of the answers.
///
/// A table that keeps the largest members asks in two steps: first ``rankRequest``, then the ``requests`` of the table that
/// ``ranked(by:)`` gives.
package struct RequestedTable: Sendable {
    /// The order of the rows, the largest first.
    package struct Order: Sendable {
        /// Identifier of the measure.
        package var measure: String
        /// How many members of the first row dimension stay; nil for all.
        package var kept: Int?

        /// An order by a measure.
        package init(by measure: String, keeping kept: Int? = nil) {
            self.measure = measure
            self.kept = kept
        }
    }

    /// What a format makes of the table.
    package struct Style: Sendable {
        /// Whether the number of trainees stands between bounds where headcounts widen it.
        package var showsBounds: Bool
        /// Whether the table says what its columns are, as formats of data want it.
        package var isDescribed: Bool
        /// Whether pictures stand beside the table.
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
    /// - Throws: `RequestError` where order or transforms have no meaning for the request.
    package init(
        _ request: SummaryRequest, transforms: [Transform] = [], order: Order? = nil, layout: TableBuilder.Layout,
        on dataset: DatasetDescription
    ) throws(RequestError) {
        if let order { try Ranking.validate(order: order.measure, of: request) }
        self.dataset = dataset
        self.layout = layout
        self.transforms = transforms
        self.order = order
        self.request = request
        transformed = try TransformedRequest(
            transforms, of: request, sessionEnds: dataset.sessionEnds, calendar: dataset.settings.calendar,
            isComplete: layout == .wide)
    }

    /// The request whose answer decides which members stay; nil where all do.
    package var rankRequest: SummaryRequest? { order?.kept == nil ? nil : orderRequest }

    /// The table that keeps the members that come first in the answer to ``rankRequest``.
    package func ranked(by answer: Summary) throws(RequestError) -> RequestedTable {
        guard let kept = order?.kept else { return self }
        var request = request
        request.kept = Ranking(answer).first(kept)
        return try RequestedTable(request, transforms: transforms, order: order, layout: layout, on: dataset)
    }

    /// The requests of whose answers the table is made.
    package var requests: [SummaryRequest] { transformed.requests + [orderRequest].compactMap(\.self) }

    /// The table, and what its words mean.
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

    /// The request whose answer gives the order of the rows; nil for that of their members.
    private var orderRequest: SummaryRequest? { order.map { Ranking.request(for: request, by: $0.measure) } }
}
