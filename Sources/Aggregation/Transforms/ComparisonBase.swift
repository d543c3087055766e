import TrainingStats

/// Where a comparison in time finds what it compares with: in all records under the other filters of a request, whatever part
/// of the calendar the request shows.
package struct ComparisonBase: Sendable {
    /// The same request over all time: without its period and without filters on time.
    package let request: SummaryRequest
    private let period: Period?
    private let timeFilters: [(kind: PeriodKind, day: SessionDays.Day, filter: Filter)]
    /// The days of delivered sessions of the dataset.
    private let deliveries: [SessionDays]
    /// By which day of a session the parts of the calendar are told that are compared.
    private let day: SessionDays.Day
    /// The earliest such day of a delivered session.
    private let earliest: CivilDate?
    private let calendar: CalendarSettings

    /// The base of a request's figures; `deliveries` are the days of delivered sessions of the dataset, and `day` the one by
    /// which the request's parts of the calendar are told.
    package init(
        of shown: SummaryRequest, deliveries: [SessionDays], by day: SessionDays.Day = .last,
        calendar: CalendarSettings, catalogue: Catalogue
    ) {
        func periodKind(_ filter: Filter) -> PeriodKind? { catalogue.dimension(filter.dimension)?.periodKind }
        var request = shown
        request.period = nil
        request.filters = shown.filters.filter { periodKind($0) == nil }
        if let kept = request.kept, catalogue.dimension(kept.dimension)?.isTime == true { request.kept = nil }
        self.request = request
        period = shown.period
        timeFilters = shown.filters.compactMap { filter in
            guard let dimension = catalogue.dimension(filter.dimension), let kind = dimension.periodKind,
                let day = dimension.periodDay
            else { return nil }
            return (kind, day, filter)
        }
        self.deliveries = deliveries
        self.day = day
        earliest = deliveries.compactMap { $0[day] }.min()
        self.calendar = calendar
    }

    /// Whether the request shows all that was delivered in a part of the calendar: half a year is not held against a whole one.
    package func isShownWhole(_ part: Period) -> Bool {
        deliveries.allSatisfy { days in
            guard let compared = days[day], part.contains(compared) else { return true }
            let isInPeriod = period.map { period in days.last.map(period.contains) ?? false } ?? true
            return isInPeriod && passesTimeFilters(days)
        }
    }

    /// The last day of a delivered session under the filters on time; nil if there is none.
    package var lastDelivery: CivilDate? { deliveries.filter(passesTimeFilters).compactMap(\.last).max() }

    private func passesTimeFilters(_ days: SessionDays) -> Bool {
        timeFilters.allSatisfy { kind, day, filter in
            guard let day = days[day] else {
                return filter.choice != .containing && filter.admits(part: Summary.Member.unknown.code)
            }
            return filter.admits(part: kind.period(holding: day, calendar).label)
        }
    }

    /// Whether a part of the calendar ends before anything was delivered: nothing is known of that time.
    package func isBeforeRecords(_ part: Period) -> Bool { earliest.map { part.last < $0 } ?? true }
}

extension PeriodKind {
    /// How many parts of this kind a year has; nil of those that no dimension is made of.
    package var partsOfYear: Int? {
        switch self {
        case .year, .fiscalYear, .academicYear, .hijriYear: 1
        case .half: 2
        case .quarter: 4
        case .month, .hijriMonth: 12
        case .week, .day: nil
        }
    }

    /// The part of the calendar so many parts earlier.
    func period(_ steps: Int, before part: Period, _ calendar: CalendarSettings) -> Period {
        (0..<steps).reduce(part) { later, _ in period(holding: later.first.advanced(by: -1), calendar) }
    }
}
