import Foundation
import Reporting
import Support
import TestSupport
import Testing

import TrainingStats

@testable import Releases

/// Releases as cron and people see them.
struct ReleaseTests {
    private func manifests(_ place: ReleaseFolder) throws -> [String] {
        try place.tree().keys.filter { $0.hasSuffix(Manifest.fileName) }.map {
            String($0.dropLast(Manifest.fileName.count + 1))
        }.sorted()
    }

    /// The machine was off from July to September.
    @Test func threeMonthsAndAQuarterInOrder() throws {
        let place = try ReleaseFolder()
        try place.run(today: "2019-07-01")
        try place.run()
        let made = ["monthly/2019-07", "monthly/2019-08", "monthly/2019-09", "quarterly/2019-Q3"]
        #expect(try manifests(place) == made)
        let times = made.map { FileStatus("\(place.path)/out/\($0)/manifest.json")?.modified ?? 0 }
        #expect(times == times.sorted() && Set(times).count == 4)
        #expect(FileSystem.target(ofLink: place.path + "/out/monthly/latest") == "2019-09")
        // The next run is silent and touches nothing.
        let before = try states(place)
        try place.run()
        #expect(try states(place) == before)
        #expect(try place.tadrib("run", ["--dry-run"]).text.isEmpty)
    }

    /// Every file with its inode and time.
    private func states(_ place: ReleaseFolder) throws -> [String: [UInt64]] {
        var states: [String: [UInt64]] = [:]
        for file in try FileSystem.files(below: place.path) where !file.hasSuffix(RunLock.fileName) {
            var status = stat()
            lstat(place.path + "/" + file, &status)
            states[file] = [UInt64(status.st_ino), UInt64(status.st_mtim.tv_sec), UInt64(status.st_mtim.tv_nsec)]
        }
        return states
    }

    @Test func lateRunsGiveTheSameBytes() throws {
        let keys = ", \"definition\": \"two.json\", \"provisionalDays\": 40"
        let (inTime, late) = (try ReleaseFolder(keys: keys), try ReleaseFolder(keys: keys))
        for day in ["2019-08-03", "2019-09-03", "2019-10-03", "2019-10-30", "2019-12-20"] { try inTime.run(today: day) }
        try late.run(today: "2019-12-20")
        #expect(try inTime.tree() == late.tree())
        #expect(try manifests(late).contains("monthly/2019-09-r2"))
    }

    @Test func catchUpLimitsARun() throws {
        let place = try ReleaseFolder()
        let result = try place.tadrib("run", ["--catch-up", "2"])
        #expect(result.code == 0)
        #expect(try manifests(place) == ["monthly/2019-07", "monthly/2019-08"])
    }

    @Test func nothingButPath() throws {
        let (plain, bare) = (try ReleaseFolder(), try ReleaseFolder())
        try plain.run()
        let command =
            "env -i PATH=/usr/bin:/bin '\(try builtProgram())' run \(bare.path)/schedule.json --today 2019-10-03"
        let environment = ["HOME": "/nowhere", "LANG": "ar_KW.UTF-8", "TZ": "America/New_York", "TADRIB_LANG": "ar"]
        let result = try shell(["-c", command], environment: environment, folder: "/")
        #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
        #expect(try plain.tree() == bare.tree())
        // Neither variables nor a configuration file have a say.
        let other = try ReleaseFolder()
        try other.folder.write("{\"lang\": \"ar\", \"format\": \"md\", \"where\": \"state=KWT\"}", to: "tadrib.json")
        _ = try other.tadrib("run", environment: environment.merging(["TADRIB_WHERE": "state=KWT"]) { $1 })
        #expect(try plain.tree() == other.tree())
    }

    @Test(arguments: [("", "640", "750"), (", \"fileMode\": \"0600\"", "600", "700")])
    func modes(_ keys: String, _ file: String, _ folder: String) throws {
        let place = try ReleaseFolder(formats: ["csv", "md", "html", "xlsx"], keys: keys)
        let script =
            "umask 077; tadrib run schedule.json --today 2019-10-03; find out/*/2* -printf '%y %m\\n' | sort -u"
        let result = try shell(["-c", script], folder: place.path)
        #expect(result.text == "d \(folder)\nf \(file)\n")
    }

