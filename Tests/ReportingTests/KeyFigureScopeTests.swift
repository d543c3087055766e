import Aggregation
import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

/// What key figures are held against: periods, published figures, and the words and digits in which they are told.
struct KeyFigureScopeTests {
    private typealias Session = KeyFigureRecords.Session
    private let base = KeyFigureTests()

    private func files(_ published: String, _ sessions: [Session] = Self.twoYears) -> [String: String] {
        var files = KeyFigureRecords.files(sessions)
        files["published.csv"] = published.isEmpty ? nil : "indicator,where,period,qualifier,value\n" + published
        return files
    }

    /// Three trainees of 2018, and four of 2019.
    private static let twoYears = [
        Session(day: "2018-03-05", persons: ["K": 3]), Session(day: "2019-03-05", persons: ["K": 3, "Q": 1]),
    ]

    private func remarks(_ figures: KeyFigures, _ id: String = "trainees") throws -> [String] {
        base.texts(try #require(figures.tiles.first { $0.id == id }).remarks)
    }

    /// Of several claims about a figure one that is not met stands beside it; those of the period shown are among them.
    @Test(arguments: [
        ("trainees,,,exactly,4\ntrainees,,,at-least,9\n", "All time 4; published at least 9: not met"),
        ("trainees,,,exactly,4\ntrainees,,2019,exactly,5\n", "Published of 2019 5: not met"),
        ("trainees,,,exactly,4\ntrainees,,2018,exactly,5\n", "All time 4; published 4: met"),
        ("trainees,state=KWT,2019,exactly,5\n", "All time 4"),
    ]) func aClaimThatIsNotMetIsShown(published: String, remark: String) throws {
        #expect(try remarks(try #require(try base.document(files(published)).keyFigures)) == [remark])
    }

    @Test func claimsOfThePeriodSayOfWhichTheyAre() throws {
        let published = "trainees,,2019,exactly,5\nsessions,,,exactly,2\n"
        let document = try base.document(files(published), language: .ar)
        #expect(try remarks(try #require(document.keyFigures)) == ["المنشور عن 2019 5: غير مطابق"])
        let table = try #require(try base.document(files(published)).tables.first { $0.id == "key-figures" })
        let column = try #require(table.data.columns.firstIndex { $0.id == "published-period" })
        let claims = table.data.rows.map { $0.cells[column] }.filter { $0 != .empty }
        #expect(claims == [.text("2019"), .text("")])
        let shown = table.display.rows.map { $0.cells[column] }.filter { $0 != .empty }
        #expect(shown == [.text("2019"), .text("All time")])
        // A difference has the minus of a change.
        let difference = try #require(table.display.columns.firstIndex { $0.id == "difference" })
        #expect(table.display.rows[0].cells[difference] == .signed(.whole(-1)))
        let list = try #require(try base.document(files(published)).tables.first { $0.id == "published" })
        let place = try #require(list.display.columns.firstIndex { $0.id == "difference" })
        #expect(list.display.rows[0].cells[place] == .signed(.whole(-1)))
    }

    private func keyFigures(_ files: [String: String]) throws -> Table {
        try #require(try base.document(files).tables.first { $0.id == "key-figures" })
    }

    /// A claim about all time beside the figures of a year says so; one about that year need not.
    @Test(arguments: [("trainees,,,exactly,4\n", [Cell.text("All time")]), ("trainees,,2019,exactly,5\n", [])])
    func claimsAboutOtherPeriodsSayOfWhichTheyAre(published: String, periods: [Cell]) throws {
        let grid = try keyFigures(files(published)).display
        let column = grid.columns.firstIndex { $0.id == "published-period" }
        #expect(column.map { place in grid.rows.map { $0.cells[place] }.filter { $0 != .empty } } ?? [] == periods)
    }

    /// What was published of a figure has its form: shares in percent and points, amounts with the digits of their currency.
    @Test func publishedFiguresHaveTheFormOfTheFigure() throws {
        let sessions = [
            Session(day: "2018-03-05", persons: ["K": 3], cost: "1000.5"),
            Session(day: "2019-03-05", persons: ["K": 3], cost: "2000.4"),
        ]
        var files = files("completion-rate,,2019,exactly,0.9\ncost,,2019,exactly,2000.45\n", sessions)
        files["dataset.json"] = "{\"currency\": \"KWD\"}"
        let published = try #require(ExactDecimal("2000.45"))
        let difference = try #require(ExactDecimal("-0.05"))
        let document = try base.document(files)
        for id in ["key-figures", "published"] {
            let grid = try #require(document.tables.first { $0.id == id }).display
            func cells(_ column: String) throws -> [Cell] {
                let place = try #require(grid.columns.firstIndex { $0.id == column })
                return grid.rows.map { $0.cells[place] }.filter { $0 != .empty }
            }
            #expect(try cells("published") == [.share(0.9), .decimal(published, places: 3)], "\(id)")
            #expect(
                try cells("difference") == [
                    .signed(.points(-0.9, unit: "pp")), .signed(.decimal(difference, places: 3)),
                ], "\(id)")
        }
        let tile = try #require(document.keyFigures?.tiles.first { $0.id == "completion-rate" })
        #expect(tile.remarks.first?.figures.contains { $0.cell == .share(0.9) } == true)
    }

