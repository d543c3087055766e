import Reporting

extension ChartDrawing {
    /// The strongest ground on which words can be read.
    private static let darkest = 3
    private static let leading = 15.0

    /// A map of the six states with their figures: the darker, the larger.
    ///
    /// North is up and west on the left in every language.
    mutating func drawMap() {
        let scale = room / 1000
        let blockHeight = 2 * Self.leading + 6
        let blocks = Double(StateOutlines.small.count) * blockHeight
        // The words in the sea stand above the coast of the Emirates.
        let top = bottom + 10 + max(0, blocks - 250 * scale)
        let words = figures.categories.map { TextMeasure.width($0, size: ChartStyle.wordSize) }.max() ?? 0
        let side = min(700, 1000 - max(words, figures.labelWidth(size: ChartStyle.smallSize)) / scale)
        func place(_ point: (x: Double, y: Double)) -> (x: Double, y: Double) {
            let x = Self.margin + point.x * scale
            // The canvas counts from where reading starts.
            return (canvas.isRightToLeft ? canvas.width - x : x, top + point.y * scale)
        }
        let cells = figures.cells.first ?? []
        let greatest = cells.compactMap(\.finite).max() ?? 0
        let states = zip(chart.places, cells).enumerated().map { (code: $1.0, cell: $1.1, category: $0) }
        for state in states {
            let step = state.cell.finite.map { number in
                number > 0 ? min(Self.darkest, 1 + Int(number / greatest * Double(Self.darkest))) : 0
            }
            let outlines = (StateOutlines.all[state.code] ?? []).map { outline in
                stride(from: 0, to: outline.count, by: 2).map { place((Double(outline[$0]), Double(outline[$0 + 1]))) }
            }
            let title = figures.name(series: 0, category: state.category, cell: state.cell, in: language)
            canvas.group(title) { canvas in
                for outline in outlines { canvas.polygon(outline, style: "state k\(step ?? 0)") }
            }
        }
        for state in states {
            guard let centre = StateOutlines.centres[state.code] else { continue }
            let name = figures.categories[state.category]
            let end = place(centre)
            guard let index = StateOutlines.small.firstIndex(of: state.code) else {
                canvas.text(name, x: end.x, y: end.y, style: "b", anchor: .middle)
                canvas.figure(state.cell, x: end.x, y: end.y + Self.leading, anchor: .middle, style: "")
                continue
            }
            let y = bottom + 10 + Double(index) * blockHeight + 12
            let start = place((side, 0)).x
            // The words begin on the west, on the side of the coast, in every language.
            let anchor: Canvas.Anchor = canvas.isRightToLeft ? .end : .start
            canvas.text(name, x: start, y: y, style: "b", anchor: anchor)
            canvas.figure(state.cell, x: start, y: y + Self.leading, anchor: anchor, style: "")
            let isLast = index == StateOutlines.small.count - 1
            let away = canvas.isRightToLeft ? 5.0 : -5
            let from = isLast ? (end.x, y + Self.leading + 5) : (start + away, y + 3)
            canvas.line(x1: from.0, y1: from.1, x2: end.x, y2: end.y, style: "lead")
            canvas.dot(x: end.x, y: end.y, radius: 2.5, style: "ink")
        }
        bottom = top + StateOutlines.height * scale + 8
    }
}
