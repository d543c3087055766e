import Aggregation
import Reporting
import Support
import TrainingStats

/// Who holds a valid certificate on the reporting day, or when persons were last trained.
package struct ValidityRequest: Sendable {
    /// What is made.
    package enum Form: Hashable, Sendable {
        /// Figures of persons.
        case figures
        /// How long ago persons were last trained.
        case lastTraining
        /// A list of the persons of whom one of these can be said.
        case list(Set<ValidityList.Standing>)
    }

    /// The records.
    package var dataset: DatasetRequest
    /// What is asked.
    package var question: ValidityQuestion
    /// What is made of it.
    package var form: Form
    /// Whether the names of persons are shown.
    package var showsNames: Bool
    /// The language of its texts.
    package var language: Language
    /// The digits of its texts and figures; nil for those of the language.
    package var digits: Digits?

    /// A request given by its parts.
    package init(
        dataset: DatasetRequest, question: ValidityQuestion, form: Form, showsNames: Bool, language: Language,
        digits: Digits? = nil
    ) {
        self.dataset = dataset
        self.question = question
        self.form = form
        self.showsNames = showsNames
        self.language = language
        self.digits = digits
    }

    /// Reads the records and makes the table.
    package func made(_ environment: PipelineEnvironment) throws -> SingleTable {
        let run = try DatasetRun(dataset, environment, check: question.validate)
        let context = try run.context(Selection(filters: question.filters), in: language, digits: digits)
        switch form {
        case .figures, .lastTraining:
            let answer = try run.persons(asked: question, ofTraining: form == .lastTraining)
            run.tellSelection(context, of: answer.summary)
            let made = ValidityTable(form == .figures ? .certificates : .lastTraining, answer, on: run.description)
                .table(context)
            return SingleTable(made.table, in: context, definitions: made.definitions, from: run)
        case .list(let standings):
            let list = try run.certificates(asked: question, of: standings)
            let table = ValidityListTable(
                list, in: run.dataset, MemberNames(run.description, language), showsNames: showsNames)
            return SingleTable(table.table(context), in: context, from: run)
        }
    }
}
