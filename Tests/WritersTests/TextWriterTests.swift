import Reporting
import Testing
import TrainingStats

@testable import Writers

/// Tables in a terminal: within its width, nothing lost, words broken where people would break them.
struct TextWriterTests {
    private func grid(_ headings: [(String, isNumeric: Bool)], _ rows: [[Cell]]) -> Grid {
        Grid(
            columns: headings.map { Grid.Column(id: $0.0, heading: $0.0, isNumeric: $0.isNumeric) },
            rows: rows.map { Grid.Row($0) })
    }

    private func lines(_ grid: Grid, width: Int?, _ direction: TextDirection = .plain) -> [String] {
        let text = TextWriter(width: width, direction: direction).text(
            of: Table(id: "t", title: "T", subtitle: "", display: grid))
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast().map(String.init)
    }

    @Test func dataShowNoControlCharactersInATerminal() {
        #expect(terminalLines("a\u{1B}[31m,\u{9B}2J\nb\tc\r\n") == "a\u{FFFD}[31m,\u{FFFD}2J\nb\tc\u{FFFD}\n")
        #expect(terminalLines("ة,\u{200F}1\n") == "ة,\u{200F}1\n")
    }

    @Test func asWideAsItIsWhereThereIsRoom() {
        let table = grid(
            [("State", false), ("Trainees", true)], [[.text("United Arab Emirates"), .whole(1_234)]])
        let expected = [
            "State                 Trainees", "──────────────────────────────", "United Arab Emirates     1,234",
        ]
        #expect(lines(table, width: nil) == expected)
        #expect(lines(table, width: 30) == expected)
    }

