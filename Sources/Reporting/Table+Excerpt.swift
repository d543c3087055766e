import TrainingStats

extension Table {
    /// The most rows that a text to be read shows as a whole.
    private static let mostRows = 60
    /// How many rows a text to be read shows of a longer table.
    public static let shownRows = 40

    /// The table with an excerpt where it is too long to be read.
    func shortened(_ language: Language) -> Table {
        let rows = display.rows
        guard rows.count > Self.mostRows else { return self }
        let end = rows.lastIndex { !$0.isTotal && !$0.isUnknown }.map { $0 + 1 } ?? rows.count
        guard end > Self.shownRows else { return self }
        var result = self
        result.excerpt = Excerpt(
            grid: Grid(columns: display.columns, rows: Array(rows.prefix(Self.shownRows)) + rows[end...]),
            note: language(
                Sentence.firstRows, ["shown": grouped(Self.shownRows), "all": grouped(end)]))
        return result
    }
}
