import Aggregation
import Support
import TestSupport
import Testing
import TrainingStats

/// Numbers in columns that a dataset declares, as quantities of its own measures; the figures are worked out by hand.
struct OwnNumberTests {
    private static let attributes = """
        {"attributes": [
          {"table": "courses", "column": "fee", "name": {"en": "Fee"}, "kind": "number"},
          {"table": "sessions", "column": "budget", "name": {"en": "Budget"}, "kind": "number", "bands": [500]},
          {"table": "trainees", "column": "allowance", "name": {"en": "Allowance"}, "kind": "number"},
          {"table": "headcounts", "column": "daily", "id": "allowance"},
          {"table": "trainers", "column": "rate", "name": {"en": "Rate"}, "kind": "number"},
          {"table": "participations", "column": "travel_cost", "name": {"en": "Travel"}, "kind": "number", "bands": [5]},
          {"table": "trainees", "column": "rank", "name": {"en": "Rank"}}
        ]}
        """

    private static let files: [String: String] = TinyDataset.files.merging([
        "dataset.json": attributes,
        "courses.csv":
            "course_id,title,topic,kind,fee\nC1,A,cyber-security,course,100.5\nC2,B,,seminar,40\nC3,C,,dialogue,\n",
        "sessions.csv": """
        session_id,course_id,start_date,end_date,status,budget
        S1,C1,2019-03-03,2019-03-07,held,1000
        S2,C2,2019-09-01,2019-09-02,held,
        S3,C3,2019-10-01,2019-10-01,held,50
        S4,C1,2020-02-02,2020-02-06,planned,7
        """,
        "trainers.csv": "trainer_id,rate\nR1,50\nR2,60.25\nR3,\n",
        "trainees.csv": "trainee_id,state,allowance,rank\nT1,KWT,10,Major\nT2,KWT,20.5,\nT3,QAT,,\nT4,,5,\n",
        "affiliations.csv": "trainee_id,from,state,allowance\nT1,2019-06-01,QAT,99\n",
        "headcounts.csv": "session_id,state,participants,daily\nS2,OMN,5,3\nS3,KWT,7,\n",
        "participations.csv": """
        session_id,trainee_id,status,travel_cost
        S1,T1,completed,12
        S1,T2,completed,7.5
        S1,T3,attended,
        S1,T4,no-show,100
        S2,T1,attended,3
        S2,T3,withdrawn,
        S3,T2,attended,1
        """,
    ]) { $1 }.filter { !["attendance.csv", "evaluations.csv", "followups.csv"].contains($0.key) }

