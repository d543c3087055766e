import Aggregation
import TrainingStats

/// The published figures that are about the records of a report.
struct KeyFigureClaims {
    private let lines: [Reconciliation.Line]
    private let context: ReportContext
    private let dataset: DatasetDescription
    private let shown: Period

    /// The claims about the report; `shown` is the period of the key figures.
    init(_ material: ReportMaterial, shown: Period) {
        lines = material.reconciliation.lines
        (context, dataset) = (material.context, material.dataset)
        self.shown = shown
    }

    /// Those about records of the report: under all of its filters, and within its period.
    var ofReport: [Reconciliation.Line] {
        lines.filter { line in
            let isWithin = context.period.map { report in
                line.request.period.map { report.first <= $0.first && $0.last <= report.last } ?? false
            }
            return isWithin ?? true && isUnderFilters(line)
        }
    }

    /// The one beside a measure: of the report's own records, or of those of the period shown; one that is not met comes first.
    func claim(on measure: Measure) -> Reconciliation.Line? {
        lines.filter { line in
            guard line.figure.indicator == measure.id, line.request.filters.count == context.filters.count,
                isUnderFilters(line)
            else { return false }
            guard let period = line.request.period else { return context.period == nil }
            return period.first == shown.first && period.last == shown.last
        }.min { $0.status.rank < $1.status.rank }
    }

    private func isUnderFilters(_ line: Reconciliation.Line) -> Bool {
        context.filters.allSatisfy { filter in
            line.request.filters.contains { figure($0) == figure(filter) }
        }
    }

    /// A filter in a form in which all spellings are the same.
    private func figure(_ filter: Filter) -> TargetFigure? {
        let request = SummaryRequest(
            measures: [Measure.ofSessions], filters: [filter], period: shown, today: context.today)
        return TargetFigure(of: request) { id, member in
            dataset.catalogue.dimension(id).map { dataset.canonical(member, in: $0) } ?? member
        }
    }
}

extension Reconciliation.Status {
    /// What a reader must see comes first.
    fileprivate var rank: Int {
        switch self {
        case .notMet: 0
        case .unknown: 1
        case .withinBounds: 2
        case .met: 3
        }
    }
}
