import Aggregation
import Support
import TrainingStats

/// What an explorer asks the engine, and the cube that it makes of the answers.
///
/// One request is along the dimensions of sessions and one along all dimensions: a request with a dimension of trainees counts the
/// sessions that somebody attended, so that its totals are other figures. Planned and cancelled sessions are asked for apart,
/// since they make cells that other measures do not have.
package struct ExplorerQuestion: Sendable {
    private let builder: ReportBuilder
    private var scope: ReportScope { builder.scope }
    private let choice: ExplorerChoice

    /// The question for a report.
    init(of builder: ReportBuilder) {
        self.builder = builder
        choice = ExplorerChoice(builder.definition, in: builder.scope)
    }

    /// The requests, all of which are answered in the one reading of the report.
    package var requests: [SummaryRequest] {
        [noted, ofSessions] + [ofPersons, ofPlans].compactMap(\.self)
    }

    /// The cube made of the answers, as a release if there is a note on it.
    package func cube(
        _ answers: DisclosedAnswers, _ provenance: Provenance, as note: ReleaseNote? = nil
    ) throws(UnansweredRequest) -> FigureCube {
        let report = note.map { builder.releasing($0) } ?? builder
        let context = report.scope.context
        let persons = try ofPersons.map { (request) throws(UnansweredRequest) in try answers.summary(of: request) }
        let plans = try ofPlans.map { (request) throws(UnansweredRequest) in try answers.summary(of: request) }
        var maker = FigureCubeMaker(
            sessions: try answers.summary(of: ofSessions), persons: persons, plans: plans, scope: report.scope)
        maker.choose(among: choice.dimensions)
        let omissions =
            choice.omissions.map {
                FigureCube.Omission(heading: $0.heading(context.language), reason: context.language($0.reason))
            } + maker.omissions
        return maker.cube(
            title: report.title, particulars: report.particulars(provenance.inputs),
            notes: TableNotes(try answers.summary(of: noted), context.language).remarks, omissions: omissions)
    }

    private var noted: SummaryRequest { scope.context.request(choice.measures.map(\.id)) }

    private var ofSessions: SummaryRequest { request(ofPlans: false) }

    /// Nil where the report has no such measure.
    private var ofPlans: SummaryRequest? {
        choice.measures(ofPlans: true).isEmpty ? nil : request(ofPlans: true)
    }

    private func request(ofPlans: Bool) -> SummaryRequest {
        scope.context.request(
            rows: choice.dimensionsOfSessions.map(\.id), choice.measures(ofPlans: ofPlans).map(\.id), totals: true)
    }

    /// Nil where the report's filters leave no dimension of trainees to be asked for.
    private var ofPersons: SummaryRequest? {
        let possible = choice.measures(along: choice.dimensions, in: scope)
        guard !possible.isEmpty, choice.dimensions.count > choice.dimensionsOfSessions.count else { return nil }
        return scope.context.request(rows: choice.dimensions.map(\.id), possible.map(\.id), totals: true)
    }
}

extension ReportBuilder {
    /// What an explorer of the report asks; give the answers to ``ExplorerQuestion/cube(_:_:as:)``.
    package var explorer: ExplorerQuestion { ExplorerQuestion(of: self) }
}
