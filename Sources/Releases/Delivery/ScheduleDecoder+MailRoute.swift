import Support

/// Reading of how a schedule sends mails.
extension ScheduleDecoder {
    static let mailKeys = [
        (name: "from", meaning: "the address of whoever sends", isRequired: true),
        (name: "server", meaning: "such as smtps://mail.example.org", isRequired: false),
        (name: "sendmail", meaning: "the path of the program sendmail", isRequired: false),
        (name: "user", meaning: "the name to log in with", isRequired: false),
        (name: "passwordFile", meaning: "a file of mode 0600 with the password", isRequired: false),
        (name: "passwordVariable", meaning: "the variable with the password", isRequired: false),
        (name: "encryption", meaning: "required or none", isRequired: false),
        (name: "authority", meaning: "a file with the certificates that are trusted", isRequired: false),
        (name: "attempts", meaning: "how often a mail is tried in one run", isRequired: false),
        (name: "pause", meaning: "seconds between two attempts", isRequired: false),
        (name: "timeout", meaning: "seconds that the other side may be silent", isRequired: false),
    ]

    /// How mails are sent.
    mutating func mailRoute(_ node: JSONNode, _ path: String) -> MailRoute? {
        guard let fields = object(node, at: path, noun: "a way of sending mails", keys: Self.mailKeys) else {
            return nil
        }
        let from = fields["from"].flatMap { mailAddress($0, join(path, "from")) }
        guard let taker = taker(fields, path), let from else { return nil }
        var route = MailRoute(from: from, taker: taker)
        if let count = fields["attempts"].flatMap({ whole($0, join(path, "attempts"), in: 1...10) }) {
            route.attempts = count
        }
        if let pause = fields["pause"].flatMap({ whole($0, join(path, "pause"), in: 0...600) }) { route.pause = pause }
        if let limit = fields["timeout"].flatMap({ whole($0, join(path, "timeout"), in: 1...3600) }) {
            route.limit = limit
        }
        return route
    }

    private mutating func taker(_ fields: [String: JSONNode], _ path: String) -> MailRoute.Taker? {
        switch (fields["server"], fields["sendmail"]) {
        case (let node?, nil): return server(node, fields, path).map { .server($0) }
        case (nil, let node?):
            for key in ["user", "passwordFile", "passwordVariable", "encryption", "authority"]
            where fields[key] != nil {
                add(join(path, key), "the program of 'sendmail' has no '\(key)'; it belongs to a 'server'")
            }
            return place(node, join(path, "sendmail")).map { .sendmail(program: $0) }
        default:
            add(
                path,
                "either 'server', such as smtps://mail.example.org, or 'sendmail', such as /usr/sbin/sendmail, is needed"
            )
            return nil
        }
    }

    private mutating func server(
        _ node: JSONNode, _ fields: [String: JSONNode], _ path: String
    ) -> MailRoute.Server? {
        guard let address = string(node, join(path, "server")) else { return nil }
        guard address.wholeMatch(of: /smtps?:\/\/[A-Za-z0-9.:\[\]-]+\/?/) != nil else {
            add(
                join(path, "server"),
                "not an address of a server; give one such as smtps://mail.example.org or smtp://mail.example.org:587, "
                    + "without a user and a password")
            return nil
        }
        var server = MailRoute.Server(address: address)
        server.authority = fields["authority"].flatMap { place($0, join(path, "authority")) }
        server.needsEncryption =
            fields["encryption"].flatMap {
                name($0, at: join(path, "encryption"), noun: "choice", known: ["required", "none"])
            } != "none"
        server.user = fields["user"].flatMap { string($0, join(path, "user")) }
        let file = fields["passwordFile"].flatMap { place($0, join(path, "passwordFile")) }
        let variable = fields["passwordVariable"].flatMap { string($0, join(path, "passwordVariable")) }
        server.password = file.map { .file($0) } ?? variable.map { .variable($0) }
        if file != nil, variable != nil {
            add(join(path, "passwordVariable"), "the password is in a file already: 'passwordFile'")
        }
        if (server.user == nil) != (server.password == nil) {
            add(path, "'user' goes together with 'passwordFile' or 'passwordVariable'")
        }
        if server.password != nil, !server.needsEncryption, address.hasPrefix("smtp:") {
            add(join(path, "encryption"), "a password is only sent over an encrypted connection; leave this key out")
        }
        return server
    }

    /// An address alone: a mail of this program has no name of a person.
    mutating func mailAddress(_ node: JSONNode, _ path: String) -> String? {
        guard let text = string(node, path) else { return nil }
        if text.wholeMatch(of: /[A-Za-z0-9.!#$%&'*+\/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*/) != nil {
            return text
        }
        add(path, "'\(text)' is not an address such as office@example.org; names of persons have no place in it")
        return nil
    }
}
