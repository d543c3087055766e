import Reporting
import Support
import Testing

@testable import Writers

/// Where the marks and words of charts lie: within the drawing, as long as their figures say, and not over each other.
struct ChartGeometryTests {
    /// A chart of so many categories and series, with names of some length.
    struct Sample: CustomTestStringConvertible, Sendable {
        let form: Chart.Form
        let language: Language
        let name: String
        let figures: [[Int]]

        var testDescription: String {
            "\(form) \(language.rawValue) \(name.prefix(8)) \(figures.count)x\(figures[0].count)"
        }
    }

    private static let figures: [[[Int]]] = [
        [[10], [40], [25], [0]],
        [[12, 7, 3], [1, 900, 20], [300, 5, 60]],
        [[1_234_567], [1], [999_999]],
    ]
    private static let long = "Directorate of Training and Education of the Land Forces"
    /// Narrow panels, whose first and last names are wider than their slots.
    private static let manyYears = [Language.en, .ar].map { language in
        Sample(
            form: .lines, language: language, name: language == .en ? "FY" : "سنة",
            figures: (0..<18).map { year in (0..<6).map { year * (7 + $0) % 60 } })
    }
    /// Lines join what follows in time, and times have short names.
    private static let samples: [Sample] =
        manyYears
        + [Chart.Form.bars, .stackedBars, .columns, .lines, .heat].flatMap { form in
            figures.flatMap { figures in
                [(Language.en, "Navy"), (.en, form == .lines ? "FY" : long), (.ar, "القوات البحرية")].map {
                    Sample(form: form, language: $0, name: $1, figures: figures)
                }
            }
        }

    private func drawing(_ form: Chart.Form, in language: Language, named name: String, _ figures: [[Int]])
        -> ChartDrawing
    {
        let width = figures[0].count
        let grid = Grid(
            columns: [.init(id: "name", heading: "Name", isNumeric: false)]
                + (0..<width).map { .init(id: "f\($0)", heading: "Part \($0)", isNumeric: true) },
            rows: figures.enumerated().map { number, row in
                Grid.Row([.text("\(name) \(number)")] + row.map { .whole($0) })
            })
        let chart = Chart(
            title: "Trainees by institution", unit: "persons", form: form, series: .columns,
            rows: 0...(figures.count - 1),
            columns: 1...width)
        let table = Table(id: "t", title: "Trainees", subtitle: "", display: grid, charts: [chart])
        return ChartDrawing(chart, of: table, named: "t", language, .usual(in: language))
    }

    /// A rectangle on the drawing.
    private struct Box {
        let left, top, right, bottom: Double
        let style: String
        var words = ""

        var width: Double { right - left }

        func overlaps(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    private func bars(_ drawing: ChartDrawing) throws -> [Box] {
        try drawing.canvas.body.matches(
            of: /<rect x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)" class="([^"]+)"/
        ).map { match in
            let (_, x, y, width, height, style) = match.output
            let (left, top) = (try #require(Double(x)), try #require(Double(y)))
            return Box(
                left: left, top: top, right: left + (try #require(Double(width))),
                bottom: top + (try #require(Double(height))), style: String(style))
        }
    }

    /// The words with the room that they take at most, and the height of small letters, which is enough to see one line in another.
    private func words(_ drawing: ChartDrawing) throws -> [Box] {
        let isMirrored = drawing.canvas.isRightToLeft
        return try drawing.canvas.body.matches(of: /<text x="([^"]+)" y="([^"]+)"([^>]*)>([^<]*)</).map { match in
            let (_, x, y, attributes, words) = match.output
            let (place, base) = (try #require(Double(x)), try #require(Double(y)))
            let style = attributes.firstMatch(of: /class="([^"]*)"/).map { String($0.output.1) } ?? ""
            let classes = Set(style.split(separator: " ").map(String.init))
            let size = classes.contains("h") ? 16.8 : classes.isDisjoint(with: ["a", "c", "v"]) ? 13.0 : 12.0
            let width = TextMeasure.width(String(words), size: size)
            let runsLeft = isMirrored && !attributes.contains("direction=\"ltr\"")
            let start: Double
            if attributes.contains("\"middle\"") {
                start = place - width / 2
            } else {
                start = attributes.contains("\"end\"") != runsLeft ? place - width : place
            }
            return Box(
                left: start, top: base - size / 2, right: start + width, bottom: base, style: style,
                words: String(words))
        }
    }

    @Test(arguments: samples) func liesWithinTheDrawing(sample: Sample) throws {
        let drawing = drawing(sample.form, in: sample.language, named: sample.name, sample.figures)
        let boxes = try bars(drawing) + words(drawing)
        #expect(boxes.count > sample.figures.count)
        for box in boxes {
            #expect(
                box.left >= 0 && box.right <= Canvas.width && box.top >= 0 && box.bottom <= drawing.bottom,
                "\(box) of \(drawing.bottom)")
        }
    }

    @Test(arguments: samples) func wordsDoNotOverlap(sample: Sample) throws {
        let words = try words(drawing(sample.form, in: sample.language, named: sample.name, sample.figures))
        for (index, one) in words.enumerated() {
            for other in words[(index + 1)...] { #expect(!one.overlaps(other), "\(one) and \(other)") }
        }
    }

    @Test(arguments: [Language.en, .ar]) func barsAreAsLongAsTheirFigures(language: Language) throws {
        let figures = [100, 50, 25, 0, 80]
        let bars = try bars(drawing(.bars, in: language, named: "Navy", figures.map { [$0] })).filter {
            $0.style == "s0"
        }
        try #require(bars.count == figures.count)
        for (bar, figure) in zip(bars, figures) {
            // Places are rounded to a tenth.
            #expect(abs(bar.width / bars[0].width - Double(figure) / 100) < 0.001)
            #expect(language == .en ? bar.left == bars[0].left : abs(bar.right - bars[0].right) < 0.11)
        }
    }

    /// The parts of a stacked bar follow each other, each but for the gap of 1 as long as its figure.
    @Test func stackedPartsAreAsLongAsTheirFigures() throws {
        let figures = [[100, 60, 40], [50, 50, 20]]
        let bars = try bars(drawing(.stackedBars, in: .en, named: "Navy", figures)).filter { $0.bottom - $0.top == 24 }
        try #require(bars.count == 6)
        let unit = (bars[0].width + 1) / 100
        for (bar, figure) in zip(bars, figures.flatMap(\.self)) {
            #expect(abs(bar.width + 1 - unit * Double(figure)) < 0.3)
        }
        for (one, next) in zip(bars, bars.dropFirst()) where one.top == next.top {
            #expect(abs(next.left - one.right - 1) < 0.21)
        }
    }

    /// Losses and gains start at one line, on either side of it.
    @Test func negativeFiguresLieOnTheOtherSide() throws {
        let bars = try bars(drawing(.bars, in: .en, named: "Navy", [[30], [-30], [-15]])).filter { $0.style == "s0" }
        try #require(bars.count == 3)
        #expect(abs(bars[1].right - bars[0].left) < 0.21 && abs(bars[2].right - bars[0].left) < 0.21)
        #expect(abs(bars[1].width - bars[0].width) < 0.21 && abs(bars[2].width * 2 - bars[0].width) < 0.31)
    }
}
