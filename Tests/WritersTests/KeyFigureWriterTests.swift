import Foundation
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Reporting
@testable import Writers

/// What each format makes of the key figures.
struct KeyFigureWriterTests {
    private typealias Content = ReadWorkbook.Content

    private static let trend: [Cell] = [.whole(100), .whole(200), .whole(50)]

    private static func document(_ language: Language = .en, words: String = "Words") throws -> Document {
        var grid = Grid(
            columns: [
                .init(id: "measure", heading: "Figure", isNumeric: false),
                .init(id: "current", heading: "2019", isNumeric: true),
                .init(id: "change-percent", heading: "Change", isNumeric: true),
                .init(id: "all-time", heading: "All", isNumeric: true),
            ],
            rows: [
                Grid.Row(
                    [.text("Trainees"), .whole(50), .signed(.share(-0.75)), .whole(350)], definition: "trainees"),
                Grid.Row([.text("Cost"), .notApplicable, .notApplicable, .whole(1)], definition: "cost"),
            ])
        grid.columns[1].period = "2019"
        grid.rows[1].unit = "dinars"
        var table = Table(
            id: "key-figures", title: "Key figures", subtitle: "2019", display: grid,
            definitions: [Definition(id: "trainees", term: "Trainees", text: "People.", adds: "no")])
        table.trends = .init(heading: "2017 to 2019", periods: ["2017", "2018", "2019"], rows: [trend, []])
        let tile = KeyFigures.Tile(
            id: "trainees", label: words, figure: .whole(50), change: .signed(.whole(-150)),
            relativeChange: .signed(.share(-0.75)), comparison: "on 2018",
            trend: zip(["2017", "2018", "2019"], trend).map { .init(label: $0, figure: $1, isPartial: $0 == "2019") },
            remarks: [.init("Target {TARGET}: missed", [("TARGET", .whole(60))], isGood: false, table: "key-figures")])
        let figures = KeyFigures(
            title: "Key figures", table: "key-figures", caption: words, tiles: [tile], headingOfFindings: "Out",
            findings: [.init("\(words) {CHANGE}", [("CHANGE", .signed(.whole(12)))])],
            warnings: [.init("Rejected {COUNT}", [("COUNT", .whole(7))])])
        return Document(
            title: "T", language: language, digits: .latn, lead: "All time", keyFigures: figures,
            particulars: [.init(label: "Custodian", value: "C")],
            tables: [table, Table(id: "u", title: "Other", subtitle: "", display: grid)],
            reportingDay: try #require(CivilDate("2019-12-31")))
    }

    @Test func pagesBeginWithTiles() throws {
        let page = HTMLWriter().text(of: try Self.document())
        let places = try ["All time", "Rejected 7", "<bdi dir=\"ltr\">50</bdi>", "Words +12", "<nav", "Custodian"].map {
            try #require(page.range(of: $0)?.lowerBound, "\($0)")
        }
        #expect(places == places.sorted())
        #expect(
            page.contains("<b><bdi dir=\"ltr\">\u{2212}150</bdi> (<bdi dir=\"ltr\">\u{2212}75.0%</bdi>)</b> on 2018"))
        #expect(page.contains("<p class=\"bad\"><a href=\"#key-figures\">Target 60: missed</a></p>"))
        #expect(page.contains("aria-label=\"2017: 100; 2018: 200; 2019: 50\""))
        #expect(page.contains("height=\"8\" class=\"l part\""))
        // The table stands below the tiles, not in a section of its own.
        #expect(page.components(separatedBy: "Key figures</h2>").count == 2)
        #expect(page.components(separatedBy: "id=\"key-figures\"").count == 2)
        let table = try #require(page.range(of: "<h3>All key figures</h3>")?.lowerBound)
        #expect(try table < #require(page.range(of: "<nav")?.lowerBound))
    }

    /// On pages from right to left each figure says its direction: a unit in words runs with the page, its figure does not.
    @Test func figuresOfTilesHaveADirection() throws {
        func page(_ digits: Digits) throws -> String {
            var document = try Self.document(.ar)
            document.digits = digits
            document.keyFigures?.tiles[0].change = .signed(.points(-0.021, unit: "نقطة"))
            return HTMLWriter().text(of: document)
        }
        let latin = try page(.latn)
        #expect(latin.contains("<bdi dir=\"ltr\">50</bdi>"))
        #expect(latin.contains("<bdi dir=\"rtl\"><bdi dir=\"ltr\">\u{2212}2.1</bdi> نقطة</bdi>"))
        #expect(try page(.arab).contains("<bdi dir=\"rtl\">\u{2212}٢٫١ نقطة</bdi>"))
        #expect(!latin.contains("<bdi>"))
    }

