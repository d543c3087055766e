import Reporting

extension ChartDrawing {
    private static let leading = 15.0
    /// How strong the ground of the smallest figure above 0 is at least.
    private static let faintest = 0.08
    /// Where words in the sea begin: east of the coast of Kuwait and Qatar; long ones end at the edge.
    private static let (sea, longWords) = (700.0, 330.0)
    /// How far down the sea reaches beside the Emirates.
    private static let coast = 250.0

    /// A map of the six states with their figures: the darker, the larger.
    ///
    /// North is up and west on the left in every language.
    mutating func drawMap() {
        let scale = room / 1000
        var foot = bottom + 22
        let names = figures.categories.map {
            TextMeasure.lines($0, size: ChartStyle.wordSize, width: Self.longWords * scale, most: 2)
        }
        // The words in the sea stand above the coast of the Emirates.
        let lines = StateOutlines.small.map { code in chart.places.firstIndex(of: code).map { names[$0].count + 1 } ?? 0
        }
        let words = lines.reduce(0) { $0 + Double($1) * Self.leading + 6 }
        let top = bottom + 10 + max(0, words - Self.coast * scale)
        let isRightToLeft = canvas.isRightToLeft
        let width = canvas.width
        /// The canvas counts from where reading starts.
        func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
            let x = Self.margin + x * scale
            return (isRightToLeft ? width - x : x, top + y * scale)
        }
        func outlines(_ code: String) -> [[(x: Double, y: Double)]] {
            (StateOutlines.all[code] ?? []).map { outline in
                stride(from: 0, to: outline.count, by: 2).map { place(Double(outline[$0]), Double(outline[$0 + 1])) }
            }
        }
        // A state without a row is part of the picture too.
        for code in StateOutlines.all.keys.sorted() where !chart.places.contains(code) {
            for outline in outlines(code) { canvas.polygon(outline, strength: 0, style: "state") }
        }
        let cells = figures.cells.first ?? []
        let greatest = cells.compactMap(\.finite).max() ?? 0
        for (category, (code, cell)) in zip(chart.places, cells).enumerated() {
            let number = max(0, cell.finite ?? 0)
            let strength = number > 0 ? max(Self.faintest, number / greatest) : 0
            let outlines = outlines(code)
            canvas.group(figures.name(series: 0, category: category, cell: cell, in: language)) { canvas in
                for outline in outlines { canvas.polygon(outline, strength: strength, style: "state") }
            }
        }
        for (category, (code, cell)) in zip(chart.places, cells).enumerated() where !StateOutlines.small.contains(code)
        {
            guard let centre = StateOutlines.centres[code] else { continue }
            let end = place(centre.x, centre.y)
            canvas.text(figures.categories[category], x: end.x, y: end.y, style: "b", anchor: .middle)
            canvas.figure(cell, x: end.x, y: end.y + Self.leading, anchor: .middle, style: "")
        }
        for code in StateOutlines.small {
            guard let category = chart.places.firstIndex(of: code), let centre = StateOutlines.centres[code] else {
                continue
            }
            let (cell, end) = (cells[category], place(centre.x, centre.y))
            let width = names[category].map { TextMeasure.width($0, size: ChartStyle.wordSize) }.max() ?? 0
            let isLong = max(width, figures.width(cell, size: ChartStyle.smallSize)) > (1000 - Self.sea) * scale
            // West is on the left in every language: words begin there, on the side of the coast, and long ones end in the east.
            let anchor: Canvas.Anchor = isLong == isRightToLeft ? .start : .end
            let x = place(isLong ? 1000 : Self.sea, 0).x
            canvas.text(names[category], x: x, y: foot, leading: Self.leading, style: "b", anchor: anchor)
            let base = foot + Double(names[category].count) * Self.leading
            canvas.figure(cell, x: x, y: base, anchor: anchor, style: "")
            let isLast = code == StateOutlines.small.last
            let from = isLast ? (x: end.x, y: base + 5) : (x: x + (isRightToLeft ? 5 : -5), y: foot + 3)
            canvas.line(x1: from.x, y1: from.y, x2: end.x, y2: end.y, style: "lead")
            canvas.dot(x: end.x, y: end.y, radius: 2.5, style: "ink")
            foot = base + Self.leading + 6
        }
        bottom = top + StateOutlines.height * scale + 8
    }
}
