import Foundation
import Pipeline
import Releases
import Reporting
import Synchronization
import TestSupport
import Testing
import TrainingStats

/// Releases that are due together are made in the same readings of the records, and are what they are when each is made alone.
struct CatchUpTests {
    /// Makes each release for itself.
    private struct LonelyMaker: ReleaseMaker {
        let environment: PipelineEnvironment

        func make(
            _ order: ReleaseOrder, into folder: String, before following: () -> [ReleaseQuestion]
        ) throws -> ReleaseOutcome {
            try ReleasePackMaker(environment).make(order, into: folder, before: { [] })
        }
    }

    /// An environment that counts how often the records are opened.
    private final class Readings: Sendable {
        private let opened = Atomic(0)

        var count: Int { opened.load(ordering: .relaxed) }

        var environment: PipelineEnvironment {
            PipelineEnvironment(
                tool: "test", threads: 2, currentDay: { _ in CivilDate(day: 0) },
                makeProgress: {
                    self.opened.wrappingAdd(1, ordering: .relaxed)
                    return nil
                })
        }
    }

    /// What a run leaves behind, and what it could not make.
    private struct Outcome {
        var failures: [String]
        var files: [String: Data]
    }

    /// Runs a schedule as of a day, with its releases below a folder of their own.
    private func run(
        _ schedule: Schedule, _ maker: any ReleaseMaker, today: String, in folder: TemporaryFolder, below name: String
    ) throws -> Outcome {
        var schedule = schedule
        for index in schedule.reports.indices {
            schedule.reports[index].output = "\(folder.path)/\(name)/\(schedule.reports[index].name)"
        }
        let day = CivilDate.day(today)
        let failures = try ScheduleRun(schedule, maker: maker) { _ in day }.run(wait: 0)
        var files: [String: Data] = [:]
        // What runs keep for themselves tells files by their times.
        for path in folder.names where path.hasPrefix(name + "/") && !path.contains("/.tadrib") {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: folder.path + "/" + path, isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            files[String(path.dropFirst(name.count))] = try folder.bytes(of: path)
        }
        return Outcome(failures: failures.map { "\($0.report): \($0.error)" }, files: files)
    }

    /// Random schedules on random datasets: first releases, and then those that late records change.
    @Test(arguments: 0..<8) func togetherAsAlone(_ round: Int) throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var place = try RandomSchedule(seed: seed)
        let (schedule, environment) = (place.schedule(), Readings().environment)
        for day in ["2019-11-20", "2020-02-20"] {
            let alone = try run(
                schedule, LonelyMaker(environment: environment), today: day, in: place.folder, below: "alone")
            let together = try run(
                schedule, ReleasePackMaker(environment), today: day, in: place.folder, below: "together")
            #expect(together.failures == alone.failures, "seed \(seed), \(day)")
            #expect(together.files.keys.sorted() == alone.files.keys.sorted(), "seed \(seed), \(day)")
            let different = alone.files.keys.filter { together.files[$0] != alone.files[$0] }
            #expect(different.isEmpty, "seed \(seed), \(day): \(different.sorted())")
            try place.addLateRecord()
        }
    }

    /// The certificates, what decides which members tables keep, and the figures: one reading each, for 36 months as for one.
    @Test(arguments: [("leading.json", 2), ("noticed.json", 4)])
    func aReadingForAll(_ definition: String, _ most: Int) throws {
        let place = try TemporaryFolder(TinyDataset.files.merging(RandomSchedule.definitions) { $1 })
        func readings(since first: String) throws -> Int {
            let readings = Readings()
            var report = ScheduledReport(
                name: "monthly", recurrence: .monthly, dataset: place.path, output: place.path)
            report.definition = place.path + "/" + definition
            report.formats = [.csv]
            var schedule = Schedule(from: PeriodExpression(first), reports: [report])
            schedule.rejectionLimit = .rows(0)
            let outcome = try run(
                schedule, ReleasePackMaker(readings.environment), today: "2021-01-01", in: place, below: first)
            #expect(outcome.failures.isEmpty)
            #expect(outcome.files.keys.count { $0.hasSuffix("/manifest.json") } == (first == "2018-01" ? 36 : 1))
            return readings.count
        }
        let (one, many) = (try readings(since: "2020-12"), try readings(since: "2018-01"))
        #expect(many <= most && many == one, "\(one) readings for one, \(many) for 36")
    }

    /// A claim whose period moves with the reporting day, and is empty on some days: what is read on the others is no help there.
    @Test func aClaimThatCountsOnSomeDays() throws {
        let place = try TemporaryFolder(TinyDataset.files)
        try place.write(
            "indicator,where,period,qualifier,value,source,published_on\n"
                + "trainees,,2019-09..last-month,exactly,1,A paper,2019-12-16\n", to: "published.csv")
        var report = ScheduledReport(name: "monthly", recurrence: .monthly, dataset: place.path, output: place.path)
        report.formats = [.csv]
        var schedule = Schedule(from: PeriodExpression("2019-07"), reports: [report])
        schedule.rejectionLimit = .rows(1)
        let environment = Readings().environment
        let alone = try run(
            schedule, LonelyMaker(environment: environment), today: "2020-01-01", in: place, below: "alone")
        let together = try run(
            schedule, ReleasePackMaker(environment), today: "2020-01-01", in: place, below: "together")
        #expect(together.files == alone.files && together.failures.isEmpty)
        let counted = ["2019-07", "2019-12"].map { month in
            together.files["/monthly/\(month)/tables/published.csv"]?.range(of: Data("last-month".utf8)) != nil
        }
        #expect(counted == [false, true])
    }

    /// Records that cannot be read are told by each report, as when it is alone.
    @Test func unreadableRecords() throws {
        let place = try TemporaryFolder(TinyDataset.files)
        try place.write(Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2]), to: "participations.csv.gz")
        try FileManager.default.removeItem(atPath: place.path + "/participations.csv")
        let reports = ["a", "b"].map {
            ScheduledReport(name: $0, recurrence: .quarterly, dataset: place.path, output: place.path)
        }
        let schedule = Schedule(from: PeriodExpression("2019-01"), reports: reports)
        let environment = Readings().environment
        let alone = try run(
            schedule, LonelyMaker(environment: environment), today: "2020-01-01", in: place, below: "alone")
        let together = try run(
            schedule, ReleasePackMaker(environment), today: "2020-01-01", in: place, below: "together")
        #expect(alone.failures.count == 2 && together.failures == alone.failures)
        #expect(together.files.isEmpty)
    }
}
