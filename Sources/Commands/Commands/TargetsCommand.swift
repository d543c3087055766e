import Pipeline

extension Command {
    static let targets = Command(
        name: "targets", summary: "what was to be reached, and how far the records are",
        synopsis: "DATASET [OPTION...]",
        examples: [
            Example(
                "tadrib targets Samples/training-plan --today 2025-12-31",
                "each target: met, missed, on track, behind; or open, where records lack what would prove it"),
            Example(
                "tadrib targets Samples/training-plan --missed --today 2025-06-30 -f csv",
                "exits 1 where one is missed, for who watches over plans"),
        ],
        options: [Option.today, Option.missed, Option.output, Option.format, Option.profile]
            + OptionGroup.reading + OptionGroup.delimited + OptionGroup.common,
        notMet: NotMet(option: Option.missed, meaning: "a target is missed"),
        run: runTargets)

    /// Shows the targets of a dataset with the figures from the records.
    private static func runTargets(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        let output = try TableOutput(arguments, process)
        let onlyMissed = arguments.isOn(.missed)
        let request = TargetsRequest(
            dataset: try arguments.datasetRequest(), onlyMissed: onlyMissed, detail: output.isText ? .brief : .full,
            language: arguments.language, digits: arguments[.digits])
        let (table, isMissed) = try request.made(process.pipeline(arguments))
        try output.deliver(table)
        return onlyMissed && isMissed ? .notMet : .done
    }
}
