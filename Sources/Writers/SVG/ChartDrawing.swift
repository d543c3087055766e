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
    /// What the chart shows in one sentence; empty where it has none.
    private let headline: String
    var canvas: Canvas
    /// How far down the drawing reaches.
    var bottom = 0.0

    /// A drawing of a chart of a table; the name is part of the identifiers in it.
    init(
        _ chart: Chart, of table: Table, named name: String, width: Double = Canvas.width, _ language: Language,
        _ digits: Digits
    ) {
        self.chart = chart
        self.language = language
        self.table = table.title
        self.name = name
        figures = ChartFigures(chart, of: table.display, marks: table.marks, language, digits)
        headline = chart.headline?.text { $0.displayText(digits) } ?? ""
        canvas = Canvas(width: width, isRightToLeft: language.isRightToLeft, digits: digits)
        drawHead()
        switch chart.form {
        case .bars: drawBars()
        case .stackedBars: drawStackedBars()
        case .columns: if columnsHaveRoom { drawPanels(joined: false) } else { drawBars() }
        case .lines: drawPanels(joined: true)
        case .dots: drawDots()
        case .slopes: drawSlopes()
        case .heat: drawHeat()
        case .map: drawMap()
        }
        drawFoot()
        bottom += 12
    }

    /// Whether it is for phones.
    var isNarrow: Bool { canvas.width < Canvas.width }

    /// The room between the margins.
    var room: Double { canvas.width - 2 * Self.margin }

    /// The drawing as part of a page, which has the rules for its looks.
    ///
    /// Its margins are left off, so that it begins where the page's tables begin.
    var element: String {
        svg(
            viewBox: "\(plain(Self.margin)) 0 \(plain(room)) \(plain(bottom))", style: isNarrow ? " narrow" : " broad")
    }

    private func svg(viewBox: String, style: String = "") -> String {
        """
        <svg class="chart\(style)" viewBox="\(viewBox)" role="img" lang="\(language.rawValue)" \
        direction="\(language.isRightToLeft ? "rtl" : "ltr")" aria-labelledby="\(name)-title \(name)-desc">
        <title id="\(name)-title">\(markup(chart.title))</title>
        <desc id="\(name)-desc">\(markup(alternative))</desc>
        \(canvas.body)</svg>
        """
    }

    /// The drawing as a file of its own.
    var file: String {
        let size = "width=\"\(plain(canvas.width))\" height=\"\(plain(bottom))\""
        let style =
            ":root{\(ChartStyle.lightColours)}\n@media (prefers-color-scheme:dark){:root{\(ChartStyle.darkColours)}}\n"
            + ChartStyle.rules
        return svg(viewBox: "0 0 \(plain(canvas.width)) \(plain(bottom))").replacing(
            "<svg ", with: "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) ", maxReplacements: 1
        )
        .replacing(
            "</desc>\n",
            with: "</desc>\n<style>\n\(style)</style>\n"
                + "<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n", maxReplacements: 1) + "\n"
    }

    /// The drawing in words: its greatest and its least known figure, and where all are; where it is cut, what is least is not in it.
    private var alternative: String {
        var named: [(name: String, number: Double)] = []
        for (series, cells) in figures.cells.enumerated() {
            for (category, cell) in cells.enumerated() {
                if let number = cell.finite, !figures.isUnknown[category], !figures.isUnknownSeries[series] {
                    named.append((figures.name(series: series, category: category), number))
                }
            }
        }
        guard let most = named.max(by: { $0.number < $1.number }), let least = named.min(by: { $0.number < $1.number })
        else { return chart.title }
        let words = language(
            chart.isCut ? ChartSentence.cutChartInWords : .chartInWords,
            ["most": most.name, "least": least.name, "table": table])
        return [headline.isEmpty ? "" : headline + ".", words, chart.remark].filter { !$0.isEmpty }.joined(
            separator: " ")
    }

    /// The remarks: what is not drawn, and where the records come from.
    private mutating func drawFoot() {
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
        let words = headline.isEmpty ? chart.title : headline
        let title = TextMeasure.lines(words, size: ChartStyle.titleSize * 1.05, width: room, most: isNarrow ? 3 : 2)
        canvas.text(title, x: Self.margin, y: 28, leading: 20, style: "h")
        bottom = 28 + Double(title.count - 1) * 20
        // The title names what the figures are where a sentence stands in its place.
        let parts = headline.isEmpty ? [chart.valueTitle, chart.unit] : [chart.title, chart.unit]
        let value = language.list(parts.filter { !$0.isEmpty })
        if !value.isEmpty {
            let lines = TextMeasure.lines(value, size: ChartStyle.smallSize, width: room, most: isNarrow ? 2 : 1)
            bottom += 20
            canvas.text(lines, x: Self.margin, y: bottom, leading: 16, style: "a")
            bottom += Double(lines.count - 1) * 16
        }
        bottom += 14
        let hasKey = figures.series.count > 1 && ([.bars, .stackedBars, .dots].contains(chart.form) || isOnePanel)
        if hasKey { drawKey() }
        if [.bars, .columns, .lines].contains(chart.form), !figures.kindsOfMarks.isEmpty { drawKeyOfMarks() }
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

    private mutating func drawKey() {
        var x = Self.margin
        bottom += 8
        for (index, series) in figures.series.enumerated() {
            let words = TextMeasure.lines(series, size: ChartStyle.smallSize, width: room - 20, most: 1).first ?? ""
            let width = 18 + TextMeasure.width(words, size: ChartStyle.smallSize) + 18
            if x > Self.margin, x + width > canvas.width {
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
    ///
    /// Of two dots that before is muted.
    func colour(_ series: Int) -> String {
        chart.form == .dots ? (series == 0 ? "muted" : "s0") : "s\(series % ChartStyle.colours)"
    }

    /// What the style of a figure of a period known in part has in addition.
    func part(_ series: Int, _ category: Int) -> String { figures.isInPart(series, category) ? " part" : "" }

    /// The style of a figure where all series have one colour, in which only what the headline names stands out, and what is not
    /// known is grey.
    func colour(_ series: Int, category: Int) -> String {
        let isAlone = figures.series.count == 1
        if isAlone ? figures.isUnknown[category] : figures.isUnknownSeries[series] { return "unknown" }
        let place = isAlone ? figures.categoryPlaces[category] : figures.seriesPlaces[series]
        return chart.highlight == nil || chart.highlight == place ? "s0" : "muted"
    }
}
