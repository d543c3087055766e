import Reporting

extension ChartDrawing {
    private static let least = 200.0
    private static let leading = 16.0
    /// The size by which names are measured: the one that stands out is bold.
    private static let boldSize = ChartStyle.wordSize * 1.1
    /// How far figures stand beside their points, and beside those whose neighbours push them away.
    private static let (near, far) = (7.0, 22.0)

    /// A line for each series from its figure in the first period to that in the second, where its name stands.
    mutating func drawSlopes() {
        let widestFigure = figures.labelWidth(size: ChartStyle.smallSize)
        let label = widestFigure + Self.far + 8
        let widest = figures.series.map { TextMeasure.width($0, size: Self.boldSize) }.max() ?? 0
        let name = min(widest + 4, room * 0.45)
        let (left, right) = (Self.margin + label, canvas.width - Self.margin - label - name)
        let names = figures.series.map {
            TextMeasure.lines($0, size: Self.boldSize, width: name, most: isNarrow ? 2 : 1)
        }
        let sizes = names.map { Double($0.count) * Self.leading }
        let range = figures.range
        let height = max(Self.least, sizes.reduce(0, +))
        let headings = zip(figures.categories, [left, right]).map { heading, x in
            let reach = 2 * min(x - Self.margin, canvas.width - Self.margin - x)
            return TextMeasure.lines(heading, size: ChartStyle.smallSize, width: reach, most: 2)
        }
        bottom += 14
        for (lines, x) in zip(headings, [left, right]) {
            canvas.text(lines, x: x, y: bottom, leading: 14, style: "c", anchor: .middle)
        }
        let top = bottom + 16 + Double((headings.map(\.count).max() ?? 1) - 1) * 14
        let scale = height / max(range.upperBound - range.lowerBound, .leastNormalMagnitude)
        func place(_ cell: Cell) -> Double { top + (range.upperBound - (cell.finite ?? 0)) * scale }
        let (before, after) = (figures.cells.map { place($0[0]) }, figures.cells.map { place($0[1]) })
        let isInPart = figures.isCategoryInPart.contains(true)
        let named = figures.series.indices.first { chart.highlight == figures.seriesPlaces[$0] }
        for x in [left, right] { canvas.line(x1: x, y1: top - 6, x2: x, y2: top + height + 6, style: "base") }
        for index in figures.series.indices {
            let style = colour(index, category: 0)
            let ends = [(x: left, y: before[index]), (x: right, y: after[index])]
            canvas.polyline(ends, style: style + (isInPart ? " part" : ""))
            for (category, end) in ends.enumerated() {
                canvas.dot(x: end.x, y: end.y, radius: 3, style: style + part(index, category))
            }
        }
        let within = top...(top + height)
        // Points at one place have one figure.
        let firsts = figures.series.indices.filter { index in before.firstIndex(of: before[index]) == index }
        let heightsBefore = Self.apart(
            firsts.map { before[$0] }, sizes: firsts.map { _ in Self.leading }, within: within)
        for (index, y) in zip(firsts, heightsBefore) {
            drawFigure(
                index, 0, from: (left, before[index]), to: y, side: -1,
                isBold: named.map { before[$0] == before[index] } == true)
        }
        for (index, y) in Self.apart(after, sizes: sizes, within: within).enumerated() {
            drawFigure(index, 1, from: (right, after[index]), to: y, side: 1, isBold: named == index)
            let first = y + 4 - Double(names[index].count - 1) * Self.leading / 2
            canvas.text(
                names[index], x: right + label, y: first, leading: Self.leading, style: named == index ? "b" : "w")
        }
        bottom = top + height + 8
        drawAxisTitle()
    }

    /// A figure beside its point, with a line to it where it had to be moved.
    private mutating func drawFigure(
        _ series: Int, _ category: Int, from point: (x: Double, y: Double), to y: Double, side: Double, isBold: Bool
    ) {
        let isMoved = abs(y - point.y) > 3
        if isMoved {
            canvas.line(
                x1: point.x + side * 5, y1: point.y, x2: point.x + side * (Self.far - 3), y2: y, style: "base")
        }
        let label = figures.label(series, category)
        canvas.group(figures.name(series: series, category: category)) { canvas in
            canvas.figure(
                label, x: point.x + side * (isMoved ? Self.far : Self.near), y: y + 4, anchor: side < 0 ? .end : .start,
                style: isBold ? "b" : "")
        }
    }

    /// Where the middles of labels of these sizes stand that shall be at these places: those that would lie on each other stand
    /// together around the middle of their places.
    private static func apart(_ places: [Double], sizes: [Double], within range: ClosedRange<Double>) -> [Double] {
        /// Labels without room between them.
        struct Cluster {
            var members: [Int]
            var size: Double
            /// The sum of where its upper edge would be for each of them to stand at its place.
            var sum: Double

            func top(_ range: ClosedRange<Double>) -> Double {
                max(range.lowerBound - 8, min(range.upperBound + 8 - size, sum / Double(members.count)))
            }
        }
        let order = places.indices.sorted { places[$0] == places[$1] ? $0 < $1 : places[$0] < places[$1] }
        var clusters: [Cluster] = []
        for index in order {
            var last = Cluster(members: [index], size: sizes[index], sum: places[index] - sizes[index] / 2)
            while let above = clusters.last, above.top(range) + above.size > last.top(range) {
                clusters.removeLast()
                last = Cluster(
                    members: above.members + last.members, size: above.size + last.size,
                    sum: above.sum + last.sum - Double(last.members.count) * above.size)
            }
            clusters.append(last)
        }
        var moved = places
        for cluster in clusters {
            var next = cluster.top(range)
            for index in cluster.members {
                moved[index] = next + sizes[index] / 2
                next += sizes[index]
            }
        }
        return moved
    }
}