    /// A figure too long for a narrow tile has smaller letters.
    @Test(arguments: [(9_999_999, "figure"), (987_654_321_103, "figure long"), (9_876_543_210_321, "figure longest")])
    func longFiguresAreSmall(figure: Int, name: String) throws {
        var document = try Self.document()
        document.keyFigures?.tiles[0].figure = .whole(figure)
        #expect(HTMLWriter().text(of: document).contains("<p class=\"\(name)\">"))
    }

    /// In Arabic time runs from right to left, also in the smallest of pictures.
    @Test func trendsAreMirrored() throws {
        func last(_ language: Language) throws -> String {
            let page = HTMLWriter().text(of: try Self.document(language))
            return String(try #require(page.firstMatch(of: /x="(\d+)"[^>]*class="l part"/)).output.1)
        }
        #expect(try last(.en) == "28" && last(.ar) == "0")
    }

    @Test(arguments: PageWriterTests.hostile) func hostileWordsStayWords(words: String) throws {
        let page = HTMLWriter().text(of: try Self.document(words: words))
        let harmless = HTMLWriter().text(of: try Self.document())
        #expect(page.count { $0 == "<" } == harmless.count { $0 == "<" })
    }

    @Test func markdownBeginsWithTheirTable() throws {
        let text = MarkdownWriter().text(of: try Self.document())
        #expect(text.hasPrefix("# T\n\nAll time\n\n<a id=\"key-figures\"></a>"))
        #expect(text.contains("| Trainees | 50 | \u{2212}75.0% | ▄█▂ | 350 |"))
        #expect(text.contains("- Rejected 7\n") && text.contains("- Words +12\n"))
        #expect(text.components(separatedBy: "| Trainees |").count == 3)
        // Below each of both tables, and at the end.
        #expect(text.components(separatedBy: "not applicable").count == 4)
    }

    @Test func terminalsShowThemFirst() throws {
        let lines = TextWriter(width: 80).text(of: try Self.document()).split(separator: "\n").map(String.init)
        #expect(lines.prefix(3) == ["T", "All time", "- Rejected 7"])
        #expect(lines.contains { $0.hasPrefix("Trainees") && $0.hasSuffix("▄█▂           350") })
        #expect(lines.contains("- Words +12"))
        #expect(lines.count { $0.hasPrefix("[z] not applicable") } == 2 && !lines.contains { $0.hasPrefix("[x]") })
        let narrow = TextWriter(width: 24).text(of: try Self.document(words: "Words that go on and on"))
        #expect(narrow.contains("- Words that go on and\n  on +12\n"))
    }

    /// Among Arabic words a figure with Latin digits keeps its sign at its left.
    @Test func markdownIsolatesFigures() throws {
        let text = MarkdownWriter().text(of: try Self.document(.ar))
        #expect(text.contains("| \u{2066}\u{2212}75.0%\u{2069} |") && text.contains("- Words \u{2066}+12\u{2069}"))
        #expect(text.contains("| Trainees | 50 |"))
        var document = try Self.document(.ar)
        document.tables[1].display.rows[0].cells[0] = .text(".LDRSHIP PGM DIS. RESP")
        #expect(MarkdownWriter().text(of: document).contains("| \u{2066}.LDRSHIP PGM DIS. RESP\u{2069} | 50 |"))
        #expect(HTMLWriter().text(of: document).contains("<bdi dir=\"ltr\">.LDRSHIP PGM DIS. RESP</bdi>"))
    }

    @Test func workbooksBeginWithThemAndListAllFigures() throws {
        let folder = try TemporaryFolder()
        try writeWorkbook([try Self.document()], to: folder.path + "/a.xlsx")
        let book = try ReadWorkbook(path: folder.path + "/a.xlsx")
        #expect(
            book.sheets.map(\.name)
                == ["Key figures", "Contents", "Other", "Data", "Notes"])
        let first = try #require(book.sheets.first).rows
        #expect(
            first.contains {
                $0.starts(with: [
                    .text("Trainees"), .number(50), .number(-0.75), .number(350), .number(100), .number(200),
                    .number(50),
                ])
            })
        func row(_ words: String) throws -> Int {
            try #require(first.firstIndex { $0.first == .text(words) }, "\(words)")
        }
        // Warnings, figures, what stands out.
        #expect(try row("Rejected 7") < row("Figure") && row("Trainees") < row("Out"))
        #expect(try row("Words +12") == row("Out") + 1)
        #expect(book.sheets.first?.frozen != "A7")
        let data = try #require(book["Data"]).rows
        #expect(
            data[0]
                == ["Table", "Total", "Figure", "Period", "Value", "Unit", "Status", "Additive"].map { .text($0) })
        // Two earlier figures of the trend besides.
        #expect(data.count == 1 + 12 + 2)
        func line(
            _ figure: String, _ value: Content, unit: Content = .empty, status: Content = .empty
        ) -> [Content] {
            [.text("Key figures"), .text("no"), .text(figure), .text("2019"), value, unit, status, .text("no")]
        }
        // Values are numbers alone.
        #expect(
            Array(data[1...6]) == [
                line("Trainees", .number(50), unit: .text("number")),
                line("Trainees, Change", .number(-0.75), unit: .text("fraction of 1")),
                line("Trainees, All", .number(350), unit: .text("number")),
                line("Cost", .empty, status: .text("[z]")), line("Cost, Change", .empty, status: .text("[z]")),
                line("Cost, All", .number(1), unit: .text("dinars")),
            ])
    }

    /// Differences have a sign of either kind, and none where nothing changes.
    @Test func changesHaveSigns() {
        let cells: [Cell] = [
            .signed(.whole(1_200)), .signed(.whole(-5)), .signed(.whole(0)), .signed(.share(0.0001)),
            .signed(.points(-0.021, unit: "pp")), .marked(.signed(.whole(3)), .provisional), .signed(.notApplicable),
        ]
        #expect(
            cells.map(\.displayText) == ["+1,200", "\u{2212}5", "0", "0.0%", "\u{2212}2.1 pp", "+3 [p]", "[z]"])
        #expect(cells.map(\.dataText) == ["1200", "-5", "0", "0.0001", "-0.021", "3", "_Z"])
        #expect(cells[5].numberFormat == "+#,##0\" [p]\";\u{2212}#,##0\" [p]\";#,##0\" [p]\"")
    }

    /// A period without records stands between the others, with its own figure.
    @Test func emptyPeriodsHavePlaces() {
        let grid = Grid(
            columns: [
                .init(id: "year", heading: "Year", isNumeric: false), .init(id: "f", heading: "F", isNumeric: true),
            ],
            rows: [("2016", 2), ("2017", 9), ("2020", 5)].map { Grid.Row([.text($0), .whole($1)]) })
        var chart = Chart(title: "", unit: "", form: .columns, series: .columns, rows: 0...2, columns: 1...1)
        chart.emptyPeriods = [2: ["2018", "2019"]]
        chart.figuresOfEmptyPeriods = [1: .whole(0)]
        let figures = ChartFigures(chart, of: grid, .en, .latn)
        #expect(figures.categories == ["2016", "2017", "2018", "2019", "2020"])
        #expect(figures.cells == [[.whole(2), .whole(9), .whole(0), .whole(0), .whole(5)]])
        #expect(figures.categoryPlaces == [0, 1, nil, nil, 2])
    }

    /// Bars stand in the order of their figures, the unknown last; cells that are not known shade nothing.
    @Test func barsAreSorted() throws {
        let grid = Grid(
            columns: [
                .init(id: "state", heading: "State", isNumeric: false), .init(id: "f", heading: "F", isNumeric: true),
            ],
            rows: [("A", 2), ("B", 9), ("C", 5), ("D", 9)].map { Grid.Row([.text($0), .whole($1)]) }
                + [Grid.Row([.text("Not known"), .whole(90)], isUnknown: true)])
        var chart = Chart(title: "", unit: "", form: .bars, series: .columns, rows: 0...4, columns: 1...1)
        #expect(ChartFigures(chart, of: grid, .en, .latn).categories == ["A", "B", "C", "D", "Not known"])
        chart.orderOfRows = [1, 3, 2, 0, 4]
        #expect(ChartFigures(chart, of: grid, .en, .latn).categories == ["B", "D", "C", "A", "Not known"])
        let table = Table(id: "t", title: "", subtitle: "", display: grid, comparison: .block([1]))
        let text = HTMLTable(table, .en, .latn).text
        #expect(text.contains("<td class=\"g5\">9</td>") && text.contains("<td>90</td>"))
    }
}
