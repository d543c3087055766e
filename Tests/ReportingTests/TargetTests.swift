import Aggregation
import Records
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Reporting

/// Targets against the tiny dataset, whose figures a pencil gives.
struct TargetTests {
    /// A target, the reporting day, and what comes of it.
    struct Example: CustomTestStringConvertible, Sendable {
        /// Measure, filter, period, target, baseline.
        let row: String
        let today: String
        let status: TargetProgress.Status
        let achieved: Double?
        let remaining: Double?
        var achievedUpper: Double?
        var passed = 1.0

        init(
            _ row: String, _ status: TargetProgress.Status, on today: String = "2019-12-31", achieved: Double?,
            upTo achievedUpper: Double? = nil, remaining: Double?, passed: Double = 1
        ) {
            (self.row, self.today, self.status, self.achieved) = (row, today, status, achieved)
            (self.achievedUpper, self.remaining, self.passed) = (achievedUpper, remaining, passed)
        }

        var testDescription: String { "\(row) on \(today)" }
    }

    /// Of network defence 3 took part and 2 completed it; 4 enrolled and 1 stayed away.
    ///
    /// It ended on 7 March 2019.
    private static let cyber = "participations,topic=cyber-security"
    /// Of the energy seminar one is named and five are counted: 6 to 8 persons in all.
    private static let persons = "trainees,"

