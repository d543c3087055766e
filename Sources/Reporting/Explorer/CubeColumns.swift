import Aggregation
import Support
import TrainingStats

/// The figures of a cube, and the numbers of their values.
struct CubeColumns {
    /// The figures, with all values that were met.
    private(set) var figures: [FigureCube.Figure]
    private let scope: ReportScope
    private let revised: RevisedFigures
    private var numbers: [[Cell: Int]]

    /// The figures of some answers, in their order.
    init(_ summaries: [Summary], _ scope: ReportScope, revised: RevisedFigures) {
        self.scope = scope
        self.revised = revised
        let language = scope.context.language
        var found: [FigureCube.Figure] = []
        for summary in summaries {
            let builder = Self.builder(summary, scope, revised)
            for figure in builder.figures where !found.contains(where: { $0.id == figure.id }) {
                let absent = summary.absentValue(of: figure.measure, at: []).cell(
                    figure.measure, currency: scope.dataset.settings.currency)
                let new = FigureCube.Figure(
                    id: figure.id,
                    heading: figure.measure.heading(withUnit: scope.dataset.settings.currency, language),
                    definition: figure.measure.definition(language), countsPersons: figure.measure.countsPersons,
                    isOfPlans: figure.measure.reachesUndelivered,
                    values: [Self.marked(absent, scope)])
                // An upper bound stands behind its lower one.
                let lower = found.firstIndex { figure.isUpper && $0.id == figure.measure.id }
                found.insert(new, at: lower.map { $0 + 1 } ?? found.endIndex)
            }
        }
        figures = found
        numbers = found.map { [$0.values[0]: 0] }
    }

    /// For each figure the places of its values in some cells of an answer.
    ///
    /// Where an answer leaves nothing open the upper bound is the figure; where it lacks a measure, nothing applies.
    mutating func places(of cells: [Summary.Cell], in summary: Summary) -> [[Int]] {
        let builder = Self.builder(summary, scope, revised)
        return figures.indices.map { index in
            let id = figures[index].id
            let figure =
                builder.figures.first { $0.id == id }
                ?? builder.figures.first { $0.id + TableBuilder.endingOfUpper == id }
            return cells.map { cell in
                place(of: figure.map { builder.figureCell($0, of: cell) } ?? .notApplicable, at: index)
            }
        }
    }

    private mutating func place(of value: Cell, at index: Int) -> Int {
        let value = Self.marked(value, scope)
        if let place = numbers[index][value] { return place }
        figures[index].values.append(value)
        numbers[index][value] = figures[index].values.count - 1
        return figures[index].values.count - 1
    }

    /// A value with the mark that figures of the release have, if it is a provisional one.
    private static func marked(_ value: Cell, _ scope: ReportScope) -> Cell {
        scope.context.release?.provisionalUntil == nil ? value : value.marked(.provisional)
    }

    private static func builder(
        _ summary: Summary, _ scope: ReportScope, _ revised: RevisedFigures
    ) -> TableBuilder {
        TableBuilder(
            summary, on: scope.dataset, scope.context.language, showsBounds: true, rowsAlone: true,
            isRevised: revised.test(in: summary))
    }
}
