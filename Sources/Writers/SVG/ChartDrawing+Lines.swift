import Reporting

extension ChartDrawing {
    /// The most periods of a line that all have a figure where there is room.
    private static let mostWithFigures = 24

    /// Points joined by lines; where not all figures have room, those that matter are set: the greatest, the least, the last,
    /// the first, each with a rim that keeps it apart from the lines.
    mutating func drawLine(
        _ index: Int, x: Double, slot: Double, zero: Double, lowest: Double, scale: Double
    ) {
        let cells = figures.cells[index]
        let points = cells.enumerated().map { category, cell in
            (x: x + (Double(category) + 0.5) * slot, y: zero - (cell.finite ?? 0) * scale)
        }
        let style = figures.series.count == 1 ? colour(0) : colour(index, category: 0)
        let known = cells.indices.filter { cells[$0].finite != nil }
        // What is not known is a gap.
        let whole = known.filter { !figures.isInPart(index, $0) }
        for run in Self.runs(whole) { canvas.path(run.map { points[$0] }, style: style) }
        for category in known where !whole.contains(category) {
            for other in [category - 1, category + 1] where known.contains(other) {
                canvas.polyline([points[category], points[other]], style: style + " part")
            }
            canvas.dot(x: points[category].x, y: points[category].y, radius: 3.5, style: "part")
        }
        for category in known {
            guard let upper = figures.uppers[index][category]?.finite else { continue }
            let top = zero - upper * scale
            canvas.rectangle(
                x: points[category].x - 3, y: top, width: 6, height: points[category].y - top, style: style + " open")
        }
        for category in known {
            let title = figures.name(series: index, category: category)
            canvas.group(title) {
                $0.dot(x: points[category].x, y: points[category].y, radius: min(8, slot / 2), style: "hit")
            }
        }
        for category in known {
            canvas.marks(
                figures.marks[index][category], x1: points[category].x - slot / 2, x2: points[category].x + slot / 2
            ) {
                zero - $0 * scale
            }
        }
        func number(_ category: Int) -> Double { cells[category].finite ?? 0 }
        let most = known.max { number($0) < number($1) }
        let least = known.min { number($0) < number($1) }
        let important = [most, least, known.last, known.first].compactMap(\.self)
        let others = known.count > Self.mostWithFigures ? [] : known
        var taken: [(across: ClosedRange<Double>, base: Double)] = []
        var set: Set<Int> = []
        for (rank, category) in (important + others).enumerated() where set.insert(category).inserted {
            let label = figures.label(index, category)
            let point = points[category]
            let half = figures.width(label, size: ChartStyle.smallSize) / 2 + 2
            func centered(_ center: Double) -> Double {
                max(x + half, min(x + Double(cells.count) * slot - half, center))
            }
            // Above the point or below it, or beside it if it matters, wherever the lines leave room.
            var places = [(point.x, point.y - 7), (point.x, point.y + 17)]
            if rank < important.count {
                places += [(point.x + half + 4, point.y + 4), (point.x - half - 4, point.y + 4), places[0]]
            }
            let place = places.enumerated().lazy.map { number, place in
                (center: centered(place.0), base: place.1, isLastResort: number == 4)
            }.first { place in
                let span = (place.center - half)...(place.center + half)
                return place.base < (number(category) < 0 ? lowest : zero - 1)
                    && !taken.contains {
                        $0.across.overlaps(span) && (rank >= important.count || abs($0.base - place.base) < 13)
                    }
                    && (place.isLastResort
                        || !Self.isCrossed(by: points, across: span, down: (place.base - 10)...(place.base + 1)))
            }
            guard let place else { continue }
            taken.append(((place.center - half)...(place.center + half), place.base))
            canvas.group(figures.name(series: index, category: category)) {
                $0.figure(label, x: place.center, y: place.base, anchor: .middle, style: "rim")
            }
        }
    }

    /// Whether lines from point to point run through a box.
    private static func isCrossed(
        by points: [(x: Double, y: Double)], across: ClosedRange<Double>, down: ClosedRange<Double>
    ) -> Bool {
        zip(points, points.dropFirst()).contains { one, two in
            let (from, to) = (max(one.x, across.lowerBound), min(two.x, across.upperBound))
            guard from < to else { return false }
            func height(_ x: Double) -> Double { one.y + (two.y - one.y) * (x - one.x) / (two.x - one.x) }
            let (left, right) = (height(from), height(to))
            return max(left, right) > down.lowerBound && min(left, right) < down.upperBound
        }
    }

    /// The places that follow each other without a gap.
    private static func runs(_ places: [Int]) -> [[Int]] {
        places.reduce(into: []) { runs, place in
            if let last = runs.last?.last, last == place - 1 {
                runs[runs.count - 1].append(place)
            } else {
                runs.append([place])
            }
        }
    }
}

extension Canvas {
    /// Lines across a column or around a point where its figure is to be.
    mutating func marks(_ marks: [Table.Mark], x1: Double, x2: Double, height: (Double) -> Double) {
        for mark in marks {
            let y = height(mark.value)
            for style in ["halo", ChartDrawing.style(of: mark.kind)] {
                line(x1: x1, y1: y, x2: x2, y2: y, style: style)
            }
        }
    }
}