    @Test func wordsAreBrokenAtSpacesAndHyphens() {
        let table = grid(
            [("Topic of training", false), ("United Arab Emirates", true)],
            [[.text("Arms non-proliferation"), .whole(12)], [.text("Energy"), .whole(345)]])
        #expect(
            lines(table, width: 26)
                == [
                    "                    United", "Topic of              Arab", "training          Emirates",
                    "──────────────────────────", "Arms non-               12", "  proliferation",
                    "Energy                 345",
                ])
    }

    @Test func columnsComeInPartsWhereTheyDoNotFit() {
        let years = (2001...2006).map { (String($0), isNumeric: true) }
        let table = grid([("State", false)] + years, [[.text("Qatar")] + (1...6).map { .whole($0 * 100) }])
        #expect(
            lines(table, width: 24) == [
                "State  2001  2002  2003", "───────────────────────", "Qatar   100   200   300", "",
                "State  2004  2005  2006", "───────────────────────", "Qatar   400   500   600",
            ])
    }

    /// A part below the first leaves out rows of which it says nothing.
    @Test func laterPartsHaveNoEmptyRows() {
        let table = grid(
            [("Figure", false), ("2019", true), ("2018", true), ("Published", true), ("Status", false)],
            [
                [.text("Trainees"), .whole(519), .whole(476), .whole(600), .text("not met")],
                [.text("Sessions"), .whole(37), .whole(32), .empty, .empty],
            ])
        #expect(
            lines(table, width: 30) == [
                "Figure    2019  2018", "────────────────────", "Trainees   519   476", "Sessions    37    32", "",
                "Figure    Published  Status", "────────────────────────────", "Trainees        600  not met",
            ])
    }

    private var grouped: Grid {
        var table = AnalystWorkbookTests.grouped().display
        table.groups[0][0].heading = "Kuwait City"
        return table
    }

    /// What spans columns stands in the middle over them, with a line under it.
    @Test func headingsOfGroupsStandOverTheirColumns() {
        #expect(
            lines(grouped, width: nil) == [
                "          Kuwait City         Total", "        ───────────────  ───────────────",
                "State   Trainees  Hours  Trainees  Hours", "────────────────────────────────────────",
                "Kuwait         1     20         1     20", "Qatar          3     40         3     40",
                "────────────────────────────────────────", "Total          4     60         4     60",
            ])
    }

    /// Columns under one heading stay together as far as they fit; one that is wider than its columns is broken.
    @Test func groupsStayInOnePart() {
        #expect(
            lines(grouped, width: 30) == [
                "          Kuwait City", "        ───────────────", "State   Trainees  Hours",
                "───────────────────────",
                "Kuwait         1     20", "Qatar          3     40", "───────────────────────",
                "Total          4     60", "",
                "             Total", "        ───────────────", "State   Trainees  Hours", "───────────────────────",
                "Kuwait         1     20", "Qatar          3     40", "───────────────────────",
                "Total          4     60",
            ])
        var table = grouped
        table.groups[0][0].heading = "Ministry of Interior"
        #expect(
            lines(table, width: nil).prefix(2) == [
                "          Ministry of", "           Interior           Total",
            ])
        table.groups[0][0].heading = "Counterproliferation"
        #expect(lines(table, width: nil)[2] == "State     Trainees     Hours  Trainees  Hours")
    }

    @Test func notesAndTitlesAreBroken() {
        let table = Table(
            id: "t", title: "A title of several words", subtitle: "all of the time", display: grid([("A", false)], []),
            notes: ["A note of several words."])
        #expect(
            TextWriter(width: 12).text(of: table)
                == "A title of\nseveral\nwords\nall of the\ntime\nA\n─\nA note of\nseveral\nwords.\n")
    }

    private var arabic: Grid {
        grid(
            [("الدولة", false), ("المعرف", false), ("التغير", true)],
            [[.text("قطر"), .text("T07"), .whole(-60)], [.text("عُمان"), .empty, .notApplicable]])
    }

    /// To a file or a pipe goes nothing that is not text.
    @Test func arabicStandsAsItIsRead() {
        #expect(
            lines(arabic, width: nil) == [
                "الدولة  المعرف  التغير", "──────────────────────", "قطر     T07        -60", "عُمان               [z]",
                "[z] not applicable: there can be no such figure.",
            ])
    }

    /// Marks part the cells, so that a terminal that turns words round does so within each.
    @Test func arabicInColumnsFromTheLeft() {
        let rows = lines(arabic, width: 80, .leftToRight)
        #expect(rows[2] == "\u{200E}قطر    \u{200E} T07    \u{200E}    -60")
        #expect(rows[3] == "\u{200E}عُمان   \u{200E}        \u{200E}    [z]")
    }

    /// The terminal is asked to begin at the right and told when the text ends; figures stand at the right of their column
    /// and keep their sign before them.
    @Test func arabicInColumnsFromTheRight() {
        let text = TextWriter(width: 80, direction: .rightToLeft).text(
            of: Table(
                id: "t", title: "جدول", subtitle: "", display: arabic, notes: ["من 2019-01-01 (2019-02-01 – 2019-03)"]))
        let mark = "\u{200E}"
        #expect(
            text == """
                \u{1B}[2 kجدول
                الدولة \u{200F} المعرف \u{200F} التغير
                ──────────────────────
                قطر    \u{200F} \(mark)T07\(mark)    \u{200F} \(mark)-60\(mark)
                عُمان   \u{200F}        \u{200F} \(mark)[z]\(mark)
                من \(mark)2019-01-01 (2019-02-01 – 2019-03)\(mark)
                [z] not applicable: there can be no such figure.
                \u{1B}[0 k
                """)
    }

    @Test func barsFromTheRight() {
        let table = grid([("الدولة", false), ("n", true)], [[.text("قطر"), .whole(16)], [.text("عُمان"), .whole(3)]])
        let text = TextWriter(width: 20, direction: .rightToLeft).text(
            of: Table(id: "t", title: "", subtitle: "", display: table), barsBy: "n")
        #expect(text.contains("16\u{200E}  ████████\n") && text.contains("3\u{200E}   █▐\n"))
    }

    /// The target stands at the end of the field that its value fills, whether or not the bar reaches it.
    @Test func barsWithTargets() {
        var table = Table(
            id: "t", title: "", subtitle: "",
            display: grid(
                [("State", false), ("n", true)], [[.text("Oman"), .whole(8)], [.text("Qatar"), .whole(4)]]))
        table.marks = [
            .init(row: 0, column: 1, value: 4, kind: .target), .init(row: 1, column: 1, value: 8, kind: .target),
            .init(row: 1, column: 0, value: 8, kind: .target),
        ]
        let text = TextWriter(width: 18).text(of: table, barsBy: "n")
        #expect(text.hasSuffix("Oman   8  ███┃████\nQatar  4  ████   ┃\n┃ target\n"), "\(text)")
        // Bars with a pace are read off: where there is no room beside the figures they have lines of their own.
        table.marks.append(.init(row: 1, column: 1, value: 2, kind: .pace))
        let below = TextWriter(width: 18).text(of: table, barsBy: "n")
        #expect(
            below.hasSuffix(
                "Oman   8\n  ███████┃████████\nQatar  4\n  ███┊████       ┃\n┃ target ┊ period\npassed\n"), "\(below)"
        )
    }

    @Test func totalsAreSetOff() {
        var table = grid([("State", false), ("Year", false), ("Trainees", true)], [])
        table.rows = [
            .init([.text("Oman"), .text("2019"), .whole(1)]),
            .init([.text("Oman"), .text("Total"), .whole(1)], isTotal: true),
            .init([.text("Total"), .text("2019"), .whole(1)], isTotal: true),
            .init([.text("Total"), .empty, .whole(1)], isTotal: true),
        ]
        #expect(
            lines(table, width: nil) == [
                "State  Year   Trainees", "──────────────────────", "Oman   2019          1", "Oman   Total         1",
                "──────────────────────", "Total  2019          1", "Total                1",
            ])
    }

    /// No line is wider than the terminal, and every character of every cell is there, for tables by chance.
    @Test(arguments: 0..<120) func fitsAndLosesNothing(seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func next(_ range: ClosedRange<Int>) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return range.lowerBound + Int(state >> 33) % range.count
        }
        func words() -> String {
            (0..<next(0...6)).map { _ in String("abcdefghijklmnopqrstuvwxyz".prefix(next(1...14))) }
                .joined(separator: [" ", "-", "; ", " "][next(0...3)])
        }
        let headings = (0..<next(1...9)).map { (words(), isNumeric: $0 > next(0...2)) }
        let table = grid(
            headings,
            (0..<next(0...5)).map { _ in
                headings.map { $0.isNumeric ? .whole(next(0...999_999)) : .text(words()) }
            })
        let width = next(40...120)
        let direction = [TextDirection.plain, .leftToRight, .rightToLeft][next(0...2)]
        let lines = lines(table, width: width, direction).map {
            $0.replacing("\u{200E}", with: "").replacing("\u{200F}", with: "")
        }.filter { !$0.hasPrefix("\u{1B}") }
        #expect(
            lines.allSatisfy { displayWidth($0) <= width },
            "seed \(seed), width \(width)\n\(lines.joined(separator: "\n"))")
        // In one part, each cell stands once.
        guard !lines.contains("") else { return }
        let shown = lines.joined().filter { $0 != " " && $0 != "─" }.sorted()
        let cells = table.columns.map(\.heading) + table.rows.flatMap { $0.cells.map(\.displayText) }
        #expect(shown == cells.joined().filter { $0 != " " }.sorted(), "seed \(seed), width \(width)")
    }

    @Test func nothingCommandsTheTerminal() {
        let table = grid([("A\u{1B}[2J", false)], [[.text("b\u{7}\nc\u{9B}31m")]])
        #expect(lines(table, width: 80) == ["A\u{FFFD}[2J", "────────", "b\u{FFFD} c\u{FFFD}31m"])
    }
}
