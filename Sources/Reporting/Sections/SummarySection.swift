import Aggregation
import Support
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
        let request = keptRequest(dataset, context)
        let isOrderedByAnother = order(request.measures).map { !request.measures.contains($0) } ?? false
        return figures(request, dataset).requests + (isOrderedByAnother ? [ranking(request)].compactMap(\.self) : [])
    }

    var isAlike: Bool { false }

    func shortfall(_ answers: [Summary]) -> BilingualText? {
        if let memberless = definition.memberless, !answers[0].hasKnownMembers { return memberless }
        guard let decisive = definition.decisive else { return nil }
        let hasValue = answers[0].measures.indices.contains { index in
            decisive.measures.contains(answers[0].measures[index].id) && answers[0].total.values[index].number != nil
        }
        return hasValue ? nil : decisive.reason
    }

    func table(_ answers: [Summary], _ material: ReportMaterial) -> Table {
        let (context, dataset) = (own(material.context), material.dataset)
        let language = context.language
        let request = keptRequest(dataset, material.context)
        let (figures, places) = (figures(request, dataset), figures(request, dataset, inEveryPlace: true))
        let ownAnswers = Array(answers.prefix(figures.requests.count))
        let summary = places.summary(ownAnswers)
        func builder(_ summary: Summary, _ ranking: Ranking?) -> TableBuilder {
            TableBuilder(
                summary, dataset, language, filters: context.filters, showsBounds: true, ranking: ranking,
                isForReading: true, isRevised: context.isRevised(id, summary))
        }
        let order = order(summary.measures.map(\.id))
        let ranked = answers.count > ownAnswers.count ? answers[ownAnswers.count] : answers[0]
        let reading = builder(summary, order.map { Ranking(ranked, by: $0) })
        let display = definition.columns.isEmpty ? reading.named : reading.wide(usesCodes: false)
        let notes = TableNotes(summary, language)
        let measure = summary.measures.count == 1 ? summary.measures[0].heading(language) : nil
        let unit =
            summary.measures.contains { $0.format == .money }
            ? language.currency(dataset.settings.currency) : nil
        let filters = definition.filters.isEmpty ? nil : MemberNames(dataset, language).words(definition.filters)
        let orderNote = order.flatMap { Measure.named($0) }.map { measure in
            language(Sentence.largestFirst, ["measure": language.inSentence(measure.heading(language))])
        }
        let data = builder(figures.summary(ownAnswers), nil)
        return Table(
            id: id, title: title(language),
            subtitle: language.capitalised(
                language.list([measure, unit, context.periodText, filters].compactMap(\.self))),
            display: display, data: data.data,
            notes: definition.notes.map { $0(language) } + [orderNote].compactMap(\.self) + notes.remarks,
            definitions: material.definitions(notes),
            charts: [definition.picture, definition.columns.isEmpty ? nil : .heat(heatTitle)].compactMap { picture in
                picture.flatMap { reading.chart($0, of: display) }
            },
            comparison: comparison(in: display), structure: data.structure(title: title))
    }

    /// The table's title, which may say its filters, and the measure, which it need not say.
    private var heatTitle: BilingualText {
        BilingualText(
            en: Language.en(Sentence.titleAndMeasure, ["title": title.en]),
            ar: Language.ar(Sentence.titleAndMeasure, ["title": title(.ar)]))
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

    /// The request for the members that are kept.
    private func keptRequest(_ dataset: Dataset, _ context: ReportContext) -> SummaryRequest {
        var request = request(dataset, context)
        request.kept = kept
        return request
    }

    /// The request with its transforms, as a list, or with a figure in every place of a cross-tabulation.
    private func figures(_ request: SummaryRequest, _ dataset: Dataset, inEveryPlace: Bool = false) -> OwnFigures {
        let isComplete = inEveryPlace && !definition.columns.isEmpty
        // Invariant: whether transforms have a meaning was asked when the definition was made.
        let transformed =
            definition.transforms.isEmpty
            ? nil : try? TransformedRequest(definition.transforms, of: request, on: dataset, isComplete: isComplete)
        return OwnFigures(request: request, transformed: transformed)
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

/// What a table's own figures are made of.
private struct OwnFigures {
    let request: SummaryRequest
    /// The request with its transforms; nil where there are none.
    let transformed: TransformedRequest?

    var requests: [SummaryRequest] { transformed?.requests ?? [request] }

    func summary(_ answers: [Summary]) -> Summary { transformed?.summary(answers) ?? answers[0] }
}

extension Summary {
    /// Whether a member of the first dimension is known.
    var hasKnownMembers: Bool {
        cells.contains { cell in
            if case .code = cell.members[0] { true } else { false }
        }
    }
}
