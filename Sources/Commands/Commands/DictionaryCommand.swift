import Pipeline

extension Command {
    static let dictionary = Command(
        name: "dictionary", summary: "what is in the records, column by column",
        synopsis: "DATASET [OPTION...]",
        examples: [
            Example(
                "tadrib dictionary Samples/regional-centre -o dictionary.md",
                "tables, columns and codes, how much is filled in, and from when to when"),
            Example(
                "tadrib dictionary Samples/regional-centre --lang ar -f html > dictionary.html",
                "the same as a page in Arabic"),
        ],
        options: [Option.dataPackage, Option.output, Option.format, Option.profile]
            + [Option.today] + OptionGroup.reading + OptionGroup.delimited + OptionGroup.common,
        run: runDictionary)

    /// Shows what is in a dataset.
    private static func runDictionary(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        let output = try TableOutput(arguments, process)
        let request = DictionaryRequest(
            dataset: try arguments.datasetRequest(), dataPackage: arguments[.dataPackage], isBrief: output.isText,
            language: arguments.language, digits: arguments[.digits])
        try output.deliver(try request.made(process.pipeline(arguments)))
        return .done
    }
}
