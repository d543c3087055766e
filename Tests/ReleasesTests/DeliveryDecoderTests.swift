import Reporting
import Support
import Testing

@testable import Releases

/// What schedules say about deliveries, and what is said of wrong ones.
struct DeliveryDecoderTests {
    private static let server = "\"server\": \"smtps://mail.example.org\""

    private func decode(mail: String?, deliver: String, report: String = "") throws -> Schedule {
        let mail = mail.map { "\"mail\": {\($0)}, " } ?? ""
        return try ScheduleDecoder(folder: "place").decode(
            Array(
                """
                {"from": "2019-01", \(mail)"reports": [
                  {"name": "m", "recurrence": "monthly", "dataset": "d", "output": "o"\(report), "deliver": [\(deliver)]}]}
                """.utf8))
    }

    @Test func everyKey() throws {
        let schedule = try decode(
            mail: """
                "from": "office@example.org", "server": "smtp://mail.example.org:587", "user": "office",
                "passwordFile": "secret", "authority": "ca.pem", "attempts": 5, "pause": 0, "timeout": 30
                """,
            deliver: """
                {"name": "board", "when": "missed-target", "to": ["a@example.org", "b@example.org"],
                 "subject": {"en": "{report}", "ar": "{report}"}, "text": {"en": "{figures}", "ar": "{figures}"},
                 "language": "both", "attach": ["xlsx", "csv"]},
                {"name": "web", "command": ["bin/publish", "--now"], "timeout": 5}
                """, report: ", \"formats\": [\"xlsx\"]")
        let route = try #require(schedule.mail)
        guard case .server(let server) = route.taker else {
            Issue.record("no server")
            return
        }
        #expect(
            server.user == "office" && server.password == .file("place/secret") && server.authority == "place/ca.pem")
        #expect(server.needsEncryption && route.attempts == 5 && route.pause == 0 && route.limit == 30)
        let deliveries = try #require(schedule.reports.first?.deliveries)
        #expect(deliveries.map(\.name) == ["board", "web"] && deliveries.map(\.when) == [.missedTarget, .always])
        guard case .mail(let mail) = deliveries[0].way, case .command(let command) = deliveries[1].way else {
            Issue.record("\(deliveries)")
            return
        }
        #expect(mail.to.count == 2 && mail.languages == [.en, .ar] && mail.attachments == [.xlsx, .csv])
        #expect(command.program == "place/bin/publish" && command.arguments == ["--now"] && command.limit == 5)
    }

    /// The explorer is mailed only where the schedule says that its small cells may be.
    @Test func explorerIsMailedExpressly() throws {
        let deliver =
            "{\"name\": \"b\", \"to\": [\"a@b.c\"], \"attach\": [\"explore\"], \"smallCells\": \"allowed\"}"
        let schedule = try decode(mail: "\"from\": \"a@b.c\", \(Self.server)", deliver: deliver)
        guard case .mail(let mail) = try #require(schedule.reports.first?.deliveries.first).way else {
            Issue.record("no mail")
            return
        }
        #expect(mail.attachments == [.explore])
    }

    private static let mail = "{\"name\": \"b\", \"to\": [\"a@example.org\"]}"

    static let mistakes: [(mail: String?, deliver: String, path: String, says: String)] = [
        (nil, mail, "", "'mail' is missing"),
        ("\"from\": \"a@b.c\"", mail, "mail", "either 'server'"),
        ("\"from\": \"a@b.c\", \(server), \"sendmail\": \"s\"", mail, "mail", "either 'server'"),
        ("\"from\": \"Ali <a@b.c>\", \(server)", mail, "mail.from", "names of persons have no place"),
        ("\"from\": \"a@b.c\", \"server\": \"smtp://u:secret@host\"", mail, "mail.server", "without a user"),
        ("\"from\": \"a@b.c\", \(server), \"user\": \"u\"", mail, "mail", "'user' goes together"),
        ("\"from\": \"a@b.c\", \(server), \"password\": \"x\"", mail, "mail.password", "has no 'password'"),
        (
            "\"from\": \"a@b.c\", \"server\": \"smtp://h\", \"user\": \"u\", \"passwordVariable\": \"V\", \"encryption\": \"none\"",
            mail, "mail.encryption", "only sent over an encrypted connection"
        ),
        ("\"from\": \"a@b.c\", \"sendmail\": \"s\", \"user\": \"u\"", mail, "mail.user", "belongs to a 'server'"),
        ("\"from\": \"a@b.c\", \(server), \"attempts\": 0", mail, "mail.attempts", "a whole number"),
        (
            "\"from\": \"a@b.c\", \(server)", "{\"name\": \"b\", \"to\": [\"Ali\"]}", "reports[0].deliver[0].to[0]",
            "not an address"
        ),
        ("\"from\": \"a@b.c\", \(server)", "{\"name\": \"b\"}", "reports[0].deliver[0]", "either 'to'"),
        (
            "\"from\": \"a@b.c\", \(server)", "{\"name\": \"b\", \"command\": [\"c\"], \"subject\": {}}",
            "reports[0].deliver[0].subject", "belongs to a mail"
        ),
        (
            "\"from\": \"a@b.c\", \(server)", "{\"name\": \"b\", \"to\": [\"a@b.c\"], \"timeout\": 5}",
            "reports[0].deliver[0].timeout", "belongs to a command"
        ),
        (
            "\"from\": \"a@b.c\", \(server)", "{\"name\": \"b\", \"to\": [\"a@b.c\"], \"attach\": [\"explore\"]}",
            "reports[0].deliver[0].attach", "figures of few persons"
        ),
        (
            "\"from\": \"a@b.c\", \(server)",
            "{\"name\": \"b\", \"to\": [\"a@b.c\"], \"attach\": [\"explore\"], \"smallCells\": \"no\"}",
            "reports[0].deliver[0].smallCells", "no"
        ),
        (
            "\"from\": \"a@b.c\", \(server)", "\(mail), \(mail)", "reports[0].deliver[1].name", "two deliveries"
        ),
        (
            "\"from\": \"a@b.c\", \(server)",
            "{\"name\": \"b\", \"to\": [\"a@b.c\"], \"text\": {\"en\": \"{name}\", \"ar\": \"{report}\"}}",
            "reports[0].deliver[0].text.en", "there is no value '{name}'"
        ),
        (
            "\"from\": \"a@b.c\", \(server)", "{\"name\": \"b\", \"to\": [\"a@b.c\"], \"when\": \"allways\"}",
            "reports[0].deliver[0].when", "there is no occasion"
        ),
        (
            "\"from\": \"a@b.c\", \(server)", "{\"name\": \"b\", \"to\": [\"a@b.c\", \"a@b.c\"]}",
            "reports[0].deliver[0].to", "'a@b.c' is given twice"
        ),
        (
            "\"from\": \"a@b.c\", \(server)",
            "{\"name\": \"b\", \"to\": [\"a@b.c\"], \"subject\": {\"en\": \"{figures}\", \"ar\": \"{report}\"}}",
            "reports[0].deliver[0].subject.en", "a subject has no '{figures}'; put it into 'text'"
        ),
    ]

    @Test(arguments: mistakes.indices) func mistake(_ index: Int) throws {
        let (mail, deliver, path, says) = Self.mistakes[index]
        let problems = try #require(throws: DefinitionErrors.self) { try decode(mail: mail, deliver: deliver) }.problems
        #expect(problems.contains { $0.path == path && $0.message.contains(says) }, "\(problems)")
    }

    /// A mail has its figures in the languages of the report alone.
    @Test func speaksAsTheReportDoes() throws {
        let problems = try #require(throws: DefinitionErrors.self) {
            try decode(
                mail: "\"from\": \"a@b.c\", \(Self.server)",
                deliver: "{\"name\": \"b\", \"to\": [\"a@b.c\"], \"language\": \"both\"}",
                report: ", \"languages\": [\"en\"]")
        }.problems
        #expect(problems.map(\.path) == ["reports[0].deliver[0].language"])
    }

    /// A format that the report does not have cannot be attached.
    @Test func attachesWhatThereIs() throws {
        let problems = try #require(throws: DefinitionErrors.self) {
            try decode(
                mail: "\"from\": \"a@b.c\", \(Self.server)",
                deliver: "{\"name\": \"b\", \"to\": [\"a@b.c\"], \"attach\": [\"pdf\"]}",
                report: ", \"formats\": [\"xlsx\"]")
        }.problems
        #expect(problems.map(\.path) == ["reports[0].deliver[0].attach"])
    }
}
