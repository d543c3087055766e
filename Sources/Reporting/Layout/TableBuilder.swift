import Aggregation
import Support
import TrainingStats

/// Lays a summary out as the grids of a table.
public struct TableBuilder: Sendable {
    /// How the cells of a summary are arranged.
    public enum Layout: String, Sendable, CaseIterable {
        /// One row for each cell.
        case tidy
        /// A cross-tabulation.
        case wide
    }

    let summary: Summary
    let names: MemberNames
    let dataset: DatasetDescription
    let language: Language
    /// Whether the number of trainees is shown with its lower and upper bound.
    private let showsBounds: Bool
    /// The columns of figures.
    let figures: [Figure]
    /// The dimensions by which the records were filtered.
    let filtered: [Dimension]
    let lookup: [[Summary.Member]: Summary.Cell]
    /// The order of the rows; nil for the usual order of their members.
    let ranking: Ranking?
    /// Whether empty rows and columns are left out of the table for people.
    let isForReading: Bool
    /// What the table is for, by whose period and day charts tell which periods are known in part; nil where nothing is drawn.
    let context: ReportContext?
    /// Whether the figure at these members, in the column with this identifier, was revised.
    private let isRevised: @Sendable ([Summary.Member], String) -> Bool

    /// A builder for one summary of the records that pass the filters.
    ///
    /// With `rowsAlone` it gives the rows of data one by one, and no grids: it keeps nothing of each cell.
    init(
        _ summary: Summary, on dataset: DatasetDescription, _ language: Language, filters: [Filter] = [],
        showsBounds: Bool,
        ranking: Ranking? = nil, isForReading: Bool = false, rowsAlone: Bool = false,
        for context: ReportContext? = nil,
        isRevised: @escaping @Sendable ([Summary.Member], String) -> Bool = { _, _ in false }
    ) {
        self.isRevised = isRevised
        self.summary = summary
        self.ranking = ranking
        self.isForReading = isForReading
        self.context = context
        filtered = filters.compactMap { dataset.catalogue.dimension($0.dimension) }
        lookup =
            rowsAlone
            ? [:] : Dictionary(summary.cells.map { ($0.members, $0) }, uniquingKeysWith: { first, _ in first })
        self.dataset = dataset
        self.language = language
        names = MemberNames(dataset, language)
        self.showsBounds = showsBounds && summary.cells.contains { summary.hasBounds(in: $0) }
        figures = Self.figures(of: summary, withBounds: self.showsBounds)
    }

    /// A column of figures: a measure, or the upper bound of the number of trainees.
    struct Figure {
        let index: Int
        let measure: Measure
        let isUpper: Bool
        /// Whether people read it in percentage points.
        let isInPoints: Bool

        init(index: Int, measure: Measure, isUpper: Bool) {
            (self.index, self.measure, self.isUpper) = (index, measure, isUpper)
            isInPoints = measure.isDifferenceOfShares
        }

        /// The identifier of the column.
        var id: String { isUpper ? measure.id + TableBuilder.endingOfUpper : measure.id }
    }

    /// The ending of the identifiers of columns with upper bounds.
    static let endingOfUpper = "-upper"

    /// The columns of figures; an upper bound that is asked for as a measure of its own is no second column.
    private static func figures(of summary: Summary, withBounds showsBounds: Bool) -> [Figure] {
        let asked = Set(summary.measures.map(\.id))
        return summary.measures.enumerated().flatMap { index, measure in
            let upper = Figure(index: index, measure: measure, isUpper: true)
            let isBounded = showsBounds && measure.hasUpperBound && !asked.contains(upper.id)
            return [Figure(index: index, measure: measure, isUpper: false)] + (isBounded ? [upper] : [])
        }
    }

