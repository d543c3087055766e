import Aggregation
import Support
import TrainingStats

/// One table of a report: names the requests that it needs, and makes the table of the answers.
protocol ReportSection: Sendable {
    /// Identifier: names the CSV file and the sheet.
    var id: String { get }
    /// Title.
    var title: BilingualText { get }
    /// The section with its own period, if it has one, resolved to days.
    ///
    /// - Throws: `PeriodError` if the period is not valid.
    func resolvingPeriod(in scope: ReportScope) throws(PeriodError) -> any ReportSection
    /// The requests whose answers decide which persons the table counts; none for tables that count all records.
    func personRequests(in scope: ReportScope) -> [SummaryRequest]
    /// The section restricted to the persons whom the answers to its ``personRequests(in:)`` give.
    func restricted(by answers: Answers, in scope: ReportScope) throws(UnansweredRequest) -> any ReportSection
    /// The requests whose answers decide which members the table keeps; none for tables that keep all.
    func rankRequests(in scope: ReportScope) -> [SummaryRequest]
    /// The section limited to the members that come first in the answers to its ``rankRequests(in:)``.
    func ranked(by answers: Answers, in scope: ReportScope) throws(UnansweredRequest) -> any ReportSection
    /// Whether the tables for people and for programs have the same figures in the same places.
    var hasAlikeGrids: Bool { get }
    /// Why the dataset cannot fill the table, as far as known before any answer; nil if it can.
    func reasonToOmit(in scope: ReportScope) -> BilingualText?
    /// The requests that the table needs.
    func requests(in scope: ReportScope) -> [SummaryRequest]
    /// Why the answers give nothing to show; nil if they give something.
    func reasonToOmit(
        _ answers: DisclosedAnswers, in scope: ReportScope
    ) throws(UnansweredRequest) -> BilingualText?
    /// The table made of the answers to ``requests(in:)``.
    func table(_ answers: DisclosedAnswers, _ material: ReportMaterial) throws(UnansweredRequest) -> Table
    /// What the report begins with, made of the same answers; nil of all tables but that of the key figures.
    func keyFigures(_ answers: DisclosedAnswers, _ material: ReportMaterial) throws(UnansweredRequest) -> KeyFigures?
}

extension ReportSection {
    func resolvingPeriod(in scope: ReportScope) throws(PeriodError) -> any ReportSection { self }
    func personRequests(in scope: ReportScope) -> [SummaryRequest] { [] }
    func restricted(by answers: Answers, in scope: ReportScope) throws(UnansweredRequest) -> any ReportSection { self }
    func rankRequests(in scope: ReportScope) -> [SummaryRequest] { [] }
    func ranked(by answers: Answers, in scope: ReportScope) throws(UnansweredRequest) -> any ReportSection { self }
    func reasonToOmit(in scope: ReportScope) -> BilingualText? { nil }
    func reasonToOmit(
        _ answers: DisclosedAnswers, in scope: ReportScope
    ) throws(UnansweredRequest) -> BilingualText? { nil }
    var hasAlikeGrids: Bool { true }
    func keyFigures(_ answers: DisclosedAnswers, _ material: ReportMaterial) throws(UnansweredRequest) -> KeyFigures? {
        nil
    }
}

/// What sections know before there are answers.
struct ReportScope: Sendable {
    let dataset: DatasetDescription
    var context: ReportContext
    /// The targets of the dataset.
    let targets: [TargetQuestion]
}

/// What sections use besides the answers.
struct ReportMaterial: Sendable {
    let scope: ReportScope
    let reconciliation: Reconciliation
    let provenance: Provenance
    /// Whether the notes define the measures.
    let hasDefinitions: Bool

    var dataset: DatasetDescription { scope.dataset }
    var context: ReportContext { scope.context }
    var language: Language { context.language }

    /// The heading of a measure in a table of several measures; for amounts with the currency.
    func headingWithUnit(_ measure: Measure) -> String {
        measure.heading(withUnit: dataset.settings.currency, language)
    }

    /// The definitions of the measures, if the report includes definitions.
    func definitions(_ notes: TableNotes) -> [Definition] { hasDefinitions ? notes.definitions : [] }
}

extension DisclosedAnswers {
    /// The answers to requests, in their order.
    func summaries(of requests: [SummaryRequest]) throws(UnansweredRequest) -> [Summary] {
        try requests.map { (request) throws(UnansweredRequest) in try summary(of: request) }
    }
}
