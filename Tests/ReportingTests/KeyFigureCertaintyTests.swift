import Aggregation
import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

/// What key figures say of sums that are stated in part, and beside records that are in no period or were rejected.
struct KeyFigureCertaintyTests {
    private typealias Session = KeyFigureRecords.Session
    private let base = KeyFigureTests()

    private func figures(_ sessions: [Session]) throws -> KeyFigures {
        try #require(try base.document(KeyFigureRecords.files(sessions)).keyFigures)
    }

    /// Sessions of the same persons with a cost each, by year.
    private func sessions(_ costs: [(year: Int, costs: [String])]) -> [Session] {
        costs.flatMap { year, costs in costs.map { Session(day: "\(year)-03-05", persons: ["K": 3], cost: $0) } }
    }

    @Test(
        arguments: [
            (["100"], ["110"], ["50"], "Lower than in any period since 2017: cost."),
            (["100", ""], ["110"], ["50"], "Lower than in any period since 2017: cost."),
            (["100"], ["110"], ["50", ""], nil),
            (["100"], ["110"], ["200"], "Higher than in any period since 2017: cost."),
            (["100"], ["110", "1"], ["200", ""], "Higher than in any period since 2017: cost."),
            (["100", ""], ["110"], ["200"], nil),
        ] as [([String], [String], [String], String?)])
    func aSumThatIsStatedInPartIsALowerBound(
        first: [String], second: [String], third: [String], says: String?
    ) throws {
        let found = try figures(sessions([(2017, first), (2018, second), (2019, third)]))
        #expect(base.texts(found.findings).filter { $0.hasSuffix(": cost.") } == [says].compactMap(\.self))
    }

    /// Nine of ten are nearly all; of what fewer state a change says nothing.
    @Test(
        arguments: [
            (["100", "100"], ["100", ""], false, ["Stated by 1 of 8 records", "All time 300"]),
            (["100", ""], ["100", "100"], false, ["2018 · Stated by 1 of 8 records", "All time 300"]),
            (
                ["100"], [String](repeating: "100", count: 9) + [""], true,
                ["Stated by 9 of 40 records", "All time 1000"]
            ),
            (["100"], ["150"], true, ["All time 250"]),
        ] as [([String], [String], Bool, [String])])
    func aChangeOfASumIsOfRecordsThatStateIt(
        before: [String], after: [String], isShown: Bool, remarks: [String]
    ) throws {
        let document = try base.document(KeyFigureRecords.files(sessions([(2018, before), (2019, after)])))
        let tile = try #require(document.keyFigures?.tiles.first { $0.id == "cost" })
        #expect((tile.change != nil) == isShown && tile.comparison.isEmpty != isShown)
        #expect(base.texts(tile.remarks) == remarks)
        let row = try #require(
            document.tables.first { $0.id == "key-figures" }?.display.rows.first { $0.definition == "cost" })
        #expect((row.cells[3] != .unknown) == isShown && (row.cells[4] != .unknown) == isShown)
    }

    /// Kuwait rose by 6 to 21, Qatar by 10; equal rises have no largest.
    @Test(arguments: [
        ([
            Session(day: "2019-03-05", persons: ["Q": 20], counted: [("KWT", 15)]),
            Session(day: "2019-04-05", counted: [("KWT", 16)]),
        ]),
        ([Session(day: "2019-03-05", persons: ["K": 20, "Q": 20])]),
        ([Session(day: "2019-03-05", persons: ["K": 10, "Q": 14, "U": 30])]),
    ]) func theLargestRiseIsLargerThanAllOthersCanBe(after: [KeyFigureRecords.Session]) throws {
        let before = Session(day: "2018-03-05", persons: ["K": 10, "Q": 10])
        #expect(!base.texts(try figures([before] + after).findings).contains { $0.hasPrefix("Largest rise by state") })
    }

    @Test(arguments: [(0, "from 20 to 30 (+10)", true), (4, "by at least 6", true), (10, nil, false)])
    func sessionsWithoutAnEndCouldBeOfAnyPeriod(count: Int, rise: String?, isHighest: Bool) throws {
        let years = [("2017-03-05", 20), ("2018-03-05", 20), ("2019-03-05", 30)]
        let undated = count == 0 ? [] : [Session(day: "", persons: ["K": count])]
        let found = try figures(years.map { Session(day: $0, persons: ["K": $1, "Q": 2]) } + undated)
        let texts = base.texts(found.findings)
        #expect(
            texts.filter { $0.hasPrefix("Largest rise by state") }
                == [rise].compactMap { $0.map { "Largest rise by state: Kuwait, \($0)." } })
        #expect(texts.contains("Higher than in any period since 2017: trainees, participations.") == isHighest)
    }

    static let nothing =
        "Which state or topic comes first or changed most is not proven: sessions without an end and rejected records could "
        + "change it."

    /// A rejected participation is one person; a rejected session has any number.
    @Test(arguments: [
        (
            "participations.csv",
            [
                "Trainees by state: Kuwait comes first, with at least 5.",
                "Higher than in any period since 2017: participations.",
            ]
        ),
        ("sessions.csv", [nothing]), ("headcounts.csv", [nothing]), ("records.xlsx", [nothing]),
    ]) func rejectedRowsCouldBeOfAnyPeriod(file: String, says: [String]) throws {
        let found = try #require(try base.document(rejected: 1, of: file).keyFigures)
        #expect(base.texts(found.findings) == says)
    }

    /// Under a filter on time the last year is the one that passes it.
    @Test func theYearIsTheLastUnderFiltersOnTime() throws {
        let filters = [Filter(dimension: "year", members: ["2018"])]
        let found = try #require(try base.document(filters: filters).keyFigures)
        #expect(found.caption == "2018 (2018-01-01 – 2018-12-31); change on 2017")
        #expect(found.tiles.first?.figure == .whole(5) && found.warnings.isEmpty)
    }
}
