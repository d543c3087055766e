import Aggregation
import Pipeline
import TrainingStats

extension Command {
    static let validity = Command(
        name: "validity", summary: "who holds a valid certificate on the reporting day, and whose lapses",
        synopsis: "DATASET [--rows D[,D]] [--list S[,S]] [OPTION...]",
        examples: [
            Example(
                "tadrib validity Samples/training-plan --today 2025-12-31",
                "persons current, due, lapsed and never certified, by course"),
            Example(
                "tadrib validity Samples/training-plan --rows state,course --within 180",
                "the same by state and course; due are those whose certificate lapses within 180 days"),
            Example(
                "tadrib validity Samples/training-plan --list due,lapsed --names -o renewals.xlsx",
                "whose certificates are to be renewed, those that lapsed first at the head"),
            Example(
                "tadrib validity Samples/training-plan --last-training --rows institution",
                "how long ago the people of each institution were last trained"),
        ],
        options: [
            Option.rows, Option.list, Option.lastTraining, Option.within, Option.today, Option.where, Option.totals,
            Option.names, Option.output, Option.format, Option.profile, Option.labels,
        ] + OptionGroup.reading + OptionGroup.delimited + OptionGroup.common,
        run: runValidity)

    /// Tells who holds a valid certificate.
    private static func runValidity(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        let output = try TableOutput(arguments, process)
        let (standings, rows) = (arguments[.list], arguments[.rows])
        let isOfTraining = arguments.isOn(.lastTraining)
        if standings != nil, isOfTraining || rows != nil {
            throw CommandError.usage(
                .init(
                    en: "--list lists persons, and does not go with --rows and --last-training",
                    ar: "--list يسرد الأشخاص، ولا يجتمع مع --rows ولا مع --last-training"),
                hint: .init(en: "leave one of them out", ar: "احذف أحدها"))
        }
        let question = ValidityQuestion(
            rows: rows ?? [standings != nil ? nil : isOfTraining ? "state" : "course"].compactMap(\.self),
            filters: arguments[.where] ?? [], totals: arguments.isOn(.totals) || !output.format.isData)
        let request = ValidityRequest(
            dataset: try arguments.datasetRequest(), question: question,
            form: standings.map { .list(Set($0)) } ?? (isOfTraining ? .lastTraining : .figures),
            showsNames: arguments.isOn(.names), language: arguments.language, digits: arguments[.digits])
        try output.deliver(try request.made(process.pipeline(arguments)))
        return .done
    }
}
