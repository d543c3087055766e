import Reporting
import TrainingStats

/// The figures of a table one by one, each with the members that it is of, in words.
///
/// Tables by dimensions are listed by their data, with the names of members; of others the table for people is such a list, in
/// words. The earlier figures of trends come last.
struct FigureList {
    /// A figure; what is not known or not applicable has its shorthand.
    struct Line {
        let key: [(heading: String, member: Cell)]
        let isTotal: Bool
        /// Heading of the figure.
        let figure: String
        let value: Cell
        /// Along what its values may be added; nil if along nothing.
        let adds: String?
    }

    let table: Table
    private let document: Document
    private let definitions: [String: Definition]
    private let grid: Grid

    init(_ table: Table, _ document: Document) {
        (self.table, self.document) = (table, document)
        definitions = Dictionary(table.definitions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let ids = Set(table.data.columns.map(\.id))
        let isCrossed = table.display.columns.contains { $0.isNumeric && !ids.contains($0.id) }
        // The words of data have Latin digits, those of documents the digits of the report.
        var grid = table.structure != nil || isCrossed ? table.namedData : table.display
        for column in grid.columns.indices {
            grid.columns[column].heading = document.words(grid.columns[column].heading)
        }
        self.grid = grid
    }

    /// How many columns name a figure.
    var keyCount: Int { grid.keyCount }

    var lines: [Line] {
        let adds = grid.columns.indices.map(adds)
        return grid.rows.flatMap { row -> [Line] in
            let key = key(of: row)
            return grid.columns.indices.dropFirst(keyCount).compactMap { column in
                guard grid.columns[column].isNumeric, row.cells[column] != .empty else { return nil }
                return Line(
                    key: key, isTotal: row.isTotal, figure: grid.columns[column].heading, value: row.cells[column],
                    adds: adds[column])
            }
        } + trendLines
    }

    /// The figures of earlier periods than the newest of the trend, which the table has itself.
    private var trendLines: [Line] {
        guard let trends = table.trends, trends.rows.count == grid.rows.count else { return [] }
        let shown = Set(grid.columns.map(\.heading))
        return zip(grid.rows, trends.rows).flatMap { row, figures -> [Line] in
            zip(trends.periods, figures).dropLast().filter { !shown.contains($0.0) }.map { period, figure in
                Line(key: key(of: row), isTotal: row.isTotal, figure: period, value: figure, adds: nil)
            }
        }
    }

    private func key(of row: Grid.Row) -> [(heading: String, member: Cell)] {
        zip(grid.columns, row.cells).prefix(keyCount).map { column, cell in
            if case .text(let text) = cell {
                (column.heading, .text(document.words(text)))
            } else {
                (column.heading, cell)
            }
        }
    }

    /// What the definition of a measure says holds where rows are its members, which a structure describes; else a column adds up
    /// if its total does.
    private func adds(_ column: Int) -> String? {
        if table.structure != nil { return grid.columns[column].definition.flatMap { definitions[$0]?.adds } }
        let isSum = grid.rows.contains { $0.isTotal && $0.additiveColumns.contains(column) }
        return isSum ? document.language(Phrase.yes) : nil
    }
}
