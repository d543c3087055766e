import Aggregation
import TestSupport
import TrainingStats
import Writers

@testable import Reporting

extension LoadedDataset {
    /// A request in plain words as the engine knows it.
    func request(_ plain: PlainRequest, kept: TopMembers? = nil) throws -> SummaryRequest {
        SummaryRequest(
            rows: plain.rows, columns: plain.columns, measures: plain.measures,
            filters: plain.filters.map(\.filter),
            period: try PeriodExpression(plain.period ?? "all").resolve(
                today: .day(plain.today), settings: dataset.settings.calendar),
            today: .day(plain.today), totals: plain.totals, includesEmpty: plain.includesEmpty, kept: kept,
            extent: plain.extent)
    }

    /// A request in plain words, computed by the engine and written as tidy CSV; `order` is the measure to order it by.
    func tidyCSV(
        of plain: PlainRequest, kept: TopMembers? = nil, order: String? = nil,
        _ direction: RowOrder.Direction = .largestFirst, in given: Catalogue? = nil
    ) throws -> String {
        let catalogue = given ?? catalogue
        let request = try request(plain, kept: kept)
        let ranking = try order.map {
            Ranking(try summary(Ranking.request(for: request, by: $0, in: catalogue)), direction)
        }
        return tidyCSV(of: try summary(request, in: catalogue), request, catalogue, ranking)
    }

    /// The same, computed by another engine.
    func tidyCSV(of plain: PlainRequest, by engine: some SummaryEngine, in given: Catalogue? = nil) throws -> String {
        let request = try request(plain)
        return tidyCSV(of: try engine.answers(to: [request]).summary(of: request), request, given ?? catalogue, nil)
    }

    private func tidyCSV(
        of summary: Summary, _ request: SummaryRequest, _ catalogue: Catalogue, _ ranking: Ranking?
    ) -> String {
        let context = ReportContext(
            language: .en, period: request.period, filters: request.filters, today: request.today, tool: "test")
        let builder = TableBuilder(
            summary,
            on: DatasetDescription(dataset, today: request.today, catalogue: catalogue), .en,
            showsBounds: false,
            ranking: ranking)
        return DelimitedWriter.csv().text(of: builder.table(.tidy, context))
    }
}

extension PlainFilter {
    /// The filter as the engine knows it.
    var filter: Filter { Filter(dimension: dimension, Filter.Choice(rawValue: sign) ?? .named, members: members) }
}

/// Where two tables in tidy CSV differ for the first time.
func difference(_ expected: String, _ computed: String) -> String {
    let (left, right) = (expected.split(separator: "\n"), computed.split(separator: "\n"))
    let headings = left.first?.split(separator: ",") ?? []
    for (first, second) in zip(left, right) where first != second {
        let fields = zip(
            first.split(separator: ",", omittingEmptySubsequences: false),
            second.split(separator: ",", omittingEmptySubsequences: false))
        let wrong = zip(headings, fields).filter { $0.1.0 != $0.1.1 }.map { "\($0.0): \($0.1.0) but \($0.1.1)" }
        return "\(first.prefix(60))…\n\(wrong.prefix(6))"
    }
    return "\(left.count) lines but \(right.count)"
}
