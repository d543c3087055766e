import Support
import TrainingStats

/// Dates and years of the current row, in the calendar of the dataset.
extension TableReader {
    /// The years that may stand in a dataset whose dates are Gregorian.
    ///
    /// A computed property, as types with parameters cannot store one.
    static var gregorianYears: ClosedRange<Int> { 1_900...2_199 }

    private var years: ClosedRange<Int> { calendar == .hijri ? HijriDate.years : Self.gregorianYears }

    /// A date, as a Gregorian day whatever calendar it is written in.
    func date(_ column: Column) -> CivilDate? {
        guard let field = field(column) else { return nil }
        let numbers = scanner.withBytes(of: field) { CivilDate.numbers(utf8: $0) }
        guard let (year, month, day) = numbers else {
            let text = scanner.string(of: field).shortened()
            report(
                .badDate, at: column, value: text,
                FindingText(FieldWording.notDate, text, calendar == .hijri ? "1440-10-27" : "2019-06-30"))
            return nil
        }
        let text = { self.scanner.string(of: field).shortened() }
        guard years.contains(year) else {
            report(.outOfRange, at: column, value: text(), remedy(of: text(), year: year))
            return nil
        }
        let date =
            calendar == .hijri
            ? HijriDate.gregorianDay(year: year, month: month, day: day)
            : CivilDate(year: year, month: month, day: day)
        if date == nil {
            report(
                .badDate, at: column, value: text(),
                FindingText(calendar == .hijri ? FieldWording.noSuchHijriDay : .noSuchDay, text()))
        }
        return date
    }

    /// A year, as a Gregorian one: that which most of a Hijri year falls in.
    func year(_ column: Column) -> Int? {
        guard let year = whole(column) else { return nil }
        guard years.contains(year) else {
            report(.outOfRange, at: column, value: "\(year)", remedy(of: "\(year)", year: year))
            return nil
        }
        return calendar == .hijri ? HijriDate.gregorianYear(of: year) : year
    }

    /// What is wrong with a year that is too early or too late.
    private func remedy(of text: String, year: Int) -> FindingText {
        switch calendar {
        case .hijri:
            .init(FieldWording.yearNotHijri, text, years.lowerBound, years.upperBound)
        case .gregorian where HijriDate.years.contains(year):
            .init(FieldWording.yearHijri, year)
        case .gregorian:
            .init(FieldWording.yearOutside, text, years.lowerBound, years.upperBound)
        }
    }
}
