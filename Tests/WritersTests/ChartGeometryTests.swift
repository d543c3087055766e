import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Writers

/// Where the marks and words of charts lie: within the drawing, as long as their figures say, and not over each other.
struct ChartGeometryTests {
    /// A chart of so many categories and series, with names of some length.
    struct Sample: CustomTestStringConvertible, Sendable {
        let form: Chart.Form
        let language: Language
        let name: String
        let figures: [[Int?]]
        var width = Canvas.width

        var testDescription: String {
            "\(form) \(language.rawValue) \(name.prefix(8)) \(figures.count)x\(figures[0].count) at \(width)"
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
    private static let samples: [Sample] = [Canvas.width, Canvas.narrowWidth].flatMap { width in
        usualSamples.map { sample in
            var sample = sample
            sample.width = width
            return sample
        }
    }
    private static let usualSamples: [Sample] =
        manyYears
        + [Chart.Form.bars, .stackedBars, .columns, .lines, .heat].flatMap { form in
            figures.flatMap { figures in
                [(Language.en, "Navy"), (.en, form == .lines ? "FY" : long), (.ar, "القوات البحرية")].map {
                    Sample(form: form, language: $0, name: $1, figures: figures)
                }
            }
        }

    /// Any number of figures, of which some are below 0 and some are not known, where the form can have that.
    private static func random(_ seed: Int) -> Sample {
        var random = SplitMix64(seed: UInt64(seed))
        let forms: [Chart.Form] = [.bars, .stackedBars, .columns, .lines, .dots, .slopes, .map]
        let form = forms[seed % forms.count]
        let width = form == .dots ? 2 : form == .map ? 1 : Int.random(in: 1...7, using: &random)
        let rows =
            form == .slopes ? 2 : form == .map ? 6 : Int.random(in: 2...(form == .lines ? 60 : 8), using: &random)
        let most = [5, 900, 80_000, 1_234_567].randomElement(using: &random) ?? 5
        let least = [.bars, .columns, .lines].contains(form) && Bool.random(using: &random) ? -most : 0
        let hasGaps = [.bars, .columns, .lines, .map].contains(form) && Bool.random(using: &random)
        let figures = (0..<rows).map { _ in
            (0..<width).map { _ -> Int? in
                hasGaps && Int.random(in: 0..<4, using: &random) == 0
                    ? nil : Int.random(in: least...most, using: &random)
            }
        }
        let language: Language = Bool.random(using: &random) ? .en : .ar
        // Times and states have short names.
        let isShort = [.columns, .lines, .slopes, .map].contains(form)
        let names = isShort ? ["FY"] : ["Navy", long]
        return Sample(
            form: form, language: language,
            name: language == .ar ? "سنة" : names.randomElement(using: &random) ?? "FY", figures: figures,
            width: Bool.random(using: &random) ? Canvas.width : Canvas.narrowWidth)
    }

    private func drawing(
        _ form: Chart.Form, in language: Language, named name: String, width drawn: Double = Canvas.width,
        _ figures: [[Int?]]
    ) -> ChartDrawing {
        let width = figures[0].count
        let grid = Grid(
            columns: [.init(id: "name", heading: "Name", isNumeric: false)]
                + (0..<width).map { .init(id: "f\($0)", heading: "Part \($0)", isNumeric: true) },
            rows: figures.enumerated().map { number, row in
                Grid.Row([.text("\(name) \(number)")] + row.map { $0.map { .whole($0) } ?? .notApplicable })
            })
        var chart = Chart(
            title: "Trainees by institution", unit: "persons", form: form, series: .columns,
            rows: 0...(figures.count - 1),
            columns: 1...width)
        if form == .map { chart.places = ["KWT", "QAT", "BHR", "ARE", "SAU", "OMN"] }
        let table = Table(id: "t", title: "Trainees", subtitle: "", display: grid, charts: [chart])
        return ChartDrawing(chart, of: table, named: "t", width: drawn, language, .usual(in: language))
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

    /// Dots, and the ends of lines and outlines.
    private func points(_ drawing: ChartDrawing) throws -> [Box] {
        let body = drawing.canvas.body
        let dots = body.matches(of: /<circle cx="([^"]+)" cy="([^"]+)"/).map { ($0.output.1, $0.output.2) }
        let ends = body.matches(of: /<line x1="([^"]+)" y1="([^"]+)" x2="([^"]+)" y2="([^"]+)"/).flatMap {
            [($0.output.1, $0.output.2), ($0.output.3, $0.output.4)]
        }
        let corners = body.matches(of: /points="([^"]+)"/).flatMap { match in
            match.output.1.split(separator: " ").map { point in
                let parts = point.split(separator: ",")
                return (parts[0], parts[1])
            }
        }
        return try (dots + ends + corners).map { x, y in
            let (x, y) = (try #require(Double(x)), try #require(Double(y)))
            return Box(left: x, top: y, right: x, bottom: y, style: "point")
        }
    }

    /// Pages show what is between the margins, files all of it.
    private func expectWithin(_ drawing: ChartDrawing) throws {
        let boxes = try bars(drawing) + words(drawing) + points(drawing)
        for box in boxes {
            #expect(
                box.left >= ChartDrawing.margin - 0.1
                    && box.right <= drawing.canvas.width - ChartDrawing.margin + 0.1 && box.top >= 0
                    && box.bottom <= drawing.bottom,
                "\(box) of \(drawing.canvas.width) by \(drawing.bottom)")
        }
    }

