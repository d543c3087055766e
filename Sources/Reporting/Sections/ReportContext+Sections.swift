import Aggregation
import Support
import TrainingStats

extension ReportContext {
    /// A request for the report's records.
    func request(
        rows: [String] = [], columns: [String] = [], _ measures: [String], totals: Bool = false
    ) -> SummaryRequest {
        SummaryRequest(
            rows: rows, columns: columns, measures: measures, filters: filters, period: period, today: today,
            totals: totals)
    }

    /// Tells whether a figure of a table was revised, by its members and the identifier of its column; the table's keys start
    /// with some cells, and have the members in columns named otherwise than the dimensions where `columns` says so.
    func isRevised(
        _ table: String, _ summary: Summary, after start: [FigurePlace.Member] = [], as columns: [String]? = nil
    ) -> @Sendable ([Summary.Member], String) -> Bool {
        let (revised, columns) = (revised, columns ?? summary.dimensions.map(\.id))
        guard !revised.isEmpty else { return { _, _ in false } }
        return { members, column in
            let key = start + zip(columns, members).map { FigurePlace.Member(column: $0, code: $1.code) }
            return revised.contains(FigurePlace(table: table, key: key, column: column))
        }
    }

    /// A column headed in the report's language.
    func column(_ id: String, _ heading: Phrase, isNumeric: Bool) -> Grid.Column {
        Grid.Column(id: id, heading: language(heading), isNumeric: isNumeric)
    }
}

extension Measure {
    /// The heading; amounts say their currency, which is given by its code.
    func heading(withUnit currency: String, _ language: Language) -> String {
        heading(language) + (format == .money ? " (\(language.currency(currency)))" : "")
    }
}
