import Foundation
import Records
import Reporting
import Support
import TrainingStats
import Writers

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
        ] + OptionGroup.selection + OptionGroup.reading + OptionGroup.delimited + [Option.languages]
            + OptionGroup.telling,
        run: runReport)

    /// The report pack.
    private static func runReport(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        guard let folder = arguments.value(.output), folder != "-" else {
            throw CommandError.usage("no folder is given for the report pack", hint: "for instance -o pack")
        }
        let pack = try ReportPack(arguments, process)
        let run = try RecordsRun(arguments, process)
        let figures = try pack.figures(run)
        try run.settle()
        if let first = try pack.firstSummary(figures) { run.tellUnmatched(first) }
        let documents = try pack.documents(of: figures, run)
        let batch = AtomicFileBatch()
        try pack.writer.write(documents, to: folder, batch)
        try batch.commit()
        if !arguments.isOn(.quiet) {
            let context = try run.context(in: pack.languages[0], of: pack.definition)
            let withoutSDMX = pack.writer.withoutSDMX(documents[0])
            if !withoutSDMX.isEmpty {
                tell(context.language(Sentence.withoutSDMX, ["tables": context.language.list(withoutSDMX)]))
            }
            tell(
                context.language(
                    Sentence.packMade,
                    [
                        "folder": folder, "tables": context.language(Counted.tables, documents[0].tables.count),
                        "period": context.periodText, "day": context.language.day(context.today),
                    ]))
        }
        return .done
    }
}
