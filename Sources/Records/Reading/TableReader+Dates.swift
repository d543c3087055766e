import Support
import TrainingStats

/// Dates and years of the current row, in the calendar of the dataset.
extension TableReader {
    /// The years that may stand in a dataset whose dates are Gregorian.
    ///
    /// A computed property, as types with parameters cannot store one.
    static var gregorianYears: ClosedRange<Int> { 1_900...2_199 }

    private var years: ClosedRange<Int> { calendar.years }

    /// A date, as a Gregorian day whatever calendar it is written in.
    func date(_ column: Column) -> CivilDate? {
        guard let field = field(column) else { return nil }
        let numbers = scanner.withBytes(of: field) { CivilDate.numbers(utf8: $0) }
        guard let (year, month, day) = numbers else {
            let text = scanner.string(of: field).shortened()
            report(.badDate, at: column, value: text, FindingText(FieldWording.notDate, text, calendar.example))
            return nil
        }
        let text = { self.scanner.string(of: field).shortened() }
        guard years.contains(year) else {
            report(.outOfRange, at: column, value: text(), calendar.remedy(of: text(), year: year))
            return nil
        }
        let date =
            calendar == .hijri
            ? HijriDate.gregorianDay(year: year, month: month, day: day)
            : CivilDate(year: year, month: month, day: day)
        if date == nil { report(.badDate, at: column, value: text(), FindingText(calendar.noSuchDay, text())) }
        return date
    }

    /// A year, as a Gregorian one: that which most of a Hijri year falls in.
    func year(_ column: Column) -> Int? {
        guard let year = whole(column) else { return nil }
        guard years.contains(year) else {
            report(.outOfRange, at: column, value: "\(year)", calendar.remedy(of: "\(year)", year: year))
            return nil
        }
        return calendar == .hijri ? HijriDate.gregorianYear(of: year) : year
    }
}

extension CalendarSettings.RecordCalendar {
    /// The years that may stand in a dataset.
    fileprivate var years: ClosedRange<Int> {
        self == .hijri ? HijriDate.years : TableReader<TraineeColumn>.gregorianYears
    }

    /// A date as an example.
    fileprivate var example: String { self == .hijri ? "1440-10-27" : "2019-06-30" }

    /// What is said of a day that there is not.
    fileprivate var noSuchDay: FieldWording { self == .hijri ? .noSuchHijriDay : .noSuchDay }

    /// What is wrong with a year that is too early or too late.
    fileprivate func remedy(of text: String, year: Int) -> FindingText {
        switch self {
        case .hijri:
            .init(FieldWording.yearNotHijri, text, years.lowerBound, years.upperBound)
        case .gregorian where HijriDate.years.contains(year):
            .init(FieldWording.yearHijri, year)
        case .gregorian:
            .init(FieldWording.yearOutside, text, years.lowerBound, years.upperBound)
        }
    }

    /// What is wrong with a text that is no day.
    func problem(of text: String) -> (code: FindingCode, message: FindingText) {
        let shown = text.shortened()
        guard let (year, _, _) = CivilDate.numbers(utf8: Array(text.utf8).span) else {
            return (.badDate, FindingText(FieldWording.notDate, shown, example))
        }
        return years.contains(year)
            ? (.badDate, FindingText(noSuchDay, shown)) : (.outOfRange, remedy(of: shown, year: year))
    }
}
