import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

/// What key figures say of records that leave something open: no change, leader or record that is not proven.
struct KeyFigureProofTests {
    private typealias Session = KeyFigureRecords.Session
    private let base = KeyFigureTests()

    private func figures(
        _ sessions: [Session], period: String = "all", language: Language = .en
    ) throws -> KeyFigures {
        try #require(try base.document(KeyFigureRecords.files(sessions), period: period, language: language).keyFigures)
    }

    private func tile(_ id: String, of figures: KeyFigures) throws -> KeyFigures.Tile {
        try #require(figures.tiles.first { $0.id == id })
    }

    /// A topic whose only session nobody reported has not fallen to nothing, and may have risen most.
    @Test func sessionsThatNobodyReportedAreNoFall() throws {
        let sessions = [
            Session(day: "2018-03-05", persons: ["K": 30]), Session(day: "2018-03-05", course: "C2", persons: ["Q": 4]),
            Session(day: "2019-03-05"), Session(day: "2019-03-05", course: "C2", persons: ["Q": 6]),
        ]
        let english = try figures(sessions)
        #expect(english.findings.isEmpty)
        #expect(
            base.texts(english.warnings) == ["Participants in training are reported by 1 of 2 sessions of 2019."])
        #expect(
            base.texts(try figures(sessions, language: .ar).warnings)
                == ["وردت بيانات المشاركين في التدريب عن 1 من 2 من انعقادات 2019."])
    }

    /// Where the year before is not reported as a whole, nothing is proven to have risen, or fallen most.
    @Test func sessionsThatNobodyReportedBeforeAreNoRise() throws {
        let found = try figures([
            Session(day: "2018-03-05", persons: ["K": 3, "Q": 4]), Session(day: "2018-03-05"),
            Session(day: "2019-03-05", persons: ["K": 5, "Q": 1]),
        ])
        #expect(base.texts(found.findings) == ["Trainees by state: Kuwait comes first, with 5 of 6 (83%)."])
        #expect(base.texts(found.warnings) == ["Participants in training are reported by 1 of 2 sessions of 2018."])
    }

    @Test func figuresBetweenBoundsAreRanges() throws {
        let sessions = [
            Session(day: "2016-03-05", persons: ["K": 1]), Session(day: "2017-03-05", persons: ["K": 2]),
            Session(day: "2018-03-05", persons: ["K": 3, "Q": 2]),
            Session(day: "2019-03-05", counted: [("KWT", 12)]), Session(day: "2019-04-05", counted: [("KWT", 10)]),
        ]
        let english = try figures(sessions)
        let trainees = try tile("trainees", of: english)
        #expect(trainees.figure == .whole(12) && trainees.most == .whole(22))
        #expect(trainees.change == .signed(.whole(7)) && trainees.relativeChange == nil)
        #expect(trainees.comparison == "at least, on 2018")
        #expect(trainees.trend.last?.figure == .unknown)
        #expect(base.texts(trainees.remarks) == ["All time 12 to 27"])
        #expect(try tile("sessions", of: english).most == nil)
        #expect(
            base.texts(english.findings) == [
                "Largest rise by state: Kuwait, by at least 9.", "Largest fall by state: Qatar, from 2 to 0 (-2).",
                "Higher than in any period since 2016: trainees, sessions, participations.",
            ])
        let arabic = try figures(sessions, language: .ar)
        #expect(try tile("trainees", of: arabic).comparison == "على الأقل، مقارنةً بـ 2018")
        #expect(base.texts(try tile("trainees", of: arabic).remarks) == ["كل الفترات من 12 إلى 27"])
        #expect(base.texts(arabic.findings).first == "أكبر زيادة حسب الدولة: الكويت، بما لا يقل عن 9.")
    }

    @Test func boundsThatOverlapProveNoChange() throws {
        let document = try base.document(
            KeyFigureRecords.files([
                Session(day: "2016-03-05", persons: ["K": 1]), Session(day: "2017-03-05", persons: ["K": 2]),
                Session(day: "2018-03-05", persons: ["K": 15, "Q": 2]),
                Session(day: "2019-03-05", counted: [("KWT", 12), ("QAT", 3)]),
                Session(day: "2019-04-05", counted: [("KWT", 10)]),
            ]))
        let found = try #require(document.keyFigures)
        let trainees = try tile("trainees", of: found)
        #expect(trainees.change == nil && trainees.comparison.isEmpty)
        #expect(
            base.texts(found.findings) == [
                "Trainees by state: Kuwait comes first, with at least 12.",
                "Higher than in any period since 2016: sessions, participations.",
            ])
        let table = try #require(document.tables.first { $0.id == "key-figures" })
        #expect(table.display.rows.prefix(2).map { $0.cells[3] } == [.unknown, .unknown])
    }

    /// Persons of whom the state is not known can be of any.
    @Test(arguments: [(0, true), (2, true), (3, false)]) func aLeaderLeadsByMoreThanTheUnknown(
        unknown: Int, isProven: Bool
    ) throws {
        let found = try figures([Session(day: "2019-03-05", persons: ["K": 5, "Q": 2, "U": unknown])])
        #expect(base.texts(found.findings).contains { $0.hasPrefix("Trainees by state: Kuwait") } == isProven)
    }

    @Test(
        arguments: [
            (before: ["K": 2, "U": 3], after: ["K": 5], says: nil),
            (before: ["K": 2, "U": 3], after: ["K": 6], says: "Largest rise by state: Kuwait, by at least 1."),
            (before: ["K": 5], after: ["K": 2, "U": 3], says: nil),
            (before: ["K": 5], after: ["K": 2, "U": 2], says: "Largest fall by state: Kuwait, by at least 1."),
        ] as [(before: [String: Int], after: [String: Int], says: String?)])
    func changesAreLargerThanTheUnknown(before: [String: Int], after: [String: Int], says: String?) throws {
        let both = ["Q": 2]
        let found = try figures([
            Session(day: "2018-03-05", persons: before.merging(both) { first, _ in first }),
            Session(day: "2019-03-05", persons: after.merging(both) { first, _ in first }),
        ])
        #expect(
            base.texts(found.findings).filter { $0.hasPrefix("Largest") && $0.contains("state") }
                == [says].compactMap(\.self))
    }

    /// A year in which the records begin in September is lower than others without being one.
    @Test func theYearInWhichRecordsBeginIsNoLowerOne() throws {
        let sessions = [
            Session(day: "2016-09-05", persons: ["K": 9]), Session(day: "2017-03-05", persons: ["K": 2]),
            Session(day: "2018-03-05", persons: ["K": 3]), Session(day: "2019-03-05", persons: ["K": 4]),
        ]
        let document = try base.document(KeyFigureRecords.files(sessions))
        let found = try #require(document.keyFigures)
        #expect(
            base.texts(found.findings).last == "Higher than in any period since 2017: trainees, participations.")
        #expect(found.tiles.first?.trend.first?.label == "2016 (in part)")
        #expect(found.tiles.first?.trend.map(\.isPartial) == [true, false, false, false])
        let trends = try #require(document.tables.first { $0.id == "key-figures" }?.trends)
        #expect(trends.heading == "2016 (in part) to 2019" && trends.periods.first == "2016 (in part)")
        #expect(try figures(sessions, language: .ar).tiles.first?.trend.first?.label == "2016 (جزء منها)")
    }

    /// Of a year without any record nothing is known; it is no 0.
    @Test func aYearWithoutRecordsIsNotKnown() throws {
        let sessions = [
            Session(day: "2016-01-05", persons: ["K": 9]), Session(day: "2017-03-05", persons: ["K": 2]),
            Session(day: "2019-03-05", persons: ["K": 4]),
        ]
        let document = try base.document(KeyFigureRecords.files(sessions))
        let found = try #require(document.keyFigures)
        let trainees = try tile("trainees", of: found)
        #expect(trainees.change == nil)
        #expect(trainees.trend.map(\.figure) == [.whole(9), .whole(2), .unknown, .whole(4)])
        #expect(found.findings.isEmpty)
        #expect(
            base.texts(found.warnings) == [
                "No change on 2018 is shown: the records have no delivered session of that year."
            ])
        let row = try #require(document.tables.first { $0.id == "key-figures" }?.data.rows.first)
        #expect(Array(row.cells[1...3]) == [.whole(4), .unknown, .notApplicable])
        // A quiet quarter of a year with records is one.
        let quarter = try figures(
            [Session(day: "2018-01-05", persons: ["K": 2]), Session(day: "2019-05-05", persons: ["K": 4])],
            period: "2019-Q2")
        #expect(try tile("trainees", of: quarter).change == .signed(.whole(4)))
        // What comes before the gap is no part of the series.
        let later = try figures(
            [2014, 2016, 2017, 2018].enumerated().map {
                Session(day: "\($1)-01-05", persons: ["K": $0 + 1])
            } + [Session(day: "2019-01-05", persons: ["K": 9])])
        #expect(base.texts(later.findings).contains("Higher than in any period since 2016: trainees, participations."))
    }
}