    static let examples: [Example] = [
        // Reached, and not; a figure of exactly the target is enough.
        .init("\(cyber),2019,3,", .met, achieved: 1, remaining: 0),
        .init("\(cyber),2019,2,", .met, achieved: 1.5, remaining: 0),
        .init("\(cyber),2019,4,", .missed, achieved: 0.75, remaining: 1),
        .init("\(cyber),2019,3.5,", .missed, achieved: 3 / 3.5, remaining: 0.5),
        // The last day of the period is over, and the day before is not.
        .init("\(cyber),2019,4,", .missed, on: "2020-07-01", achieved: 0.75, remaining: 1),
        .init("\(cyber),2019,4,", .behind, on: "2019-12-30", achieved: 0.75, remaining: 1, passed: 364.0 / 365),
        // By the end of September 273 days are over, which is less than three quarters.
        .init("\(cyber),2019,4,", .onTrack, on: "2019-09-30", achieved: 0.75, remaining: 1, passed: 273.0 / 365),
        .init("\(cyber),2019,4,", .behind, on: "2019-10-01", achieved: 0.75, remaining: 1, passed: 274.0 / 365),
        // Exactly as much of the way as of the days.
        .init(
            "\(cyber),2019-03-05..2019-03-08,4,", .onTrack, on: "2019-03-07", achieved: 0.75, remaining: 1, passed: 0.75
        ),
        // The first day of the period counts as over, and the day before is no part of it.
        .init("\(cyber),2019,4,", .behind, on: "2019-01-01", achieved: 0, remaining: 4, passed: 1.0 / 365),
        .init("\(cyber),2019,4,", .notBegun, on: "2018-12-31", achieved: nil, remaining: nil, passed: 0),
        .init("completion-rate,,2019,0.9,", .notBegun, on: "2018-12-31", achieved: nil, remaining: nil, passed: 0),
        // Counted from a baseline.
        .init("\(cyber),2019,5,1", .missed, achieved: 0.5, remaining: 2),
        .init("\(cyber),2019,5,4", .missed, achieved: -1, remaining: 2),
        // No way from the baseline to the target.
        .init("\(cyber),2019,3,3", .met, achieved: nil, remaining: 0),
        .init("\(cyber),2019,4,4", .missed, achieved: nil, remaining: 1),
        .init("\(cyber),2019,4,4", .behind, on: "2019-09-30", achieved: nil, remaining: 1, passed: 273.0 / 365),
        // To be undercut.
        .init("no-show-rate,topic=cyber-security,2019,0.3,0.5", .met, achieved: 1.25, remaining: 0),
        .init("no-show-rate,topic=cyber-security,2019,25%,50%", .met, achieved: 1, remaining: 0),
        .init("no-show-rate,topic=cyber-security,2019,0.2,0.5", .missed, achieved: 0.25 / 0.3, remaining: 0.05),
        .init("no-shows,,2019,0,4", .missed, achieved: 0.75, remaining: 1),
        .init("no-shows,,2019,0,4", .met, on: "2019-02-28", achieved: 1, remaining: 0, passed: 59.0 / 365),
        .init("no-shows,,2019,0,4", .notBegun, on: "2018-12-31", achieved: nil, remaining: nil, passed: 0),
        // A target of 0 that is to be risen to.
        .init("gain-mean,topic=cyber-security,2019,0,-10", .met, achieved: 2.5, remaining: 0),
        // Shares.
        .init("completion-rate,topic=cyber-security,2019,0.5,", .met, achieved: 1, remaining: 0),
        .init("completion-rate,topic=cyber-security,2019,50%,", .met, achieved: 1, remaining: 0),
        .init("completion-rate,topic=cyber-security,2019,0.8,", .missed, achieved: 0.625, remaining: 0.3),
        // Money.
        .init("cost,topic=cyber-security,2019,1000.5,", .missed, achieved: nil, remaining: 30),
        // What the session of a course without a topic cost may be of this one.
        .init("cost,topic=cyber-security,2019,1030.5,", .open, achieved: nil, remaining: nil),
        .init("cost,topic=cyber-security,2019,1000.5,500", .met, achieved: 530.5 / 500.5, remaining: 0),
        // Headcounts leave open how many persons there are.
        .init("\(persons),2019,6,", .met, achieved: 1, upTo: 8.0 / 6, remaining: 0),
        .init("\(persons),2019,7,", .withinBounds, achieved: 6.0 / 7, upTo: 8.0 / 7, remaining: 1),
        .init("\(persons),2019,8,", .withinBounds, achieved: 0.75, upTo: 1, remaining: 2),
        .init("\(persons),2019,9,", .missed, achieved: 6.0 / 9, upTo: 8.0 / 9, remaining: 3),
        .init(
            "\(persons),2019,9,", .open, on: "2019-10-01", achieved: 6.0 / 9, upTo: 8.0 / 9, remaining: 3,
            passed: 274.0 / 365),
        .init(
            "\(persons),2019,12,", .behind, on: "2019-10-01", achieved: 0.5, upTo: 8.0 / 12, remaining: 6,
            passed: 274.0 / 365),
        .init(
            "\(persons),2019..2020,9,", .onTrack, on: "2019-10-01", achieved: 6.0 / 9, upTo: 8.0 / 9, remaining: 3,
            passed: 274.0 / 731),
        .init("\(persons),2019,8,10", .met, achieved: 2, upTo: 1, remaining: 0),
        .init("\(persons),2019,7,10", .withinBounds, achieved: 4.0 / 3, upTo: 2.0 / 3, remaining: nil),
        .init("\(persons),2019,5,10", .missed, achieved: 0.8, upTo: 0.4, remaining: 1),
        // No figure.
        .init("seats,kind=dialogue,2019,7,", .unknown, achieved: nil, remaining: nil),
        .init("pass-rate,kind=dialogue,2019,0.9,", .unknown, achieved: nil, remaining: nil),
    ]

    private func loaded(_ rows: [String]) throws -> LoadedDataset {
        var files = TinyDataset.files
        files["targets.csv"] =
            "measure,where,period,target,baseline\n" + rows.map { $0 + "\n" }.joined()
        return try LoadedDataset(files: files)
    }

    private func progress(_ rows: [String], _ today: CivilDate) throws -> [TargetProgress] {
        let loaded = try loaded(rows)
        let questions = try TargetQuestion.all(
            of: DatasetDescription(loaded.dataset, today: today, catalogue: .builtIn), today: today)
        let answers = disclosed(try loaded.answers(to: questions.flatMap(\.requests)))
        return try questions.map { try TargetProgress($0, answers) }
    }

