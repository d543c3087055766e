import Testing
import TestSupport
import TrainingStats

@testable import Aggregation

/// Periods that are known in part, and what they are held against.
@Suite struct ComparablePeriodsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let period: String
        let ends: [String]
        var today = "2031-01-01"
        var fiscalYearStart: String?
        /// The period before, up to the day that answers.
        let previous: String?
        var cut: ComparablePeriods.Cut?
        var recordsBegin: String?
        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "records that end in September", period: "2017",
            ends: ["2015-05-01", "2016-10-02", "2016-12-20", "2017-09-29"],
            previous: "2016-01-01..2016-09-30", cut: .records(.day("2017-09-30"))),
        Case(
            name: "autumns that are always quiet", period: "2017", ends: ["2015-05-01", "2016-09-30", "2017-09-29"],
            previous: "2016-01-01..2016-12-31"),
        Case(
            name: "a December without its last days", period: "2017",
            ends: ["2015-05-01", "2016-12-31", "2017-12-01"], previous: "2016-01-01..2016-12-31"),
        Case(
            name: "a quiet December after a busy one", period: "2017",
            ends: ["2015-05-01", "2016-12-31", "2017-11-01"], previous: "2016-01-01..2016-11-30",
            cut: .records(.day("2017-11-30"))),
        Case(
            name: "records that go on later", period: "2017",
            ends: ["2015-05-01", "2016-12-20", "2017-09-29", "2018-01-02"], previous: "2016-01-01..2016-12-31"),
        Case(
            name: "the same by fiscal years is whole", period: "FY2016",
            ends: ["2015-05-01", "2016-09-29", "2017-09-29"], fiscalYearStart: "10-01",
            previous: "2015-10-01..2016-09-30"),
        Case(
            name: "a reporting day within the year", period: "2017", ends: ["2015-05-01", "2017-02-01"],
            today: "2017-03-15", previous: "2016-01-01..2016-03-15", cut: .reportingDay(.day("2017-03-15"))),
        Case(
            name: "records that end before a reporting day within the year", period: "2017",
            ends: ["2015-05-01", "2016-04-10", "2016-09-01", "2017-04-25"], today: "2017-12-15",
            previous: "2016-01-01..2016-04-30", cut: .records(.day("2017-04-30"))),
        Case(
            name: "a quiet spring before a reporting day", period: "2017",
            ends: ["2015-05-01", "2016-04-10", "2016-12-20", "2017-04-25"], today: "2017-08-15",
            previous: "2016-01-01..2016-08-15", cut: .reportingDay(.day("2017-08-15"))),
        Case(
            name: "the end of February in a leap year", period: "2016", ends: ["2014-05-01", "2016-02-01"],
            today: "2016-02-29", previous: "2015-01-01..2015-02-28", cut: .reportingDay(.day("2016-02-29"))),
        Case(
            name: "the end of February before a leap year", period: "2017", ends: ["2014-05-01", "2017-02-01"],
            today: "2017-02-28", previous: "2016-01-01..2016-02-29", cut: .reportingDay(.day("2017-02-28"))),
        Case(
            name: "the last day of the year", period: "2017", ends: ["2015-05-01", "2017-12-20"], today: "2017-12-31",
            previous: "2016-01-01..2016-12-31"),
        Case(
            name: "a quarter in which the records end", period: "2017-Q3",
            ends: ["2015-05-01", "2016-09-20", "2017-06-20", "2017-07-29"], previous: "2016-07-01..2016-07-31",
            cut: .records(.day("2017-07-31"))),
        Case(
            name: "a quarter until its second month", period: "2017-Q3", ends: ["2016-01-01"], today: "2017-08-15",
            previous: "2016-07-01..2016-08-15", cut: .reportingDay(.day("2017-08-15"))),
        Case(
            name: "a half", period: "2017-H1", ends: ["2015-05-01", "2017-06-20"],
            previous: "2016-01-01..2016-06-30"),
        Case(
            name: "a month of the Hijri calendar", period: "AH1440-09", ends: ["2015-05-01", "2019-05-20"],
            previous: "2018-05-16..2018-06-14"),
        Case(
            name: "a month in which the records end", period: "2017-07",
            ends: ["2016-01-01", "2017-06-30", "2017-07-02"],
            previous: "2016-07-01..2016-07-31"),
        Case(
            name: "a week until its third day", period: "2017-W10", ends: ["2016-01-01"], today: "2017-03-08",
            previous: "2017-02-27..2017-03-01", cut: .reportingDay(.day("2017-03-08"))),
        Case(
            name: "records that begin in September", period: "2018",
            ends: ["2017-09-03", "2018-02-01", "2018-12-30"], previous: "2017-01-01..2017-12-31",
            recordsBegin: "2017-09-03"),
        Case(
            name: "springs that are always quiet", period: "2018", ends: ["2017-09-03", "2018-09-01", "2018-12-30"],
            previous: "2017-01-01..2017-12-31"),
        Case(name: "a range", period: "2016..2017", ends: ["2016-01-01", "2017-03-01"], previous: nil),
        Case(name: "no records", period: "2017", ends: [], previous: "2016-01-01..2016-12-31"),
    ]

    @Test(arguments: cases) func isKnownInPart(_ example: Case) throws {
        var calendar = CalendarSettings()
        if let start = example.fiscalYearStart { calendar.fiscalYearStart = try #require(.init(start)) }
        let today = CivilDate.day(example.today)
        let period = try #require(try PeriodExpression(example.period).resolve(today: today, settings: calendar))
        let periods = ComparablePeriods(period, ends: example.ends.map { .day($0) }, today: today, calendar)
        #expect(periods.previous.map { "\($0.first)..\($0.last)" } == example.previous)
        #expect(periods.cut == example.cut)
        #expect(periods.recordsBegin == example.recordsBegin.map { .day($0) })
    }

    @Test func yearsOfReportsAreFiscalWhereTheyAreStated() throws {
        func kind(_ start: String) throws -> PeriodKind {
            var calendar = CalendarSettings()
            calendar.fiscalYearStart = try #require(.init(start))
            return calendar.yearOfReports
        }
        #expect(try ["10-01", "07-01", "04-01"].map(kind) == [.fiscalYear, .fiscalYear, .fiscalYear])
        #expect(try kind("01-01") == .year && CalendarSettings().yearOfReports == .year)
        #expect(CalendarSettings().fiscalYearStart == .init(month: 4, day: 1))
    }

    /// The first part of a series in which the records begin.
    @Test(arguments: [("2017-09-03", true), ("2017-01-20", false), ("2017-02-03", true)])
    func seriesBeginsInPart(first: String, isInPart: Bool) throws {
        func year(_ label: String) throws -> Period {
            try #require(try PeriodExpression(label).resolve(today: .day("2031-01-01"), settings: .init()))
        }
        let ends: [CivilDate] = [.day(first), .day("2018-01-15"), .day("2018-12-01")]
        let begins = ComparablePeriods.recordsBegin(in: try year("2017"), beside: try year("2018"), ends: ends)
        #expect((begins != nil) == isInPart)
    }
}
