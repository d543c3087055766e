import Foundation
import Support
import TestSupport
import Testing

@testable import Releases

/// Releases that are mailed by the program itself: each mail once, whatever ends a run.
struct DeliveryKillTests {
    /// Who takes mails, and which have arrived.
    private final class Mailbox {
        private let folder: TemporaryFolder
        private let server: MailServer?
        /// What the schedule says of it.
        let route: String

        init(_ way: String, _ behaviours: [MailServer.Behaviour] = [.takes]) throws {
            let script = """
                #!/bin/sh
                text=$(cat); printf '%s\\n' "$text" | grep '^Message-ID' >> "$(dirname "$0")/arrived"
                """
            folder = try TemporaryFolder(["sendmail": script, "arrived": ""])
            let program = folder.path + "/sendmail"
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
            server = way == "sendmail" ? nil : try MailServer(behaviours)
            let taker =
                server.map { "\"server\": \"smtp://127.0.0.1:\($0.port)\", \"encryption\": \"none\", \"timeout\": 5" }
                ?? "\"sendmail\": \"\(program)\""
            route = "\"mail\": {\"from\": \"office@example.org\", \(taker), \"pause\": 0}"
        }

        /// The identifiers of the mails, one for each time that it has arrived.
        func arrived() throws -> [String] {
            let lines =
                try server?.mails.flatMap { $0.split(separator: "\n") }
                ?? folder.text(of: "arrived").split(separator: "\n")
            return lines.filter { $0.hasPrefix("Message-ID") }.map(String.init)
        }
    }

    private func office(_ mailbox: Mailbox, definition: String = "two.json", deliver: String = "\"to\": [\"a@b.c\"]")
        throws
        -> ReleaseFolder
    {
        try ReleaseFolder(
            keys: ", \"definition\": \"\(definition)\", \"deliver\": [{\"name\": \"board\", \(deliver)}]",
            top: "\"delay\": 2, " + mailbox.route)
    }

    private func entries(_ place: ReleaseFolder) throws -> [DeliveryJournal.Entry] {
        try DeliveryJournal(in: place.path + "/out/monthly").deliveries
    }

    private static let day = "2019-08-03"

    @Test(arguments: ["sendmail", "server"]) func eachReleaseOnce(way: String) throws {
        let mailbox = try Mailbox(way)
        let place = try office(mailbox)
        try place.run()
        try place.run()
        let arrived = try mailbox.arrived()
        #expect(arrived.count == 4 && Set(arrived).count == 4, "\(arrived)")
        #expect(try Verification(place.path + "/out").findings.isEmpty)
    }

