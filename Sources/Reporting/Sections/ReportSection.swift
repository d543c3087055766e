import Aggregation
import Support
import TrainingStats

/// One table of a report: says which summaries it needs, and makes the table of the answers.
protocol ReportSection: Sendable {
    /// Identifier: names the CSV file and the sheet.
    var id: String { get }
    /// Title.
    var title: BilingualText { get }
    /// The section as it is for a dataset and a report: its own period resolved.
    ///
    /// - Throws: `PeriodError` where that is none.
    func prepared(_ dataset: Dataset, _ context: ReportContext) throws(PeriodError) -> any ReportSection
    /// What must be summed up before the requests are known; nil of most.
    func requestInAdvance(_ dataset: Dataset, _ context: ReportContext) -> SummaryRequest?
    /// The section that knows the answer to its request in advance.
    func knowing(_ answer: Summary) -> any ReportSection
    /// Whether what people see has the same figures in the same places as the data.
    var isAlike: Bool { get }
    /// Why a dataset cannot fill the table, known before its participations are read; nil where it can.
    func lack(_ dataset: Dataset) -> BilingualText?
    /// The summaries that the table is made of.
    func requests(_ dataset: Dataset, _ context: ReportContext) -> [SummaryRequest]
    /// Why the answers leave nothing to show; nil where they do.
    func shortfall(_ answers: [Summary]) -> BilingualText?
    /// The table of the answers to ``requests(_:_:)``.
    func table(_ answers: [Summary], _ material: ReportMaterial) -> Table
}

extension ReportSection {
    func prepared(_ dataset: Dataset, _ context: ReportContext) throws(PeriodError) -> any ReportSection { self }
    func requestInAdvance(_ dataset: Dataset, _ context: ReportContext) -> SummaryRequest? { nil }
    func knowing(_ answer: Summary) -> any ReportSection { self }
    func lack(_ dataset: Dataset) -> BilingualText? { nil }
    func shortfall(_ answers: [Summary]) -> BilingualText? { nil }
    var isAlike: Bool { true }
}

/// What sections draw on besides their own answers.
struct ReportMaterial: Sendable {
    let dataset: Dataset
    let context: ReportContext
    let reconciliation: Reconciliation
    let provenance: Provenance
    /// Whether the notes define the measures.
    let hasDefinitions: Bool

    var language: Language { context.language }

    /// The heading of a measure whose values stand beside those of others; amounts say their currency.
    func headingWithUnit(_ measure: Measure) -> String {
        measure.heading(withUnit: dataset.settings.currency, language)
    }

    /// What the measures of a summary mean, where the report says so.
    func definitions(_ notes: TableNotes) -> [Definition] { hasDefinitions ? notes.definitions : [] }
}

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
