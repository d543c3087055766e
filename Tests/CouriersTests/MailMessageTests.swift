import Foundation
import Releases
import Support
import TestSupport
import Testing

@testable import Couriers

/// Mails as they are sent, read again by Python's own reader of mails.
struct MailMessageTests {
    private func message(_ subject: String, identity: String = "one") -> MailMessage {
        MailMessage(
            from: "office@example.org", to: ["a@example.org", "b@example.org"], subject: subject,
            plain: "Figures: 5\nالأرقام: ٥\n", page: "<p dir=\"rtl\">الأرقام</p>\n",
            attachments: [.init(name: "m-2019-03.pdf", type: "application/pdf", bytes: Array(0...255))],
            identity: identity, date: Date(timeIntervalSince1970: 1_795_845_600))
    }

    @Test(arguments: [
        "monthly: 2019-03", "التقرير الشهري: مارس ٢٠١٩، النسخة ٢، نهائي، للاطلاع والإفادة", "a\r\nBcc: x",
    ])
    func isReadAgain(_ subject: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(Data(message(subject).bytes), to: "mail")
        let script = """
            import email, email.policy, sys
            m = email.message_from_binary_file(open(sys.argv[1], "rb"), policy=email.policy.default)
            print(m["subject"]); print(m["to"]); print(m["bcc"]); print(m["auto-submitted"]); print(m["date"])
            print(m.get_body(("plain",)).get_content().replace("\\r\\n", "|"))
            print([(p.get_filename(), p.get_content() == bytes(range(256))) for p in m.iter_attachments()])
            print(max(len(l) for l in open(sys.argv[1], "rb").read().split(b"\\r\\n")) < 100, m.defects)
            """
        let read = try run(
            debianPython, ["-c", script, folder.path + "/mail"], environment: ["PYTHONUTF8": "1"])
        let lines = read.text.split(separator: "\n").map(String.init)
        try #require(lines.count == 8, "\(read.errors)\(read.text)")
        #expect(lines[0] == subject.replacing("\r\n", with: " "))
        #expect(lines[1] == "a@example.org, b@example.org" && lines[2] == "None" && lines[3] == "auto-generated")
        #expect(lines[4].contains("2026"))
        #expect(lines[5] == "Figures: 5|الأرقام: ٥|")
        #expect(lines[6] == "[('m-2019-03.pdf', True)]" && lines[7] == "True []")
    }

    /// Each attempt has the same identifier, and another mail has another one.
    @Test func identity() {
        func identifier(_ message: MailMessage) -> Substring? {
            String(decoding: message.bytes, as: UTF8.self).split(separator: "\r\n").first {
                $0.hasPrefix("Message-ID")
            }
        }
        #expect(identifier(message("x")) == identifier(message("x")))
        #expect(identifier(message("x")) != identifier(message("x", identity: "two")))
    }

    @Test func passwordsAreKept() throws {
        let folder = try TemporaryFolder(["secret": "a word\n"])
        let path = folder.path + "/secret"
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        #expect(try MailPassword(.file(path), [:]).text == "a word")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        let failure = #expect(throws: DeliveryFailure.self) { try MailPassword(.file(path), [:]) }
        #expect(failure?.kind == .denied && failure?.reason.en.contains("chmod 600") == true)
        #expect(try MailPassword(.variable("V"), ["V": "w"]).text == "w")
        #expect(throws: DeliveryFailure.self) { try MailPassword(.variable("V"), [:]) }
        #expect(throws: DeliveryFailure.self) { try MailPassword(.file(folder.path + "/none"), [:]) }
    }
}
