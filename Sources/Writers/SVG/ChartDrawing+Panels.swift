import Reporting

extension ChartDrawing {
    /// The most columns of several series that stand on one ground; more get a small panel for each series.
    private static let mostTogether = 12
    private static let gap = 20.0

    /// Whether all series share one ground, where colours tell them apart.
    var isOnePanel: Bool {
        guard chart.form == .columns, figures.series.count > 1 else { return false }
        return figures.series.count * figures.categories.count <= Self.mostTogether
            && slot(across: 1) / Double(figures.series.count) >= label
    }

    private var label: Double { figures.labelWidth(size: ChartStyle.smallSize) + 4 }

    private func panelWidth(across: Int) -> Double { (room - Double(across - 1) * Self.gap) / Double(across) }

    /// The room for a category.
    private func slot(across: Int) -> Double {
        panelWidth(across: across) / Double(max(1, figures.categories.count))
    }

    /// The width of the longest word among the names of the categories, which are not cut.
    private var longestWord: Double {
        figures.categories.flatMap { $0.split(separator: " ") }
            .map { TextMeasure.width(String($0), size: ChartStyle.smallSize) }.max() ?? 0
    }

    /// Whether every column has room for its figure and its name; one series without it is better drawn as bars.
    var columnsHaveRoom: Bool { figures.series.count > 1 || slot(across: 1) >= max(label, longestWord + 4) }

    /// Upright columns or joined points: on one ground, or one small panel for each series, all to the same scale.
    mutating func drawPanels(joined: Bool) {
        if figures.series.count == 1 || isOnePanel {
            drawPanel(
                Array(figures.cells.indices), x: Self.margin, y: bottom + 6, width: room, height: 210,
                joined: joined)
            bottom += 6 + 210
            drawAxisTitle()
            return
        }
        let across = panelsAcross(joined)
        let (width, height) = (panelWidth(across: across), joined ? 120.0 : 130.0)
        let top = bottom + 8
        let names = figures.series.map {
            TextMeasure.lines($0, size: ChartStyle.wordSize * 1.05, width: width, most: 2)
        }
        let head = Double(names.map(\.count).max() ?? 1) * 15 + 3
        let pitch = head + height + 22
        for (index, lines) in names.enumerated() {
            let x = Self.margin + Double(index % across) * (width + Self.gap)
            let y = top + Double(index / across) * pitch + head
            canvas.text(lines, x: x, y: y - 6 - Double(lines.count - 1) * 15, leading: 15, style: "b")
            drawPanel([index], x: x, y: y, width: width, height: height, joined: joined)
        }
        let rows = (figures.series.count + across - 1) / across
        bottom = top + Double(rows) * pitch - 22
        drawAxisTitle()
    }

    /// How many panels stand side by side: three where there is room, four where that spares a row.
    private func panelsAcross(_ joined: Bool) -> Int {
        func hasRoom(_ across: Int) -> Bool {
            slot(across: across) >= (joined ? (isNarrow ? 5 : 8) : max(label, longestWord + 4))
        }
        func rows(_ across: Int) -> Int { (figures.series.count + across - 1) / across }
        let fits = (isNarrow ? [2] : [3, 2]).first(where: hasRoom) ?? 1
        return min(fits == 3 && hasRoom(4) && rows(4) < rows(3) ? 4 : fits, figures.series.count)
    }

    mutating func drawAxisTitle() {
        guard !figures.categoryTitle.isEmpty else { return }
        bottom += 16
        canvas.text(
            TextMeasure.lines(figures.categoryTitle, size: ChartStyle.smallSize, width: room, most: 1),
            x: canvas.width / 2, y: bottom, leading: 0, style: "a", anchor: .middle)
    }

