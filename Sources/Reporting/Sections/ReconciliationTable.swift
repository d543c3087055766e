import Aggregation
import Support
import TrainingStats

/// All published figures beside the figures from the records, where any were published.
struct PublishedSection: ReportSection {
    let id = "published"
    let title = Title.published.text

    func reasonToOmit(in scope: ReportScope) -> BilingualText? {
        scope.dataset.hasPublishedFigures ? nil : Title.noPublished.text
    }

    /// Empty: the report itself requests the published figures, because other tables show the answers too.
    func requests(in scope: ReportScope) -> [SummaryRequest] { [] }

    func table(_ answers: DisclosedAnswers, _ material: ReportMaterial) -> Table {
        let builder = ReconciliationTable(material.reconciliation, on: material.dataset, material.language)
        var table = builder.table
        table.columnsOfOtherPeriods = table.data.figureColumns
        table.statedColumns = ["published"]
        return table
    }
}

/// The published figures beside the figures from the records, as a table.
public struct ReconciliationTable: Sendable {
    private let reconciliation: Reconciliation
    private let currency: String
    private let names: MemberNames
    private let language: Language

    /// A table of a reconciliation.
    package init(_ reconciliation: Reconciliation, on dataset: DatasetDescription, _ language: Language) {
        self.reconciliation = reconciliation
        currency = dataset.settings.currency
        names = MemberNames(dataset, language)
        self.language = language
    }

    /// One row for each published figure, in their order; for people those that are not met come first.
    public var table: Table {
        let lines = reconciliation.lines
        let failed = lines.indices.filter { !lines[$0].status.isGood }
        let good = lines.indices.filter { lines[$0].status.isGood }
        let isMixed = !failed.isEmpty && !good.isEmpty
        var table = Table(
            id: "published", title: language(Title.published), subtitle: "",
            display: display((failed + good).map { lines[$0] }), data: grid(lines, usesCodes: true),
            notes: (isMixed ? [language(NoteSentence.notMetFirst)] : []) + [reconciliation.verdict(language)])
        if isMixed { table.displayOrder = failed + good }
        return table
    }

    /// The columns for people: columns that are empty in all of these lines are left out.
    private func display(_ lines: [Reconciliation.Line]) -> Grid {
        let grid = grid(lines, usesCodes: false)
        let kept = grid.columns.indices.filter { index in grid.rows.contains { $0.cells[index] != .empty } }
        return grid.keeping(kept)
    }

    private func grid(_ lines: [Reconciliation.Line], usesCodes: Bool) -> Grid {
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
        let rows = lines.map { line in
            let figure = line.figure
            // A figure to which the rejected rows add nothing is not repeated.
            let withRejected = usesCodes || line.withRejected != line.computed ? line.withRejected : nil
            var row = Grid.Row([
                .text(usesCodes ? figure.indicator : line.measure.heading(language)),
                usesCodes ? .text(figure.filter) : words(figure.filter),
                .text(usesCodes ? figure.period : words(ofPeriod: figure.period)),
                .text(
                    usesCodes
                        ? figure.qualifier.rawValue : figure.qualifier.name?(language) ?? ""),
                figure.value.cell(line.measure, currency: currency),
                cell(line.computed, line), line.computedUpper.map { .whole($0) } ?? .empty,
                withRejected.map { cell($0, line) } ?? .empty,
                line.difference.map { difference($0, line, usesCodes: usesCodes) } ?? .unknown,
                .text(usesCodes ? line.status.rawValue : line.status.name(language)),
            ])
            row.unit = usesCodes ? nil : line.measure.unit(currency, language)
            return row
        }
        return Grid(columns: columns, rows: rows)
    }

    /// A computed figure; a sum is shown with all of its digits, like the published one beside it.
    private func cell(_ value: Value, _ line: Reconciliation.Line) -> Cell {
        if case .decimal(let sum) = value { return sum.cell(line.measure, currency: currency) }
        return value.cell(line.measure, currency: currency)
    }

    /// A difference; for people with its sign, that of a share in percentage points.
    private func difference(_ difference: ExactDecimal, _ line: Reconciliation.Line, usesCodes: Bool) -> Cell {
        let cell = difference.cell(line.measure, currency: currency)
        return usesCodes ? cell : .signed(cell.inPoints(language))
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

    /// The results of the published figures in one or two sentences.
    public func verdict(_ language: Language) -> String {
        let counts = Status.allCases.compactMap { status -> String? in
            let count = lines.filter { $0.status == status }.count
            return count == 0 ? nil : language(status.counted, count)
        }
        let verdict = language(
            Sentence.verdict, ["count": grouped(lines.count), "list": language.tally(counts)])
        let failed = lines.filter { !$0.status.isGood }.count
        guard failed > 0, lines.contains(where: { $0.withRejected != nil }) else { return verdict }
        let explained = lines.filter(\.isExplainedByRejects).count
        return verdict + " "
            + language(Sentence.explained, ["explained": grouped(explained), "failed": grouped(failed)])
    }
}

extension Reconciliation.Status {
    /// The text for a number of figures of this status.
    fileprivate var counted: Counted {
        switch self {
        case .met: .met
        case .notMet: .notMet
        case .withinBounds: .withinBounds
        case .unknown: .unknown
        }
    }
}
