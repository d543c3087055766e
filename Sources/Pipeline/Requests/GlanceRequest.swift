import Reporting
import Support
import TrainingStats

/// The figures of a dataset at a glance.
package struct GlanceRequest: Sendable {
    /// The records.
    package var dataset: DatasetRequest
    /// Which of them count.
    package var selection: Selection
    /// The language of its texts.
    package var language: Language
    /// The digits of its texts and figures; nil for those of the language.
    package var digits: Digits?

    /// A request given by its parts.
    package init(dataset: DatasetRequest, selection: Selection, language: Language, digits: Digits? = nil) {
        self.dataset = dataset
        self.selection = selection
        self.language = language
        self.digits = digits
    }

    /// Reads the records and makes the document, with the measure by which bars are drawn.
    package func made(_ environment: PipelineEnvironment) throws -> (document: Document, measureOfBars: String) {
        let run = try DatasetRun(dataset, environment, check: selection.checkNames)
        let report = try AnsweredReport(
            .glance, in: [language], digits: digits, selection: selection, on: run, explainsWithRejects: false,
            completeIn: [], withDigests: false)
        return (try report.documents()[0], run.description.measureOfPersons)
    }
}
