import Aggregation
import Support
import TrainingStats

/// Which picture a table gives; the text is its title, `{measure}` the heading of what is drawn.
enum Picture: Hashable, Sendable {
    /// A cross-tabulation of one measure: each row a series over the members of the columns.
    case crossTabulation(BilingualText)
    /// The total of each row of a cross-tabulation.
    case rowTotals(BilingualText)
    /// The total of each column of a cross-tabulation.
    case columnTotals(BilingualText)
    /// A cross-tabulation of one measure as a table shaded by its figures.
    case heat(BilingualText)
    /// Some measures of a list, which stand side by side.
    case measures([String], BilingualText)
}

extension TableBuilder {
    /// The most categories that a picture can hold and still be read.
    private static let mostCategories = 24
    /// The most periods that stand side by side; more are joined by lines.
    private static let mostColumns = 6
    /// The most categories that stand upright; more lie.
    private static let mostUpright = 8
    /// The most parts of a bar that colours tell apart.
    private static let mostParts = 8
    /// The most columns of a shaded table.
    private static let mostShadedColumns = 10

    /// The picture of a table, or nil where there is too little or too much for one.
    func chart(_ picture: Picture, of grid: Grid) -> Chart? {
        let labels = grid.columns.prefix { !$0.isNumeric }.count
        let keys = grid.columns.contains { $0.isTotal } ? rowMembers : listedMembers
        func hasFigure(_ row: Int) -> Bool { grid.rows[row].cells.contains { ($0.number ?? 0) != 0 } }
        guard let rows = shown(keys, in: 0, offset: 0, hasFigure: hasFigure) else { return nil }
        func columns() -> ClosedRange<Int>? {
            shown(columnMembers, in: summary.rowCount, offset: labels) { index in
                grid.rows.contains { ($0.cells[labels + index].number ?? 0) != 0 }
            }
        }
        switch picture {
        case .crossTabulation(let title):
            guard figures.count == 1, let columns = columns() else { return nil }
            let form: Chart.Form = columns.count > Self.mostColumns ? .lines : .columns
            return chart(title, of: summary.measures, form: form, series: .rows, rows: rows, columns: columns, in: grid)
        case .rowTotals(let title):
            guard figures.count == 1, let last = grid.columns.indices.last else { return nil }
            if let parts = columns(), (2...Self.mostParts).contains(parts.count),
                grid.columns[last].addends.starts(with: parts),
                let chart = chart(
                    title, of: summary.measures, form: .stackedBars, series: .columns, rows: rows, columns: parts,
                    in: grid)
            {
                return chart
            }
            return chart(
                title, of: summary.measures, form: .bars, series: .columns, rows: rows, columns: last...last, in: grid)
        case .columnTotals(let title):
            guard figures.count == 1, let columns = columns(), let last = grid.rows.indices.last else { return nil }
            if (2...Self.mostParts).contains(rows.count), grid.rows[last].addends.starts(with: rows),
                grid.rows[last].additiveColumns.isSuperset(of: columns),
                let chart = chart(
                    title, of: summary.measures, form: .stackedBars, series: .rows, rows: rows, columns: columns,
                    in: grid)
            {
                return chart
            }
            return chart(
                title, of: summary.measures, form: .bars, series: .rows, rows: last...last, columns: columns, in: grid)
        case .heat(let title):
            guard let columns = columns(), figures.count == 1, !hasTimeInColumns,
                columns.count <= Self.mostShadedColumns,
                (3...Self.mostCategories).contains(rows.count)
            else { return nil }
            let measure = language.inSentence(valueTitle(of: summary.measures))
            return Chart(
                title: language.fill(title(language), ["measure": measure]), unit: unit(of: summary.measures),
                categoryTitle: columnTitle, form: .heat,
                series: .rows, rows: rows, columns: columns, source: source)
        case .measures(let ids, let title):
            let drawn = grid.columns.indices.filter { ids.contains(grid.columns[$0].id) }
            guard let first = drawn.first, let last = drawn.last, last - first == drawn.count - 1,
                let rows = withoutIdleEnds(rows, drawn, of: grid)
            else { return nil }
            let measures = summary.measures.filter { ids.contains($0.id) }
            let isOfTime = summary.dimensions.first?.isTime == true
            let form: Chart.Form = isOfTime && rows.count <= Self.mostUpright ? .columns : isOfTime ? .lines : .bars
            return chart(title, of: measures, form: form, series: .columns, rows: rows, columns: first...last, in: grid)
        }
    }

