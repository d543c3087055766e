import Aggregation
import Support
import TrainingStats

/// A table that a definition describes and one summary fills.
struct SummarySection: ReportSection {
    private let definition: TableDefinition
    /// Its own period, resolved: nil if it has none, `.some(nil)` for all time.
    private var period: Period??
    /// The persons whose records count; nil where all records do.
    private var persons: PersonFilter?
    /// The members of its first row dimension that are kept; the others are put together.
    private var kept: TopMembers?

    var id: String { definition.id }
    var title: BilingualText { definition.title }

    init(_ definition: TableDefinition) { self.definition = definition }

    func resolvingPeriod(in scope: ReportScope) throws(PeriodError) -> any ReportSection {
        guard let expression = definition.period else { return self }
        var section = self
        section.period = .some(
            try expression.resolve(today: scope.context.today, settings: scope.dataset.settings.calendar))
        return section
    }

    func reasonToOmit(in scope: ReportScope) -> BilingualText? {
        if let need = definition.needs.first(where: { !scope.dataset.has($0) }) { return need.unmetReason.text }
        guard measures(in: scope).isEmpty else { return nil }
        var unmet: [Need] = []
        for need in definition.measures.compactMap(\.need) where !scope.dataset.has(need) && !unmet.contains(need) {
            unmet.append(need)
        }
        if unmet.isEmpty { return Title.evaluationsOfNobody.text }
        let reasons = unmet.map(\.unmetReason.text)
        func joined(_ language: Language) -> String {
            reasons.map { $0(language) }.joined(separator: language(Phrase.listSemicolon))
        }
        return BilingualText(en: joined(.en), ar: joined(.ar))
    }

    func personRequests(in scope: ReportScope) -> [SummaryRequest] { wantedPersons(in: scope)?.requests ?? [] }

    func restricted(by answers: Answers, in scope: ReportScope) throws(UnansweredRequest) -> any ReportSection {
        guard let wanted = wantedPersons(in: scope) else { return self }
        var section = self
        section.persons = try wanted.filter { (request) throws(UnansweredRequest) in try answers.summary(of: request) }
        return section
    }

    func rankRequests(in scope: ReportScope) -> [SummaryRequest] {
        guard definition.kept != nil, reasonToOmit(in: scope) == nil else { return [] }
        let request = baseRequest(in: scope)
        return [orderRequest(for: request, in: scope)].compactMap(\.self)
            + (wanted(of: request, in: scope)?.requests ?? [])
    }

    func ranked(by answers: Answers, in scope: ReportScope) throws(UnansweredRequest) -> any ReportSection {
        let request = baseRequest(in: scope)
        guard let kept = definition.kept, reasonToOmit(in: scope) == nil,
            let orderRequest = orderRequest(for: request, in: scope)
        else { return self }
        let rows = try wanted(of: request, in: scope)?.rows { (request) throws(UnansweredRequest) in
            try answers.summary(of: request)
        }
        var section = self
        section.kept = Ranking(try answers.summary(of: orderRequest), kept.direction).first(
            kept.count, among: rows?.rows)
        return section
    }

    func requests(in scope: ReportScope) -> [SummaryRequest] {
        let request = keptRequest(in: scope)
        return figures(of: request, in: scope).requests
            + [separateOrderRequest(for: request, in: scope)].compactMap(\.self)
            + (wanted(of: request, in: scope)?.requests ?? [])
    }

    var hasAlikeGrids: Bool { false }

    func reasonToOmit(
        _ answers: DisclosedAnswers, in scope: ReportScope
    ) throws(UnansweredRequest) -> BilingualText? {
        guard definition.memberless != nil || definition.decisive != nil else { return nil }
        let summary = try answers.summary(of: figures(of: keptRequest(in: scope), in: scope).requests[0])
        let context = own(scope.context)
        if let memberless = definition.memberless, !summary.hasKnownMembers { return context.limiting(memberless) }
        guard let decisive = definition.decisive else { return nil }
        let values = summary.measures.indices.filter { decisive.measures.contains(summary.measures[$0].id) }
            .map { summary.total.values[$0] }
        if values.contains(where: { $0.number != nil }) { return nil }
        let catalogue = scope.dataset.catalogue
        let isOfTrainees =
            persons != nil || context.filters.contains { catalogue.dimension($0.dimension)?.side == .trainee }
        // With a property of trainees, what is told of whole sessions is not applicable, whatever the records state.
        return isOfTrainees && !values.contains(.unknown)
            && decisive.measures.allSatisfy { catalogue.measure($0)?.isSessionSideOnly == true }
            ? Title.notOfTrainees.text : context.limiting(decisive.reason)
    }

