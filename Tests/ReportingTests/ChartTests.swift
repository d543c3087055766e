import Aggregation
import Records
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Reporting

/// What charts show of a table, and what is said of them.
struct ChartTests {
    /// Participations of a course in a session of a year, by state and institution.
    private struct Count {
        var year = 2018
        var course = "C1"
        var state = "KWT"
        var institution = ""
        /// Nobody reports the session where there are none.
        let participants: Int?
        var cost = ""
    }

    private static let title = BilingualText(en: "{measure}", ar: "{measure}")

    private func chart(
        _ picture: Picture, rows: [String], columns: [String] = [], measures: [String] = ["participations"],
        _ counts: [Count], states: [String] = [], today: CivilDate = .day("2019-12-31")
    ) throws -> Chart {
        let courses = Set(counts.map(\.course)).sorted().map { "\($0),\($0),cyber-security" }
        let sessions = counts.enumerated().map {
            "S\($0),\($1.course),\($1.year)-03-01,\($1.year)-03-02,held,\($1.cost)"
        }
        let heads = counts.enumerated().compactMap { index, count in
            count.participants.map { "S\(index),\(count.state),\(count.institution),\($0)" }
        }
        var files = [
            "courses.csv": (["course_id,title,topic"] + courses).joined(separator: "\n"),
            "sessions.csv": (["session_id,course_id,start_date,end_date,status,cost"] + sessions).joined(
                separator: "\n"),
            "headcounts.csv": (["session_id,state,institution,participants"] + heads).joined(separator: "\n"),
        ]
        if !states.isEmpty {
            files["states.csv"] = (["state,name_en,name_ar"] + states.map { "\($0),\($0),\($0)" })
                .joined(separator: "\n")
        }
        let loaded = try LoadedDataset(files: files)
        let summary = try loaded.summary(
            SummaryRequest(
                rows: rows, columns: columns, measures: measures, today: today, totals: true))
        let builder = TableBuilder(
            summary, on: DatasetDescription(loaded.dataset, today: today, catalogue: .builtIn), .en,
            showsBounds: false, isForReading: true,
            for: ReportContext(language: .en, period: nil, filters: [], today: today, tool: "test"))
        return try builder.chart(picture, of: columns.isEmpty ? builder.named : builder.wide(usesCodes: false))
    }

    private func institutions(_ counts: [(String, Int)]) throws -> Chart {
        try chart(
            .measures(["participations"], Self.title), rows: ["institution"],
            counts.map { Count(institution: $0.0, participants: $0.1) })
    }

    /// The leader is named where its lead is larger than all that is not known, which could be anybody's.
    @Test(arguments: [(5, 60.0 / 105), (29, 60.0 / 129), (30, nil), (40, nil)])
    func onlyProvenLeadersAreNamed(unknown: Int, share: Double?) throws {
        let chart = try institutions([("Navy", 30), ("Army", 60), ("Police", 10), ("", unknown)])
        #expect(chart.headline?.words == share.map { _ in "Army has the largest share: {SHARE}" })
        #expect(chart.headline?.figures.map(\.cell) == share.map { [.share($0)] })
        #expect((chart.highlight == nil) == (share == nil))
    }

    @Test func nobodyLeadsAmongEquals() throws {
        #expect(try institutions([("Navy", 30), ("Army", 30)]).headline == nil)
    }

    /// Of a long list the largest are drawn, in the order of their figures, and the remark says what the others come to.
    @Test func longListsAreCut() throws {
        let chart = try institutions((1...30).map { ("I\($0)", $0) } + [("", 3)])
        #expect(chart.orderOfRows?.count == 16 && chart.rows.count == 31)
        // 1 + 2 + ... + 15
        #expect(chart.remark == "Drawn: the largest 15 of 30. The others together: 120.")
        let names = try institutions([("A", 1), ("B", 3), ("C", 2)])
        #expect(names.orderOfRows == [1, 2, 0] && names.remark.isEmpty)
    }

