import Reporting
import Support

/// The figures of a chart by series and category, with their names.
struct ChartFigures {
    /// Names of the series.
    let series: [String]
    /// Names of the categories.
    private(set) var categories: [String]
    /// A row of cells for each series, one for each category.
    private(set) var cells: [[Cell]]
    /// The total of each category, if the table has it.
    private(set) var totals: [Cell]?
    /// The marks beside the figures, as the cells are arranged.
    private(set) var marks: [[[Table.Mark]]]
    /// The title of the categories, such as "Year".
    let categoryTitle: String
    /// The rows or columns of the table that the series are.
    let seriesPlaces: [Int]
    /// The rows or columns that the categories are; nil where the table has none, for a period without records.
    private(set) var categoryPlaces: [Int?]
    /// Whether a series, and whether a category, is the unknown one.
    let isUnknownSeries: [Bool]
    private(set) var isUnknown: [Bool]
    /// The greatest that each figure can be, where it is open, as the cells are arranged.
    private(set) var uppers: [[Cell?]]
    /// Whether a series, and whether a category, is a period known in part.
    let isSeriesInPart: [Bool]
    private(set) var isCategoryInPart: [Bool]
    private let chart: Chart
    private let language: Language
    private let digits: Digits

    init(_ chart: Chart, of grid: Grid, marks all: [Table.Mark] = [], _ language: Language, _ digits: Digits) {
        (self.chart, self.language, self.digits) = (chart, language, digits)
        func marks(_ row: Int, _ column: Int) -> [Table.Mark] {
            all.filter { $0.row == row && $0.column == column && $0.value.isFinite }
        }
        // The words of a row before its figures name it.
        let labels = grid.columns.prefix { !$0.isNumeric }.count
        let (rows, columns) = (chart.drawnRows, chart.drawnColumns)
        func named(_ name: String, _ isInPart: Bool) -> String {
            isInPart ? language(KeyFigureSentence.inPart, ["period": name]) : name
        }
        func upper(_ row: Int, _ column: Int) -> Cell? { chart.uppers[Chart.Place(row: row, column: column)] }
        let rowNames = rows.map { row in
            let name = named(
                grid.rows[row].cells.prefix(labels).map { $0.displayText(digits) }.joined(separator: " / "),
                chart.rowsInPart.contains(row))
            guard let limit = chart.limits[row] else { return name }
            return language(ChartSentence.atMost, ["name": name, "limit": limit.displayText(digits)])
        }
        let headings = columns.map { named(grid.columns[$0].heading, chart.columnsInPart.contains($0)) }
        let rowsInPart = rows.map(chart.rowsInPart.contains)
        let columnsInPart = columns.map(chart.columnsInPart.contains)
        (isSeriesInPart, isCategoryInPart) =
            chart.series == .rows ? (rowsInPart, columnsInPart) : (columnsInPart, rowsInPart)
        switch chart.series {
        case .rows:
            (series, categories) = (rowNames, headings)
            cells = rows.map { row in columns.map { grid.rows[row].cells[$0] } }
            uppers = rows.map { row in columns.map { upper(row, $0) } }
            self.marks = rows.map { row in columns.map { marks(row, $0) } }
            let total = grid.rows.first { $0.isTotal && $0.addends.starts(with: Array(chart.rows)) }
            totals = total.map { total in columns.map { total.cells[$0] } }
            (seriesPlaces, categoryPlaces) = (rows, columns)
        case .columns:
            (series, categories) = (headings, rowNames)
            cells = columns.map { column in rows.map { grid.rows[$0].cells[column] } }
            uppers = columns.map { column in rows.map { upper($0, column) } }
            self.marks = columns.map { column in rows.map { marks($0, column) } }
            let total = grid.columns.firstIndex { $0.isTotal && $0.addends.starts(with: Array(chart.columns)) }
            totals = total.map { total in rows.map { grid.rows[$0].cells[total] } }
            (seriesPlaces, categoryPlaces) = (columns, rows)
        }
        let unknownRows = rows.map { grid.rows[$0].isUnknown }
        let unknownColumns = columns.map { grid.columns[$0].isOfUnknown }
        (isUnknownSeries, isUnknown) =
            chart.series == .rows ? (unknownRows, unknownColumns) : (unknownColumns, unknownRows)
        let ownTitle =
            chart.series == .columns ? grid.columns.prefix(labels).map(\.heading).joined(separator: " / ") : ""
        categoryTitle = chart.categoryTitle.isEmpty ? ownTitle : chart.categoryTitle
        insertEmptyPeriods(of: chart)
    }

