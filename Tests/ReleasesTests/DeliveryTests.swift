import Foundation
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Releases

/// What runs deliver, and what they write down of it.
final class DeliveryTests {
    /// A courier that notes what it is given, and fails as it is told.
    private final class NotingCourier: Courier {
        /// What has arrived.
        var arrived: [String] = []
        /// Failures of the next attempts; nil for one that succeeds.
        var troubles: [DeliveryFailure.Kind?] = []
        /// Addresses that have a mail that fails.
        var partly: [String] = []
        /// What the reading of a release fails with.
        var fault: (any Error)?
        /// Addresses of each attempt.
        var asked: [[String]] = []
        var waits: [Int] = []
        var misses = false
        let time = "2026-11-28T06:00:00Z"

        func deliver(_ parcel: Parcel, isSending: () throws -> Void) throws {
            let subject =
                switch parcel.content {
                case .release(let name, let folder, _):
                    FileStatus.kind(of: folder + "/" + Manifest.fileName) == .file ? "\(name)" : "unfinished \(name)"
                case .overdue(let planned): "overdue \(planned.period.label)"
                }
            if case .mail(let mail) = parcel.delivery.way {
                asked.append(mail.to.filter { !parcel.arrivedAt.contains($0) })
            }
            if subject == "2020-01", let fault { throw fault }
            let trouble = troubles.isEmpty ? nil : troubles.removeFirst()
            if trouble == .uncertain || trouble == nil { try isSending() }
            if let trouble { throw DeliveryFailure(trouble, .init(en: "no", ar: "لا"), arrivedAt: partly) }
            arrived.append("\(subject) to \(parcel.delivery.name)")
        }

        func missesTarget(_ manifest: Manifest, in folder: String) throws -> Bool { misses }
        func wait(seconds: Int) { waits.append(seconds) }
    }

    private let folder: TemporaryFolder
    private let maker = PlainMaker()
    private let courier = NotingCourier()
    private var schedule: Schedule
    private var output: String { folder.path + "/out" }

    init() throws {
        folder = try TemporaryFolder(["d/courses.csv": "2020-01-10,1\n2020-02-10,2\n2020-03-10,4\n"])
        var report = ScheduledReport(
            name: "m", recurrence: .monthly, dataset: folder.path + "/d", output: folder.path + "/out")
        report.deliveries = [Delivery(name: "board", way: .mail(.init(to: ["board@example.org"])))]
        schedule = Schedule(from: PeriodExpression("2020-01"), reports: [report])
        var route = MailRoute(from: "office@example.org", taker: .sendmail(program: "/usr/sbin/sendmail"))
        route.pause = 7
        schedule.mail = route
    }

    private func occasion(_ when: Delivery.Occasion) { schedule.reports[0].deliveries[0].when = when }

    /// Runs as of a day, and gives what is told.
    @discardableResult private func run(
        _ today: String, delivers: Bool = true, wishes: DeliveryWishes = DeliveryWishes()
    ) throws -> [DeliveryFailure.Kind] {
        let day = try #require(CivilDate(today))
        let run = ScheduleRun(
            schedule, maker: maker, courier: delivers ? courier : nil, wishes: wishes, today: { _ in day })
        return try run.run(wait: 0).compactMap { ($0.error as? UndeliveredRelease)?.failure.kind }
    }

    private func states() throws -> [DeliveryJournal.State] {
        try DeliveryJournal(in: output).deliveries.map(\.state)
    }

    @Test func eachReleaseOnce() throws {
        try run("2020-03-01")
        try run("2020-03-01")
        #expect(courier.arrived == ["2020-01 to board", "2020-02 to board"])
        try run("2020-04-01")
        #expect(courier.arrived.last == "2020-03 to board" && courier.arrived.count == 3)
        #expect(try states() == [.delivered, .delivered, .delivered])
    }

    /// A schedule that begins to deliver does not deliver what was released before, and neither does one that says so.
    @Test func onlyWhatComesFromNowOn() throws {
        let deliveries = schedule.reports[0].deliveries
        schedule.reports[0].deliveries = []
        try run("2020-02-01")
        schedule.reports[0].deliveries = deliveries
        try run("2020-03-01", delivers: false)
        #expect(try run("2020-04-01").isEmpty && courier.arrived == ["2020-03 to board"])
    }

    @Test func revisionsAlone() throws {
        occasion(.revision)
        try run("2020-03-01")
        #expect(courier.arrived.isEmpty)
        try folder.write("2020-01-10,1\n2020-02-10,5\n", to: "d/courses.csv")
        try run("2020-03-02")
        #expect(courier.arrived == ["2020-02-r2 to board"])
    }

