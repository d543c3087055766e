import Pipeline

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

    /// Compares published figures with the records.
    private static func runReconcile(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        let output = try TableOutput(arguments, process)
        let request = ReconciliationRequest(
            dataset: try arguments.datasetRequest(), language: arguments.language,
            digits: arguments[.digits])
        let (table, isGood) = try request.made(process.pipeline(arguments))
        try output.deliver(table)
        return isGood ? .done : .notMet
    }
}
