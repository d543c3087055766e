import Foundation
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Releases

/// The text that Prometheus reads.
final class MetricsTests {
    private let folder: TemporaryFolder
    private let schedule: Schedule

    init() throws {
        folder = try TemporaryFolder(["d/courses.csv": "2020-01-10,1\n2020-02-10,2\n"])
        let path = folder.path
        schedule = Schedule(
            from: PeriodExpression("2020-01"),
            reports: [(Recurrence.monthly, "m"), (.quarterly, "q")].map {
                ScheduledReport(name: $1, recurrence: $0, dataset: path + "/d", output: path + "/out/" + $1)
            })
    }

    private func release(_ today: String) throws {
        let day = try #require(CivilDate(today))
        for failure in try ScheduleRun(schedule, limit: nil, maker: PlainMaker(), today: { _ in day }).run(wait: 0) {
            throw failure.error
        }
    }

    private func text(_ today: String) throws -> String {
        let day = try #require(CivilDate(today))
        return try Metrics(schedule, schedule.reports.map { try ReportStatus($0, of: schedule) { _ in day } }).text
    }

    /// The samples by their names, as a reader of the format takes them.
    private func samples(_ text: String) throws -> [String: Double] {
        var samples: [String: Double] = [:]
        var metric = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if let help = line.wholeMatch(of: /# HELP (tadrib_[a-z_]+) \S.*/) {
                metric = String(help.output.1)
            } else if line.hasPrefix("#") {
                #expect(line == "# TYPE \(metric) gauge")
            } else {
                let sample = try #require(line.wholeMatch(of: /([a-z_]+)(\{report="[a-z]+"\}) ([0-9.]+)/), "\(line)")
                #expect(sample.output.1 == metric)
                let name = String(sample.output.1.dropFirst("tadrib_".count) + sample.output.2)
                #expect(samples.updateValue(try #require(Double(sample.output.3)), forKey: name) == nil)
            }
        }
        #expect(text.isEmpty || text.hasSuffix("\n"))
        return samples
    }

    /// Nothing is known yet but what is overdue: metrics without a value have no heading either.
    @Test func beforeTheFirstRelease() throws {
        let text = try text("2020-03-02")
        #expect(try samples(text) == ["overdue_releases{report=\"m\"}": 2, "overdue_releases{report=\"q\"}": 0])
        #expect(text.split(separator: "\n").count == 4)
    }

    @Test func afterReleases() throws {
        try release("2020-04-01")
        let samples = try samples(text("2020-05-02"))
        #expect(samples["overdue_releases{report=\"m\"}"] == 1 && samples["overdue_releases{report=\"q\"}"] == 0)
        let now = Date().timeIntervalSince1970
        for report in ["m", "q"] {
            #expect(samples["rejected_rows{report=\"\(report)\"}"] == 0)
            for name in ["last_success_timestamp_seconds", "release_timestamp_seconds"] {
                let time = try #require(samples["\(name){report=\"\(report)\"}"])
                #expect(time > now - 3_600 && time < now + 60)
            }
        }
    }

    @Test func aFileIsReplacedWhole() throws {
        try folder.write("old", to: "m.prom")
        let day = try #require(CivilDate("2020-03-02"))
        let metrics = try Metrics(schedule, schedule.reports.map { try ReportStatus($0, of: schedule) { _ in day } })
        try metrics.write(to: folder.path + "/m.prom")
        #expect(try folder.text(of: "m.prom") == metrics.text)
        #expect(folder.names.filter { $0.hasSuffix(".tmp") }.isEmpty)
    }
}
