import Aggregation
import Support
import TrainingStats

/// Where targets stand on the figures of a list: a target of the same measure, records and period as a row.
struct TargetMarks {
    private let targets: [TargetQuestion]
    private let dataset: DatasetDescription

    init(in scope: ReportScope) {
        targets = scope.targets
        dataset = scope.dataset
    }

    /// The marks on the rows of a list with one dimension; `members` are those of its rows, `columns` those of its grid.
    func marks(on request: SummaryRequest, members: [[Summary.Member]], columns: [Grid.Column]) -> [Table.Mark] {
        guard !targets.isEmpty, request.rows.count == 1, request.columns.isEmpty else { return [] }
        return columns.indices.flatMap { column -> [Table.Mark] in
            let measure = columns[column].id
            let wanted = targets.filter { $0.target.measure == measure }
            guard !wanted.isEmpty else { return [] }
            return members.enumerated().compactMap { row, members in
                guard case .code(let code) = members.first, let figure = figure(measure, request, of: code) else {
                    return nil
                }
                let target = wanted.first { self.figure(measure, $0.request) == figure }
                return target.map {
                    .init(row: row, column: column, value: $0.target.value.double, kind: .target)
                }
            }
        }
    }

    private func figure(_ measure: String, _ request: SummaryRequest) -> TargetFigure? {
        TargetFigure(of: request, measure: measure) { id, member in
            dataset.catalogue.dimension(id).map { dataset.canonical(member, in: $0) } ?? member
        }
    }

    /// The figure in a row of a list.
    private func figure(_ measure: String, _ request: SummaryRequest, of code: String) -> TargetFigure? {
        var row = request
        if let kind = PeriodKind(rawValue: request.rows[0]) {
            let expression = PeriodExpression((kind.isHijri ? "AH" : "") + code)
            let resolved = try? expression.resolve(today: request.today, settings: dataset.settings.calendar)
            guard let part = resolved ?? nil else { return nil }
            // A part of the calendar that the report shows in part is another figure.
            if let whole = request.period, part.first < whole.first || part.last > whole.last { return nil }
            row.period = part
        } else {
            row.filters.append(Filter(dimension: request.rows[0], members: [code]))
        }
        return figure(measure, row)
    }
}