    /// Columns of other periods without one figure are left out for people, and stand in the data.
    @Test func columnsWithoutAFigureAreLeftOut() throws {
        let table = try keyFigures(files("", [Session(day: "2019-03-05", persons: ["K": 3])]))
        #expect(table.display.columns.map(\.id) == ["measure", "current", "all-time"])
        #expect(
            table.data.columns.map(\.id)
                == ["measure", "current", "previous", "change", "change-percent", "all-time"])
        #expect(table.display.columns.map(\.period) == [nil, "2019", "All time"])
    }

    @Test func targetsThatAreNotToBeExceededAreNamed() throws {
        var files = files("")
        files["targets.csv"] = "measure,where,period,target,baseline\ntrainees,,2019,5,9\nsessions,,2019,3,\n"
        #expect(try keyFigures(files).notes.contains("Targets that figures are not to exceed: trainees."))
    }

    /// A report of some records warns of the claims about these.
    @Test(arguments: [
        ("all", "", "Published figures that the records do not meet: 3 of 4."),
        ("2018", "", "Published figures that the records do not meet: 1 of 1."),
        ("all", "Kuwait", "Published figures that the records do not meet: 1 of 1."),
        ("2018", "KWT", nil),
    ]) func warningsAreAboutTheReport(period: String, state: String, warning: String?) throws {
        let published =
            "trainees,,,exactly,5\ntrainees,,2018,exactly,1\ntrainees,,2019,exactly,4\ntrainees,state=KWT,,exactly,7\n"
        let filters = state.isEmpty ? [] : [Filter(dimension: "state", members: [state])]
        let document = try base.document(files(published), period: period, filters: filters)
        let figures = try #require(document.keyFigures)
        #expect(base.texts(figures.warnings).filter { $0.hasPrefix("Published") } == [warning].compactMap(\.self))
        if state == "Kuwait" { #expect(try remarks(figures) == ["All time 3; published 7: not met"]) }
    }

    /// Seasons are held against the same season.
    @Test(arguments: [
        ("2019-Q1", "on 2018-Q1", 1), ("2019-03", "on 2018-03", 1), ("2019-H1", "on 2018-H1", 1),
        ("2019", "on 2018", 1),
    ]) func partsOfYearsAreHeldAgainstTheYearBefore(period: String, comparison: String, change: Int) throws {
        let sessions = Self.twoYears + [Session(day: "2018-11-05", persons: ["Q": 9])].filter { _ in period != "2019" }
        let figures = try #require(try base.document(files("", sessions), period: period).keyFigures)
        let tile = try #require(figures.tiles.first { $0.id == "trainees" })
        #expect(tile.change == .signed(.whole(change)))
        #expect(tile.comparison == comparison)
    }

    /// A fiscal year that the dataset states is its own, from whatever day.
    @Test(arguments: [("04-01", "FY2018"), ("01-01", "2019")]) func theFiscalYearIsThatOfTheDataset(
        start: String, year: String
    ) throws {
        var files = files("")
        files["dataset.json"] = "{\"fiscalYearStart\": \"\(start)\"}"
        let figures = try #require(try base.document(files, today: "2019-03-31").keyFigures)
        #expect(figures.caption.hasPrefix(year + " ("))
    }

    /// Notes say of which records they are; sessions without an end are warned of.
    @Test func notesAndWarningsSayWhatIsNotKnown() throws {
        let sessions = [
            Session(day: "2018-03-05", persons: ["K": 3], cost: "100"), Session(day: "2019-03-05", persons: ["K": 3]),
            Session(day: "", persons: ["K": 1], cost: "5"),
        ]
        let document = try base.document(files("", sessions))
        let table = try #require(document.tables.first { $0.id == "key-figures" })
        #expect(table.notes.contains("2019 · Cost: stated by 0 of 4 records."))
        #expect(table.notes.contains("All time · Cost: stated by 2 of 10 records."))
        let warnings = base.texts(try #require(document.keyFigures).warnings)
        #expect(warnings.contains { $0.contains("1 delivered session") }, "\(warnings)")
    }

    /// A name that looks like the place of a figure is a name.
    @Test func namesWithBracesAreNames() throws {
        var files = files("")
        files["topics.csv"] = "topic,name_en,name_ar\ncyber-security,{BEFORE} {CHANGE} {{x},{AFTER}\n"
        files["courses.csv"] = "course_id,title,topic,kind\nC1,A,cyber-security,course\nC2,B,energy-security,course\n"
        files["sessions.csv"]? += "X1,C2,2018-03-05,2018-03-05,,held\nX2,C2,2019-03-05,2019-03-05,,held\n"
        files["participations.csv"]? += "X1,K1,attended\nX2,K1,attended\n"
        let english = try #require(try base.document(files).keyFigures)
        #expect(
            base.texts(english.findings).contains("Largest rise by topic: {BEFORE} {CHANGE} {{x}, from 3 to 4 (+1)."))
        let arabic = try #require(try base.document(files, language: .ar).keyFigures)
        #expect(base.texts(arabic.findings).contains { $0.contains("{AFTER}، من 3 إلى 4") })
    }

    /// Amounts that differ are not told as equal.
    @Test(arguments: [
        ("10.6", "10.4", 3), ("10", "12", 0), ("200000.25", "300000.25", 0), ("200000.25", "200000.5", 3),
        ("17003.4", "18332.8", 3), ("17003.4", "18333.2", 0),
    ]) func amountsAgreeWithTheirChange(before: String, after: String, places: Int) throws {
        var files = files(
            "",
            [
                Session(day: "2018-03-05", persons: ["K": 3], cost: before),
                Session(day: "2019-03-05", persons: ["K": 3], cost: after),
            ])
        files["dataset.json"] = "{\"currency\": \"KWD\"}"
        let figures = try #require(try base.document(files).keyFigures)
        let tile = try #require(figures.tiles.first { $0.id == "cost" })
        let now = try #require(ExactDecimal(after))
        let then = try #require(ExactDecimal(before))
        #expect(tile.figure == .decimal(now, places: places))
        #expect(tile.change == .signed(.decimal(now - then, places: places)))
    }
}
