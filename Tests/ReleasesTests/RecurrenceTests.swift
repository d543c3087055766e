import Foundation
import Testing
import TrainingStats

@testable import Releases

/// Periods over forty years: whole, without gap and overlap, and those that Foundation's calendars have.
struct RecurrenceTests {
    private static let first = day("2000-01-01")
    private static let last = day("2040-12-31")

    private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(day: 0) }

    /// Fiscal years that start on several days, named by either of their years.
    private static let calendars: [CalendarSettings] = ["04-01", "01-01", "10-01", "02-28", "12-31", "07-15"].flatMap {
        start in
        CalendarSettings.NamedBy.allCases.map { name in
            var settings = CalendarSettings()
            settings.fiscalYearStart = .init(start) ?? settings.fiscalYearStart
            settings.fiscalYearNamedBy = name
            return settings
        }
    }

    @Test(arguments: Recurrence.allCases, calendars)
    func noGapAndNoOverlap(_ recurrence: Recurrence, _ calendar: CalendarSettings) {
        let periods = recurrence.periods(from: Self.first, through: Self.last, calendar)
        #expect(Set(periods.map(\.label)).count == periods.count)
        for (period, next) in zip(periods, periods.dropFirst()) {
            #expect(next.first == period.last.advanced(by: 1), "\(period.label), \(next.label)")
        }
        #expect(periods.allSatisfy { $0.first <= $0.last })
        // Each day belongs to the one period that holds it.
        var index = 0
        var date = periods[0].first
        while date <= periods[periods.count - 1].last {
            if date > periods[index].last { index += 1 }
            let holding = recurrence.period(holding: date, calendar)
            #expect(holding == periods[index], "\(date)")
            guard holding == periods[index] else { return }
            date = date.advanced(by: 1)
        }
    }

    @Test(arguments: Recurrence.allCases)
    func labelsAreWhatPeriodNames(_ recurrence: Recurrence) throws {
        let calendar = CalendarSettings()
        for period in recurrence.periods(from: Self.first, through: Self.last, calendar) {
            let named = try PeriodExpression(period.label).resolve(today: Self.first, settings: calendar)
            #expect(named == period)
            #expect(ReleaseName(period.label) == ReleaseName(period: period.label, revision: 1))
        }
    }

    /// The first day of each period is the first of one in Foundation's calendar too.
    @Test(arguments: [
        (Recurrence.monthly, Calendar.Component.month, Calendar.Identifier.gregorian), (.yearly, .year, .gregorian),
        (.weekly, .weekOfYear, .iso8601), (.hijriMonthly, .month, .islamicUmmAlQura),
    ])
    func asFoundationHasThem(
        _ recurrence: Recurrence, _ component: Calendar.Component, _ identifier: Calendar.Identifier
    ) throws {
        var foundation = Calendar(identifier: identifier)
        foundation.timeZone = .gmt
        for period in recurrence.periods(from: Self.first, through: Self.last, CalendarSettings()) {
            let noon = Date(timeIntervalSince1970: Double(period.last.day) * 86_400 + 43_200)
            let interval = try #require(foundation.dateInterval(of: component, for: noon))
            #expect(Int32(interval.start.timeIntervalSince1970 / 86_400) == period.first.day, "\(period.label)")
            #expect(Int32(interval.end.timeIntervalSince1970 / 86_400) == period.last.day + 1, "\(period.label)")
        }
    }

    @Test func namesOfPeriods() {
        let date = Self.day("2024-02-29")
        let labels = Recurrence.allCases.map { $0.period(holding: date, CalendarSettings()).label }
        #expect(
            labels == [
                "2024-02-29", "2024-W09", "2024-02", "2024-Q1", "2024-H1", "2024", "FY2023", "AH1445-08",
            ])
        // Weeks belong to the year of their Thursday.
        #expect(Recurrence.weekly.period(holding: Self.day("2021-01-03"), CalendarSettings()).label == "2020-W53")
        #expect(Recurrence.weekly.period(holding: Self.day("2018-12-31"), CalendarSettings()).label == "2019-W01")
    }
}
