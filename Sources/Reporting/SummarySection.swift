import Aggregation
import TrainingStats

/// A table that a definition makes of one summary.
struct SummarySection: ReportSection {
    private let definition: TableDefinition
    /// Its own period, resolved; nil within for all time.
    private var period: Period??
    /// The members that stay of its first row dimension, where the others come together.
    private var kept: KeptMembers?

    var id: String { definition.id }
    var title: BilingualText { definition.title }

    init(_ definition: TableDefinition) { self.definition = definition }

    func prepared(_ dataset: Dataset, _ context: ReportContext) throws(PeriodError) -> any ReportSection {
        guard let expression = definition.period else { return self }
        var section = self
        section.period = .some(try expression.resolve(today: context.today, settings: dataset.settings.calendar))
        return section
    }

    func lack(_ dataset: Dataset) -> BilingualText? {
        if let need = definition.needs.first(where: { !$0.isMet(by: dataset) }) { return need.lack.text }
        let choice = definition.measures.first { $0.need?.isMet(by: dataset) == false }
        return measures(dataset).isEmpty ? choice?.need?.lack.text : nil
    }

    func requestInAdvance(_ dataset: Dataset, _ context: ReportContext) -> SummaryRequest? {
        guard definition.top != nil, lack(dataset) == nil else { return nil }
        return ranking(request(dataset, context))
    }

    func knowing(_ answer: Summary) -> any ReportSection {
        guard let top = definition.top else { return self }
        var section = self
        section.kept = Ranking(answer).first(top)
        return section
    }

    func requests(_ dataset: Dataset, _ context: ReportContext) -> [SummaryRequest] {
        var request = request(dataset, context)
        request.kept = kept
        let isOrderedByAnother = order(request.measures).map { !request.measures.contains($0) } ?? false
        return [request] + (isOrderedByAnother ? [ranking(request)].compactMap(\.self) : [])
    }

    func shortfall(_ answers: [Summary]) -> BilingualText? {
        if let memberless = definition.memberless, !answers[0].hasKnownMembers { return memberless }
        guard let decisive = definition.decisive else { return nil }
        let hasValue = answers[0].measures.indices.contains { index in
            decisive.measures.contains(answers[0].measures[index].id) && answers[0].total.values[index].number != nil
        }
        return hasValue ? nil : decisive.reason
    }

    func table(_ answers: [Summary], _ material: ReportMaterial) -> Table {
        let (summary, context) = (answers[0], own(material.context))
        let (language, dataset) = (context.language, material.dataset)
        func builder(_ ranking: Ranking?) -> TableBuilder {
            TableBuilder(
                summary, dataset, language, filters: context.filters, showsBounds: true, ranking: ranking,
                isForReading: true)
        }
        let order = order(summary.measures.map(\.id))
        let reading = builder(order.map { Ranking(answers.count > 1 ? answers[1] : summary, by: $0) })
        let display = definition.columns.isEmpty ? reading.named : reading.wide(usesCodes: false)
        let notes = TableNotes(summary, language)
        let measure = summary.measures.count == 1 ? summary.measures[0].heading(language) : nil
        let unit = summary.measures.contains { $0.format == .money } ? dataset.settings.currency : nil
        let filters = definition.filters.isEmpty ? nil : MemberNames(dataset, language).words(definition.filters)
        let orderNote = order.flatMap { Measure.named($0) }.map { measure in
            language(Sentence.largestFirst, ["measure": language.inSentence(measure.heading(language))])
        }
        let data = builder(nil)
        return Table(
            id: id, title: title(language),
            subtitle: language.capitalised(
                language.list([measure, unit, context.periodText, filters].compactMap(\.self))),
            display: display, data: data.data,
            notes: definition.notes.map { $0(language) } + [orderNote].compactMap(\.self) + notes.remarks,
            definitions: material.definitions(notes),
            charts: [definition.picture, definition.columns.isEmpty ? nil : .heat(title)].compactMap { picture in
                picture.flatMap { reading.chart($0, of: display) }
            },
            comparison: comparison(in: display), structure: data.structure(title: title))
    }

    private func measures(_ dataset: Dataset) -> [String] {
        definition.measures.compactMap { $0.measure(for: dataset) }
    }

    private func request(_ dataset: Dataset, _ context: ReportContext) -> SummaryRequest {
        let measures = measures(dataset)
        return own(context).request(
            rows: definition.rows, columns: definition.columns,
            context.showsIntervals ? Measure.withIntervals(measures) : measures, totals: true)
    }

    /// The measure that gives the order in which people see the rows; nil for that of the members.
    private func order(_ measures: [String]) -> String? {
        definition.sort ?? (definition.top == nil ? nil : measures.first)
    }

    /// What gives that order.
    private func ranking(_ request: SummaryRequest) -> SummaryRequest? {
        order(request.measures).map { Ranking.request(for: request, by: $0) }
    }

    /// The report's context with the table's own period and filters.
    private func own(_ context: ReportContext) -> ReportContext {
        var context = context
        context.filters += definition.filters
        if let period { context.period = period }
        return context
    }

    private func comparison(in display: Grid) -> Table.Comparison? {
        if !definition.columns.isEmpty {
            return .block(
                display.columns.indices.filter { display.columns[$0].isNumeric && !display.columns[$0].isTotal })
        }
        let indices = display.columns.indices.filter { definition.compared.contains(display.columns[$0].id) }
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
