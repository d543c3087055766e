import Aggregation
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Reporting

/// Requirements held against the tiny dataset, worked out by hand, as of 2019-12-31.
struct RequirementTests {
    private static let rows = """
        course,topic,state,institution,period,persons,seats,trainee_id
        C1,,KWT,,2019,3,,
        ,energy-security,,,2019,10,,
        C2,,OMN,,2019,,6,
        C1,,,Navy,2019,1,,
        C1,,,,2020,5,,
        C1,,,,2019,,,T3
        C1,,,,2019,,,T4
        C2,,,,2019,,,T3
        C3,,KWT,,2019,2,,
        ,cyber-security,,,all,,2,
        C1,,,,2019-H2,1,,
        """

    private func data(_ rows: RequirementRows?, today: String = "2019-12-31") throws -> [String] {
        try table(rows, today: today).data.rows.map { row in row.cells.map(text).joined(separator: " ") }
    }

    private func table(_ rows: RequirementRows?, today: String = "2019-12-31") throws -> Table {
        var files = TinyDataset.files
        files["requirements.csv"] = Self.rows
        let loaded = try LoadedDataset(files: files, today: today)
        #expect(loaded.log.findings.filter { $0.file == "requirements.csv" } == [])
        let description = DatasetDescription(loaded.dataset, today: .day(today), catalogue: .builtIn)
        let plan = try RequirementPlan(
            try #require(description.requirements), within: nil, today: .day(today), calendar: CalendarSettings())
        return try RequirementTable(
            plan, disclosed(loaded.answers(to: plan.requests)), by: rows, on: description, .en
        ).table
    }

    private func text(_ cell: Cell) -> String {
        switch cell {
        case .text(let text): text
        case .whole(let count): "\(count)"
        case .unknown: "_U"
        default: "-"
        }
    }

    /// Kuwait's T1 and T2 were trained in C1; T1 and the five of Oman in C2; T1 and T3 are the Navy's.
    ///
    /// T4 stayed away, and T3 withdrew from C2. C3 is a dialogue, and states no seats. S4 is planned for 2020, S6 is not over.
    @Test func eachRequirement() throws {
        let expected = [
            "C1 - KWT - 2019 persons 3 0 0 1 4 2 1", "- energy-security - - 2019 persons 10 0 0 1 3 6 4",
            "C2 - OMN - 2019 seats 6 0 0 1 3 5 1", "C1 - - Navy 2019 persons 1 0 0 1 4 2 0",
            "C1 - - - 2020 persons 5 1 10 0 0 0 5", "C1 - - - 2019 named-persons 2 0 0 1 4 1 1",
            "C2 - - - 2019 named-persons 1 0 0 1 3 0 1", "C3 - KWT - 2019 persons 2 0 0 1 _U 0 2",
            "- cyber-security - - all seats 2 1 10 1 4 3 0", "C1 - - - 2019-H2 persons 1 0 0 0 0 0 1",
            // Each session once: S4; S1, S2 and S3. S3 states no seats.
            "_T _T _T _T _T persons 22 1 10 3 7 10 13", "_T _T _T _T _T named-persons 3 0 0 2 7 1 2",
            "_T _T _T _T _T seats 8 1 10 2 7 8 1",
        ]
        #expect(try data(nil) == expected)
    }

    /// S1 and S2 state their seats, and S3 does not; S4, which is planned, states them.
    @Test func coverageOfSeatsStandsBesideThem() throws {
        let notes = try table(nil).notes
        #expect(notes.contains("Seats held: stated by 2 of 3 sessions."))
        #expect(!notes.contains { $0.hasPrefix("Seats planned") })
        #expect(notes.contains { $0.contains("rows and a total of their own") })
    }

    /// By state: T3 is of Qatar, and of T4 the state is not known; what anybody needs is in a row of its own.
    @Test func byState() throws {
        #expect(
            try data(.state) == [
                "KWT persons 5 0 0 2 4 2 3", "QAT named-persons 2 0 0 2 7 1 1", "OMN seats 6 0 0 1 3 5 1",
                "_U named-persons 1 0 0 1 4 0 1", "_Z persons 17 1 10 2 7 8 10", "_Z seats 2 1 10 1 4 3 0",
                "_T persons 22 1 10 3 7 10 13", "_T named-persons 3 0 0 2 7 1 2", "_T seats 8 1 10 2 7 8 1",
            ])
    }

    @Test func byTopic() throws {
        #expect(
            try data(.topic) == [
                "energy-security persons 10 0 0 1 3 6 4", "energy-security named-persons 1 0 0 1 3 0 1",
                "energy-security seats 6 0 0 1 3 5 1", "cyber-security persons 10 1 10 1 4 4 7",
                "cyber-security named-persons 2 0 0 1 4 1 1", "cyber-security seats 2 1 10 1 4 3 0",
                "_U persons 2 0 0 1 _U 0 2", "_T persons 22 1 10 3 7 10 13", "_T named-persons 3 0 0 2 7 1 2",
                "_T seats 8 1 10 2 7 8 1",
            ])
    }

    /// On an earlier day less was delivered.
    @Test func asOfAnEarlierDay() throws {
        #expect(try data(nil, today: "2019-08-31")[1] == "- energy-security - - 2019 persons 10 0 0 0 0 0 10")
    }

    /// The persons who still need it: by identifier, with the place of their record.
    @Test func personsWhoStillNeedIt() throws {
        var files = TinyDataset.files
        files["requirements.csv"] = Self.rows
        files["trainees.csv"] = "trainee_id,name,state\nT1,A,KWT\nT2,B,KWT\nT3,Third Person,QAT\nT4,D,\n"
        let loaded = try LoadedDataset(files: files)
        let description = DatasetDescription(loaded.dataset, today: .day("2019-12-31"), catalogue: .builtIn)
        let plan = try RequirementPlan(
            try #require(description.requirements), within: nil, today: .day("2019-12-31"), calendar: CalendarSettings()
        )
        func rows(showsNames: Bool) throws -> [String] {
            let named = showsNames ? description.namingPersons(of: ["trainee"], in: loaded.dataset) : description
            return try PersonsShortTable(
                plan, disclosed(loaded.answers(to: plan.requests)), on: named, showsNames: showsNames,
                place: { "line \($0)" }, .en
            ).table.data.rows.map { row in row.cells.map(text).joined(separator: " ") }
        }
        #expect(try rows(showsNames: false) == ["T4 - - C1 - 2019 line 8", "T3 QAT - C2 - 2019 line 9"])
        #expect(try rows(showsNames: true) == ["T4 D - - C1 - 2019 line 8", "T3 Third Person QAT - C2 - 2019 line 9"])
    }

    /// A report of a period has what lies within it.
    @Test func withinAPeriod() throws {
        var files = TinyDataset.files
        files["requirements.csv"] = Self.rows
        let loaded = try LoadedDataset(files: files)
        let description = DatasetDescription(loaded.dataset, today: .day("2019-12-31"), catalogue: .builtIn)
        let records = try #require(description.requirements)
        for (text, lines) in [("2019", 9), ("2019-H2", 1), ("2020", 1), ("2018", 0), ("2019..2020", 10), ("all", 11)] {
            let period = try PeriodExpression(text).resolve(today: .day("2019-12-31"), settings: CalendarSettings())
            let plan = try RequirementPlan(
                records, within: period, today: .day("2019-12-31"), calendar: CalendarSettings())
            #expect(plan.lines.count == lines, "\(text)")
        }
    }
}
