import Aggregation
import Support
import TrainingStats

/// What an explorer asks the engine, and the cube that it makes of the answers.
///
/// Which dimensions there is room for is asked first, without any figure, so that a large dataset is not summed up in vain:
/// ``memberRequests`` for ``narrowed(by:)``, then ``sizeRequests`` for ``fitted(by:)`` as long as there are any, then the
/// ``requests``.
///
/// One request is along the dimensions of sessions and one along all dimensions: a request with a dimension of trainees counts the
/// sessions that somebody attended, so that its totals are other figures. Planned and cancelled sessions are asked for apart,
/// since they make cells that other measures do not have.
package struct ExplorerQuestion: Sendable {
    private let builder: ReportBuilder
    private var scope: ReportScope { builder.scope }
    private var choice: ExplorerChoice

    /// The question for a report.
    init(of builder: ReportBuilder) {
        self.builder = builder
        choice = ExplorerChoice(builder.definition, in: builder.scope)
    }

    // MARK: Which dimensions

    /// The requests whose answers tell which dimensions tell records apart; give these to ``narrowed(by:)``.
    package var memberRequests: [SummaryRequest] { choice.candidates.flatMap { cellRequests(along: [$0]) } }

    /// The question about dimensions that tell records apart.
    package func narrowed(by answers: Answers) throws(UnansweredRequest) -> ExplorerQuestion {
        var question = self
        try question.choice.keepTelling { (dimension) throws(UnansweredRequest) in
            var members: Set<Summary.Member> = []
            for request in cellRequests(along: [dimension]) {
                members.formUnion(try answers.summary(of: request).cells.compactMap(\.members.first))
            }
            return members
        }
        return question
    }

    /// The requests whose answers tell how large the cube is with further dimensions; none when all is decided.
    ///
    /// Give the answers to ``fitted(by:)``.
    package var sizeRequests: [SummaryRequest] {
        choice.next.isEmpty ? [] : cellRequests(along: choice.dimensions + choice.next)
    }

    /// The question about those dimensions, too, for which there is room.
    package func fitted(by answers: Answers) throws(UnansweredRequest) -> ExplorerQuestion {
        let cells = try sizeRequests.map { (request) throws(UnansweredRequest) in try answers.summary(of: request) }
        var room = CubeRoom(for: choice.measures.count, cells, along: choice.dimensions)
        var question = self
        question.choice.take { room.take($0) }
        return question
    }

    /// The cells along dimensions, which are the same for all measures, without their totals.
    func cellRequests(along dimensions: [Dimension]) -> [SummaryRequest] {
        func cells(_ dimensions: [Dimension], _ measures: [String]) -> SummaryRequest {
            scope.context.request(rows: dimensions.map(\.id), measures)
        }
        let ofSessions = dimensions.filter { $0.side != .trainee }
        let plans = choice.measures(ofPlans: true).map(\.id)
        var requests: [SummaryRequest] = []
        if !ofSessions.isEmpty {
            requests.append(cells(ofSessions, [Measure.ofSessions]))
            if !plans.isEmpty { requests.append(cells(ofSessions, plans)) }
        }
        if ofSessions.count < dimensions.count { requests.append(cells(dimensions, [Measure.ofParticipations])) }
        return requests
    }

    // MARK: The cube

    /// The requests, all of which are answered in the one reading of the report.
    package var requests: [SummaryRequest] {
        [noted, ofSessions] + [ofPersons, ofPlans].compactMap(\.self)
    }

    /// The cube made of the answers, as a release if there is a note on it.
    package func cube(
        _ answers: DisclosedAnswers, _ provenance: Provenance, as note: ReleaseNote? = nil
    ) throws(UnansweredRequest) -> FigureCube {
        let report = note.map { builder.releasing($0) } ?? builder
        let language = report.scope.context.language
        let persons = try ofPersons.map { (request) throws(UnansweredRequest) in try answers.summary(of: request) }
        let plans = try ofPlans.map { (request) throws(UnansweredRequest) in try answers.summary(of: request) }
        let maker = FigureCubeMaker(
            dimensions: choice.dimensions, sessions: try answers.summary(of: ofSessions), persons: persons,
            plans: plans, scope: report.scope)
        return maker.cube(
            title: report.title, particulars: report.particulars(provenance.inputs),
            notes: TableNotes(try answers.summary(of: noted), language).remarks,
            omissions: choice.omissions.map { .init(heading: $0.heading(language), reason: $0.reason(language)) },
            revised: RevisedFigures(report.definition, in: report.scope))
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
