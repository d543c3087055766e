import Aggregation
import Reporting
import TestSupport
import Testing
import TrainingStats

/// Results worked out by hand for the tiny dataset, as of 2019-12-31.
///
/// S1, S2 and S3 are delivered (S6 ends later); S1 and S2 are training (S3 is a dialogue). Trained participations are
/// S1 with T1, T2 and T3, and S2 with T1; T4 stayed away, T3 withdrew from S2. Headcounts add 5 to S2 and 7 to S3.
struct ReferenceResultTests {
    /// What a measure gives over all records, and the arithmetic behind it.
    struct Expectation: CustomTestStringConvertible, Sendable {
        let measure: String
        let value: Double?
        let arithmetic: String

        var testDescription: String { measure }
    }

    static let totals: [Expectation] = [
        .init(measure: "courses", value: 2, arithmetic: "C1, C2"),
        .init(measure: "activities", value: 3, arithmetic: "C1, C2, C3"),
        .init(measure: "sessions", value: 3, arithmetic: "S1, S2, S3"),
        .init(measure: "planned-sessions", value: 1, arithmetic: "S4"),
        .init(measure: "cancelled-sessions", value: 1, arithmetic: "S5"),
        .init(measure: "attendances", value: 17, arithmetic: "S1: 3; S2: 1 + 5; S3: 1 + 7"),
        .init(measure: "named-attendances", value: 5, arithmetic: "S1: 3; S2: 1; S3: 1"),
        .init(measure: "headcount-attendances", value: 12, arithmetic: "S2: 5; S3: 7"),
        .init(measure: "enrolments", value: 6, arithmetic: "S1: 4; S2: 2"),
        .init(measure: "participations", value: 9, arithmetic: "S1: 3; S2: 1 + 5"),
        .init(measure: "named-trainees", value: 3, arithmetic: "T1, T2, T3"),
        .init(measure: "trainees", value: 6, arithmetic: "S2 has T1 and 5 more; three are named"),
        .init(measure: "trainees-upper", value: 8, arithmetic: "3 named and 5 counted in S2; S3 is no training"),
        .init(measure: "repeat-trainees", value: 1, arithmetic: "T1"),
        .init(measure: "completions", value: 4, arithmetic: "T1, T2 in S1; 2 of the headcount in S2"),
        .init(measure: "withdrawals", value: 1, arithmetic: "T3 from S2"),
        .init(measure: "no-shows", value: 1, arithmetic: "T4 in S1"),
        .init(measure: "completion-rate", value: 2.0 / 6, arithmetic: "2 named of 6"),
        .init(measure: "withdrawal-rate", value: 1.0 / 6, arithmetic: "1 of 6"),
        .init(measure: "no-show-rate", value: 1.0 / 6, arithmetic: "1 of 6"),
        .init(measure: "trainee-hours", value: 38, arithmetic: "12 + 12 + 6 + 8"),
        .init(measure: "trainee-days", value: 38.0 / 6, arithmetic: "38 hours at 6 a day"),
        .init(measure: "attendance-days", value: 3, arithmetic: "S1: 2 of T1, 0 of T4; S2: 1 of T3; S3 is no training"),
        .init(measure: "attendance-rate", value: 0.5, arithmetic: "3 of 3 + 1 + 2 days; T2's day in S1 is not known"),
        .init(measure: "trainers", value: 2, arithmetic: "R1, R2"),
        .init(measure: "trainer-hours", value: 15.5, arithmetic: "10 + 5.5; S2 does not say; S3 is no training"),
        .init(measure: "trainees-per-trainer", value: nil, arithmetic: "6 to 8 trainees"),
        .init(measure: "seats", value: 7, arithmetic: "4 + 3"),
        .init(measure: "fill-rate", value: 9.0 / 7, arithmetic: "3 in S1 and 6 in S2, of 7"),
        .init(measure: "pre-score-mean", value: 50, arithmetic: "(40 + 60) / 2"),
        .init(measure: "post-score-mean", value: 220.0 / 3, arithmetic: "(80 + 50 + 90) / 3"),
        .init(measure: "gain-mean", value: 15, arithmetic: "(40 - 10) / 2"),
        .init(measure: "pre-score-count", value: 2, arithmetic: "40, 60"),
        .init(measure: "post-score-count", value: 3, arithmetic: "80, 50, 90"),
        .init(measure: "gain-count", value: 2, arithmetic: "T1 and T2 in S1"),
        .init(measure: "rating-count", value: 3, arithmetic: "5, 4, 3"),
        .init(measure: "gain-normalised", value: 5.0 / 24, arithmetic: "(40/60 - 10/40) / 2"),
        .init(measure: "post-score-sd", value: (1300.0 / 3).squareRoot(), arithmetic: "root of 866.67 / 2"),
        .init(measure: "gain-sd", value: (1250.0).squareRoot(), arithmetic: "root of (25² + 25²) / 1"),
        .init(measure: "post-score-p25", value: 65, arithmetic: "half-way from 50 to 80"),
        .init(measure: "post-score-median", value: 80, arithmetic: "the middle of 50, 80, 90"),
        .init(measure: "post-score-p75", value: 85, arithmetic: "half-way from 80 to 90"),
        .init(measure: "pass-rate", value: 2.0 / 3, arithmetic: "80 and 90 of three reach 60"),
        .init(measure: "rating-mean", value: 4, arithmetic: "(5 + 4 + 3) / 3"),
        .init(measure: "institutions", value: 2, arithmetic: "Navy, Ministry"),
        .init(measure: "participant-cost", value: 130.5, arithmetic: "10 + 20.5 + 100; T4 stayed away"),
        .init(measure: "cost", value: 1180.5, arithmetic: "1000 + 50 + 130.5"),
        .init(measure: "cost-per-trainee", value: nil, arithmetic: "6 to 8 trainees"),
        .init(measure: "cost-per-completion", value: 1180.5 / 4, arithmetic: "T1, T2 and 2 of the headcount completed"),
        .init(measure: "cost-per-participation", value: 130.5 / 7, arithmetic: "130.5 / (1 + 1 + 5)"),
        .init(measure: "trainees-per-100k", value: nil, arithmetic: "6 to 8 trainees of 54,000,000"),
        .init(measure: "certificates", value: 2, arithmetic: "T1 and T2 completed C1, which is valid for 12 months"),
        .init(measure: "persons-current", value: 2, arithmetic: "T1, T2: from 2019-03-07 to 2020-03-07"),
        .init(measure: "persons-due", value: 2, arithmetic: "67 days are left"),
        .init(measure: "persons-lapsed", value: 0, arithmetic: "nobody"),
        .init(measure: "renewals-in-time", value: 0, arithmetic: "none"),
        .init(measure: "renewals-late", value: 0, arithmetic: "none"),
        .init(measure: "renewal-rate", value: nil, arithmetic: "no certificate was renewed or lapsed"),
        .init(measure: "evaluation-count", value: 8, arithmetic: "S1: 6; S2: 2; S3 is no training, S4 and S6 not over"),
        .init(measure: "evaluation-mean", value: 3.75, arithmetic: "(5 + 4 + 2 + 4 + 3 + 5 + 3 + 4) / 8"),
        .init(measure: "evaluation-favourable", value: 5.0 / 8, arithmetic: "5, 4, 4, 5, 4 of eight"),
        .init(measure: "followups-asked", value: 4, arithmetic: "T1, T2, T3 in S1, T1 in S2; T4 stayed away"),
        .init(measure: "followups-answered", value: 3, arithmetic: "T3 did not answer"),
        .init(measure: "response-rate", value: 0.75, arithmetic: "3 of 4"),
        .init(measure: "application-count", value: 3, arithmetic: "yes, partly, no"),
        .init(measure: "application-rate", value: nil, arithmetic: "2 of 3, which are fewer than 5"),
        .init(measure: "supervisor-rating-count", value: 2, arithmetic: "4 and 5"),
        .init(measure: "supervisor-rating-mean", value: nil, arithmetic: "4 and 5 are fewer than 5 ratings"),
        .init(measure: "benefit", value: 1200.5, arithmetic: "900 + 300.5"),
        .init(measure: "benefit-cost-ratio", value: 1200.5 / 1180.5, arithmetic: "1200.5 / 1180.5"),
        .init(measure: "return-on-investment", value: 20 / 1180.5, arithmetic: "(1200.5 - 1180.5) / 1180.5"),
    ]

