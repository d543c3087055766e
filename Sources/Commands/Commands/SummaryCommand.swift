import Reporting

extension Command {
    /// The figures at a glance.
    func summary(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        let run = try RecordsRun(arguments, process)
        let builder = try ReportBuilder(.glance, run.dataset, run.context())
        let summaries = try run.summaries(of: builder.requests)
        try run.settle()
        if let first = summaries.first { run.tellUnmatched(first) }
        let document = builder.document(summaries, withRejected: nil, try run.provenance(), completeIn: [])
        let measure = run.dataset.tables.participations ? "trainees" : "participations"
        try print(bytes: Array(process.textWriter(arguments).text(of: document, barsBy: measure).utf8))
        return .done
    }
}
