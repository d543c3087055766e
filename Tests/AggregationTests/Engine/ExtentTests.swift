import Support
import TestSupport
import Testing
import TrainingStats

@testable import Aggregation

/// Which records count that do not say whether they belong.
struct ExtentTests {
    /// T1 is of Oman and T2 of Kuwait, and of T3 nobody knows it; S2 has no end, and S3 began after the year.
    private static let files = [
        "courses.csv": "course_id,title,topic\nC1,Radio,cyber-security\nC2,Radar,energy-security\n",
        "sessions.csv":
            "session_id,course_id,start_date,end_date\nS1,C1,2019-03-01,2019-03-05\nS2,C2,2019-04-01,\n"
            + "S3,C1,2020-01-01,\nS4,C1,,\n",
        "trainees.csv": "trainee_id,state\nT1,OMN\nT2,KWT\nT3,\n",
        "participations.csv":
            "session_id,trainee_id,status\nS1,T1,attended\nS1,T2,attended\nS1,T3,attended\nS2,T2,attended\n"
            + "S3,T1,attended\n",
    ]

    private func value(_ measure: String, _ filter: String, _ extent: Extent) throws -> Value {
        let today = CivilDate.day("2020-12-31")
        return try LoadedDataset(files: Self.files).summary(
            SummaryRequest(
                measures: [measure], filters: Filter.list(parsing: filter),
                period: PeriodExpression("2019").resolve(today: today, settings: CalendarSettings()), today: today,
                extent: extent)
        ).total.values[0]
    }

    @Test(arguments: [
        ("trainees", "state=OMN", [1, 2, 1]), ("trainees", "state!=OMN", [2, 2, 1]), ("trainees", "", [3, 3, 3]),
        ("trainees", "state=_U", [1, 1, 1]), ("trainees", "state!=_U", [2, 2, 2]),
        ("participations", "", [3, 4, 3]), ("participations", "topic=energy-security", [0, 1, 0]),
        ("sessions", "", [1, 3, 1]), ("sessions", "topic=energy-security", [0, 1, 0]),
        ("sessions", "state=KWT", [1, 2, 1]), ("sessions", "state=OMN", [1, 1, 1]),
    ])
    func records(_ measure: String, _ filter: String, _ values: [Int]) throws {
        for (extent, count) in zip([Extent.stated, .possible, .certain], values) {
            #expect(try value(measure, filter, extent) == .count(count), "\(extent)")
        }
    }

    /// Held against the definition, worked out anew by loops over the records.
    @Test(arguments: 0..<120) func agreesWithTheDefinitions(seed: Int) throws {
        let (records, loaded) = try DatasetMaker.loaded(seed: seed)
        var maker = RequestMaker(records, seed: UInt64(seed) + 11_000)
        for number in 0..<6 {
            var request = maker.next()
            request.extent = number.isMultiple(of: 2) ? .possible : .certain
            let expected = try NaiveEvaluation(records, request).csv
            let computed = try loaded.tidyCSV(of: request)
            #expect(
                expected == computed,
                "seed \(seed), request \(number): \(request.arguments)\n\(difference(expected, computed))")
        }
    }
}
