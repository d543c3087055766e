import Aggregation
import Support

/// What a chart shows, in a sentence that its figures prove.
extension TableBuilder {
    /// A figure that can come first.
    private struct Candidate {
        let place: Int
        let name: String
        let figure: Cell
        let number: Double
    }

    /// Adds the sentence on what comes first.
    ///
    /// Somebody comes first only by more than all that is not known, which could be anybody's, and by more than open figures
    /// can be. Of rates, which no unknown could be added to, nothing is said where some are not known; of periods nothing where
    /// one is known in part; and nothing of a measure whose values records leave blank.
    func addHeadline(to chart: inout Chart, _ measure: Measure, of grid: Grid) {
        guard isStated(measure) else { return }
        switch chart.form {
        case .slopes: chart.headline = largestRise(&chart, measure, of: grid)
        case .bars, .map: chart.headline = leader(&chart, measure, of: grid)
        case .columns, .lines:
            guard chart.rows.count == 1 || chart.columns.count == 1 else {
                guard let last = grid.columns.indices.last, grid.columns[last].isTotal else { return }
                // Of many panels, that with the largest total.
                var totals = chart
                (totals.series, totals.columns) = (.columns, last...last)
                chart.headline = leader(&totals, measure, of: grid)
                chart.highlight = totals.highlight
                return
            }
            chart.headline = highestPeriod(&chart, measure, of: grid)
        case .stackedBars, .dots, .heat: return
        }
    }

    private func leader(_ chart: inout Chart, _ measure: Measure, of grid: Grid) -> KeyFigures.Statement? {
        guard let first = first(of: chart, measure, in: grid) else { return nil }
        chart.highlight = first.place
        if let total = total(for: chart, of: grid), total > 0 {
            return KeyFigures.Statement(
                language(ChartSentence.leaderByShare, ["name": first.name]), [("SHARE", .share(first.number / total))])
        }
        return KeyFigures.Statement(
            language(isQuantity(measure) ? ChartSentence.leaderByFigure : .highest, ["name": first.name]),
            [("FIGURE", first.figure)])
    }

    private func highestPeriod(_ chart: inout Chart, _ measure: Measure, of grid: Grid) -> KeyFigures.Statement? {
        guard chart.rowsInPart.isEmpty, chart.columnsInPart.isEmpty, let first = first(of: chart, measure, in: grid)
        else { return nil }
        chart.highlight = first.place
        return KeyFigures.Statement(
            language(ChartSentence.highestPeriod, ["name": first.name]), [("FIGURE", first.figure)])
    }

    private func largestRise(_ chart: inout Chart, _ measure: Measure, of grid: Grid) -> KeyFigures.Statement? {
        guard isQuantity(measure), chart.columnsInPart.isEmpty, chart.uppers.isEmpty else { return nil }
        let (before, after) = (chart.columns.lowerBound, chart.columns.upperBound)
        func number(_ row: Int, _ column: Int) -> Double { grid.rows[row].cells[column].number ?? 0 }
        let known = chart.rows.filter { !grid.rows[$0].isUnknown && rowMembers[$0].first != .other }
        let rises = known.map { (row: $0, rise: number($0, after) - number($0, before)) }.sorted { $0.rise > $1.rise }
        let unknown = grid.rows.indices.filter { grid.rows[$0].isUnknown && !grid.rows[$0].isTotal }
            .reduce(0) { $0 + number($1, before) + number($1, after) }
        guard rises.count > 1, rises[0].rise > 0, rises[0].rise - rises[1].rise > unknown else { return nil }
        let row = grid.rows[rises[0].row]
        chart.highlight = rises[0].row
        return KeyFigures.Statement(
            language(ChartSentence.largestRise, ["name": name(of: row, in: grid)]),
            [("BEFORE", row.cells[before]), ("AFTER", row.cells[after])])
    }

    /// The category with the largest figure, if it is larger than any other by more than is not known.
    private func first(of chart: Chart, _ measure: Measure, in grid: Grid) -> Candidate? {
        let isByRows = chart.series == .columns
        let line = isByRows ? chart.columns.lowerBound : chart.rows.lowerBound
        func cell(_ place: Int) -> Cell { isByRows ? grid.rows[place].cells[line] : grid.rows[line].cells[place] }
        let bounds = ChartBounds(self, of: grid)
        func most(_ place: Int) -> Double? {
            (isByRows ? bounds.upper(place, line) : bounds.upper(line, place))?.number ?? cell(place).number
        }
        let all = (isByRows ? Array(grid.rows.indices) : Array(grid.columns.indices)).filter {
            isByRows ? !grid.rows[$0].isTotal : grid.columns[$0].isNumeric && !grid.columns[$0].isTotal
        }
        let unknown = all.filter { isByRows ? grid.rows[$0].isUnknown : grid.columns[$0].isOfUnknown }
        let known = (isByRows ? chart.rows : chart.columns).filter { !unknown.contains($0) }
        // Where members are put together, whoever is among them is not told apart.
        let hasOthers = summary.cells.contains { $0.members.contains(.other) }
        let candidates = known.compactMap { place in
            cell(place).number.map { number in
                Candidate(
                    place: place,
                    name: isByRows ? name(of: grid.rows[place], in: grid) : inWords(grid.columns[place].heading),
                    figure: cell(place), number: number)
            }
        }.sorted { $0.number > $1.number }
        guard candidates.count > 1, candidates.count == known.count, !hasOthers, candidates[0].number > 0 else {
            return nil
        }
        let doubt = unknown.map { most($0) ?? .infinity }.reduce(0, +)
        let first = candidates[0]
        guard isQuantity(measure) || unknown.isEmpty, most(first.place) == first.number,
            candidates.dropFirst().allSatisfy({ first.number - (most($0.place) ?? .infinity) > doubt })
        else { return nil }
        return first
    }

    /// The total of the categories of a chart of one series, if they add up to it.
    private func total(for chart: Chart, of grid: Grid) -> Double? {
        switch chart.series {
        case .columns:
            guard let row = grid.rows.last, row.isTotal, row.additiveColumns.contains(chart.columns.lowerBound) else {
                return nil
            }
            guard ChartBounds(self, of: grid).upper(grid.rows.count - 1, chart.columns.lowerBound) == nil else {
                return nil
            }
            return row.cells[chart.columns.lowerBound].number
        case .rows:
            guard let column = grid.columns.indices.last, !grid.columns[column].addends.isEmpty else { return nil }
            guard ChartBounds(self, of: grid).upper(chart.rows.lowerBound, column) == nil else { return nil }
            return grid.rows[chart.rows.lowerBound].cells[column].number
        }
    }

    /// Whether a figure is an amount of something, to which what is not known could be added.
    func isQuantity(_ measure: Measure) -> Bool { measure.format == .count || measure.additivity != .nowhere }

    private func name(of row: Grid.Row, in grid: Grid) -> String {
        let labels = grid.columns.prefix { !$0.isNumeric }.count
        return inWords(row.cells.prefix(labels).map(\.text).filter { !$0.isEmpty }.joined(separator: " / "))
    }

    /// A name within a sentence, kept in one piece where it is foreign.
    private func inWords(_ name: String) -> String {
        language.isRightToLeft && !name.hasArabic ? "\u{2068}\(name)\u{2069}" : name
    }
}
