@testable import Aggregation
import TestSupport
import Testing
import TrainingStats

/// Transforms and intervals on a dataset whose figures a pencil gives.
///
/// Three sessions, in 2016, 2017 and 2019; none in 2018. T1, T2 and T5 are of Kuwait, T3 and T4 of Qatar, T6 of no known
/// state.
struct TransformTests {
    private static let files: [String: String] = [
        "courses.csv": "course_id,title,topic,pass_score\nC1,One,cyber-security,60\n",
        "sessions.csv": """
        session_id,course_id,start_date,end_date
        A,C1,2016-05-01,2016-05-02
        B,C1,2017-05-01,2017-05-02
        C,C1,2019-05-01,2019-05-02
        """,
        "trainees.csv": "trainee_id,state\nT1,KWT\nT2,KWT\nT3,QAT\nT4,QAT\nT5,KWT\nT6,\n",
        "participations.csv": """
        session_id,trainee_id,status,hours,post_score
        A,T1,completed,10,70
        A,T2,attended,10,
        A,T3,completed,5,50
        B,T1,completed,2.5,90
        B,T3,attended,,60
        B,T4,completed,4,
        C,T1,completed,1,80
        C,T2,completed,1,40
        C,T5,completed,1,
        C,T6,completed,1,
        """,
    ]

    private func summary(
        _ transforms: [Transform], rows: [String] = ["state"], columns: [String] = ["year"], _ measures: [String],
        isComplete: Bool = false, period: Period? = nil, filters: [Filter] = []
    ) throws -> Summary {
        let loaded = try LoadedDataset(files: Self.files)
        let request = SummaryRequest(
            rows: rows, columns: columns, measures: measures, filters: filters, period: period,
            today: .day("2019-12-31"), totals: isComplete)
        let transformed = try TransformedRequest(
            transforms, of: request, sessions: loaded.dataset.sessions.map(\.days),
            deliveries: loaded.dataset.sessions.map(\.days),
            calendar: loaded.dataset.settings.calendar, isComplete: isComplete, catalogue: .builtIn)
        return try transformed.summary { try loaded.summary($0) }
    }

    /// `KWT/2016 0.2` for each cell, the values behind the measure's own.
    private func values(_ summary: Summary) -> [String] {
        summary.cells.map { cell in
            let texts = cell.values.dropFirst().map { value -> String in
                switch value {
                case .count(let count): "\(count)"
                case .decimal(let decimal): "\(decimal)"
                case .real(let real): "\((real * 1e6).rounded() / 1e6)"
                case .unknown: "_U"
                case .notApplicable: "_Z"
                }
            }
            return cell.members.map(\.code).joined(separator: "/") + " " + texts.joined(separator: " ")
        }
    }

