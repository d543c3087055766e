import Reporting

extension ChartDrawing {
    private static let (mostLabelWidth, mostNarrowLabelWidth) = (210.0, 90.0)

    /// Where the bars of categories are.
    private struct Rows {
        /// The upper edge of each category.
        let tops: [Double]
        /// Where bars can start.
        let start: Double
    }

    /// The names of the categories at the side where reading starts, or over their bars where that leaves bars too little room.
    private mutating func drawCategories(height: Double, gap: Double) -> Rows {
        let size = ChartStyle.wordSize
        let widest = figures.categories.map { TextMeasure.width($0, size: size) }.max() ?? 0
        if isNarrow, widest > Self.mostNarrowLabelWidth {
            var tops: [Double] = []
            for name in figures.categories {
                let lines = TextMeasure.lines(name, size: size, width: room, most: 2)
                bottom += 17
                canvas.text(lines, x: Self.margin, y: bottom, leading: 15, style: "w")
                // Marks reach over the bars.
                bottom += Double(lines.count - 1) * 15 + (figures.kindsOfMarks.isEmpty ? 5 : 8)
                tops.append(bottom)
                bottom += height + 4
            }
            return Rows(tops: tops, start: Self.margin)
        }
        let width = min(Self.mostLabelWidth, max(widest, 40))
        let tops = figures.categories.indices.map { bottom + 4 + Double($0) * (height + gap) }
        for (name, top) in zip(figures.categories, tops) {
            let lines = TextMeasure.lines(name, size: size, width: width, most: 2)
            let y = top + height / 2 + 4.5 - Double(lines.count - 1) * 7.5
            canvas.text(lines, x: Self.margin + width, y: y, leading: 15, style: "w", anchor: .end)
        }
        return Rows(tops: tops, start: Self.margin + width + 8)
    }

    /// The title of the categories, over their names.
    private mutating func drawCategoryTitle() {
        guard !figures.categoryTitle.isEmpty else { return }
        bottom += 10
        canvas.text(
            TextMeasure.lines(figures.categoryTitle, size: ChartStyle.smallSize, width: canvas.width / 2, most: 1),
            x: Self.margin, y: bottom, leading: 0, style: "a")
        bottom += 8
    }

    /// A horizontal bar for each figure, the series of a category below each other.
    mutating func drawBars() {
        drawCategoryTitle()
        let series = figures.series.count
        let thickness = series == 1 ? 20.0 : 16.0
        let height = thickness * Double(series)
        let rows = drawCategories(height: height, gap: 12)
        let (tops, start) = (rows.tops, rows.start)
        let range = figures.range
        let widest = figures.labelWidth(size: ChartStyle.smallSize) + 8
        let room = canvas.width - Self.margin - start - widest - (range.lowerBound < 0 ? widest : 0)
        let scale = room / max(range.upperBound - range.lowerBound, .leastNormalMagnitude)
        let zero = start + (range.lowerBound < 0 ? widest - range.lowerBound * scale : 0)
        for (index, cells) in figures.cells.enumerated() {
            for category in cells.indices {
                let y = tops[category] + Double(index) * thickness
                let length = figures.length(index, category) * scale
                let upper = (figures.uppers[index][category]?.finite).map { $0 * scale } ?? length
                let style = series == 1 ? colour(index, category: category) : colour(index)
                let marks = figures.marks[index][category]
                // The figure stands behind marks that it would cover.
                let (label, part) = (figures.label(index, category), part(index, category))
                let end = marks.map { $0.value * scale }.sorted().reduce(upper) { end, place in
                    length >= 0 && place > end - 5 && place < end + widest ? max(end, place) : end
                }
                canvas.group(figures.name(series: index, category: category)) { canvas in
                    canvas.rectangle(
                        x: zero + min(0, length), y: y, width: abs(length), height: thickness - 1,
                        style: style + part)
                    if upper > length {
                        canvas.rectangle(
                            x: zero + length, y: y, width: upper - length, height: thickness - 1, style: style + " open"
                        )
                    }
                    for mark in marks {
                        let x = zero + mark.value * scale
                        for style in ["halo", Self.style(of: mark.kind)] {
                            canvas.line(x1: x, y1: y - 3, x2: x, y2: y + thickness + 2, style: style)
                        }
                    }
                    canvas.figure(
                        label, x: zero + end + (end < 0 ? -5 : 5), y: y + thickness / 2 + 4,
                        anchor: end < 0 ? .end : .start,
                        style: "")
                }
            }
        }
        bottom = (tops.last ?? bottom) + height + 4
        canvas.line(x1: zero, y1: (tops.first ?? bottom) - 4, x2: zero, y2: bottom, style: "base")
    }

