import Pipeline

extension Command {
    static let roster = Command(
        name: "roster", summary: "the persons of a session, or a register to sign or fill in",
        synopsis: "DATASET --session S [OPTION...]",
        examples: [
            Example(
                "tadrib roster Samples/regional-centre --session S2019-09 --names",
                "who took part, from where, how far it went, and how long"),
            Example(
                "tadrib roster Samples/regional-centre --session S2019-09 --register -o register.xlsx",
                "person by day, with empty fields"),
        ],
        options: [Option.session, Option.register, Option.names, Option.output, Option.format, Option.profile]
            + [Option.today] + OptionGroup.reading + OptionGroup.delimited + OptionGroup.common,
        run: runRoster)

    static let transcript = Command(
        name: "transcript", summary: "what a person took part in: dates, status, hours, scores",
        synopsis: "DATASET --trainee T [OPTION...]",
        examples: [
            Example(
                "tadrib transcript Samples/regional-centre --trainee T0797 --names",
                "everything that a person took part in, under any identifier")
        ],
        options: [Option.trainee, Option.within, Option.names, Option.output, Option.format, Option.profile]
            + [Option.today] + OptionGroup.reading + OptionGroup.delimited + OptionGroup.common,
        run: runTranscript)

    /// Lists the persons of a session.
    private static func runRoster(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        guard let session = arguments[.session] else {
            throw CommandError.usage(
                .init(en: "no session is given", ar: "لم يُذكر انعقاد"),
                hint: .init(en: "for instance --session S2019-09", ar: "مثلاً --session S2019-09"))
        }
        let output = try TableOutput(arguments, process)
        let request = RosterRequest(
            dataset: try arguments.datasetRequest(), session: session, isRegister: arguments.isOn(.register),
            showsNames: arguments.isOn(.names), language: arguments.language, digits: arguments[.digits])
        try output.deliver(try request.made(process.pipeline(arguments)))
        return .done
    }

    /// Lists what a person took part in.
    private static func runTranscript(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        guard let trainee = arguments[.trainee] else {
            throw CommandError.usage(
                .init(en: "no trainee is given", ar: "لم يُذكر متدرب"),
                hint: .init(en: "for instance --trainee T0797", ar: "مثلاً --trainee T0797"))
        }
        let output = try TableOutput(arguments, process)
        let request = TranscriptRequest(
            dataset: try arguments.datasetRequest(), trainee: trainee, showsName: arguments.isOn(.names),
            language: arguments.language, digits: arguments[.digits])
        try output.deliver(try request.made(process.pipeline(arguments)))
        return .done
    }
}
