import Foundation
import Pipeline
import Reporting
import Support

extension Command {
    static let report = Command(
        name: "report", summary: "the report pack: CSV, Markdown, XLSX and HTML",
        synopsis: "DATASET -o FOLDER [OPTION...]",
        examples: [
            Example("tadrib report Samples/regional-centre -o pack", "all tables in all formats"),
            Example(
                "tadrib report Samples/regional-centre -o pack --format csv --period last-quarter",
                "the CSV files of the last whole quarter"),
            Example(
                "tadrib report Samples/regional-centre --definition Samples/definitions/full.json -o pack",
                "the tables that a file defines"),
        ],
        options: [
            Option.output, Option.definition, Option.packFormats, Option.profile, Option.labels, Option.intervals,
            Option.persons, Option.within, Option.watch,
        ] + OptionGroup.selection + OptionGroup.reading + OptionGroup.counting + OptionGroup.delimited + [
            Option.languages, Option.digits,
        ]
            + OptionGroup.telling,
        run: runReport)

    /// Makes a report pack.
    private static func runReport(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        guard let folder = arguments[.output], folder != "-" else {
            throw CommandError.usage(
                .init(en: "no folder is given for the report pack", ar: "لم يُذكر مجلد لحزمة التقرير"),
                hint: .init(en: "for instance -o pack", ar: "مثلاً -o pack"))
        }
        guard arguments.isOn(.watch) else {
            try make(folder, arguments, process)
            return .done
        }
        let watch = try ReportWatch(
            dataset: try arguments.dataset(), files: [arguments[.definition]].compactMap(\.self),
            written: [folder, arguments[.rejects]].compactMap(\.self))
        let ending = try watch.run {
            try make(folder, arguments, process, reloadStamp: String(DispatchTime.now().uptimeNanoseconds))
        } tellError: { error in
            let error = CommandError(error)
            tell("tadrib: " + error.text(arguments.language))
            for line in error.further { tell(line(arguments.language)) }
        }
        // What stays is a pack like any other: its pages wait for nothing.
        try make(folder, arguments, process)
        endProcess(by: ending)
        return .done
    }

    /// Makes the pack once.
    private static func make(
        _ folder: String, _ arguments: Arguments, _ process: ProcessEnvironment, reloadStamp: String? = nil
    ) throws {
        var request = ReportRequest(
            dataset: try arguments.datasetRequest(counting: true), selection: arguments.selection,
            definitionFile: arguments[.definition], languages: arguments[.languages] ?? [],
            digits: arguments[.digits], formats: arguments[.packFormats] ?? [], profile: arguments[.profile],
            dataStyle: arguments.dataStyle)
        request.reloadStamp = reloadStamp
        let pack = try ReportPack(request, process.pipeline(arguments)).make(in: folder)
        if !arguments.isOn(.quiet) { tellOf(pack, in: folder) }
    }

    private static func tellOf(_ pack: MadePack, in folder: String) {
        let (context, language) = (pack.context, pack.context.language)
        if !pack.withoutSDMX.isEmpty {
            tell(language(Sentence.withoutSDMX, ["tables": language.list(pack.withoutSDMX)]))
        }
        tell(
            language(
                Sentence.packMade,
                [
                    "folder": folder, "tables": language(Counted.tables, pack.tables),
                    "period": context.periodText, "day": language.day(context.today),
                ]))
    }
}
