import Foundation
import Support

/// Where a server of Spark Connect is, and which records of it are meant, as Spark writes it:
/// `sc://HOST[:PORT][/DATABASE][;KEY=VALUE]...`.
package struct SparkAddress: Hashable, Sendable {
    /// What an address starts with.
    package static let scheme = "sc://"
    /// The port where none is given, as Spark has it.
    private static let usualPort = 15002

    /// The host: a name or an address, IPv6 without brackets.
    package let host: String
    package let port: Int
    /// The database, as the parts of its name: catalogue and database; empty for the one that the server uses by itself.
    package let database: [String]
    /// The folder of a lake whose files are the tables; nil if the tables are those of the database.
    package private(set) var lake: String?
    /// Whether the connection is encrypted.
    package private(set) var usesTLS = false
    /// Whom the server is told; it does not prove anything.
    package private(set) var user = "tadrib"

    /// The address that a text is.
    package init(_ text: String) throws(SparkError) {
        guard text.hasPrefix(Self.scheme) else {
            throw Self.error(.init(en: "it does not start with sc://", ar: "لا يبدأ بـ sc://"))
        }
        let parts = text.dropFirst(Self.scheme.count).split(separator: ";", omittingEmptySubsequences: false)
        let place = parts[0].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard !parts[0].contains("@") else { throw Self.secret("user@") }
        guard !text.contains("?") else {
            throw Self.error(
                .init(
                    en: "parameters follow a semicolon, as in sc://host:15002/database;use_ssl=true",
                    ar: "تأتي المعاملات بعد فاصلة منقوطة، مثل sc://host:15002/database;use_ssl=true"))
        }
        (host, port) = try Self.hostAndPort(place[0])
        let name = place.count > 1 ? place[1] : ""
        var database: [String] = []
        for part in name.split(separator: ".", omittingEmptySubsequences: false) where !name.isEmpty {
            guard let decoded = String(part).removingPercentEncoding, !decoded.isEmpty, !decoded.contains("/") else {
                throw Self.error(
                    .init(en: "it names no database: '\(name)'", ar: "لا يسمي قاعدة بيانات: «\(name)»"))
            }
            database.append(decoded)
        }
        self.database = database
        for part in parts.dropFirst() where !part.isEmpty { try take(part) }
        guard lake == nil || database.isEmpty else {
            throw Self.error(
                .init(en: "give a database or lake=FOLDER, not both", ar: "اذكر قاعدة بيانات أو lake=FOLDER، لا كليهما")
            )
        }
    }

    /// The address as messages show it; it holds no secrets.
    package var text: String {
        var text =
            Self.scheme + (host.contains(":") ? "[\(host)]" : host) + ":\(port)/" + database.joined(separator: ".")
        if usesTLS { text += ";use_ssl=true" }
        if let lake { text += ";lake=" + lake }
        return text
    }

    /// The start of the URL of all calls.
    var url: String { "\(usesTLS ? "https" : "http")://\(host.contains(":") ? "[\(host)]" : host):\(port)" }

    /// Whether the server is on this machine, so that nobody else sees what is sent.
    var isLoopback: Bool {
        if ["localhost", "::1"].contains(host) { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return numbers.count == 4 && numbers[0] == 127 && !numbers.contains(nil)
    }

    private mutating func take(_ part: Substring) throws(SparkError) {
        let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let key = String(pair[0])
        guard pair.count == 2, let value = String(pair[1]).removingPercentEncoding, !value.isEmpty,
            !value.utf8.contains(0)
        else {
            // What stands there may be a secret, and is not shown.
            throw Self.error(.init(en: "a parameter is KEY=VALUE", ar: "المعامل هو KEY=VALUE"))
        }
        switch (key, value) {
        case ("use_ssl", "true"), ("use_ssl", "false"): usesTLS = value == "true"
        case ("user_id", _): user = value
        case ("lake", _) where !value.hasPrefix("/") && !value.contains("://"):
            throw Self.error(
                .init(
                    en:
                        "lake= is a folder as the server sees it, from the root on or with a scheme: lake=/data/training",
                    ar: "lake= مجلد كما يراه الخادم، من الجذر أو بمخطط: lake=/data/training"))
        case ("lake", _): lake = value.count > 1 && value.hasSuffix("/") ? String(value.dropLast()) : value
        case ("token", _): throw Self.secret("token=")
        default:
            throw Self.error(
                .init(
                    en: "parameter '\(key.shortened())': give use_ssl=true or false, user_id=NAME or lake=FOLDER",
                    ar: "المعامل «\(key.shortened())»: اذكر use_ssl=true أو false، أو user_id=NAME، أو lake=FOLDER"))
        }
    }

    private static func hostAndPort(_ text: Substring) throws(SparkError) -> (String, Int) {
        var host = text
        var port: Substring?
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            host = text[text.index(after: text.startIndex)..<end]
            let rest = text[text.index(after: end)...]
            port = rest.isEmpty ? nil : rest.hasPrefix(":") ? rest.dropFirst() : ""
        } else if let colon = text.lastIndex(of: ":") {
            (host, port) = (text[..<colon], text[text.index(after: colon)...])
        }
        let number = port.map { Int($0) } ?? usualPort
        let isName = host.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                true
            case UInt8(ascii: ":"): text.hasPrefix("[")
            default: false
            }
        }
        guard !host.isEmpty, isName, let number, (1...65535).contains(number) else {
            throw error(.init(en: "it names no host and port", ar: "لا يسمي مضيفاً ومنفذاً"))
        }
        return (String(host), number)
    }

    private static func secret(_ what: String) -> SparkError {
        error(
            .init(
                en:
                    "\(what) does not belong there, where others can read it; put the token into TADRIB_SPARK_TOKEN, or into a "
                    + "file that TADRIB_SPARK_TOKEN_FILE names",
                ar: "لا مكان لـ \(what.isolated) هنا حيث يقرؤه غيرك؛ ضع الرمز في TADRIB_SPARK_TOKEN أو في ملف يسميه "
                    + "TADRIB_SPARK_TOKEN_FILE"))
    }

    private static func error(_ reason: BilingualText) -> SparkError {
        SparkError(
            .address,
            .init(
                en: reason.en + " (sc://HOST:PORT/DATABASE;use_ssl=true)",
                ar: reason(.ar) + " (sc://HOST:PORT/DATABASE;use_ssl=true)"))
    }
}
