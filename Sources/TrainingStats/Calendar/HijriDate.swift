import Foundation
import Support

/// A day of the Umm al-Qura calendar, as Foundation computes it.
///
/// The table is that of ICU. From 1419-12 (1999-03-18) to 1450 it is, month for month, the calendar that Saudi Arabia
/// published. Before, it is the later rule counted back, and months can begin a day or two from where they began then; from 1451
/// on it is a forecast.
package struct HijriDate: Hashable, Sendable {
    /// Year of the Hijra.
    package let year: Int
    /// Month, 1 to 12.
    package let month: Int
    /// Day of the month.
    package let day: Int

    /// The years that are taken for Hijri ones wherever a Gregorian year is expected, and that dates of record files may be
    /// in.
    package static let years = 1_300...1_500

    /// The Gregorian days on which the months of ``years`` begin, and that of the month behind them.
    private static let monthStarts = (0...years.count * 12).map { number in
        firstDay(year: years.lowerBound + number / 12, month: number % 12 + 1)
    }

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .islamicUmmAlQura)
        calendar.timeZone = .gmt
        return calendar
    }()

    /// The Hijri date of a Gregorian day.
    package init(_ date: CivilDate) {
        let noon = Date(timeIntervalSince1970: Double(date.day) * 86_400 + 43_200)
        let parts = Self.calendar.dateComponents([.year, .month, .day], from: noon)
        year = parts.year ?? 0
        month = parts.month ?? 0
        day = parts.day ?? 0
    }

    /// The Gregorian day of a date; nil if the calendar does not have it or the year is outside ``years``.
    package static func gregorianDay(year: Int, month: Int, day: Int) -> CivilDate? {
        guard years.contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let number = (year - years.lowerBound) * 12 + month - 1
        let date = monthStarts[number].advanced(by: day - 1)
        return date < monthStarts[number + 1] ? date : nil
    }

    /// The Gregorian year that most of a year falls in; nil of a year outside ``years``.
    package static func gregorianYear(of year: Int) -> Int? { gregorianDay(year: year, month: 7, day: 1)?.year }

    /// The Gregorian days of a Hijri month, labelled `1440-10`.
    static func month(_ year: Int, _ month: Int) -> Period {
        let next = month == 12 ? (year + 1, 1) : (year, month + 1)
        return Period(
            first: firstDay(year: year, month: month), last: firstDay(year: next.0, month: next.1).advanced(by: -1),
            label: padded(year, to: 4) + "-" + padded(month, to: 2))
    }

    /// The Gregorian days of a Hijri year.
    static func year(_ year: Int, labelled label: String) -> Period {
        Period(
            first: firstDay(year: year, month: 1), last: firstDay(year: year + 1, month: 1).advanced(by: -1),
            label: label)
    }

    /// The Gregorian day on which a Hijri month begins.
    private static func firstDay(year: Int, month: Int) -> CivilDate {
        let start = calendar.date(from: DateComponents(year: year, month: month, day: 1, hour: 12)) ?? .distantPast
        return CivilDate(day: Int32((start.timeIntervalSince1970 / 86_400).rounded(.down)))
    }
}
