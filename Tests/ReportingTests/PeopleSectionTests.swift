import Reporting
import TestSupport
import Testing

/// Who the trainees are, as far as headcounts tell.
struct PeopleSectionTests {
    private typealias Session = KeyFigureRecords.Session

    /// Numbers of trainees that headcounts leave open stand with both ends, as in any table, and as data too.
    @Test func openFiguresHaveTwoEnds() throws {
        var files = KeyFigureRecords.files([
            Session(day: "2019-03-05", persons: ["K": 2], counted: [("KWT", 12)]),
            Session(day: "2019-04-05", counted: [("KWT", 10)]),
        ])
        files["trainees.csv"] = "trainee_id,state,sex\nK1,KWT,male\nK2,KWT,female\n"
        let tables = try KeyFigureTests().document(files).tables
        let people = try #require(tables.first { $0.id == "people" })
        let open = try #require(tables.first { $0.id == "topic-state" })
        let ends = try #require(open.display.rows.last).cells.suffix(2)
        #expect(ends.first != ends.last)
        let total = try #require(people.display.rows.last)
        #expect(total.isTotal && Array(total.cells.suffix(2)) == Array(ends))
        #expect(people.display.rows.allSatisfy { $0.cells.count == people.display.columns.count })
        #expect(people.display.groups.first?.map(\.heading) == ["Kuwait", "Total"])
        #expect(people.display.groups.first?.map(\.columns) == [2..<4, 4..<6])
        #expect(people.data.columns.map(\.id) == ["property", "member", "state", "trainees", "trainees-upper"])
        #expect(people.data.rows.contains { Array($0.cells.suffix(2)) == Array(ends) })
    }
}
