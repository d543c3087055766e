import Reporting

extension ChartDrawing {
    private static let least = 200.0
    private static let leading = 16.0

    /// A line for each series from its figure in the first period to that in the second, where its name stands.
    mutating func drawSlopes() {
        let label = figures.labelWidth(size: ChartStyle.smallSize) + 10
        let widest = figures.series.map { TextMeasure.width($0, size: ChartStyle.wordSize) }.max() ?? 0
        let name = min(widest + 4, room * 0.45)
        let (left, right) = (Self.margin + label, canvas.width - Self.margin - label - name)
        let range = figures.range
        let height = max(Self.least, Double(figures.series.count) * Self.leading)
        bottom += 14
        for (heading, x) in zip(figures.categories, [left, right]) {
            canvas.text(heading, x: x, y: bottom, style: "c", anchor: .middle)
        }
        let top = bottom + 16
        let scale = height / max(range.upperBound - range.lowerBound, .leastNormalMagnitude)
        func place(_ cell: Cell) -> Double { top + (range.upperBound - (cell.finite ?? 0)) * scale }
        let heights = figures.categories.indices.map { period in
            Self.apart(figures.cells.map { place($0[period]) }, by: Self.leading, within: top...(top + height))
        }
        for x in [left, right] { canvas.line(x1: x, y1: top - 6, x2: x, y2: top + height + 6, style: "base") }
        for (index, cells) in figures.cells.enumerated() {
            let isNamed = chart.highlight == figures.seriesPlaces[index]
            let ends = [left, right]
            canvas.path(zip(ends, cells).map { ($0, place($1)) }, style: colour(index, category: 0))
            for (category, (x, cell)) in zip(ends, cells).enumerated() {
                let y = heights[category][index] + 4
                let title = figures.name(series: index, category: category, cell: cell, in: language)
                canvas.group(title) { canvas in
                    canvas.figure(
                        cell, x: category == 0 ? x - 7 : x + 7, y: y, anchor: category == 0 ? .end : .start,
                        style: isNamed ? "b" : "")
                }
            }
            canvas.text(
                TextMeasure.lines(figures.series[index], size: ChartStyle.wordSize, width: name, most: 1),
                x: right + label, y: heights[heights.count - 1][index] + 4, leading: 0, style: isNamed ? "b" : "w")
        }
        bottom = top + height + 8
        drawAxisTitle()
    }

    /// Places moved as little as it takes for any two to be some distance apart.
    private static func apart(_ places: [Double], by distance: Double, within range: ClosedRange<Double>) -> [Double] {
        let order = places.indices.sorted { places[$0] == places[$1] ? $0 < $1 : places[$0] < places[$1] }
        var moved = places
        var next = range.lowerBound
        for index in order {
            moved[index] = max(places[index], next)
            next = moved[index] + distance
        }
        // Those pushed out at the foot push the ones above them back.
        var last = range.upperBound
        for index in order.reversed() {
            moved[index] = min(moved[index], last)
            last = moved[index] - distance
        }
        return moved
    }
}