    /// The forms, each with its figure in the total.
    private static let forms: [(form: String, value: Double?)] = [
        (#"{"sum": "budget", "of": "delivered-sessions"}"#, 1050),
        (#"{"sum": "budget", "of": "training-sessions"}"#, 1000),
        (#"{"sum": "budget", "of": "sessions"}"#, 1057),
        (#"{"sum": "fee", "of": "delivered-sessions"}"#, 140.5),
        (#"{"mean": "fee", "of": "trained-participations"}"#, 85.375),
        // T1 has another allowance from June on.
        (#"{"sum": "allowance", "of": "trained-participations"}"#, 129.5),
        (#"{"sum": "allowance", "of": ["trained-participations", "headcounts"]}"#, 132.5),
        (#"{"sum": "rate", "of": "training-assignments"}"#, 160.25),
        (#"{"sum": "travel-cost", "of": "named-attendances"}"#, 23.5),
        (#"{"mean": "travel-cost", "of": "named-attendances"}"#, 5.875),
        (#"{"quantile": "travel-cost", "of": "named-attendances", "at": 0.5}"#, 5.25),
        (
            #"{"share": {"atLeast": ["travel-cost", 5]}, "of": "named-attendances", "where": {"states": "travel-cost"}}"#,
            0.5
        ),
        (#"{"share": {"below": ["travel-cost", "allowance"]}, "of": "named-attendances"}"#, 0.6),
        (#"{"count": "enrolments", "where": {"below": ["fee", 100]}}"#, 2),
        (#"{"count": "delivered-sessions", "where": {"atLeast": ["budget", "fee"]}}"#, 1),
        (#"{"distinct": "trainee", "of": "enrolments", "where": {"atLeast": ["allowance", 20]}}"#, 2),
        (#"{"mean": {"difference": ["allowance", "travel-cost"]}, "of": "named-attendances"}"#, 31.625),
        (
            #"{"ratio": [{"sum": "travel-cost", "of": "named-attendances"}, {"sum": "budget", "of": "delivered-sessions"}]}"#,
            23.5 / 1050
        ),
        (#"{"count": "enrolments", "where": {"travel-cost": "5-over"}}"#, 3),
        (#"{"deviation": "allowance", "of": "named-attendances", "where": {"sex": "F"}}"#, nil),
    ]

    private static func declaration(_ form: String, _ number: Int) -> String {
        let text = #"{"en": "Own", "ar": "لي"}"#
        return #"{"id": "own-\#(number)", "name": \#(text), "definition": \#(text), "is": \#(form)}"#
    }

    private func decoded(_ forms: [String], _ loaded: LoadedDataset) throws -> (measures: [Measure], told: [String]) {
        let list = forms.enumerated().map { Self.declaration($1, $0) }.joined(separator: ",")
        var decoder = MeasureDecoder(besides: loaded.catalogue)
        let measures = decoder.measures(try JSONReader.read(Array("[\(list)]".utf8)).root, at: "measures")
        return (measures, decoder.problems.map { "\($0.path): \($0.advice)" })
    }

    @Test func figuresAreThoseWorkedOutByHand() throws {
        let loaded = try LoadedDataset(files: Self.files)
        #expect(loaded.log.count(.error) == 0, "\(loaded.log.findings)")
        let (measures, told) = try decoded(Self.forms.map(\.form), loaded)
        #expect(told == [])
        let catalogue = loaded.catalogue.adding(measures)
        let summary = try loaded.summary(
            SummaryRequest(measures: measures.map(\.id), today: .day("2019-12-31")), in: catalogue)
        for (value, form) in zip(summary.total.values, Self.forms) {
            #expect(value.number == form.value, "\(form.form)")
        }
        // Who states a number, of those who could.
        let sums = measures.indices.filter { Self.forms[$0].form.hasPrefix(#"{"sum": "travel-cost""#) }
        #expect(sums.map { summary.coverage[$0]?.stated } == [4])
    }

    /// The written form is read back as the same measure.
    @Test func measuresAreWrittenDownAsTheyWereRead() throws {
        let loaded = try LoadedDataset(files: Self.files)
        let (measures, _) = try decoded(Self.forms.map(\.form), loaded)
        var decoder = MeasureDecoder(besides: loaded.catalogue)
        let again = decoder.measures(.array(measures.map(\.json)), at: "measures")
        #expect(again == measures && decoder.problems == [])
    }

    /// A number without bands is no dimension.
    @Test func numbersWithoutBandsAreForMeasuresAlone() throws {
        let loaded = try LoadedDataset(files: Self.files)
        #expect(loaded.catalogue.dimension("fee") == nil && loaded.catalogue.dimension("budget") != nil)
        #expect(loaded.catalogue.numbers.map(\.name) == ["fee", "budget", "allowance", "rate", "travel-cost"])
    }

    @Test(arguments: [
        (
            #"{"sum": "rank", "of": "enrolments"}"#,
            "'rank' is an attribute that holds no numbers; a number needs the kind"
        ),
        (#"{"sum": "travel_cost", "of": "enrolments"}"#, "no number 'travel_cost'; did you mean 'travel-cost'?"),
        (#"{"sum": "daily", "of": "headcounts"}"#, "no number 'daily'; did you mean 'allowance'?"),
        (#"{"sum": "rate", "of": "enrolments"}"#, "no number 'rate'; records of assignments have it"),
        (#"{"sum": "rating", "of": "delivered-sessions"}"#, "no number 'rating'; records of participations have it"),
        (
            #"{"sum": "allowance", "of": "delivered-sessions"}"#,
            "no number 'allowance'; records of participations have it"
        ),
    ])
    func whatIsNoNumberIsTold(form: String, words: String) throws {
        let told = try decoded([form], LoadedDataset(files: Self.files)).told
        #expect(told.count == 1 && told[0].contains(words), "\(told)")
    }
}
