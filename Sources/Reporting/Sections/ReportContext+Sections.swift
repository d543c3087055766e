import Aggregation
import Support
import TrainingStats

extension ReportContext {
    /// A request for the report's records.
    package func request(
        rows: [String] = [], columns: [String] = [], _ measures: [String], totals: Bool = false
    ) -> SummaryRequest {
        SummaryRequest(
            rows: rows, columns: columns, measures: measures, filters: filters, period: period, today: today,
            totals: totals)
    }

    /// A reason for which a table is left out, said of the records of the report alone if these are not all.
    func limiting(_ reason: BilingualText) -> BilingualText {
        let form: SelectionSentence
        switch (period != nil, !filters.isEmpty) {
        case (false, false): return reason
        case (true, false): form = .inPeriod
        case (false, true): form = .underFilters
        case (true, true): form = .inPeriodUnderFilters
        }
        return BilingualText(
            en: Language.en(form, ["reason": reason.en]), ar: Language.ar(form, ["reason": reason(.ar)]))
    }

    /// A function that tells whether a figure of a table was revised, from its members and the identifier of its column.
    ///
    /// `start` gives the cells of the table's keys before the members; `columns` gives the identifiers of the columns of the
    /// members, if they are not those of the dimensions.
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

    /// The name of the period, without its days.
    var nameOfPeriod: String {
        language.capitalised(period.map { language.period($0.label) } ?? language(Phrase.allTime))
    }

    /// A column with a heading in the language of the report.
    func column(_ id: String, _ heading: Phrase, isNumeric: Bool) -> Grid.Column {
        Grid.Column(id: id, heading: language(heading), isNumeric: isNumeric)
    }
}

extension Measure {
    /// The heading, for amounts with the currency of this code.
    func heading(withUnit currency: String, _ language: Language) -> String {
        heading(language) + (format == .money ? " (\(language.currency(currency)))" : "")
    }
}
