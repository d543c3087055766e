import Support
import TrainingStats

/// Finds the member that a field of an attribute names.
struct AttributeReader: Sendable {
    /// The attribute.
    let attribute: Attribute
    private let calendar: CalendarSettings
    private let codes: NameIndex

    /// A reader for the fields of a dataset with these settings.
    init(of attribute: Attribute, _ calendar: CalendarSettings) {
        self.attribute = attribute
        self.calendar = calendar
        codes =
            if case .codes(let list) = attribute.kind { NameIndex(list.map { ($0.code, $0.spellings) }) } else {
                NameIndex()
            }
    }

    /// The member that a text names; nil where it names none.
    func member(of text: String) -> String? {
        switch attribute.kind {
        case .text: text
        case .codes(let list): codes(text).map { list[$0].code }
        case .number(let bands):
            bands.flatMap { bands in ExactDecimal(text).map { bands.codes[bands.position(of: $0)] } }
        case .date(let kind): day(text).map { kind.period(holding: $0, calendar).label }
        }
    }

    /// The number that a text is; nil of other attributes.
    func number(of text: String) -> ExactDecimal? { attribute.isNumber ? ExactDecimal(text) : nil }

    /// Whether a text can stand in a field.
    func takes(_ text: String) -> Bool { attribute.isNumber ? number(of: text) != nil : member(of: text) != nil }

    private func day(_ text: String) -> CivilDate? {
        guard let (year, month, day) = CivilDate.numbers(utf8: Array(text.utf8).span) else { return nil }
        switch calendar.ofRecords {
        case .hijri: return HijriDate.gregorianDay(year: year, month: month, day: day)
        case .gregorian:
            let isLikely = TableReader<TraineeColumn>.gregorianYears.contains(year)
            return isLikely ? CivilDate(year: year, month: month, day: day) : nil
        }
    }

    /// What is wrong with a text that cannot stand in a field; `nearest` finds the spelling that it could have been.
    func problem(
        of text: String, nearest: (_ spellings: [String], FindingCode) -> String?
    ) -> (code: FindingCode, message: FindingText) {
        let shown = text.shortened()
        switch attribute.kind {
        case .codes(let list):
            let known = Spelling.list(list.map(\.code))
            let message =
                nearest(list.map(\.code) + list.flatMap(\.spellings), .badCode).map {
                    FindingText(FieldWording.misspeltOwnCode, shown, known, $0)
                } ?? FindingText(FieldWording.notOwnCode, shown, known)
            return (.badCode, message)
        case .number: return (.badNumber, FindingText(FieldWording.notDecimal, shown))
        case .text, .date: return calendar.ofRecords.problem(of: text)
        }
    }
}

extension TableReader {
    /// The texts of the own columns of the current row, one for each that the table has; nil where a field is empty.
    ///
    /// A text that names no member is told, and the row with it is rejected.
    func ownTexts(_ attributes: AttributeDraft) -> [String?] {
        guard !header.own.isEmpty else { return [] }
        return header.own.map { column, position in
            let field = scanner.fields[position]
            guard field.end > field.start else { return nil }
            let text = scanner.string(of: field)
            let reader = attributes.readers[column.attribute]
            guard !reader.takes(text) else { return text }
            let (code, message) = reader.problem(of: text) { findings.nearest(to: text, among: $0, for: $1) }
            findings.report(code, column: header.headings[position], value: text, message)
            return nil
        }
    }
}