    /// By state: Kuwait has T1, T2 and the headcount of S3; Qatar T3; Oman the headcount of S2; unknown T4.
    static let states: [(measure: String, kuwait: Double?, qatar: Double?, oman: Double?, unknown: Double?)] = [
        ("sessions", 3, 1, 1, 0), ("courses", 2, 1, 1, 0), ("activities", 3, 1, 1, 0),
        ("planned-sessions", nil, nil, nil, nil), ("cancelled-sessions", nil, nil, nil, nil),
        ("attendances", 11, 1, 5, 0), ("named-attendances", 4, 1, 0, 0), ("headcount-attendances", 7, 0, 5, 0),
        ("enrolments", 3, 2, nil, 1), ("participations", 3, 1, 5, 0),
        ("named-trainees", 2, 1, 0, 0), ("trainees", 2, 1, 5, 0), ("trainees-upper", 2, 1, 5, 0),
        ("repeat-trainees", 1, 0, nil, 0), ("completions", 2, 0, 2, 0),
        ("withdrawals", 0, 1, nil, 0), ("no-shows", 0, 0, nil, 1), ("completion-rate", 2.0 / 3, 0, nil, 0),
        ("withdrawal-rate", 0, 0.5, nil, 0), ("no-show-rate", 0, 0, nil, 1), ("trainee-hours", 32, 6, nil, 0),
        ("trainee-days", 32.0 / 6, 1, nil, 0), ("attendance-days", 2, 1, nil, 0),
        ("attendance-rate", 2.0 / 3, 0.5, nil, 0), ("trainers", 2, 2, 1, 0), ("trainer-hours", 15.5, 15.5, nil, 0),
        ("trainees-per-trainer", 1, 0.5, 5, nil), ("seats", nil, nil, nil, nil), ("fill-rate", nil, nil, nil, nil),
        ("pre-score-mean", 50, nil, nil, nil), ("post-score-mean", 65, 90, nil, nil),
        ("pre-score-count", 2, 0, 0, 0), ("post-score-count", 2, 1, 0, 0), ("gain-count", 2, 0, 0, 0),
        ("rating-count", 3, 0, 0, 0), ("gain-mean", 15, nil, nil, nil), ("gain-normalised", 5.0 / 24, nil, nil, nil),
        ("post-score-sd", (450.0).squareRoot(), nil, nil, nil), ("gain-sd", (1250.0).squareRoot(), nil, nil, nil),
        ("post-score-p25", 57.5, 90, nil, nil), ("post-score-median", 65, 90, nil, nil),
        ("post-score-p75", 72.5, 90, nil, nil), ("pass-rate", 0.5, 1, nil, nil), ("rating-mean", 4, nil, nil, nil),
        ("institutions", 2, 1, 0, 0), ("participant-cost", 30.5, nil, 100, 0), ("cost", nil, nil, nil, nil),
        ("cost-per-trainee", nil, nil, nil, nil), ("cost-per-completion", nil, nil, nil, nil),
        ("cost-per-participation", 15.25, nil, 20, nil), ("trainees-per-100k", 0.05, 0.05, 0.1, nil),
        ("certificates", 2, 0, 0, 0), ("persons-current", 2, 0, 0, 0), ("persons-due", 2, 0, 0, 0),
        ("persons-lapsed", 0, 0, 0, 0), ("renewals-in-time", 0, 0, 0, 0), ("renewals-late", 0, 0, 0, 0),
        ("renewal-rate", nil, nil, nil, nil),
        ("followups-asked", 3, 1, 0, 0), ("followups-answered", 3, 0, 0, 0), ("response-rate", 1, 0, nil, nil),
        ("application-count", 3, 0, 0, 0), ("application-rate", nil, nil, nil, nil),
        ("supervisor-rating-count", 2, 0, 0, 0), ("supervisor-rating-mean", nil, nil, nil, nil),
        // Of T3 nobody knows, and of the five of Oman nobody was asked; T4 was not trained.
        ("benefit", 1200.5, nil, nil, 0), ("benefit-cost-ratio", nil, nil, nil, nil),
        ("return-on-investment", nil, nil, nil, nil),
    ]

