import Reporting
import TrainingStats

/// The figures of a table one by one, each with the members that it is of, in words.
///
/// Tables by dimensions are listed by their data, with the names of members; of others the table for people is such a list, in
/// words. The earlier figures of trends come last.
struct FigureList {
    /// A figure.
    struct Line {
        /// The properties and members that it is of.
        let key: [(heading: String, member: Cell)]
        let isTotal: Bool
        /// The measure, and what of it the figure is where it is not the measure itself: its change, its target.
        let figure: String
        /// The period in words; empty where the figure is of several.
        let period: String
        /// The figure; what is not known or not applicable has its shorthand.
        let value: Cell
        let unit: String
        /// Along what its values may be added; nil if along nothing.
        let adds: String?
    }

    let table: Table
    private let document: Document
    private let definitions: [String: Definition]
    private let grid: Grid
    /// The columns of the key that are properties; a column of properties goes with that of their members behind it.
    private let properties: [Int]
    /// The column with the measures of rows; nil where columns are of measures.
    private let measures: Int?

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
        let key = grid.columns.prefix(grid.keyCount)
        let measures = key.firstIndex { $0.id == "measure" || $0.id == "indicator" }
        self.measures = measures
        properties = key.indices.filter { index in
            let isMember = index > 0 && grid.columns[index - 1].id == "property"
            return index != measures && key[index].id != "period" && !isMember
        }
    }

    /// How many properties name a figure.
    var keyCount: Int { properties.count }

    var lines: [Line] {
        let adds = grid.columns.indices.map(adds)
        return grid.rows.flatMap { row -> [Line] in
            grid.columns.indices.dropFirst(grid.keyCount).compactMap { column in
                guard grid.columns[column].isNumeric, row.cells[column] != .empty else { return nil }
                return line(
                    row, figure(row, column), period(row, column), row.cells[column],
                    currency: row.unit ?? grid.columns[column].unit, adds: adds[column])
            }
        } + trendLines
    }

    /// The figures of earlier periods than the newest of the trend, which the table has itself.
    private var trendLines: [Line] {
        guard let trends = table.trends, trends.rows.count == grid.rows.count else { return [] }
        let shown = Set(grid.columns.map(\.heading))
        return zip(grid.rows, trends.rows).flatMap { row, figures -> [Line] in
            zip(trends.periods, figures).dropLast().filter { !shown.contains($0.0) }.map { period, figure in
                line(row, words(row, measures), period, figure, currency: row.unit, adds: nil)
            }
        }
    }

    private func line(
        _ row: Grid.Row, _ figure: String, _ period: String, _ value: Cell, currency: String?, adds: String?
    ) -> Line {
        Line(
            key: key(of: row), isTotal: row.isTotal, figure: figure, period: period, value: value,
            unit: unit(of: value, currency), adds: adds)
    }

    private func key(of row: Grid.Row) -> [(heading: String, member: Cell)] {
        properties.map { column in
            grid.columns[column].id == "property"
                ? (words(row, column), member(row, column + 1)) : (grid.columns[column].heading, member(row, column))
        }
    }

    private func member(_ row: Grid.Row, _ column: Int) -> Cell {
        if case .text(let text) = row.cells[column] { .text(document.words(text)) } else { row.cells[column] }
    }

    /// The words in a column of a row; empty where it has none.
    private func words(_ row: Grid.Row, _ column: Int?) -> String {
        if let column, case .text(let text) = row.cells[column] { document.words(text) } else { "" }
    }

    /// The words in the column of a row with an identifier.
    private func words(_ row: Grid.Row, in id: String) -> String {
        words(row, grid.columns.firstIndex { $0.id == id })
    }

    /// The heading of a figure, behind the measure of its row; what was published is named with its claim.
    private func figure(_ row: Grid.Row, _ column: Int) -> String {
        let heading = grid.columns[column].heading
        guard let measures else { return heading }
        guard grid.columns[column].period == nil else { return words(row, measures) }
        let claim = grid.columns[column].id == "published" ? words(row, in: "qualifier") : ""
        return document.language.list([words(row, measures), heading, claim].filter { !$0.isEmpty })
    }

    /// The period of a figure: of its column or row, else of what the table begins with.
    private func period(_ row: Grid.Row, _ column: Int) -> String {
        let ofClaim =
            ["published", "difference"].contains(grid.columns[column].id) ? words(row, in: "published-period") : ""
        let ofRow = ofClaim.isEmpty ? words(row, in: "period") : ofClaim
        return ofRow.isEmpty
            ? grid.columns[column].period ?? grid.columns.lazy.compactMap(\.period).first ?? table.period ?? "" : ofRow
    }

    private func unit(of value: Cell, _ currency: String?) -> String {
        switch value.unmarked.unsigned {
        case .share: document.language(Phrase.fraction)
        case .points(_, let unit): unit
        case .whole, .decimal, .real: currency ?? document.language(Phrase.number)
        default: ""
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