    func table(_ answers: DisclosedAnswers, _ material: ReportMaterial) throws(UnansweredRequest) -> Table {
        let (context, dataset) = (own(material.context), material.dataset)
        let language = context.language
        let request = keptRequest(in: material.scope)
        let figures = figures(of: request, in: material.scope)
        let wanted = wanted(of: request, in: material.scope)
        let rows = try wanted?.rows { (request) throws(UnansweredRequest) in try answers.summary(of: request) }
        func narrowed(_ summary: Summary) -> Summary {
            guard let wanted, let rows else { return summary }
            return wanted.narrowed(summary, to: rows)
        }
        let summary = narrowed(try self.figures(of: request, in: material.scope, inEveryPlace: true).summary(answers))
        func builder(_ summary: Summary, _ ranking: Ranking?) -> TableBuilder {
            TableBuilder(
                summary, on: dataset, language, filters: context.filters + [persons?.filter].compactMap(\.self),
                showsBounds: true, ranking: ranking,
                isForReading: true, for: context, isRevised: context.isRevised(id, summary))
        }
        let order = order(summary.measures.map(\.id))
        let ranked = try answers.summary(
            of: separateOrderRequest(for: request, in: material.scope) ?? figures.requests[0])
        let reading = builder(summary, order.map { Ranking(ranked, by: $0.measure, $0.direction) })
        let display = definition.columns.isEmpty ? reading.named : reading.wide(usesCodes: false)
        let notes = TableNotes(summary, language)
        let measure = summary.measures.count == 1 ? summary.measures[0].heading(language) : nil
        let unit =
            summary.measures.contains { $0.format == .money }
            ? language.currency(dataset.settings.currency) : nil
        let filters = definition.filters.isEmpty ? nil : MemberNames(dataset, language).words(definition.filters)
        let orderNote = order.flatMap { order in
            dataset.catalogue.measure(order.measure).map { measure in
                language(
                    order.direction == .largestFirst ? NoteSentence.largestFirst : .smallestFirst,
                    ["measure": language.inSentence(measure.heading(language))])
            }
        }
        let data = builder(narrowed(try figures.summary(answers)), nil)
        var charts: [Chart] = []
        var noChart: String?
        if let picture = definition.picture {
            do throws(ChartObstacle) {
                charts.append(try reading.chart(picture, of: display))
            } catch {
                noChart = language(ChartSentence.noChart, ["reason": error.reason(language)])
            }
        }
        // One picture a table: without another one, figures are shaded.
        let isShaded = charts.isEmpty
        if isShaded, !definition.columns.isEmpty { charts = reading.charts([.heat(heatTitle)], of: display) }
        let emptyPeriod = definition.period == nil ? nil : dataset.remark(on: context.period, language)
        var table = Table(
            id: id, title: title(language),
            subtitle: language.capitalised(
                language.list([measure, unit, context.periodText(of: summary), filters].compactMap(\.self))),
            display: display, data: data.data,
            notes: definition.notes.map { $0(language) } + [persons?.note(language)].compactMap(\.self)
                + [emptyPeriod, orderNote, noChart].compactMap(\.self) + notes.remarks,
            definitions: material.definitions(notes), charts: charts,
            comparison: isShaded ? comparison(in: display) : nil, structure: data.structure(title: title))
        table.dataNames = data.dataNames(.tidy)
        table.marks = TargetMarks(in: material.scope).marks(
            on: request, members: reading.listedMembers, columns: display.columns)
        if definition.period != nil {
            table.period = context.nameOfPeriod
            table.columnsOfOtherPeriods = table.data.figureColumns
        }
        return table
    }

    /// The title of the heat map: the table's title, which may name filters, and the measure, which the title may not name.
    private var heatTitle: BilingualText {
        BilingualText(
            en: Language.en(Sentence.titleAndMeasure, ["title": title.en]),
            ar: Language.ar(Sentence.titleAndMeasure, ["title": title(.ar)]))
    }

    /// The measures that the dataset has, without those that have no meaning under the filters.
    private func measures(in scope: ReportScope) -> [String] {
        let catalogue = scope.dataset.catalogue
        let isOfTrainees =
            definition.persons != nil
            || own(scope.context).filters.contains { catalogue.dimension($0.dimension)?.side == .trainee }
        return definition.measures.compactMap { $0.measure(for: scope.dataset) }.filter { id in
            !isOfTrainees || catalogue.measure(id)?.takesEvaluations != true
        }
    }

