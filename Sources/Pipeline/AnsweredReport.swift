import Aggregation
import Reporting
import Support
import TrainingStats

/// A report whose requests are answered, so that its documents can be made.
package struct AnsweredReport {
    /// The context of the report, in its first language.
    package let context: ReportContext
    /// Where it comes from.
    package let provenance: Provenance
    /// The description of the dataset.
    package let dataset: DatasetDescription
    /// The number of delivered sessions, if requested.
    let deliveredSessions: Value?
    private let builders: [ReportBuilder]
    /// What the explorers of its languages ask; empty if there are none.
    private let explorers: [ExplorerQuestion]
    private let answers: DisclosedAnswers
    private let withRejected: DisclosedAnswers?
    private let completeTables: [CompleteTables]

    /// Answers the requests of a report in one reading, or in two if ranks are needed first.
    ///
    /// One more reading is needed if rejected rows may explain published figures that are not met.
    init(
        _ definition: ReportDefinition, in languages: [Language], digits: Digits? = nil, selection: Selection,
        on run: DatasetRun,
        explainsWithRejects: Bool, countsSessions: Bool = false, hasExplorer: Bool = false,
        completeIn places: [CompleteTables]
    ) throws {
        var contexts = try languages.map { try run.context(selection, in: $0, digits: digits, of: definition) }
        if let persons = try run.persons(selection.persons, of: contexts[0].request([])) {
            contexts = contexts.map { $0.restricted(to: persons) }
        }
        var builders = try contexts.map { try ReportBuilder(definition, on: run.description, $0) }
        let persons = try run.ranks(builders.flatMap(\.personRequests))
        builders = try builders.map { try $0.restricted(by: persons) }
        let ranks = try run.ranks(builders.flatMap(\.rankRequests))
        builders = try builders.map { try $0.ranked(by: ranks) }
        let sessions = countsSessions ? contexts[0].requestForSessions : nil
        explorers = hasExplorer ? try Self.explorers(of: builders, on: run) : []
        // Each language makes its own requests; equal requests are computed once.
        let answers = try run.answers(
            to: builders.flatMap(\.requests) + explorers.flatMap(\.requests) + [sessions].compactMap(\.self))
        self.answers = answers
        deliveredSessions = try sessions.map { try answers.summary(of: $0).total.values[0] }
        if let request = builders[0].requestOfSelection {
            run.tellSelection(contexts[0], of: try answers.summary(of: request))
        }
        withRejected = explainsWithRejects ? try run.answersWithRejectedRows(to: builders[0].publishedRequests) : nil
        provenance = try run.provenance()
        dataset = run.description
        context = contexts[0]
        completeTables = places
        self.builders = builders
    }

    /// What the explorers ask: about dimensions that tell records apart and for which there is room, which is asked first.
    private static func explorers(of builders: [ReportBuilder], on run: DatasetRun) throws -> [ExplorerQuestion] {
        let wanted = builders.map(\.explorer)
        let members = try run.ranks(wanted.flatMap(\.memberRequests))
        var questions = try wanted.map { try $0.narrowed(by: members) }
        while questions.contains(where: { !$0.sizeRequests.isEmpty }) {
            let cells = try run.ranks(questions.flatMap(\.sizeRequests))
            questions = try questions.map { try $0.fitted(by: cells) }
        }
        return questions
    }

    /// The report in its languages, as a release if there is a note on it.
    package func documents(as note: ReleaseNote? = nil) throws -> [Document] {
        try mapTogether(builders) { builder in
            try (note.map { builder.releasing($0) } ?? builder)
                .document(answers, withRejected: withRejected, provenance, completeIn: completeTables)
        }
    }

    /// The figures of the explorers in its languages, as a release if there is a note on it; none if there are no explorers.
    package func cubes(as note: ReleaseNote? = nil) throws -> [FigureCube] {
        try mapTogether(explorers) { try $0.cube(answers, provenance, as: note) }
    }
}

extension ReportContext {
    /// How many of the sessions that the report is about were delivered.
    fileprivate var requestForSessions: SummaryRequest {
        SummaryRequest(measures: [Measure.ofSessions], filters: filters, period: period, today: today)
    }
}
