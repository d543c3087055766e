import Support

/// A span of whole days, both ends included.
public struct Period: Hashable, Sendable {
    /// Its first day.
    public let first: CivilDate
    /// Its last day.
    public let last: CivilDate
    /// How it was named: `2019-Q2`, `FY2019`, `2017..2019`.
    public let label: String

    /// A period from one day to another.
    public init(first: CivilDate, last: CivilDate, label: String) {
        self.first = first
        self.last = last
        self.label = label
    }

    /// Whether the period holds a day.
    public func contains(_ date: CivilDate) -> Bool { first <= date && date <= last }

    /// The period of the same kind that ends the day before this one starts; nil for a range of periods.
    public func previous(_ settings: CalendarSettings) -> Period? {
        guard let kind = PeriodExpression.kind(of: label) else { return nil }
        return kind.expressedPeriod(holding: first.advanced(by: -1), settings)
    }
}

extension PeriodKind {
    /// The period of this kind that holds a date, labelled as a ``PeriodExpression`` names it: `AH1440-10` where data
    /// output has `1440-10`.
    public func expressedPeriod(holding date: CivilDate, _ settings: CalendarSettings) -> Period {
        let period = period(holding: date, settings)
        guard isHijri else { return period }
        return Period(first: period.first, last: period.last, label: "AH" + period.label)
    }

    /// Whether its periods are those of the Hijri calendar.
    package var isHijri: Bool { self == .hijriYear || self == .hijriMonth }
}

/// The value of `--period`, before it is resolved against the reporting day.
public struct PeriodExpression: Hashable, Sendable {
    /// The expression as it was written.
    public let text: String

    /// Keeps an expression.
    public init(_ text: String) { self.text = text }

    /// The forms that name the same days on every reporting day, for messages.
    private static let fixedForms = BilingualText(
        en: "2019, 2019-H1, 2019-Q3, 2019-07, 2019-W26, 2019-06-30, FY2019, AY2019, AH1441, AH1441-09, 2017..2019",
        ar: "2019، 2019-H1، 2019-Q3، 2019-07، 2019-W26، 2019-06-30، FY2019، AY2019، AH1441، AH1441-09، 2017..2019")

    /// The forms that are understood, for messages.
    package static let forms = BilingualText(
        en: "\(fixedForms.en), all, this- or last- with month, quarter, half, year or fiscal-year",
        ar: "\(fixedForms(.ar))، all، أو this- أو last- مع month أو quarter أو half أو year أو fiscal-year")

    /// The forms that are understood where a period must be the same on every reporting day.
    fileprivate static func forms(fixed: Bool) -> BilingualText { fixed ? fixedForms : forms }

    /// The period's resolved days; nil within the result for `all`.
    ///
    /// - Throws: ``PeriodError`` if the text has none of the ``forms`` or a range ends before it starts.
    public func resolve(
        today: CivilDate, settings: CalendarSettings
    ) throws(PeriodError) -> Period? {
        if text == "all" { return nil }
        let ends = text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
        if text.contains("..") {
            guard ends.count == 2 else { throw .unknownForm(text) }
            let first = try Self.single(String(ends[0]), today: today, settings: settings)
            let last = try Self.single(String(ends[1]), today: today, settings: settings)
            guard first.first <= last.last else { throw .endsBeforeStart(text) }
            return Period(first: first.first, last: last.last, label: text)
        }
        return try Self.single(text, today: today, settings: settings)
    }

    private static func single(
        _ text: String, today: CivilDate, settings: CalendarSettings
    ) throws(PeriodError) -> Period {
        for (prefix, isLast) in [("this-", false), ("last-", true)] where text.hasPrefix(prefix) {
            guard let kind = PeriodKind(rawValue: String(text.dropFirst(5))), Self.relativeKinds.contains(kind) else {
                throw .unknownForm(text)
            }
            let current = kind.period(holding: today, settings)
            return isLast ? kind.period(holding: current.first.advanced(by: -1), settings) : current
        }
        guard let kind = kind(of: text) else { throw .unknownForm(text) }
        if !kind.isHijri, let year = Int(text.filter { $0.isNumber }.prefix(4)), HijriDate.years.contains(year) {
            throw .hijriYear(text, spelling: kind == .year || kind == .month ? "AH" + text : nil)
        }
        guard let day = anchor(of: text, kind, settings) else { throw .unknownForm(text) }
        let period = kind.period(holding: day, settings)
        return Period(first: period.first, last: period.last, label: text)
    }

