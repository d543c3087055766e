import Aggregation
import Support
import TrainingStats

/// A kind of chart that a table can have, with its title, in which `{measure}` stands for the measure that is drawn.
enum Picture: Hashable, Sendable {
    /// A cross-tabulation of one measure: each row is a series, the members of the columns are its categories.
    case crossTabulation(BilingualText)
    /// The total of each row of a cross-tabulation.
    case rowTotals(BilingualText)
    /// The total of each column of a cross-tabulation.
    case columnTotals(BilingualText)
    /// A heat map of a cross-tabulation of one measure.
    case heat(BilingualText)
    /// Some measures of a list, in columns beside each other.
    case measures([String], BilingualText)
    /// A measure of a list of states, on a map of the six states.
    case map([String], BilingualText)
}

extension TableBuilder {
    /// The largest number of periods drawn as columns; more are drawn as lines.
    private static let mostColumns = 6
    /// The largest number of periods of one series drawn as columns.
    private static let mostUpright = 8
    /// The largest number of parts of a stacked bar whose colours can be told apart.
    private static let mostParts = 8
    /// The largest number of columns of a heat map.
    private static let mostShadedColumns = 10
    /// The largest number of rows of a heat map.
    private static let mostShadedRows = 24
    /// The largest number of series between two periods.
    private static let mostSlopes = 10

    /// Those of the pictures that can be drawn.
    func charts(_ pictures: [Picture], of grid: Grid) -> [Chart] {
        pictures.compactMap { picture in
            // Nobody asked for these pictures by name: one that cannot be drawn is not missed.
            do throws(ChartObstacle) { return try chart(picture, of: grid) } catch { return nil }
        }
    }

    /// The chart of a table.
    ///
    /// - Throws: ``ChartObstacle`` if it would have too few or too many categories, or no numbers.
    func chart(_ picture: Picture, of grid: Grid) throws(ChartObstacle) -> Chart {
        let labels = grid.columns.prefix { !$0.isNumeric }.count
        let keys = grid.columns.contains { $0.isTotal } ? rowMembers : listedMembers
        func hasFigure(_ row: Int) -> Bool { grid.rows[row].cells.contains { ($0.number ?? 0) != 0 } }
        guard let rows = shown(keys, in: 0, offset: 0, hasFigure: hasFigure) else { throw .ofNothing }
        func columns() throws(ChartObstacle) -> ClosedRange<Int> {
            guard figures.count == 1 else { throw .ofSeveral }
            let columns = shown(columnMembers, in: summary.rowCount, offset: labels) { index in
                grid.rows.contains { ($0.cells[labels + index].number ?? 0) != 0 }
            }
            guard let columns else { throw .ofNothing }
            return columns
        }
        switch picture {
        case .crossTabulation(let title):
            let columns = try columns()
            guard columns.count <= Self.mostColumns || hasTimeInColumns else {
                return try chart(.heat(title), of: grid)
            }
            let count = columns.count + emptyCount(.rows, rows, columns, grid)
            let isOfTwo = hasTimeInColumns && count == 2 && (2...Self.mostSlopes).contains(rows.count)
            let form: Chart.Form =
                count > Self.mostColumns
                ? .lines : isOfTwo && isComplete(rows, columns, in: grid) ? .slopes : .columns
            return try chart(
                title, of: summary.measures, form: form, series: .rows, rows: rows, columns: columns, in: grid)
        case .rowTotals(let title):
            let parts = try columns()
            guard let last = grid.columns.indices.last else { throw .ofNothing }
            if (2...Self.mostParts).contains(parts.count), grid.columns[last].addends.starts(with: parts),
                rows.count > 1, isComplete(rows, parts, in: grid)
            {
                return try chart(
                    title, of: summary.measures, form: .stackedBars, series: .columns, rows: rows, columns: parts,
                    in: grid)
            }
            return try chart(
                title, of: summary.measures,
                form: form(of: summary.dimensions.first, rows.count + emptyCount(.columns, rows, last...last, grid)),
                series: .columns, rows: rows, columns: last...last, in: grid)
        case .columnTotals(let title):
            let columns = try columns()
            guard let last = grid.rows.indices.last else { throw .ofNothing }
            if (2...Self.mostParts).contains(rows.count), grid.rows[last].addends.starts(with: rows),
                grid.rows[last].additiveColumns.isSuperset(of: columns), columns.count > 1,
                isComplete(rows, columns, in: grid)
            {
                return try chart(
                    title, of: summary.measures, form: .stackedBars, series: .rows, rows: rows, columns: columns,
                    in: grid)
            }
            return try chart(
                title, of: summary.measures,
                form: form(of: columnDimensions.first, columns.count + emptyCount(.rows, last...last, columns, grid)),
                series: .rows, rows: last...last, columns: columns, in: grid)
        case .heat(let title):
            // What is not known would set the scale.
            let (rows, columns) = try (
                known(rows) { grid.rows[$0].isUnknown }, known(columns()) { grid.columns[$0].isOfUnknown }
            )
            guard rows.count <= Self.mostShadedRows else { throw .ofMany(rows.count, most: Self.mostShadedRows) }
            guard columns.count <= Self.mostShadedColumns else {
                throw .ofMany(columns.count, most: Self.mostShadedColumns)
            }
            guard !hasTimeInColumns, rows.count >= 3 else { throw .ofOne }
            let measure = language.inSentence(valueTitle(of: summary.measures))
            return Chart(
                title: language.fill(title(language), ["measure": measure]), unit: unit(of: summary.measures),
                categoryTitle: columnTitle, form: .heat,
                series: .rows, rows: rows, columns: columns, remark: remark(rows, columns, of: grid),
                source: self.names.source)
        case .measures(let ids, let title):
            let drawn = grid.columns.indices.filter { ids.contains(grid.columns[$0].id) }
            guard let first = drawn.first, let last = drawn.last, last - first == drawn.count - 1 else { throw .apart }
            guard let rows = withoutIdleEnds(rows, drawn, of: grid) else { throw .ofNothing }
            let measures = summary.measures.filter { ids.contains($0.id) }
            let count = rows.count + emptyCount(.columns, rows, first...last, grid)
            var form = form(of: summary.dimensions.first, count)
            if form == .bars, drawn.count == 2, isComplete(rows, first...last, in: grid) { form = .dots }
            return try chart(
                title, of: measures, form: form, series: .columns, rows: rows, columns: first...last, in: grid)
        case .map(let ids, let title):
            var chart = try chart(.measures(ids, title), of: grid)
            let rows = known(chart.rows) { grid.rows[$0].isUnknown }
            let codes = rows.map { keys[$0][0].code }
            let outlined = Set(GulfState.builtIn.map(\.code))
            // A state that has no outline would be left out.
            guard Self.areOfMaps(summary.dimensions), outlined.isSuperset(of: codes),
                let measure = summary.measures.first(where: { ids.contains($0.id) }), isQuantity(measure)
            else { return chart }
            (chart.form, chart.places, chart.rows, chart.orderOfRows) = (.map, codes, rows, nil)
            addAbsentPlaces(to: &chart, outlined)
            chart.remark = remark(rows, chart.columns, of: grid)
            return chart
        }
    }