    @Test(arguments: examples) func statuses(example: Example) throws {
        let progress = try #require(try progress([example.row], .day(example.today)).first)
        func isNear(_ found: Double?, _ expected: Double?) -> Bool {
            guard let found, let expected else { return found == expected }
            return abs(found - expected) < 1e-12
        }
        #expect(progress.status == example.status)
        #expect(isNear(progress.achieved.number, example.achieved), "achieved \(progress.achieved)")
        #expect(isNear(progress.achievedUpper, example.achievedUpper), "up to \(progress.achievedUpper ?? -1)")
        #expect(isNear(progress.remaining.number, example.remaining), "remaining \(progress.remaining)")
        #expect(progress.periodPassed == example.passed)
    }

    @Test func everyStatusIsAmongTheExamples() {
        #expect(Set(Self.examples.map(\.status)) == Set(TargetProgress.Status.allCases))
    }

    // MARK: Faults

    @Test(arguments: [
        ("trainees,,this-year,5,", TargetFault.openPeriod("this-year")),
        ("trainees,,2018..this-year,5,", .openPeriod("2018..this-year")),
        ("trainees,,all,5,", .openPeriod("all")),
        ("trainees,,2019,90%,", .percentageOfNoShare(.target)),
        ("rating-mean,,2019,4,80%", .percentageOfNoShare(.baseline)),
        ("completion-rate,,2019,90,", .wholePercentage(ExactDecimal(90), .target)),
        ("completion-rate,,2019,90%,85", .wholePercentage(ExactDecimal(85), .baseline)),
        ("no-show-rate,,2019,0.1,12", .wholePercentage(ExactDecimal(12), .baseline)),
        ("trainees,,2019,0,", .noBaseline), ("no-shows,,2019,-1,", .noBaseline),
        ("cost,state=KWT,2019,100,", .neverKnown(measure: "cost", dimension: "state")),
        ("planned-sessions,sex=F,2019,1,", .neverKnown(measure: "planned-sessions", dimension: "sex")),
        ("attendance-rate,,2019,3,", .wholePercentage(ExactDecimal(3), .target)),
        ("gain-mean,,2019,-1,", .noBaseline),
    ])
    func faults(_ row: String, _ fault: TargetFault) throws {
        let dataset = try loaded([row]).dataset
        let target = try #require(dataset.targets.first)
        #expect(throws: fault) {
            try TargetQuestion(target, today: .day("2019-12-31"), calendar: CalendarSettings())
                .check(on: dataset, in: .builtIn)
        }
    }

    @Test func soundTargets() throws {
        let dataset = try loaded([
            "fill-rate,,2019,1.1,", "fill-rate,,FY2019,250%,", "completion-rate,,2019-Q1,90 %,", "no-shows,,AH1441,0,3",
            "fill-rate,,2020,90٪,", "return-on-investment,,2019,3,", "no-shows,,2019,0,",
        ]).dataset
        #expect(dataset.targets.map(\.value.description) == ["1.1", "2.5", "0.9", "0", "0.9", "3", "0"])
        for target in dataset.targets {
            try TargetQuestion(target, today: .day("2019-12-31"), calendar: dataset.settings.calendar)
                .check(on: dataset, in: .builtIn)
        }
    }

    /// One target of a figure: a second row says something else of the same.
    @Test func secondRowsAreRejected() throws {
        let loaded = try loaded([
            "trainees,,2019,5,", "trainees,,2019,6,", "trainees,state=KWT,2019,6,", "trainees,,2020,6,",
        ])
        #expect(loaded.dataset.targets.map(\.line) == [2, 4, 5])
        #expect(loaded.log.findings.filter { $0.file == "targets.csv" }.map(\.code) == [.duplicateKey])
    }

    @Test(arguments: ["ninety", "90%%", "%", "0.00001%", "1e3"]) func numbersThatAreNone(text: String) throws {
        let loaded = try loaded(["completion-rate,,2019,\(text),"])
        #expect(loaded.dataset.targets.isEmpty)
        #expect(loaded.log.findings.filter { $0.file == "targets.csv" }.map(\.code) == [.badNumber])
    }

    // MARK: Any figures

    /// Figures, targets and days at random, held against the definition in fractions of whole numbers.
    @Test func agreesWithTheDefinition() throws {
        let measure = try #require(Catalogue.builtIn.measure("trainees"))
        let first = CivilDate.day("2019-03-01")
        for seed in 0..<3_000 {
            var random = SplitMix64(seed: UInt64(seed))
            func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
            let (actual, target) = (number(0...12), number(1...12))
            let baseline = number(0...1) == 0 ? nil : number(0...14)
            let upper = number(0...2) == 0 ? actual + number(1...6) : nil
            let (isOpenAbove, isOpenBelow) = (number(0...3) == 0, number(0...5) == 0)
            let days = number(1...9)
            let offset = number(-2...11)
            let found = TargetProgress(
                Target(
                    measure: "trainees", period: "", value: ExactDecimal(target),
                    baseline: baseline.map { ExactDecimal($0) }),
                Period(first: first, last: first.advanced(by: days - 1), label: ""), measure, actual: .count(actual),
                bounds: .init(most: upper, isOpenAbove: isOpenAbove, isOpenBelow: isOpenBelow),
                today: first.advanced(by: offset))
            // As far as no target and no pace can be.
            let far = 1_000_000
            let ends = [isOpenBelow ? -far : nil, actual, isOpenAbove ? far : upper].compactMap(\.self)
            let expected = NaiveTarget(
                ends: ends, isEndless: isOpenAbove || isOpenBelow, target: target, baseline: baseline ?? 0,
                falls: baseline.map { target < $0 } ?? false, days: days, over: offset + 1)
            #expect(found.status.rawValue == expected.status, "seed \(seed)")
            let absent = expected.status == "not-begun" ? Value.notApplicable : .unknown
            #expect(found.remaining == expected.remaining.map { .count($0) } ?? absent, "seed \(seed)")
        }
    }
}

