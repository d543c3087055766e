import Foundation
import Reporting
import TestSupport
import Testing
import TrainingStats

@testable import Writers

/// Markdown that survives whatever stands in the records; held against the reference implementation where it is installed.
struct MarkdownWriterTests {
    private func table(_ words: [String]) -> Table {
        let grid = Grid(
            columns: [
                .init(id: "a", heading: "Name", isNumeric: false), .init(id: "b", heading: "Figure", isNumeric: true),
            ],
            rows: words.map { Grid.Row([.text($0), .whole(1_234)]) } + [
                Grid.Row([.text("Total"), .share(0.5)], isTotal: true)
            ])
        return Table(id: "t", title: "A table", subtitle: "sub", display: grid, notes: ["1. not a list * at all"])
    }

    @Test func layout() {
        let text = MarkdownWriter().text(of: table(["x|y"]), .en)
        let expected = """
            ## A table

            sub

            | Name | Figure |
            | --- | ---: |
            | x\\|y | 1,234 |
            | **Total** | **50.0%** |

            - 1\\. not a list \\* at all

            """
        #expect(text == expected)
    }

    /// A document shows the excerpt of a long table and says so; its words are defined once, at the end.
    @Test func documentIsShort() {
        var long = table(["a", "b", "c"])
        long.excerpt = Table.Excerpt(
            grid: Grid(columns: long.display.columns, rows: [long.display.rows[0], long.display.rows[3]]),
            note: "The first of three.")
        long.definitions = [Definition(id: "figure", term: "Figure", text: "A number.")]
        let document = Document(
            title: "D", language: .en, particulars: [], tables: [long, long], reportingDay: .day("2019-12-31"))
        let text = MarkdownWriter().text(of: document)
        #expect(text.contains("| a | 1,234 |\n| **Total** | **50.0%** |\n\n- The first of three.\n- 1\\. not"))
        #expect(!text.contains("| b |"))
        #expect(text.components(separatedBy: "- Figure: A number.").count == 2)
        #expect(text.contains("- [Notes](#notes)") && text.contains("<a id=\"notes\"></a>"))
    }

    @Test func arabicRunsFromRightToLeft() {
        #expect(MarkdownWriter().text(of: table([]), .ar).hasPrefix("<div dir=\"rtl\">\n\n"))
    }

    static let awkward = [
        "a|b", "`code` ``", "<script>alert(1)</script>", "*bold* **b** _i_ __u__", "[link](http://x.y)", "![i](j)",
        "~~gone~~",
        "&amp; &lt;", "\\", "\\|", "a\\", "http://example.org", "www.example.org", "me@example.org", "# no heading",
        "- no item",
        "+ no item", "1. no item", "1) no item", "> no quote", "| a | b |", "---", "===", "***", "$x$", ":smile:",
        "a b  c",
        "خط | عربي *غامق*", "https://a.b/c_d_e", "a_b_c", "x^2^", "<!-- c -->", "[^1]", "- [ ] task", "\u{1}bell",
        // One character to Swift, and yet a mark to whoever renders it.
        "Armed\u{600}|Forces", "|\u{301}", "\u{600}*a\u{600}*", "*\u{301}a*\u{301}", "\u{600}[a](http://x.y)",
        "\u{600}<img src=x onerror=alert(1)>", "<\u{301}b>", "\u{600}`a\u{600}`", "`\u{200D}a`\u{200D}",
        "\u{600}http://example.org", "HTTP://example.org", "\u{600}www.example.org", "&\u{301}amp;", "\u{600}&amp;",
        "\\\u{301}|", "\u{600}\\", "~\u{301}~gone~~", "#\u{301} no heading", "-\u{301} no item", "1.\u{301} no item",
    ]

    /// The cell of a rendered table reads exactly as the words did.
    @Test(.enabled(if: program("cmark-gfm") != nil)) func rendersAsItStands() throws {
        for seed in 0..<40 {
            var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
            func next(_ count: Int) -> Int {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int(state >> 33) % count
            }
            let words =
                seed == 0
                ? Self.awkward
                : (0..<20).map { _ in
                    (0...next(3)).map { _ in Self.awkward[next(Self.awkward.count)] }.joined(
                        separator: ["", " "][next(2)])
                }
            let html = try run(
                try #require(program("cmark-gfm")),
                ["-e", "table", "-e", "autolink", "-e", "strikethrough", "-e", "tasklist"],
                input: Data(MarkdownWriter().text(of: table(words), .en).utf8)
            ).text
            let cells = html.components(separatedBy: "\n").filter {
                $0.hasPrefix("<td>") && !$0.contains("<strong>Total")
            }
            let read = cells.map { unescaped(String($0.dropFirst(4).dropLast(5))) }
            let expected = words.map {
                $0.replacingOccurrences(of: "\u{1}", with: "\u{FFFD}", options: .literal)
                    .trimmingCharacters(in: .whitespaces)
            }
            #expect(read.map { Array($0.utf8) } == expected.map { Array($0.utf8) }, "seed \(seed)")
            #expect(html.contains("<td align=\"right\">1,234</td>"))
        }
    }

    /// Whatever stands beside a mark, in a cell as in a heading: a backslash comes before it.
    @Test func marksAreEscapedBesideCombiningAndPrependedMarks() {
        for mark in "\\`*_{}[]<>#|~$!^" {
            for (before, after) in [
                ("\u{600}", ""), ("", "\u{301}"), ("\u{600}", "\u{301}"), ("", "\u{200C}"), ("", "\u{200D}"),
            ] {
                let text = MarkdownWriter().inline("a\(before)\(mark)\(after)b")
                #expect(text.utf8.elementsEqual("a\(before)\\\(mark)\(after)b".utf8), "\(text.debugDescription)")
            }
        }
    }

    @Test(.enabled(if: program("cmark-gfm") != nil)) func lineBreaksStayInTheirCell() throws {
        let html = try run(
            try #require(program("cmark-gfm")), ["-e", "table", "--unsafe"],
            input: Data(MarkdownWriter().text(of: table(["a\nb\r\nc"]), .en).utf8)
        ).text
        #expect(html.contains("<td>a<br>b<br>c</td>"))
    }

    /// The text of a cell; an address of mail is a link that reads as it stands.
    private func unescaped(_ html: String) -> String {
        let bare = html.replacingOccurrences(
            of: "<a href=\"mailto:[^\"]*\">|</a>", with: "", options: .regularExpression)
        return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(bare) {
            $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal)
        }
    }
}
