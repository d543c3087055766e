import Aggregation
import TrainingStats

/// What was read and what was left out, by file.
struct QualitySection: ReportSection {
    let id = "quality"
    let title = Title.quality.text

    func requests(in scope: ReportScope) -> [SummaryRequest] { [] }

    func table(_ answers: DisclosedAnswers, _ material: ReportMaterial) -> Table {
        let (context, language, provenance) = (material.context, material.language, material.provenance)
        let inputs = provenance.inputs
        let columns = [
            context.column("file", .file, isNumeric: false),
            context.column("records", .rowsRead, isNumeric: true),
            context.column("rejected", .rowsRejected, isNumeric: true),
            context.column("rejected-share", .shareRejected, isNumeric: true),
            context.column("empty-lines", .emptyLines, isNumeric: true),
            context.column("sha256", .digest, isNumeric: false),
        ]
        func row(
            _ name: String, rows: Int, rejected: Int, emptyLines: Int, digest: Cell, isTotal: Bool
        ) -> Grid.Row {
            Grid.Row(
                [
                    .text(name), .whole(rows), .whole(rejected), share(rejected, of: rows), .whole(emptyLines), digest,
                ], isTotal: isTotal, addends: isTotal ? Array(inputs.indices) : [],
                additiveColumns: isTotal ? [1, 2, 4] : [])
        }
        let files = inputs.map {
            row(
                $0.file, rows: $0.rows, rejected: $0.rejected, emptyLines: $0.emptyLines, digest: .text($0.sha256),
                isTotal: false)
        }
        func total(_ name: String) -> Grid.Row {
            row(
                name, rows: inputs.reduce(0) { $0 + $1.rows }, rejected: inputs.reduce(0) { $0 + $1.rejected },
                emptyLines: inputs.reduce(0) { $0 + $1.emptyLines }, digest: .empty, isTotal: true)
        }
        let findings = provenance.findings.map { "\($0.name(language)) (\(grouped($0.count)))" }
        let findingsNote = findings.isEmpty ? [] : [language(Sentence.found, ["list": language.list(findings)])]
        return Table(
            id: id, title: title(language),
            subtitle: language(Title.allRecords),
            display: Grid(columns: columns, rows: files + [total(language(Phrase.total))]),
            data: Grid(columns: columns, rows: files + [total("_T")]),
            notes: findingsNote + provenance.remarks.map { $0(language) })
    }
}

/// How many attendances have no known member, by property.
struct UnknownSection: ReportSection {
    let id = "quality-unknown"
    let title = Title.qualityUnknown.text

    /// One request for each property.
    func requests(in scope: ReportScope) -> [SummaryRequest] {
        ReportCatalogue.propertiesOfGaps.map { scope.context.request(rows: [$0], [Measure.ofAttendances]) }
    }

    func table(_ answers: DisclosedAnswers, _ material: ReportMaterial) throws(UnansweredRequest) -> Table {
        let (context, language) = (material.context, material.language)
        let answers = try answers.summaries(of: requests(in: material.scope))
        let definitions = answers.prefix(1).flatMap { TableNotes($0, language).definitions }
        let attendances = definitions.first?.term ?? ""
        let columns = [
            context.column("dimension", .dimension, isNumeric: false),
            Grid.Column(
                id: Measure.ofAttendances, heading: attendances, isNumeric: true,
                definition: Measure.ofAttendances),
            context.column("unknown", .unknownCount, isNumeric: true),
            context.column("unknown-share", .unknownShare, isNumeric: true),
        ]
        func rows(usesCodes: Bool) -> [Grid.Row] {
            answers.map { summary in
                let dimension = summary.dimensions[0]
                let all = summary.total.values[0]
                // No such row: nobody of an unknown member came.
                let unknown = summary.value(Measure.ofAttendances, at: [.unknown]) ?? .count(0)
                return Grid.Row([
                    .text(usesCodes ? dimension.id : dimension.heading(language)), count(all), count(unknown),
                    share(unknown, of: all),
                ])
            }
        }
        return Table(
            id: id, title: title(language), subtitle: language.capitalised(context.periodText),
            display: Grid(columns: columns, rows: rows(usesCodes: false)),
            data: Grid(columns: columns, rows: rows(usesCodes: true)),
            definitions: definitions)
    }
}

private func count(_ value: Value) -> Cell {
    if case .count(let count) = value { .whole(count) } else { .unknown }
}

private func share(_ part: Value, of whole: Value) -> Cell {
    guard case .count(let part) = part, case .count(let whole) = whole else { return .unknown }
    return share(part, of: whole)
}

private func share(_ part: Int, of whole: Int) -> Cell {
    whole == 0 ? .notApplicable : .share(Double(part) / Double(whole))
}
