import Support
import TrainingStats

/// What the values of a column say about the dates in them.
package struct DateEvidence: Sendable {
    /// How many are certain dates, whatever the order.
    package private(set) var certain = 0
    /// How many can only have the day first, with the first of them.
    package private(set) var dayFirst = (count: 0, example: "")
    /// How many can only have the month first, with the first of them.
    package private(set) var monthFirst = (count: 0, example: "")
    /// How many can have either first, with the first of them.
    package private(set) var open = (count: 0, example: "")
    /// How many are months or years alone.
    package private(set) var months = (count: 0, example: "")
    /// How many are dates of the Hijra.
    package private(set) var hijri = (count: 0, example: "")
    /// How many are no dates.
    package private(set) var others = (count: 0, example: "")

    /// No values yet.
    package init() {}

    /// Takes a value into account that stands so many times; nothing is none.
    package mutating func add(_ text: String, times: Int = 1) {
        guard !CellText.isNothing(text) else { return }
        let readings = CalendarSettings.RecordCalendar.allCases.map { calendar in
            (
                either: DateReader(calendar: calendar)(text),
                dayFirst: DateReader(order: .dayMonthYear, calendar: calendar)(text),
                monthFirst: DateReader(order: .monthDayYear, calendar: calendar)(text)
            )
        }
        guard let reading = readings.first(where: { $0.either != .none }) else {
            return Self.count(text, times, in: &others)
        }
        if case .eitherOrder = reading.either { return Self.count(text, times, in: &open) }
        if reading.either.span?.isHijri == true { Self.count(text, times, in: &hijri) }
        if let precision = reading.either.span?.precision, precision == .month || precision == .year {
            Self.count(text, times, in: &months)
        }
        switch (reading.dayFirst, reading.monthFirst) {
        case (.none, _): Self.count(text, times, in: &monthFirst)
        case (_, .none): Self.count(text, times, in: &dayFirst)
        default: certain += times
        }
    }

    /// How many values there are, without those that stand for nothing.
    package var values: Int { dates + others.count }

    /// How many of them are dates.
    package var dates: Int { certain + dayFirst.count + monthFirst.count + open.count }

    /// The order that the values decide; nil where none or both are proven.
    package var order: DateOrder? {
        switch (dayFirst.count > 0, monthFirst.count > 0) {
        case (true, false): .dayMonthYear
        case (false, true): .monthDayYear
        default: nil
        }
    }

    /// Whether some values can only have the day first, and others only the month.
    package var isContradictory: Bool { dayFirst.count > 0 && monthFirst.count > 0 }

    private static func count(_ text: String, _ times: Int, in tally: inout (count: Int, example: String)) {
        if tally.count == 0 { tally.example = text }
        tally.count += times
    }
}
