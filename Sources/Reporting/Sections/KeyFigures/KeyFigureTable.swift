import Aggregation
import Support
import TrainingStats

/// The key figures as a table: a row for each measure, two where headcounts leave open how many persons there are.
struct KeyFigureTable {
    private let answers: KeyFigureAnswers
    private let material: ReportMaterial
    private let words: KeyFigureWords
    private var context: ReportContext { material.context }
    private var language: Language { material.language }
    private var currency: String { material.dataset.settings.currency }

    init(_ answers: KeyFigureAnswers, _ material: ReportMaterial) {
        (self.answers, self.material) = (answers, material)
        words = KeyFigureWords(answers, material)
    }

    func table(id: String, title: BilingualText) -> Table {
        let notes = TableNotes(context.period == nil ? answers.allTime : answers.current, language)
        let lines = material.reconciliation.lines
        let verdict = lines.isEmpty ? [] : [material.reconciliation.verdict(language)]
        var table = Table(
            id: id, title: title(language), subtitle: words.caption, display: grid(usesCodes: false),
            data: grid(usesCodes: true), notes: verdict + notes.remarks,
            definitions: material.definitions(notes))
        table.columnsOfOtherPeriods = ["all-time"]
        table.statedColumns = ["target", "published"]
        table.trends = trends
        return table
    }

    // MARK: Columns and rows

    private var hasTargets: Bool { !answers.targets.isEmpty }
    private var hasPublished: Bool {
        answers.measures.indices.contains { answers.published($0, material) != nil }
    }

    private func grid(usesCodes: Bool) -> Grid {
        var columns = [
            context.column("measure", .figure, isNumeric: false),
            Grid.Column(id: KeyFigures.currentColumn, heading: words.current, isNumeric: true),
        ]
        if let previous = words.previous {
            columns += [
                Grid.Column(id: "previous", heading: previous, isNumeric: true),
                context.column("change", .change, isNumeric: true),
                context.column("change-percent", .changePercent, isNumeric: true),
            ]
        }
        columns.append(
            Grid.Column(id: "all-time", heading: language.capitalised(language(Phrase.allTime)), isNumeric: true))
        if hasTargets {
            columns += [
                context.column("target", .target, isNumeric: true),
                context.column("target-status", .status, isNumeric: false),
            ]
        }
        if hasPublished {
            columns += [
                context.column("qualifier", .qualifier, isNumeric: false),
                context.column("published", .published, isNumeric: true),
                context.column("difference", .difference, isNumeric: true),
                context.column("status", .status, isNumeric: false),
            ]
        }
        return Grid(columns: columns, rows: answers.measures.indices.flatMap { rows(of: $0, usesCodes: usesCodes) })
    }

    private func rows(of index: Int, usesCodes: Bool) -> [Grid.Row] {
        let measure = answers.measures[index]
        let name = usesCodes ? measure.id : material.headingWithUnit(measure)
        let summaries = [answers.current, answers.previous, answers.allTime].compactMap(\.self)
        let row = row(
            name, index, current: answers.current.total.values[index], earlier: answers.earlier(index),
            allTime: answers.allTime.total.values[index], usesCodes: usesCodes)
        guard measure.hasUpperBound, summaries.contains(where: { $0.hasBounds(in: $0.total) }) else { return [row] }
        func most(_ summary: Summary) -> Value {
            summary.upperBound(of: index, in: summary.total).map { .count($0) } ?? summary.total.values[index]
        }
        func bound(_ phrase: Phrase) -> String { language.list([name, language(phrase)]) }
        var lower = row
        lower.cells[0] = .text(usesCodes ? name : bound(.lower))
        let earlier = answers.questions.isBeforeRecords ? Value.notApplicable : answers.previous.map(most)
        var upper = self.row(
            usesCodes ? name + "-upper" : bound(.upper), index, current: most(answers.current),
            earlier: earlier ?? .notApplicable, allTime: most(answers.allTime), usesCodes: usesCodes)
        // Targets and published figures are held against both bounds at once, and stand beside the first.
        upper.cells.replaceSubrange(
            (upper.cells.count - statedCount)..., with: Array(repeating: .empty, count: statedCount))
        upper.definition = nil
        return [lower, upper]
    }

    private var statedCount: Int { (hasTargets ? 2 : 0) + (hasPublished ? 4 : 0) }

    private func row(
        _ name: String, _ index: Int, current: Value, earlier: Value, allTime: Value, usesCodes: Bool
    ) -> Grid.Row {
        let measure = answers.measures[index]
        let cells = KeyFigureCells(measure, currency: currency, language, isExact: usesCodes)
        var row: [Cell] = [.text(name), cells.figure(current)]
        if words.previous != nil {
            let isComparable = answers.questions.isComparable
            let change = isComparable ? current.change(from: earlier) : .notApplicable
            let relative =
                isComparable && measure.format != .share ? current.relativeChange(from: earlier) : .notApplicable
            row += [
                cells.figure(earlier), usesCodes ? cells.figure(change) : cells.change(change),
                usesCodes ? relative.shareCell : cells.relativeChange(relative),
            ]
        }
        row.append(cells.figure(allTime))
        if hasTargets { row += target(of: measure, cells, usesCodes: usesCodes) }
        if hasPublished { row += published(index, usesCodes: usesCodes) }
        return Grid.Row(row, definition: measure.id)
    }

    private func target(of measure: Measure, _ cells: KeyFigureCells, usesCodes: Bool) -> [Cell] {
        guard let progress = answers.targets.first(where: { $0.measure.id == measure.id }) else {
            return [.empty, .empty]
        }
        let status = usesCodes ? progress.status.rawValue : progress.status.name(language)
        return [cells.stated(progress.target.value), .text(status)]
    }

    private func published(_ index: Int, usesCodes: Bool) -> [Cell] {
        guard let line = answers.published(index, material) else { return [.empty, .empty, .empty, .empty] }
        let claim = usesCodes ? line.figure.qualifier.rawValue : line.figure.qualifier.name?(language) ?? ""
        return [
            .text(claim), .asStated(line.figure.value), line.difference.map { .asStated($0) } ?? .unknown,
            .text(usesCodes ? line.status.rawValue : line.status.name(language)),
        ]
    }

    // MARK: The trend

    /// The figures of the rows in the periods of the trend; nil where there are fewer than two periods.
    private var trends: Table.Trends? {
        let periods = answers.questions.trendPeriods
        guard answers.trend != nil, periods.count > 1, let first = periods.first, let last = periods.last else {
            return nil
        }
        let rows = grid(usesCodes: false).rows.map { row -> [Cell] in
            guard let index = answers.measures.firstIndex(where: { $0.id == row.definition }) else { return [] }
            let cells = KeyFigureCells(answers.measures[index], currency: currency, language, isExact: false)
            return answers.trend(index).map(cells.figure)
        }
        return Table.Trends(
            heading: language(
                KeyFigureSentence.trend,
                ["first": language.period(first.label), "last": language.period(last.label)]),
            periods: periods.map { language.period($0.label) }, rows: rows)
    }
}