    /// The request for all members.
    private func baseRequest(in scope: ReportScope) -> SummaryRequest {
        let measures = measures(in: scope)
        var request = own(scope.context).request(
            rows: definition.rows, columns: definition.columns,
            scope.context.showsIntervals || definition.showsIntervals
                ? scope.dataset.catalogue.withIntervals(measures) : measures, totals: true)
        request.includesEmpty = definition.includesEmpty
        if let persons { request.filters.append(persons.filter) }
        return request
    }

    /// The request for the members that are kept.
    private func keptRequest(in scope: ReportScope) -> SummaryRequest {
        var request = baseRequest(in: scope)
        request.kept = kept
        return request
    }

    /// The persons who meet the condition of the definition; nil where all records count.
    private func wantedPersons(in scope: ReportScope) -> WantedPersons? {
        guard let condition = definition.persons, reasonToOmit(in: scope) == nil else { return nil }
        // Invariant: the names and transforms were checked when the definition was made.
        return try? WantedPersons(
            [condition], of: baseRequest(in: scope), sessions: scope.dataset.sessionDays,
            deliveries: scope.dataset.deliveryDays, calendar: scope.dataset.settings.calendar,
            catalogue: scope.dataset.catalogue)
    }

    /// The rows that meet the conditions of the definition; nil where there are none.
    private func wanted(of request: SummaryRequest, in scope: ReportScope) -> WantedRows? {
        guard let condition = definition.condition else { return nil }
        // Invariant: the names and transforms were checked when the definition was made.
        return try? WantedRows(
            [condition], of: request, sessions: scope.dataset.sessionDays, deliveries: scope.dataset.deliveryDays,
            calendar: scope.dataset.settings.calendar, catalogue: scope.dataset.catalogue)
    }

    /// The request with its transforms, as a list, or with a figure in every place of a cross-tabulation.
    private func figures(
        of request: SummaryRequest, in scope: ReportScope, inEveryPlace: Bool = false
    ) -> TableFigures {
        let isComplete = inEveryPlace && !definition.columns.isEmpty
        // Invariant: whether transforms have a meaning was asked when the definition was made.
        let transformed =
            definition.transforms.isEmpty
            ? nil
            : try? TransformedRequest(
                definition.transforms, of: request, sessions: scope.dataset.sessionDays,
                deliveries: scope.dataset.deliveryDays,
                calendar: scope.dataset.settings.calendar, isComplete: isComplete, catalogue: scope.dataset.catalogue)
        return TableFigures(request: request, transformed: transformed)
    }

    /// The order of the rows for people; nil for the usual order of the members.
    private func order(_ measures: [String]) -> RowOrder? {
        RowOrder(by: definition.sort, keeping: definition.kept, of: measures)
    }

    /// The request whose answer gives that order.
    private func orderRequest(for request: SummaryRequest, in scope: ReportScope) -> SummaryRequest? {
        order(request.measures).map { Ranking.request(for: request, by: $0.measure, in: scope.dataset.catalogue) }
    }

    /// The same request, if the table itself does not have that measure.
    private func separateOrderRequest(for request: SummaryRequest, in scope: ReportScope) -> SummaryRequest? {
        let isOrderedByAnother = order(request.measures).map { !request.measures.contains($0.measure) } ?? false
        return isOrderedByAnother ? orderRequest(for: request, in: scope) : nil
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
                display.columns.indices.filter { index in
                    let column = display.columns[index]
                    // What is not known would set the scale, and hide the differences of all others.
                    return column.isNumeric && !column.isTotal && !column.isOfUnknown
                })
        }
        let indices = display.columns.indices.filter { definition.compared.contains(display.columns[$0].id) }
        return indices.isEmpty ? nil : .columns(indices)
    }
}

/// The requests that give the figures of a table.
private struct TableFigures {
    let request: SummaryRequest
    /// The request with its transforms; nil if there are none.
    let transformed: TransformedRequest?

    var requests: [SummaryRequest] { transformed?.requests ?? [request] }

    func summary(_ answers: DisclosedAnswers) throws(UnansweredRequest) -> Summary {
        guard let transformed else { return try answers.summary(of: request) }
        return try transformed.summary { (request) throws(UnansweredRequest) in try answers.summary(of: request) }
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
