import Aggregation
import TrainingStats

/// All published figures beside the figures from the records, where any were published.
struct PublishedSection: ReportSection {
    let id = "published"
    let title = Wording.reconciliation

    func lack(_ dataset: Dataset) -> BilingualText? {
        dataset.tables.published ? nil : .init(en: "there is no published.csv", ar: "لا يوجد ملف published.csv")
    }

    func requests(_ dataset: Dataset, _ context: ReportContext) -> [SummaryRequest] { [] }

    func table(_ answers: [Summary], _ material: ReportMaterial) -> Table {
        ReconciliationTable(
            material.reconciliation, currency: material.dataset.settings.currency, material.language
        ).table
    }
}

/// The published figures beside the figures from the records, as a table.
public struct ReconciliationTable: Sendable {
    private let reconciliation: Reconciliation
    private let currency: String
    private let language: Language

    /// A table of a reconciliation.
    public init(_ reconciliation: Reconciliation, currency: String, _ language: Language) {
        self.reconciliation = reconciliation
        self.currency = currency
        self.language = language
    }

    /// One row for each published figure, in their order.
    public var table: Table {
        let lines = reconciliation.lines
        let columns = [
            column("indicator", Wording.figure, isNumeric: false), column("where", Wording.filters, isNumeric: false),
            column("period", Wording.period, isNumeric: false),
            column("qualifier", Wording.qualifier, isNumeric: false),
            column("published", Wording.published, isNumeric: true),
            column("computed", Wording.computed, isNumeric: true),
            column("computed_upper", Wording.computedUpper, isNumeric: true),
            column("with_rejected", Wording.withRejected, isNumeric: true),
            column("difference", Wording.difference, isNumeric: true),
            column("status", Wording.status, isNumeric: false),
        ]
        func rows(usesCodes: Bool) -> [Grid.Row] {
            lines.map { line in
                let figure = line.figure
                return Grid.Row([
                    .text(usesCodes ? figure.indicator : line.measure.heading(language)), .text(figure.filter),
                    .text(figure.period.isEmpty && !usesCodes ? Wording.allTime(language) : figure.period),
                    .text(
                        usesCodes ? figure.qualifier.rawValue : Wording.qualifiers[figure.qualifier]?(language) ?? ""),
                    .asStated(figure.value),
                    line.computed.cell(line.measure, currency: currency),
                    line.computedUpper.map { .whole($0) } ?? .empty,
                    line.withRejected?.cell(line.measure, currency: currency) ?? .empty,
                    line.difference.map { .asStated($0) } ?? .unknown,
                    .text(usesCodes ? line.status.rawValue : Wording.statuses[line.status]?(language) ?? ""),
                ])
            }
        }
        return Table(
            id: "published", title: Wording.reconciliation(language), subtitle: "",
            display: Grid(columns: columns, rows: rows(usesCodes: false)),
            data: Grid(columns: columns, rows: rows(usesCodes: true)), notes: [reconciliation.verdict(language)])
    }

    private func column(_ id: String, _ heading: BilingualText, isNumeric: Bool) -> Grid.Column {
        Grid.Column(id: id, heading: heading(language), isNumeric: isNumeric)
    }
}

extension Reconciliation {
    /// Whether every published figure can stand.
    public var isGood: Bool { lines.allSatisfy(\.status.isGood) }

    /// How the published figures fare, in one or two sentences.
    public func verdict(_ language: Language) -> String {
        let counts = Status.allCases.compactMap { status -> String? in
            let count = lines.filter { $0.status == status }.count
            return count == 0 ? nil : "\(grouped(count)) \(Wording.statuses[status]?(language) ?? status.rawValue)"
        }
        let list = counts.joined(separator: language == .ar ? "، " : ", ")
        let explained = lines.filter(\.isExplainedByRejects).count
        let failed = lines.filter { !$0.status.isGood }.count
        let isExplainable = failed > 0 && lines.contains { $0.withRejected != nil }
        guard language == .ar else {
            let why =
                !isExplainable
                ? "" : " Rejected records, if they counted, would explain \(grouped(explained)) of \(grouped(failed))."
            return "Published figures (\(grouped(lines.count))) held against the records: \(list).\(why)"
        }
        let why = !isExplainable ? "" : " لو احتُسبت السجلات المرفوضة لفسّرت \(grouped(explained)) من \(grouped(failed))."
        return "الأرقام المنشورة (\(grouped(lines.count))) مقارنةً بالسجلات: \(list).\(why)"
    }
}
