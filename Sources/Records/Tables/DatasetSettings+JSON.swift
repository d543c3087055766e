import Foundation
import Support
import TrainingStats

/// Reads `dataset.json` and collects all that is wrong with it, each with its line.
struct SettingsDecoder: JSONDecoding {
    /// A key that the contract does not know, with its line.
    typealias UnknownKey = (key: String, line: Int)

    var problems: [JSONProblem] = []
    /// The headings of the tables of the dataset.
    let headings: (RecordTable) -> KnownHeadings
    /// Identifiers that attributes cannot have.
    let takenNames: [String]

    static let keys = [
        "title", "custodian", "timeZone", "fiscalYearStart", "fiscalYearNamedBy", "academicYearStart", "currency",
        "trainedStatuses", "trainedKinds", "hoursPerDay", "calendar", "repeatedParticipations", "traineeIdentifiers",
        "scores",
        "maxRecordBytes", "maxFieldBytes", "maxFields", "attributes", "bands",
    ]

    /// The settings that a file gives, the rest at their defaults, and its unknown keys in their order.
    ///
    /// Columns that it declares are looked up among `headings`.
    ///
    /// - Throws: ``ReadError/badSettings(path:problems:)`` with everything that is wrong.
    static func decode(
        _ bytes: [UInt8], path: String, headings: @escaping (RecordTable) -> KnownHeadings = { _ in .unreadable },
        takenNames: [String] = []
    ) throws(ReadError) -> (settings: DatasetSettings, unknownKeys: [UnknownKey]) {
        let document: JSONDocument
        do throws(JSONReader.Fault) {
            // As in most readers of JSON.
            document = try JSONReader.read(bytes, repeatedKeys: .lastCounts)
        } catch {
            throw .badSettings(
                path: path,
                problems: [JSONProblem(path: "character \(error.column)", message: error.reason, line: error.line)])
        }
        guard case .object(let members) = document.root else {
            throw .badSettings(
                path: path, problems: [JSONProblem(path: "the file", message: "it is not a JSON object", line: 1)])
        }
        var decoder = SettingsDecoder(headings: headings, takenNames: takenNames)
        let settings = decoder.settings(
            Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { _, last in last }))
        guard decoder.problems.isEmpty else {
            let placed = decoder.problems.map { problem in
                JSONProblem(
                    path: problem.path, message: problem.advice.shortened(to: 400),
                    line: document.line(of: problem.path))
            }
            throw .badSettings(path: path, problems: placed.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
        }
        let unknown = members.map(\.key).filter { !keys.contains($0) }
        return (settings, unknown.map { ($0, document.line(of: $0)) })
    }

    private mutating func settings(_ fields: [String: JSONNode]) -> DatasetSettings {
        var settings = DatasetSettings()
        settings.title = fields["title"].flatMap { bilingual($0, at: "title") }
        settings.custodian = fields["custodian"].flatMap { bilingual($0, at: "custodian") }
        if let zone = fields["timeZone"].flatMap({ timeZone($0) }) { settings.timeZone = zone }
        if let start = fields["fiscalYearStart"].flatMap({ yearStart($0, at: "fiscalYearStart") }) {
            settings.calendar.fiscalYearStart = start
        }
        if let start = fields["academicYearStart"].flatMap({ yearStart($0, at: "academicYearStart") }) {
            settings.calendar.academicYearStart = start
        }
        let fiscalYearName = fields["fiscalYearNamedBy"]
        if let name: CalendarSettings.NamedBy = fiscalYearName.flatMap({ code($0, at: "fiscalYearNamedBy") }) {
            settings.calendar.fiscalYearNamedBy = name
        }
        let recordCalendar = fields["calendar"]
        if let calendar: CalendarSettings.RecordCalendar = recordCalendar.flatMap({ code($0, at: "calendar") }) {
            settings.calendar.ofRecords = calendar
        }
        let repeated = fields["repeatedParticipations"]
        if let rule: RepeatedParticipations = repeated.flatMap({ code($0, at: "repeatedParticipations") }) {
            settings.repeatedParticipations = rule
        }
        let identifiers = fields["traineeIdentifiers"]
        if let meaning: TraineeIdentifiers = identifiers.flatMap({ code($0, at: "traineeIdentifiers") }) {
            settings.traineeIdentifiers = meaning
        }
        if let scores: ScoreExpectation = fields["scores"].flatMap({ code($0, at: "scores") }) {
            settings.scores = scores
        }
        if let currency = fields["currency"].flatMap({ currency($0) }) { settings.currency = currency }
        if let statuses: Set<ParticipationStatus> = fields["trainedStatuses"].flatMap({
            codes($0, at: "trainedStatuses")
        }) {
            settings.trainedStatuses = statuses
        }
        if let kinds: Set<ActivityKind> = fields["trainedKinds"].flatMap({ codes($0, at: "trainedKinds") }) {
            settings.trainedKinds = kinds
        }
        for (key, limit) in Self.limits {
            if let count = fields[key].flatMap({ wholeNumber($0, at: key) }) { settings.limits[keyPath: limit] = count }
        }
        if let hours = fields["hoursPerDay"].flatMap({ hours($0) }) { settings.hoursPerDay = hours }
        settings.bands = fields["bands"].map { bands($0) } ?? [:]
        settings.attributes = fields["attributes"].map { attributes($0) } ?? []
        return settings
    }

