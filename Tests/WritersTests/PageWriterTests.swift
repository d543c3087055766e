import Foundation
import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Writers

/// Pages and pictures of small tables: what stands in the records can neither break nor script them.
struct PageWriterTests {
    static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onfocus='alert(1)", "&lt;b&gt; &amp;amp;",
        "</title></svg><script>x</script>", "]]>", "<!-- -->", "javascript:alert(1)", "\u{0}\u{8}\u{1F}\u{FFFF}",
        "\u{202E}txt", "a\nb\tc", "مدير <b>", "</style><style>*{display:none}", "{{7*7}} ${7*7}",
    ]

    private func table(
        _ names: [String], _ form: Chart.Form? = nil, series: Chart.Series = .columns, cells: [[Cell]]? = nil
    ) -> Table {
        let figures = cells ?? names.indices.map { [.whole(1_000 + $0), .share(Double($0) / 7)] }
        let width = figures.first?.count ?? 0
        let grid = Grid(
            columns: [.init(id: "name", heading: names[0], isNumeric: false)]
                + (0..<width).map { .init(id: "f\($0)", heading: "F\($0) " + names[0], isNumeric: true) },
            rows: zip(names, figures).map { Grid.Row([.text($0)] + $1) }
                + [Grid.Row([.text("Total")] + (0..<width).map { .whole($0) }, isTotal: true)])
        let charts = form.map {
            [
                Chart(
                    title: names[0], unit: names[0], form: $0, series: series, rows: 0...(names.count - 1),
                    columns: 1...width)
            ]
        }
        return Table(
            id: "t", title: names[0], subtitle: names[0], display: grid, notes: names, charts: charts ?? [],
            comparison: .block([1]))
    }

    private func page(_ table: Table, _ language: Language = .en) throws -> String {
        let day = try #require(CivilDate("2019-12-31"))
        let words = table.notes[0]
        return HTMLWriter(translations: [.init(language: .ar, path: "report.ar.html")]).text(
            of: Document(
                title: words, subject: words, author: words, language: language,
                particulars: [.init(label: words, value: words)],
                inputs: [.init(file: words, rows: 1, rejected: 0, emptyLines: 0, sha256: "00")],
                tables: [table, Table(id: "u", title: words, subtitle: "", display: table.display)],
                omissions: [.init(id: "v", title: words, reason: words)],
                reportingDay: day))
    }

    /// The text of a page or picture as a parser of HTML sees it: names of all elements and attributes.
    private func markup(of text: String) throws -> Set<String> {
        let script = """
            import html.parser, sys
            class Names(html.parser.HTMLParser):
                def handle_starttag(self, tag, attributes):
                    print(tag)
                    for name, _ in attributes: print("@" + name)
            parser = Names()
            parser.feed(sys.stdin.buffer.read().decode())
            """
        let result = try run(debianPython, ["-c", script], input: Data(text.utf8))
        return Set(result.text.split(separator: "\n").map(String.init))
    }

    @Test(arguments: [Language.en, .ar]) func hostileWordsStayWords(language: Language) throws {
        let harmless = try markup(of: try page(table(["a", "b", "c"], .bars), language))
        for start in Self.hostile.indices {
            let names = Array(Self.hostile[start...] + Self.hostile[..<start])
            #expect(try markup(of: try page(table(names, .bars), language)).subtracting(harmless) == [])
        }
    }

    static let forms: [Chart.Form] = [.bars, .stackedBars, .columns, .lines, .heat, .dots]

    /// Every picture is a well-formed file, whatever stands in it.
    @Test(arguments: forms, [Chart.Series.rows, .columns])
    func picturesAreWellFormed(form: Chart.Form, series: Chart.Series) throws {
        let table = table(Self.hostile, form, series: series)
        for picture in TablePicture.all(of: table, .ar, .latn) {
            let script = "import sys, xml.etree.ElementTree as e; e.fromstring(sys.stdin.buffer.read())"
            let result = try run(debianPython, ["-c", script], input: Data(picture.file.utf8))
            #expect(result.code == 0, "\(result.errors)")
        }
    }

    private func labels(_ table: Table, _ language: Language) throws -> [String] {
        let drawing = try #require(TablePicture.all(of: table, language, .latn).first).file
        return drawing.matches(of: /<text [^>]*class="v[^"]*">([^<]*)</).map { String($0.output.1) }
    }

    /// The figures in a picture are the cells as the table shows them; few enough, and all have room.
    @Test(arguments: forms + [.slopes], [Language.en, .ar]) func labelsAreTheCells(form: Chart.Form, language: Language)
        throws
    {
        let cells: [[Cell]] = [[.whole(1_500), .whole(900)], [.whole(700), .real(650.25, places: 1)]]
        let table = table(["a", "b"], form, series: .columns, cells: cells)
        #expect(try labels(table, language).sorted() == ["1,500", "650.3", "700", "900"])
    }

    @Test func figuresBelowZeroGoTheOtherWay() throws {
        let table = table(["a", "b"], .bars, cells: [[.whole(-50)], [.whole(100)]])
        #expect(try labels(table, .en) == ["-50", "100"])
        let drawing = try #require(TablePicture.all(of: table, .en, .latn).first).file
        let bars = drawing.matches(of: /<rect x="([0-9.]+)" y="[0-9.]+" width="([0-9.]+)"[^>]*class="s0"/)
            .compactMap { match in Double(match.output.1).flatMap { x in Double(match.output.2).map { (x, $0) } } }
        try #require(bars.count == 2)
        #expect(abs(bars[0].0 + bars[0].1 - bars[1].0) < 0.2)
        #expect(abs(bars[0].1 * 2 - bars[1].1) < 0.3)
    }

    /// Arabic pictures are the others seen in a mirror, but for the words.
    @Test func arabicIsMirrored() throws {
        func bars(_ language: Language) throws -> [(x: Double, width: Double)] {
            try #require(TablePicture.all(of: table(["a", "b", "c"], .bars), language, .latn).first).file
                .matches(of: /<rect x="([0-9.]+)" y="[0-9.]+" width="([0-9.]+)"/)
                .compactMap { match in Double(match.output.1).flatMap { x in Double(match.output.2).map { (x, $0) } } }
        }
        for (left, right) in zip(try bars(.en), try bars(.ar)) {
            #expect(abs(left.x + left.width + right.x - 600) < 0.3)
        }
    }

    @Test func pageOfArabicRunsFromRightToLeft() throws {
        let text = try page(table(["من 2019-01-01", "ب"], .bars), .ar)
        #expect(text.contains("<html lang=\"ar\" dir=\"rtl\">"))
        #expect(text.contains("<bdi dir=\"ltr\">2019-01-01</bdi>"))
    }

    /// Rows with totals between them keep their order; figures say what data output has where they are rounded.
    @Test func tables() throws {
        let plain = try page(table(["a", "b", "c"]))
        #expect(plain.contains(" data-sorts>"))
        #expect(plain.contains("<tfoot>\n<tr class=\"total\"><th scope=\"row\">Total</th>"))
        #expect(plain.contains("<td data-v=\"0.14285714285714285\">14.3%</td>"))
        #expect(plain.contains("<th scope=\"col\" class=\"n\">F0 a</th>"))
        var nested = table(["a", "b", "c"])
        nested.display.rows[1].isTotal = true
        #expect(try !page(nested).contains(" data-sorts>"))
    }

    /// A colour in linear parts of red, green and blue.
    private func parts(_ name: String, of colours: String) throws -> [Double] {
        let named = colours.matches(of: /--(\w+):#(\w{6});/).first { $0.output.1 == name }
        let digits = try #require(named).output.2
        let hex = try #require(Int(digits, radix: 16))
        return [16, 8, 0].map { shift in
            let part = Double(hex >> shift & 0xFF) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
    }

    /// Colours of series stand out from the ground, and words on them from the colours (WCAG 2.2, 1.4.3 and 1.4.11).
    @Test(arguments: [ChartStyle.lightColours, ChartStyle.darkColours]) func contrast(colours: String) throws {
        func light(_ name: String) throws -> Double {
            zip(try parts(name, of: colours), [0.2126, 0.7152, 0.0722]).map(*).reduce(0, +)
        }
        func ratio(_ one: String, _ two: String) throws -> Double {
            let (a, b) = (try light(one), try light(two))
            return (max(a, b) + 0.05) / (min(a, b) + 0.05)
        }
        for index in 0..<ChartStyle.colours {
            #expect(try ratio("s\(index)", "ground") >= 3, "s\(index)")
            #expect(try ratio("s\(index)", "o\(index)") >= 4.5, "s\(index)")
        }
        for step in 0...ChartStyle.steps { #expect(try ratio("k\(step)", step > 3 ? "on" : "ink") >= 4.5, "k\(step)") }
        #expect(try ratio("ink", "ground") >= 7)
        #expect(try ratio("soft", "ground") >= 4.5)
    }

    /// How readers see colours: all of them, and without red, green or blue (Machado, Oliveira and Fernandes 2009).
    static let sights: [[[Double]]] = [
        [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ]

    /// Any two colours of series lie apart in CIELAB, whoever looks.
    @Test(arguments: [ChartStyle.lightColours, ChartStyle.darkColours]) func coloursStayApart(colours: String) throws {
        func times(_ rows: [[Double]], _ parts: [Double]) -> [Double] {
            rows.map { zip($0, parts).map(*).reduce(0, +) }
        }
        let daylight = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
        for sight in Self.sights {
            let places = try (0..<ChartStyle.colours).map { index -> [Double] in
                let seen = times(sight, try parts("s\(index)", of: colours)).map { min(1, max(0, $0)) }
                let f = zip(times(daylight, seen), [0.9505, 1, 1.089]).map { part, white in
                    part / white > 0.008856 ? cbrt(part / white) : 7.787 * part / white + 16.0 / 116
                }
                return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
            }
            for one in places.indices {
                for two in places.indices where two < one {
                    let distance = zip(places[one], places[two]).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
                    #expect(distance > 20, "\(one) and \(two)")
                }
            }
        }
    }
}
