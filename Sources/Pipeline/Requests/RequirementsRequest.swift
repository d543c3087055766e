import Aggregation
import Records
import Reporting
import Support
import TrainingStats

/// What training is required, and how far it is there; or the persons who still need it.
package struct RequirementsRequest: Sendable {
    /// The records, with the requirements.
    package var dataset: DatasetRequest
    /// By what requirements are put together; nil for a row for each.
    package var rows: RequirementRows?
    /// Whether the persons are listed who still need training, in place of the table.
    package var listsPersons: Bool
    /// Whether the names of persons are shown.
    package var showsNames: Bool
    /// The language of its texts.
    package var language: Language
    /// The digits of its texts and figures; nil for those of the language.
    package var digits: Digits?

    /// A request given by its parts.
    package init(
        dataset: DatasetRequest, rows: RequirementRows? = nil, listsPersons: Bool = false, showsNames: Bool = false,
        language: Language, digits: Digits? = nil
    ) {
        self.dataset = dataset
        self.rows = rows
        self.listsPersons = listsPersons
        self.showsNames = showsNames
        self.language = language
        self.digits = digits
    }

    /// Reads the records and makes the table.
    package func made(_ environment: PipelineEnvironment) throws -> SingleTable {
        let run = try DatasetRun(dataset, environment)
        guard let records = run.description.requirements else {
            throw PipelineError.noRequirements(path: dataset.source.path(of: .requirements))
        }
        let context = try run.context(in: language, digits: digits)
        let whole = try RequirementPlan(
            records, within: nil, today: run.today, calendar: run.description.settings.calendar)
        let plan = listsPersons ? whole.ofNamedPersons : whole
        run.takesRequirements = true
        let answers = try run.answers(to: plan.requests)
        guard listsPersons else {
            let table = try RequirementTable(plan, answers, by: rows, on: run.description, language).table
            return SingleTable(table, in: context, from: run)
        }
        let description =
            showsNames
            ? run.description.namingPersons(of: [TraineeTable.dimension], in: run.dataset) : run.description
        let contents = run.reader.contents
        let list = try PersonsShortTable(
            plan, answers, on: description, showsNames: showsNames,
            place: { contents.place(ofRow: $0, in: .requirements) }, language)
        return SingleTable(list.table, in: context, from: run)
    }
}
