import Reporting
import Support
import Testing
import TrainingStats

@testable import Writers

/// Tables of pages: headings that span columns, and figures with a unit in words.
struct PageTableTests {
    private func page(_ table: Table, _ language: Language = .en, digits: Digits? = nil) throws -> String {
        let day = try #require(CivilDate("2019-12-31"))
        return HTMLWriter().text(
            of: Document(
                title: "T", language: language, digits: digits, particulars: [], tables: [table], reportingDay: day))
    }

    /// A figure with a unit in words stands before them, its sign at its left; Arabic-Indic digits do so by themselves.
    @Test func unitsInWordsFollowTheirFigure() throws {
        let unit = "نقطة مئوية"
        let grid = Grid(
            columns: [
                .init(id: "a", heading: "أ", isNumeric: false), .init(id: "b", heading: "ب", isNumeric: true),
            ], rows: [-0.5, 0.25].map { Grid.Row([.text("ج"), .points($0, unit: unit)]) })
        let table = Table(id: "t", title: "ت", subtitle: "", display: grid, comparison: .block([1]))
        let latin = try page(table, .ar, digits: .latn)
        #expect(latin.contains("<td class=\"u g5\" data-v=\"0.25\"><bdi dir=\"ltr\">25.0</bdi> \(unit)</td>"))
        #expect(latin.contains("<td class=\"u\" data-v=\"-0.5\"><bdi dir=\"ltr\">-50.0</bdi> \(unit)</td>"))
        #expect(try page(table, .ar, digits: .arab).contains("<td data-v=\"-0.5\">-٥٠٫٠ \(unit)</td>"))
    }

    /// Many narrow columns stand on upright paper in small letters, in either language; more of them across.
    @Test(arguments: [(8, ""), (19, "small"), (24, "wide"), (30, "wide small")], Language.allCases)
    func tablesTakeThePaperThatTheyNeed(table: (years: Int, paper: String), language: Language) {
        let (years, paper) = table
        let grid = Grid(
            columns: [.init(id: "state", heading: "الدولة", isNumeric: false)]
                + (1..<years).map { .init(id: "y\($0)", heading: "\(1999 + $0)", isNumeric: true) }
                + [.init(id: "total", heading: "المجموع", isNumeric: true)],
            rows: [Grid.Row([.text("الإمارات العربية المتحدة")] + (1...years).map { _ in .whole(157) })])
        let drawn = HTMLTable(
            Table(id: "t", title: "", subtitle: "", display: grid), language, .usual(in: language))
        #expect(drawn.paper == paper)
    }

    /// Headings of groups span their columns, and those of rows both lines.
    @Test func groupsOfColumnsAreMarkedUp() throws {
        let page = try page(AnalystWorkbookTests.grouped())
        let head = try #require(page.firstMatch(of: /<colgroup.*?<\/thead>/.dotMatchesNewlines()))
        #expect(
            head.output == """
                <colgroup span="1"></colgroup><colgroup span="2"></colgroup><colgroup span="2"></colgroup>
                <thead>
                <tr><th scope="col" rowspan="2">State</th><th scope="colgroup" colspan="2">2017</th>\
                <th scope="colgroup" colspan="2">Total</th></tr>
                <tr><th scope="col" class="n">Trainees</th><th scope="col" class="n">Hours</th>\
                <th scope="col" class="n">Trainees</th><th scope="col" class="n">Hours</th></tr>
                </thead>
                """)
    }
}