    /// One ground with its categories below.
    private mutating func drawPanel(
        _ series: [Int], x: Double, y: Double, width: Double, height: Double, joined: Bool
    ) {
        let slot = width / Double(max(1, figures.categories.count))
        let range = figures.range
        let lineCount = drawCategoryNames(x: x, y: y + height, width: width)
        // Room for figures above the highest mark, and below the lowest where there is one below 0.
        let (head, foot) = (18.0, Double(lineCount) * 14 + 6 + (range.lowerBound < 0 ? 16 : 0))
        let scale = (height - head - foot) / max(range.upperBound - range.lowerBound, .leastNormalMagnitude)
        let zero = y + head + range.upperBound * scale
        canvas.line(x1: x, y1: zero, x2: x + width, y2: zero, style: "base")
        for (place, index) in series.enumerated() {
            if joined {
                drawLine(index, x: x, slot: slot, zero: zero, lowest: y + height - foot + 16, scale: scale)
            } else {
                drawColumns(index, place: place, of: series.count, x: x, slot: slot, zero: zero, scale: scale)
            }
        }
    }

    private mutating func drawColumns(
        _ index: Int, place: Int, of count: Int, x: Double, slot: Double, zero: Double, scale: Double
    ) {
        let pitch = min(slot * 0.86, 64 * Double(count)) / Double(count)
        for (category, cell) in figures.cells[index].enumerated() {
            let height = (cell.finite ?? 0) * scale
            let center = x + (Double(category) + 0.5) * slot + (Double(place) - Double(count - 1) / 2) * pitch
            let style = count > 1 ? colour(place) : colour(index, category: category)
            let upper = (figures.uppers[index][category]?.finite).map { $0 * scale } ?? height
            let (label, part) = (figures.label(index, category), part(index, category))
            let marks = figures.marks[index][category]
            // The figure stands over marks that it would cover.
            let top = marks.map { $0.value * scale }.sorted().reduce(upper) { top, place in
                height >= 0 && place > top - 3 && place < top + 16 ? max(top, place) : top
            }
            let fits = slot / Double(count) >= figures.width(label, size: ChartStyle.smallSize)
            canvas.group(figures.name(series: index, category: category)) { canvas in
                canvas.rectangle(
                    x: center - pitch * 0.45, y: zero - max(0, height), width: pitch * 0.9, height: abs(height),
                    style: style + part)
                if upper > height {
                    canvas.rectangle(
                        x: center - pitch * 0.45, y: zero - upper, width: pitch * 0.9, height: upper - height,
                        style: style + " open")
                }
                canvas.marks(marks, x1: center - pitch / 2, x2: center + pitch / 2) { zero - $0 * scale }
                if fits {
                    canvas.figure(
                        label, x: center, y: zero - top + (top < 0 ? 14 : -5), anchor: .middle, style: "")
                }
            }
        }
    }

    /// The names of the categories under a ground: all where they have room, else every second, third and so on, as many as have
    /// it; gives the lines.
    private mutating func drawCategoryNames(x: Double, y: Double, width: Double) -> Int {
        let names = categoryNames(x: x, width: width)
        let count = names.map(\.lines.count).max() ?? 1
        for name in names {
            canvas.text(
                name.lines, x: name.center, y: y - Double(count - 1) * 14, leading: 14, style: "c", anchor: .middle)
        }
        return count
    }

    private func categoryNames(x: Double, width: Double) -> [(lines: [String], center: Double)] {
        let size = ChartStyle.smallSize
        let all = figures.categories.count
        let slot = width / Double(max(1, all))
        let isThinned = chart.form == .lines
        var step = isThinned ? max(1, Int(((longestWord + 12) / slot).rounded(.up))) : 1
        while true {
            var names: [(lines: [String], center: Double)] = []
            var (end, isCrowded) = (-Double.infinity, false)
            for index in stride(from: 0, to: all, by: step) {
                let lines = TextMeasure.lines(
                    figures.categories[index], size: size, width: slot * Double(step) - 4, most: 3)
                let half = (lines.map { TextMeasure.width($0, size: size) }.max() ?? 0) / 2
                // A name wider than its slot would run into the next ground.
                let center = max(x + half, min(x + width - half, x + (Double(index) + 0.5) * slot))
                isCrowded = isCrowded || center - half < end + 4
                end = center + half
                names.append((lines, center))
            }
            guard isThinned, isCrowded, step < all else { return names }
            step += 1
        }
    }
}
