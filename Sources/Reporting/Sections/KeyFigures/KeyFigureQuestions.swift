import Aggregation
import TrainingStats

/// The periods of a report's key figures, and all that is asked for them.
///
/// The period is that of the report. In a report of all time it is the last year with a delivered session under the filters on
/// time, by the fiscal year where the dataset has one of its own; the year of the reporting day if no session was delivered.
struct KeyFigureQuestions {
    /// A dimension by which figures of persons are broken down.
    struct Breakdown {
        let current: SummaryRequest
        let previous: SummaryRequest?
        /// Those of delivered sessions without an end, which could belong to any period; nil where there are none.
        let undated: SummaryRequest?
    }

    /// A period of the trend.
    struct TrendPeriod {
        let period: Period
        /// Whether it is known in part: the records begin or end within it, or it is not over.
        let isPartial: Bool
        /// Whether a delivered session of the dataset ends in its year: else nothing is known of it.
        let isRecorded: Bool
    }

    /// How many periods a trend shows at most.
    private static let mostPeriods = 8

    let calendar: CalendarSettings
    let periods: ComparablePeriods
    /// The kind of the period; nil for a range.
    let kind: PeriodKind?
    /// Whether a delivered session of the dataset ends in the year of the period: else nothing is known of it.
    let isRecorded: Bool
    /// Whether the figures of the period can be held against those of the one before.
    let isComparable: Bool
    /// What stands in place of the earlier figures: not applicable where the records begin later, unknown where they have nothing
    /// of that year; nil where the figures are known.
    let absentEarlier: Value?
    /// The figures of the period, of the same part of the one before, and of all time.
    let current: SummaryRequest
    let previous: SummaryRequest?
    let allTime: SummaryRequest
    /// The figures of delivered sessions without an end, which could belong to any period; nil where there are none.
    let undated: SummaryRequest?
    /// The figures of each period of the trend, with what records leave open of them.
    let trend: [SummaryRequest]
    /// The periods of the trend, the earliest first; none of a range, and of weeks and days.
    let trendPeriods: [TrendPeriod]
    /// The figures by state and topic.
    let breakdowns: [Breakdown]
    /// Attendances by properties that records may not state.
    let gaps: [SummaryRequest]
    /// The targets that the figures of the period are held against.
    let targets: [TargetQuestion]

    /// All targets that the report shows.
    let shownTargets: [TargetQuestion]

    /// All requests.
    var requests: [SummaryRequest] {
        [current, previous, allTime, undated].compactMap(\.self) + trend
            + breakdowns.flatMap { [$0.current, $0.previous, $0.undated].compactMap(\.self) } + gaps
            + shownTargets.flatMap(\.requests)
    }

    init(in scope: ReportScope) {
        let (dataset, context) = (scope.dataset, scope.context)
        let calendar = dataset.settings.calendar
        self.calendar = calendar
        func base(_ request: SummaryRequest) -> ComparisonBase {
            ComparisonBase(
                of: request, deliveries: dataset.deliveryDays, calendar: calendar, catalogue: dataset.catalogue)
        }
        let lastDelivery = base(context.request(rows: [], [], totals: false)).lastDelivery ?? dataset.lastDelivery
        let shown =
            context.period ?? calendar.yearOfReports.expressedPeriod(holding: lastDelivery ?? context.today, calendar)
        let periods = ComparablePeriods(shown, ends: dataset.deliveryEnds, today: context.today, calendar)
        self.periods = periods
        let kind = PeriodExpression.kind(of: shown.label)
        self.kind = kind
        func request(_ measures: [String], by rows: [String] = [], of period: Period?) -> SummaryRequest {
            var request = context.request(rows: rows, measures, totals: !rows.isEmpty)
            request.period = period
            return request
        }
        // The period before is looked up in all records: filters on time do not hide it.
        func earlier(_ request: SummaryRequest) -> SummaryRequest? {
            periods.previous.map { period in
                var earlier = base(request).request
                earlier.period = period
                return earlier
            }
        }
        let hasUndated = dataset.deliveryDays.contains { $0.last == nil }
        func undated(_ request: SummaryRequest) -> SummaryRequest? {
            guard hasUndated else { return nil }
            var undated = base(request).request
            undated.filters.append(Filter(dimension: PeriodKind.year.rawValue, members: ["_U"]))
            return undated
        }
        let measures = ReportCatalogue.keyMeasures(dataset)
        var asked = request(measures, of: shown)
        asked.tellsGaps = true
        current = asked
        previous = earlier(asked)
        self.undated = undated(asked)
        allTime = request(measures, of: nil)
        let base = base(current)
        let isBeforeRecords = periods.previous.map(base.isBeforeRecords) ?? true
        let isEarlierRecorded = periods.wholePrevious.map { dataset.isRecorded($0) } ?? false
        absentEarlier = isBeforeRecords ? .notApplicable : isEarlierRecorded ? nil : .unknown
        // Of a period that has not begun, or begins after the records end, nothing is known: it is no fall to 0.
        isRecorded = dataset.isRecorded(shown)
        let isKnown = shown.first <= min(context.today, dataset.lastDelivery ?? context.today) && isRecorded
        isComparable = isKnown && base.isShownWhole(shown) && absentEarlier == nil && periods.recordsBegin == nil
        if let kind, dataset.catalogue.dimension(kind.rawValue) != nil {
            var back = [shown]
            while back.count < Self.mostPeriods, let before = back.last?.previous(calendar),
                !base.isBeforeRecords(before)
            {
                back.append(before)
            }
            let shownPeriods = Array(back.reversed())
            // Best held against the same part of the next year, else against the part behind it.
            let later = shownPeriods.dropFirst(kind.partsOfYear ?? 1).first ?? shownPeriods.dropFirst().first
            let begins = later.map { later in
                ComparablePeriods.recordsBegin(in: shownPeriods[0], beside: later, ends: dataset.deliveryEnds) != nil
            }
            trendPeriods = shownPeriods.enumerated().map { index, period in
                TrendPeriod(
                    period: period,
                    isPartial: index == 0 && begins == true || index == shownPeriods.count - 1 && periods.cut != nil,
                    isRecorded: dataset.isRecorded(period))
            }
        } else {
            trendPeriods = []
        }
        trend = trendPeriods.map { part in
            var request = base.request
            request.period = part.period
            return request
        }
        let persons = [ReportCatalogue.persons.measure(for: dataset)].compactMap(\.self)
        breakdowns = ReportCatalogue.dimensionsOfFindings(dataset).map { dimension in
            let current = request(persons, by: [dimension], of: shown)
            return Breakdown(current: current, previous: earlier(current), undated: undated(current))
        }
        gaps = ReportCatalogue.propertiesOfGaps.map { request([Measure.ofAttendances], by: [$0], of: shown) }
        let ofPeriod = asked
        shownTargets = scope.shownTargets
        targets = shownTargets.filter { question in
            func figure(_ request: SummaryRequest) -> TargetFigure? {
                TargetFigure(of: request, measure: question.target.measure) { id, member in
                    dataset.catalogue.dimension(id).map { dataset.canonical(member, in: $0) } ?? member
                }
            }
            return measures.contains(question.target.measure) && figure(ofPeriod) == figure(question.request)
        }
    }
}
