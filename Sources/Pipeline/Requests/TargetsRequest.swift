import Reporting
import Support
import TrainingStats

/// Holds targets against the records.
package struct TargetsRequest: Sendable {
    /// The records, with the targets.
    package var dataset: DatasetRequest
    /// Whether only targets that are missed are listed.
    package var onlyMissed: Bool
    /// How many columns people get.
    package var detail: TargetTable.Detail
    /// The language of its texts.
    package var language: Language
    /// The digits of its texts and figures; nil for those of the language.
    package var digits: Digits?

    /// A request given by its parts.
    package init(
        dataset: DatasetRequest, onlyMissed: Bool = false, detail: TargetTable.Detail = .full, language: Language,
        digits: Digits? = nil
    ) {
        self.dataset = dataset
        self.onlyMissed = onlyMissed
        self.detail = detail
        self.language = language
        self.digits = digits
    }

    /// Reads the records and makes the table; tells whether a target is missed.
    package func made(_ environment: PipelineEnvironment) throws -> (table: SingleTable, isMissed: Bool) {
        let run = try DatasetRun(dataset, environment)
        guard run.description.hasTargets else {
            throw PipelineError.noTargets(path: dataset.source.path(of: .targets))
        }
        let context = try run.context(in: language, digits: digits)
        let questions = try TargetQuestion.all(of: run.description, today: run.today)
        let answers = try run.answers(to: questions.flatMap(\.requests))
        let progress = try questions.map { try TargetProgress($0, answers) }
        let missed = progress.filter { $0.status == .missed }
        var table = TargetTable(onlyMissed ? missed : progress, on: run.description, context).table(detail)
        if onlyMissed, missed.isEmpty, !progress.isEmpty { table.notes = [language(TargetSentence.noneMissed)] }
        return (SingleTable(table, in: context, from: run), !missed.isEmpty)
    }
}
