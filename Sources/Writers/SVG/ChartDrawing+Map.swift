import Reporting

extension ChartDrawing {
    private static let leading = 15.0
    /// How strong the ground of the smallest figure above 0 is at least.
    private static let faintest = 0.08
    /// Where words in the sea begin: east of the coast of Kuwait and Qatar; long ones end at the edge.
    private static let (sea, longWords) = (700.0, 330.0)
    /// How far down the sea reaches beside the Emirates.
    private static let coast = 250.0

    /// How wide words within Oman are at most.
    private static let roomInOman = 130.0

    /// A map of the six states with their figures: the darker, the larger.
    ///
    /// North is up and west on the left in every language.
    mutating func drawMap() {
        let scale = room / 1000
        var foot = bottom + 22
        // A state without a row is part of the picture too, and says why it has no figure.
        let absent = chart.absentPlaces.keys.sorted()
        let codes = chart.places + absent
        let cells = (figures.labels.first ?? []) + absent.map { _ in .text(chart.absence) }
        let isAbsent = codes.map(absent.contains)
        let whole = figures.categories + absent.map { chart.absentPlaces[$0] ?? "" }
        let names = whole.map {
            TextMeasure.lines($0, size: ChartStyle.wordSize, width: Self.longWords * scale, most: 2)
        }
        // The words in the sea stand above the coast of the Emirates.
        let lines = StateOutlines.small.map { code in codes.firstIndex(of: code).map { names[$0].count + 1 } ?? 0
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
        for code in StateOutlines.all.keys.sorted() where !chart.places.contains(code) {
            for outline in outlines(code) { canvas.polygon(outline, strength: 0, style: "state") }
        }
        let numbers = (figures.cells.first ?? []).map(\.finite)
        let greatest = numbers.compactMap(\.self).max() ?? 0
        let hatching = "\(name)-hatching"
        if numbers.contains(nil) { canvas.hatching(named: hatching) }
        for (category, (code, number)) in zip(chart.places, numbers).enumerated() {
            let outlines = outlines(code)
            canvas.group(figures.name(series: 0, category: category)) { canvas in
                for outline in outlines {
                    if let number {
                        let strength = number > 0 ? max(Self.faintest, number / greatest) : 0
                        canvas.polygon(outline, strength: strength, style: "state")
                    } else {
                        canvas.hatched(outline, by: hatching)
                    }
                }
            }
        }
        bottom = top + StateOutlines.height * scale + 8
        for (index, code) in codes.enumerated() where !StateOutlines.small.contains(code) {
            guard let centre = StateOutlines.centres[code] else { continue }
            let (end, cell) = (place(centre.x, centre.y), cells[index])
            let width = max(
                TextMeasure.width(whole[index], size: ChartStyle.wordSize),
                figures.width(cell, size: ChartStyle.smallSize))
            let style = isAbsent[index] ? "a" : "b"
            if code == "OMN", width > Self.roomInOman * scale {
                // Words that would cross the coast stand in the sea south of it.
                let (x, y) = (place(1000, 0).x, bottom + 6)
                let anchor: Canvas.Anchor = isRightToLeft ? .start : .end
                let from = place(970, 0).x
                canvas.line(x1: from, y1: y - 12, x2: end.x, y2: end.y, style: "lead")
                canvas.dot(x: end.x, y: end.y, radius: 2.5, style: "ink")
                canvas.text(whole[index], x: x, y: y, style: style, anchor: anchor)
                canvas.figure(cell, x: x, y: y + Self.leading, anchor: anchor, style: isAbsent[index] ? "a" : "")
                bottom = y + Self.leading + 8
            } else {
                canvas.text(whole[index], x: end.x, y: end.y, style: style, anchor: .middle)
                canvas.figure(
                    cell, x: end.x, y: end.y + Self.leading, anchor: .middle, style: isAbsent[index] ? "a" : "")
            }
        }
        for code in StateOutlines.small {
            guard let category = codes.firstIndex(of: code), let centre = StateOutlines.centres[code] else {
                continue
            }
            let (cell, end) = (cells[category], place(centre.x, centre.y))
            let width = names[category].map { TextMeasure.width($0, size: ChartStyle.wordSize) }.max() ?? 0
            let isLong = max(width, figures.width(cell, size: ChartStyle.smallSize)) > (1000 - Self.sea) * scale
            // West is on the left in every language: words begin there, on the side of the coast, and long ones end in the east.
            let anchor: Canvas.Anchor = isLong == isRightToLeft ? .start : .end
            let x = place(isLong ? 1000 : Self.sea, 0).x
            canvas.text(
                names[category], x: x, y: foot, leading: Self.leading, style: isAbsent[category] ? "a" : "b",
                anchor: anchor)
            let base = foot + Double(names[category].count) * Self.leading
            canvas.figure(cell, x: x, y: base, anchor: anchor, style: isAbsent[category] ? "a" : "")
            let isLast = code == StateOutlines.small.last
            let from = isLast ? (x: end.x, y: base + 5) : (x: x + (isRightToLeft ? 5 : -5), y: foot + 3)
            canvas.line(x1: from.x, y1: from.y, x2: end.x, y2: end.y, style: "lead")
            canvas.dot(x: end.x, y: end.y, radius: 2.5, style: "ink")
            foot = base + Self.leading + 6
        }
    }
}
