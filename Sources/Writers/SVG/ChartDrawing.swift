import Reporting
import Support
import TrainingStats

/// Draws a chart as SVG: every figure in it is a cell of the table, set as the table sets it.
///
/// There is no axis of round numbers beside the figures; each mark says its own.
struct ChartDrawing {
    static let margin = 16.0

    let chart: Chart
    let figures: ChartFigures
    let language: Language
    let table: String
    let name: String
    var canvas: Canvas
    /// How far down the drawing reaches.
    var bottom = 0.0

    /// A drawing of a chart of a table; the name is part of the identifiers in it.
    init(_ chart: Chart, of table: Table, named name: String, _ language: Language, _ digits: Digits) {
        self.chart = chart
        self.language = language
        self.table = table.title
        self.name = name
        figures = ChartFigures(chart, of: table.display, marks: table.marks, digits)
        canvas = Canvas(isRightToLeft: language.isRightToLeft, digits: digits)
        drawHead()
        switch chart.form {
        case .bars: drawBars()
        case .stackedBars: drawStackedBars()
        case .columns: drawPanels(joined: false)
        case .lines: drawPanels(joined: true)
        case .heat: drawHeat()
        }
        drawFoot()
        bottom += 12
    }

    /// The drawing as part of a page, which has the rules for its looks.
    ///
    /// Its margins are left off, so that it begins where the page's tables begin.
    var element: String {
        svg(viewBox: "\(plain(Self.margin)) 0 \(plain(Canvas.width - 2 * Self.margin)) \(plain(bottom))")
    }

    private func svg(viewBox: String) -> String {
        """
        <svg class="chart" viewBox="\(viewBox)" role="img" lang="\(language.rawValue)" \
        direction="\(language.isRightToLeft ? "rtl" : "ltr")" aria-labelledby="\(name)-title \(name)-desc">
        <title id="\(name)-title">\(markup(chart.title))</title>
        <desc id="\(name)-desc">\(markup(alternative))</desc>
        \(canvas.body)</svg>
        """
    }

    /// The drawing as a file of its own.
    var file: String {
        let size = "width=\"\(plain(Canvas.width))\" height=\"\(plain(bottom))\""
        let style =
            ":root{\(ChartStyle.lightColours)}\n@media (prefers-color-scheme:dark){:root{\(ChartStyle.darkColours)}}\n"
            + ChartStyle.rules
        return svg(viewBox: "0 0 \(plain(Canvas.width)) \(plain(bottom))").replacing(
            "<svg ", with: "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) ", maxReplacements: 1
        )
        .replacing(
            "</desc>\n",
            with: "</desc>\n<style>\n\(style)</style>\n"
                + "<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n", maxReplacements: 1) + "\n"
    }

    /// The drawing in words: its greatest and its least figure, and where all are.
    private var alternative: String {
        var named: [(name: String, number: Double)] = []
        for (series, cells) in figures.cells.enumerated() {
            for (category, cell) in cells.enumerated() {
                if let number = cell.finite {
                    named.append((figures.name(series: series, category: category, cell: cell, in: language), number))
                }
            }
        }
        guard let most = named.max(by: { $0.number < $1.number }), let least = named.min(by: { $0.number < $1.number })
        else { return chart.title }
        let words = language(ChartSentence.chartInWords, ["most": most.name, "least": least.name, "table": table])
        return [words, chart.remark].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The remarks: what is not drawn, and where the records come from.
    private mutating func drawFoot() {
        let room = Canvas.width - 2 * Self.margin
        var isFirst = true
        for words in [chart.remark, chart.source] where !words.isEmpty {
            let lines = TextMeasure.lines(words, size: ChartStyle.smallSize, width: room, most: 2)
            bottom += isFirst ? 22 : 16
            canvas.text(lines, x: Self.margin, y: bottom, leading: 16, style: "a")
            bottom += Double(lines.count - 1) * 16
            isFirst = false
        }
    }

    /// Title, what the figures are, and the names of the series where colours tell them apart.
    private mutating func drawHead() {
        let room = Canvas.width - 2 * Self.margin
        let title = TextMeasure.lines(chart.title, size: ChartStyle.titleSize * 1.05, width: room, most: 2)
        canvas.text(title, x: Self.margin, y: 28, leading: 20, style: "h")
        bottom = 28 + Double(title.count - 1) * 20
        let value = language.list([chart.valueTitle, chart.unit].filter { !$0.isEmpty })
        if !value.isEmpty {
            bottom += 20
            canvas.text(
                TextMeasure.lines(value, size: ChartStyle.smallSize, width: room, most: 1), x: Self.margin, y: bottom,
                leading: 0, style: "a")
        }
        bottom += 14
        let hasKey = figures.series.count > 1 && (chart.form == .bars || chart.form == .stackedBars || isOnePanel)
        if hasKey { drawKey(room) }
        if chart.form == .bars, !figures.kindsOfMarks.isEmpty { drawKeyOfMarks() }
    }

    /// What the marks beside bars mean.
    private mutating func drawKeyOfMarks() {
        var x = Self.margin
        bottom += 8
        for kind in figures.kindsOfMarks {
            let words = language(kind == .target ? Phrase.target : .periodPassed)
            canvas.line(x1: x + 4, y1: bottom - 5, x2: x + 4, y2: bottom + 11, style: Self.style(of: kind))
            canvas.text(words, x: x + 12, y: bottom + 7, style: "c")
            x += 12 + TextMeasure.width(words, size: ChartStyle.smallSize) + 18
        }
        bottom += 20
    }

    /// The style of a mark.
    static func style(of kind: Table.Mark.Kind) -> String { kind == .target ? "goal" : "pace" }

    private mutating func drawKey(_ room: Double) {
        var x = Self.margin
        bottom += 8
        for (index, series) in figures.series.enumerated() {
            let words = TextMeasure.lines(series, size: ChartStyle.smallSize, width: room - 20, most: 1).first ?? ""
            let width = 18 + TextMeasure.width(words, size: ChartStyle.smallSize) + 18
            if x > Self.margin, x + width > Canvas.width {
                x = Self.margin
                bottom += 20
            }
            canvas.rectangle(x: x, y: bottom - 3, width: 12, height: 12, style: colour(index))
            canvas.text(words, x: x + 18, y: bottom + 7, style: "c")
            x += width
        }
        bottom += 20
    }

    /// The style of a series.
    func colour(_ series: Int) -> String { "s\(series % ChartStyle.colours)" }
}