    /// Whether rows over these dimensions can stand on a map.
    private static func areOfMaps(_ dimensions: [Dimension]) -> Bool { dimensions.map(\.id) == ["state"] }

    /// How one series over a dimension is drawn.
    private func form(of dimension: Dimension?, _ count: Int) -> Chart.Form {
        dimension?.isTime == true ? (count <= Self.mostUpright ? .columns : .lines) : .bars
    }

    /// How many periods without records lie between the categories of a chart.
    private func emptyCount(
        _ series: Chart.Series, _ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>, _ grid: Grid
    ) -> Int {
        emptyPeriods(series, rows: rows, columns: columns, in: grid).values.reduce(0) { $0 + $1.count }
    }

    /// The charts of a table whose request names none.
    ///
    /// A cross-tabulation with time in its columns is drawn by period, any other as a heat map, or as its row totals where that
    /// would be too large. Of a list, the first measure is drawn; one measure of states is drawn on a map. The first that can be
    /// drawn is the one.
    func usualPictures(_ layout: Layout) -> [Picture] {
        let measures = Array(summary.measures.prefix(1))
        func title(_ dimensions: [Dimension]) -> BilingualText {
            BilingualText(
                en: self.title(of: measures, by: dimensions, .en), ar: self.title(of: measures, by: dimensions, .ar))
        }
        switch layout {
        case .wide where hasTimeInColumns: return [.crossTabulation(title(summary.dimensions))]
        case .wide:
            return [
                .heat(title(summary.dimensions)), .rowTotals(title(Array(summary.dimensions.prefix(summary.rowCount)))),
            ]
        case .tidy where Self.areOfMaps(summary.dimensions) && figures.count == 1:
            return measures.map { .map([$0.id], title(summary.dimensions)) }
        case .tidy: return measures.map { .measures([$0.id], title(summary.dimensions)) }
        }
    }

