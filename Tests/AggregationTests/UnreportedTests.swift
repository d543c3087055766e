import Aggregation
import TestSupport
import Testing
import TrainingStats

/// No record of a delivered session says that nobody reported, which is not the same as that nobody came.
///
/// The tiny dataset with four more sessions of 2018: S7 of C1 without any record, S8 of C2 with a group whose number is not
/// known, S9 of C2 with a group of nobody, and S10, a dialogue (C3), without any record.
struct UnreportedTests {
    private static var files: [String: String] {
        var files = TinyDataset.files
        files["sessions.csv"]? += """

            S7,C1,2018-03-03,2018-03-07,KWT,4,1000,held
            S8,C2,2018-04-01,2018-04-02,QAT,3,,held
            S9,C2,2018-11-01,2018-11-02,QAT,20,,held
            S10,C3,2018-10-01,2018-10-01,KWT,5,,held
            """
        files["headcounts.csv"]? += "\nS8,OMN,,,\nS9,OMN,0,,"
        return files
    }

    private func summary(_ request: SummaryRequest) throws -> Summary {
        try LoadedDataset(files: Self.files).summary(request)
    }

    private func texts(_ summary: Summary) -> [[String]] {
        summary.cells.map { cell in
            [cell.members[0].code]
                + cell.values.map { value in
                    switch value {
                    case .unknown: "_U"
                    case .notApplicable: "_Z"
                    default: value.number.map { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" } ?? ""
                    }
                }
        }
    }

    /// Half-years: only unreported sessions in the first of 2018; S9 (0 participants) and S10 in the second.
    @Test(
        arguments: [
            ("sessions", "2", "2"), ("seats", "7", "25"), ("fill-rate", "_Z", "0"), ("trainees", "_U", "0"),
            ("named-trainees", "_U", "0"), ("trainees-upper", "_U", "0"), ("repeat-trainees", "_U", "0"),
            ("enrolments", "_U", "0"), ("participations", "_U", "0"), ("withdrawals", "_U", "0"),
            ("no-shows", "_U", "0"), ("trainee-hours", "_U", "0"), ("trainee-days", "_U", "0"),
            ("completions", "_U", "_U"), ("attendances", "_U", "0"), ("named-attendances", "_U", "0"),
            ("headcount-attendances", "_U", "0"), ("institutions", "_U", "0"), ("participant-cost", "_U", "_U"),
            ("post-score-count", "0", "0"), ("post-score-mean", "_Z", "_Z"), ("completion-rate", "_Z", "_Z"),
            ("trainees-per-trainer", "_Z", "_Z"), ("trainees-per-100k", "_U", "0"), ("cost", "1000", "_U"),
            ("cost-per-trainee", "_U", "_Z"), ("cost-per-completion", "_U", "_U"),
        ])
    func byHalf(measure: String, first: String, second: String) throws {
        let period = try PeriodExpression("2018").resolve(today: .day("2019-12-31"), settings: CalendarSettings())
        let summary = try summary(
            SummaryRequest(rows: ["half"], measures: [measure], period: period, today: .day("2019-12-31")))
        #expect(texts(summary) == [["2018-H1", first], ["2018-H2", second]])
    }

    /// A dialogue that nobody reported says nothing about training, and training nothing about dialogues.
    @Test func byKind() throws {
        let period = try PeriodExpression("2018").resolve(today: .day("2019-12-31"), settings: CalendarSettings())
        let summary = try summary(
            SummaryRequest(
                rows: ["kind"], measures: ["trainees", "attendances"], period: period, today: .day("2019-12-31")))
        #expect(texts(summary) == [["course", "_U", "_U"], ["dialogue", "0", "_U"], ["seminar", "0", "0"]])
    }

    /// All that is known of Oman in the first half of 2018 is a group of a number that nobody knows.
    @Test func groupsWithoutNumberAreNotNobody() throws {
        let period = try PeriodExpression("2018").resolve(today: .day("2019-12-31"), settings: CalendarSettings())
        let summary = try summary(
            SummaryRequest(
                rows: ["half"], measures: ["trainees", "participations", "attendances", "trainee-hours", "sessions"],
                filters: [Filter(dimension: "state", members: ["OMN"])], period: period, today: .day("2019-12-31")))
        #expect(
            texts(summary) == [["2018-H1", "_U", "_U", "_U", "_U", "_U"], ["2018-H2", "0", "0", "0", "0", "0"]])
    }

    /// S1, S2 and S9 of five training sessions are reported, and S3 of the two dialogues, whatever the rows are.
    @Test(arguments: ["year", "state"]) func coverageOfSessions(row: String) throws {
        let summary = try summary(
            SummaryRequest(rows: [row], measures: ["trainees", "attendances"], today: .day("2019-12-31")))
        #expect(summary.reports[.training] == Coverage(stated: 3, applicable: 5, unit: .sessions))
        #expect(summary.reports[.ofAnyKind] == Coverage(stated: 4, applicable: 7, unit: .sessions))
    }

    /// Who was counted could have stated hours, and did not: 4 participations of 9, 5 of which were counted.
    @Test func coverageIsOfAllParticipations() throws {
        let summary = try summary(
            SummaryRequest(
                measures: [
                    "trainee-hours", "post-score-mean", "rating-mean", "pass-rate", "repeat-trainees", "fill-rate",
                ],
                today: .day("2019-12-31")))
        #expect(
            summary.coverage == [
                Coverage(stated: 4, applicable: 9, unit: .participations),
                Coverage(stated: 3, applicable: 9, unit: .participations),
                Coverage(stated: 3, applicable: 9, unit: .participations),
                Coverage(stated: 3, applicable: 9, unit: .participations),
                Coverage(stated: 4, applicable: 9, unit: .named),
                Coverage(stated: 3, applicable: 6, unit: .sessionsWithSeats),
            ])
    }
}
