import Foundation
import Support
import Testing
import TrainingStats

@testable import Reporting
@testable import Writers

/// The page of an explorer: its cube is read back as it is, and what stands in the records can neither end nor script it.
struct ExplorerWriterTests {
    private func cube(_ words: String, _ language: Language) -> FigureCube {
        let axes = ["state", "year"].map { id in
            FigureCube.Axis(
                id: id, heading: words, isOfTrainees: id == "state", isTime: id == "year",
                members: [.init(code: words, name: words, nameInPart: words), .init(code: "_U", name: "?")])
        }
        let figure = FigureCube.Figure(
            id: "completion-rate", heading: words, definition: words, countsPersons: false, isOfPlans: false,
            upper: nil,
            values: [.notApplicable, .share(1.0 / 3), .whole(7), .unknown])
        return FigureCube(
            title: words, language: language, digits: .usual(in: language),
            particulars: [.init(label: words, value: words)], notes: [words], axes: axes, figures: [figure],
            ofSessions: .init(keys: [0, 1], columns: [[2, 2]]),
            ofPersons: .init(keys: [0, 3, 4, 8], columns: [[1, 2, 3, 1]]), ofPlans: .init(columns: [[]]),
            omissions: [.init(heading: words, reason: words)], measureOfPersons: "trainees")
    }

    @Test(arguments: PageWriterTests.hostile, Language.allCases)
    func hostileWordsStayWords(words: String, language: Language) throws {
        let page = ExplorerWriter(
            translations: [.init(language: .en, path: "explore.html"), .init(language: .ar, path: "explore.ar.html")],
            files: [.init(path: "report.html", isReport: true)]
        ).text(of: cube(words, language))
        #expect(page.matches(of: /<\/script/).count == 2)
        #expect(page.matches(of: /<img|<b>|<!--/).isEmpty)
        let json = try #require(page.firstMatch(of: /id="cube">\n([\s\S]*?)\n<\/script>/)).output.1
        let read = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let axes = try #require(read["axes"] as? [[String: Any]])
        let members = try #require(axes[0]["members"] as? [[String]])
        #expect(members[0][0].utf8.elementsEqual(words.utf8))
    }

    /// A mark of direction in a title turns no word of the page.
    @Test func directionsStayWithin() {
        let page = ExplorerWriter().text(of: cube("a\u{202E}b", .en))
        // The codes of members are data, which nobody reads.
        let shown = page.replacing(/"members":\[\["[^"]*"/, with: "")
        #expect(!shown.contains("\u{202E}") && shown.contains("a\u{FFFD}b"))
    }

    /// Names have the characters that pages show, so that pictures of them are XML; codes are data.
    @Test(arguments: [("a\u{1}b", "a\u{FFFD}b"), ("a\u{FFFE}b", "a\u{FFFD}b"), ("a\nb", "a b"), ("a\u{2028}b", "a b")])
    func namesAreThoseOfPages(words: String, shown: String) throws {
        let json = CubeJSON(cube(words, .en)).text
        let read = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let axis = try #require((read["axes"] as? [[String: Any]])?.first)
        #expect((axis["members"] as? [[String]])?.first == [words, shown, shown])
        #expect(axis["name"] as? String == shown)
    }

    /// Who opens the file sees first that it has figures of few persons.
    @Test func fewPersonsAreTold() throws {
        func page(_ value: Cell) -> String {
            let axis = FigureCube.Axis(id: "state", heading: "State", isOfTrainees: false, isTime: false, members: [])
            let figure = FigureCube.Figure(
                id: "trainees", heading: "", definition: "", countsPersons: true, isOfPlans: false, upper: nil,
                values: [value])
            let cube = FigureCube(
                title: "", language: .en, digits: .usual(in: .en), particulars: [], notes: [], axes: [axis],
                figures: [figure],
                ofSessions: .init(keys: [0], columns: [[0]]), ofPersons: .init(columns: [[]]),
                ofPlans: .init(columns: [[]]), omissions: [], measureOfPersons: "trainees")
            return ExplorerWriter().text(of: cube)
        }
        let main = try #require(page(.whole(1)).split(separator: "<main>").last)
        #expect(main.hasPrefix("\n<ul class=\"warnings\">\n<li>This file has figures of few persons"))
        #expect(!page(.whole(5)).contains("class=\"warnings\""))
    }

    /// Periods without records have their places between the numbers of the others.
    @Test func emptyPeriodsHavePlaces() {
        var cube = cube("x", .en)
        var axis = FigureCube.Axis(
            id: "year", heading: "", isOfTrainees: false, isTime: true,
            members: ["2017", "2019", "_U"].map { .init(code: $0, name: $0) })
        axis.emptyPeriods = [1: ["2018"]]
        cube = FigureCube(
            title: "", language: .en, digits: .latn, particulars: [], notes: [], axes: [axis], figures: cube.figures,
            ofSessions: cube.ofSessions, ofPersons: cube.ofPersons, ofPlans: cube.ofPlans, omissions: [],
            measureOfPersons: "trainees")
        #expect(CubeJSON(cube).text.contains(#""periods":[1,"2018",2,3]"#))
    }

    @Test func valuesStandOnce() throws {
        let text = CubeJSON(cube("x", .en)).text
        #expect(text.contains(#""values":[["_Z","[z]"],["0.3333333333333333","33.3%"],"7",["_U","[x]"]]"#))
        #expect(text.contains(#"{"keys":[0,3,1,4],"columns":[[1,2,3,1]]}"#))
        // A column of one value is that value.
        #expect(text.contains(#"{"keys":[0,1],"columns":[2]}"#))
        #expect(CubeJSON(cube("x", .ar)).text.contains("٣٣٫٣٪"))
    }
}
