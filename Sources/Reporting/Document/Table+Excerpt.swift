import Support
import TrainingStats

/// Files of a pack that hold all rows of its tables.
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
    /// The largest number of rows that documents for people show completely.
    private static let mostRows = 60
    /// The number of rows shown of a longer table.
    public static let shownRows = 40

    /// The table with an excerpt if it is too long and some other file has all of its rows.
    func shortened(_ language: Language, completeIn places: [CompleteTables]) -> Table {
        let rows = display.rows
        guard rows.count > Self.mostRows, !places.isEmpty else { return self }
        let end = rows.lastIndex { !$0.isTotal && !$0.isUnknown }.map { $0 + 1 } ?? rows.count
        guard end > Self.shownRows else { return self }
        var result = self
        result.excerpt = Excerpt(
            grid: display.with(rows: Array(rows.prefix(Self.shownRows)) + rows[end...]),
            note: language(
                NoteSentence.firstRows,
                [
                    "shown": grouped(Self.shownRows), "all": grouped(end),
                    "places": language.listWithAnd(places.map { language($0.phrase) }),
                ]))
        return result
    }
}
