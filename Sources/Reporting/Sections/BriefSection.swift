import Aggregation
import TrainingStats

/// A short overview: the headline figures of the period, of the previous period, their change, and of all time.
///
/// If the report is about all time, its period is the year of the last delivered session, or the year of the reporting day
/// if no session was delivered.
struct BriefSection: ReportSection {
    let id = "brief"
    let title = Title.brief.text

    /// The period, the previous one if there is one, and all time.
    func requests(in scope: ReportScope) -> [SummaryRequest] {
        [request(for: currentPeriod(in: scope), in: scope)]
            + [previousPeriod(in: scope)].compactMap(\.self).map { period in
                // The period before is looked up in all records: filters on time do not hide it.
                var request = base(in: scope).request
                request.period = period
                return request
            } + [request(for: nil, in: scope)]
    }

    private func base(in scope: ReportScope) -> ComparisonBase {
        ComparisonBase(
            of: request(for: currentPeriod(in: scope), in: scope), deliveries: scope.dataset.deliveryDays,
            calendar: scope.dataset.settings.calendar, catalogue: scope.dataset.catalogue)
    }

    private func request(for period: Period?, in scope: ReportScope) -> SummaryRequest {
        var request = scope.context.request(ReportCatalogue.headlineMeasures(scope.dataset))
        request.period = period
        return request
    }

    private func currentPeriod(in scope: ReportScope) -> Period {
        scope.context.period
            ?? PeriodKind.year.period(
                holding: scope.dataset.lastDelivery ?? scope.context.today, scope.dataset.settings.calendar)
    }

    private func previousPeriod(in scope: ReportScope) -> Period? {
        currentPeriod(in: scope).previous(scope.dataset.settings.calendar)
    }

    func table(_ answers: DisclosedAnswers, _ material: ReportMaterial) throws(UnansweredRequest) -> Table {
        let (dataset, context, language) = (material.dataset, material.context, material.language)
        let (period, before) = (currentPeriod(in: material.scope), previousPeriod(in: material.scope))
        let base = base(in: material.scope)
        let isComparable = base.isShownWhole(period)
        let isBeforeRecords = before.map(base.isBeforeRecords) ?? false
        let answers = try answers.summaries(of: requests(in: material.scope))
        let everything = answers[answers.count - 1]
        var columns = [
            context.column("measure", .figure, isNumeric: false),
            Grid.Column(id: "current", heading: language.period(period.label), isNumeric: true),
        ]
        if let before {
            columns += [
                Grid.Column(id: "previous", heading: language.period(before.label), isNumeric: true),
                context.column("change", .change, isNumeric: true),
                context.column("change-percent", .changePercent, isNumeric: true),
            ]
        }
        columns.append(
            Grid.Column(id: "all-time", heading: language.capitalised(language(Phrase.allTime)), isNumeric: true))
        func row(_ name: String, of measure: Measure, values: [Value], usesCodes: Bool) -> Grid.Row {
            func cell(_ value: Value) -> Cell { value.cell(measure, currency: dataset.settings.currency) }
            func difference(_ cell: Cell) -> Cell { measure.format == .share ? cell.inPoints(language) : cell }
            var cells: [Cell] = [.text(name), cell(values[0])]
            if before != nil {
                let earlier = isBeforeRecords ? .notApplicable : values[1]
                let change = isComparable ? values[0].change(from: earlier) : .notApplicable
                let relative = isComparable ? values[0].relativeChange(from: earlier) : .notApplicable
                cells += [
                    cell(earlier), usesCodes ? cell(change) : difference(cell(change)),
                    measure.format == .share ? .notApplicable : relative.shareCell,
                ]
            }
            return Grid.Row(cells + [cell(values[values.count - 1])], definition: measure.id)
        }
        let hasBounds = answers.contains { $0.hasBounds(in: $0.total) }
        func rows(usesCodes: Bool) -> [Grid.Row] {
            everything.measures.indices.flatMap { index -> [Grid.Row] in
                let measure = everything.measures[index]
                let name = usesCodes ? measure.id : material.headingWithUnit(measure)
                let values = answers.map { $0.total.values[index] }
                guard measure.hasUpperBound, hasBounds else {
                    return [row(name, of: measure, values: values, usesCodes: usesCodes)]
                }
                let upper = answers.map { answer in
                    answer.upperBound(of: index, in: answer.total).map { .count($0) } ?? answer.total.values[index]
                }
                func bound(_ phrase: Phrase) -> String { language.list([name, language(phrase)]) }
                return [
                    row(usesCodes ? name : bound(.lower), of: measure, values: values, usesCodes: usesCodes),
                    row(usesCodes ? name + "-upper" : bound(.upper), of: measure, values: upper, usesCodes: usesCodes),
                ]
            }
        }
        let notes = TableNotes(everything, language)
        let days = [period, before].compactMap(\.self).map {
            language(
                CalendarSentence.periodWithDays,
                [
                    "period": language.period($0.label), "first": language.day($0.first), "last": language.day($0.last),
                ])
        }
        var remarks: [String] = []
        let thisYear = PeriodKind.year.period(holding: context.today, dataset.settings.calendar)
        if context.period == nil, period != thisYear {
            remarks.append(
                language(
                    SelectionSentence.lastYearOfRecords,
                    ["current": language.period(thisYear.label), "shown": language.period(period.label)]))
        }
        if let remark = dataset.remark(on: period, language) {
            remarks.append(remark)
        } else if answers[0].total(Measure.ofSessions) == .count(0) {
            remarks.append(language(SelectionSentence.nothingSelectedIn, ["period": language.period(period.label)]))
        }
        var table = Table(
            id: id, title: title(language), subtitle: days.joined(separator: language(Phrase.listSemicolon)),
            display: Grid(columns: columns, rows: rows(usesCodes: false)),
            data: Grid(columns: columns, rows: rows(usesCodes: true)),
            notes: notes.limits + notes.absent + remarks,
            definitions: material.definitions(notes))
        table.columnsOfOtherPeriods = ["all-time"]
        return table
    }
}