    @Test func shares() throws {
        let summary = try summary([.share, .shareOfRow, .shareOfColumn], ["participations"])
        #expect(
            summary.measures.map(\.id) == [
                "participations", "participations-share", "participations-share-of-row",
                "participations-share-of-column",
            ])
        #expect(
            values(summary) == [
                "KWT/2016 0.2 0.333333 0.666667", "KWT/2017 0.1 0.166667 0.333333", "KWT/2019 0.3 0.5 0.75",
                "QAT/2016 0.1 0.333333 0.333333", "QAT/2017 0.2 0.666667 0.666667", "_U/2019 0.1 1.0 0.25",
            ])
    }

    /// Six persons were trained; shares are of the six, so that persons of several cells make more than the whole.
    @Test func sharesOfPersonsAreOfTheTotalFromTheRecords() throws {
        #expect(
            values(try summary([.share], rows: ["year"], columns: [], ["trainees"])) == [
                "2016 0.5", "2017 0.5", "2019 0.666667",
            ])
    }

    /// Before 2019 lies 2018, in which nothing happened, and not 2017.
    @Test func changes() throws {
        #expect(
            values(try summary([.change, .changePercent], ["participations"])) == [
                "KWT/2016 _Z _Z", "KWT/2017 -1 -0.5", "KWT/2019 3 _Z", "QAT/2016 _Z _Z", "QAT/2017 1 1.0",
                "_U/2019 1 _Z",
            ])
        #expect(
            values(try summary([.change], rows: ["year"], columns: [], ["completion-rate"])) == [
                "2016 _Z", "2017 0.0", "2019 _Z",
            ])
        // Hours of B: 6.5 of two that state them; of A: 25.
        #expect(
            values(try summary([.change, .changePercent], rows: ["year"], columns: [], ["trainee-hours"])) == [
                "2016 _Z _Z", "2017 -18.5 -0.74", "2019 4 _Z",
            ])
    }

    /// Neither a period nor a filter on time hides the base: 3 in 2016 and in 2017, 4 in 2019.
    @Test func changesFindTheirBaseInTheRecords() throws {
        let period = Period(first: .day("2017-01-01"), last: .day("2019-12-31"), label: "2017..2019")
        #expect(
            values(try summary([.change], rows: ["year"], columns: [], ["trainees"], period: period)) == [
                "2017 0", "2019 4",
            ])
        for filter in [Filter(dimension: "year", members: ["2017"]), Filter(dimension: "half", members: ["2017-H1"])] {
            #expect(
                values(try summary([.change], rows: ["year"], columns: [], ["trainees"], filters: [filter])) == [
                    "2017 0"
                ])
        }
        // Of Kuwait 2 in 2016, and 1 in 2017.
        let kuwait = Filter(dimension: "state", members: ["KWT"])
        #expect(
            values(
                try summary([.change], rows: ["year"], columns: [], ["trainees"], period: period, filters: [kuwait])
            ) == ["2017 -1", "2019 3"])
    }

    /// With a session in November, the first half of 2019 is no whole year.
    @Test func aPartOfAYearIsNotHeldAgainstAWholeOne() throws {
        let files = Self.files["sessions.csv"].map { $0 + "\nD,C1,2019-11-01,2019-11-02" }
        let loaded = try LoadedDataset(
            files: Self.files.merging(["sessions.csv": files ?? ""], uniquingKeysWith: { _, new in new }))
        let half = Period(first: .day("2019-01-01"), last: .day("2019-06-30"), label: "2019-H1")
        let request = SummaryRequest(rows: ["year"], measures: ["sessions"], period: half, today: .day("2019-12-31"))
        let transformed = try TransformedRequest(
            [.change], of: request, sessions: loaded.dataset.sessions.map(\.days),
            deliveries: loaded.dataset.sessions.map(\.days),
            calendar: loaded.dataset.settings.calendar, isComplete: false, catalogue: .builtIn)
        #expect(values(try transformed.summary { try loaded.summary($0) }) == ["2019 _Z"])
    }

    /// The same month of the year before; 2018 has none, and 2015 lies before the first session.
    @Test func changesOnTheYear() throws {
        #expect(
            values(
                try summary(
                    [.change, .changeOnYear, .changeOnYearPercent], rows: ["month"], columns: [], ["participations"])
            ) == ["2016-05 _Z _Z _Z", "2017-05 3 0 0.0", "2019-05 4 4 _Z"])
    }

    /// Up to 2017 four persons: T1, T2, T3, T4; up to 2019 all six.
    @Test func cumulativePersonsCountOnce() throws {
        #expect(
            values(try summary([.cumulative], ["trainees"])) == [
                "KWT/2016 2", "KWT/2017 2", "KWT/2019 3", "QAT/2016 1", "QAT/2017 2", "_U/2019 1",
            ])
        #expect(
            values(try summary([.cumulative], rows: ["year"], columns: [], ["trainees"])) == [
                "2016 3", "2017 4", "2019 6",
            ])
        // Completions 2, 4, 8 of enrolments 3, 6, 10.
        #expect(
            values(try summary([.cumulative], rows: ["year"], columns: [], ["completion-rate"])) == [
                "2016 0.666667", "2017 0.666667", "2019 0.8",
            ])
    }

    @Test func ranks() throws {
        #expect(
            values(try summary([.rank], ["participations"])) == [
                "KWT/2016 1", "KWT/2017 2", "KWT/2019 1", "QAT/2016 2", "QAT/2017 1", "_U/2019 _Z",
            ])
        // 3, 3 and 4 participations: the two share the second place.
        #expect(
            values(try summary([.rank], rows: ["year"], columns: [], ["participations"])) == [
                "2016 2", "2017 2", "2019 1",
            ])
    }

    /// In a cross-tabulation cells without records have values too: 0, and what follows from it.
    @Test func completeTablesAndTotals() throws {
        let summary = try summary([.change, .cumulative, .shareOfRow, .rank], ["trainees"], isComplete: true)
        let lines = values(summary)
        for line in [
            "QAT/2019 0 2 0.0 2", "_U/2016 _Z 0 0.0 _Z", "QAT/_T _Z _Z 1.0 2", "_T/2017 0 4 0.5 _Z",
            "_T/2019 4 6 0.666667 _Z", "_T/_T _Z _Z 1.0 _Z",
        ] {
            #expect(lines.contains(line), "\(line) in \(lines)")
        }
        #expect(lines.count == 16)
    }

    @Test(arguments: [
        (Transform.share, ["state"], ["year"], "pass-rate"), (.share, ["state"], [], "post-score-mean"),
        (.changePercent, ["year"], [], "completion-rate"), (.change, ["state"], [], "trainees"),
        (.cumulative, ["year", "month"], [], "trainees"), (.shareOfRow, ["state"], [], "trainees"),
        (.shareOfColumn, [], ["state"], "trainees"),
    ])
    func whatHasNoMeaningIsRefused(
        transform: Transform, rows: [String], columns: [String], measure: String
    ) throws {
        #expect(throws: RequestError.self) {
            _ = try self.summary([transform], rows: rows, columns: columns, [measure])
        }
    }

    /// Reference values by the formula in exact arithmetic, to ten digits: 8 of 10, 0 of 10, 10 of 10, 1 of 1.
    @Test(arguments: [
        (8, 10, 0.4901624715, 0.9433178485), (0, 10, 0, 0.2775327999), (10, 10, 0.7224672001, 1),
        (1, 1, 0.2065493143, 1), (1_196, 1_877, 0.6151756446, 0.6586379709),
    ])
    func intervals(part: Int, whole: Int, lower: Double, upper: Double) throws {
        let interval = try #require(Proportion(numerator: part, denominator: whole).interval)
        #expect(abs(interval.lowerBound - lower) < 1e-9 && abs(interval.upperBound - upper) < 1e-9)
    }

    /// In the year 2016 two of three completed, and one of the two with a score passed.
    @Test func ratesCarryTheirIntervals() throws {
        let measures = Catalogue.builtIn.withIntervals(["trainees", "completion-rate", "pass-rate"])
        #expect(
            measures == [
                "trainees", "completion-rate", "completion-rate-lower", "completion-rate-upper", "pass-rate",
                "pass-rate-lower", "pass-rate-upper",
            ])
        let lines = values(try summary([], rows: ["year"], columns: [], measures))
        #expect(lines.first == "2016 0.666667 0.20766 0.938508 0.5 0.094531 0.905469")
        #expect(Proportion(numerator: 0, denominator: 0).interval == nil)
    }

    /// Parts of the calendar in which sessions start: A starts in 2016 and ends in 2017.
    @Test func alongTheDaysOnWhichSessionsStart() throws {
        let loaded = try LoadedDataset(files: [
            "courses.csv": "course_id,title,topic\nC1,One,cyber-security\n",
            "sessions.csv": "session_id,course_id,start_date,end_date\nA,C1,2016-12-28,2017-01-03\n"
                + "B,C1,2017-05-01,2017-05-02\nC,C1,2018-05-01,2018-05-02\n",
            "trainees.csv": "trainee_id,state\nT1,KWT\nT2,KWT\nT3,QAT\n",
            "participations.csv": "session_id,trainee_id,status\nA,T1,attended\nA,T2,attended\nB,T1,attended\n"
                + "C,T1,attended\nC,T2,attended\nC,T3,attended\n",
        ])
        func values(_ row: String, period: String = "all", filters: [Filter] = []) throws -> [String] {
            let days = loaded.dataset.sessions.map(\.days)
            let request = SummaryRequest(
                rows: [row], measures: ["participations"], filters: filters,
                period: try PeriodExpression(period).resolve(
                    today: .day("2019-12-31"), settings: loaded.dataset.settings.calendar),
                today: .day("2019-12-31"))
            let transformed = try TransformedRequest(
                [.change, .cumulative], of: request, sessions: days, deliveries: days,
                calendar: loaded.dataset.settings.calendar, isComplete: false, catalogue: .builtIn)
            return self.values(try transformed.summary { try loaded.summary($0) })
        }
        #expect(try values("start-year") == ["2016 _Z 2", "2017 -1 3", "2018 2 6"])
        #expect(try values("start-year", period: "2017") == ["2016 _Z 2", "2017 -1 3"])
        #expect(try values("start-year", period: "2018") == ["2018 2 3"])
        #expect(try values("year") == ["2017 _Z 3", "2018 0 6"])
        let starting = [Filter(dimension: "start-year", members: ["2016"])]
        #expect(try values("year", filters: starting) == ["2017 _Z 2"], "B is left out of 2017")
    }
}
