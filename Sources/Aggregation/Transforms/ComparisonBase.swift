import TrainingStats

/// Where a comparison in time finds what it compares with: in all records under the other filters of a request, whatever part
/// of the calendar the request shows.
package struct ComparisonBase: Sendable {
    /// The same request over all time: without its period and without filters on time.
    package let request: SummaryRequest
    private let period: Period?
    private let timeFilters: [(kind: PeriodKind, filter: Filter)]
    /// The days on which delivered sessions of the dataset end.
    private let deliveries: [CivilDate]
    private let calendar: CalendarSettings

    /// The base of a request's figures; `deliveries` are the days on which delivered sessions of the dataset end, in
    /// ascending order.
    package init(
        of shown: SummaryRequest, deliveries: [CivilDate], calendar: CalendarSettings, catalogue: Catalogue
    ) {
        func periodKind(_ filter: Filter) -> PeriodKind? { catalogue.dimension(filter.dimension)?.periodKind }
        var request = shown
        request.period = nil
        request.filters = shown.filters.filter { periodKind($0) == nil }
        if let kept = request.kept, catalogue.dimension(kept.dimension)?.isTime == true { request.kept = nil }
        self.request = request
        period = shown.period
        var timeFilters: [(kind: PeriodKind, filter: Filter)] = []
        for filter in shown.filters {
            if let kind = periodKind(filter) { timeFilters.append((kind, filter)) }
        }
        self.timeFilters = timeFilters
        self.deliveries = deliveries
        self.calendar = calendar
    }

    /// Whether the request shows all that was delivered in a part of the calendar: half a year is not held against a whole one.
    package func isShownWhole(_ part: Period) -> Bool {
        deliveries.allSatisfy { day in
            !part.contains(day)
                || (period?.contains(day) ?? true)
                    && timeFilters.allSatisfy { $0.filter.admits(part: $0.kind.period(holding: day, calendar).label) }
        }
    }

    /// Whether a part of the calendar ends before anything was delivered: nothing is known of that time.
    package func isBeforeRecords(_ part: Period) -> Bool { deliveries.first.map { part.last < $0 } ?? true }
}

extension PeriodKind {
    /// How many parts of this kind a year has; nil of those that no dimension is made of.
    var partsOfYear: Int? {
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
