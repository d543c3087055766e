import Aggregation
import Records
import Reporting
import TrainingStats
import Writers

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
        options: [Option.measure] + OptionGroup.selection + [Option.names, Option.output, Option.format]
            + OptionGroup.reading + OptionGroup.delimited + OptionGroup.common,
        run: runRecords)

    /// The records behind a figure.
    private static func runRecords(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        guard let measure = arguments.value(.measure) else {
            throw CommandError.usage("no measure is given", hint: "for instance --measure trainees")
        }
        let output = try TableOutput(arguments, process)
        let run = try RecordsRun(arguments, process)
        let context = try run.context()
        // The total of a table is a cell of its own: its dimension takes part, and keeps nothing out.
        let totalled = context.filters.filter { $0.members == ["_T"] }
        let request = SummaryRequest(
            rows: totalled.map(\.dimension), measures: [],
            filters: context.filters.filter { !totalled.contains($0) }, period: context.period, today: run.today)
        let found = try run.figureAndRecords(of: measure, in: request)
        let records = disclosed(figure: found.figure, records: found.records)
        try run.settle()
        run.tellUnmatched(records.figure)
        let builder = RecordsTable(
            records, currency: run.dataset.settings.currency, files: files(run.reader.inputs.map(\.name)),
            showsNames: arguments.isOn(.names),
            keepsEmptyColumns: output.isData, context.language)
        var table = builder.table(context, withRows: !output.streamsRows)
        table.title += ": " + builder.figureCell.displayText
        if output.streamsRows {
            let document = Document(table, context, inputs: try run.provenance().inputs)
            let rows = RowStream(columns: table.display.columns, rows: builder.forEachRow(upTo:_:))
            try output.deliver(records: document, rows)
        } else {
            try output.deliver(table, context, inputs: { try run.provenance().inputs })
        }
        return .done
    }

    /// The name of each table's file, as it is or compressed.
    private static func files(_ names: [String]) -> [SourceRecord.Table: String] {
        var files: [SourceRecord.Table: String] = [:]
        for table in SourceRecord.Table.allCases {
            files[table] = names.first { $0.split(separator: ".").first.map(String.init) == table.rawValue }
        }
        return files
    }
}
