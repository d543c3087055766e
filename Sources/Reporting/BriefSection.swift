import Aggregation
import TrainingStats

/// One page for those who have a minute: the period, the one before, the change, and all time.
///
/// A report of all time takes the year of the reporting day for its period.
struct BriefSection: ReportSection {
    let id = "brief"
    let title = Title.brief.text

    func requests(_ dataset: Dataset, _ context: ReportContext) -> [SummaryRequest] {
        let measures = ReportCatalogue.headlineMeasures(dataset)
        var result = [request(measures, current(dataset, context), context)]
        if let before = previous(dataset, context) { result.append(request(measures, before, context)) }
        return result + [request(measures, nil, context)]
    }

    private func request(_ measures: [String], _ period: Period?, _ context: ReportContext) -> SummaryRequest {
        var request = context.request(measures)
        request.period = period
        return request
    }

    private func current(_ dataset: Dataset, _ context: ReportContext) -> Period {
        context.period ?? PeriodKind.year.period(holding: context.today, dataset.settings.calendar)
    }

    private func previous(_ dataset: Dataset, _ context: ReportContext) -> Period? {
        current(dataset, context).previous(dataset.settings.calendar)
    }

    func table(_ answers: [Summary], _ material: ReportMaterial) -> Table {
        let (dataset, context, language) = (material.dataset, material.context, material.language)
        let period = current(dataset, context)
        let before = answers.count > 2 ? previous(dataset, context) : nil
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
        columns.append(context.column("all-time", .allTime, isNumeric: true))
        func rows(usesCodes: Bool) -> [Grid.Row] {
            everything.measures.indices.map { index in
                let measure = everything.measures[index]
                func cell(_ value: Value) -> Cell { value.cell(measure, currency: dataset.settings.currency) }
                let now = answers[0].total.values[index]
                var cells: [Cell] = [.text(usesCodes ? measure.id : material.headingWithUnit(measure)), cell(now)]
                if before != nil {
                    let then = answers[1].total.values[index]
                    cells += [cell(then), cell(now.change(from: then)), now.relativeChange(from: then)]
                }
                return Grid.Row(cells + [cell(everything.total.values[index])], definition: measure.id)
            }
        }
        let notes = TableNotes(everything, language)
        let days = [period, before].compactMap(\.self).map {
            language(
                Sentence.periodWithDays,
                [
                    "period": language.period($0.label), "first": language.day($0.first), "last": language.day($0.last),
                ])
        }
        return Table(
            id: id, title: title(language), subtitle: days.joined(separator: language(Phrase.listSemicolon)),
            display: Grid(columns: columns, rows: rows(usesCodes: false)),
            data: Grid(columns: columns, rows: rows(usesCodes: true)), notes: notes.bounds,
            definitions: material.definitions(notes))
    }
}

extension Value {
    /// This value minus an earlier one; not applicable where either has none.
    func change(from earlier: Value) -> Value {
        switch (self, earlier) {
        case (.count(let now), .count(let then)): .count(now - then)
        case (.decimal(let now), .decimal(let then)): .decimal(now - then)
        case (.real(let now), .real(let then)): .real(now - then)
        default: .notApplicable
        }
    }

    /// The change as a share of the earlier value; not applicable where that is 0 or not known.
    ///
    /// Not applicable to shares, whose change is in percentage points.
    func relativeChange(from earlier: Value) -> Cell {
        if case .real = self { return .notApplicable }
        guard let now = number, let then = earlier.number, then != 0 else { return .notApplicable }
        return .share((now - then) / then)
    }
}
