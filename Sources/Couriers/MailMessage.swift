import Foundation
import Support

/// A mail as it is sent (RFC 5322 and 2045): texts in UTF-8, files as they are.
struct MailMessage {
    /// A file that is attached.
    struct Attachment {
        /// Its name, without letters that need an encoding.
        let name: String
        /// Its kind: `application/pdf`.
        let type: String
        let bytes: [UInt8]
    }

    let from: String
    let to: [String]
    let subject: String
    /// The text as it is.
    let plain: String
    /// The same as a page.
    let page: String
    let attachments: [Attachment]
    /// What the mail is known by again; each attempt to send it has the same.
    let identity: String
    let date: Date

    /// The lines of the mail, each with CR and LF.
    var bytes: [UInt8] {
        let key = String(SHA256.hexadecimal(of: Array(identity.utf8)).prefix(32))
        let domain = from.split(separator: "@").last.map(String.init) ?? "localhost"
        // No line of base64 has these characters.
        let (outer, inner) = ("=_outer_\(key)", "=_inner_\(key)")
        var lines = [
            "From: <\(from)>", "To: " + to.map { "<\($0)>" }.joined(separator: ",\r\n "),
            "Subject: " + Self.encodedWords(subject), "Date: " + Self.text(of: date),
            "Message-ID: <\(key)@\(domain)>",
            // No program is to answer, and none that answers while somebody is away does (RFC 3834).
            "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=\"\(outer)\"", "", "--" + outer,
            "Content-Type: multipart/alternative; boundary=\"\(inner)\"", "",
        ]
        for (type, text) in [("text/plain", plain), ("text/html", page)] {
            lines += ["--" + inner, "Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: base64", ""]
            lines += Self.base64(Array(text.replacing("\n", with: "\r\n").utf8))
        }
        lines.append("--\(inner)--")
        for file in attachments {
            lines += [
                "--" + outer, "Content-Type: \(file.type); name=\"\(file.name)\"",
                "Content-Disposition: attachment; filename=\"\(file.name)\"", "Content-Transfer-Encoding: base64", "",
            ]
            lines += Self.base64(file.bytes)
        }
        lines += ["--\(outer)--", ""]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    /// Bytes in base64, in lines of 76 characters.
    private static func base64(_ bytes: [UInt8]) -> [String] {
        let text = Data(bytes).base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn])
        return text.split(separator: "\r").map(String.init)
    }

    /// A text of a header, in encoded words (RFC 2047) of at most 75 characters if it has other characters than ASCII.
    static func encodedWords(_ text: String) -> String {
        let text = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }), text.utf8.count < 60 { return text }
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if words[words.count - 1].count + bytes.count > 45 { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// A time as mails have it, in UTC: `Sat, 28 Nov 2026 06:00:00 +0000`.
    static func text(of date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second, .weekday], from: date)
        func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(days[((parts.weekday ?? 1) - 1) % 7]), \(two(parts.day)) \(months[((parts.month ?? 1) - 1) % 12]) "
            + "\(parts.year ?? 1970) \(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)) +0000"
    }
}
