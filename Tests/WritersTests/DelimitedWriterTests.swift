import Foundation
import Reporting
import Support
import TestSupport
import Testing
import TrainingStats
import Writers

/// CSV, TSV and JSON of the same cells.
struct DelimitedWriterTests {
    private func table(_ rows: [[Cell]], columns: [String] = ["a", "b"]) -> Table {
        let grid = Grid(
            columns: columns.map { Grid.Column(id: $0, heading: $0.uppercased(), isNumeric: false) },
            rows: rows.map { Grid.Row($0) })
        return Table(id: "t", title: "T", subtitle: "", display: grid)
    }

    @Test func cellsInTheirDataForm() throws {
        let decimal = try #require(ExactDecimal("1250.500"))
        let date = try #require(CivilDate("2019-06-30"))
        let text = DelimitedWriter.csv().text(
            of: table([
                [.whole(-1_234_567), .decimal(decimal, places: 3)], [.real(50, places: 1), .share(0.637)],
                [.unknown, .notApplicable], [.date(date), .empty], [.real(.nan, places: 1), .text("007")],
            ]))
        #expect(text == "a,b\n-1234567,1250.5\n50,0.637\n_U,_Z\n2019-06-30,\n_Z,007\n")
    }

    @Test func quotesWhatMustBe() {
        let text = DelimitedWriter.csv().text(
            of: table([[.text("a,b"), .text("say \"no\"")], [.text("x\ny"), .text(" z ")]]))
        #expect(text == "a,b\n\"a,b\",\"say \"\"no\"\"\"\n\"x\ny\", z \n")
    }

    @Test func aLoneEmptyFieldIsARecord() {
        #expect(DelimitedWriter.csv().text(of: table([[.text("")]], columns: ["a"])) == "a\n\"\"\n")
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
    func guardsAgainstFormulas(_ words: String) {
        let guarded = DelimitedWriter.csv().text(of: table([[.text(words), .whole(-1)]]))
        let plain = DelimitedWriter.csv(guardsInjection: false).text(of: table([[.text(words), .whole(-1)]]))
        #expect(guarded.contains("'" + words))
        #expect(!plain.contains("'"))
        #expect(guarded.hasSuffix(",-1\n"), "numbers stay numbers")
    }

    @Test func byteOrderMarkAndTabs() {
        let text = DelimitedWriter.tsv(hasByteOrderMark: true).text(of: table([[.text("a,b"), .text("c\td")]]))
        #expect(text == "\u{FEFF}a\tb\na,b\t\"c\td\"\n")
    }

    @Test func jsonReadsBack() throws {
        let words = "\"quotes\" \\ \n\t\u{1}\u{2028} 'x' ع"
        let text = JSONWriter().text(of: table([[.text(words), .share(0.1)], [.unknown, .empty]]))
        let read = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        #expect(read[0]["a"] as? String == words)
        #expect(read[0]["b"] as? Double == 0.1)
        #expect(read[1]["a"] as? String == "_U")
        #expect(read[1]["b"] is NSNull)
        #expect(JSONWriter().text(of: table([])) == "[]\n")
        // JSON Lines: the same objects, each on a line of its own.
        let objects = text.dropFirst(2).dropLast(3).split(separator: ",\n").map { $0.drop { $0 == " " } }
        #expect(
            JSONWriter(.lines).text(of: table([[.text(words), .share(0.1)], [.unknown, .empty]]))
                == objects.map { $0 + "\n" }.joined())
        #expect(JSONWriter(.lines).text(of: table([])).isEmpty)
    }
}
