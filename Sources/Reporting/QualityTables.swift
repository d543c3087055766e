import Aggregation
import TrainingStats

/// What was read, what was left out, and what is not known.
struct QualityTables {
    private let context: ReportContext

    init(_ context: ReportContext) { self.context = context }

    /// Records read and rejected, by file.
    func files(_ provenance: Provenance) -> Table {
        let inputs = provenance.inputs
        let language = context.language
        let columns = [
            column("file", Wording.file, isNumeric: false), column("records", Wording.rowsRead, isNumeric: true),
            column("rejected", Wording.rowsRejected, isNumeric: true),
            column("rejected-share", Wording.shareRejected, isNumeric: true),
            column("empty-lines", Wording.emptyLines, isNumeric: true),
        ]
        func row(_ name: String, _ rows: Int, _ rejected: Int, _ empty: Int, isTotal: Bool) -> Grid.Row {
            Grid.Row(
                [
                    .text(name), .whole(rows), .whole(rejected), share(rejected, of: rows), .whole(empty),
                ], isTotal: isTotal)
        }
        let files = inputs.map { row($0.file, $0.rows, $0.rejected, $0.emptyLines, isTotal: false) }
        func total(_ name: String) -> Grid.Row {
            row(
                name, inputs.reduce(0) { $0 + $1.rows }, inputs.reduce(0) { $0 + $1.rejected },
                inputs.reduce(0) { $0 + $1.emptyLines }, isTotal: true)
        }
        let findings = provenance.findings.map { "\($0.code) \(grouped($0.count))" }
        let findingsNote: [String] =
            findings.isEmpty
            ? []
            : [
                (language == .ar ? "ما وُجد في السجلات: " : "Findings: ")
                    + findings.joined(separator: language == .ar ? "، " : ", ") + "."
            ]
        let digests = inputs.filter { !$0.sha256.isEmpty }.map { "\($0.file): SHA-256 \($0.sha256)" }
        return Table(
            id: "quality", title: BilingualText(en: "Records read", ar: "السجلات المقروءة")(language),
            subtitle: BilingualText(en: "All records of the dataset", ar: "كل سجلات مجموعة البيانات")(language),
            display: Grid(columns: columns, rows: files + [total(Wording.total(language))]),
            data: Grid(columns: columns, rows: files + [total("_T")]), notes: findingsNote + digests)
    }

    /// Attendances whose members are not known, by property.
    func unknowns(_ summaries: [Summary]) -> Table {
        let language = context.language
        let attendances = Measure.named("attendances")?.heading(language) ?? ""
        let columns = [
            column("dimension", Wording.dimension, isNumeric: false),
            Grid.Column(id: "attendances", heading: attendances, isNumeric: true),
            column("unknown", Wording.unknownCount, isNumeric: true),
            column("unknown-share", Wording.unknownShare, isNumeric: true),
        ]
        func rows(usesCodes: Bool) -> [Grid.Row] {
            summaries.map { summary in
                let dimension = summary.dimensions[0]
                var all = 0
                if case .count(let count) = summary.total.values[0] { all = count }
                var unknown = 0
                if case .count(let count) = summary.value("attendances", at: [.unknown]) ?? .unknown { unknown = count }
                return Grid.Row([
                    .text(usesCodes ? dimension.id : dimension.heading(language)), .whole(all), .whole(unknown),
                    share(unknown, of: all),
                ])
            }
        }
        let definition = Measure.named("attendances")?.definition(language) ?? ""
        return Table(
            id: "quality-unknown", title: BilingualText(en: "What is not known", ar: "ما هو غير معروف")(language),
            subtitle: context.periodText, display: Grid(columns: columns, rows: rows(usesCodes: false)),
            data: Grid(columns: columns, rows: rows(usesCodes: true)),
            definitions: ["\(attendances): \(definition)"])
    }

    private func share(_ part: Int, of whole: Int) -> Cell {
        whole == 0 ? .notApplicable : .share(Double(part) / Double(whole))
    }

    private func column(_ id: String, _ heading: BilingualText, isNumeric: Bool) -> Grid.Column {
        Grid.Column(id: id, heading: heading(context.language), isNumeric: isNumeric)
    }
}