    /// Runs at the same time, one of which does the work.
    @Test func severalAtOnce() throws {
        let mailbox = try Mailbox("server", [.takesSlowly(seconds: 0.2)])
        let place = try office(mailbox)
        let runs = try (0..<3).map { _ in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: try builtProgram())
            process.arguments = [
                "run", place.path + "/schedule.json", "--today", ReleaseFolder.autumn, "--wait", "300",
            ]
            process.environment = [:]
            try process.run()
            return process
        }
        for run in runs {
            run.waitUntilExit()
            #expect(run.terminationStatus == 0)
        }
        let arrived = try mailbox.arrived()
        #expect(arrived.count == 4 && Set(arrived).count == 4, "\(arrived)")
    }

    /// A run that is ended at each of its calls that write, and the run after it.
    @Test(.enabled(if: TroubleLibrary.path != nil, "nothing builds the library"), arguments: ["sendmail", "server"])
    func killedAtEachCall(way: String) throws {
        let first = try Mailbox(way)
        let undisturbed = try office(first)
        let variables = try TroubleLibrary.variables(
            ["TROUBLE_COUNT": undisturbed.path + "/count"], in: undisturbed.folder)
        let result = try undisturbed.tadrib("run", today: Self.day, environment: variables)
        #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
        #expect(try first.arrived().count == 1)
        let calls = try #require(Int(try undisturbed.folder.text(of: "count")))
        var uncertain = 0
        for call in 1...calls {
            let mailbox = try Mailbox(way)
            let place = try office(mailbox)
            _ = try place.tadrib(
                "run", today: Self.day,
                environment: TroubleLibrary.variables(
                    ["TROUBLE_AT": "\(call)", "TROUBLE": "KILL"], in: place.folder))
            let next = try place.tadrib("run", today: Self.day)
            let last = try place.tadrib("run", today: Self.day)
            let circumstances = "\(way), killed at call \(call) of \(calls): \(next.errors)"
            #expect(last.code == 0 && last.errors.isEmpty, "\(circumstances)\(last.errors)")
            let entry = try #require(try entries(place).first, "\(circumstances)")
            // What the killed run has started may still be at work.
            var arrived = try mailbox.arrived()
            for _ in 0..<100 where arrived.isEmpty && entry.state == .delivered {
                usleep(20_000)
                arrived = try mailbox.arrived()
            }
            switch entry.state {
            case .delivered: #expect(next.code == 0 && arrived.count == 1, "\(circumstances)\(arrived)")
            case .uncertain:
                uncertain += 1
                #expect(next.code == 69 && arrived.count <= 1, "\(circumstances)\(arrived)")
            default: Issue.record("\(entry.state): \(circumstances)")
            }
        }
        // Between the note that it is on its way and the note that it has arrived there are a few calls.
        #expect((1...20).contains(uncertain), "\(uncertain) of \(calls)")
    }

    @Test func failureIsToldAndDoesNotUndoTheRelease() throws {
        let mailbox = try Mailbox("server", [.answers("451 4.7.1 later", to: "RCPT")])
        let place = try office(mailbox)
        let result = try place.tadrib("run", today: Self.day)
        #expect(result.code == 69, "\(result.errors)")
        #expect(
            result.errors.hasPrefix("tadrib: monthly: 2019-07 was not delivered to 'board': ")
                && result.errors.contains("451 4.7.1 later") && result.errors.contains("tries again"),
            "\(result.errors)")
        #expect(try entries(place).first?.attempts == 3)
        #expect(try place.tree().keys.contains("monthly/2019-07/manifest.json"))
        let status = try place.tadrib("status", ["--overdue", "--metrics", place.path + "/m"], today: Self.day)
        #expect(status.code == 1 && status.errors.contains("was not delivered to 'board'"), "\(status.errors)")
        #expect(try place.folder.text(of: "m").contains("tadrib_undelivered_releases{report=\"monthly\"} 1\n"))
        let arabic = try place.tadrib("status", ["--lang", "ar"], today: Self.day)
        #expect(arabic.errors.contains("لم يُسلَّم 2019-07 إلى «board»"), "\(arabic.errors)")
    }

    /// A release that lists persons is not mailed, whatever is attached; a command may have it.
    @Test func personsAreNotMailed() throws {
        let mailbox = try Mailbox("server")
        let place = try office(mailbox, definition: "persons.json")
        try place.folder.write(
            """
            {"tables": [{"id": "persons", "title": {"en": "P", "ar": "أ"}, "rows": ["trainee"], "measures": ["sessions"]}]}
            """, to: "persons.json")
        let result = try place.tadrib("run", today: Self.day)
        #expect(result.code == 69 && result.errors.contains("'persons' lists persons"), "\(result.errors)")
        #expect(try mailbox.arrived().isEmpty && entries(place).map(\.state) == [.refused])
        let command = try office(mailbox, definition: "persons.json", deliver: "\"command\": [\"/bin/test\", \"-d\"]")
        try command.folder.write(place.folder.text(of: "persons.json"), to: "persons.json")
        try command.run(today: Self.day)
        #expect(try entries(command).map(\.state) == [.delivered])
    }

    @Test func missedTargetsAreTold() throws {
        let mailbox = try Mailbox("server")
        let place = try office(
            mailbox, definition: "targets.json", deliver: "\"when\": \"missed-target\", \"to\": [\"a@b.c\"]")
        try place.folder.write("{\"tables\": [{\"section\": \"targets\"}]}", to: "targets.json")
        try place.folder.write(
            "measure,where,period,target,baseline,source\nsessions,,2019-07,900,,Plan\n", to: "d/targets.csv")
        try place.run(today: "2019-09-03")
        let (mails, states) = (try mailbox.arrived(), try entries(place).map(\.state))
        #expect(mails.count == 1 && states == [.delivered, .notNeeded], "\(mails) \(states)")
    }

    /// The program has the release's folder as its last argument, and no secret.
    @Test func commands() throws {
        let mailbox = try Mailbox("server")
        let place = try office(mailbox, deliver: "\"command\": [\"publish\", \"a b\"], \"timeout\": 2")
        let script = "#!/bin/sh\nprintf '%s|' \"$@\" \"$TADRIB_RELEASE\" \"$TADRIB_PERIOD\" \"$SECRET\" > \"$0.said\"\n"
        try place.folder.write(script, to: "publish")
        func allow() throws {
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: place.path + "/publish")
        }
        try allow()
        let result = try place.tadrib("run", today: Self.day, environment: ["SECRET": "x", "PATH": "/usr/bin:/bin"])
        #expect(result.code == 0, "\(result.errors)")
        let release = place.path + "/out/monthly/2019-07"
        #expect(try place.folder.text(of: "publish.said") == "a b|\(release)|\(release)|2019-07||")
        try place.folder.write("#!/bin/sh\necho 'no room' >&2; exit 3\n", to: "publish")
        try allow()
        let failed = try place.tadrib("run", today: "2019-09-03")
        #expect(failed.code == 69 && failed.errors.contains("ended with code 3: no room"), "\(failed.errors)")
        // Whoever takes too long may have done the work.
        try place.folder.write("#!/bin/sh\nsleep 60\n", to: "publish")
        try allow()
        let slow = try place.tadrib("run", today: "2019-09-03")
        #expect(slow.code == 69 && slow.errors.contains("was ended after 2 seconds"), "\(slow.errors)")
        try place.run(today: "2019-09-03")
    }
}
