import Foundation
import Testing
import TrainingStats

/// What period expressions mean.
struct PeriodTests {
    /// An expression and the days that it resolves to.
    struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        let days: String
        var testDescription: String { text }
    }

    /// Fiscal years from April, academic years from September, as of 2019-12-16.
    static let cases = [
        Case(text: "2019", days: "2019-01-01..2019-12-31"), Case(text: "2019-H1", days: "2019-01-01..2019-06-30"),
        Case(text: "2019-H2", days: "2019-07-01..2019-12-31"), Case(text: "2019-Q1", days: "2019-01-01..2019-03-31"),
        Case(text: "2019-Q3", days: "2019-07-01..2019-09-30"), Case(text: "2020-02", days: "2020-02-01..2020-02-29"),
        Case(text: "1900-02", days: "1900-02-01..1900-02-28"), Case(text: "FY2019", days: "2019-04-01..2020-03-31"),
        Case(text: "AY2019", days: "2019-09-01..2020-08-31"), Case(text: "AH1441", days: "2019-08-31..2020-08-19"),
        Case(text: "AH1441-09", days: "2020-04-24..2020-05-23"),
        Case(text: "2020-02-29", days: "2020-02-29..2020-02-29"),
        Case(text: "2019-W01", days: "2018-12-31..2019-01-06"), Case(text: "2020-W53", days: "2020-12-28..2021-01-03"),
        Case(text: "2019-W26..2019-07-03", days: "2019-06-24..2019-07-03"),
        Case(text: "2017..2019", days: "2017-01-01..2019-12-31"),
        Case(text: "2018-Q2..FY2019", days: "2018-04-01..2020-03-31"),
        Case(text: "this-month", days: "2019-12-01..2019-12-31"),
        Case(text: "last-month", days: "2019-11-01..2019-11-30"),
        Case(text: "this-quarter", days: "2019-10-01..2019-12-31"),
        Case(text: "last-quarter", days: "2019-07-01..2019-09-30"),
        Case(text: "last-half", days: "2019-01-01..2019-06-30"),
        Case(text: "this-year", days: "2019-01-01..2019-12-31"),
        Case(text: "last-year", days: "2018-01-01..2018-12-31"),
        Case(text: "this-fiscal-year", days: "2019-04-01..2020-03-31"),
        Case(text: "last-fiscal-year", days: "2018-04-01..2019-03-31"),
    ]

    @Test(arguments: cases)
    func resolves(_ example: Case) throws {
        let today = try #require(CivilDate("2019-12-16"))
        let period = try PeriodExpression(example.text).resolve(today: today, settings: CalendarSettings())
        #expect(period.map { "\($0.first)..\($0.last)" } == example.days)
    }

    @Test func allIsNoPeriod() throws {
        let today = try #require(CivilDate("2019-12-16"))
        #expect(try PeriodExpression("all").resolve(today: today, settings: CalendarSettings()) == nil)
    }

    @Test(arguments: [
        "", "19", "2019-13", "2019-00", "2019-Q5", "2019-H3", "FY19", "0000", "this-week", "2019..2018", "2019..", "..",
        "2019-1", "20191", "last", "AH0000", "2019-02-29", "2019-W00", "2019-W53", "2019-W1", "AH1441-13", "AH1441-00",
        "٢٠١٩",
    ])
    func refuses(_ text: String) throws {
        let today = try #require(CivilDate("2019-12-16"))
        #expect(throws: PeriodError.self) {
            try PeriodExpression(text).resolve(today: today, settings: CalendarSettings())
        }
    }

    /// Nobody was trained in the Gregorian year 1440: the spelling that says what is meant is named.
    @Test(arguments: [
        ("1440", "AH1440"), ("1440-05", "AH1440-05"), ("1300", "AH1300"), ("1500-12", "AH1500-12"),
        ("1439..1440", "AH1439"), ("2019..1440", "AH1440"), ("1440-Q1", "such as AH1441 or AH1441-09"),
        ("1440-05-07", "such as AH1441 or AH1441-09"), ("FY1440", "such as AH1441 or AH1441-09"),
    ])
    func hijriYearsAreRefused(_ text: String, _ spelling: String) throws {
        let error = #expect(throws: PeriodError.self) { try PeriodExpression(text).checkForm() }
        #expect(
            error?.message.hasSuffix("is a Hijri year; give " + spelling) == true
                || error?.message.hasSuffix(spelling) == true)
    }

    @Test func fiscalYearsNamedByTheirEnd() throws {
        var settings = CalendarSettings()
        settings.fiscalYearStart = .init(month: 10, day: 1)
        settings.fiscalYearNamedBy = .end
        let day = try #require(CivilDate("2017-03-01"))
        let period = try PeriodExpression("FY2017").resolve(today: day, settings: settings)
        #expect(period.map { "\($0.first)..\($0.last)" } == "2016-10-01..2017-09-30")
        #expect(PeriodKind.fiscalYear.period(holding: day, settings).label == "FY2017")
    }

    /// All periods from one label to another, in every kind.
    @Test(arguments: [
        ("2019", "2021", "2019 2020 2021"), ("2019-H2", "2020-H2", "2019-H2 2020-H1 2020-H2"),
        ("2019-Q3", "2020-Q1", "2019-Q3 2019-Q4 2020-Q1"), ("2019-11", "2020-01", "2019-11 2019-12 2020-01"),
        ("2020-W52", "2021-W01", "2020-W52 2020-W53 2021-W01"),
        ("2020-02-28", "2020-03-01", "2020-02-28 2020-02-29 2020-03-01"), ("FY2019", "FY2020", "FY2019 FY2020"),
        ("AY2019", "AY2020", "AY2019 AY2020"),
    ])
    func labelsFromOneToAnother(first: String, last: String, labels: String) throws {
        let kind = try #require(PeriodExpression.kind(of: first))
        #expect(
            kind.labels(from: first, to: last, most: 3, CalendarSettings())?.joined(separator: " ") == labels)
        #expect(kind.labels(from: first, to: last, most: 1, CalendarSettings()) == nil)
    }

    @Test func labelsOfTheHijriCalendar() {
        func labels(_ kind: PeriodKind, _ first: String, _ last: String) -> [String]? {
            kind.labels(from: first, to: last, most: 9, CalendarSettings())
        }
        #expect(labels(.hijriYear, "1440", "1442") == ["1440", "1441", "1442"])
        #expect(labels(.hijriMonth, "1440-11", "1441-01") == ["1440-11", "1440-12", "1441-01"])
        #expect(labels(.year, "2019", "_U") == nil && labels(.month, "2019", "2020") == nil)
    }

    /// Every day from 1990 to 2030 lies in exactly one period of each kind, and the next period starts the day after.
    @Test(arguments: PeriodKind.allCases)
    func periodsNeitherOverlapNorLeaveGaps(_ kind: PeriodKind) throws {
        let settings = CalendarSettings()
        let end = try #require(CivilDate("2030-01-01"))
        var day = try #require(CivilDate("1990-01-01"))
        while day < end {
            let period = kind.period(holding: day, settings)
            #expect(period.contains(day), "\(kind) \(day)")
            #expect(kind.period(holding: period.first, settings) == period, "\(kind) \(day)")
            #expect(kind.period(holding: period.last, settings) == period, "\(kind) \(day)")
            let next = kind.period(holding: period.last.advanced(by: 1), settings)
            #expect(next.first == period.last.advanced(by: 1) && next.label != period.label, "\(kind) \(day)")
            day = next.first.advanced(by: 1)
        }
    }

    @Test func civilDatesAgreeWithFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for day in stride(from: Int32(-20_000), to: 60_000, by: 37) {
            let date = CivilDate(day: day)
            let parts = calendar.dateComponents(
                [.year, .month, .day], from: Date(timeIntervalSince1970: Double(day) * 86_400))
            #expect(date.components.year == parts.year && date.components.month == parts.month)
            #expect(date.components.day == parts.day)
            #expect(CivilDate(date.description) == date)
        }
    }

    @Test(arguments: ["2019-02-29", "2019-00-10", "2019-13-01", "2019-1-1", "2019-01-32", "2019/01/01", " 2019-01-01"])
    func noDate(_ text: String) { #expect(CivilDate(text) == nil) }
}
