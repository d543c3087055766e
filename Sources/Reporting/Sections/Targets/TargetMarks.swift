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
            let wanted = targets.filter { $0.target.measure == columns[column].id }
            guard !wanted.isEmpty else { return [] }
            return members.enumerated().compactMap { row, members in
                guard case .code(let code) = members.first, let figure = figure(request, of: code) else { return nil }
                let target = wanted.first { self.records(of: $0.request) == figure }
                return target.map {
                    .init(row: row, column: column, value: $0.target.value.double, kind: .target)
                }
            }
        }
    }

    /// The records of a figure, in a form in which equal ones are equal: its days and its filters in any order.
    private struct Records: Hashable {
        var first: CivilDate
        var last: CivilDate
        var filters: Set<PlainFilter>
    }

    private struct PlainFilter: Hashable {
        var dimension: String
        var choice: Filter.Choice
        var members: Set<ByteKey>
    }

    private func records(of request: SummaryRequest) -> Records? {
        guard let period = request.period else { return nil }
        let filters = request.filters.map { filter in
            let members = filter.members.map { member in
                dataset.catalogue.dimension(filter.dimension).map { dataset.canonical(member, in: $0) } ?? member
            }
            return PlainFilter(
                dimension: filter.dimension, choice: filter.choice, members: Set(members.map { ByteKey($0) }))
        }
        return Records(first: period.first, last: period.last, filters: Set(filters))
    }

    /// The records of a row of a list; nil of all time, of which no target is.
    private func figure(_ request: SummaryRequest, of code: String) -> Records? {
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
        return records(of: row)
    }
}