    @Test(arguments: totals)
    func total(_ expected: Expectation) throws {
        let summary = try tiny().summary(SummaryRequest(measures: [expected.measure], today: .day("2019-12-31")))
        let value = summary.total.values[0].number
        #expect(isClose(value, expected.value), "\(expected.measure) = \(expected.arithmetic)")
    }

    @Test(arguments: states)
    func byState(_ expected: (measure: String, kuwait: Double?, qatar: Double?, oman: Double?, unknown: Double?)) throws
    {
        let summary = try tiny().summary(
            SummaryRequest(rows: ["state"], measures: [expected.measure], today: .day("2019-12-31"), totals: true))
        #expect(summary.cells.map { $0.members[0].code } == ["KWT", "QAT", "OMN", "_U", "_T"])
        let wanted = [expected.kuwait, expected.qatar, expected.oman, expected.unknown]
        for (cell, value) in zip(summary.cells, wanted) {
            #expect(isClose(cell.values[0].number, value), "\(expected.measure) of \(cell.members[0].code)")
        }
        let isSessionSide = [
            "planned-sessions", "cancelled-sessions", "seats", "fill-rate", "cost", "cost-per-trainee",
            "cost-per-completion",
            "benefit-cost-ratio", "return-on-investment",
        ]
        .contains(expected.measure)
        let total = Self.totals.first { $0.measure == expected.measure }?.value
        #expect(isClose(summary.cells[4].values[0].number, isSessionSide ? nil : total), "\(expected.measure) of all")
    }

