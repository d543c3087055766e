import Aggregation
import TrainingStats

/// The headline figures with the published ones beside them.
public struct HeadlineTable: Sendable {
    private let dataset: Dataset
    private let context: ReportContext

    /// A headline table for a dataset.
    public init(_ dataset: Dataset, _ context: ReportContext) {
        self.dataset = dataset
        self.context = context
    }

    /// The measures of the table, to be asked for without dimensions.
    public static func measures(_ dataset: Dataset) -> [String] { ReportCatalogue.headlineMeasures(dataset) }

    /// The table from a summary of ``measures(_:)`` without dimensions.
    ///
    /// A published figure stands beside a measure where both are about the same: all records, all time.
    public func table(_ summary: Summary, _ reconciliation: Reconciliation, hasDefinitions: Bool) -> Table {
        let language = context.language
        let notes = TableNotes(summary, language)
        let isAboutAll = context.filters.isEmpty && context.period == nil
        let lines = reconciliation.lines
        let beside = lines.filter { isAboutAll && $0.figure.filter.isEmpty && $0.figure.period.isEmpty }
        let hasBounds = summary.total.traineesUpper != nil
        var columns = [
            column("measure", Wording.figure, isNumeric: false), column("value", Wording.computed, isNumeric: true),
        ]
        if hasBounds { columns.append(column("value-upper", Wording.computedUpper, isNumeric: true)) }
        if !beside.isEmpty {
            columns += [
                column("qualifier", Wording.qualifier, isNumeric: false),
                column("published", Wording.published, isNumeric: true),
                column("difference", Wording.difference, isNumeric: true),
                column("status", Wording.status, isNumeric: false),
            ]
        }
        func rows(usesCodes: Bool) -> [Grid.Row] {
            zip(summary.measures, summary.total.values).map { measure, value in
                var cells: [Cell] = [
                    .text(usesCodes ? measure.id : measure.heading(language)),
                    value.cell(measure, currency: dataset.settings.currency),
                ]
                if hasBounds {
                    let upper = measure.id == "trainees" ? summary.total.traineesUpper : nil
                    cells.append(upper.map { .whole($0) } ?? .empty)
                }
                guard !beside.isEmpty else { return Grid.Row(cells) }
                guard let line = beside.first(where: { $0.figure.indicator == measure.id }) else {
                    return Grid.Row(cells + [.empty, .empty, .empty, .empty])
                }
                let claim =
                    usesCodes ? line.figure.qualifier.rawValue : Wording.qualifiers[line.figure.qualifier]?(language)
                let status = usesCodes ? line.status.rawValue : Wording.statuses[line.status]?(language)
                return Grid.Row(
                    cells + [
                        .text(claim ?? ""), .decimal(line.figure.value, places: line.figure.value.whole == nil ? 2 : 0),
                        line.difference.map { .decimal($0, places: $0.whole == nil ? 2 : 0) } ?? .unknown,
                        .text(status ?? ""),
                    ])
            }
        }
        return Table(
            id: "headline", title: BilingualText(en: "Headline figures", ar: "الأرقام الرئيسية")(language),
            subtitle: context.periodText, display: Grid(columns: columns, rows: rows(usesCodes: false)),
            data: Grid(columns: columns, rows: rows(usesCodes: true)),
            notes: (lines.isEmpty ? [] : [reconciliation.verdict(language)]) + notes.remarks,
            definitions: hasDefinitions ? notes.definitions : [])
    }

    private func column(_ id: String, _ heading: BilingualText, isNumeric: Bool) -> Grid.Column {
        Grid.Column(id: id, heading: heading(context.language), isNumeric: isNumeric)
    }
}
