import Aggregation
import Reporting

extension Command {
    /// One table.
    func table(_ arguments: Arguments, _ surroundings: Surroundings) throws -> ExitCode {
        let measures = arguments.list(.measures)
        guard !measures.isEmpty else {
            throw CommandError.usage("no measures are given", hint: "for instance --measures trainees,sessions")
        }
        let output = try TableOutput(arguments, surroundings)
        let columns = arguments.list(.columns)
        let layout =
            try arguments.choice(.layout, of: TableBuilder.Layout.self) ?? (columns.isEmpty ? .tidy : .wide)
        let run = try RecordsRun(arguments, surroundings)
        let context = try run.context()
        let request = SummaryRequest(
            rows: arguments.list(.rows), columns: columns, measures: measures, filters: context.filters,
            period: context.period, today: run.today, totals: layout == .wide || arguments.isOn(.totals))
        let summary = try run.summaries(of: [request])[0]
        try run.settle()
        run.tellUnmatched(summary)
        let builder = TableBuilder(
            summary, run.dataset, context.language, filters: context.filters, showsBounds: output.isText)
        try output.deliver(
            builder.table(layout, context), context,
            definitions: TableNotes(summary, context.language).definitions,
            inputs: { try run.provenance().inputs })
        return .done
    }
}
