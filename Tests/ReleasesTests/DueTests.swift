import Testing
import TrainingStats

@testable import Releases

/// What is due on a day.
struct DueTests {
    private let calendar = CalendarSettings()

    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    private func schedule(_ from: String, delay: Int = 0) -> Schedule {
        var schedule = Schedule(from: PeriodExpression(from), reports: [])
        schedule.delay = delay
        return schedule
    }

    private func report(_ recurrence: Recurrence) -> ScheduledReport {
        ScheduledReport(name: "r", recurrence: recurrence, dataset: "d", output: "o")
    }

    private func due(_ schedule: Schedule, _ report: ScheduledReport, on today: String) throws -> [String] {
        try schedule.due(report, on: try day(today), calendar).flatMap(\.self).map {
            "\($0.period.label) \($0.reportingDay)" + ($0.provisionalUntil.map { " until \($0)" } ?? "")
        }
    }

    @Test func aPeriodIsDueWhenItsDelayHasPassed() throws {
        let schedule = schedule("2020-01", delay: 5)
        #expect(try due(schedule, report(.monthly), on: "2020-02-05") == [])
        #expect(try due(schedule, report(.monthly), on: "2020-02-06") == ["2020-01 2020-02-06"])
        #expect(try due(schedule, report(.monthly), on: "2020-03-06") == ["2020-01 2020-02-06", "2020-02 2020-03-06"])
    }

    @Test(arguments: [
        (Recurrence.quarterly, "2019-02", "2019-Q2"), (.yearly, "2019-01-02", "2020"), (.yearly, "2019", "2019"),
        (.fiscalYearly, "2019", "FY2019"), (.hijriMonthly, "2019-01", "AH1440-05"), (.weekly, "2019", "2019-W02"),
        (.daily, "2019-Q2", "2019-04-01"),
    ])
    func theFirstPeriodBeginsWithTheSchedule(_ recurrence: Recurrence, _ from: String, _ first: String) throws {
        let periods = try schedule(from).due(report(recurrence), on: try day("2022-01-01"), calendar)
        #expect(periods.first?.first?.period.label == first)
    }

    @Test func figuresBecomeFinalLater() throws {
        var monthly = report(.monthly)
        monthly.provisionalDays = 30
        let schedule = schedule("2020-01", delay: 5)
        #expect(try due(schedule, monthly, on: "2020-02-10") == ["2020-01 2020-02-06 until 2020-03-02"])
        #expect(
            try due(schedule, monthly, on: "2020-03-02") == [
                "2020-01 2020-02-06 until 2020-03-02", "2020-01 2020-03-02",
            ])
        // No longer than the delay: final at once.
        monthly.provisionalDays = 5
        #expect(try due(schedule, monthly, on: "2020-02-10") == ["2020-01 2020-02-06"])
    }

    @Test func whatWouldNotBeKeptIsNotDue() throws {
        var monthly = report(.monthly)
        monthly.retention = 2
        #expect(try due(schedule("2010"), monthly, on: "2020-03-01") == ["2020-01 2020-02-01", "2020-02 2020-03-01"])
    }

    /// On each day of two years: what is due next is due on the day that is said, and not before.
    @Test(arguments: Recurrence.allCases, [0, 1, 7, 400])
    func nextDue(_ recurrence: Recurrence, _ delay: Int) throws {
        let schedule = schedule("2019", delay: delay)
        var today = try day("2018-12-01")
        for _ in 0..<730 {
            let next = try schedule.nextDue(report(recurrence), after: today, calendar)
            let count = try schedule.due(report(recurrence), on: today, calendar).count
            #expect(next > today)
            #expect(try schedule.due(report(recurrence), on: next.advanced(by: -1), calendar).count == count)
            #expect(try schedule.due(report(recurrence), on: next, calendar).count == count + 1)
            today = today.advanced(by: 1)
        }
    }
}
