import Reporting
import Support

extension ChartDrawing {
    /// How wide the names of the rows are at most beside so many columns.
    private static func mostHeatLabelWidth(_ columns: Int) -> Double { columns > 7 ? 110 : 155 }
    private static let mostHeatLabelLines = 3

    /// A field for each figure, the darker the greater it is.
    mutating func drawHeat() {
        let size = ChartStyle.smallSize
        let widest = figures.series.map { TextMeasure.width($0, size: ChartStyle.wordSize) }.max() ?? 0
        let label = min(Self.mostHeatLabelWidth(figures.categories.count), max(widest, 40))
        let start = Self.margin + label + 8
        let width = (canvas.width - Self.margin - start) / Double(max(1, figures.categories.count))
        let headings = figures.categories.map { TextMeasure.lines($0, size: size, width: width - 2, most: 6) }
        let headLines = headings.map(\.count).max() ?? 1
        bottom += 12
        for (index, lines) in headings.enumerated() {
            canvas.text(
                lines, x: start + (Double(index) + 0.5) * width, y: bottom + Double(headLines - lines.count) * 14,
                leading: 14, style: "c", anchor: .middle)
        }
        bottom += Double(headLines - 1) * 14 + 8
        let names = figures.series.map {
            TextMeasure.lines($0, size: ChartStyle.wordSize, width: label, most: Self.mostHeatLabelLines)
        }
        let height = max(32, Double(names.map(\.count).max() ?? 1) * 15 + 2)
        let most = figures.range.upperBound
        for (index, cells) in figures.cells.enumerated() {
            let lines = names[index]
            canvas.text(
                lines, x: Self.margin + label, y: bottom + height / 2 + 4.5 - Double(lines.count - 1) * 7.5,
                leading: 15,
                style: "w", anchor: .end)
            for (category, cell) in cells.enumerated() {
                let (x, y) = (start + Double(category) * width, bottom)
                let step = ChartStyle.step(cell.finite ?? 0, of: most)
                canvas.group(figures.name(series: index, category: category)) { canvas in
                    canvas.rectangle(x: x + 1, y: y + 1, width: width - 2, height: height - 2, style: "k\(step)")
                    canvas.figure(
                        cell, x: x + width / 2, y: y + height / 2 + 4, anchor: .middle, style: step > 3 ? "on" : "")
                }
            }
            bottom += height
        }
    }

    /// Whether a table's figures have room in the fields of a heat table.
    static func hasRoom(
        forHeat chart: Chart, of grid: Grid, width: Double, _ language: Language, _ digits: Digits
    ) -> Bool {
        let figures = ChartFigures(chart, of: grid, language, digits)
        let field =
            (width - 2 * margin - mostHeatLabelWidth(figures.categories.count) - 8)
            / Double(max(1, figures.categories.count))
        // On a phone words of headings would be cut to their first letters.
        let words = width < Canvas.width ? figures.categories.flatMap { $0.split(separator: " ") } : []
        return figures.labelWidth(size: ChartStyle.smallSize) <= field - 2 && figures.series.count <= 24
            && words.allSatisfy { TextMeasure.width(String($0), size: ChartStyle.smallSize) <= field - 2 }
    }
}
