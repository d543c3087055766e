import Support

/// A PostgreSQL database as an address in libpq's form names it: `postgresql://user@host:5432/training`.
///
/// Whatever is shown of it has no password.
package struct PostgreSQLAddress: Hashable, Sendable {
    /// What addresses start with.
    private static let schemes = ["postgresql:", "postgres:"]
    /// What may be shown of the part behind the question mark.
    private static let harmless: Set<String> = [
        "host", "hostaddr", "port", "dbname", "user", "service", "sslmode", "options", "target_session_attrs",
        "connect_timeout", "application_name",
    ]

    /// The address as it was typed, with a password if it has one.
    let text: String
    /// The schema with the tables; nil for the first one in the connection's search path.
    let schema: String?

    /// The address that a text is; nil if it is something else.
    init?(_ text: String, schema: String?) {
        guard Self.schemes.contains(where: text.hasPrefix) else { return nil }
        self.text = text
        self.schema = schema
    }

    /// The address without a password, and with nothing of it that cannot be read for certain.
    package var shown: String { Self.shown(text) }

    /// Whether libpq and people understand the same by it.
    var isPlain: Bool { !shown.hasSuffix("…") }

    /// A text that may hold addresses, with these as they are shown.
    package static func withoutPasswords(_ text: String) -> String {
        guard text.contains("postgres") else { return text }
        return text.replacing(/postgres(?:ql)?:[^\s'"«»;؛]*/) { shown(String($0.output)) }
    }

    private static func shown(_ text: String) -> String {
        guard let scheme = schemes.first(where: text.hasPrefix), text.hasPrefix(scheme + "//") else {
            return (schemes.first(where: text.hasPrefix) ?? "") + "//…"
        }
        let start = scheme + "//"
        let hidden = start + "…"
        // Scalars, as an @ with a mark upon it is one for libpq.
        var rest = text.unicodeScalars.dropFirst(start.unicodeScalars.count)
        var user = ""
        // As libpq has it: user and password end at the first @ in front of any slash.
        if let end = rest.firstIndex(where: { $0 == "@" || $0 == "/" }), rest[end] == "@" {
            user = String(String.UnicodeScalarView(rest[..<end].prefix { $0 != ":" })) + "@"
            rest = rest[rest.index(after: end)...]
        }
        let place = rest.prefix { $0 != "?" }
        // Another @, or a port that is none, is part of a password which is not written as an address needs it.
        guard !rest.contains("@"), hasPorts(place.prefix { $0 != "/" }) else { return hidden }
        let query = rest.dropFirst(place.count + 1).split(separator: "&").map { String(String.UnicodeScalarView($0)) }
            .filter { part in harmless.contains(String(part.prefix { $0 != "=" })) }
        return start + user + String(String.UnicodeScalarView(place))
            + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    /// Whether hosts have ports that are numbers, or none.
    private static func hasPorts(_ hosts: Substring.UnicodeScalarView) -> Bool {
        hosts.split(separator: ",").allSatisfy { host in
            // An address of IPv6 has colons within brackets.
            let name = host.lastIndex(of: "]").map { host[host.index(after: $0)...] } ?? host
            guard let colon = name.firstIndex(of: ":") else { return true }
            return name[name.index(after: colon)...].allSatisfy { ("0"..."9").contains($0) }
        }
    }
}
