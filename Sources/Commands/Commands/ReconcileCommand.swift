import Aggregation
import Records
import Reporting
import TrainingStats

extension Command {
    /// Published figures against the records.
    func reconcile(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        let output = try TableOutput(arguments, process)
        let run = try RecordsRun(arguments, process)
        let context = try run.context()
        let summaries = try run.summaries(of: requests(run))
        try run.settle()
        guard run.dataset.tables.published else {
            throw CommandError(
                code: .noInput, message: "\(try arguments.dataset())/published.csv: not found",
                hint: "it lists the published figures to hold against the records")
        }
        let withRejected = try run.salvaged(requests(run))
        let reconciliation = Reconciliation(
            run.dataset.published, summaries, withRejected: withRejected ?? summaries)
        let table = ReconciliationTable(
            reconciliation, run.dataset, context.language)
        try output.deliver(table.table, context, inputs: { try run.provenance().inputs })
        return reconciliation.isGood ? .done : .notMet
    }

    private func requests(_ run: RecordsRun) throws -> [SummaryRequest] {
        try run.dataset.published.map {
            try Reconciliation.request(for: $0, today: run.today, settings: run.dataset.settings.calendar)
        }
    }
}
