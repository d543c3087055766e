import Foundation
import TestSupport
import Testing

/// What `Scripts/install-schedule` gives to cron and systemd, and what these make of it.
struct InstallScheduleTests {
    /// Named so that sh, cron and systemd would each read something else into it.
    private static let place = "100% of the office's $HOME"

    /// Somebody who is not root, and to whom the tests may give a folder.
    private static let user = NSUserName() == "root" ? "daemon" : NSUserName()

    /// A folder with a schedule of yearly releases in it.
    private func folder() throws -> TemporaryFolder {
        let schedule = """
            {
              "from": "2019", "reports": [{
                "name": "yearly", "recurrence": "yearly", "dataset": "\(samples)/regional-centre",
                "output": "of 100%/years", "formats": ["csv"]
              }]
            }
            """
        return try TemporaryFolder([Self.place + "/a plan.json": schedule])
    }

    /// What the script says with some words in the place of the schedule.
    private func install(_ words: String, in folder: TemporaryFolder) throws -> ProgramResult {
        try shell(
            ["-c", "'\(packageFolder)/Scripts/install-schedule' \(words)"],
            environment: ["DESTDIR": folder.path + "/root"], folder: folder.path + "/" + Self.place)
    }

    @Test func cronMakesTheReleases() throws {
        let folder = try folder()
        let printed = try install("--user office --at 04:05 'a plan.json'", in: folder)
        try #require(printed.code == 0, "\(printed.errors)")
        let lines = printed.text.split(separator: "\n")
        #expect(lines[0] == "# crontab -e -u office")
        // As cron reads it: five fields, and a command that a bare % would end.
        let fields = lines[1].split(separator: " ", maxSplits: 5)
        #expect(fields.prefix(5).joined(separator: " ") == "5 4 * * *")
        #expect(!fields[5].replacing("\\%", with: "").contains("%"))
        let command = String(fields[5].replacing("\\%", with: "%"))
        let result = try run("/usr/bin/env", ["-i", "PATH=/usr/bin:/bin", "/bin/sh", "-c", command], folder: "/")
        #expect(result.code == 0 && result.output.isEmpty && result.errors.isEmpty, "\(result.errors)")
        #expect(folder.names.contains(Self.place + "/of 100%/years/2019/manifest.json"))
    }

    @Test func filesOfCronHaveTheUser() throws {
        let folder = try folder()
        let line = try install("--user office --at 23:59 'a plan.json'", in: folder).text.split(separator: "\n")[1]
        let result = try install("--user \(Self.user) --at 23:59 --name plan --install cron 'a plan.json'", in: folder)
        #expect(result.text == folder.path + "/root/etc/cron.d/plan\n" && result.errors.isEmpty)
        let file = try folder.text(of: "root/etc/cron.d/plan")
        #expect(file == line.replacing("59 23 * * *", with: "59 23 * * * \(Self.user)") + "\n")
    }

    @Test(.enabled(if: program("systemd-analyze") != nil, "systemd is not installed"))
    func systemdTakesTheUnits() throws {
        let folder = try folder()
        let result = try install(
            "--user \(Self.user) --name plan --install systemd 'a plan.json'", in: folder)
        try #require(result.code == 0, "\(result.errors)")
        let units = folder.path + "/root/etc/systemd/system"
        let verified = try shell(
            ["-c", "systemd-analyze verify --man=no '\(units)/plan.service' '\(units)/plan.timer'"], folder: folder.path
        )
        #expect(verified.code == 0 && verified.errors.isEmpty, "\(verified.errors)")
        let service = try folder.text(of: "root/etc/systemd/system/plan.service")
        let place = folder.path + "/" + Self.place.replacing("%", with: "%%")
        #expect(service.contains("\nWorkingDirectory=\(place)\n"))
        #expect(service.contains(" run \"\(place.replacing("$", with: "$$"))/a plan.json\"\n"))
        #expect(service.contains("\nReadWritePaths=\"\(place)/of 100%%/years\"\n"))
        let timer = try folder.text(of: "root/etc/systemd/system/plan.timer")
        #expect(timer.contains("\nOnCalendar=*-*-* 04:10:00\n") && timer.contains("\nPersistent=true\n"))
        // The folder of releases is there, since the service may make none.
        #expect(folder.names.contains(Self.place + "/of 100%/years"))
    }

    /// A service whose schedule starts other programs leaves them what they need.
    @Test(arguments: [
        ("[\"csv\"]", false, false), ("[\"pdf\"]", true, false),
        ("[\"csv\"], \"deliver\": [{\"name\": \"c\", \"command\": [\"x\"]}]", true, true),
    ]) func servicesThatStartPrograms(formats: String, isLoose: Bool, hasNetwork: Bool) throws {
        let folder = try folder()
        let path = Self.place + "/a plan.json"
        try folder.write(folder.text(of: path).replacing("[\"csv\"]", with: formats), to: path)
        let printed = try install("--user office 'a plan.json'", in: folder)
        try #require(printed.code == 0, "\(printed.errors)")
        #expect(printed.text.contains("NoNewPrivileges=yes") != isLoose)
        #expect(printed.text.contains("ProtectSystem=strict") != isLoose)
        #expect(printed.text.contains("PrivateNetwork=yes") != hasNetwork)
    }

    /// Words, what they end with and a part of what is said.
    struct Refusal: CustomTestStringConvertible, Sendable {
        let words: String
        var code: Int32 = 64
        let says: String

        var testDescription: String { words }
    }

    @Test(arguments: [
        Refusal(words: "", says: "no schedule is given"),
        Refusal(words: "--at", says: "--at needs a value"),
        Refusal(words: "--at 24:00 'a plan.json'", says: "'24:00' is not a time"),
        Refusal(words: "--user 'o f' 'a plan.json'", says: "'o f' is no name of a user"),
        Refusal(words: "--user office --name a.b 'a plan.json'", says: "'a.b' is not made of letters"),
        Refusal(words: "--nice 'a plan.json'", says: "there is no option '--nice'"),
        Refusal(words: "'a plan.json' b.json", says: "one schedule is expected"),
        Refusal(words: "--user office none.json", code: 66, says: "there is no file none.json"),
        Refusal(words: "--user office '../bad.json'", code: 78, says: "bad.json"),
        Refusal(words: "--user office '../back\\slash.json'", says: "has a backslash"),
        Refusal(words: "--user no-such-user --install cron 'a plan.json'", code: 73, says: "there is no user"),
    ]) func refuses(refusal: Refusal) throws {
        let folder = try folder()
        try folder.write("{}", to: "bad.json")
        try folder.write(try folder.bytes(of: Self.place + "/a plan.json"), to: "back\\slash.json")
        let result = try install(refusal.words, in: folder)
        #expect(result.code == refusal.code && result.errors.contains(refusal.says), "\(result.code) \(result.errors)")
        #expect(result.output.isEmpty && !folder.names.contains("root"))
    }
}