    private mutating func text(_ node: JSONNode, at path: String) -> String? {
        if case .string(let text) = node { return text }
        add(path, "it is not a text")
        return nil
    }

    mutating func bilingual(_ node: JSONNode, at path: String) -> BilingualText? {
        if case .object(let members) = node, case .string(let english)? = members.last(where: { $0.key == "en" })?.value
        {
            switch members.last(where: { $0.key == "ar" })?.value {
            case nil: return BilingualText(en: english)
            case .string(let arabic): return BilingualText(en: english, ar: arabic)
            default: break
            }
        }
        add(path, "it is not of the form {\"en\": \"...\", \"ar\": \"...\"}")
        return nil
    }

    private mutating func timeZone(_ node: JSONNode) -> String? {
        guard let zone = text(node, at: "timeZone") else { return nil }
        if TimeZone(identifier: zone) != nil { return zone }
        add("timeZone", "'\(zone)' is not an IANA time zone such as Asia/Kuwait")
        return nil
    }

    private mutating func currency(_ node: JSONNode) -> String? {
        guard let currency = text(node, at: "currency") else { return nil }
        if currency.count == 3, currency.allSatisfy({ $0.isASCII && $0.isUppercase }) { return currency }
        add("currency", "'\(currency)' is not an ISO 4217 code such as KWD")
        return nil
    }

    private mutating func yearStart(_ node: JSONNode, at path: String) -> CalendarSettings.YearStart? {
        guard let text = text(node, at: path) else { return nil }
        if let start = CalendarSettings.YearStart(text) { return start }
        add(path, "'\(text)' is not a day of every year in the form MM-DD, such as 04-01")
        return nil
    }

    private mutating func hours(_ node: JSONNode) -> ExactDecimal? {
        if case .number(let text) = node {
            // JSON has more ways to write a number: 6e0, or more decimals than count.
            let exact = ExactDecimal(text) ?? Double(text).flatMap { ExactDecimal("\($0)") }
            if let exact, exact > .zero { return exact }
        }
        add("hoursPerDay", "it is not a number above 0")
        return nil
    }

    /// The keys of limits.
    private static var limits: [(key: String, limit: WritableKeyPath<RecordLimits, Int>)] {
        [("maxRecordBytes", \.record), ("maxFieldBytes", \.field), ("maxFields", \.fields)]
    }

    private mutating func wholeNumber(_ node: JSONNode, at path: String) -> Int? {
        if case .number(let text) = node, let count = Int(text), (1...1_000_000_000_000).contains(count) {
            return count
        }
        add(path, "it is not a whole number from 1 to 1000000000000")
        return nil
    }

    private mutating func codes<Code: NamedCode>(_ node: JSONNode, at path: String) -> Set<Code>? {
        guard case .array(let elements) = node else {
            add(path, "it is not a list of texts")
            return nil
        }
        var codes: Set<Code> = []
        for (index, element) in elements.enumerated() {
            if let code: Code = code(element, at: JSONDocument.path(ofElement: index, in: path)) { codes.insert(code) }
        }
        return codes
    }

    private mutating func code<Code: NamedCode>(_ node: JSONNode, at path: String) -> Code? {
        guard let text = text(node, at: path) else { return nil }
        if let code = Code(spelling: text) { return code }
        let known = Code.allCases.map(\.rawValue)
        add(
            path,
            "'\(text.shortened())' is not one of \(Spelling.list(known).en)"
                + Spelling.ending(suggesting: Spelling.nearest(to: text, among: known), .en))
        return nil
    }
}

extension DatasetSettings {
    /// The settings that a JSON text gives; `path` is what messages call it.
    ///
    /// - Throws: ``ReadError/badSettings(path:problems:)`` with everything that is wrong.
    package static func decode(_ bytes: [UInt8], path: String) throws(ReadError) -> DatasetSettings {
        try SettingsDecoder.decode(bytes, path: path).settings
    }
}
