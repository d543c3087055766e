import Aggregation
import Records
import Reporting
import TrainingStats

extension Command {
    static let reconcile = Command(
        name: "reconcile", summary: "published figures against the records",
        synopsis: "DATASET [OPTION...]",
        examples: [
            Example(
                "tadrib reconcile Samples/gulf-military-training --max-rejects 5%",
                "each published figure, met or not, and by how much")
        ],
        options: [Option.output, Option.format, Option.profile, Option.today]
            + OptionGroup.reading + OptionGroup.delimited + OptionGroup.common,
        notMet: NotMet(meaning: "a published figure is not met"),
        run: runReconcile)

    /// Published figures against the records.
    private static func runReconcile(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        let output = try TableOutput(arguments, process)
        let run = try RecordsRun(arguments, process)
        let context = try run.context()
        let questions = try PublishedQuestion.all(of: run.description, today: run.today)
        let requests = questions.map(\.request)
        let answers = disclosed(try run.answers(to: requests))
        try run.settle()
        guard run.dataset.tables.published else {
            throw CommandError(
                code: .noInput, message: "\(try arguments.dataset())/published.csv: not found",
                hint: "it lists the published figures to hold against the records")
        }
        let withRejected = try run.salvaged(requests).map { disclosed($0) }
        let reconciliation = try Reconciliation(questions, answers, withRejected: withRejected ?? answers)
        let table = ReconciliationTable(reconciliation, on: run.description, context.language)
        try output.deliver(table.table, context, inputs: { try run.provenance().inputs })
        return reconciliation.isGood ? .done : .notMet
    }
}
