import Foundation
import Releases
import Reporting
import Support

/// Brings releases by mail and by programs.
package struct ReleaseCourier: Courier {
    private let variables: [String: String]
    private let now: @Sendable () -> Date

    /// A courier in an environment: the variables, in which passwords may be, and the clock.
    package init(variables: [String: String], now: @escaping @Sendable () -> Date) {
        self.variables = variables
        self.now = now
    }

    package var time: String { now().formatted(.iso8601) }

    package func wait(seconds: Int) { Thread.sleep(forTimeInterval: Double(seconds)) }

    package func missesTarget(_ manifest: Manifest, in folder: String) throws -> Bool {
        try ReleaseFiles(manifest: manifest, folder: folder).missesTarget()
    }

    package func deliver(_ parcel: Parcel, isSending: () throws -> Void) throws {
        switch parcel.delivery.way {
        case .command(let command): try run(command, parcel, isSending)
        case .mail(let mail):
            guard let route = parcel.route else {
                throw DeliveryFailure(
                    .refused,
                    .init(
                        en: "the schedule does not say how mails are sent; add 'mail'",
                        ar: "لا يذكر الجدول الزمني كيف تُرسل الرسائل؛ أضف mail"))
            }
            let message = try message(mail, route, parcel)
            switch route.taker {
            case .sendmail(let program): try send(message, by: program, route, parcel, isSending)
            case .server(let server):
                try SMTPExchange(server, limit: route.limit, password: try password(of: server))
                    .send(message.bytes, from: route.from, to: parcel.addresses, isSending: isSending)
            }
        }
    }

    private func message(_ mail: Delivery.Mail, _ route: MailRoute, _ parcel: Parcel) throws -> MailMessage {
        var attachments: [MailMessage.Attachment] = []
        if case .release(_, let folder, let manifest) = parcel.content {
            let files = ReleaseFiles(manifest: manifest, folder: folder)
            try files.checkPersons()
            attachments = try files.attachments(mail.attachments)
        }
        let text = try MailText(mail, about: parcel)
        return MailMessage(
            from: route.from, to: parcel.addresses, subject: text.subject, plain: text.plain, page: text.page,
            attachments: attachments, identity: parcel.identity, date: now())
    }

    private func password(of server: MailRoute.Server) throws(DeliveryFailure) -> String? {
        try server.password.map { (place) throws(DeliveryFailure) in try MailPassword(place, variables).text }
    }

    /// Hands a mail to a program with the interface of sendmail.
    ///
    /// The program reads it from a file: from a pipe, it would take the part of a mail for the whole if this run were killed.
    private func send(
        _ message: MailMessage, by program: String, _ route: MailRoute, _ parcel: Parcel, _ isSending: () throws -> Void
    ) throws {
        let file = parcel.report.output + "/" + ReleasedMail.fileName
        // Programs of this interface expect the lines of the system.
        let text = String(decoding: message.bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        try AtomicFile.write(Array(text.utf8), to: file, mode: 0o600)
        defer { FileSystem.removeFile(file) }
        try isSending()
        let ended = try ProgramEnd(
            program, ["-t", "-i", "-f", route.from], environment: plainVariables(parcel), input: file,
            seconds: route.limit)
        switch ended.code {
        case 0: return
        case 64, 65, 67, 68, 78: throw DeliveryFailure(.refused, ended.reason)
        case 77: throw DeliveryFailure(.denied, ended.reason)
        // Some programs of this interface have put the mail into their queue then, and others have not.
        case 75, nil: throw DeliveryFailure(.uncertain, ended.reason)
        default: throw DeliveryFailure(.later, ended.reason)
        }
    }

    /// Runs a program with the release's folder as its last argument.
    private func run(
        _ command: Delivery.CommandLine, _ parcel: Parcel, _ isSending: () throws -> Void
    ) throws {
        let folder =
            switch parcel.content {
            case .release(_, let folder, _): folder
            case .overdue: parcel.report.output
            }
        try isSending()
        let ended = try ProgramEnd(
            command.program, command.arguments + [Self.whole(folder)], environment: plainVariables(parcel), input: nil,
            seconds: command.limit)
        switch ended.code {
        case 0: return
        case nil: throw DeliveryFailure(.uncertain, ended.reason)
        default: throw DeliveryFailure(.later, ended.reason)
        }
    }

    /// A path that means the same wherever a program goes.
    private static func whole(_ path: String) -> String { URL(fileURLWithPath: path).path }

    /// The variables that a program gets: where it finds others, and which release it is about; no password.
    private func plainVariables(_ parcel: Parcel) -> [String: String] {
        var plain = variables.filter { ["HOME", "LANG", "LC_ALL", "PATH", "TMPDIR", "TZ", "USER"].contains($0.key) }
        plain["TADRIB_REPORT"] = parcel.report.name
        plain["TADRIB_OCCASION"] = parcel.delivery.when.rawValue
        switch parcel.content {
        case .release(_, let folder, let manifest):
            plain["TADRIB_RELEASE"] = Self.whole(folder)
            plain["TADRIB_PERIOD"] = manifest.period.label
            plain["TADRIB_REVISION"] = String(manifest.revision)
        case .overdue(let planned):
            plain["TADRIB_PERIOD"] = planned.period.label
        }
        return plain
    }
}

/// How a program ended that was handed something.
private struct ProgramEnd {
    /// Its exit code; nil if it did not end by itself.
    let code: Int32?
    /// What to say if it did not end well.
    let reason: BilingualText

    /// Runs a program.
    ///
    /// - Throws: `DeliveryFailure` if it cannot be started.
    init(
        _ program: String, _ arguments: [String], environment: [String: String], input: String?, seconds: Int
    ) throws(DeliveryFailure) {
        let run: ProgramRun
        do throws(FileError) {
            run = try ProgramRun(
                program, arguments, environment: environment, input: input, limit: .seconds(seconds))
        } catch {
            throw DeliveryFailure(.later, error.text)
        }
        let said = run.output.split(whereSeparator: \.isNewline).map { " " + $0 }.joined().shortened(to: 300)
        switch run.end {
        case .exited(let number):
            code = number
            reason = BilingualText(
                en: "\(program) ended with code \(number)" + (said.isEmpty ? "" : ":" + said),
                ar: "انتهى \(program.isolated) بالرمز \(number)" + (said.isEmpty ? "" : ":" + said.isolated))
        case .signalled(let number):
            code = nil
            reason = BilingualText(
                en: "\(program) was ended by signal \(number)", ar: "أُنهي \(program.isolated) بالإشارة \(number)")
        case .timedOut:
            code = nil
            reason = BilingualText(
                en: "\(program) was ended after \(seconds) seconds", ar: "أُنهي \(program.isolated) بعد \(seconds) ثانية"
            )
        }
    }
}
