import Aggregation
import Support
import TrainingStats

/// The key figures as a table: a row for each measure, two where headcounts leave open how many persons there are.
struct KeyFigureTable {
    private let answers: KeyFigureAnswers
    private let material: ReportMaterial
    private let words: KeyFigureWords
    private let claims: KeyFigureClaims
    private var context: ReportContext { material.context }
    private var language: Language { material.language }

    init(_ answers: KeyFigureAnswers, _ material: ReportMaterial) {
        (self.answers, self.material) = (answers, material)
        words = KeyFigureWords(answers, material)
        claims = KeyFigureClaims(material, shown: answers.questions.periods.current)
    }

    func table(id: String, title: BilingualText) -> Table {
        let lines = claims.ofReport
        let verdict = lines.isEmpty ? [] : [Reconciliation(lines: lines).verdict(language)]
        var table = Table(
            id: id, title: title(language), subtitle: words.caption, display: display,
            data: grid(usesCodes: true), notes: verdict + targetsAtMost + notes,
            definitions: material.definitions(TableNotes(answers.current, language)))
        table.columnsOfOtherPeriods = ["all-time"]
        table.statedColumns = ["target", "published"]
        table.trends = trends
        return table
    }

    /// The notes on the figures of the period and of all time, each with what it is of; what holds of both stands alone.
    ///
    /// Sessions without an end are told by a warning.
    private var notes: [String] {
        let notes = TableNotes(answers.current, language)
        let ofPeriod = answers.questions.isRecorded ? notes.remarks.filter { !notes.undated.contains($0) } : []
        let ofAllTime = TableNotes(answers.allTime, language).remarks
        func note(_ text: String, of period: String) -> String {
            language(KeyFigureSentence.noteOf, ["period": language.capitalised(period), "note": text])
        }
        return ofPeriod.map { ofAllTime.contains($0) ? $0 : note($0, of: words.current) }
            + ofAllTime.filter { !ofPeriod.contains($0) }.map { note($0, of: language(Phrase.allTime)) }
    }

    /// Which targets are met by figures that are not above them.
    private var targetsAtMost: [String] {
        let measures = answers.measures.filter { measure in
            answers.targets.first { $0.measure.id == measure.id }?.isUndercut == true
        }
        guard !measures.isEmpty else { return [] }
        let list = language.inSentence(language.listWithAnd(measures.map { $0.heading(language) }))
        return [language(KeyFigureSentence.targetsAtMost, ["measures": list])]
    }

    // MARK: Columns and rows

    private var hasTargets: Bool { !answers.targets.isEmpty }
    private var shownClaims: [Reconciliation.Line] { answers.measures.compactMap { claims.claim(on: $0) } }
    private var hasPublished: Bool { !shownClaims.isEmpty }
    /// Whether claims about all time stand beside the figures of a period, so that it must be told of what each is.
    private var tellsPeriods: Bool { shownClaims.contains { $0.request.period == nil } }

    /// The table for people, without columns of other periods that have no figure.
    private var display: Grid {
        let grid = grid(usesCodes: false)
        return grid.keeping(
            grid.columns.indices.filter { index in
                let column = grid.columns[index]
                return !column.isNumeric || column.id == KeyFigures.currentColumn
                    || grid.rows.contains { $0.cells[index].isNumber }
            })
    }

    private func grid(usesCodes: Bool) -> Grid {
        func figures(_ id: String, of period: String) -> Grid.Column {
            var column = Grid.Column(id: id, heading: period, isNumeric: true)
            column.period = period
            return column
        }
        var columns = [
            context.column("measure", .figure, isNumeric: false),
            figures(KeyFigures.currentColumn, of: words.current),
        ]
        if let previous = words.previous {
            columns += [
                figures("previous", of: previous),
                context.column("change", .change, isNumeric: true),
                context.column("change-percent", .changePercent, isNumeric: true),
            ]
        }
        columns.append(figures("all-time", of: language.capitalised(language(Phrase.allTime))))
        if hasTargets {
            columns += [
                context.column("target", .target, isNumeric: true),
                context.column("target-status", .status, isNumeric: false),
            ]
        }
        if hasPublished {
            columns += [
                tellsPeriods ? context.column("published-period", .period, isNumeric: false) : nil,
                context.column("qualifier", .qualifier, isNumeric: false),
                context.column("published", .published, isNumeric: true),
                context.column("difference", .difference, isNumeric: true),
                context.column("status", .status, isNumeric: false),
            ].compactMap(\.self)
        }
        return Grid(columns: columns, rows: answers.measures.indices.flatMap { rows(of: $0, usesCodes: usesCodes) })
    }

