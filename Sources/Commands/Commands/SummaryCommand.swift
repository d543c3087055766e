import Pipeline

extension Command {
    static let summary = Command(
        name: "summary", summary: "what an officer wants at a glance, in the terminal, with bars",
        synopsis: "DATASET [OPTION...]",
        examples: [
            Example("tadrib summary Samples/regional-centre --period 2019", "the figures of a year")
        ],
        options: OptionGroup.selection + OptionGroup.reading + OptionGroup.counting + OptionGroup.common,
        run: runSummary)

    /// Shows the figures at a glance.
    private static func runSummary(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        let request = GlanceRequest(
            dataset: try arguments.datasetRequest(counting: true), selection: arguments.selection,
            language: arguments.language, digits: arguments[.digits])
        let (document, measureOfBars) = try request.made(process.pipeline(arguments))
        let text = process.textWriter(arguments).text(of: document, barsBy: measureOfBars)
        try print(bytes: Array(text.utf8))
        return .done
    }
}
