import Aggregation
import Reporting

extension Command {
    /// One table.
    func table(_ arguments: Arguments, _ surroundings: Surroundings) throws -> ExitCode {
        let measures = arguments.list(.measures)
        guard let first = measures.first else {
            throw CommandError.usage("no measures are given", hint: "for instance --measures trainees,sessions")
        }
        let output = try TableOutput(arguments, surroundings)
        let (rows, columns) = (arguments.list(.rows), arguments.list(.columns))
        let usual: TableBuilder.Layout = columns.isEmpty || output.isTidy ? .tidy : .wide
        let layout = try arguments.choice(.layout, of: TableBuilder.Layout.self) ?? usual
        let top = try arguments.whole(.top, in: 1...Int(Int32.max))
        let sort = arguments.value(.sort) ?? (top == nil ? nil : first)
        if sort != nil, rows.isEmpty {
            throw CommandError.usage("--sort and --top are about rows, and there are none", hint: "give --rows")
        }
        let run = try RecordsRun(arguments, surroundings)
        let context = try run.context()
        var request = SummaryRequest(
            rows: rows, columns: columns, measures: measures, filters: context.filters,
            period: context.period, today: run.today, totals: layout == .wide || arguments.isOn(.totals))
        if let top, let sort {
            request.kept = Ranking(
                try run.summaries(inAdvance: [Ranking.request(for: request, by: sort)])[0]
            ).first(top)
        }
        let order = sort.map { Ranking.request(for: request, by: $0) }
        let summaries = try run.summaries(of: [request] + [order].compactMap(\.self))
        try run.settle()
        run.tellUnmatched(summaries[0])
        let builder = TableBuilder(
            summaries[0], run.dataset, context.language, filters: context.filters, showsBounds: output.isText,
            ranking: order == nil ? nil : Ranking(summaries[1]))
        try output.deliver(
            builder.table(layout, context, isDescribed: output.isTidy), context,
            definitions: TableNotes(summaries[0], context.language).definitions,
            inputs: { try run.provenance().inputs })
        return .done
    }
}
