import Foundation
import Support
import TrainingStats

/// Reads `dataset.json`; each wrong value is named by its key.
struct SettingsDecoder {
    let path: String
    /// Keys that the contract does not know, in alphabetical order.
    private(set) var unknownKeys: [String] = []

    static let keys = [
        "title", "custodian", "timeZone", "fiscalYearStart", "fiscalYearNamedBy", "academicYearStart", "currency",
        "trainedStatuses", "trainedKinds", "hoursPerDay",
    ]

    init(path: String) { self.path = path }

    /// The settings that the file gives, the rest at their defaults.
    mutating func decode(_ data: Data) throws(ReadError) -> DatasetSettings {
        let json: Any
        do {
            json = try JSONSerialization.jsonObject(with: data)
        } catch {
            let detail = (error as NSError).userInfo["NSDebugDescription"] as? String
            throw wrong("the file", detail ?? "it is not JSON")
        }
        guard let object = json as? [String: Any] else { throw wrong("the file", "it is not a JSON object") }
        unknownKeys = object.keys.filter { !Self.keys.contains($0) }.sorted()
        var settings = DatasetSettings()
        settings.title = try bilingual(object, "title")
        settings.custodian = try bilingual(object, "custodian")
        if let zone = try string(object, "timeZone") {
            guard TimeZone(identifier: zone) != nil else {
                throw wrong("timeZone", "'\(zone)' is not an IANA time zone such as Asia/Kuwait")
            }
            settings.timeZone = zone
        }
        if let start = try yearStart(object, "fiscalYearStart") { settings.calendar.fiscalYearStart = start }
        if let start = try yearStart(object, "academicYearStart") { settings.calendar.academicYearStart = start }
        if let name = try string(object, "fiscalYearNamedBy") {
            settings.calendar.fiscalYearNamedBy = try code(name, "fiscalYearNamedBy")
        }
        if let currency = try string(object, "currency") {
            guard currency.count == 3, currency.allSatisfy({ $0.isASCII && $0.isUppercase }) else {
                throw wrong("currency", "'\(currency)' is not an ISO 4217 code such as KWD")
            }
            settings.currency = currency
        }
        if let statuses = try codes(object, "trainedStatuses", of: ParticipationStatus.self) {
            settings.trainedStatuses = statuses
        }
        if let kinds = try codes(object, "trainedKinds", of: ActivityKind.self) { settings.trainedKinds = kinds }
        if let hours = object["hoursPerDay"] {
            // JSON's true and false are numbers to Foundation, told by their type alone.
            guard let number = hours as? NSNumber, String(cString: number.objCType) != "c",
                let exact = ExactDecimal("\(number)"), exact > .zero
            else {
                throw wrong("hoursPerDay", "it is not a number above 0")
            }
            settings.hoursPerDay = exact
        }
        return settings
    }

    private func wrong(_ place: String, _ reason: String) -> ReadError {
        .badSettings(path: path, place: place, reason: reason.shortened(to: 400))
    }

    private func string(_ object: [String: Any], _ key: String) throws(ReadError) -> String? {
        guard let value = object[key] else { return nil }
        guard let text = value as? String else { throw wrong(key, "it is not a text") }
        return text
    }

    private func bilingual(_ object: [String: Any], _ key: String) throws(ReadError) -> BilingualText? {
        guard let value = object[key] else { return nil }
        guard let texts = value as? [String: Any], let en = texts["en"] as? String,
            texts["ar"] == nil || texts["ar"] is String
        else {
            throw wrong(key, "it is not of the form {\"en\": \"...\", \"ar\": \"...\"}")
        }
        return BilingualText(en: en, ar: texts["ar"] as? String)
    }

    private func yearStart(_ object: [String: Any], _ key: String) throws(ReadError) -> CalendarSettings.YearStart? {
        guard let text = try string(object, key) else { return nil }
        guard let start = CalendarSettings.YearStart(text) else {
            throw wrong(key, "'\(text)' is not a day of every year in the form MM-DD, such as 04-01")
        }
        return start
    }

    private func codes<Code: RawRepresentable & CaseIterable & Hashable>(
        _ object: [String: Any], _ key: String, of type: Code.Type
    ) throws(ReadError) -> Set<Code>? where Code.RawValue == String {
        guard let value = object[key] else { return nil }
        guard let texts = value as? [String] else { throw wrong(key, "it is not a list of texts") }
        var codes: Set<Code> = []
        for text in texts { codes.insert(try code(text, key)) }
        return codes
    }

    private func code<Code: RawRepresentable & CaseIterable>(_ text: String, _ key: String) throws(ReadError) -> Code
    where Code.RawValue == String {
        if let code = Code(rawValue: text) { return code }
        throw wrong(key, "'\(text)' is none of \(Code.allCases.map(\.rawValue).joined(separator: ", "))")
    }
}
