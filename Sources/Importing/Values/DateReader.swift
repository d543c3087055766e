import Support
import TrainingStats

/// Which number of a date such as 03/04/2025 is the day.
package enum DateOrder: String, NamedCode {
    /// 31/12/2024.
    case dayMonthYear = "day-month-year"
    /// 12/31/2024.
    case monthDayYear = "month-day-year"
    /// 24/12/31, and 2024/12/31 as in any order.
    case yearMonthDay = "year-month-day"
}

/// The days that a text gives: one, or all of a month, of a year, or of a range.
package struct DateSpan: Hashable, Sendable {
    /// How much of a date there is.
    package enum Precision: Hashable, Sendable { case day, range, month, year }

    /// The first day.
    package var first: CivilDate
    /// The last day.
    package var last: CivilDate
    /// How much of a date there is.
    package var precision: Precision
    /// Whether it is written as a date of the Hijra.
    package var isHijri = false
}

/// What a text is as a date.
package enum DateReading: Hashable, Sendable {
    /// It gives these days.
    case days(DateSpan)
    /// It gives one day if the day stands first, another one if the month does, and nothing says which.
    case eitherOrder(dayFirst: CivilDate, monthFirst: CivilDate)
    /// It is no date, or none that its calendar has, or none in the order that is stated.
    case none

    /// The days, if they are certain.
    package var span: DateSpan? {
        guard case .days(let span) = self else { return nil }
        return span
    }
}

