import Aggregation
import Support
import TrainingStats

/// Targets beside the figures from the records, as a table.
package struct TargetTable {
    /// The columns of the table for people.
    package enum Detail {
        /// All of them.
        case full
        /// Those that fit a terminal with bars below them.
        case brief
    }

    private let progress: [TargetProgress]
    private let currency: String
    private let names: MemberNames
    private let context: ReportContext
    var language: Language { context.language }

    /// A table of targets, in the order of `targets.csv`.
    package init(_ progress: [TargetProgress], on dataset: DatasetDescription, _ context: ReportContext) {
        self.progress = progress
        currency = dataset.settings.currency
        names = MemberNames(dataset, context.language)
        self.context = context
    }

    /// The table: for people those that need something done come first.
    package func table(_ detail: Detail = .full) -> Table {
        let order = progress.indices.sorted { (rank($0), $0) < (rank($1), $1) }
        let ordered = order.map { progress[$0] }
        let columns = columns(detail, of: ordered)
        let display = Grid(
            columns: columns.map(\.column),
            rows: ordered.map { progress in
                var row = Grid.Row(columns.map { $0.cell(progress) })
                row.unit = progress.measure.unit(currency, language)
                return row
            })
        var table = Table(
            id: "targets", title: language(Title.targets),
            subtitle: language.capitalised(language(TargetSentence.asOfDay, ["day": language.day(context.today)])),
            display: display, data: data, notes: notes)
        table.displayOrder = order
        table.period = ""
        table.statedColumns = ["target", "baseline", "period_passed"]
        table.bars = "achieved"
        if let column = display.columns.firstIndex(where: { $0.id == table.bars }) {
            table.marks = ordered.enumerated().flatMap { row, progress -> [Table.Mark] in
                guard progress.achieved.number != nil else { return [] }
                let pace = progress.periodPassed
                return [.init(row: row, column: column, value: 1, kind: .target)]
                    + (pace > 0 && pace < 1 ? [.init(row: row, column: column, value: pace, kind: .pace)] : [])
            }
            table.charts = [chart(of: ordered, column, source: names.source)].compactMap(\.self)
        }
        return table
    }

    /// Where a target stands among others: by its status.
    private func rank(_ index: Int) -> Int { Status.allCases.firstIndex(of: progress[index].status) ?? 0 }

    private typealias Status = TargetProgress.Status

    // MARK: For people

    private typealias Shown = (column: Grid.Column, cell: (TargetProgress) -> Cell)

    private func columns(_ detail: Detail, of shown: [TargetProgress]) -> [Shown] {
        let hasBounds = shown.contains { $0.actualUpper != nil || $0.isOpenAbove }
        let hasBaseline = shown.contains { $0.target.baseline != nil }
        var columns: [Shown] = [
            (context.column("measure", .figure, isNumeric: false), { .text(figure($0)) }),
            (context.column("target", .target, isNumeric: true), { cell($0.target.value, $0.measure) }),
        ]
        if hasBaseline, detail == .full {
            columns.append(
                (
                    context.column("baseline", .baseline, isNumeric: true),
                    { progress in progress.target.baseline.map { cell($0, progress.measure) } ?? .empty }
                ))
        }
        columns.append((context.column("actual", .actual, isNumeric: true), { cell($0.actual, $0.measure) }))
        if hasBounds {
            columns.append(
                (
                    context.column("actual_upper", .computedUpper, isNumeric: true),
                    upper
                ))
        }
        columns.append((context.column("achieved", .achieved, isNumeric: true), { $0.achieved.shareCell }))
        if hasBounds, detail == .full {
            columns.append(
                (
                    context.column("achieved_upper", .computedUpper, isNumeric: true),
                    achievedUpper
                ))
        }
        columns.append(
            (
                context.column("remaining", .remaining, isNumeric: true),
                // What a share lacks is in percentage points.
                { progress in
                    let cell = cell(progress.remaining, progress.measure)
                    return progress.measure.format == .share ? cell.inPoints(language) : cell
                }
            ))
        if detail == .full {
            columns.append(
                (context.column("period_passed", .periodPassed, isNumeric: true), { .share($0.periodPassed) }))
        }
        columns.append((context.column("status", .status, isNumeric: false), { .text($0.status.name(language)) }))
        return columns
    }

    /// The most that the figure can be; not known where nothing limits it, and empty where it is the figure itself.
    private func upper(_ progress: TargetProgress) -> Cell {
        progress.isOpenAbove ? .unknown : progress.actualUpper.map { .whole($0) } ?? .empty
    }

    private func achievedUpper(_ progress: TargetProgress) -> Cell {
        progress.isOpenAbove && progress.achieved.number != nil
            ? .unknown : progress.achievedUpper.map { .share($0) } ?? .empty
    }

    /// The measure, by when, and of which records: one name, by which charts know the target too.
    func figure(_ progress: TargetProgress) -> String {
        let filter = progress.target.filter
        let records = filter.isEmpty ? nil : (try? Filter.list(parsing: filter)).map(names.words) ?? filter
        let particulars = [language.period(progress.target.period), records].compactMap(\.self)
        return progress.measure.heading(withUnit: currency, language)
            + " (\(particulars.joined(separator: language(Phrase.listSemicolon))))"
    }

    /// A target or baseline, in the form of the measure.
    func cell(_ number: ExactDecimal, _ measure: Measure) -> Cell { number.cell(measure, currency: currency) }

    private func cell(_ value: Value, _ measure: Measure) -> Cell {
        switch value {
        case .count(let count) where measure.format != .count && measure.format != .share:
            cell(ExactDecimal(count), measure)
        case .decimal(let number) where measure.format != .money: cell(number, measure)
        default: value.cell(measure, currency: currency)
        }
    }

    // MARK: For programs

    private var data: Grid {
        let columns = [
            context.column("measure", .figure, isNumeric: false), context.column("where", .filters, isNumeric: false),
            context.column("period", .period, isNumeric: false), context.column("target", .target, isNumeric: true),
            context.column("baseline", .baseline, isNumeric: true), context.column("actual", .actual, isNumeric: true),
            context.column("actual_upper", .computedUpper, isNumeric: true),
            context.column("achieved", .achieved, isNumeric: true),
            context.column("achieved_upper", .computedUpper, isNumeric: true),
            context.column("remaining", .remaining, isNumeric: true),
            context.column("period_passed", .periodPassed, isNumeric: true),
            context.column("status", .status, isNumeric: false), context.column("source", .source, isNumeric: false),
        ]
        let rows = progress.map { progress in
            let target = progress.target
            return Grid.Row([
                .text(target.measure), .text(target.filter), .text(target.period),
                cell(target.value, progress.measure),
                target.baseline.map { cell($0, progress.measure) } ?? .empty,
                cell(progress.actual, progress.measure), upper(progress),
                progress.achieved.shareCell, achievedUpper(progress),
                cell(progress.remaining, progress.measure), .share(progress.periodPassed),
                .text(progress.status.rawValue), target.source.map { .text($0) } ?? .empty,
            ])
        }
        return Grid(columns: columns, rows: rows)
    }

    // MARK: Notes

    private var notes: [String] {
        let counts = Status.allCases.compactMap { status -> String? in
            let count = progress.count { $0.status == status }
            return count == 0 ? nil : "\(status.name(language)) (\(grouped(count)))"
        }
        let count =
            counts.isEmpty
            ? language(TargetSentence.none)
            : language(TargetSentence.counted, ["count": grouped(progress.count), "list": language.list(counts)])
        return [count] + TargetNotes(progress, language, name: figure).all
    }
}
