import Foundation
import Synchronization

/// A server of SMTP on this machine that behaves as a test wants, and keeps the mails that it has taken.
public final class MailServer: Sendable {
    /// How a server treats a mail.
    public enum Behaviour: Hashable, Sendable {
        /// It takes it.
        case takes
        /// It answers a command, such as `RCPT`, or the end of the mail, `.`, with this line.
        case answers(String, to: String)
        /// It does not take an address, with this line.
        case turnsAway(String, with: String)
        /// It cuts the connection at a command or at the end of the mail.
        case cutsAt(String)
        /// It takes the mail and cuts the connection without an answer.
        case takesInSilence
        /// It takes the mail, and answers after so many seconds.
        case takesSlowly(seconds: Double)
    }

    /// The user that it lets in.
    public static let user = "office"
    /// The password of the user.
    public static let password = "secret of the office"

    private let server: LoopbackServer
    private let kept: Kept

    /// What all connections share.
    private final class Kept: Sendable {
        let mails = Mutex<[String]>([])
        let connections = Mutex(0)
    }

    /// Its port.
    public var port: Int { server.port }
    /// The mails that it has taken, with their headers.
    public var mails: [String] { kept.mails.withLock { $0 } }
    /// How often somebody came.
    public var connections: Int { kept.connections.withLock { $0 } }

    /// A server that treats each connection as the list says; the last entry holds for all further ones.
    public init(_ behaviours: [Behaviour], asksForLogin: Bool = false) throws {
        let kept = Kept()
        self.kept = kept
        server = try LoopbackServer { connection in
            let number = kept.connections.withLock { count in
                count += 1
                return count
            }
            let behaviour = behaviours[min(number, behaviours.count) - 1]
            Session(connection, behaviour, asksForLogin).serve { mail in kept.mails.withLock { $0.append(mail) } }
        }
    }
}

/// One connection to a server of mails.
private final class Session {
    private let connection: Connection
    private let behaviour: MailServer.Behaviour
    private let asksForLogin: Bool
    private var waiting: [UInt8] = []

    init(_ connection: Connection, _ behaviour: MailServer.Behaviour, _ asksForLogin: Bool) {
        self.connection = connection
        self.behaviour = behaviour
        self.asksForLogin = asksForLogin
    }

    func serve(_ take: (String) -> Void) {
        say("220 test ESMTP")
        while let line = line() {
            let command = String(line.prefix(4)).uppercased()
            if !answer(to: command, usual: reply(to: command, line)) { return connection.end() }
            guard command == "DATA", !isAnswered("DATA") else {
                if command == "QUIT" { return connection.end() }
                continue
            }
            var mail: [String] = []
            while let line = self.line(), line != "." {
                mail.append(line.hasPrefix("..") ? String(line.dropFirst()) : line)
            }
            if isGone { return }
            switch behaviour {
            case .answers(_, to: "."), .cutsAt("."): break
            default: take(mail.joined(separator: "\n"))
            }
            if behaviour == .takesInSilence { return connection.end() }
            if case .takesSlowly(let seconds) = behaviour { Thread.sleep(forTimeInterval: seconds) }
            if !answer(to: ".", usual: "250 taken") { return connection.end() }
        }
    }

    private func reply(to command: String, _ line: String) -> String {
        switch command {
        case "EHLO", "HELO": return asksForLogin ? "250-test\r\n250 AUTH PLAIN" : "250 test"
        case "AUTH":
            var proof = line.split(separator: " ").dropFirst(2).first.map(String.init)
            if proof == nil {
                say("334 ")
                proof = self.line()
            }
            let expected = Data("\0\(MailServer.user)\0\(MailServer.password)".utf8).base64EncodedString()
            return proof == expected ? "235 welcome" : "535 5.7.8 authentication failed"
        case "RCPT":
            if case .turnsAway(let address, let answer) = behaviour, line.contains("<\(address)>") { return answer }
            return "250 yes"
        case "DATA": return "354 go on"
        case "QUIT": return "221 farewell"
        default: return "250 yes"
        }
    }

    private func isAnswered(_ command: String) -> Bool {
        if case .answers(_, to: command) = behaviour { true } else { false }
    }

    /// Answers a command; false if the connection is to be cut.
    private func answer(to command: String, usual: String) -> Bool {
        switch behaviour {
        case .cutsAt(command): return false
        case .answers(let line, to: command): say(line)
        default: say(usual)
        }
        return true
    }

    private func say(_ line: String) { connection.write((line + "\r\n").utf8) }

    private var isGone = false

    /// The next line without its end; nil if the other side is gone.
    private func line() -> String? {
        while true {
            if let end = waiting.firstIndex(of: 0x0A) {
                let line = String(decoding: waiting[..<end], as: UTF8.self)
                waiting.removeSubrange(...end)
                return line.hasSuffix("\r") ? String(line.dropLast()) : line.trimmingCharacters(in: .newlines)
            }
            let bytes = connection.read()
            guard !bytes.isEmpty else {
                isGone = true
                return nil
            }
            waiting += bytes
        }
    }
}