    @Test func missedTargetsAlone() throws {
        occasion(.missedTarget)
        try run("2020-02-01")
        #expect(try courier.arrived.isEmpty && states() == [.notNeeded])
        courier.misses = true
        try run("2020-03-01")
        #expect(courier.arrived == ["2020-02 to board"])
    }

    /// What is overdue is told once, also where the dataset cannot be read at all.
    @Test func overdue() throws {
        occasion(.overdue)
        try run("2020-02-01")
        try FileManager.default.moveItem(atPath: folder.path + "/d", toPath: folder.path + "/e")
        maker.before = { _ in throw PlainMaker.Refusal() }
        try run("2020-03-01")
        #expect(courier.arrived.isEmpty, "it is late from the day after")
        try run("2020-03-02")
        try run("2020-03-03")
        #expect(courier.arrived == ["overdue 2020-02 to board"])
    }

    @Test func triesAgainInARunAndInTheNext() throws {
        courier.troubles = [.later, .later, .later]
        #expect(try run("2020-02-01") == [.later])
        #expect(courier.waits == [7, 7])
        #expect(try states() == [.failed] && FileStatus(output + "/2020-01/manifest.json") != nil)
        courier.troubles = [.later]
        #expect(try run("2020-02-01").isEmpty && courier.arrived == ["2020-01 to board"])
        #expect(try DeliveryJournal(in: output).deliveries.first?.attempts == 5)
    }

    /// What was refused, or may have arrived, is told once and sent again only if somebody asks for it.
    @Test(arguments: [DeliveryFailure.Kind.refused, .uncertain]) func notAgainByItself(_ kind: DeliveryFailure.Kind)
        throws
    {
        courier.troubles = [kind]
        #expect(try run("2020-02-01") == [kind])
        #expect(try run("2020-02-01").isEmpty && courier.arrived.isEmpty)
        let status = try ReportStatus(schedule.reports[0], of: schedule) { _ in .day("2020-02-01") }
        #expect(status.undelivered.map(\.state) == [kind == .refused ? .refused : .uncertain])
        #expect(try run("2020-02-01", wishes: resending("m/other")).isEmpty && courier.arrived.isEmpty)
        #expect(try run("2020-02-01", wishes: resending("m/board/2020-01")).isEmpty)
        #expect(courier.arrived == ["2020-01 to board"])
        #expect(try run("2020-02-01", wishes: resending("all")).isEmpty && courier.arrived.count == 1)
    }

