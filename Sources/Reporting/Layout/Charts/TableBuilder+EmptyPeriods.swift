import Aggregation
import Support

/// The periods without records on an axis of time, which the table does not have.
extension TableBuilder {
    /// Their names, by the row or column before which they lie.
    func emptyPeriods(
        _ series: Chart.Series, rows: ClosedRange<Int>, columns: ClosedRange<Int>, in grid: Grid
    ) -> [Int: [String]] {
        let labels = grid.columns.prefix { !$0.isNumeric }.count
        let isByRows = series == .columns
        let dimensions = isByRows ? Array(summary.dimensions.prefix(labels)) : columnDimensions
        guard dimensions.count == 1, dimensions[0].periodKind != nil else { return [:] }
        let keys = isByRows ? (labels == summary.dimensions.count ? listedMembers : rowMembers) : columnMembers
        let places = isByRows ? rows : (columns.lowerBound - labels)...(columns.upperBound - labels)
        guard keys.indices.contains(places.lowerBound), keys.indices.contains(places.upperBound) else { return [:] }
        let between = dataset.periodsBetween(keys[places].map { $0[0].code }, of: dimensions[0])
        let first = isByRows ? rows.lowerBound : columns.lowerBound
        return Dictionary(
            uniqueKeysWithValues: between.map { place, codes in
                (first + place, codes.map { names(code: $0, of: dimensions[0]) })
            })
    }

    /// What the figures are of a period without records, by the row or column that is the series.
    ///
    /// What is made of other figures, such as a running total, has none there.
    func figuresOfEmptyPeriods(
        _ series: Chart.Series, rows: ClosedRange<Int>, columns: ClosedRange<Int>, in grid: Grid
    ) -> [Int: Cell] {
        let labels = grid.columns.prefix { !$0.isNumeric }.count
        func figure(_ place: Int) -> Cell {
            let measure = figures[series == .rows ? 0 : (place - labels) % figures.count].measure
            guard measure.derivedFrom == nil else { return .notApplicable }
            return summary.absentValue(of: measure, at: []).cell(measure, currency: dataset.settings.currency)
        }
        return Dictionary(
            uniqueKeysWithValues: (series == .rows ? rows : columns).map { ($0, figure($0)) })
    }
}
