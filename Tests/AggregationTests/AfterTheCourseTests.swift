import Aggregation
import Reporting
import TestSupport
import Testing
import TrainingStats

/// Evaluations and follow-ups of the tiny dataset, worked out by hand: who and what they go with, and where they are too few.
struct AfterTheCourseTests {
    private static let evaluations = ["evaluation-count", "evaluation-mean", "evaluation-favourable"]

    private func summary(
        _ rows: [String], _ measures: [String], where filters: [Filter] = [], totals: Bool = true,
        files: [String: String] = TinyDataset.files, today: CivilDate = .day("2019-12-31")
    ) throws -> Summary {
        try LoadedDataset(files: files).summary(
            SummaryRequest(rows: rows, measures: measures, filters: filters, today: today, totals: totals))
    }

    private func texts(_ summary: Summary) -> [String] {
        summary.cells.map { cell in
            let values = cell.values.map { value in
                switch value {
                case .unknown: "_U"
                case .notApplicable: "_Z"
                default: value.number.map { "\(($0 * 1_000).rounded() / 1_000)" } ?? ""
                }
            }
            return (cell.members.map(\.code) + values).joined(separator: " ")
        }
    }

    /// S1 has six answers (23 in all), S2 two, which are too few for a mean; the dialogue S3 is no training.
    @Test(arguments: [
        (["course"], ["C1 6.0 3.833 0.667", "C2 2.0 _U _U", "C3 0.0 _Z _Z", "_T 8.0 3.75 0.625"]),
        (["evaluation-item"], ["content 3.0 _U _U", "trainer 5.0 3.6 0.6", "_T 8.0 3.75 0.625"]),
        // The 1 was given in the dialogue.
        (
            ["evaluation-value"],
            [
                "1 0.0 _Z _Z", "2 1.0 _U _U", "3 2.0 _U _U", "4 3.0 _U _U", "5 2.0 _U _U", "_T 8.0 3.75 0.625",
            ]
        ),
        // R1 taught S1 and S2, R2 taught S1 and the dialogue: the answers of S1 count for both, and once in all.
        (["trainer"], ["R1 8.0 3.75 0.625", "R2 6.0 3.833 0.667", "_T 8.0 3.75 0.625"]),
        (
            ["trainer", "evaluation-item"],
            [
                "R1 content 3.0 _U _U", "R1 trainer 5.0 3.6 0.6", "R1 _T 8.0 3.75 0.625", "R2 content 3.0 _U _U",
                "R2 trainer 3.0 _U _U", "R2 _T 6.0 3.833 0.667", "_T content 3.0 _U _U", "_T trainer 5.0 3.6 0.6",
                "_T _T 8.0 3.75 0.625",
            ]
        ),
    ])
    func evaluations(rows: [String], expected: [String]) throws {
        #expect(try texts(summary(rows, Self.evaluations)) == expected)
    }

    /// A filter on an item keeps the answers to it, of trainers too.
    @Test func trainersByTheirItem() throws {
        let found = try summary(
            ["trainer"], Self.evaluations, where: [Filter(dimension: "evaluation-item", members: ["trainer"])])
        #expect(texts(found) == ["R1 5.0 3.6 0.6", "R2 3.0 _U _U", "_T 5.0 3.6 0.6"])
        let notes = TableNotes(found, .en)
        #expect(notes.bridges == [])
        #expect(notes.remarks.count { $0.contains("for each trainer of their session") } == 1)
        #expect(notes.remarks.count { $0.contains("fewer than 5 answers") } == 1)
    }

    /// Nobody knows whose an answer is, and a dimension of evaluations is a property of nothing else.
    @Test(arguments: [
        (["state"], ["evaluation-mean"], "do not say whose they are"),
        (["applied"], ["evaluation-count"], "do not say whose they are"),
        (["evaluation-item"], ["trainees"], "goes with evaluation-count, evaluation-mean, evaluation-favourable alone"),
        (["evaluation-value"], ["evaluation-count", "benefit"], "not with 'benefit'"),
        (["trainer"], ["application-rate"], "goes with"),
    ])
    func whatHasNoMeaningIsRefused(rows: [String], measures: [String], words: String) throws {
        let error = #expect(throws: RequestError.self) { try summary(rows, measures) }
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }

