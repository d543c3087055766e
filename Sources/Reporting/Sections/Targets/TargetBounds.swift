import Aggregation

extension TargetProgress.Bounds {
    /// What the answers to a question leave open of their first measure.
    ///
    /// Records that can belong, and do not say so, are among those of `possible`; those that count, and may not belong, are not
    /// among those of `certain`.
    init(of summary: Summary, possible: Summary, certain: Summary) {
        let figures = [summary, possible, certain].map { $0.total.values[0] }
        let records = [summary, possible, certain].map { $0.gaps.first?.records ?? 0 }
        gaps = possible.gaps.first ?? FigureGaps()
        undecided = abs(records[1] - records[0]) + abs(records[0] - records[2])
        let canBelong = records[1] != records[0] || figures[1] != figures[0]
        let mayNotBelong = records[2] != records[0] || figures[2] != figures[0]
        // More records make a count larger; a rate becomes larger or smaller.
        let grows = summary.measures[0].growsWithRecords
        isOpenAbove = gaps.isOpenAbove || !grows && (canBelong || mayNotBelong)
        isOpenBelow = gaps.isOpenBelow || mayNotBelong || !grows && canBelong
        guard case .count(let most) = figures[1], case .count(let least) = figures[0] else {
            isOpenAbove = isOpenAbove || canBelong
            return
        }
        let greatest = (possible.upperBound(of: 0, in: possible.total) ?? most) + (gaps.mostAbove ?? 0)
        if greatest > least { self.most = greatest }
    }
}