    /// A table outside of a report, whose title names its measures and dimensions.
    ///
    /// `isDescribed` adds a description of the columns, which some formats write; `isDrawn` adds charts.
    func table(
        _ layout: Layout, _ context: ReportContext, isDescribed: Bool = false, isDrawn: Bool = false
    ) -> Table {
        let title = title(language)
        let notes =
            [dataset.remark(on: context.period, language)].compactMap(\.self) + TableNotes(summary, language).remarks
        let display = layout == .wide ? wide(usesCodes: false) : named
        let charts = isDrawn ? Array(self.charts(usualPictures(layout), of: display).prefix(1)) : []
        var table = Table(
            id: "table", title: title, subtitle: language.capitalised(context.periodText(of: summary)),
            display: display,
            data: layout == .wide ? wide(usesCodes: true) : data, notes: notes, charts: charts,
            structure: isDescribed && layout == .tidy
                ? structure(title: BilingualText(en: self.title(.en), ar: self.title(.ar))) : nil)
        table.dataNames = dataNames(layout)
        return table
    }

    /// The title of the table: its measures and dimensions.
    func title(_ language: Language) -> String {
        title(of: summary.measures.filter { $0.derivedFrom == nil }, by: summary.dimensions, language)
    }

    func title(of measures: [Measure], by dimensions: [Dimension], _ language: Language) -> String {
        let measures = language.listWithAnd(measures.map { $0.heading(language) })
        let dimensions = language.listWithAnd(dimensions.map { $0.heading(language) })
        return dimensions.isEmpty
            ? measures
            : language(Sentence.measuresByDimensions, ["measures": measures, "dimensions": dimensions])
    }

    /// The table for programs: one row for each cell, with codes of members, then figures.
    var data: Grid {
        Grid(columns: dataColumns, rows: ranked(summary.cells, by: \.members).map(dataRow))
    }

    /// The columns of the table for programs.
    var dataColumns: [Grid.Column] {
        summary.dimensions.map { Grid.Column(id: $0.id, heading: $0.heading(language), isNumeric: false) }
            + figures.map { figure in
                var column = Grid.Column(
                    id: figure.id, heading: heading(of: figure, language), isNumeric: true,
                    definition: figure.measure.id)
                column.unit = figure.measure.unit(dataset.settings.currency, language)
                return column
            }
    }

    /// A row of the table for programs.
    func dataRow(_ cell: Summary.Cell) -> Grid.Row {
        Grid.Row(
            cell.members.map { .text($0.code) } + figures.map { figureCell($0, of: cell) },
            isTotal: cell.members.contains(.total),
            boundedColumns: Set(
                figures.indices.filter { cell.isOpen(figures[$0].index) }.map { summary.dimensions.count + $0 }))
    }

    /// The same for people: names instead of codes, members in their usual order.
    var named: Grid {
        let columns = dataColumns
        let keys = listedMembers
        let rows = zip(keys, Self.addends(of: keys)).compactMap { members, addends -> Grid.Row? in
            guard let cell = lookup[members] else { return nil }
            return Grid.Row(
                labels(members) { names($0, of: $1) } + figures.map { shownCell($0, of: cell) },
                isTotal: members.contains(.total), isUnknown: members.first == .unknown, level: Self.level(of: members),
                addends: addends,
                additiveColumns: Set(
                    figures.indices.filter { isAdditive(figures[$0], members, from: 0) }
                        .map { summary.dimensions.count + $0 }))
        }
        return Grid(columns: columns, rows: rows)
    }

    func heading(of figure: Figure, _ language: Language) -> String {
        let heading = figure.measure.heading(language)
        guard showsBounds, figure.measure.hasUpperBound else { return heading }
        return language.list([heading, language(figure.isUpper ? Phrase.upper : .lower)])
    }

    func figureCell(_ figure: Figure, of cell: Summary.Cell) -> Cell {
        let upper = figure.isUpper ? summary.upperBound(of: figure.index, in: cell) : nil
        let value = upper.map { .count($0) } ?? cell.values[figure.index]
        return marked(
            value.cell(figure.measure, currency: dataset.settings.currency), figure: figure, members: cell.members)
    }

    /// The figure as people read it.
    func shownCell(_ figure: Figure, of cell: Summary.Cell) -> Cell {
        let shown = figureCell(figure, of: cell)
        return figure.isInPoints ? shown.inPoints(language) : shown
    }

    func marked(_ cell: Cell, figure: Figure, members: [Summary.Member]) -> Cell {
        isRevised(members, figure.id) ? cell.marked(.revised) : cell
    }
}