/// A target of whole numbers by its definition.
private struct NaiveTarget {
    /// The figure, or the least and the greatest that it can be.
    let ends: [Int]
    /// Whether one of them is as far as none can be.
    let isEndless: Bool
    let target: Int
    let baseline: Int
    let falls: Bool
    let days: Int
    let over: Int

    private func reaches(_ figure: Int) -> Bool { falls ? figure <= target : figure >= target }

    /// What the figure lacks by what is proven; nil where nothing is.
    var remaining: Int? {
        if over <= 0 { return nil }
        if ends.allSatisfy(reaches) { return 0 }
        // The least that the figure can be says it; not where it can be any number, or is where it is to be.
        guard let least = ends.min(), least > -1_000, !reaches(least) else { return nil }
        return abs(target - least)
    }

    /// (figure - baseline) / (target - baseline) >= over / days, without a division.
    private func keepsPace(_ figure: Int) -> Bool {
        let way = target - baseline
        guard way != 0 else { return false }
        let done = way > 0 ? figure - baseline : baseline - figure
        return done * days >= min(over, days) * abs(way)
    }

    var status: String {
        if over <= 0 { return "not-begun" }
        let reached = Set(ends.map(reaches))
        if reached == [true] { return "met" }
        if reached.count == 2, !isEndless { return "within-bounds" }
        if over >= days { return reached.count == 2 ? "open" : "missed" }
        let pace = Set(ends.map(keepsPace))
        if pace == [true] { return "on-track" }
        return pace.count == 2 || reached.count == 2 ? "open" : "behind"
    }
}
