import Foundation
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Releases

/// Runs over a schedule, with a maker that sums up lines.
final class ScheduleRunTests {
    private let folder: TemporaryFolder
    private let maker = PlainMaker()
    private var schedule: Schedule

    init() throws {
        folder = try TemporaryFolder([
            "d/courses.csv": "2020-01-10,1\n2020-02-10,2\n2020-03-10,4\n2020-05-10,8\n"
        ])
        let path = folder.path
        schedule = Schedule(
            from: PeriodExpression("2020-01"),
            reports: [(Recurrence.quarterly, "q"), (.monthly, "m")].map {
                ScheduledReport(name: $1, recurrence: $0, dataset: path + "/d", output: path + "/out/" + $1)
            })
    }

    /// Runs as of a day, and says what was made.
    private func run(_ today: String, limit: Int? = nil) throws -> [String] {
        let day = try #require(CivilDate(today))
        let before = maker.orders.count
        let run = ScheduleRun(schedule, limit: limit, maker: maker) { _ in day }
        for failure in try run.run(wait: 0) { throw failure.error }
        return Array(maker.orders[before...])
    }

    private func names(_ report: String) throws -> [String] { try FileSystem.names(in: folder.path + "/out/" + report) }

    private let hidden = [RunState.fileName, RunLock.fileName]

    @Test func monthsThenTheQuarterAndNothingMore() throws {
        #expect(try run("2020-01-31") == [])
        #expect(try run("2020-04-01") == ["m 2020-01 r1", "m 2020-02 r1", "m 2020-03 r1", "q 2020-Q1 r1"])
        #expect(try run("2020-04-01") == [])
        #expect(try run("2020-04-30") == [])
        #expect(try names("m") == hidden + ["2020-01", "2020-02", "2020-03", "latest"])
        #expect(FileSystem.target(ofLink: folder.path + "/out/m/latest") == "2020-03")
        let verification = try Verification(folder.path + "/out")
        #expect(verification.findings.isEmpty && verification.releases.count == 4)
    }

    @Test func catchingUpByAndBy() throws {
        #expect(try run("2020-04-01", limit: 3) == ["m 2020-01 r1", "m 2020-02 r1", "m 2020-03 r1"])
        #expect(try run("2020-04-01", limit: 3) == ["q 2020-Q1 r1"])
    }

    /// A late run gives the bytes of one in time.
    @Test func lateIsAsInTime() throws {
        schedule.reports[1].provisionalDays = 40
        for month in 2...9 { _ = try run("2020-0\(month)-01") }
        let inTime = try tree(folder.path + "/out")
        try FileSystem.removeTree(folder.path + "/out")
        _ = try run("2020-09-01")
        #expect(try tree(folder.path + "/out") == inTime)
        #expect(inTime.count > 20)
    }

    @Test func lateRecordsMakeARevision() throws {
        _ = try run("2020-04-01")
        let before = try tree(folder.path + "/out")
        try folder.write("2020-01-10,1\n2020-02-10,2\n2020-02-11,5\n2020-03-10,4\n", to: "d/courses.csv")
        #expect(try run("2020-04-01") == ["m 2020-01 r2", "m 2020-02 r2", "m 2020-03 r2", "q 2020-Q1 r2"])
        #expect(try names("m") == hidden + ["2020-01", "2020-02", "2020-02-r2", "2020-03", "latest"])
        #expect(FileSystem.target(ofLink: folder.path + "/out/m/latest") == "2020-03")
        #expect(FileSystem.target(ofLink: folder.path + "/out/q/latest") == "2020-Q1-r2")
        let after = try tree(folder.path + "/out")
        #expect(before.filter { !$0.key.hasSuffix("latest") }.allSatisfy { after[$0.key] == $0.value })
        // What was held against the records once is not again, nor is it where only the time of the file is another.
        #expect(try run("2020-04-01") == [])
        try folder.write(folder.bytes(of: "d/courses.csv"), to: "d/courses.csv")
        #expect(try run("2020-04-01") == [])
        let changes = TableComparison.changes(
            from: try Manifest(ofReleaseIn: folder.path + "/out/m/2020-02").data(in: folder.path + "/out/m/2020-02"),
            to: try Manifest(ofReleaseIn: folder.path + "/out/m/2020-02-r2").data(
                in: folder.path + "/out/m/2020-02-r2"),
            onSameReportingDay: true
        )
        #expect(changes.map { [$0.old, $0.new] } == [["2", "7"]])
    }

    /// What a run keeps for the next is a help and no more.
    @Test func withoutWhatWasKept() throws {
        schedule.reports[1].provisionalDays = 40
        schedule.reports[1].nothingToReport = .skip
        _ = try run("2020-07-15")
        for report in ["m", "q"] { unlink("\(folder.path)/out/\(report)/\(RunState.fileName)") }
        // The empty months alone are looked at again.
        #expect(try run("2020-07-15") == ["m 2020-04 r1", "m 2020-04 r1", "m 2020-06 r1"])
        #expect(try run("2020-07-15") == [])
    }