    /// The pictures of a table that nobody has chosen any for: periods side by side, else the totals of its rows and a shaded
    /// table; of a list its first measure.
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
                .rowTotals(title(Array(summary.dimensions.prefix(summary.rowCount)))), .heat(title(summary.dimensions)),
            ]
        case .tidy: return measures.map { .measures([$0.id], title(summary.dimensions)) }
        }
    }

    private func chart(
        _ title: BilingualText, of measures: [Measure], form: Chart.Form, series: Chart.Series,
        rows: ClosedRange<Int>, columns: ClosedRange<Int>, in grid: Grid
    ) -> Chart? {
        let categories = series == .rows ? columns.count : rows.count
        // Programs draw a word as 0.
        let isComplete = rows.allSatisfy { row in columns.allSatisfy { grid.rows[row].cells[$0].isNumber } }
        guard isComplete, (2...Self.mostCategories).contains(categories) else { return nil }
        let names = language.list(measures.map { $0.heading(language) })
        return Chart(
            title: language.fill(title(language), ["measure": names]), unit: unit(of: measures),
            categoryTitle: series == .rows ? columnTitle : "", valueTitle: valueTitle(of: measures), form: form,
            series: series, rows: rows, columns: columns, remark: remark(rows, columns, of: grid), source: source)
    }

    /// The rows without periods before the first one and after the last one that have a figure: a year that is still to come is
    /// no low.
    private func withoutIdleEnds(_ rows: ClosedRange<Int>, _ columns: [Int], of grid: Grid) -> ClosedRange<Int>? {
        guard summary.dimensions.first?.isTime == true else { return rows }
        let busy = rows.filter { row in
            columns.contains { !grid.rows[row].cells[$0].isNumber || grid.rows[row].cells[$0].number != 0 }
        }
        guard let first = busy.first, let last = busy.last else { return nil }
        return first...last
    }

    /// What is not drawn though the table has it: periods at the ends, and what falls in no known period.
    private func remark(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>, of grid: Grid) -> String {
        let labels = grid.columns.prefix { !$0.isNumeric }.count
        var left: [(name: String, figure: Cell?)] = []
        if rows.count > 1 || !grid.rows[rows.lowerBound].isTotal {
            for (index, row) in grid.rows.enumerated() where !row.isTotal && !rows.contains(index) {
                let name = row.cells.prefix(labels).map(\.text).filter { !$0.isEmpty }.joined(separator: " / ")
                left.append((name, columns.count == 1 ? row.cells[columns.lowerBound] : nil))
            }
        }
        if columns.count > 1, figures.count == 1, let total = grid.rows.last, total.isTotal {
            for (index, column) in grid.columns.enumerated()
            where column.isNumeric && !column.isTotal && !columns.contains(index) {
                left.append((column.heading, total.cells[index]))
            }
        }
        guard !left.isEmpty else { return "" }
        let list = left.map { name, figure in figure?.count.map { "\(name) (\($0))" } ?? name }
        return language(Sentence.notDrawn, ["list": list.joined(separator: language(Phrase.listSemicolon))])
    }

    /// What the records are, as the dataset says it.
    private var source: String {
        dataset.settings.title.map { language(Sentence.dataOfChart, ["dataset": $0(language)]) } ?? ""
    }

    private func unit(of measures: [Measure]) -> String {
        measures.contains { $0.format == .money } ? language.currency(dataset.settings.currency) : ""
    }

    private func valueTitle(of measures: [Measure]) -> String {
        measures.count == 1 ? measures[0].heading(language) : ""
    }

    private var columnDimensions: ArraySlice<Dimension> { summary.dimensions.dropFirst(summary.rowCount) }

    /// What the columns of a cross-tabulation are.
    private var columnTitle: String { columnDimensions.map { $0.heading(language) }.joined(separator: " / ") }

    private var hasTimeInColumns: Bool { columnDimensions.contains(where: \.isTime) }

    /// The run of keys worth drawing: no totals, and the unknown at the end only where it is no time and has a figure.
    private func shown(
        _ keys: [[Summary.Member]], in dimension: Int, offset: Int, hasFigure: (Int) -> Bool
    ) -> ClosedRange<Int>? {
        let isTime = summary.dimensions.indices.contains(dimension) && summary.dimensions[dimension].isTime
        let drawn = keys.indices.filter { index in
            guard !keys[index].contains(.total) else { return false }
            return !keys[index].contains(.unknown) || (!isTime && hasFigure(index))
        }
        guard let first = drawn.first, let last = drawn.last, last - first == drawn.count - 1 else { return nil }
        return (offset + first)...(offset + last)
    }
}