    @Test func everyMeasureHasAReferenceResult() {
        #expect(Self.totals.map(\.measure) == Catalogue.builtIn.measures.map(\.id))
        // Nobody knows whose evaluations are.
        let ofStates = Catalogue.builtIn.measures.map(\.id).filter { !$0.hasPrefix("evaluation") }
        #expect(Set(Self.states.map(\.measure)) == Set(ofStates))
    }

    /// What rows say of themselves: T1 came twice, once for 12 hours (completed) and once for 8 (attended).
    @Test(
        arguments: [
            (
                "status", "attended completed withdrawn no-show _U _T",
                [
                    "enrolments": [2, 2, 1, 1, nil, 6], "trainees": [2, 2, 0, 0, 5, 6],
                    "named-trainees": [2, 2, 0, 0, 0, 3],
                    "repeat-trainees": [0, 0, 0, 0, nil, 1], "sessions": [3, 1, 0, 0, 2, 3],
                    "no-shows": [0, 0, 0, 1, nil, 1], "trainee-hours": [14, 24, 0, 0, nil, 38], "seats": [],
                ]
            ),
            (
                "hours-band", "under-6 6-11 12-23 _U _T",
                [
                    // T4's day of absence is 0 hours, and T3 withdrew after 3.
                    "enrolments": [2, 2, 2, nil, 6], "trainees": [0, 2, 2, 5, 6], "named-trainees": [0, 2, 2, 0, 3],
                    "repeat-trainees": [0, 0, 0, nil, 1], "sessions": [0, 3, 1, 2, 3],
                ]
            ),
            (
                "score-band", "50-59 80-89 90-100 _U _T",
                [
                    "trainees": [1, 1, 1, 6, 6], "named-trainees": [1, 1, 1, 1, 3], "trainees-upper": [1, 1, 1, 6, 8],
                    "post-score-mean": [50, 80, 90, nil, 220.0 / 3],
                ]
            ),
        ] as [(String, String, [String: [Double?]])])
    func byWhatRowsSay(dimension: String, members: String, expected: [String: [Double?]]) throws {
        for (measure, values) in expected {
            let summary = try tiny().summary(
                SummaryRequest(rows: [dimension], measures: [measure], today: .day("2019-12-31"), totals: true))
            #expect(summary.cells.map { $0.members[0].code }.joined(separator: " ") == members)
            let wanted = values.isEmpty ? summary.cells.map { _ in nil } : values
            for (cell, value) in zip(summary.cells, wanted) {
                #expect(isClose(cell.values[0].number, value), "\(measure) of \(cell.members[0].code)")
            }
        }
    }

