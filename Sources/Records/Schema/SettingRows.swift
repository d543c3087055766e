import Foundation
import Support
import TrainingStats

/// The settings of a dataset as rows of keys and texts, in both directions.
package enum SettingRows {
    /// A row of the settings sheet.
    package struct Row: Hashable, Sendable {
        /// Its number on the sheet, from 1 on.
        package var number: Int
        /// The key, as it stands.
        package var key: String
        /// The value, as it stands.
        package var value: String

        /// A row given by its cells.
        package init(number: Int, key: String, value: String) {
            self.number = number
            self.key = key
            self.value = value
        }
    }

    /// The JSON text of `dataset.json` that says the same; the value of a row stands on the line of its number.
    ///
    /// Rows without a value say nothing. A title or custodian stands where its first row is.
    package static func json(_ rows: [Row]) -> [UInt8] {
        var text = "{"
        var line = 1
        var isFirst = true
        func add(_ key: String, _ value: String, at number: Int) {
            if !isFirst { text += "," }
            isFirst = false
            while line < number {
                text += "\n"
                line += 1
            }
            text += "\(quoted(key)): \(value)"
        }
        let filled = rows.filter { !$0.value.allSatisfy(\.isWhitespace) }.sorted { $0.number < $1.number }
        var written: Set<String> = []
        for row in filled {
            guard let field = SettingField(named: row.key) else {
                add(row.key, quoted(row.value), at: row.number)
                continue
            }
            guard let group = field.group else {
                add(field.rawValue, value(row.value, of: field), at: row.number)
                continue
            }
            guard written.insert(group).inserted else { continue }
            let members = filled.compactMap { other -> String? in
                guard let part = SettingField(named: other.key), part.group == group else { return nil }
                return "\(quoted(part.rawValue.suffix(2).description)): \(quoted(other.value))"
            }
            add(group, "{" + members.joined(separator: ", ") + "}", at: row.number)
        }
        return Array((text + "}\n").utf8)
    }

    /// The rows that state settings, in the order of the contract; limits only where they are not the usual ones.
    package static func rows(of settings: DatasetSettings, _ language: Language) -> [(
        field: SettingField, value: String
    )] {
        SettingField.allCases.compactMap { field in text(of: field, in: settings, language).map { (field, $0) } }
    }

    private static func text(of field: SettingField, in settings: DatasetSettings, _ language: Language) -> String? {
        let usual = RecordLimits()
        func limit(_ path: KeyPath<RecordLimits, Int>) -> String? {
            settings.limits[keyPath: path] == usual[keyPath: path] ? nil : String(settings.limits[keyPath: path])
        }
        func list<Code: NamedCode>(_ codes: Set<Code>) -> String {
            Code.allCases.filter(codes.contains).map { $0.name?(language) ?? $0.rawValue }
                .joined(separator: BilingualText(en: ", ", ar: "، ")(language))
        }
        return switch field {
        case .titleEn: settings.title?.en ?? ""
        case .titleAr: settings.title?.ar ?? ""
        case .custodianEn: settings.custodian?.en ?? ""
        case .custodianAr: settings.custodian?.ar ?? ""
        case .timeZone: settings.timeZone
        case .fiscalYearStart: settings.calendar.statedFiscalYearStart?.text ?? ""
        case .fiscalYearNamedBy: settings.calendar.fiscalYearNamedBy.rawValue
        case .academicYearStart: settings.calendar.academicYearStart.text
        case .currency: settings.currency
        case .trainedStatuses: list(settings.trainedStatuses)
        case .trainedKinds: list(settings.trainedKinds)
        case .hoursPerDay: "\(settings.hoursPerDay)"
        case .calendar: settings.calendar.ofRecords.rawValue
        case .repeatedParticipations: settings.repeatedParticipations.rawValue
        case .traineeIdentifiers: settings.traineeIdentifiers.rawValue
        case .scores: settings.scores.rawValue
        case .maxRecordBytes: limit(\.record)
        case .maxFieldBytes: limit(\.field)
        case .maxFields: limit(\.fields)
        case .bands: settings.bandsJSON?.text.trimmingCharacters(in: .newlines)
        case .attributes: settings.attributesJSON?.text.trimmingCharacters(in: .newlines)
        }
    }

    private static func value(_ text: String, of field: SettingField) -> String {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        switch field {
        case .trainedStatuses, .trainedKinds:
            let parts = text.split { ",،;؛\n".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }
            return "[" + parts.filter { !$0.isEmpty }.map(quoted).joined(separator: ", ") + "]"
        case .hoursPerDay, .maxRecordBytes, .maxFieldBytes, .maxFields:
            // What is no number stays a text, which the reader of the settings refuses with the reason.
            return ExactDecimal(text).map { "\($0)" } ?? quoted(text)
        case .fiscalYearStart, .academicYearStart:
            // A spreadsheet program makes a day of this year of `04-01`.
            return quoted(text.count == 10 && CivilDate(text) != nil ? String(text.suffix(5)) : text)
        case .bands, .attributes:
            // JSON in one line, since lines are those of rows; what is none stays a text, which is refused with the reason.
            let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
            do throws(JSONReader.Fault) {
                _ = try JSONReader.read(Array(line.utf8))
                return line
            } catch {
                return quoted(text)
            }
        default: return quoted(text)
        }
    }

    private static func quoted(_ text: String) -> String { JSONNode.quoted(text) }
}

extension SettingField {
    /// The key of the contract whose value has one text for each language; nil where it has one value.
    fileprivate var group: String? {
        switch self {
        case .titleEn, .titleAr: "title"
        case .custodianEn, .custodianAr: "custodian"
        default: nil
        }
    }
}

extension CalendarSettings.YearStart {
    /// The day in the form `04-01`.
    fileprivate var text: String {
        [month, day].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: "-")
    }
}
