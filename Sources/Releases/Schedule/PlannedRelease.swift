import TrainingStats

/// A release that the calendar asks for, whatever the records say.
package struct PlannedRelease: Hashable, Sendable {
    /// What it is about.
    package var period: Period
    /// The day as of which it is made, whenever that is done.
    package var reportingDay: CivilDate
    /// The day from which the period's figures are final, where they are not so yet.
    package var provisionalUntil: CivilDate?

    /// A release from its values.
    package init(period: Period, reportingDay: CivilDate, provisionalUntil: CivilDate? = nil) {
        self.period = period
        self.reportingDay = reportingDay
        self.provisionalUntil = provisionalUntil
    }

    /// Those of a period, in their order: a provisional one where figures become final later than they are first
    /// released, and the final one.
    package static func all(of period: Period, delay: Int, provisionalDays: Int) -> [PlannedRelease] {
        let closing = period.last.advanced(by: 1)
        let first = closing.advanced(by: delay)
        guard provisionalDays > delay else { return [PlannedRelease(period: period, reportingDay: first)] }
        let final = closing.advanced(by: provisionalDays)
        return [
            PlannedRelease(period: period, reportingDay: first, provisionalUntil: final),
            PlannedRelease(period: period, reportingDay: final),
        ]
    }
}

extension Schedule {
    /// The releases of a report that are due on a day, by period, the oldest first; periods that would not be kept are
    /// left out.
    ///
    /// - Throws: `PeriodError` where the schedule begins with no period.
    package func due(
        _ report: ScheduledReport, on today: CivilDate, _ calendar: CalendarSettings
    ) throws(PeriodError) -> [[PlannedRelease]] {
        let periods = report.recurrence.periods(
            from: try start(calendar), through: today.advanced(by: -1 - delay), calendar)
        return periods.suffix(report.retention ?? periods.count).map { period in
            PlannedRelease.all(of: period, delay: delay, provisionalDays: report.provisionalDays)
                .filter { $0.reportingDay <= today }
        }
    }

    /// The day on which the next period of a report is due that is not due yet.
    ///
    /// - Throws: `PeriodError` where the schedule begins with no period.
    package func nextDue(
        _ report: ScheduledReport, after today: CivilDate, _ calendar: CalendarSettings
    ) throws(PeriodError) -> CivilDate {
        let first = report.recurrence.firstPeriod(from: try start(calendar), calendar)
        let open = report.recurrence.period(holding: today.advanced(by: -delay), calendar)
        return max(first, open, by: \.last).last.advanced(by: 1 + delay)
    }

    private func start(_ calendar: CalendarSettings) throws(PeriodError) -> CivilDate {
        guard let period = try from.resolve(today: CivilDate(day: 0), settings: calendar) else {
            throw .unknownForm(from.text)
        }
        return period.first
    }
}

private func max<Value>(_ left: Value, _ right: Value, by key: (Value) -> some Comparable) -> Value {
    key(left) < key(right) ? right : left
}
