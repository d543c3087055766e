import Aggregation
import TrainingStats

/// A table that comes from one summary: a list, or a cross-tabulation where it has column dimensions.
struct SummarySection: ReportSection {
    let id: String
    let title: Title
    let rows: [String]
    var columns: [String] = []
    /// The measures, which may depend on what the dataset has.
    let measures: @Sendable (Dataset) -> [String]
    var isLacking: @Sendable (Dataset) -> Title? = { _ in nil }
    /// The measure by which people see the rows, the largest first; nil for the order of the members.
    var order: String?
    /// The measures without any value of which the table is left out, and the reason then.
    var decisive: (measures: [String], reason: Title)?
    /// Why the table is left out where no member of the rows is known.
    var memberless: Title?
    /// The picture that the table gives.
    var picture: Picture?
    /// The measures of a list that are worth comparing down the column.
    var compared: [String] = []

    func lack(_ dataset: Dataset) -> Title? { isLacking(dataset) }

    func requests(_ dataset: Dataset, _ context: ReportContext) -> [SummaryRequest] {
        let measures = measures(dataset)
        return [
            context.request(
                rows: rows, columns: columns, context.showsIntervals ? Measure.withIntervals(measures) : measures,
                totals: true)
        ]
    }

    func shortfall(_ answers: [Summary]) -> Title? {
        if let memberless, !answers[0].hasKnownMembers { return memberless }
        guard let decisive else { return nil }
        let hasValue = answers[0].measures.indices.contains { index in
            decisive.measures.contains(answers[0].measures[index].id) && answers[0].total.values[index].number != nil
        }
        return hasValue ? nil : decisive.reason
    }

    func table(_ answers: [Summary], _ material: ReportMaterial) -> Table {
        let (summary, context) = (answers[0], material.context)
        func builder(_ ranking: Ranking?) -> TableBuilder {
            TableBuilder(
                summary, material.dataset, context.language, filters: context.filters, showsBounds: true,
                ranking: ranking, isForReading: true)
        }
        let reading = builder(order.map { Ranking(summary, by: $0) })
        let display = columns.isEmpty ? reading.named : reading.wide(usesCodes: false)
        let notes = TableNotes(summary, context.language)
        let measure = summary.measures.count == 1 ? summary.measures[0].heading(context.language) : nil
        let unit = summary.measures.contains { $0.format == .money } ? material.dataset.settings.currency : nil
        let orderNote = order.flatMap { Measure.named($0) }.map { measure in
            context.language(
                Sentence.largestFirst, ["measure": context.language.inSentence(measure.heading(context.language))])
        }
        return Table(
            id: id, title: context.language(title),
            subtitle: context.language.capitalised(
                context.language.list([measure, unit, context.periodText].compactMap(\.self))),
            display: display, data: builder(nil).data, notes: [orderNote].compactMap(\.self) + notes.remarks,
            definitions: material.definitions(notes),
            charts: [picture, columns.isEmpty ? nil : .heat(title)].compactMap { picture in
                picture.flatMap { reading.chart($0, of: display) }
            },
            comparison: comparison(in: display))
    }

    private func comparison(in display: Grid) -> Table.Comparison? {
        if !columns.isEmpty {
            return .block(
                display.columns.indices.filter { display.columns[$0].isNumeric && !display.columns[$0].isTotal })
        }
        let indices = display.columns.indices.filter { compared.contains(display.columns[$0].id) }
        return indices.isEmpty ? nil : .columns(indices)
    }
}

extension Summary {
    /// Whether a member of the first dimension is known.
    var hasKnownMembers: Bool {
        cells.contains { cell in
            if case .code = cell.members[0] { true } else { false }
        }
    }
}