    /// Gives periods without records their places among the categories.
    private mutating func insertEmptyPeriods(of chart: Chart) {
        for (index, place) in categoryPlaces.enumerated().reversed() {
            for name in (place.flatMap { chart.emptyPeriods[$0] } ?? []).reversed() {
                categories.insert(name, at: index)
                categoryPlaces.insert(nil, at: index)
                isUnknown.insert(false, at: index)
                isCategoryInPart.insert(false, at: index)
                totals?.insert(.empty, at: index)
                for (series, row) in seriesPlaces.enumerated() {
                    cells[series].insert(chart.figuresOfEmptyPeriods[row] ?? .empty, at: index)
                    marks[series].insert([], at: index)
                    uppers[series].insert(nil, at: index)
                }
            }
        }
    }

    /// All figures.
    var all: [Cell] { cells.flatMap(\.self) }

    /// The kinds of marks that there are.
    var kindsOfMarks: [Table.Mark.Kind] {
        let used = Set(marks.flatMap { $0.flatMap { $0.map(\.kind) } })
        return [.target, .pace].filter(used.contains)
    }

    /// The least and the greatest number, 0 among them, marks included.
    var range: ClosedRange<Double> {
        let lengths = cells.indices.flatMap { series in cells[series].indices.map { length(series, $0) } }
        let numbers =
            lengths + (uppers.flatMap { $0.compactMap { $0?.finite } })
            + marks.flatMap { $0.flatMap { $0.map(\.value) } }
        return min(0, numbers.min() ?? 0)...max(0, numbers.max() ?? 0)
    }

    /// Room for the widest figure, totals among them where they are drawn.
    func labelWidth(size: Double, withTotals: Bool = false) -> Double {
        (labels.flatMap(\.self) + (withTotals ? totals ?? [] : [])).map {
            TextMeasure.width($0.displayText(digits), size: size)
        }.max()
            ?? 0
    }

    /// How long the bar of a figure is: no longer than the goal, where the figure has a limit.
    func length(_ series: Int, _ category: Int) -> Double {
        let number = cells[series][category].finite ?? 0
        guard let goal = chart.goal, chart.series == .columns, let row = categoryPlaces[category],
            chart.limits[row] != nil
        else { return number }
        return min(number, goal)
    }

    /// The figures as they are set: an open one with both of its bounds.
    var labels: [[Cell]] {
        cells.indices.map { series in cells[series].indices.map { label(series, $0) } }
    }

    /// A figure as it is set.
    func label(_ series: Int, _ category: Int) -> Cell {
        let cell = cells[series][category]
        if chart.series == .columns, let result = categoryPlaces[category].flatMap({ chart.results[$0] }) {
            return .text(language.list([cell.displayText(digits), result]))
        }
        guard let upper = uppers[series][category] else { return cell }
        return .text(
            language(
                ChartSentence.openFigure, ["least": cell.displayText(digits), "most": upper.displayText(digits)]))
    }

    /// Whether a figure is of a period known in part.
    func isInPart(_ series: Int, _ category: Int) -> Bool { isSeriesInPart[series] || isCategoryInPart[category] }

    /// The name of a figure and the figure: its series, if there are several, and its category.
    func name(series: Int, category: Int) -> String {
        let names = (self.series.count > 1 ? [self.series[series]] : []) + [categories[category]]
        return language.list(names) + ": " + label(series, category).displayText(digits)
    }

    /// The width of a figure as it is set.
    func width(_ cell: Cell, size: Double) -> Double { TextMeasure.width(cell.displayText(digits), size: size) }
}

extension Cell {
    /// The cell's number, if it can be drawn.
    var finite: Double? { number.flatMap { $0.isFinite ? $0 : nil } }
}
