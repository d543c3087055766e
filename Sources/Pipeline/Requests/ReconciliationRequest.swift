import Reporting
import Support
import TrainingStats

/// Compares published figures with the records.
package struct ReconciliationRequest: Sendable {
    /// The records, with the published figures.
    package var dataset: DatasetRequest
    /// The language of its texts.
    package var language: Language
    /// The digits of its texts and figures; nil for those of the language.
    package var digits: Digits?

    /// A request given by its parts.
    package init(dataset: DatasetRequest, language: Language, digits: Digits? = nil) {
        self.dataset = dataset
        self.language = language
        self.digits = digits
    }

    /// Reads the records and makes the table; tells whether no published figure is contradicted.
    package func made(_ environment: PipelineEnvironment) throws -> (table: SingleTable, isGood: Bool) {
        let run = try DatasetRun(dataset, environment)
        guard run.description.hasPublishedFigures else {
            throw PipelineError.noPublishedFigures(path: dataset.source.path(of: .published))
        }
        let context = try run.context(in: language, digits: digits)
        let questions = try PublishedQuestion.all(of: run.description, today: run.today)
        let requests = questions.map(\.request)
        let (answers, withRejected) = try run.answers(to: requests, withRejectedRowsTo: requests)
        let reconciliation = try Reconciliation(questions, answers, withRejected: withRejected ?? answers)
        let table = ReconciliationTable(reconciliation, on: run.description, language).table
        return (SingleTable(table, in: context, from: run), reconciliation.isGood)
    }
}
