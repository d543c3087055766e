import Support
import TrainingStats

/// What has all rows of a report's tables beside a text to be read.
public enum CompleteTables: Sendable, CaseIterable {
    /// A CSV file of each table.
    case csv
    /// The workbook.
    case workbook
    /// The page for browsers.
    case page

    var phrase: Phrase {
        switch self {
        case .csv: .csvFile
        case .workbook: .workbook
        case .page: .page
        }
    }
}

extension Table {
    /// The most rows that a text to be read shows as a whole.
    private static let mostRows = 60
    /// How many rows a text to be read shows of a longer table.
    public static let shownRows = 40

    /// The table with an excerpt where it is too long to be read and something else has all rows.
    func shortened(_ language: Language, completeIn places: [CompleteTables]) -> Table {
        let rows = display.rows
        guard rows.count > Self.mostRows, !places.isEmpty else { return self }
        let end = rows.lastIndex { !$0.isTotal && !$0.isUnknown }.map { $0 + 1 } ?? rows.count
        guard end > Self.shownRows else { return self }
        var result = self
        result.excerpt = Excerpt(
            grid: Grid(columns: display.columns, rows: Array(rows.prefix(Self.shownRows)) + rows[end...]),
            note: language(
                Sentence.firstRows,
                [
                    "shown": grouped(Self.shownRows), "all": grouped(end),
                    "places": language.listWithAnd(places.map { language($0.phrase) }),
                ]))
        return result
    }
}
