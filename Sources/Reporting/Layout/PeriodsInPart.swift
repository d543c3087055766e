import Aggregation
import TrainingStats

extension DatasetDescription {
    /// The codes of those periods of a part of the calendar of which the records or the report have only a part.
    ///
    /// These are periods of the last records, of the reporting day, of the first records, and of the ends of the report's period.
    func periodsInPart(of dimension: Dimension, _ context: ReportContext) -> Set<String> {
        guard let kind = PeriodKind(rawValue: dimension.id) else { return [] }
        let calendar = settings.calendar
        func comparable(_ day: CivilDate) -> ComparablePeriods {
            ComparablePeriods(
                kind.expressedPeriod(holding: day, calendar), ends: deliveryEnds, today: context.today, calendar)
        }
        let ends = [deliveryEnds.first, lastDelivery, context.period?.first, context.period?.last]
        return Set(
            (ends + [context.today]).compactMap(\.self).filter { day in
                let periods = comparable(day)
                let isShownWhole = context.period.map {
                    $0.contains(periods.current.first) && $0.contains(periods.current.last)
                }
                return periods.cut != nil || isShownWhole == false
                    || comparable(periods.current.last.advanced(by: 1)).recordsBegin != nil
            }.map { kind.period(holding: $0, calendar).label })
    }
}
