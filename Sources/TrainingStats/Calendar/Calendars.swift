import Support

/// How the years of an office begin and are named: part of `dataset.json`.
public struct CalendarSettings: Hashable, Sendable {
    /// A day of the year, such as 1 April.
    public struct YearStart: Hashable, Sendable {
        /// Month, 1 to 12.
        public var month: Int
        /// Day of the month, one that every year has.
        public var day: Int

        /// A day of the year given by its numbers.
        public init(month: Int, day: Int) {
            self.month = month
            self.day = day
        }

        /// A day in the form `04-01`; nil if it is not a day of every year.
        public init?(_ text: String) {
            guard text.utf8.count == 5, let date = CivilDate("2019-" + text) else { return nil }
            self.init(month: date.components.month, day: date.components.day)
        }
    }

    /// By which of its two calendar years a fiscal year is named.
    public enum NamedBy: String, NamedCode { case start, end }

    /// The calendars that dates of record files can be in.
    public enum RecordCalendar: String, NamedCode { case gregorian, hijri }

    /// The calendar of the dates in the record files (default Gregorian).
    public var ofRecords = RecordCalendar.gregorian
    /// First day of the fiscal year that the office states; nil if it states none.
    public var statedFiscalYearStart: YearStart?
    /// First day of the fiscal year (default 1 April).
    public var fiscalYearStart: YearStart {
        get { statedFiscalYearStart ?? YearStart(month: 4, day: 1) }
        set { statedFiscalYearStart = newValue }
    }
    /// By which calendar year a fiscal year is named (default: the one in which it starts).
    public var fiscalYearNamedBy = NamedBy.start
    /// First day of the academic year (default 1 September); it is named by the calendar year in which it starts.
    public var academicYearStart = YearStart(month: 9, day: 1)

    /// The defaults of the data contract.
    public init() {}

    /// The kind of year by which the office looks back: its fiscal year where it states one that does not start with the
    /// calendar year.
    package var yearOfReports: PeriodKind {
        [nil, YearStart(month: 1, day: 1)].contains(statedFiscalYearStart) ? .year : .fiscalYear
    }
}

/// The kinds of whole calendar periods.
public enum PeriodKind: String, Sendable, CaseIterable {
    case year, half, quarter, month, week, day
    case fiscalYear = "fiscal-year"
    case academicYear = "academic-year"
    case hijriYear = "hijri-year"
    case hijriMonth = "hijri-month"

    /// The period of this kind that holds a date, labelled as in data output: `2019-H1`, `2019-W26`, `FY2019`, `1440-10`.
    ///
    /// Weeks are those of ISO 8601: they begin on Monday and belong to the year that holds their Thursday.
    public func period(holding date: CivilDate, _ settings: CalendarSettings) -> Period {
        let (year, month, _) = date.components
        switch self {
        case .year: return months(12, from: year, month: 1, label: "\(padded(year, to: 4))")
        case .half:
            let half = (month + 5) / 6
            return months(6, from: year, month: half * 6 - 5, label: "\(padded(year, to: 4))-H\(half)")
        case .quarter:
            let quarter = (month + 2) / 3
            return months(3, from: year, month: quarter * 3 - 2, label: "\(padded(year, to: 4))-Q\(quarter)")
        case .month: return months(1, from: year, month: month, label: "\(padded(year, to: 4))-\(padded(month, to: 2))")
        case .week:
            // 1970-01-01 was a Thursday.
            let weekday = Int((date.day + 3) % 7 + 7) % 7
            let monday = date.advanced(by: -weekday)
            let thursday = monday.advanced(by: 3)
            let number = (Int(thursday.day - firstDay(year: thursday.year, month: 1).day)) / 7 + 1
            return Period(
                first: monday, last: monday.advanced(by: 6),
                label: "\(padded(thursday.year, to: 4))-W\(padded(number, to: 2))")
        case .day: return Period(first: date, last: date, label: date.description)
        case .fiscalYear:
            let start = settings.fiscalYearStart
            let namedLater = settings.fiscalYearNamedBy == .end && start != .init(month: 1, day: 1)
            return yearStarting(start, holding: date) { "FY\(padded($0 + (namedLater ? 1 : 0), to: 4))" }
        case .academicYear:
            return yearStarting(settings.academicYearStart, holding: date) { "AY\(padded($0, to: 4))" }
        case .hijriYear, .hijriMonth:
            let hijri = HijriDate(date)
            return self == .hijriYear
                ? HijriDate.year(hijri.year, labelled: padded(hijri.year, to: 4))
                : HijriDate.month(hijri.year, hijri.month)
        }
    }

    private func months(_ count: Int, from year: Int, month: Int, label: String) -> Period {
        let next =
            month + count > 12
            ? firstDay(year: year + 1, month: month + count - 12) : firstDay(year: year, month: month + count)
        return Period(first: firstDay(year: year, month: month), last: next.advanced(by: -1), label: label)
    }

    private func yearStarting(
        _ start: CalendarSettings.YearStart, holding date: CivilDate, named name: (Int) -> String
    ) -> Period {
        let (year, month, day) = date.components
        let startYear = (month, day) < (start.month, start.day) ? year - 1 : year
        return Period(
            first: firstDay(year: startYear, month: start.month, day: start.day),
            last: firstDay(year: startYear + 1, month: start.month, day: start.day).advanced(by: -1),
            label: name(startYear))
    }
}

/// A day that exists in every year; years before 1 and after 9999 are allowed.
func firstDay(year: Int, month: Int, day: Int = 1) -> CivilDate {
    if let date = CivilDate(year: year, month: month, day: day) { return date }
    // Beyond the years that a CivilDate is made from: 400 years are always 146,097 days.
    let era = year < 1 ? 1 : -1
    return firstDay(year: year + 400 * era, month: month, day: day).advanced(by: -146_097 * era)
}