    /// What is applied is a property of the participation: others than follow-ups can be broken down by it.
    @Test func whatIsApplied() throws {
        let found = try summary(["applied"], ["followups-asked", "participations", "rating-mean", "benefit"])
        #expect(
            texts(found) == [
                "yes 1.0 1.0 5.0 900.0", "partly 1.0 1.0 4.0 _U", "no 1.0 1.0 3.0 300.5",
                // T3 did not answer, and of the five of the headcount nobody asked.
                "_U 1.0 6.0 _Z _U", "_T 4.0 9.0 4.0 1200.5",
            ])
    }

    @Test func coverageStandsBesideFollowUps() throws {
        let found = try summary(["course"], ["application-rate", "return-on-investment"])
        let coverage = try #require(found.followUps)
        #expect(coverage.trained == 4 && coverage.asked == 4 && coverage.answered == 3 && coverage.statingBenefit == 2)
        let remarks = TableNotes(found, .en).remarks
        #expect(remarks.contains { $0.contains("3 answered of 4 asked, of 4 participations of named persons") })
        #expect(remarks.contains { $0.contains("2 of 4 participations state a benefit") })
        #expect(try summary(["course"], ["participations"]).followUps == nil)
        #expect(remarks.contains("Application rate: stated by 3 of 4 follow-ups."))
    }

    /// n stands beside means of answers, though all answers state a value; measures of the same answers share a note.
    @Test func meansSayOfHowManyAnswersTheyAre() throws {
        let found = try summary(["course"], Self.evaluations + ["supervisor-rating-mean"])
        let remarks = TableNotes(found, .en).remarks
        #expect(remarks.contains("Mean evaluation and Favourable answers: of 8 answers."))
        #expect(remarks.contains("Mean supervisor's rating: stated by 2 of 4 follow-ups."))
        #expect(
            TableNotes(found, .ar).remarks.contains {
                $0.contains("متوسط التقييم في الاستمارات") && $0.contains("8 إجابات")
            })
    }

    /// By persons nothing is told of whole sessions: a note says so, and nothing of what these figures would be made of.
    @Test func absentFiguresHaveAReason() throws {
        let reason = "because this is stated of whole sessions."
        let found = try summary(["state"], ["benefit", "return-on-investment", "cost"])
        let remarks = TableNotes(found, .en).remarks
        #expect(
            remarks.contains(
                "Return on investment and Cost: not applicable with a property of trainees (state), \(reason)"))
        #expect(!remarks.contains { $0.hasPrefix("Cost:") || $0.contains("Return on investment: 2 of") })
        #expect(remarks.contains { $0.hasPrefix("Benefit: 2 of 4") })
        let filtered = try summary(["course"], ["seats"], where: [Filter(dimension: "sex", members: ["M"])])
        #expect(
            TableNotes(filtered, .en).remarks.contains(
                "Seats: not applicable with a property of trainees (sex), \(reason)"))
        #expect(!TableNotes(try summary(["course"], ["seats"]), .en).remarks.contains { $0.contains(reason) })
        let certificates = try summary(["course"], ["persons-current", "participations"])
        let valid = TableNotes(certificates, .en).remarks.filter { $0.contains("valid_months") }
        #expect(valid.count == 1 && valid[0].hasPrefix("Persons current: not applicable to courses"))
        #expect(
            !TableNotes(try summary(["state"], ["persons-current"]), .en).remarks.contains {
                $0.contains("valid_months")
            })
    }

    /// That of S2 was asked on 1 November: the day before nobody had asked, and the person's answer is not known.
    @Test func followUpsCountFromTheirDay() throws {
        let measures = [
            "followups-asked", "followups-answered", "response-rate", "application-rate", "supervisor-rating-mean",
            "benefit", "return-on-investment",
        ]
        let before = try summary(["course"], measures, today: .day("2019-10-31"))
        #expect(
            texts(before) == [
                "C1 3.0 2.0 0.667 _U _U 900.0 -0.127", "C2 0.0 0.0 _Z _Z _Z _U _U", "C3 0.0 0.0 _Z _Z _Z 0.0 -1.0",
                "_T 3.0 2.0 0.667 _U _U 900.0 -0.238",
            ])
        #expect(before.followUps?.asked == 3)
        let onTheDay = try summary(["course"], measures, today: .day("2019-11-01"))
        #expect(texts(onTheDay)[1] == "C2 1.0 1.0 1.0 _U _Z 300.5 2.005")
        let applied = try summary(["applied"], ["participations"], today: .day("2019-10-31"))
        #expect(texts(applied) == ["yes 1.0", "partly 1.0", "no 0.0", "_U 7.0", "_T 9.0"])
        for (day, records) in [("2019-10-31", "F2 F3 F4"), ("2019-11-01", "F2 F3 F4 F6")] {
            let list = try RecordList(
                "followups-asked", SummaryRequest(measures: [], today: .day(day)),
                LoadedDataset(files: TinyDataset.files))
            #expect(list.initials == records)
        }
    }

    /// Of five answers or more there is a mean: two more follow-ups of S2, of persons who completed it.
    @Test func fiveAnswersAreEnough() throws {
        var files = TinyDataset.files
        files["trainees.csv"]? += "\nT5,BHR,,,,\nT6,BHR,,,,"
        files["participations.csv"]? += "\nS2,T5,completed,,,,,\nS2,T6,completed,,,,,"
        files["followups.csv"]? += "\nS2,T5,2019-11-01,no,3,\nS2,T6,2019-11-01,partly,,-5.5"
        let measures = ["followups-asked", "application-rate", "supervisor-rating-mean", "benefit"]
        let found = try summary(["course"], measures, files: files)
        #expect(
            texts(found) == ["C1 3.0 _U _U 900.0", "C2 3.0 _U _U 295.0", "C3 0.0 _Z _Z 0.0", "_T 6.0 0.6 _U 1195.0"])
    }

    /// Intervals of a rate that is not given would give it away.
    @Test func intervalsOfTooFewAreNotGiven() throws {
        let found = try summary(
            ["course"], ["evaluation-favourable", "evaluation-favourable-lower", "evaluation-favourable-upper"])
        #expect(texts(found)[1] == "C2 _U _U _U")
        #expect(found.cells[0].values[1].number != nil)
    }
}
