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
    /// One more reading is needed if rejected rows may explain published figures that are not met. Without digests
    /// `sha256` is empty in the inputs.
    init(
        _ definition: ReportDefinition, in languages: [Language], digits: Digits? = nil, selection: Selection,
        on run: DatasetRun,
        explainsWithRejects: Bool, hasExplorer: Bool = false,
        completeIn places: [CompleteTables], withDigests: Bool = true
    ) throws {
        if withDigests { run.reader.beginDigests() }
        var contexts = try run.contexts(selection, in: languages, digits: digits, of: definition)
        if let persons = try run.persons(selection.persons, of: contexts[0].request([])) {
            contexts = contexts.map { $0.restricted(to: persons) }
        }
        var inquiry = try ReportInquiry(
            definition, on: run.description, in: contexts, hasExplorer: hasExplorer)
        while !inquiry.deciding.isEmpty { try inquiry.decide(by: try run.ranks(inquiry.deciding)) }
        let (answers, withRejected) = try run.answers(
            to: inquiry.requests, withRejectedRowsTo: explainsWithRejects ? inquiry.publishedRequests : [])
        try inquiry.tellSelection(answers, on: run)
        try self.init(
            inquiry, answers, withRejected: withRejected, try run.provenance(withDigests: withDigests), run.description,
            completeIn: places)
    }

    /// The report made of the answers to all that it asks.
    init(
        _ inquiry: ReportInquiry, _ answers: DisclosedAnswers, withRejected: DisclosedAnswers?,
        _ provenance: Provenance, _ dataset: DatasetDescription, completeIn places: [CompleteTables]
    ) throws(UnansweredRequest) {
        self.answers = answers
        self.withRejected = withRejected
        self.provenance = provenance
        self.dataset = dataset
        completeTables = places
        context = inquiry.contexts[0]
        builders = inquiry.builders
        explorers = inquiry.explorers
        deliveredSessions =
            if let sessions = inquiry.sessions { try answers.summary(of: sessions).total.values[0] } else { nil }
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

extension ReportInquiry {
    /// Tells what the selection of the report lacks.
    fileprivate func tellSelection(_ answers: DisclosedAnswers, on run: DatasetRun) throws(UnansweredRequest) {
        guard let request = builders[0].requestOfSelection else { return }
        run.tellSelection(contexts[0], of: try answers.summary(of: request))
    }
}
