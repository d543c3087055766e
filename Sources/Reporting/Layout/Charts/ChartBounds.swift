import Aggregation
import TrainingStats

/// Between which bounds the figures of a table's grid lie.
struct ChartBounds {
    private let builder: TableBuilder
    private let rows: [[Summary.Member]]
    /// The members of each column of a cross-tabulation; nil for a list, whose columns are figures.
    private let columns: [[Summary.Member]]?
    private let labels: Int

    /// The bounds of a grid of the builder.
    init(_ builder: TableBuilder, of grid: Grid) {
        self.builder = builder
        labels = grid.columns.prefix { !$0.isNumeric }.count
        let isList = labels == builder.summary.dimensions.count
        rows = isList ? builder.listedMembers : builder.rowMembers
        columns = isList ? nil : builder.columnMembers
    }

    /// The greatest that a figure can be, where it is open; else nil.
    func upper(_ row: Int, _ column: Int) -> Cell? {
        let place = column - labels
        let figures = builder.figures
        guard place >= 0, rows.indices.contains(row), columns == nil || figures.count == 1 else { return nil }
        let figure = figures[columns == nil ? place : 0]
        guard !figure.isUpper, let cell = builder.lookup[rows[row] + (columns?[place] ?? [])],
            let upper = builder.summary.upperBound(of: figure.index, in: cell),
            .count(upper) != cell.values[figure.index]
        else { return nil }
        return .whole(upper)
    }
}

extension TableBuilder {
    /// The open figures of a chart, with the greatest that they can be.
    func uppers(of chart: Chart, in grid: Grid) -> [Chart.Place: Cell] {
        let bounds = ChartBounds(self, of: grid)
        var uppers: [Chart.Place: Cell] = [:]
        for row in chart.rows {
            for column in chart.columns { uppers[Chart.Place(row: row, column: column)] = bounds.upper(row, column) }
        }
        return uppers
    }

    /// Whether records state all that a measure is made of: no value is blank, everybody's sessions are reported, and no session is
    /// without the day that would put it into the period.
    ///
    /// Figures of answers are about those who answered, and lack nobody.
    func isStated(_ measure: Measure) -> Bool {
        guard let index = summary.measures.firstIndex(of: measure) else { return false }
        let base = measure.derivedFrom.flatMap { base in summary.measures.firstIndex { $0.id == base } } ?? index
        let ofParts = measure.aggregate.summedParts.compactMap { sum in
            summary.partCoverage.first { $0.sum == sum }?.coverage
        }
        let areStated = ([summary.coverage[base]].compactMap(\.self) + ofParts).allSatisfy {
            $0.stated == $0.applicable || $0.unit == .answers || $0.unit == .followUps
        }
        return areStated && summary.undatedSessions == 0 && (measure.isSessionSideOnly || summary.isReported)
    }

    /// Marks the rows and columns of a chart that are periods known in part.
    func addPeriodsInPart(to chart: inout Chart, of grid: Grid) {
        guard let context else { return }
        let labels = grid.columns.prefix { !$0.isNumeric }.count
        let isList = labels == summary.dimensions.count
        func inPart(_ keys: [[Summary.Member]], _ dimensions: ArraySlice<Dimension>) -> [Int] {
            let codes = dimensions.map { dataset.periodsInPart(of: $0, context) }
            return keys.indices.filter { key in zip(keys[key], codes).contains { $1.contains($0.code) } }
        }
        let rows = isList ? summary.dimensions[...] : summary.dimensions.prefix(summary.rowCount)
        chart.rowsInPart = Set(inPart(isList ? listedMembers : rowMembers, rows)).intersection(chart.rows)
        guard !isList else { return }
        let columns = inPart(columnMembers, summary.dimensions.dropFirst(summary.rowCount)).map { labels + $0 }
        chart.columnsInPart = Set(columns).intersection(chart.columns)
    }

    /// Names the states that a map has no row for, and says why it has none.
    func addAbsentPlaces(to chart: inout Chart, _ outlined: Set<String>) {
        let dimension = summary.dimensions[0]
        for code in outlined.subtracting(chart.places) {
            chart.absentPlaces[code] = names(.code(code), of: dimension)
        }
        // A filter, a condition or a limit can leave out states that have records.
        let isLimited =
            !filtered.isEmpty || summary.rowsShown != nil || summary.cells.contains { $0.members.contains(.other) }
        chart.absence = language(isLimited ? ChartSentence.leftOut : .withoutRecords)
    }
}
