import Aggregation
import Reporting

extension Command {
    static let summary = Command(
        name: "summary", summary: "what an officer wants at a glance, in the terminal, with bars",
        synopsis: "DATASET [OPTION...]",
        examples: [
            Example("tadrib summary Samples/regional-centre --period 2019", "the figures of a year")
        ],
        options: OptionGroup.selection + OptionGroup.reading + OptionGroup.common,
        run: runSummary)

    /// The figures at a glance.
    private static func runSummary(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        let run = try RecordsRun(arguments, process)
        let builder = try ReportBuilder(.glance, on: run.description, run.context())
        let answers = disclosed(try run.answers(to: builder.requests))
        try run.settle()
        if let first = builder.requests.first { run.tellUnmatched(try answers.summary(of: first)) }
        let document = try builder.document(answers, withRejected: nil, try run.provenance(), completeIn: [])
        let measure = run.dataset.tables.participations ? "trainees" : "participations"
        try print(bytes: Array(process.textWriter(arguments).text(of: document, barsBy: measure).utf8))
        return .done
    }
}
