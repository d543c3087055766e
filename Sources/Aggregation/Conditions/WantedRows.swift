import Support
import TrainingStats

/// The rows of a request that meet conditions: what has to be summed up to find them.
///
/// A row is judged by its figures over all columns, whatever members of the rows are kept.
package struct WantedRows: Sendable {
    /// Figures of the conditions that one request answers.
    private struct Part: Sendable {
        let figures: [String]
        let request: TransformedRequest
    }

    private let conditions: [FigureCondition]
    private let parts: [Part]
    private let rowCount: Int
    /// Whether some members of the rows alone are kept, so that the table itself does not have all rows.
    private let keepsMembers: Bool
    /// The headings of the figures.
    let headings: [String: BilingualText]

    /// What has to be summed up.
    package var requests: [SummaryRequest] { parts.flatMap(\.request.requests) }

    /// The rows of a request that meet all conditions; the dataset is described as for a transformed request.
    ///
    /// A figure that rows do not have is not applicable, and no row meets a condition on it.
    ///
    /// - Throws: ``RequestError`` for unknown names, and where a transform has no meaning.
    package init(
        _ conditions: [FigureCondition], of request: SummaryRequest, sessions: [SessionDays], deliveries: [SessionDays],
        calendar: CalendarSettings, catalogue: Catalogue
    ) throws(RequestError) {
        self.conditions = conditions
        rowCount = request.rows.count
        keepsMembers = request.kept != nil
        var (parts, headings): ([Part], [String: BilingualText]) = ([], [:])
        for (transform, figures) in try Self.figures(of: conditions, in: catalogue) {
            let asked = Self.request(for: figures.map(\.measure.id), of: request, in: catalogue)
            parts.append(
                Part(
                    figures: figures.map(\.id),
                    request: try TransformedRequest(
                        [transform].compactMap(\.self), of: asked, sessions: sessions, deliveries: deliveries,
                        calendar: calendar, isComplete: false, catalogue: catalogue)))
            for figure in figures { headings[figure.id] = figure.heading }
        }
        self.parts = parts
        self.headings = headings
    }

    /// Finds out whether conditions have a meaning for the rows of a request on any dataset.
    ///
    /// - Throws: ``RequestError`` as the initialiser does, and where no row can have one of the figures.
    package static func validate(
        _ conditions: [FigureCondition], of request: SummaryRequest, in catalogue: Catalogue
    ) throws(RequestError) {
        for (transform, figures) in try figures(of: conditions, in: catalogue) {
            for figure in figures { try figure.validate(for: request, in: catalogue) }
            try TransformedRequest.validate(
                [transform].compactMap(\.self),
                of: Self.request(for: figures.map(\.measure.id), of: request, in: catalogue),
                in: catalogue)
        }
    }

    /// The rows that meet the conditions, and how many were judged.
    package struct Result: Sendable {
        /// The rows.
        package let rows: Set<[Summary.Member]>
        /// How many rows were judged.
        let judged: Int
    }

    /// The rows that meet the conditions.
    package func rows<Failure: Error>(
        from answer: (SummaryRequest) throws(Failure) -> Summary
    ) throws(Failure) -> Result {
        var values: [[Summary.Member]: [String: Value]] = [:]
        for part in parts {
            let summary = try part.request.summary(from: answer)
            let columns = part.figures.map { figure in summary.measures.firstIndex { $0.id == figure } }
            for cell in summary.cells where cell.members.dropFirst(rowCount).allSatisfy({ $0 == .total }) {
                let row = Array(cell.members.prefix(rowCount))
                for (figure, column) in zip(part.figures, columns) {
                    if let column { values[row, default: [:]][figure] = cell.values[column] }
                }
            }
        }
        let met = values.filter { _, figures in conditions.allSatisfy { $0.holds(for: { figures[$0] }) } }.keys
        return Result(rows: Set(met), judged: values.keys.count { !$0.contains(.total) })
    }

    /// A summary with those of its rows alone that are among these.
    package func narrowed(_ summary: Summary, to result: Result) -> Summary {
        var narrowed = summary
        let (count, all) = narrowed.keep(result.rows)
        narrowed.rowsShown = Summary.RowsShown(
            count: count, all: keepsMembers ? result.judged : all, conditions: conditions, headings: headings)
        return narrowed
    }

    /// The request for measures of whole rows, with cells where the request itself has them.
    private static func request(
        for measures: [String], of request: SummaryRequest, in catalogue: Catalogue
    ) -> SummaryRequest {
        var asked = request
        asked.kept = nil
        asked.totals = true
        let distinct = measures.enumerated().filter { !measures[..<$0.offset].contains($0.element) }.map(\.element)
        asked.measures =
            distinct
            + request.measures.filter { !distinct.contains($0) && catalogue.measure($0)?.reachesUndelivered == true }
        return asked
    }

    /// The figures of conditions by their transform.
    private static func figures(
        of conditions: [FigureCondition], in catalogue: Catalogue
    ) throws(RequestError) -> [(transform: Transform?, figures: [ConditionFigure])] {
        var groups: [(transform: Transform?, figures: [ConditionFigure])] = []
        for id in conditions.flatMap(\.figures) {
            let figure = try ConditionFigure(id, in: catalogue)
            if let index = groups.firstIndex(where: { $0.transform == figure.transform }) {
                if !groups[index].figures.contains(where: { $0.id == id }) { groups[index].figures.append(figure) }
            } else {
                groups.append((figure.transform, [figure]))
            }
        }
        return groups
    }
}