    private func rows(of index: Int, usesCodes: Bool) -> [Grid.Row] {
        let measure = answers.measures[index]
        let name = usesCodes ? measure.id : material.headingWithUnit(measure)
        let (current, earlier, allTime) = (answers.current(index), answers.earlier(index), answers.allTime(index))
        let row = row(name, index, [current.least, earlier.least, allTime.least], usesCodes: usesCodes)
        guard current.isOpen || earlier.isOpen || allTime.isOpen else { return [row] }
        func bound(_ phrase: Phrase) -> String { language.list([name, language(phrase)]) }
        var lower = row
        lower.cells[0] = .text(usesCodes ? name : bound(.lower))
        var upper = self.row(
            usesCodes ? name + "-upper" : bound(.upper), index, [current.most, earlier.most, allTime.most],
            usesCodes: usesCodes)
        // Targets and published figures are held against both bounds at once, and stand beside the first.
        upper.cells.replaceSubrange(
            (upper.cells.count - statedCount)..., with: Array(repeating: .empty, count: statedCount))
        upper.definition = nil
        return [lower, upper]
    }

    private var statedCount: Int { (hasTargets ? 2 : 0) + (hasPublished ? tellsPeriods ? 5 : 4 : 0) }

    /// A row; `figures` are those of the period, of the one before and of all time.
    ///
    /// A change between bounds is not known.
    private func row(_ name: String, _ index: Int, _ figures: [Value], usesCodes: Bool) -> Grid.Row {
        let measure = answers.measures[index]
        let cells = answers.cells(index, material, isExact: usesCodes)
        var row: [Cell] = [.text(name), cells.figure(figures[0])]
        if words.previous != nil {
            let change = answers.change(index)
            let relative = answers.relativeChange(index)
            row += [
                cells.figure(figures[1]), usesCodes ? cells.figure(change) : cells.change(change),
                usesCodes ? relative.shareCell : cells.relativeChange(relative),
            ]
        }
        row.append(cells.figure(figures[2]))
        if hasTargets { row += target(of: measure, cells, usesCodes: usesCodes) }
        if hasPublished { row += published(measure, cells, usesCodes: usesCodes) }
        var result = Grid.Row(row, definition: measure.id)
        result.unit = usesCodes ? nil : measure.unit(material.dataset.settings.currency, language)
        return result
    }

    private func target(of measure: Measure, _ cells: KeyFigureCells, usesCodes: Bool) -> [Cell] {
        guard let progress = answers.targets.first(where: { $0.measure.id == measure.id }) else {
            return [.empty, .empty]
        }
        let status = usesCodes ? progress.status.rawValue : progress.status.name(language)
        return [cells.stated(progress.target.value), .text(status)]
    }

    private func published(_ measure: Measure, _ cells: KeyFigureCells, usesCodes: Bool) -> [Cell] {
        guard let line = claims.claim(on: measure) else {
            return Array(repeating: .empty, count: tellsPeriods ? 5 : 4)
        }
        let claim = usesCodes ? line.figure.qualifier.rawValue : line.figure.qualifier.name?(language) ?? ""
        let period = line.figure.period
        let words = period.isEmpty ? language.capitalised(language(Phrase.allTime)) : language.period(period)
        let published = line.figure.value
        let difference = line.difference.map { cells.difference($0, from: published) }
        return (tellsPeriods ? [.text(usesCodes ? period : words)] : []) + [
            .text(claim), cells.stated(published, beside: line.difference ?? .zero), difference ?? .unknown,
            .text(usesCodes ? line.status.rawValue : line.status.name(language)),
        ]
    }

    // MARK: The trend

    /// The figures of the rows in the periods of the trend; nil where there are fewer than two periods.
    private var trends: Table.Trends? {
        let periods = answers.questions.trendPeriods.map(words.name(of:))
        guard periods.count > 1, let first = periods.first, let last = periods.last else { return nil }
        let rows = grid(usesCodes: false).rows.map { row -> [Cell] in
            guard let index = answers.measures.firstIndex(where: { $0.id == row.definition }) else { return [] }
            let cells = answers.cells(index, material)
            return answers.trend(index).map { cells.figure($0.least) }
        }
        return Table.Trends(
            heading: language(KeyFigureSentence.trend, ["first": first, "last": last]), periods: periods, rows: rows)
    }
}