    /// The expressions that are words, for suggestions.
    public static let words =
        ["all"] + relativeKinds.flatMap { ["this-" + $0.rawValue, "last-" + $0.rawValue] }

    private static let relativeKinds: [PeriodKind] = [.month, .quarter, .half, .year, .fiscalYear]

    /// The kind of an absolute expression, by its shape.
    package static func kind(of text: String) -> PeriodKind? {
        let shape = String(text.map { $0.isASCII && $0.isNumber ? "0" : $0 })
        switch shape {
        case "0000": return .year
        case "0000-H0": return .half
        case "0000-Q0": return .quarter
        case "0000-00": return .month
        case "0000-W00": return .week
        case "0000-00-00": return .day
        case "FY0000": return .fiscalYear
        case "AY0000": return .academicYear
        case "AH0000": return .hijriYear
        case "AH0000-00": return .hijriMonth
        default: return nil
        }
    }

    /// A day within the period that an absolute expression names, or nil if there is none.
    static func anchor(of text: String, _ kind: PeriodKind, _ settings: CalendarSettings) -> CivilDate? {
        let digits = text.filter { $0.isNumber }
        guard let year = Int(digits.prefix(4)), year >= 1 else { return nil }
        let part = Int(digits.dropFirst(4)) ?? 0
        switch kind {
        case .year: return CivilDate(year: year, month: 1, day: 1)
        case .half: return (1...2).contains(part) ? CivilDate(year: year, month: part * 6, day: 1) : nil
        case .quarter: return (1...4).contains(part) ? CivilDate(year: year, month: part * 3, day: 1) : nil
        case .month: return CivilDate(year: year, month: part, day: 1)
        case .week:
            // The first week is the one that holds 4 January; not every year has a 53rd.
            let day = CivilDate(year: year, month: 1, day: 4)?.advanced(by: 7 * (part - 1))
            return day.flatMap { kind.period(holding: $0, settings).label == text ? $0 : nil }
        case .day: return CivilDate(text)
        case .fiscalYear:
            let start = settings.fiscalYearStart
            let namedLater = settings.fiscalYearNamedBy == .end && start != .init(month: 1, day: 1)
            return CivilDate(year: year - (namedLater ? 1 : 0), month: start.month, day: start.day)
        case .academicYear:
            let start = settings.academicYearStart
            return CivilDate(year: year, month: start.month, day: start.day)
        case .hijriYear: return (1...9000).contains(year) ? HijriDate.month(year, 6).first : nil
        case .hijriMonth:
            return (1...9000).contains(year) && (1...12).contains(part) ? HijriDate.month(year, part).first : nil
        }
    }
}

/// Why a period expression cannot be resolved.
public enum PeriodError: Error, Hashable, Sendable {
    case unknownForm(String)
    case endsBeforeStart(String)
    /// A period whose year is one of the Hijri calendar, without the letters that say so; with them it has that spelling,
    /// if there is such a period.
    case hijriYear(String, spelling: String?)

    /// The message for users: the mistake, and the forms that are allowed.
    public var message: String { text.en }

    /// The message in both languages.
    package var text: BilingualText { text(fixed: false) }

    /// The same, with the forms alone that name the same days on every reporting day, where no others are taken.
    package func text(fixed: Bool) -> BilingualText {
        let forms = PeriodExpression.forms(fixed: fixed)
        return switch self {
        case .unknownForm(let text):
            .init(
                en: "'\(text)' is not a period; give \(forms.en)",
                ar: "«\(text)» ليست فترة؛ اكتب \(forms(.ar))")
        case .endsBeforeStart(let text):
            .init(en: "the period '\(text)' ends before it starts", ar: "الفترة «\(text)» تنتهي قبل أن تبدأ")
        case .hijriYear(let text, let spelling?):
            .init(
                en: "the year of '\(text)' is a Hijri year; give \(spelling)",
                ar: "سنة «\(text)» هجرية؛ اكتب \(spelling)")
        case .hijriYear(let text, nil):
            .init(
                en: "the year of '\(text)' is a Hijri year; give a year or month of that calendar, "
                    + "such as AH1441 or AH1441-09",
                ar: "سنة «\(text)» هجرية؛ اذكر سنة أو شهراً من ذلك التقويم، مثل AH1441 أو AH1441-09")
        }
    }
}