    /// A bar for each category, made of the figures of all series, with the total at its end.
    mutating func drawStackedBars() {
        drawCategoryTitle()
        let thickness = 24.0
        let rows = drawCategories(height: thickness, gap: 12)
        let (tops, start) = (rows.tops, rows.start)
        let sums = figures.categories.indices.map { category in
            figures.cells.reduce(0) { $0 + max(0, $1[category].finite ?? 0) }
        }
        let label = figures.totals == nil ? 0 : figures.labelWidth(size: ChartStyle.smallSize, withTotals: true) + 8
        let room = canvas.width - Self.margin - start - label
        let scale = room / max(sums.max() ?? 0, .leastNormalMagnitude)
        for (category, top) in tops.enumerated() {
            var x = start
            for (index, cells) in figures.cells.enumerated() {
                let cell = cells[category]
                let width = max(0, cell.finite ?? 0) * scale
                guard width > 0 else { continue }
                let fits = figures.width(cell, size: ChartStyle.smallSize) + 6 <= width
                let style = colour(index) + part(index, category)
                let (words, place) = ("o\(index % ChartStyle.colours)", x)
                canvas.group(figures.name(series: index, category: category)) { canvas in
                    canvas.rectangle(x: place, y: top, width: max(width - 1, 0.5), height: thickness, style: style)
                    if fits {
                        canvas.figure(
                            cell, x: place + width / 2, y: top + thickness / 2 + 4, anchor: .middle, style: words)
                    }
                }
                x += width
            }
            if let total = figures.totals?[category] {
                canvas.figure(total, x: x + 5, y: top + thickness / 2 + 4, anchor: .start, style: "b")
            }
        }
        bottom = (tops.last ?? bottom) + thickness + 4
        canvas.line(x1: start, y1: (tops.first ?? bottom) - 4, x2: start, y2: bottom, style: "base")
    }

    /// Two dots for each category, the figure before and the figure after, joined by a line.
    ///
    /// Distances are drawn, and no lengths: they need not begin at 0.
    mutating func drawDots() {
        drawCategoryTitle()
        let rows = drawCategories(height: 20, gap: 10)
        let numbers = figures.all.compactMap(\.finite)
        let (least, greatest) = (numbers.min() ?? 0, numbers.max() ?? 0)
        let label = figures.labelWidth(size: ChartStyle.smallSize) + 11
        let left = rows.start + label
        let scale = (canvas.width - Self.margin - label - left) / max(greatest - least, .leastNormalMagnitude)
        for (category, top) in rows.tops.enumerated() {
            let cells = figures.cells.map { $0[category] }
            let places = cells.map { left + (($0.finite ?? least) - least) * scale }
            let (y, first) = (top + 10, places.min() ?? left)
            canvas.line(x1: first, y1: y, x2: places.max() ?? left, y2: y, style: "join")
            for (index, cell) in cells.enumerated() {
                // Of two figures at one place the one before stands on the near side.
                let isFirst = places[index] == first && (index == 0 || places[0] != first)
                let style = colour(index)
                canvas.group(figures.name(series: index, category: category)) { canvas in
                    canvas.dot(x: places[index], y: y, radius: 6, style: style)
                    canvas.figure(
                        cell, x: places[index] + (isFirst ? -10 : 10), y: y + 4, anchor: isFirst ? .end : .start,
                        style: index == 1 ? "b" : "")
                }
            }
        }
        bottom = (rows.tops.last ?? bottom) + 24
    }
}
