import TrainingStats

/// How often a report is released; each release is about one whole period of the calendar.
package enum Recurrence: String, CaseIterable, Sendable {
    case daily, weekly, monthly, quarterly
    case halfYearly = "half-yearly"
    case yearly
    case fiscalYearly = "fiscal-yearly"
    case hijriMonthly = "hijri-monthly"

    /// The kind of its periods.
    var kind: PeriodKind {
        switch self {
        case .daily: .day
        case .weekly: .week
        case .monthly: .month
        case .quarterly: .quarter
        case .halfYearly: .half
        case .yearly: .year
        case .fiscalYearly: .fiscalYear
        case .hijriMonthly: .hijriMonth
        }
    }

    /// The period that holds a day, labelled as `--period` names it.
    package func period(holding day: CivilDate, _ calendar: CalendarSettings) -> Period {
        kind.expressedPeriod(holding: day, calendar)
    }

    /// The period that begins on the day after another ends.
    package func period(after period: Period, _ calendar: CalendarSettings) -> Period {
        self.period(holding: period.last.advanced(by: 1), calendar)
    }

    /// The first period that begins on a day or later.
    package func firstPeriod(from day: CivilDate, _ calendar: CalendarSettings) -> Period {
        let holding = period(holding: day, calendar)
        return holding.first == day ? holding : period(after: holding, calendar)
    }

    /// All periods that begin on a day or later and end on another or earlier, in their order.
    package func periods(from first: CivilDate, through last: CivilDate, _ calendar: CalendarSettings) -> [Period] {
        var periods: [Period] = []
        var next = firstPeriod(from: first, calendar)
        while next.last <= last {
            periods.append(next)
            next = period(after: next, calendar)
        }
        return periods
    }
}