    /// Who took part counts for each trainer of the session: R1 (internal) taught S1 and S2, R2 (external) S1 and the dialogue.
    @Test func byTrainers() throws {
        let measures = ["participations", "trainees", "rating-mean", "rating-count", "gain-mean", "gain-count"]
        let summary = try tiny().summary(
            SummaryRequest(
                rows: ["trainer-affiliation"], measures: measures, today: .day("2019-12-31"), totals: true))
        #expect(summary.cells.map { $0.members[0].code } == ["external", "internal", "_T"])
        let figures = Dictionary(
            uniqueKeysWithValues: summary.cells.map { ($0.members[0].code, $0.values.map(\.number)) })
        #expect(figures["external"] == [3, 3, 4.5, 2, 15, 2])
        #expect(figures["internal"] == [9, 6, 4, 3, 15, 2])
        #expect(figures["_T"] == [9, 6, 4, 3, 15, 2])
        #expect(summary.upperBound(of: 1, in: summary.total) == 8)
        #expect(TableNotes(summary, .en).bridges == [])
        #expect(TableNotes(summary, .en).remarks.count { $0.contains("for each of its trainers") } == 1)
        #expect(summary.measures.allSatisfy { !$0.isAdditive(along: summary.dimensions[0], in: summary.dimensions) })
    }

    @Test func headcountsPutTraineesBetweenBounds() throws {
        let summary = try tiny().summary(
            SummaryRequest(rows: ["state"], measures: ["trainees"], today: .day("2019-12-31")))
        #expect(summary.upperBound(of: 0, in: summary.total) == 8)
        let (oman, kuwait) = (
            try #require(summary.cell(at: [.code("OMN")])), try #require(summary.cell(at: [.code("KWT")]))
        )
        // Five in one session are five persons.
        #expect(oman.values == [.count(5)])
        #expect(summary.upperBound(of: 0, in: oman) == nil)
        #expect(summary.upperBound(of: 0, in: kuwait) == nil)
    }

    /// What is made of trainees, where nobody knows whether the five of Oman are persons of their own: in Energy security
    /// T1 and the five were in one session, so that they are six.
    @Test func figuresMadeOfTrainees() throws {
        let measures = ["trainees", "trainees-upper", "trainees-per-trainer", "trainees-per-100k", "cost-per-trainee"]
        let summary = try tiny().summary(
            SummaryRequest(rows: ["topic"], measures: measures, today: .day("2019-12-31"), totals: true))
        let rows = summary.cells.map {
            [$0.members[0].code] + $0.values.map { "\($0.number.map { "\($0)" } ?? "\($0)")" }
        }
        #expect(
            rows == [
                ["energy-security", "6.0", "6.0", "6.0", "\(6.0 / 540)", "\(100.0 / 6)"],
                ["cyber-security", "3.0", "3.0", "1.5", "\(3.0 / 540)", "\(1030.5 / 3)"],
                ["_U", "0.0", "0.0", "notApplicable", "0.0", "notApplicable"],
                ["_T", "6.0", "8.0", "unknown", "unknown", "unknown"],
            ])
    }

    private func tiny() throws -> LoadedDataset { try LoadedDataset(files: TinyDataset.files) }

    private func isClose(_ value: Double?, _ expected: Double?) -> Bool {
        guard let value, let expected else { return value == nil && expected == nil }
        return abs(value - expected) <= abs(expected) * 1e-14
    }
}
