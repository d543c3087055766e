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

    private func lines(_ grid: Grid, width: Int?) -> [String] {
        let text = TextWriter(width: width).text(of: Table(id: "t", title: "T", subtitle: "", display: grid))
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast().map(String.init)
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

    @Test func notesAndTitlesAreBroken() {
        let table = Table(
            id: "t", title: "A title of several words", subtitle: "all time", display: grid([("A", false)], []),
            notes: ["A note of several words."])
        #expect(
            TextWriter(width: 12).text(of: table)
                == "A title of\nseveral\nwords\nall time\nA\n─\nA note of\nseveral\nwords.\n")
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
        let lines = lines(table, width: width)
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
