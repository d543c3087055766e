import Reporting
import Support

/// Reading of what a schedule says about deliveries.
extension ScheduleDecoder {
    static let deliveryKeys = [
        (name: "name", meaning: "small letters, digits and hyphens", isRequired: true),
        (name: "when", meaning: "always, revision, missed-target or overdue", isRequired: false),
        (name: "to", meaning: "the addresses that get a mail", isRequired: false),
        (name: "subject", meaning: "the subject in both languages", isRequired: false),
        (name: "text", meaning: "the text in both languages", isRequired: false),
        (name: "language", meaning: "en, ar or both", isRequired: false),
        (name: "attach", meaning: "the formats that are attached", isRequired: false),
        (name: "smallCells", meaning: "allowed, if the explorer may be attached", isRequired: false),
        (name: "command", meaning: "a program and its arguments", isRequired: false),
        (name: "timeout", meaning: "seconds that the program may take", isRequired: false),
    ]

    /// Keys of mails alone, and of commands alone.
    private static let ofMails = ["subject", "text", "language", "attach", "smallCells"]
    private static let ofCommands = ["timeout"]

    /// The deliveries of a report.
    mutating func deliveries(_ node: JSONNode, _ path: String, of report: ScheduledReport) -> [Delivery] {
        var deliveries: [Delivery] = []
        for (path, element) in list(node, path) {
            guard let delivery = delivery(element, path, of: report) else { continue }
            if deliveries.contains(where: { $0.name == delivery.name }) {
                add(join(path, "name"), "there are two deliveries '\(delivery.name)'")
            }
            deliveries.append(delivery)
        }
        return deliveries
    }

    private mutating func delivery(_ node: JSONNode, _ path: String, of report: ScheduledReport) -> Delivery? {
        guard let fields = object(node, at: path, noun: "a delivery", keys: Self.deliveryKeys) else { return nil }
        let name = fields["name"].flatMap { identifier($0, join(path, "name")) }
        let occasion = fields["when"].flatMap {
            self.name($0, at: join(path, "when"), noun: "occasion", known: Delivery.Occasion.allCases.map(\.rawValue))
                .flatMap(Delivery.Occasion.init)
        }
        let way: Delivery.Way?
        switch (fields["to"], fields["command"]) {
        case (let to?, nil):
            refuse(Self.ofCommands, of: fields, path, belongingTo: "a command")
            way = mail(to, fields, path, of: report).map { .mail($0) }
        case (nil, let command?):
            refuse(Self.ofMails, of: fields, path, belongingTo: "a mail")
            way = commandLine(command, fields, path).map { .command($0) }
        default:
            add(path, "either 'to', for a mail, or 'command' is needed")
            way = nil
        }
        guard let name, let way else { return nil }
        return Delivery(name: name, when: occasion ?? .always, way: way)
    }

    private mutating func refuse(
        _ keys: [String], of fields: [String: JSONNode], _ path: String, belongingTo owner: String
    ) {
        for key in keys where fields[key] != nil { add(join(path, key), "'\(key)' belongs to \(owner)") }
    }

    private mutating func mail(
        _ node: JSONNode, _ fields: [String: JSONNode], _ path: String, of report: ScheduledReport
    ) -> Delivery.Mail? {
        let elements = list(node, join(path, "to"))
        let to = elements.compactMap { mailAddress($1, $0) }
        for (index, address) in to.enumerated() where to[..<index].contains(address) {
            add(join(path, "to"), "'\(address)' is given twice")
        }
        guard !to.isEmpty else { return nil }
        var mail = Delivery.Mail(to: to)
        mail.subject = fields["subject"].flatMap { template($0, join(path, "subject"), MailValue.ofSubjects) }
        mail.text = fields["text"].flatMap { template($0, join(path, "text"), MailValue.allCases) }
        if let language = fields["language"].flatMap({
            name($0, at: join(path, "language"), noun: "language", known: Language.allCases.map(\.rawValue) + ["both"])
        }) {
            mail.languages = Language(rawValue: language).map { [$0] } ?? Language.allCases
        }
        if !report.languages.isEmpty, let language = mail.languages.first(where: { !report.languages.contains($0) }) {
            add(join(path, "language"), "'\(language.rawValue)' is not among the languages of the report")
        }
        mail.attachments =
            fields["attach"].map {
                names(
                    $0, at: join(path, "attach"), noun: "format", known: OutputFormat.ofReports.map(\.rawValue)
                ).compactMap { OutputFormat(rawValue: $0) }
            } ?? []
        if let format = mail.attachments.first(where: { !report.mayHave($0) }) {
            add(join(path, "attach"), "'\(format.rawValue)' is not among the formats of the report")
        }
        let allowance = fields["smallCells"].flatMap {
            name($0, at: join(path, "smallCells"), noun: "choice", known: ["allowed"])
        }
        if mail.attachments.contains(.explore), allowance == nil {
            add(
                join(path, "attach"),
                "the explorer has figures of few persons, down to a single one, which whoever gets it can see; leave 'explore' out, "
                    + "or write \"smallCells\": \"allowed\" if all who get the mail may see the records")
        }
        return mail
    }

    private mutating func commandLine(
        _ node: JSONNode, _ fields: [String: JSONNode], _ path: String
    ) -> Delivery.CommandLine? {
        let elements = list(node, join(path, "command"))
        guard let first = elements.first else { return nil }
        guard let program = place(first.node, first.path) else { return nil }
        let arguments = elements.dropFirst().compactMap { string($0.node, $0.path) }
        guard arguments.allSatisfy({ !$0.contains("\0") }) else {
            add(join(path, "command"), "an argument has a character that no argument can have")
            return nil
        }
        var command = Delivery.CommandLine(program: program, arguments: arguments)
        if let limit = fields["timeout"].flatMap({ whole($0, join(path, "timeout"), in: 1...86_400) }) {
            command.limit = limit
        }
        return command
    }

    /// A text of a mail in both languages, with some of the values in place of `{name}`.
    private mutating func template(_ node: JSONNode, _ path: String, _ values: [MailValue]) -> BilingualText? {
        guard let text = bilingualText(node, path) else { return nil }
        let names = values.map(\.rawValue)
        for (key, text) in [("en", text.en), ("ar", text.ar ?? "")] {
            for match in text.matches(of: /\{([^{}]*)\}/) where !names.contains(String(match.1)) {
                let isKnown = MailValue(rawValue: String(match.1)) != nil
                problems.append(
                    JSONProblem(
                        path: join(path, key),
                        message: isKnown
                            ? "a subject has no '{\(match.1)}'; put it into 'text'"
                            : "there is no value '{\(match.1)}'",
                        misspelling: isKnown ? nil : .init(text: String(match.1), candidates: names)))
            }
        }
        return text
    }
}

/// The values that texts of mails can have in place of their names in braces.
package enum MailValue: String, CaseIterable, Sendable {
    case report, period, revision, state, day, figures

    /// Those of a subject, which is one line.
    static let ofSubjects = allCases.filter { $0 != .figures }
}

extension ScheduledReport {
    /// Whether its releases can have a format, as far as the schedule says.
    fileprivate func mayHave(_ format: OutputFormat) -> Bool {
        format == .csv || formats.contains(format) || formats.isEmpty
    }
}