    private func chart(
        _ title: BilingualText, of measures: [Measure], form: Chart.Form, series: Chart.Series,
        rows: ClosedRange<Int>, columns: ClosedRange<Int>, in grid: Grid
    ) throws(ChartObstacle) -> Chart {
        if let obstacle = obstacle(series, rows: rows, columns: columns, in: grid) { throw obstacle }
        let names = language.list(measures.map { $0.heading(language) })
        var chart = Chart(
            title: language.fill(title(language), ["measure": names]), unit: unit(of: measures),
            categoryTitle: series == .rows ? columnTitle : "", valueTitle: valueTitle(of: measures), form: form,
            series: series, rows: rows, columns: columns, remark: remark(rows, columns, of: grid),
            source: self.names.source)
        chart.uppers = uppers(of: chart, in: grid)
        addPeriodsInPart(to: &chart, of: grid)
        if form == .columns || form == .lines {
            chart.emptyPeriods = emptyPeriods(series, rows: rows, columns: columns, in: grid)
            chart.figuresOfEmptyPeriods = figuresOfEmptyPeriods(series, rows: rows, columns: columns, in: grid)
        }
        try order(&chart, of: grid)
        if let measure = measures.first, measures.count == 1 { addHeadline(to: &chart, measure, of: grid) }
        return chart
    }

    /// A range without the unknown at its end, unless there is nothing else.
    private func known(_ range: ClosedRange<Int>, isUnknown: (Int) -> Bool) -> ClosedRange<Int> {
        isUnknown(range.upperBound) && range.count > 1 ? range.lowerBound...(range.upperBound - 1) : range
    }

    /// The rows without empty periods at both ends; nil if no row has a figure.
    ///
    /// A year that is still to come would look like a drop to 0.
    private func withoutIdleEnds(_ rows: ClosedRange<Int>, _ columns: [Int], of grid: Grid) -> ClosedRange<Int>? {
        guard summary.dimensions.first?.isTime == true else { return rows }
        let busy = rows.filter { row in
            columns.contains { !grid.rows[row].cells[$0].isNumber || grid.rows[row].cells[$0].number != 0 }
        }
        guard let first = busy.first, let last = busy.last else { return nil }
        return first...last
    }

    /// A note on rows and columns of the table that the chart leaves out: empty periods at the ends, and the unknown period.
    private func remark(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>, of grid: Grid) -> String {
        let labels = grid.columns.prefix { !$0.isNumeric }.count
        var left: [(name: String, figure: Cell?)] = []
        if rows.count > 1 || !grid.rows[rows.lowerBound].isTotal {
            for (index, row) in grid.rows.enumerated() where !row.isTotal && !rows.contains(index) {
                let name = row.cells.prefix(labels).map(\.text).filter { !$0.isEmpty }.joined(separator: " / ")
                left.append(
                    (
                        row.isUnknown ? named(name, rowTitle) : name,
                        columns.count == 1 ? row.cells[columns.lowerBound] : nil
                    ))
            }
        }
        if columns.count > 1, figures.count == 1, let total = grid.rows.last, total.isTotal {
            for (index, column) in grid.columns.enumerated()
            where column.isNumeric && !column.isTotal && !columns.contains(index) {
                left.append(
                    (column.isOfUnknown ? named(column.heading, columnTitle) : column.heading, total.cells[index]))
            }
        }
        guard !left.isEmpty else { return "" }
        let list = left.map { name, figure in figure?.count.map { "\(name) (\($0))" } ?? name }
        return language(ChartSentence.notDrawn, ["list": list.joined(separator: language(Phrase.listSemicolon))])
    }

    /// The unknown member of a dimension by the name of the dimension, too.
    private func named(_ unknown: String, _ dimension: String) -> String {
        language(ChartSentence.unknownOf, ["dimension": dimension, "name": unknown])
    }

    private func unit(of measures: [Measure]) -> String {
        measures.contains { $0.format == .money } ? language.currency(dataset.settings.currency) : ""
    }

    private func valueTitle(of measures: [Measure]) -> String {
        measures.count == 1 ? measures[0].heading(language) : ""
    }

    private var rowTitle: String {
        summary.dimensions.prefix(summary.rowCount).map { $0.heading(language) }.joined(separator: " / ")
    }

    /// The headings of the column dimensions.
    private var columnTitle: String { columnDimensions.map { $0.heading(language) }.joined(separator: " / ") }

    private var hasTimeInColumns: Bool { columnDimensions.contains(where: \.isTime) }
}
