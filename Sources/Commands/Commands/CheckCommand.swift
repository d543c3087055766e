import Foundation
import Pipeline
import Records
import Reporting
import Support
import TrainingStats
import Writers

extension Command {
    static let check = Command(
        name: "check", summary: "what is wrong with the records",
        synopsis: "DATASET [OPTION...]",
        examples: [
            Example("tadrib check Samples/regional-centre -f csv", "all findings as a table"),
            Example(
                "tadrib check Samples/gulf-military-training --max-rejects 5% --propose-labels labels.csv",
                "a file that makes one of spellings, to be read before it counts"),
            Example("tadrib check Samples/regional-centre --outliers -v", "values too that are far from the others"),
        ],
        options: [
            Option.output, Option.format, Option.profile, Option.annotate, Option.proposeLabels,
            Option.proposePersons,
            Option.outliers, Option.today,
        ] + OptionGroup.reading + OptionGroup.delimited + OptionGroup.common,
        run: runCheck)

    /// Shows what is wrong with the records.
    private static func runCheck(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        let output = try TableOutput(arguments, process)
        let keepsAll = !output.isText || arguments.isOn(.verbose) || arguments[.annotate] != nil
        var request = try arguments.datasetRequest()
        request.keptFindings = keepsAll ? nil : 20
        try request.source.checkIntegrity()
        let run = try DatasetRun(request, process.pipeline(arguments))
        let copy = try arguments[.annotate].map { path in
            try AnnotatedCopy(
                of: request.source, to: path, language: arguments.language, today: run.today, tool: Tadrib.tool)
        }
        try arguments.isOn(.outliers) ? run.readForOutliers() : run.readOnly()
        let context = try run.context(in: arguments.language, digits: arguments[.digits])
        if let copy {
            try copy.write(run.reader.log.findings)
            if !arguments.isOn(.quiet) {
                tell(context.language(Sentence.annotated, ["file": arguments[.annotate] ?? ""]))
            }
        }
        if output.isText {
            try output.deliver(text: text(run.reader, context.language))
        } else {
            try deliver(run.reader.log, to: output, context, inputs: { try run.provenance().inputs })
        }
        if !arguments.isOn(.quiet) { tellConverted(run.reader.log, context.language) }
        try propose(of: run.reader, arguments, context.language)
        try run.keepRejects()
        return run.refusal == nil ? .done : .data
    }

    /// Writes what would merge similar members and possible duplicates, for a person to check and use as `labels.csv` and
    /// `persons.csv`.
    private static func propose(of reader: DatasetReader, _ arguments: Arguments, _ language: Language) throws {
        if let path = arguments[.proposeLabels] {
            let (rows, spellings) = reader.proposedLabels
            try write(
                ["dimension", "member", "name_en", "name_ar", "same_as"],
                rows.map { [$0.dimension, $0.member, $0.nameEn, $0.nameAr, $0.sameAs] }, to: path)
            let count = language(Counted.spellings, spellings)
            if !arguments.isOn(.quiet) {
                tell(language(Sentence.labelsProposed, ["file": path, "spellings": count]))
            }
        }
        if let path = arguments[.proposePersons] {
            let (rows, identifiers) = reader.proposedPersons
            try write(
                ["trainee_id", "same_as", "not_same_as"], rows.map { [$0.trainee, $0.sameAs, $0.notSameAs] }, to: path)
            let count = language(Counted.identifiers, identifiers)
            if !arguments.isOn(.quiet) {
                tell(language(Sentence.personsProposed, ["file": path, "identifiers": count]))
            }
        }
    }

    private static func write(_ columns: [String], _ rows: [[String?]], to path: String) throws {
        let grid = Grid(
            columns: columns.map { Grid.Column(id: $0, heading: $0, isNumeric: false) },
            rows: rows.map { row in Grid.Row(row.map { .text($0 ?? "") }) })
        // Identifiers must be read back unchanged.
        let writer = DelimitedWriter.csv(guardsInjection: false)
        try AtomicFile.write(
            Array(writer.text(of: Table(id: "proposal", title: "", subtitle: "", display: grid)).utf8), to: path)
    }

    private static func text(_ reader: DatasetReader, _ language: Language) -> String {
        let log = reader.log
        let findings = log.grouped
        var lines = findings.shown.map { finding, count in
            count == finding.rows ? finding.text(language) : finding.text(language, ofRows: count)
        }
        lines += findings.rest.map {
            language(
                Sentence.moreFindings,
                ["file": $0.file, "code": $0.code.rawValue, "more": language(Counted.more, $0.count)])
        }
        if !lines.isEmpty { lines.append("") }
        lines += log.countsByCode.map { "\(language($0.code.severity.phrase)) \($0.code.rawValue): \($0.count)" }
        lines.append(
            language(
                Sentence.checked,
                [
                    "read": language(Counted.recordsRead, reader.tallies.reduce(0) { $0 + $1.rows }),
                    "rejected": language(Counted.recordsRejected, reader.tallies.reduce(0) { $0 + $1.rejected }),
                    "errors": language(Counted.errors, log.count(.error)),
                    "warnings": language(Counted.warnings, log.count(.warning)),
                ]))
        return lines.joined(separator: "\n") + "\n"
    }

    /// Writes the findings as a table, one a row, to a format that takes rows as they come one by one: there can be
    /// millions.
    private static func deliver(
        _ log: FindingLog, to output: TableOutput, _ context: ReportContext, inputs: () throws -> [InputRecord]
    ) throws {
        let language = context.language
        let headings: [Phrase] = [.file, .line, .column, .severity, .code, .value, .message]
        let columns = zip(["file", "line", "column", "severity", "code", "value", "message"], headings).map {
            Grid.Column(id: $0, heading: language($1), isNumeric: $0 == "line")
        }
        let findings = log.list
        @Sendable func cells(_ finding: Finding, usesCodes: Bool) -> [Cell] {
            let severity = finding.code.severity
            return [
                .text(finding.file), .whole(finding.line), .text(finding.column),
                .text(usesCodes ? severity.rawValue : language(severity.phrase)), .text(finding.code.rawValue),
                .text(finding.value), .text(finding.wording(language)),
            ]
        }
        func table(_ display: [Grid.Row], _ data: [Grid.Row]) -> Table {
            Table(
                id: "findings", title: language(Phrase.findings), subtitle: "",
                display: Grid(columns: columns, rows: display), data: Grid(columns: columns, rows: data))
        }
        guard output.streamsRows else {
            var rows: (display: [Grid.Row], data: [Grid.Row]) = ([], [])
            findings.forEach {
                rows.display.append(Grid.Row(cells($0, usesCodes: false)))
                rows.data.append(Grid.Row(cells($0, usesCodes: true)))
            }
            return try output.deliver(table(rows.display, rows.data), context, inputs: inputs)
        }
        let usesCodes = output.format.isData
        let stream = RowStream(columns: columns) { limit, body in
            findings.forEach(upTo: limit) { body(cells($0, usesCodes: usesCodes)) }
        }
        try output.deliver(table([], []), stream, context, inputs: inputs)
    }
}