/// Reads dates as offices write them.
///
/// 2024-12-31 and 2024/12/31; 31/12/2024 and 31.12.24 in a stated order; 12-Mar-25, March 12, 2025, ١٢ آذار ٢٠٢٥; a month or a
/// year alone; 12 - 20 January 2025 and other ranges; dates of the Hijra. A time of day and a weekday beside it are passed over.
package struct DateReader: Sendable {
    private let order: DateOrder?
    private let calendar: CalendarSettings.RecordCalendar

    /// A reader of dates in an order, which is nil where it is not known, and in a calendar.
    ///
    /// A year such as 2025 is Gregorian in either calendar. One such as 1446 is of the Hijra where that calendar is stated, or
    /// where the date says so itself: 1446/7/12 هـ.
    package init(order: DateOrder? = nil, calendar: CalendarSettings.RecordCalendar = .gregorian) {
        self.order = order
        self.calendar = calendar
    }

    /// What a text is as a date.
    package func callAsFunction(_ text: String) -> DateReading {
        guard text.utf8.count <= 200, let parts = DateParts(text) else { return .none }
        let isHijri = parts.isHijri || calendar == .hijri
        return parts.months.isEmpty ? inNumbers(parts, isHijri: isHijri) : withMonths(parts, isHijri: isHijri)
    }

    private func inNumbers(_ parts: DateParts, isHijri: Bool) -> DateReading {
        let numbers = parts.numbers
        switch numbers.count {
        case 1:
            guard numbers[0].digits == 4 else { return .none }
            return whole(year: numbers[0], month: nil, isHijri: isHijri)
        case 2:
            guard let year = numbers.firstIndex(where: { $0.digits == 4 }), numbers[1 - year].digits <= 2 else {
                return .none
            }
            return whole(year: numbers[year], month: numbers[1 - year].value, isHijri: isHijri)
        case 3:
            return day(numbers[...], isHijri: isHijri)
        case 4:
            // 1-5/2/2025: two days of one month.
            guard case .days(let first) = day([numbers[0], numbers[2], numbers[3]], isHijri: isHijri),
                case .days(let last) = day([numbers[1], numbers[2], numbers[3]], isHijri: isHijri)
            else { return .none }
            return range(from: first, to: last)
        case 6:
            guard case .days(let first) = day(numbers[..<3], isHijri: isHijri),
                case .days(let last) = day(numbers[3...], isHijri: isHijri)
            else { return .none }
            return range(from: first, to: last)
        default: return .none
        }
    }

    private func day(_ numbers: ArraySlice<DateParts.Number>, isHijri: Bool) -> DateReading {
        let (first, second, third) = (
            numbers[numbers.startIndex], numbers[numbers.startIndex + 1], numbers[numbers.startIndex + 2]
        )
        guard second.digits <= 2 else { return .none }
        if first.digits == 4 {
            guard third.digits <= 2 else { return .none }
            return single(year: first, month: second.value, day: third.value, isHijri: isHijri)
        }
        guard first.digits <= 2, third.digits == 4 || third.digits == 2 else { return .none }
        let dayFirst = single(year: third, month: second.value, day: first.value, isHijri: isHijri)
        let monthFirst = single(year: third, month: first.value, day: second.value, isHijri: isHijri)
        switch order {
        case .dayMonthYear: return dayFirst
        case .monthDayYear: return monthFirst
        case .yearMonthDay:
            guard first.digits == 2, third.digits <= 2 else { return .none }
            return single(year: first, month: second.value, day: third.value, isHijri: isHijri)
        case nil:
            guard let left = dayFirst.span?.first, let right = monthFirst.span?.first else {
                return dayFirst == .none ? monthFirst : dayFirst
            }
            return left == right ? dayFirst : .eitherOrder(dayFirst: left, monthFirst: right)
        }
    }

    private func withMonths(_ parts: DateParts, isHijri: Bool) -> DateReading {
        let (months, numbers) = (parts.months, parts.numbers)
        let isHijri = isHijri || months.contains(where: \.isHijri)
        // The year is the number with four digits, else the last one: 12-Mar-25.
        guard !numbers.isEmpty, months.count <= 2 else { return .none }
        let yearIndex = numbers.firstIndex { $0.digits == 4 } ?? numbers.count - 1
        let year = numbers[yearIndex]
        let rest = numbers.indices.filter { $0 != yearIndex }.map { numbers[$0] }
        guard rest.allSatisfy({ $0.digits <= 2 || $0.digits == 4 }) else { return .none }
        switch (months.count, rest.count) {
        case (1, 0):
            guard year.digits == 4 || parts.numberIsLast else { return .none }
            return whole(year: year, month: months[0].number, isHijri: isHijri)
        case (1, 1):
            return single(year: year, month: months[0].number, day: rest[0].value, isHijri: isHijri)
        case (1, 2), (2, 2):
            return range(
                from: single(year: year, month: months[0].number, day: rest[0].value, isHijri: isHijri).span,
                to: single(year: year, month: months[months.count - 1].number, day: rest[1].value, isHijri: isHijri)
                    .span)
        case (2, 3):
            // 29 Dec 2024 - 3 Jan 2025.
            guard numbers[1].digits == 4, numbers[3].digits == 4 else { return .none }
            return range(
                from: single(year: numbers[1], month: months[0].number, day: numbers[0].value, isHijri: isHijri).span,
                to: single(year: numbers[3], month: months[1].number, day: numbers[2].value, isHijri: isHijri).span)
        default: return .none
        }
    }

    private func range(from first: DateSpan?, to last: DateSpan?) -> DateReading {
        guard let first, let last, first.first <= last.last else { return .none }
        return .days(
            DateSpan(first: first.first, last: last.last, precision: .range, isHijri: first.isHijri || last.isHijri))
    }

    private func single(year: DateParts.Number, month: Int, day: Int, isHijri: Bool) -> DateReading {
        let (number, hijri) = yearNumber(year, isHijri: isHijri)
        let date =
            hijri
            ? HijriDate.gregorianDay(year: number, month: month, day: day)
            : CivilDate(year: number, month: month, day: day)
        guard let date, Self.years.contains(date.year) else { return .none }
        return .days(DateSpan(first: date, last: date, precision: .day, isHijri: hijri))
    }

    private func whole(year: DateParts.Number, month: Int?, isHijri: Bool) -> DateReading {
        let (number, hijri) = yearNumber(year, isHijri: isHijri)
        // In four digits: the year after '68 is 2069, and '69 would be 1969.
        let next = DateParts.Number(value: number + 1, digits: 4)
        guard hijri ? HijriDate.years.contains(number) : Self.years.contains(number) else { return .none }
        let ends =
            month.map { $0 == 12 ? (next, 1) : (year, $0 + 1) } ?? (next, 1)
        guard let first = single(year: year, month: month ?? 1, day: 1, isHijri: isHijri).span?.first,
            let end = single(year: ends.0, month: ends.1, day: 1, isHijri: isHijri).span?.first
        else { return .none }
        return .days(
            DateSpan(
                first: first, last: end.advanced(by: -1), precision: month == nil ? .year : .month, isHijri: hijri))
    }

    /// The Gregorian years that a record can be of; what lies outside is a slip or another calendar.
    private static let years = 1_900...2_199

    private func yearNumber(_ year: DateParts.Number, isHijri: Bool) -> (year: Int, isHijri: Bool) {
        if year.digits == 2 {
            // Two digits: up to 68 of this century, as POSIX has it.
            return isHijri ? (1_400 + year.value, true) : ((year.value <= 68 ? 2_000 : 1_900) + year.value, false)
        }
        return (year.value, isHijri && HijriDate.years.contains(year.value))
    }
}
