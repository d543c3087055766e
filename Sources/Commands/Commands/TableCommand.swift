import Aggregation
import Reporting

extension Command {
    /// One table.
    func table(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        var measures = try arguments.names(.measures)
        guard let first = measures.first else {
            throw CommandError.usage("no measures are given", hint: "for instance --measures trainees,sessions")
        }
        if arguments.isOn(.intervals) {
            let plain = measures.count
            measures = Measure.withIntervals(measures)
            guard measures.count > plain else { throw RequestError.noRate }
        }
        let transforms = try arguments.list(.transforms).map { (name) throws(RequestError) in
            guard let transform = Transform(rawValue: name) else { throw .unknownTransform(name) }
            return transform
        }
        let output = try TableOutput(arguments, process)
        let (rows, columns) = (arguments.list(.rows), arguments.list(.columns))
        let usual: TableBuilder.Layout = columns.isEmpty || output.isTidy ? .tidy : .wide
        let layout = try arguments.choice(.layout, of: TableBuilder.Layout.self) ?? usual
        let top = try arguments.whole(.top, in: 1...Int(Int32.max))
        let sort = arguments.value(.sort) ?? (top == nil ? nil : first)
        if sort != nil, rows.isEmpty {
            throw CommandError.usage("--sort and --top are about rows, and there are none", hint: "give --rows")
        }
        let run = try RecordsRun(arguments, process)
        let context = try run.context()
        var request = SummaryRequest(
            rows: rows, columns: columns, measures: measures, filters: context.filters,
            period: context.period, today: run.today, totals: layout == .wide || arguments.isOn(.totals))
        if let sort { try Ranking.validate(order: sort, of: request) }
        if let top, let sort {
            request.kept = Ranking(
                try run.summaries(inAdvance: [Ranking.request(for: request, by: sort)])[0]
            ).first(top)
        }
        let transformed = try TransformedRequest(transforms, of: request, on: run.dataset, isComplete: layout == .wide)
        let order = sort.map { Ranking.request(for: request, by: $0) }
        let answers = try run.summaries(of: transformed.requests + [order].compactMap(\.self))
        let summary = transformed.summary(Array(answers.prefix(transformed.requests.count)))
        try run.settle()
        run.tellUnmatched(summary)
        let builder = TableBuilder(
            summary, run.dataset, context.language, filters: context.filters,
            showsBounds: output.isText || output.isTidy,
            ranking: order == nil ? nil : answers.last.map { Ranking($0) })
        try output.deliver(
            builder.table(layout, context, isDescribed: output.isTidy, isDrawn: output.isPage), context,
            definitions: TableNotes(summary, context.language).definitions,
            inputs: { try run.provenance().inputs })
        return .done
    }
}
