import Aggregation
import Support
import TestSupport
import Testing
import TrainingStats

/// Scores are percentages of the highest score of their course, and keep all their digits.
struct ScoreTests {
    /// Courses of the given highest scores, C0 and so on with sessions S0 and so on, and trainees T0 and so on.
    private func files(highest: [String], trainees count: Int = 6) -> [String: String] {
        [
            "courses.csv": "course_id,title,topic,max_score,pass_score\n"
                + highest.enumerated().map { "C\($0),Course \($0),cyber-security,\($1),\n" }.joined(),
            "sessions.csv": "session_id,course_id,start_date,end_date\n"
                + highest.indices.map { "S\($0),C\($0),2019-01-01,2019-01-02\n" }.joined(),
            "trainees.csv": "trainee_id,state\n" + (0..<count).map { "T\($0),KWT\n" }.joined(),
            "participations.csv": "session_id,trainee_id,status,pre_score,post_score\n",
        ]
    }

    private func decimal(_ millionths: Int) -> String { "\(ExactDecimal(millionths: Int128(millionths)))" }

    private func figures(_ measures: [String], _ loaded: LoadedDataset) throws -> [Double?] {
        try loaded.summary(SummaryRequest(measures: measures, today: .day("2019-12-31"))).total.values.map(\.number)
    }

    /// 10 of 20, 15 of 30 and 7.5 of 7.5 points are 50, 50 and 100 %: the points would give 10.8.
    @Test func aScoreIsAPercentageOfTheHighestOfItsCourse() throws {
        var files = files(highest: ["20", "30", "7.5"])
        files["participations.csv"]? += "S0,T0,attended,5,10\nS1,T0,attended,15,15\nS2,T0,attended,3,7.5\n"
        let found = try figures(
            [
                "pre-score-mean", "post-score-mean", "gain-mean", "post-score-median", "post-score-p75",
                "gain-normalised",
            ],
            LoadedDataset(files: files))
        // Before 25, 50 and 40 %; gains 25, 0 and 60 points of percent, which are 1/3, 0 and all of what was possible.
        let (before, after, gain, normalised) = (115.0 / 3, 200.0 / 3, 85.0 / 3, 4.0 / 9)
        #expect(found == [before, after, gain, 50, 75, normalised])
    }

    /// Percentages of these scales have no small unit in common, so that they are kept in several: 1, 2, 4, 8 and 16 %.
    @Test func scalesWithoutASmallCommonUnit() throws {
        let highest = [99_999_900, 83_333_300, 61_777_700, 41_113_700, 13_000_700]
        var files = files(highest: highest.map(decimal))
        for (index, scale) in highest.enumerated() {
            files["participations.csv"]? += "S\(index),T0,attended,0,\(decimal((scale / 100) << index))\n"
        }
        let found = try figures(
            ["post-score-mean", "post-score-sd", "gain-mean", "post-score-p25", "post-score-median"],
            LoadedDataset(files: files))
        // The squares around 6.2 add up to 341 - 5 * 6.2².
        let deviation = (148.8 / 4).squareRoot()
        #expect(found == [6.2, deviation, 6.2, 2, 4])
    }

    @Test func aHighestScoreOfNothingIsRefused() throws {
        let log = try LoadedDataset(files: files(highest: ["0", "30"])).log
        #expect(log.findings.contains { $0.code == .outOfRange && $0.column == "max_score" })
    }

    /// NIST's NumAcc1 to NumAcc4 (Statistical Reference Datasets, univariate), with their certified mean and deviation.
    private static let references: [(name: String, values: [Int], mean: Double, deviation: Double)] = [
        ("NumAcc1", [10_000_001, 10_000_003, 10_000_002].map { $0 * 1_000_000 }, 10_000_002, 1),
        ("NumAcc2", alternating(from: 1_200_000), 1.2, 0.1),
        ("NumAcc3", alternating(from: 1_000_000_200_000), 1_000_000.2, 0.1),
        ("NumAcc4", alternating(from: 10_000_000_200_000), 10_000_000.2, 0.1),
    ]

    /// A middle value, then 500 times one 0.1 below it and one 0.1 above it, in millionths.
    private static func alternating(from middle: Int) -> [Int] {
        [middle] + (0..<500).flatMap { _ in [middle - 100_000, middle + 100_000] }
    }

    /// The points go past the reader, which would refuse those above the highest score: scaling is what is looked at.
    @Test(arguments: references.indices, [["100"], ["30"], ["100", "30"]])
    func noDigitIsLost(number: Int, highest: [String]) throws {
        let reference = Self.references[number]
        let loaded = try LoadedDataset(files: files(highest: highest, trainees: reference.values.count))
        var builder = try SummaryBuilder(
            SummaryRequest(
                measures: ["post-score-mean", "post-score-sd", "gain-mean", "gain-sd"], today: .day("2019-12-31")),
            on: loaded.dataset, catalogue: .builtIn)
        var block = ParticipationBlock()
        for (person, value) in reference.values.enumerated() {
            // With two scales each value stands for the same percentage in either: 0.3 points of 30 are 1 of 100.
            let session = person % highest.count
            var participation = Participation(session: session, trainee: person, status: .completed)
            participation[.preScore] = .zero
            participation[.postScore] = ExactDecimal(millionths: Int128(session == 0 ? value : value * 3 / 10))
            block.append(participation)
        }
        builder.add(block)
        let scale = highest == ["30"] ? 100.0 / 30 : 1
        let wanted = [reference.mean, reference.deviation, reference.mean, reference.deviation].map { $0 * scale }
        for (found, wanted) in zip(builder.finish().total.values.map(\.number), wanted) {
            let found = try #require(found)
            #expect(abs(found - wanted) <= 1e-14 * wanted, "\(reference.name) of \(highest): \(found)")
        }
    }

    /// The same through the files, with highest scores that the values stay below.
    @Test(arguments: references.indices, ["100", "30"])
    func noDigitIsLostOnTheWay(number: Int, leading: String) throws {
        let reference = Self.references[number]
        let highest = leading + (number == 1 ? "" : "0000000")
        var files = files(highest: [highest], trainees: reference.values.count)
        files["participations.csv"]? += reference.values.enumerated().map { person, value in
            "S0,T\(person),completed,,\(decimal(value))\n"
        }.joined()
        let loaded = try LoadedDataset(files: files)
        try #require(loaded.log.count(.error) == 0)
        let scale = 100 / (Double(highest) ?? 0)
        for (found, wanted) in zip(
            try figures(["post-score-mean", "post-score-sd"], loaded), [reference.mean, reference.deviation])
        {
            #expect(abs((found ?? 0) - wanted * scale) <= 1e-14 * wanted * scale, "\(reference.name) of \(highest)")
        }
    }
}
