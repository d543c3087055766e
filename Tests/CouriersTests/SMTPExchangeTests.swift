import Foundation
import Releases
import Support
import TestSupport
import Testing

@testable import Couriers

/// Mails that are handed to servers of all kinds: what is known of each afterwards.
struct SMTPExchangeTests {
    /// What came of sending a mail.
    private struct Outcome {
        var kind: DeliveryFailure.Kind?
        var reason = ""
        var calls = 0
        var arrivedAt: [String] = []
    }

    private func send(_ server: MailServer, password: String? = nil, limit: Int = 5, to: [String] = ["a@example.org"])
        -> Outcome
    {
        var place = MailRoute.Server(address: "smtp://127.0.0.1:\(server.port)")
        place.needsEncryption = false
        if password != nil { place.user = MailServer.user }
        var outcome = Outcome()
        do {
            try SMTPExchange(place, limit: limit, password: password).send(
                Array("Subject: test\r\n\r\n.dot\r\nend\r\n".utf8), from: "office@example.org", to: to
            ) { outcome.calls += 1 }
        } catch let failure as DeliveryFailure {
            outcome.kind = failure.kind
            outcome.reason = failure.reason.en
            outcome.arrivedAt = failure.arrivedAt
        } catch {
            Issue.record("\(error)")
        }
        return outcome
    }

    @Test func arrives() throws {
        let server = try MailServer([.takes])
        let outcome = send(server, to: ["a@example.org", "b@example.org"])
        #expect(outcome.kind == nil && outcome.calls == 1, "\(outcome)")
        #expect(server.mails == ["Subject: test\n\n.dot\nend"])
    }

    static let troubles: [(MailServer.Behaviour, DeliveryFailure.Kind, String, isSent: Bool)] = [
        (.answers("550 5.1.1 no such mailbox", to: "RCPT"), .refused, "550 5.1.1 no such mailbox", false),
        (.answers("451 4.7.1 greylisted", to: "RCPT"), .later, "451 4.7.1 greylisted", false),
        (.answers("421 busy", to: "MAIL"), .later, "421 busy", false),
        (.answers("550 5.7.1 sender not known", to: "MAIL"), .denied, "550 5.7.1 sender not known", false),
        (.answers("552 5.3.4 too long", to: "MAIL"), .refused, "552 5.3.4 too long", false),
        (.answers("554 no", to: "DATA"), .refused, "554 no", false),
        (.answers("552 5.3.4 too long", to: "."), .refused, "552 5.3.4 too long", true),
        (.answers("452 full", to: "."), .later, "452 full", true),
        (.cutsAt("EHLO"), .later, "", false), (.cutsAt("RCPT"), .later, "", false),
        (.cutsAt("DATA"), .later, "", false), (.cutsAt("."), .uncertain, "", true),
        (.takesInSilence, .uncertain, "", true),
    ]

    @Test(arguments: troubles.indices) func trouble(_ index: Int) throws {
        let (behaviour, kind, words, isSent) = Self.troubles[index]
        let server = try MailServer([behaviour])
        let outcome = send(server)
        #expect(outcome.kind == kind && (words.isEmpty || outcome.reason.contains(words)), "\(behaviour): \(outcome)")
        #expect(outcome.calls == (isSent ? 1 : 0), "\(behaviour)")
    }

    /// An address that the server does not take is named, and keeps the mail from nobody else.
    @Test func oneOfTwoAddresses() throws {
        let server = try MailServer([.turnsAway("b@example.org", with: "550 5.1.1 no such mailbox")])
        let outcome = send(server, to: ["a@example.org", "b@example.org"])
        #expect(outcome.kind == .refused && outcome.calls == 1, "\(outcome)")
        #expect(outcome.reason.contains("b@example.org: 550 5.1.1 no such mailbox"), "\(outcome)")
        #expect(!outcome.reason.contains("a@example.org") && outcome.arrivedAt == ["a@example.org"], "\(outcome)")
        #expect(server.mails.count == 1)
        let last = try MailServer([.turnsAway("a@example.org", with: "451 4.7.1 greylisted")])
        let later = send(last, to: ["a@example.org", "b@example.org"])
        #expect(later.kind == .later && later.arrivedAt == ["b@example.org"], "\(later)")
    }

    /// A server that answers late is waited for; one that answers too late may have taken the mail.
    @Test func slowServer() throws {
        let slow = try MailServer([.takesSlowly(seconds: 1)])
        #expect(send(slow, limit: 10).kind == nil)
        let tooSlow = try MailServer([.takesSlowly(seconds: 8)])
        #expect(send(tooSlow, limit: 2).kind == .uncertain)
    }

    @Test func login() throws {
        let server = try MailServer([.takes], asksForLogin: true)
        #expect(send(server, password: MailServer.password).kind == nil)
        let wrong = send(server, password: "hunter2")
        #expect(wrong.kind == .denied && !wrong.reason.contains("hunter2"), "\(wrong)")
        #expect(server.mails.count == 1)
    }

    @Test func nobodyListens() throws {
        let port = try LoopbackServer.freePort()
        var place = MailRoute.Server(address: "smtp://127.0.0.1:\(port)")
        place.needsEncryption = false
        let failure = #expect(throws: DeliveryFailure.self) {
            try SMTPExchange(place, limit: 5, password: nil).send([], from: "a@b.c", to: ["a@b.c"]) {}
        }
        #expect(failure?.kind == .unreachable)
    }

    /// A server that does not offer encryption gets nothing, unless the schedule says so.
    @Test func needsEncryption() throws {
        let server = try MailServer([.takes])
        let place = MailRoute.Server(address: "smtp://127.0.0.1:\(server.port)")
        #expect(throws: DeliveryFailure.self) {
            try SMTPExchange(place, limit: 5, password: nil).send([], from: "a@b.c", to: ["a@b.c"]) {}
        }
        #expect(server.mails.isEmpty)
    }

    /// What cannot be written down is not sent.
    @Test func nothingIsSentUnnoted() throws {
        struct Full: Error {}
        let server = try MailServer([.takes])
        var place = MailRoute.Server(address: "smtp://127.0.0.1:\(server.port)")
        place.needsEncryption = false
        #expect(throws: Full.self) {
            try SMTPExchange(place, limit: 5, password: nil).send(
                Array("a: b\r\n\r\nc\r\n".utf8), from: "a@b.c", to: ["a@b.c"]
            ) { throw Full() }
        }
        #expect(server.mails.isEmpty)
    }
}
