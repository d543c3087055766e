import Support
import Pipeline

extension Command {
    static let records = Command(
        name: "records", summary: "the records behind a figure: identifiers, and file and line of each",
        synopsis: "DATASET --measure M [--where D=V[,V]...] [--period P] [OPTION...]",
        examples: [
            Example(
                "tadrib records Samples/regional-centre --measure trainees --where state=OMN --period 2019",
                "the participations that make a cell of the table by state and year"),
            Example(
                "tadrib records Samples/regional-centre --measure sessions --where state=_T -o sessions.csv",
                "the total row of a table by state: sessions that somebody attended"),
        ],
        options: [Option.measure] + OptionGroup.selection
            + [
                Option.persons, Option.within, Option.recordColumns, Option.names, Option.output, Option.format,
                Option.labels,
            ]
            + OptionGroup.reading
            + OptionGroup.delimited + OptionGroup.common,
        run: runRecords)

    /// Lists the records behind a figure.
    private static func runRecords(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        guard let measure = arguments[.measure] else {
            throw CommandError.usage(
                .init(en: "no measure is given", ar: "لم يُذكر مقياس"),
                hint: .init(en: "for instance --measure trainees", ar: "مثلاً --measure trainees"))
        }
        let output = try TableOutput(arguments, process)
        let request = RecordsRequest(
            dataset: try arguments.datasetRequest(), selection: arguments.selection, measure: measure,
            columns: arguments[.recordColumns], labels: arguments.dataStyle.labels, showsNames: arguments.isOn(.names),
            isForPrograms: output.format.isData,
            streamsRows: output.streamsRows,
            language: arguments.language, digits: arguments[.digits])
        let (table, rows) = try request.made(process.pipeline(arguments))
        if let rows {
            try output.deliver(table.table, rows, table.context, inputs: table.inputs)
        } else {
            try output.deliver(table)
        }
        return .done
    }
}
