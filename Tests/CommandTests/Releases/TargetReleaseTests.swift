import Foundation
import Support
import TestSupport
import Testing

@testable import Releases

/// A year of monthly releases with targets: one that records reach late moves a revision, and the page says so.
struct TargetReleaseTests {
    /// Seventeen attended in 2019, eight of them in October.
    private static let targets = """
        measure,where,period,target
        attendances,,2019,18
        attendances,,2019-10,9
        attendances,,2019-03,3
        attendances,,2020,50

        """

    private func folder() throws -> ReleaseFolder {
        let place = try ReleaseFolder(from: "2019-01", formats: ["csv", "html"])
        try place.folder.write(Self.targets, to: "d/targets.csv")
        try place.folder.write(
            "{\"tables\": [{\"section\": \"key-figures\"}, {\"section\": \"targets\"}]}", to: "two.json")
        return place
    }

    /// Period and status of each target of a release.
    private func statuses(_ place: ReleaseFolder, _ release: String) throws -> [String] {
        let rows = try place.folder.text(of: "out/\(release)/tables/targets.csv").split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let column = try #require(rows.first?.firstIndex(of: "status"))
        return rows.dropFirst().map { "\($0[2]) \($0[column])" }
    }

    @Test func aTargetThatIsReachedLate() throws {
        let place = try folder()
        try place.run(today: "2020-01-03")
        // Of each month those targets whose period overlaps it.
        #expect(try statuses(place, "monthly/2019-01") == ["2019 behind"])
        #expect(try statuses(place, "monthly/2019-03") == ["2019 behind", "2019-03 met"])
        #expect(try statuses(place, "monthly/2019-10") == ["2019 on-track", "2019-10 missed"])
        #expect(try statuses(place, "monthly/2019-12") == ["2019 missed"])
        let before = try place.tree()

        try place.addLateRecord()
        try place.run(today: "2020-01-03")
        let made = Set(
            try place.tree().keys.filter { before[$0] == nil }.compactMap { $0.split(separator: "/").dropFirst().first }
        )
        // October counts the record, and in December and the last quarter the year is over; between them nothing is revised.
        #expect(made == ["2019-10-r2", "2019-12-r2", "2019-Q4-r2"])
        #expect(try statuses(place, "monthly/2019-12-r2") == ["2019 met"])
        let revisions = try place.folder.text(of: "out/monthly/2019-12-r2/tables/revisions.csv")
        #expect(revisions.contains("targets,measure=attendances;where=;period=2019,actual,17,18,1,\n"), "\(revisions)")
        #expect(
            revisions.contains("targets,measure=attendances;where=;period=2019,status,missed,met,,\n"), "\(revisions)")
        let page = try place.folder.text(of: "out/monthly/2019-12-r2/report.html")
        #expect(page.contains(">18 [r]<"), "the figure is marked")
        #expect(page.contains(/missed<\/td><td[^>]*>met</), "the revisions have the statuses in words")
    }

    /// A target that is gone takes all its figures with it, and is one row; and so is one that has come.
    @Test func aTargetThatIsGoneIsOneRow() throws {
        let place = try folder()
        try place.run(today: "2020-01-03")
        try place.folder.write(
            Self.targets.replacing("attendances,,2019-10,9", with: "attendances,,2019-10,8"), to: "d/targets.csv")
        try place.run(today: "2020-01-03")
        func rows(_ release: String) throws -> [String] {
            try place.folder.text(of: "out/monthly/\(release)/tables/revisions.csv").split(separator: "\n").map {
                String($0)
            }.filter { $0.hasPrefix("targets,") }
        }
        // Of the target that has changed each figure that is another one.
        #expect(
            try rows("2019-10-r2").map { $0.split(separator: ",")[2] } == ["target", "achieved", "remaining", "status"])
        try place.folder.write(
            Self.targets.replacing("attendances,,2019-10,9\n", with: "sessions,,2019-10,4\n"), to: "d/targets.csv")
        try place.run(today: "2020-01-03")
        #expect(
            try rows("2019-10-r3") == [
                "targets,measure=sessions;where=;period=2019-10,target,,4,,",
                "targets,measure=attendances;where=;period=2019-10,target,8,,,",
            ])
    }

    /// A plan for the next year is none of what is released already.
    @Test func aNewTargetRevisesNoOtherPeriod() throws {
        let place = try folder()
        try place.run(today: "2020-01-03")
        let before = try place.tree()
        try place.folder.write(Self.targets + "attendances,,2021,60\n", to: "d/targets.csv")
        try place.run(today: "2020-01-03")
        #expect(try place.tree() == before)
    }
}
