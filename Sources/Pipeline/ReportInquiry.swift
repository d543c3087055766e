import Aggregation
import Reporting
import TrainingStats

/// What a report asks of the records, step by step: as long as there are requests that are ``deciding``, their answers decide
/// which persons, members and dimensions count; then come the ``requests`` for all figures.
struct ReportInquiry {
    /// The contexts of the report, one for each language.
    let contexts: [ReportContext]
    /// What builds the report, one for each language.
    private(set) var builders: [ReportBuilder]
    /// What the explorers of its languages ask; empty if there are none.
    private(set) var explorers: [ExplorerQuestion] = []
    /// The request for the number of delivered sessions; nil if nobody wants it.
    let sessions: SummaryRequest?
    private let hasExplorer: Bool
    private var step = Step.persons

    /// What the next answers decide.
    private enum Step { case persons, members, dimensions, room, nothing }

    /// The questions of a report in some contexts.
    ///
    /// - Throws: What a report throws that cannot be built.
    init(
        _ definition: ReportDefinition, on dataset: DatasetDescription, in contexts: [ReportContext],
        countsSessions: Bool = false, hasExplorer: Bool = false
    ) throws {
        self.contexts = contexts
        self.hasExplorer = hasExplorer
        sessions = countsSessions ? contexts[0].requestForSessions : nil
        builders = try contexts.map { try ReportBuilder(definition, on: dataset, $0) }
        try passEmptySteps()
    }

    /// The requests whose answers decide what is asked next, for ``decide(by:)``; empty when all is decided.
    var deciding: [SummaryRequest] {
        switch step {
        case .persons: builders.flatMap(\.personRequests)
        case .members: builders.flatMap(\.rankRequests)
        // Which dimensions there is room for in an explorer is asked before any of its figures.
        case .dimensions: explorers.flatMap(\.memberRequests)
        case .room: explorers.flatMap(\.sizeRequests)
        case .nothing: []
        }
    }

    /// Goes on with the answers to ``deciding``.
    mutating func decide(by answers: Answers) throws(UnansweredRequest) {
        try take(answers)
        try passEmptySteps()
    }

    /// The requests for all figures, when all is decided.
    ///
    /// Each language makes its own requests; equal requests are computed once.
    var requests: [SummaryRequest] {
        builders.flatMap(\.requests) + explorers.flatMap(\.requests) + [sessions].compactMap(\.self)
    }

    /// The requests for published figures, answered again with the rejected rows if there are any.
    var publishedRequests: [SummaryRequest] { builders[0].publishedRequests }

    /// How much room its answers take, in requests of usual size; an explorer has as many figures as hundreds of tables.
    var weight: Int { requests.count + (hasExplorer ? 300 * contexts.count : 0) }

    private mutating func passEmptySteps() throws(UnansweredRequest) {
        while step != .nothing, deciding.isEmpty { try take(Answers()) }
    }

    private mutating func take(_ answers: Answers) throws(UnansweredRequest) {
        switch step {
        case .persons:
            builders = try builders.map { (builder) throws(UnansweredRequest) in try builder.restricted(by: answers) }
            step = .members
        case .members:
            builders = try builders.map { (builder) throws(UnansweredRequest) in try builder.ranked(by: answers) }
            explorers = hasExplorer ? builders.map(\.explorer) : []
            step = hasExplorer ? .dimensions : .nothing
        case .dimensions:
            explorers = try explorers.map { (explorer) throws(UnansweredRequest) in try explorer.narrowed(by: answers) }
            step = .room
        case .room:
            guard !deciding.isEmpty else { return step = .nothing }
            explorers = try explorers.map { (explorer) throws(UnansweredRequest) in try explorer.fitted(by: answers) }
        case .nothing: break
        }
    }
}

extension ReportContext {
    /// How many of the sessions that the report is about were delivered.
    fileprivate var requestForSessions: SummaryRequest {
        SummaryRequest(measures: [Measure.ofSessions], filters: filters, period: period, today: today)
    }
}