    private func resending(_ name: String) throws -> DeliveryWishes {
        DeliveryWishes(resent: [try #require(DeliverySelection(name))])
    }

    /// What somebody has settled is neither told nor delivered any more, also what each run would try again.
    @Test(arguments: [DeliveryFailure.Kind.refused, .uncertain, .denied]) func settled(_ kind: DeliveryFailure.Kind)
        throws
    {
        courier.troubles = [kind]
        try run("2020-02-01")
        let wishes = DeliveryWishes(acknowledged: [try #require(DeliverySelection("m"))])
        #expect(try run("2020-02-01", wishes: wishes).isEmpty && states() == [.acknowledged])
        let status = try ReportStatus(schedule.reports[0], of: schedule) { _ in .day("2020-02-01") }
        #expect(status.undelivered.isEmpty)
        #expect(try run("2020-02-01", wishes: resending("all")).isEmpty && courier.arrived.isEmpty)
    }

    /// Where the server does not let in, or nobody answers, the other mails of the run are not tried one by one.
    @Test func oneServerIsAskedOnceForAll() throws {
        courier.troubles = [.denied]
        #expect(try run("2020-04-01") == [.denied, .denied, .denied])
        #expect(courier.waits.isEmpty && courier.asked.count == 1)
        #expect(try run("2020-04-01").isEmpty && courier.arrived.count == 3)
    }

    @Test func nobodyAnswers() throws {
        courier.troubles = [.unreachable, .unreachable, .unreachable]
        #expect(try run("2020-04-01") == [.unreachable, .unreachable, .unreachable])
        #expect(courier.waits == [7, 7] && courier.asked.count == 3, "one mail an attempt")
        courier.troubles = [.unreachable]
        #expect(try run("2020-04-01").isEmpty && courier.arrived.count == 3)
    }

    /// All mails are tried before the first one is tried again: a run waits between attempts, and not between mails.
    @Test func waitsBetweenAttemptsAlone() throws {
        courier.troubles = [.later, .later, .later]
        #expect(try run("2020-04-01").isEmpty && courier.waits == [7])
        #expect(courier.arrived.count == 3)
    }

    /// An address that is refused keeps the mail from nobody else, and the others do not get it again.
    @Test func addressesThatHaveIt() throws {
        schedule.reports[0].deliveries[0].way = .mail(.init(to: ["a@example.org", "b@example.org"]))
        courier.troubles = [.refused]
        courier.partly = ["a@example.org"]
        #expect(try run("2020-02-01") == [.refused])
        #expect(try run("2020-02-01", wishes: resending("all")).isEmpty)
        #expect(courier.asked == [["a@example.org", "b@example.org"], ["b@example.org"]])
    }

    /// Whoever lacked a mail and is no longer named does not keep it open.
    @Test func nobodyLeft() throws {
        schedule.reports[0].deliveries[0].way = .mail(.init(to: ["a@example.org", "b@example.org"]))
        courier.troubles = [.later, .later, .later]
        courier.partly = ["a@example.org"]
        #expect(try run("2020-02-01") == [.later])
        schedule.reports[0].deliveries[0].way = .mail(.init(to: ["a@example.org"]))
        #expect(try run("2020-02-01").isEmpty && states() == [.delivered] && courier.asked.count == 3)
    }

    /// What is wrong with one release keeps no other from being delivered, and what may have arrived stays uncertain.
    @Test func aReleaseThatCannotBeRead() throws {
        courier.fault = FileError(.cannotRead, path: "tables/a.csv", reason: .init(en: "gone", ar: "مفقود"))
        #expect(try run("2020-03-01") == [.unreadable] && courier.arrived == ["2020-02 to board"])
        #expect(try states() == [.failed, .delivered])
        courier.fault = nil
        #expect(try run("2020-03-01").isEmpty && courier.arrived.last == "2020-01 to board")
    }

    @Test func aReleaseWhoseManifestIsBroken() throws {
        try run("2020-02-01", delivers: false)
        var journal = DeliveryJournal()
        let isNew = journal.plan(schedule.reports[0].deliveries, of: "2020-01")
        #expect(isNew)
        try journal.save(in: output, mode: 0o640)
        let manifest = try FileSystem.bytes(of: output + "/2020-01/manifest.json")
        try folder.write("{}", to: "out/2020-01/manifest.json")
        let run = ScheduleRun(schedule, maker: maker, courier: courier) { _ in .day("2020-02-01") }
        let failures = try run.run(wait: 0).compactMap { ($0.error as? UndeliveredRelease)?.failure.kind }
        #expect(try failures == [.unreadable] && states() == [.failed])
        try folder.write(String(decoding: manifest, as: UTF8.self), to: "out/2020-01/manifest.json")
        #expect(try self.run("2020-02-01").isEmpty && courier.arrived == ["2020-01 to board"])
    }

    /// A run that was killed leaves an entry behind: planned, begun or on its way.
    @Test(arguments: [DeliveryJournal.State.planned, .begun, .sent])
    func afterAKill(_ state: DeliveryJournal.State) throws {
        try run("2020-02-01")
        courier.arrived = []
        var journal = try DeliveryJournal(in: output)
        var entry = try #require(journal.deliveries.first)
        entry.state = state
        journal["2020-01", "board"] = entry
        try journal.save(in: output, mode: 0o640)
        #expect(try run("2020-02-01") == (state == .sent ? [.uncertain] : []))
        #expect(courier.arrived == (state == .sent ? [] : ["2020-01 to board"]))
        #expect(try run("2020-02-01").isEmpty && courier.arrived.count <= 1)
    }

    /// A release that is planned and not there is not delivered, and not told of.
    @Test func neverBeforeItIsWhole() throws {
        maker.before = { _ in throw PlainMaker.Refusal() }
        try run("2020-02-01")
        #expect(try courier.arrived.isEmpty && states() == [])
        var journal = DeliveryJournal()
        let isNew = journal.plan(schedule.reports[0].deliveries, of: "2020-01")
        #expect(isNew)
        try journal.save(in: output, mode: 0o640)
        try run("2020-02-01")
        let status = try ReportStatus(schedule.reports[0], of: schedule) { _ in .day("2020-02-01") }
        #expect(courier.arrived.isEmpty && status.undelivered.isEmpty)
    }

    @Test func badJournalStopsDeliveries() throws {
        try run("2020-02-01")
        try folder.write("[]", to: "out/" + DeliveryJournal.fileName)
        let run = ScheduleRun(schedule, maker: maker, courier: courier) { _ in .day("2020-02-01") }
        let failure = try #require(try run.run(wait: 0).first?.error as? ReleaseError)
        #expect(failure == .badJournal(path: output + "/" + DeliveryJournal.fileName))
    }

    @Test func forgetsWhatIsKeptNoLonger() throws {
        schedule.reports[0].retention = 1
        try run("2020-02-01")
        try run("2020-03-01")
        #expect(try DeliveryJournal(in: output).deliveries.map(\.release) == ["2020-02"])
    }
}
