import Aggregation
import TrainingStats

/// All published figures beside the figures from the records, where any were published.
struct PublishedSection: ReportSection {
    let id = "published"
    let title = Title.published.text

    func lack(_ dataset: Dataset) -> BilingualText? {
        dataset.tables.published ? nil : Title.noPublished.text
    }

    func requests(_ dataset: Dataset, _ context: ReportContext) -> [SummaryRequest] { [] }

    func table(_ answers: [Summary], _ material: ReportMaterial) -> Table {
        ReconciliationTable(material.reconciliation, material.dataset, material.language).table
    }
}

/// The published figures beside the figures from the records, as a table.
public struct ReconciliationTable: Sendable {
    private let reconciliation: Reconciliation
    private let currency: String
    private let names: MemberNames
    private let language: Language

    /// A table of a reconciliation.
    public init(_ reconciliation: Reconciliation, _ dataset: Dataset, _ language: Language) {
        self.reconciliation = reconciliation
        currency = dataset.settings.currency
        names = MemberNames(dataset, language)
        self.language = language
    }

    /// One row for each published figure, in their order.
    public var table: Table {
        let lines = reconciliation.lines
        let columns = [
            column("indicator", .figure, isNumeric: false), column("where", .filters, isNumeric: false),
            column("period", .period, isNumeric: false),
            column("qualifier", .qualifier, isNumeric: false),
            column("published", .published, isNumeric: true),
            column("computed", .computed, isNumeric: true),
            column("computed_upper", .computedUpper, isNumeric: true),
            column("with_rejected", .withRejected, isNumeric: true),
            column("difference", .difference, isNumeric: true),
            column("status", .status, isNumeric: false),
        ]
        func rows(usesCodes: Bool) -> [Grid.Row] {
            lines.map { line in
                let figure = line.figure
                return Grid.Row([
                    .text(usesCodes ? figure.indicator : line.measure.heading(language)),
                    usesCodes ? .text(figure.filter) : words(figure.filter),
                    .text(usesCodes ? figure.period : words(ofPeriod: figure.period)),
                    .text(
                        usesCodes
                            ? figure.qualifier.rawValue : MemberWording.qualifiers[figure.qualifier]?(language) ?? ""),
                    .asStated(figure.value),
                    line.computed.cell(line.measure, currency: currency),
                    line.computedUpper.map { .whole($0) } ?? .empty,
                    line.withRejected?.cell(line.measure, currency: currency) ?? .empty,
                    line.difference.map { .asStated($0) } ?? .unknown,
                    .text(usesCodes ? line.status.rawValue : MemberWording.statuses[line.status]?(language) ?? ""),
                ])
            }
        }
        return Table(
            id: "published", title: language(Title.published), subtitle: "",
            display: Grid(columns: columns, rows: rows(usesCodes: false)),
            data: Grid(columns: columns, rows: rows(usesCodes: true)), notes: [reconciliation.verdict(language)])
    }

    private func words(_ filter: String) -> Cell {
        guard !filter.isEmpty else { return .empty }
        return .text((try? Filter.list(parsing: filter)).map(names.words) ?? filter)
    }

    private func words(ofPeriod period: String) -> String {
        period.isEmpty ? language(Phrase.allTime) : language.period(period)
    }

    private func column(_ id: String, _ heading: Phrase, isNumeric: Bool) -> Grid.Column {
        Grid.Column(id: id, heading: language(heading), isNumeric: isNumeric)
    }
}

extension Reconciliation {
    /// Whether every published figure can stand.
    public var isGood: Bool { lines.allSatisfy(\.status.isGood) }

    /// How the published figures fare, in one or two sentences.
    public func verdict(_ language: Language) -> String {
        let counts = Status.allCases.compactMap { status -> String? in
            let count = lines.filter { $0.status == status }.count
            return count == 0 ? nil : language(status.counted, count)
        }
        let verdict = language(
            Sentence.verdict, ["count": grouped(lines.count), "list": language.list(counts)])
        let failed = lines.filter { !$0.status.isGood }.count
        guard failed > 0, lines.contains(where: { $0.withRejected != nil }) else { return verdict }
        let explained = lines.filter(\.isExplainedByRejects).count
        return verdict + " "
            + language(Sentence.explained, ["explained": grouped(explained), "failed": grouped(failed)])
    }
}

extension Reconciliation.Status {
    /// The words for a number of figures of this status.
    fileprivate var counted: Counted {
        switch self {
        case .met: .met
        case .notMet: .notMet
        case .withinBounds: .withinBounds
        case .unknown: .unknown
        }
    }
}
