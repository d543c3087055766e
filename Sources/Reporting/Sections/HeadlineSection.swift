import Aggregation
import TrainingStats

/// The headline figures, and the published figures beside them.
struct HeadlineSection: ReportSection {
    let id = "headline"
    let title = Title.headline.text

    func requests(in scope: ReportScope) -> [SummaryRequest] { [request(in: scope)] }

    private func request(in scope: ReportScope) -> SummaryRequest {
        scope.context.request(ReportCatalogue.headlineMeasures(scope.dataset))
    }

    /// The table.
    ///
    /// A published figure is shown beside a measure if both are about all records of all time.
    func table(_ answers: DisclosedAnswers, _ material: ReportMaterial) throws(UnansweredRequest) -> Table {
        let (context, language) = (material.context, material.language)
        let summary = try answers.summary(of: request(in: material.scope))
        let notes = TableNotes(summary, language)
        let isAboutAll = context.filters.isEmpty && context.period == nil
        let lines = material.reconciliation.lines
        let beside = lines.filter { isAboutAll && $0.figure.filter.isEmpty && $0.figure.period.isEmpty }
        let hasBounds = summary.hasBounds(in: summary.total)
        var columns = [
            context.column("measure", .figure, isNumeric: false),
            context.column("value", .computed, isNumeric: true),
        ]
        if hasBounds { columns.append(context.column("value-upper", .computedUpper, isNumeric: true)) }
        if !beside.isEmpty {
            columns += [
                context.column("qualifier", .qualifier, isNumeric: false),
                context.column("published", .published, isNumeric: true),
                context.column("difference", .difference, isNumeric: true),
                context.column("status", .status, isNumeric: false),
            ]
        }
        func rows(usesCodes: Bool) -> [Grid.Row] {
            summary.measures.enumerated().map { index, measure in
                var cells: [Cell] = [
                    .text(usesCodes ? measure.id : material.headingWithUnit(measure)),
                    summary.total.values[index].cell(measure, currency: material.dataset.settings.currency),
                ]
                if hasBounds {
                    let upper = summary.upperBound(of: index, in: summary.total)
                    cells.append(upper.map { .whole($0) } ?? .empty)
                }
                guard !beside.isEmpty else { return Grid.Row(cells, definition: measure.id) }
                guard let line = beside.first(where: { $0.figure.indicator == measure.id }) else {
                    return Grid.Row(cells + [.empty, .empty, .empty, .empty], definition: measure.id)
                }
                let claim =
                    usesCodes
                    ? line.figure.qualifier.rawValue : line.figure.qualifier.name?(language)
                let status = usesCodes ? line.status.rawValue : line.status.name(language)
                return Grid.Row(
                    cells + [
                        .text(claim ?? ""), .decimal(line.figure.value, places: line.figure.value.whole == nil ? 2 : 0),
                        line.difference.map { .decimal($0, places: $0.whole == nil ? 2 : 0) } ?? .unknown,
                        .text(status),
                    ], definition: measure.id)
            }
        }
        var table = Table(
            id: id, title: title(language), subtitle: language.capitalised(context.periodText),
            display: Grid(columns: columns, rows: rows(usesCodes: false)),
            data: Grid(columns: columns, rows: rows(usesCodes: true)),
            notes: (lines.isEmpty ? [] : [material.reconciliation.verdict(language)]) + notes.remarks,
            definitions: material.definitions(notes))
        table.statedColumns = ["published"]
        return table
    }
}
