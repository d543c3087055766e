import Records
import Reporting
import Stores
import Support

/// What an import into a store came to.
struct ImportReport {
    private let outcome: ImportOutcome
    private let store: String
    private let language: Language

    /// The report on an import, in a language.
    init(_ outcome: ImportOutcome, store: String, _ language: Language) {
        self.outcome = outcome
        self.store = store
        self.language = language
    }

    /// A line for the import and one for each table.
    var lines: [String] {
        let result = outcome.hasChanges ? HistoryPhrase.imported : .nothingChanged
        let tables = outcome.tables.map { table, rows in "  \(table.rawValue): \(words(for: rows))" }
        return [language(result, ["store": store, "number": "\(outcome.number)"])] + tables
    }

    private func words(for rows: ImportOutcome.Rows) -> String {
        let counts: [(count: Int, phrase: HistoryPhrase)] = [
            (rows.new, .newRows), (rows.changed, .changedRows), (rows.gone, .goneRows),
            (rows.unchanged, .unchangedRows), (rows.rejected, .rejectedRows),
        ].filter { $0.count > 0 }
        guard !counts.isEmpty else { return language(HistoryPhrase.noRows) }
        return counts.map { language($0.phrase, ["count": "\($0.count)"]) }.joined(
            separator: language(Phrase.listComma))
    }
}