    private func drawing(_ sample: Sample) -> ChartDrawing {
        drawing(sample.form, in: sample.language, named: sample.name, width: sample.width, sample.figures)
    }

    @Test(arguments: samples) func liesWithinTheDrawing(sample: Sample) throws {
        let drawing = drawing(sample)
        #expect(try bars(drawing).count + words(drawing).count > sample.figures.count)
        try expectWithin(drawing)
    }

    @Test(arguments: 0..<140) func anyFiguresAreDrawnWithinAndApart(seed: Int) throws {
        let sample = Self.random(seed)
        let drawing = drawing(sample)
        try expectWithin(drawing)
        try expectApart(words(drawing), "seed \(seed): \(sample)")
    }

    @Test(arguments: samples) func wordsDoNotOverlap(sample: Sample) throws {
        try expectApart(words(drawing(sample)), "\(sample)")
    }

    private func expectApart(_ words: [Box], _ comment: String) {
        for (index, one) in words.enumerated() {
            for other in words[(index + 1)...] {
                #expect(!one.overlaps(other), "\(one.words) and \(other.words): \(one), \(other); \(comment)")
            }
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

    /// The names of years are whole, however many panels stand beside each other.
    @Test(arguments: [Canvas.width, Canvas.narrowWidth]) func namesOfYearsAreNotCut(width: Double) {
        let grid = Grid(
            columns: [.init(id: "state", heading: "State", isNumeric: false)]
                + (2015...2019).map { .init(id: "\($0)", heading: "\($0)", isNumeric: true) },
            rows: (0..<7).map { row in Grid.Row([.text("State \(row)")] + (0..<5).map { .whole(row * $0) }) })
        let chart = Chart(title: "", unit: "", form: .columns, series: .rows, rows: 0...6, columns: 1...5)
        let table = Table(id: "t", title: "", subtitle: "", display: grid, charts: [chart])
        let body = ChartDrawing(chart, of: table, named: "t", width: width, .en, .latn).canvas.body
        #expect(!body.contains("…"))
        for year in 2015...2019 { #expect(body.split(separator: ">\(year)<").count == 8) }
    }

    /// Of many periods only the first, the last, the least and the greatest have their figures.
    @Test func manyPeriodsAreALineWithFourFigures() throws {
        let drawing = drawing(.lines, in: .en, named: "M", (0..<30).map { [$0 == 4 ? 1 : $0 == 20 ? 90 : 20 + $0] })
        let figures = try words(drawing).filter { $0.style.contains("v") }.map(\.words)
        #expect(figures.sorted() == ["1", "20", "49", "90"])
    }

    /// The unknown is grey, and only what the headline names stands out.
    @Test func onlyWhatTheHeadlineNamesStandsOut() throws {
        let grid = Grid(
            columns: [
                .init(id: "n", heading: "Name", isNumeric: false), .init(id: "f", heading: "F", isNumeric: true),
            ],
            rows: [
                Grid.Row([.text("A"), .whole(5)]), Grid.Row([.text("B"), .whole(9)]),
                Grid.Row([.text("Not known"), .whole(2)], isUnknown: true),
            ])
        var chart = Chart(title: "T", unit: "", form: .bars, series: .columns, rows: 0...2, columns: 1...1)
        (chart.orderOfRows, chart.highlight) = ([1, 0, 2], 1)
        chart.headline = .init("B has the most: {FIGURE}", [("FIGURE", .whole(9))])
        let table = Table(id: "t", title: "", subtitle: "", display: grid, charts: [chart])
        let drawing = ChartDrawing(chart, of: table, named: "t", .en, .latn)
        #expect(try bars(drawing).map(\.style) == ["s0", "muted", "unknown"])
        #expect(try words(drawing).first?.words == "B has the most: 9")
    }

    /// On a map the west is on the left in every language, and only the six states are drawn.
    @Test(arguments: [Language.en, .ar]) func mapsAreNotMirrored(language: Language) throws {
        let drawing = drawing(.map, in: language, named: "", [[3], [2], [1], [nil], [9], [1]])
        let outlines = drawing.canvas.body.matches(
            of: /<g><title>([^<]*)<\/title>\n<polygon points="([0-9.]+),[^"]*" fill(?:-opacity)?="([^"]+)"/)
        let west = try outlines.map { try #require(Double($0.output.2)) }
        #expect(outlines.count == 6 && west[4] < west[0] && west[0] < west[5])
        #expect(Set(StateOutlines.all.keys) == Set(GulfState.builtIn.map(\.code)))
        #expect(Set(StateOutlines.centres.keys) == Set(StateOutlines.all.keys))
        // The darker, the larger; a figure that is not there is hatched.
        #expect(outlines.map(\.output.3) == ["0.33", "0.22", "0.11", "url(#t-hatching)", "1", "0.11"])
    }

    /// Losses and gains start at one line, on either side of it.
    @Test func negativeFiguresLieOnTheOtherSide() throws {
        let bars = try bars(drawing(.bars, in: .en, named: "Navy", [[30], [-30], [-15]])).filter { $0.style == "s0" }
        try #require(bars.count == 3)
        #expect(abs(bars[1].right - bars[0].left) < 0.21 && abs(bars[2].right - bars[0].left) < 0.21)
        #expect(abs(bars[1].width - bars[0].width) < 0.21 && abs(bars[2].width * 2 - bars[0].width) < 0.31)
    }

    private static let names = Grid(
        columns: [
            .init(id: "n", heading: "Name", isNumeric: false), .init(id: "f", heading: "F", isNumeric: true),
        ],
        rows: [
            Grid.Row([.text("A"), .whole(15)]), Grid.Row([.text("B"), .whole(12)]),
            Grid.Row([.text("Not known"), .whole(2)], isUnknown: true),
        ])

    private func drawing(_ chart: Chart) -> ChartDrawing {
        let table = Table(id: "t", title: "T", subtitle: "", display: Self.names, charts: [chart])
        return ChartDrawing(chart, of: table, named: "t", .en, .latn)
    }

    /// What is open of a figure is pale, and both of its bounds are told.
    @Test func openFiguresArePale() throws {
        var chart = Chart(title: "T", unit: "", form: .bars, series: .columns, rows: 0...2, columns: 1...1)
        chart.uppers = [Chart.Place(row: 1, column: 1): .whole(60)]
        let drawing = drawing(chart)
        let bars = try bars(drawing)
        #expect(bars.map(\.style) == ["s0", "s0", "s0 open", "unknown"])
        #expect(abs(bars[2].width / bars[1].width - 4) < 0.01 && abs(bars[2].left - bars[1].right) < 0.11)
        #expect(try words(drawing).map(\.words).contains("12 to 60"))
    }

    /// The bar of what must not be exceeded is no longer than the goal, and says what came of it.
    @Test func barsOfLimitsEndAtTheGoal() throws {
        var chart = Chart(title: "T", unit: "", form: .bars, series: .columns, rows: 0...1, columns: 1...1)
        (chart.goal, chart.limits, chart.results) = (12, [0: .share(0.08)], [0: "met", 1: "missed"])
        let drawing = drawing(chart)
        let bars = try bars(drawing)
        #expect(bars.count == 2 && bars[0].width == bars[1].width)
        let words = try words(drawing).map(\.words)
        #expect(words.contains("A, at most 8.0%") && words.contains("15, met") && words.contains("12, missed"))
    }

    /// Words for readers do not name the unknown, nor a lowest figure where the chart is cut.
    @Test func descriptionsNameWhatIsKnown() {
        var chart = Chart(title: "T", unit: "", form: .bars, series: .columns, rows: 0...2, columns: 1...1)
        #expect(drawing(chart).file.contains("Highest: A: 15. Lowest: B: 12."))
        chart.isCut = true
        #expect(drawing(chart).file.contains("Highest: A: 15. All figures"))
    }
}
