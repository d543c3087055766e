import Support
import TrainingStats
import Workbooks

/// Reads the text of a cell as the mapping says, into the one form that the dataset has.
struct ValueReader {
    /// How a value is read.
    struct Instruction {
        /// What messages call it: `sessions.start_date`.
        var name: String
        var kind: Field.Kind
        var field: Field
    }

    /// Why a text is not taken.
    struct Refusal: Error {
        var text: BilingualText
    }

    private let marks: DecimalMark
    private let hoursPerDay: ExactDecimal
    var members: MemberLists

    /// A reader for a mapping.
    init(_ mapping: Mapping, hoursPerDay: ExactDecimal) {
        marks = mapping.decimalMark == "," || mapping.decimalMark == "٫" ? .comma : .point
        self.hoursPerDay = hoursPerDay
        members = MemberLists(mapping)
    }

    /// The text in its form; nil for nothing.
    ///
    /// `tell` is given what is taken and should be looked at.
    mutating func read(
        _ value: RowValue, _ how: Instruction, month: DateSpan?, tell: (BilingualText) -> Void
    ) throws(Refusal) -> String? {
        switch how.kind {
        case .text: return value.text.joinedToOneLine()
        // The tatweel stretches a word and says nothing.
        case .name: return name(value.text.replacing("\u{640}", with: "").joinedToOneLine(), how, tell: tell)
        case .words: return try word(value.text.joinedToOneLine(), how, tell: tell)
        case .identifier: return identifier(value.text, how.field)
        case .date, .firstDay, .lastDay, .year: return try date(value, how, month: month)
        case .number: return try number(value, how).description
        case .percent: return try percent(value, how).description
        case .duration: return try duration(value, how).description
        case .months: return try months(value, how).description
        case .clockRange:
            guard let range = ClockRange(value.text) else {
                throw Self.refusal(
                    value, read: how, "is no range of times such as 09:00 - 14:00",
                    "ليس مدة بين وقتين مثل 09:00 - 14:00")
            }
            return range.hours.description
        }
    }

    private func identifier(_ text: String, _ field: Field) -> String {
        var identifier = CellText.identifier(text)
        if field.letterCase == .ignored { identifier = identifier.uppercased() }
        if let width = field.width, identifier.utf8.count < width,
            identifier.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        {
            identifier = String(repeating: "0", count: width - identifier.utf8.count) + identifier
        }
        return identifier
    }

    private mutating func name(_ text: String, _ how: Instruction, tell: (BilingualText) -> Void) -> String {
        let list = how.field.words ?? how.name
        if let member = members.member(text, of: list) { return member }
        // Names of persons are theirs: nobody else's spelling takes their place.
        if how.name.hasSuffix("s.name") { return text }
        let first = members.firstSpelling(of: text, in: list)
        if members.hasList(list) { tellNew(first, of: list, tell) }
        if first.lowercased() != text.lowercased() {
            tell(
                .init(
                    en: "\(how.name): '\(text)' is taken for another spelling of '\(first)'",
                    ar: "\(how.name.isolated): «\(text)» عُدّ كتابة أخرى لـ«\(first)»"))
        }
        return first
    }

    private mutating func word(
        _ text: String, _ how: Instruction, tell: (BilingualText) -> Void
    ) throws(Refusal) -> String {
        let list = how.field.words ?? how.name
        if let member = members.member(text, of: list) ?? members.builtInCode(text, of: how.name) { return member }
        if MemberLists.isOpen(how.name) {
            if members.hasList(list) { tellNew(text, of: list, tell) }
            return members.firstSpelling(of: text, in: list)
        }
        let nearest = members.nearest(to: text, in: list)
        throw Refusal(
            text: .init(
                en:
                    "\(how.name): '\(text.shortened())' is a new spelling; add it to the list \"\(list)\" under \"words\""
                    + Spelling.ending(suggesting: nearest, .en),
                ar:
                    "\(how.name.isolated): «\(text.shortened())» كتابة جديدة؛ أضفها إلى القائمة \(list.isolated) في words"
                    + (nearest.map { "؛ هل تقصد «\($0)»؟" } ?? "")))
    }

    private func tellNew(_ text: String, of list: String, _ tell: (BilingualText) -> Void) {
        let nearest = members.nearest(to: text, in: list)
        tell(
            .init(
                en:
                    "'\(text.shortened())' is not in the list \"\(list)\" and is taken as a new member; add it to the list, alone "
                    + "or as a spelling" + Spelling.ending(suggesting: nearest, .en),
                ar:
                    "«\(text.shortened())» ليس في القائمة \(list.isolated) فعُدّ عضوًا جديدًا؛ أضفه إليها وحده أو كتابةً لغيره"
                    + (nearest.map { "؛ هل تقصد «\($0)»؟" } ?? "")))
    }