    @Test func lateRecords() throws {
        let place = try ReleaseFolder(formats: ["csv", "md"])
        try place.run(today: "2019-11-03")
        let before = try place.tree()
        try place.addLateRecord()
        try place.run(today: "2019-11-03")
        let after = try place.tree()
        #expect(before.allSatisfy { after[$0.key] == $0.value || $0.key.hasSuffix("latest") })
        #expect(
            Set(try manifests(place)).subtracting(before.keys.map { String($0.dropLast(14)) }) == ["monthly/2019-10-r2"]
        )
        for path in ["out/monthly/2019-10", "out/monthly/2019-10-r2", "out"] {
            #expect(try tadrib(["verify", place.path + "/" + path]).code == 0)
        }
        // Exactly the cells that the new record is in.
        let compared = try tadrib(
            ["compare", place.path + "/out/monthly/2019-10", place.path + "/out/monthly/2019-10-r2", "-f", "csv"])
        let revisions = try place.folder.text(of: "out/monthly/2019-10-r2/tables/revisions.csv")
        #expect(compared.text == revisions)
        #expect(
            revisions == """
                table,cell,figure,before,after,difference,moves-with
                states,state=KWT,attendances,8,9,1,
                states,state=_T,attendances,8,9,1,

                """)
        let text = try place.folder.text(of: "out/monthly/2019-10-r2/report.md")
        #expect(text.contains("| Kuwait | 0 | 9 [r] |") && text.contains("[r\\] revised"))
        #expect(text.contains("revision 2; final"))
        #expect(try !place.folder.text(of: "out/monthly/2019-10/report.md").contains("[r]"))
    }

    /// A table or a measure that the report did not have before is no revision of what it had.
    @Test func anotherDefinition() throws {
        let place = try ReleaseFolder()
        try place.run(today: "2019-11-03")
        let before = try manifests(place)
        let definition = try place.folder.text(of: "two.json")
        try place.folder.write(
            definition.replacing("\"attendances\"]}", with: "\"attendances\", \"cost\"]}, {\"section\": \"people\"}"),
            to: "two.json")
        try place.run(today: "2019-11-03")
        #expect(try manifests(place) == before)
        try place.addLateRecord()
        try place.run(today: "2019-11-03")
        #expect(Set(try manifests(place)).subtracting(before) == ["monthly/2019-10-r2"])
        let revisions = try place.folder.text(of: "out/monthly/2019-10-r2/tables/revisions.csv")
        #expect(revisions.split(separator: "\n").count == 3, "\(revisions)")
    }

    /// One byte of each file, one after the other.
    @Test func changedBytesAreFound() throws {
        let place = try ReleaseFolder(formats: ["csv", "md", "html", "xlsx"])
        try place.run(today: "2019-08-03")
        let release = "out/monthly/2019-07"
        for file in try FileSystem.files(below: place.path + "/" + release) {
            var bytes = try place.folder.bytes(of: release + "/" + file)
            let position = bytes.count / 2
            bytes[position] ^= 1
            try place.folder.write(bytes, to: release + "/" + file)
            let result = try tadrib(["verify", place.path + "/" + release])
            #expect(result.code == 1 && result.errors.contains("/\(release)/\(file): "), "\(file): \(result.errors)")
            #expect(result.errors.filter { $0 == "\n" }.count == 1, "\(result.errors)")
            bytes[position] ^= 1
            try place.folder.write(bytes, to: release + "/" + file)
        }
        try place.folder.write("more", to: release + "/tables/more.csv")
        try FileManager.default.removeItem(atPath: place.path + "/" + release + "/report.md")
        let result = try tadrib(["verify", place.path + "/out"])
        #expect(result.code == 1)
        #expect(
            result.errors.contains("more.csv: is not in the manifest")
                && result.errors.contains("report.md: is missing"))
    }

    @Test func marksInEveryFormat() throws {
        let place = try ReleaseFolder(
            formats: ["csv", "md", "html", "xlsx", "sdmx-csv"],
            keys: ", \"definition\": \"two.json\", \"languages\": [\"en\", \"ar\"], \"provisionalDays\": 90")
        try place.run(today: "2019-11-03")
        try place.addLateRecord()
        try place.run(today: "2019-11-03")
        let release = "out/monthly/2019-10-r2"
        func text(_ file: String) throws -> String { try place.folder.text(of: release + "/" + file) }
        #expect(
            try text("tables/states.csv").split(separator: "\n").dropFirst().first == "KWT,0,p,9,pr")
        #expect(try text("report.md").contains("| Kuwait | 0 [p] | 9 [p] [r] |"))
        #expect(try text("report.html").contains("9 [p] [r]"))
        #expect(try text("report.ar.md").contains("[r\\] رقم معدّل"))
        #expect(try text("report.ar.html").contains("٩ [p] [r]"))
        #expect(
            try text("sdmx/states.csv").contains(",9,NUMBER,P,F\n")
        )
        let styles = try shell(["-c", "unzip -p report.xlsx xl/styles.xml"], folder: place.path + "/" + release)
        #expect(styles.text.contains("#,##0&quot; [p] [r]&quot;"))
        #expect(try text("report.md").contains("provisional until 2020-01-30"))
    }

    @Test func overdueAndMetrics() throws {
        let place = try ReleaseFolder()
        try place.run(today: "2019-09-03")
        #expect(try place.tadrib("status", ["--overdue"], today: "2019-10-03").code == 0)
        let late = try place.tadrib("status", ["--overdue", "--metrics", "m.prom"], today: "2019-10-04")
        #expect(late.code == 1)
        #expect(
            late.errors == """
                tadrib: monthly: 2019-09 was due on 2019-10-03, and 1 in all; tadrib run makes what is missing
                tadrib: quarterly: 2019-Q3 was due on 2019-10-03, and 1 in all; tadrib run makes what is missing

                """)
        #expect(try place.folder.text(of: "m.prom").contains("\ntadrib_overdue_releases{report=\"quarterly\"} 1\n"))
        #expect(try place.tadrib("run", ["--metrics", "m.prom"], today: "2019-10-04").code == 0)
        let metrics = try place.folder.text(of: "m.prom")
        for line in ["last_success_timestamp_seconds", "release_timestamp_seconds", "release_duration_seconds"] {
            #expect(metrics.contains(try Regex("\ntadrib_\(line)\\{report=\"monthly\"\\} [0-9.]+\n")), "\(metrics)")
        }
        #expect(metrics.contains("\ntadrib_rejected_rows{report=\"monthly\"} 0\n"))
        #expect(try place.tadrib("status", ["--overdue"], today: "2019-10-04").code == 0)
    }

    /// A run that fails leaves the time of the last success as it is.
    @Test func metricsOfAFailure() throws {
        let place = try ReleaseFolder()
        try place.run(today: "2019-09-03")
        let success = try #require(RunLock.lastSuccess(in: place.path + "/out/monthly"))
        try place.folder.write("S9,T1,attended\n", to: "d/participations.csv")
        let result = try place.tadrib("run", ["--metrics", "m.prom"])
        #expect(result.code == 65)
        #expect(result.errors.split(separator: "\n").count == 2, "\(result.errors)")
        #expect(result.errors.hasPrefix("tadrib: monthly: "))
        let line = "tadrib_last_success_timestamp_seconds{report=\"monthly\"} \(Int(success))"
        #expect(try place.folder.text(of: "m.prom").contains(line))
    }

    /// Each of these days ends at midnight of the dataset's zone, wherever the machine is.
    @Test(
        .enabled(if: TroubleLibrary.path != nil, "nothing builds the library"),
        arguments: [("Pacific/Kiritimati", 14), ("Pacific/Pago_Pago", -11), ("Asia/Kuwait", 3)],
        ["Pacific/Pago_Pago", "Asia/Tokyo"])
    func timeZones(_ zone: (name: String, hours: Int), _ machine: String) throws {
        let place = try ReleaseFolder()
        try place.folder.write("{\"timeZone\": \"\(zone.name)\"}", to: "d/dataset.json")
        // 2019-08-03, on which July is due, begins at this second.
        let midnight = Int(try #require(CivilDate("2019-08-03")).day) * 86_400 - zone.hours * 3_600
        for (second, isDue) in [(midnight - 1, false), (midnight, true)] {
            let result = try tadrib(
                ["run", place.path + "/schedule.json", "--dry-run"],
                environment: TroubleLibrary.variables(
                    ["TZ": machine, "TROUBLE_NOW": String(second)], in: place.folder),
                folder: place.path)
            #expect(result.code == 0 && result.text.contains("2019-07-31") == isDue, "\(result.text)\(result.errors)")
        }
    }
}