    /// The columns of a table whose rows are ranked stand in the order of their figures too.
    @Test func barsOfColumnsAreSorted() throws {
        let chart = try chart(
            .columnTotals(Self.title), rows: ["course"], columns: ["state"],
            [
                Count(state: "KWT", participants: 5), Count(state: "OMN", participants: 9),
                Count(course: "C2", state: "QAT", participants: 7),
            ])
        #expect(chart.form == .stackedBars)
        // Kuwait, Qatar and Oman stand in the columns 1, 2 and 3.
        #expect(chart.drawnColumns == [3, 2, 1])
    }

    @Test func zerosAreNotDrawn() throws {
        #expect(throws: ChartObstacle.ofZeros) {
            try chart(
                .measures(["cancelled-sessions"], Self.title), rows: ["course"], measures: ["cancelled-sessions"],
                [Count(participants: 2), Count(course: "C2", participants: 2)])
        }
        #expect(ChartObstacle.ofZeros.reason(.en) == "all its figures are 0")
    }

    @Test func statesStandOnAMapUnlessOneHasNoOutline() throws {
        let counts = [Count(state: "KWT", participants: 5), Count(state: "OMN", participants: 9)]
        let picture = Picture.map(["participations"], Self.title)
        let map = try chart(picture, rows: ["state"], counts)
        #expect(map.form == .map && map.places == ["KWT", "OMN"])
        #expect(map.headline?.words == "Oman has the largest share: {SHARE}")
        let bars = try chart(
            picture, rows: ["state"], counts + [Count(state: "JOR", participants: 1)], states: ["JOR"])
        #expect(bars.form == .bars && bars.places.isEmpty)
    }

    /// Two years are a line for each state, more are columns.
    @Test func twoPeriodsAreSlopes() throws {
        let counts = [
            Count(state: "KWT", participants: 5), Count(year: 2019, state: "KWT", participants: 9),
            Count(state: "OMN", participants: 9), Count(year: 2019, state: "OMN", participants: 2),
        ]
        let picture = Picture.crossTabulation(Self.title)
        let slopes = try chart(picture, rows: ["state"], columns: ["year"], counts)
        #expect(slopes.form == .slopes && slopes.highlight == 0)
        #expect(slopes.headline?.words == "Largest rise: Kuwait, from {BEFORE} to {AFTER}")
        #expect(slopes.headline?.figures.map(\.cell) == [.whole(5), .whole(9)])
        let columns = try chart(
            picture, rows: ["state"], columns: ["year"], counts + [Count(year: 2017, participants: 1)])
        #expect(columns.form == .columns)
        #expect(columns.headline?.words == "Kuwait has the largest share: {SHARE}")
        #expect(columns.highlight == 0)
    }

    /// Periods without records have their places on the axis of time: 0 for counts, a gap for rates.
    @Test func periodsWithoutRecordsAreDrawn() throws {
        let counts = [2006, 2007, 2010, 2012].map { Count(year: $0, participants: 3) }
        let measures = ["participations", "completion-rate"]
        let list = try chart(.measures(measures, Self.title), rows: ["year"], measures: measures, counts)
        #expect(list.form == .columns && list.emptyPeriods == [2: ["2008", "2009"], 3: ["2011"]])
        #expect(list.figuresOfEmptyPeriods == [1: .whole(0), 2: .notApplicable])
    }

    /// Two years that do not follow each other are no slope; many with what lies between them are a line.
    @Test(arguments: [(2012, Chart.Form.columns), (2018, .lines)])
    func yearsApart(last: Int, form: Chart.Form) throws {
        let counts = [2010, last].flatMap { year in
            ["KWT", "OMN"].map { Count(year: year, state: $0, participants: 4) }
        }
        let chart = try chart(.crossTabulation(Self.title), rows: ["state"], columns: ["year"], counts)
        #expect(chart.form == form && chart.emptyPeriods == [2: (2011..<last).map { String($0) }])
        #expect(chart.figuresOfEmptyPeriods == [0: .whole(0), 1: .whole(0)])
    }

    /// Of several periods the highest is named, and many are a line.
    @Test func periods() throws {
        let counts = (2000...2018).map { Count(year: $0, participants: $0 == 2011 ? 50 : 4) }
        let chart = try chart(.measures(["participations"], Self.title), rows: ["year"], counts)
        #expect(chart.form == .lines && chart.orderOfRows == nil)
        #expect(chart.headline?.words == "Highest in 2011: {FIGURE}")
        #expect(chart.headline?.figures.map(\.cell) == [.whole(50)])
    }

    /// An open figure can be the largest: nobody is named before it, and the chart knows how large it can be.
    @Test(arguments: [(3, nil), (1, "Kuwait has the most: {FIGURE}")])
    func nobodyLeadsOpenFigures(sessions: Int, words: String?) throws {
        let chart = try chart(
            .measures(["trainees"], Self.title), rows: ["state"], measures: ["trainees"],
            [Count(participants: 15)] + (0..<sessions).map { _ in Count(state: "QAT", participants: 12) })
        #expect(chart.headline?.words == words)
        #expect(chart.uppers[Chart.Place(row: 0, column: 1)] == nil)
        #expect(chart.uppers[Chart.Place(row: 1, column: 1)] == (sessions == 1 ? nil : .whole(36)))
    }

    /// A session that nobody reported can be anybody's, and a cost that is blank anything.
    @Test func nothingIsSaidOfWhatIsNotStated() throws {
        let counts = [Count(participants: 50, cost: "100"), Count(course: "C2", participants: 5, cost: "7.125")]
        func headline(_ measure: String, _ counts: [Count]) throws -> String? {
            try chart(.measures([measure], Self.title), rows: ["course"], measures: [measure], counts).headline?.words
        }
        #expect(try headline("participations", counts) != nil)
        #expect(try headline("participations", counts + [Count(course: "C2", participants: nil)]) == nil)
        // What the groups paid is blank.
        #expect(try headline("cost", counts) == nil)
        // Who came says nothing of how many sessions there were.
        let sessions = counts + [Count(participants: nil)]
        #expect(try headline("sessions", sessions) == "C1 has the largest share: {SHARE}")
    }

    /// A year that is not over is marked, and no change on it is named.
    @Test(arguments: ["2019-06-30", "2019-12-31"]) func periodsInPartAreMarked(today: String) throws {
        let counts = [
            Count(participants: 5), Count(year: 2019, participants: 9), Count(state: "OMN", participants: 9),
            Count(year: 2019, state: "OMN", participants: 2),
        ]
        let isInPart = today == "2019-06-30"
        let slopes = try chart(
            .crossTabulation(Self.title), rows: ["state"], columns: ["year"], counts, today: .day(today))
        #expect(slopes.columnsInPart == (isInPart ? [2] : []) && slopes.rowsInPart.isEmpty)
        #expect((slopes.headline == nil) == isInPart)
        let years = try chart(.measures(["participations"], Self.title), rows: ["year"], counts, today: .day(today))
        #expect(years.rowsInPart == (isInPart ? [1] : []))
    }

    /// Amounts of money add up as exactly as counts.
    @Test func amountsThatAreNotDrawnAddUp() throws {
        let counts = (1...30).map { Count(course: "C\($0)", participants: 1, cost: "\($0).125") }
        let chart = try chart(.measures(["cost"], Self.title), rows: ["course"], measures: ["cost"], counts)
        // 1.125 + 2.125 + ... + 15.125
        #expect(chart.remark == "Drawn: the largest 15 of 30. The others together: 121.875." && chart.isCut)
    }

    /// Of many panels the unknown one is the last.
    @Test func theUnknownPanelIsDrawn() throws {
        let counts = (2016...2018).flatMap { year in
            ((1...14).map { "I\($0)" } + [""]).map { Count(year: year, institution: $0, participants: 5) }
        }
        let chart = try chart(.crossTabulation(Self.title), rows: ["institution"], columns: ["year"], counts)
        #expect(chart.drawnRows.count == 13 && chart.drawnRows.last == chart.rows.upperBound)
        #expect(chart.remark == "Drawn: the largest 12 of 14.")
    }

    /// States without records are named on a map.
    @Test func mapsTellWhatIsNotThere() throws {
        let counts = [
            Count(state: "KWT", participants: 5), Count(state: "OMN", participants: 9),
        ]
        let map = try chart(.map(["participations"], Self.title), rows: ["state"], counts)
        #expect(map.absentPlaces.count == 4 && map.absentPlaces["QAT"] == "Qatar" && map.absence == "no records")
    }
}
