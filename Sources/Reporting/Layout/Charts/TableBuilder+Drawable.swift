import Aggregation
import Support
import TrainingStats

/// Why a picture cannot be drawn.
enum ChartObstacle: Error, Hashable {
    case ofNothing, ofZeros, ofSeveral, ofOne, withGaps, apart
    case ofMany(Int, most: Int)

    /// The obstacle in words.
    func reason(_ language: Language) -> String {
        switch self {
        case .ofNothing: language(ChartSentence.chartOfNothing)
        case .ofZeros: language(ChartSentence.chartOfZeros)
        case .ofSeveral: language(ChartSentence.chartOfSeveral)
        case .ofOne: language(ChartSentence.chartOfOne)
        case .withGaps: language(ChartSentence.chartWithGaps)
        case .apart: language(ChartSentence.chartApart)
        case .ofMany(let count, let most):
            language(ChartSentence.chartOfMany, ["count": grouped(count), "most": grouped(most)])
        }
    }
}

/// What of a table can be drawn.
extension TableBuilder {
    /// What keeps these figures from being drawn; nil if nothing does.
    func obstacle(
        _ series: Chart.Series, rows: ClosedRange<Int>, columns: ClosedRange<Int>, in grid: Grid
    ) -> ChartObstacle? {
        let categories = series == .rows ? columns.count : rows.count
        if categories < 2 { return .ofOne }
        let numbers = rows.flatMap { row in columns.compactMap { grid.rows[row].cells[$0].number } }
        // A figure that is not there leaves a gap, but one figure alone is held against nothing.
        if numbers.count < 2 { return .withGaps }
        return numbers.allSatisfy { $0 == 0 } ? .ofZeros : nil
    }

    /// Whether every one of these cells is a number.
    func isComplete(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>, in grid: Grid) -> Bool {
        rows.allSatisfy { row in columns.allSatisfy { grid.rows[row].cells[$0].isNumber } }
    }

    /// The positions of the keys to draw, which lie together: no totals; the unknown member only if its dimension is not
    /// time and it has a figure.
    func shown(
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