    static func refusal(_ value: RowValue, read how: Instruction, _ english: String, _ arabic: String) -> Refusal {
        let text = value.text.shortened()
        return Refusal(
            text: .init(en: "\(how.name): '\(text)' \(english)", ar: "\(how.name.isolated): «\(text)» \(arabic)"))
    }
}

/// Numbers.
extension ValueReader {
    private func number(_ value: RowValue, _ how: Instruction) throws(Refusal) -> ExactDecimal {
        // Numbers of cells have a point, whatever texts have.
        let reader = value.kind == .text ? NumberReader(mark: marks) : NumberReader()
        if let number = reader(value.text) ?? NumberReader.rounded(value.text) { return number }
        throw Self.refusal(
            value, read: how, "is no number; correct it, or name it under \"empty\" if it says that nothing is known",
            "ليس عددًا؛ صحّحه، أو اذكره في \"empty\" إن كان معناه أن القيمة غير معروفة")
    }

    private func percent(_ value: RowValue, _ how: Instruction) throws(Refusal) -> ExactDecimal {
        if value.kind == .percent, let percent = PercentReader.percentage(ofFraction: value.text) {
            return percent
        }
        if let percent = PercentReader(mark: marks)(value.text) { return percent }
        return try number(value, how)
    }

    private func months(_ value: RowValue, _ how: Instruction) throws(Refusal) -> ExactDecimal {
        let mark = value.kind == .text ? marks : .point
        if let months = ValidityReader(mark: mark)(value.text) ?? NumberReader(mark: mark)(value.text) { return months }
        throw Self.refusal(
            value, read: how,
            "is no number of months; give such as 24, 24 months, 2 years, or name it under \"empty\" if there is no end",
            "ليس عدد أشهر؛ اكتب مثل ٢٤ أو ٢٤ شهرًا أو سنتين، أو اذكره في \"empty\" إن لم تكن للصلاحية نهاية")
    }

    private func duration(_ value: RowValue, _ how: Instruction) throws(Refusal) -> ExactDecimal {
        if let hours = DurationReader(mark: marks)(value.text)?.hours(daysPerWeek: 5, hoursPerDay: hoursPerDay) {
            return hours
        }
        if let number = NumberReader(mark: value.kind == .text ? marks : .point)(value.text) { return number }
        throw Self.refusal(
            value, read: how, "is no duration; give such as 3 days, 1 week, 4 hrs",
            "ليس مدة؛ اكتب مثل ٣ أيام أو أسبوع أو ٤ ساعات")
    }
}

/// Dates.
extension ValueReader {
    private func date(_ value: RowValue, _ how: Instruction, month: DateSpan?) throws(Refusal) -> String {
        let span = try span(value, how, month: month)
        if how.kind == .year { return "\(span.first.year)" }
        if span.precision == .day { return span.first.description }
        if how.kind == .firstDay { return span.first.description }
        if how.kind == .lastDay { return span.last.description }
        switch (span.precision, how.field.monthAlone) {
        case (.month, .firstDay): return span.first.description
        case (.month, .lastDay): return span.last.description
        case (.month, .unknown): return ""
        default:
            throw Self.refusal(
                value, read: how,
                "is no single day; say what it stands for: \"monthAlone\", or \"as\": \"first-day\" or \"last-day\"",
                "ليس يومًا واحدًا؛ بيّن ما يعنيه: \"monthAlone\" أو \"as\": \"first-day\" أو \"last-day\"")
        }
    }

    private func span(_ value: RowValue, _ how: Instruction, month: DateSpan?) throws(Refusal) -> DateSpan {
        if value.kind == .date || value.kind == .dateTime, let day = CivilDate(value.text.prefix(10)) {
            return DateSpan(first: day, last: day, precision: .day)
        }
        if let month, let day = Int(CellText.tidied(value.text)), (1...31).contains(day) {
            let date = CivilDate(year: month.first.year, month: month.first.components.month, day: day)
            if let date { return DateSpan(first: date, last: date, precision: .day) }
        }
        if value.kind == .number, how.kind != .year {
            throw Self.refusal(
                value, read: how, "is a number and no date; give the cells a date's format",
                "عدد لا تاريخ؛ اجعل تنسيق الخلايا تاريخًا")
        }
        let calendar: CalendarSettings.RecordCalendar = how.field.calendar == .hijri ? .hijri : .gregorian
        switch DateReader(order: how.field.order, calendar: calendar)(value.text) {
        case .days(let span): return span
        case .eitherOrder(let dayFirst, let monthFirst):
            throw Self.refusal(
                value, read: how,
                "is \(dayFirst) or \(monthFirst); say which: \"order\": \"day-month-year\" or \"month-day-year\"",
                "هو \(dayFirst) أو \(monthFirst)؛ بيّن أيهما: \"order\": \"day-month-year\" أو \"month-day-year\"")
        case .none:
            throw Self.refusal(
                value, read: how, "is no date" + (how.field.order.map { " in the order \($0.rawValue)" } ?? ""),
                "ليس تاريخًا")
        }
    }
}
