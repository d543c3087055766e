import TrainingStats

/// A period and the one before it, as far as their figures can be held against each other.
///
/// The one before is of the same kind: the same part of the year before of halves, quarters and months, whose figures follow
/// the seasons; the year, week or day before of others.
///
/// A period that is known in part is held against the same part of the one before. Two things prove that it is in part: the
/// reporting day lies before its last day; or the records end earlier. They do where no delivered session of the dataset ends
/// later, at least the last whole month of the period has none, and in the period before sessions ended in those same days:
/// a quiet December is no proof where December is always quiet.
package struct ComparablePeriods: Hashable, Sendable {
    /// What proves that a period is known in part.
    package enum Cut: Hashable, Sendable {
        /// The reporting day, up to which it is known.
        case reportingDay(CivilDate)
        /// The end of the records: the last day of the month in which the last delivered session ends.
        case records(CivilDate)

        /// The last day of what is known.
        package var day: CivilDate {
            switch self {
            case .reportingDay(let day), .records(let day): day
            }
        }
    }

    /// The period.
    package let current: Period
    /// The period before, up to the day that answers to the end of what is known; nil where there is none.
    package let previous: Period?
    /// The whole of the period before.
    package let wholePrevious: Period?
    /// What proves that the period is known in part; nil where it is known as a whole.
    package let cut: Cut?
    /// The first day of the records, where it proves that the period before is not known from its beginning.
    package let recordsBegin: CivilDate?

    /// The periods by the days on which delivered sessions end, in ascending order.
    package init(_ current: Period, ends: [CivilDate], today: CivilDate, _ calendar: CalendarSettings) {
        self.current = current
        let kind = PeriodExpression.kind(of: current.label)
        let previous = (0..<(kind?.partsOfYear ?? 1)).reduce(Optional(current)) { later, _ in later?.previous(calendar)
        }
        wholePrevious = previous
        func counterpart(_ day: CivilDate) -> CivilDate? {
            previous.flatMap { current.counterpart(of: day, in: $0) }
        }
        // The records can end before the reporting day, too: then they are what is known.
        let end = current.contains(today) ? min(today, current.last) : current.last
        cut =
            if let last = ends.last, current.contains(last), last.lastOfMonth < end,
                last.lastOfMonth.advanced(by: 1).lastOfMonth <= end,
                let day = counterpart(last.lastOfMonth), let lastDay = counterpart(end),
                ends.contains(where: { day < $0 && $0 <= lastDay })
            {
                .records(last.lastOfMonth)
            } else if end < current.last {
                .reportingDay(end)
            } else {
                nil
            }
        if let cut, let previous, let day = counterpart(cut.day), day < previous.last {
            self.previous = Period(first: previous.first, last: day, label: "\(previous.first)..\(day)")
        } else {
            self.previous = previous
        }
        recordsBegin = previous.flatMap { Self.recordsBegin(in: $0, beside: current, ends: ends) }
    }

    /// The first day of the records, where it proves that a period is not known from its beginning: nothing was delivered in its
    /// first whole month or before, and in a later period of its kind something was in those same days.
    package static func recordsBegin(in period: Period, beside later: Period, ends: [CivilDate]) -> CivilDate? {
        guard let first = ends.first else { return nil }
        // The day before the month in which the records begin.
        let quiet = first.firstOfMonth.advanced(by: -1)
        guard period.contains(quiet), period.first.lastOfMonth <= quiet,
            ends.contains(where: { later.first <= $0 && $0 <= period.counterpart(of: quiet, in: later) })
        else { return nil }
        return first
    }
}

extension PeriodKind {
    /// Whether its periods are made of months of the Gregorian calendar.
    fileprivate var isOfMonths: Bool {
        switch self {
        case .year, .half, .quarter, .month, .fiscalYear, .academicYear: true
        case .week, .day, .hijriYear, .hijriMonth: false
        }
    }
}

extension CivilDate {
    /// The first day of its month.
    fileprivate var firstOfMonth: CivilDate { advanced(by: 1 - components.day) }

    /// The last day of its month.
    fileprivate var lastOfMonth: CivilDate { firstOfMonth.advanced(byMonths: 1).advanced(by: -1) }
}

extension Period {
    /// The day of another period of the same kind that answers to a day of this one; never beyond its last day.
    ///
    /// In periods of months it is the same day of the month, and the last for the last; in others the same number of days on.
    fileprivate func counterpart(of day: CivilDate, in other: Period) -> CivilDate {
        guard day < last else { return other.last }
        guard PeriodExpression.kind(of: label)?.isOfMonths == true else {
            return min(other.last, other.first.advanced(by: Int(day.day) - Int(first.day)))
        }
        func months(_ date: CivilDate) -> Int { date.components.year * 12 + date.components.month }
        let shifted = day.advanced(byMonths: months(other.first) - months(first))
        return min(other.last, day == day.lastOfMonth ? shifted.lastOfMonth : shifted)
    }
}
