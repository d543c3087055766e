import Reporting

extension Table {
    /// The table for people with a column of its trends behind the change of each figure, in signs that every font has.
    func withTrends() -> Grid {
        guard let trends, trends.rows.count == display.rows.count else { return display }
        var grid = display
        let place = trendColumn
        grid.columns.insert(.init(id: "trend", heading: trends.heading, isNumeric: false), at: place)
        for (row, figures) in trends.rows.enumerated() {
            grid.rows[row].cells.insert(figures.isEmpty ? .empty : .text(Self.signs(figures)), at: place)
        }
        return grid
    }

    /// The same table, with that column for people.
    func showingTrends() -> Table {
        var table = self
        table.display = withTrends()
        return table
    }

    /// Behind the figures that are compared, before those of all time.
    private var trendColumn: Int {
        let compared = [KeyFigures.currentColumn, "previous", "change", "change-percent"]
        return (display.columns.lastIndex { compared.contains($0.id) } ?? 0) + 1
    }

    private static let levels: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// A sign for each figure, as high as it is of the greatest; a dot where it is not known.
    private static func signs(_ figures: [Cell]) -> String {
        let numbers = figures.map(\.finite)
        let most = numbers.compactMap(\.self).max() ?? 0
        return String(
            numbers.map { number in
                guard let number, most > 0 else { return number == nil ? "·" : levels[0] }
                let level = Int((number / most * Double(levels.count)).rounded()) - 1
                return levels[min(max(level, 0), levels.count - 1)]
            })
    }
}
