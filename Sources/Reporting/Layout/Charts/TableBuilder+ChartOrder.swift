import Aggregation
import Support

/// Which rows and columns of a chart are drawn, and in which order.
extension TableBuilder {
    /// The largest number of bars, and of panels, with which a chart can still be read.
    private static let (mostBars, mostPanels) = (20, 12)
    /// How many bars are drawn of a longer list.
    private static let barsOfLongList = 15

    /// Lets bars stand in the order of their figures, the largest first and the unknown last, where their members have no order of
    /// their own; of many bars or panels only the largest are drawn, and the remark says so.
    ///
    /// - Throws: ``ChartObstacle`` if there are too many that have an order of their own.
    func order(_ chart: inout Chart, of grid: Grid) throws(ChartObstacle) {
        switch chart.form {
        case .bars, .stackedBars, .dots:
            let dimension = chart.series == .columns ? summary.dimensions.first : columnDimensions.first
            let isRanked = chart.series == .columns && ranking != nil
            let sorts = isUnordered(dimension) && !isRanked
            var places = Array(chart.series == .columns ? chart.rows : chart.columns)
            if sorts { places = sorted(places, chart, grid) }
            if places.count > Self.mostBars {
                guard sorts || isRanked else { throw .ofMany(places.count, most: Self.mostBars) }
                let known = places.filter { !isUnknown($0, chart, grid) }
                places =
                    cut(known, to: Self.barsOfLongList, &chart, grid) + places.filter { isUnknown($0, chart, grid) }
            } else if !sorts {
                return
            }
            if chart.series == .columns { chart.orderOfRows = places } else { chart.orderOfColumns = places }
        case .columns, .lines:
            guard chart.series == .rows, chart.rows.count > Self.mostPanels else { return }
            let unknown = chart.rows.filter { grid.rows[$0].isUnknown }
            let known = chart.rows.filter { !unknown.contains($0) }
            let largest = known.sorted { sum($0, chart, grid) > sum($1, chart, grid) }
            chart.orderOfRows = cut(largest, to: Self.mostPanels, &chart, grid) + unknown
        case .slopes, .heat, .map: return
        }
    }

    /// Whether the members of a dimension have no order of their own, as parts of the calendar and bands have.
    private func isUnordered(_ dimension: Dimension?) -> Bool {
        guard let dimension, !dimension.isTime else { return false }
        if case .band = dimension.rule { return false }
        return dimension.periodKind == nil
    }

    /// Categories by their figures; equal ones as they stand.
    private func sorted(_ places: [Int], _ chart: Chart, _ grid: Grid) -> [Int] {
        let keys = places.map { (place: $0, isUnknown: isUnknown($0, chart, grid), sum: sum($0, chart, grid)) }
        return keys.sorted { left, right in
            if left.isUnknown != right.isUnknown { return right.isUnknown }
            return left.sum == right.sum ? left.place < right.place : left.sum > right.sum
        }.map(\.place)
    }

    private func isUnknown(_ place: Int, _ chart: Chart, _ grid: Grid) -> Bool {
        chart.series == .columns ? grid.rows[place].isUnknown : grid.columns[place].isOfUnknown
    }

    /// The figures of a category, or of a row that is a series, together; those that there are not come last.
    private func sum(_ place: Int, _ chart: Chart, _ grid: Grid) -> Double {
        let isRow = chart.series == .columns || chart.form == .columns || chart.form == .lines
        let cells =
            isRow ? chart.columns.map { grid.rows[place].cells[$0] } : chart.rows.map { grid.rows[$0].cells[place] }
        let numbers = cells.compactMap(\.number).filter(\.isFinite)
        return numbers.isEmpty ? -.infinity : numbers.reduce(0, +)
    }

    /// The first of some places, with a remark on the others.
    private func cut(_ places: [Int], to most: Int, _ chart: inout Chart, _ grid: Grid) -> [Int] {
        guard places.count > most else { return places }
        let isRanked = chart.series == .columns && ranking != nil
        let words = language(
            isRanked ? ChartSentence.drawnFirst : .drawnLargest,
            ["shown": grouped(most), "count": grouped(places.count)])
        chart.isCut = true
        chart.remark = [words, together(places.dropFirst(most), chart, grid), chart.remark].filter { !$0.isEmpty }
            .joined(separator: " ")
        return Array(places.prefix(most))
    }

    /// What the rows that are not drawn come to together, if their figures add up.
    private func together(_ rows: ArraySlice<Int>, _ chart: Chart, _ grid: Grid) -> String {
        guard chart.series == .columns, chart.columns.count == 1, let total = grid.rows.last, total.isTotal,
            total.additiveColumns.contains(chart.columns.lowerBound)
        else { return "" }
        let cells = rows.map { grid.rows[$0].cells[chart.columns.lowerBound] }
        guard let figure = Self.sum(cells) else { return "" }
        return language(ChartSentence.othersTogether, ["figure": figure])
    }

    /// Exact figures together, in words; nil where one of them is not exact.
    private static func sum(_ cells: [Cell]) -> String? {
        let counts = cells.compactMap(\.wholeNumber)
        if counts.count == cells.count { return grouped(counts.reduce(0, +)) }
        var sum = ExactDecimal.zero
        for cell in cells {
            guard case .decimal(let number, _) = cell.unmarked else { return nil }
            sum += number
        }
        return grouped(sum)
    }
}
