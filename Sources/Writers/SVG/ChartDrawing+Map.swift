import Reporting

extension ChartDrawing {
    private static let leading = 15.0
    /// How strong the ground of the smallest figure above 0 is at least.
    private static let faintest = 0.08
    /// Where words in the sea begin, unless they are long: east of the coast of Kuwait and Qatar.
    private static let sea = 700.0
    /// How far down the sea reaches beside the Emirates.
    private static let coast = 250.0

    /// A map of the six states with their figures: the darker, the larger.
    ///
    /// North is up and west on the left in every language.
    mutating func drawMap() {
        let scale = room / 1000
        let blockHeight = 2 * Self.leading + 6
        let first = bottom + 22
        // The words in the sea stand above the coast of the Emirates.
        let top = bottom + 10 + max(0, Double(StateOutlines.small.count) * blockHeight - Self.coast * scale)
        let isRightToLeft = canvas.isRightToLeft
        let width = canvas.width
        /// The canvas counts from where reading starts.
        func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
            let x = Self.margin + x * scale
            return (isRightToLeft ? width - x : x, top + y * scale)
        }
        let cells = figures.cells.first ?? []
        let greatest = cells.compactMap(\.finite).max() ?? 0
        for (category, (code, cell)) in zip(chart.places, cells).enumerated() {
            let number = max(0, cell.finite ?? 0)
            let strength = number > 0 ? max(Self.faintest, number / greatest) : 0
            let outlines = (StateOutlines.all[code] ?? []).map { outline in
                stride(from: 0, to: outline.count, by: 2).map { place(Double(outline[$0]), Double(outline[$0 + 1])) }
            }
            canvas.group(figures.name(series: 0, category: category, cell: cell, in: language)) { canvas in
                for outline in outlines { canvas.polygon(outline, strength: strength, style: "state") }
            }
        }
        for (category, (code, cell)) in zip(chart.places, cells).enumerated() {
            guard let centre = StateOutlines.centres[code] else { continue }
            let name = figures.categories[category]
            let end = place(centre.x, centre.y)
            guard let index = StateOutlines.small.firstIndex(of: code) else {
                canvas.text(name, x: end.x, y: end.y, style: "b", anchor: .middle)
                canvas.figure(cell, x: end.x, y: end.y + Self.leading, anchor: .middle, style: "")
                continue
            }
            let words = max(
                TextMeasure.width(name, size: ChartStyle.wordSize), figures.width(cell, size: ChartStyle.smallSize))
            let start = place(min(Self.sea, 1000 - words / scale), 0).x
            let y = first + Double(index) * blockHeight
            // The words begin in the west, on the side of the coast, in every language.
            let anchor: Canvas.Anchor = isRightToLeft ? .end : .start
            canvas.text(name, x: start, y: y, style: "b", anchor: anchor)
            canvas.figure(cell, x: start, y: y + Self.leading, anchor: anchor, style: "")
            let isLast = index == StateOutlines.small.count - 1
            let (x, height) = isLast ? (end.x, y + Self.leading + 5) : (start + (isRightToLeft ? 5 : -5), y + 3)
            canvas.line(x1: x, y1: height, x2: end.x, y2: end.y, style: "lead")
            canvas.dot(x: end.x, y: end.y, radius: 2.5, style: "ink")
        }
        bottom = top + StateOutlines.height * scale + 8
    }
}
