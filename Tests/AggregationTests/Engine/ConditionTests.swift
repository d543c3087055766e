import Foundation
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Aggregation

/// Conditions select the same records in the kernel, where they are compiled, and in lists of records, where they are asked.
struct ConditionTests {
    @Test(arguments: 0..<30) func kernelAndListAgree(seed: Int) throws {
        let folder = try TemporaryFolder()
        try DatasetMaker.dataset(seed: UInt64(seed)).write(to: URL(fileURLWithPath: folder.path))
        let loaded = try LoadedDataset(folder: folder.path)
        var random = SplitMix64(seed: UInt64(seed) + 9_000)
        // A dimension on trainees, so that profiles are there to be asked.
        let request = SummaryRequest(rows: ["sex"], measures: [], today: .day("2019-12-31"))
        var lookups = SharedLookups(.builtIn)
        let placer = try RecordPlacer(request, on: loaded.dataset, sharing: &lookups)
        for number in 0..<20 {
            let conditions = try (0..<random.within(1...3)).map { _ in
                try bound(Self.condition(&random, depth: 2), on: loaded.dataset, placer, &lookups)
            }
            let set = RecordSet(.participations, conditions, of: .one)
            let measure = Measure(
                "test", heading: .init(en: "", ar: ""), definition: .init(en: "", ar: ""), .count([set]))
            let plan = CollectionPlan(
                for: [measure], headcounts: [Headcount(session: 0, profile: Profile(), participants: 1)],
                hasTraineeSide: false, scales: .plain)
            let sessions = lookups.sessionClasses(by: plan.sessionTests, of: loaded.dataset, today: request.today)
            let classes = RowClasses(plan, sessions: sessions, placer: placer)
            let late = conditions.filter { $0.reach > .status }
            let sessionNumbers = SessionNumbers(plan, of: loaded.dataset)
            for block in loaded.blocks {
                let reader = RowReader(block: block, placer: placer, sessionNumbers: sessionNumbers)
                let met = Set(reader.rows(Array(0..<Int32(block.count)), meeting: late))
                for row in 0..<block.count {
                    let rowClass = classes.rowClass(session: Int(block.sessions[row]), status: block.statuses[row])
                    let compiled = classes.isSelected[0][rowClass] && met.contains(Int32(row))
                    let record = placer.record(
                        ofRow: row, in: block, stating: ParticipationValue.allCases)
                    let asked = conditions.allSatisfy(record.meets)
                    if compiled != asked {
                        Issue.record("seed \(seed), conditions \(number), line \(block.lines[row]): \(conditions)")
                        return
                    }
                }
            }
        }
    }

    /// A condition whose tests on members have their answers.
    private func bound(
        _ condition: Condition, on dataset: Dataset, _ placer: RecordPlacer, _ lookups: inout SharedLookups
    ) throws -> Condition {
        var answers: [MemberTest: MemberAnswers] = [:]
        for test in condition.memberTests {
            answers[test] = try test.answers(on: dataset, profiles: placer.profiles, sharing: &lookups).answers
        }
        return condition.mapMembers { test in
            var test = test
            test.answers = answers[test]
            return test
        }
    }

    /// Tests on members of sessions, courses, the calendar, persons and ages.
    private static let members: [Condition] = [
        ("sex", ["F"]), ("sex", ["M", "_U"]), ("state", ["Kuwait", "QAT"]), ("age-band", ["25-34", "_U"]),
        ("topic", ["cyber-security"]), ("year", ["2018", "2019"]), ("venue", ["Hall A", "_U"]),
        ("institution", ["Navy", "nobody's"]), ("status", ["completed", "no-show"]),
    ].compactMap { name, members in Catalogue.builtIn.dimension(name).map { .member(MemberTest($0, members)) } }

    /// Conditions of all kinds, put together by chance.
    private static func condition(_ random: inout SplitMix64, depth: Int) -> Condition {
        let numbers: [RecordNumber] =
            ParticipationValue.allCases.map { .value($0) } + [.capacity, .sessionCost, .maxScore, .passScore]
        if depth > 0, random.happens(40) {
            let parts = (0..<random.within(1...3)).map { _ in condition(&random, depth: depth - 1) }
            return random.pick([.all(parts), .any(parts), .not(parts[0])])
        }
        if random.happens(30) { return random.pick(members) }
        return random.pick([
            .atLeast(random.pick(numbers), .constant(ExactDecimal(random.within(0...60)))),
            .delivered, .training, .sessionStatus(random.pick(SessionStatus.allCases)),
            .kind(random.pick(ActivityKind.allCases)), .completable, .attends,
            .status(random.pick(ParticipationStatus.allCases)),
            .known(.institution), .known(.state), .states(random.pick(numbers)),
            .atLeast(random.pick(numbers), random.pick(numbers)), .below(random.pick(numbers), random.pick(numbers)),
        ])
    }
}