    @Test func provisionalThenFinal() throws {
        schedule.reports[1].provisionalDays = 40
        #expect(try run("2020-02-01") == ["m 2020-01 r1"])
        #expect(try run("2020-03-11") == ["m 2020-02 r1"])
        #expect(try run("2020-03-12") == ["m 2020-01 r2"])
        let path = folder.path + "/out/m/2020-01"
        #expect(try Manifest(ofReleaseIn: path).provisionalUntil == "2020-03-12")
        #expect(try Manifest(ofReleaseIn: path + "-r2").provisionalUntil == nil)
    }

    @Test func periodsWithNothingToReport() throws {
        schedule.reports[1].nothingToReport = .skip
        _ = try run("2020-06-01")
        #expect(try names("m") == hidden + ["2020-01", "2020-02", "2020-03", "2020-05", "latest"])
        #expect(try run("2020-06-01") == [])
        try folder.write("2020-04-10,3\n" + folder.text(of: "d/courses.csv"), to: "d/courses.csv")
        _ = try run("2020-06-01")
        #expect(try names("m").contains("2020-04"))
    }

    @Test func retentionTakesWhatManifestsName() throws {
        schedule.reports[1].retention = 2
        _ = try run("2020-03-01")
        try folder.write("mine", to: "out/m/2020-01/tables/notes.txt")
        try folder.write("mine too", to: "out/m/1999-12/file")
        _ = try run("2020-05-01")
        #expect(try names("m") == hidden + ["1999-12", "2020-01", "2020-03", "2020-04", "latest"])
        #expect(try FileSystem.files(below: folder.path + "/out/m/2020-01") == ["tables/notes.txt"])
        #expect(try run("2020-05-01") == [])
    }

    /// A link that took the place of a folder leads nowhere when files are deleted.
    @Test func retentionFollowsNoLinks() throws {
        schedule.reports[1].retention = 2
        _ = try run("2020-03-01")
        try folder.write("not ours", to: "elsewhere/sums.csv")
        try FileSystem.removeTree(folder.path + "/out/m/2020-01/tables")
        try FileSystem.link(folder.path + "/out/m/2020-01/tables", to: "../../../elsewhere")
        _ = try run("2020-05-01")
        #expect(try folder.text(of: "elsewhere/sums.csv") == "not ours")
    }

    @Test func leftOversGo() throws {
        _ = try run("2020-02-01")
        try folder.write("half", to: "out/m/.tadrib-making-2020-02/tables/x.csv")
        try folder.write("half", to: "out/m/.tadrib.json.0123456789ab.tmp")
        try FileManager.default.moveItem(
            atPath: folder.path + "/out/m/2020-01", toPath: folder.path + "/out/m/.tadrib-removing-2020-01")
        #expect(try run("2020-03-01") == ["m 2020-01 r1", "m 2020-02 r1"])
        #expect(try names("m") == hidden + ["2020-01", "2020-02", "latest"])
    }

    @Test func oneReportThatFailsKeepsNoOtherBack() throws {
        maker.before = { order in if order.report.name == "m" { throw PlainMaker.Refusal() } }
        let run = ScheduleRun(schedule, maker: maker) { _ in CivilDate(day: 18_353) }
        #expect(try run.run(wait: 0).map(\.report) == ["m"])
        // One failure is enough of a report.
        #expect(maker.orders == ["m 2020-01 r1", "q 2020-Q1 r1"])
        #expect(try names("m") == hidden && names("q") == hidden + ["2020-Q1", "latest"])
        #expect(RunLock.lastSuccess(in: folder.path + "/out/m") == nil)
        #expect(RunLock.lastSuccess(in: folder.path + "/out/q") != nil)
    }

    @Test func whatIsInTheWayStays() throws {
        try folder.write("mine", to: "out/m/2020-01/notes.txt")
        #expect(throws: FileError.self) { try run("2020-02-01") }
        #expect(try folder.text(of: "out/m/2020-01/notes.txt") == "mine")
        #expect(try names("m") == hidden + ["2020-01"])
    }

    @Test func aManifestThatWasChangedIsNotBuiltUpon() throws {
        _ = try run("2020-02-01")
        let manifest = try folder.text(of: "out/m/2020-01/manifest.json")
        try folder.write(manifest.replacing("\"rows\" : 4", with: "\"rows\" : 5"), to: "out/m/2020-01/manifest.json")
        try folder.write("2020-01-10,9\n", to: "d/courses.csv")
        #expect(throws: ReleaseError.self) { try run("2020-02-01") }
        #expect(try Verification(folder.path + "/out").findings.map(\.kind) == [.differs])
    }

    @Test func twoAtOnce() throws {
        let lock = try RunLock(folder.path + "/out/q", folderMode: 0o750, deadline: .now)
        #expect(throws: ReleaseError.locked(path: folder.path + "/out/q")) { try run("2020-02-01") }
        #expect(maker.orders.isEmpty)
        withExtendedLifetime(lock) {}
    }
}

/// All files below a folder and what is in them, but for what runs keep for themselves.
func tree(_ folder: String) throws -> [String: String] {
    var tree: [String: String] = [:]
    for file in try FileSystem.files(below: folder)
    where !file.hasSuffix(RunState.fileName) && !file.hasSuffix(RunLock.fileName) {
        let path = folder + "/" + file
        tree[file] = try FileSystem.target(ofLink: path) ?? String(decoding: FileSystem.bytes(of: path), as: UTF8.self)
    }
    return tree
}
