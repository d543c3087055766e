import Pipeline
import Support

extension Command {
    static let requirements = Command(
        name: "requirements", summary: "training that is required: planned, delivered, taken up, short",
        synopsis: "DATASET [--rows D | --persons-short] [OPTION...]",
        examples: [
            Example(
                "tadrib requirements Samples/training-plan --today 2025-12-31",
                "each requirement, what is planned and delivered for it, and how much is short"),
            Example(
                "tadrib requirements Samples/training-plan --rows state --today 2025-12-31",
                "the same by the states whose people need it"),
            Example(
                "tadrib requirements Samples/training-plan --persons-short --names --today 2025-12-31",
                "the persons who still need it"),
        ],
        options: [
            Option.requirementRows, Option.personsShort, Option.names, Option.output, Option.format, Option.profile,
            Option.labels, Option.today,
        ] + OptionGroup.reading + OptionGroup.delimited + OptionGroup.common,
        run: runRequirements)

    /// Shows what training is required.
    private static func runRequirements(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        let output = try TableOutput(arguments, process)
        if arguments.isOn(.personsShort), arguments[.requirementRows] != nil {
            throw CommandError.usage(
                .init(
                    en: "--rows and --persons-short do not go together", ar: "لا يجتمع --rows و--persons-short"),
                hint: .init(en: "make two tables", ar: "اصنع جدولين"))
        }
        let request = RequirementsRequest(
            dataset: try arguments.datasetRequest(), rows: arguments[.requirementRows],
            listsPersons: arguments.isOn(.personsShort), showsNames: arguments.isOn(.names),
            language: arguments.language, digits: arguments[.digits])
        try output.deliver(request.made(process.pipeline(arguments)))
        return .done
    }
}
