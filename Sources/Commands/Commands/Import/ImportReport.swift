import Records
import Stores
import Support

/// What an import into a store came to.
struct ImportReport {
    private let outcome: ImportOutcome
    private let store: String

    /// The report on an import.
    init(_ outcome: ImportOutcome, store: String) {
        self.outcome = outcome
        self.store = store
    }

    /// A line for the import and one for each table.
    var lines: [BilingualText] {
        let result: BilingualText =
            outcome.hasChanges
            ? .init(en: "import \(outcome.number)", ar: "الاستيراد \(outcome.number)")
            : .init(
                en: "import \(outcome.number): nothing has changed", ar: "الاستيراد \(outcome.number): لم يتغير شيء")
        return [.init(en: "\(store): \(result.en)", ar: "\(store.isolated): \(result(.ar))")]
            + outcome.tables.map { line(of: $0.table, $0.rows) }
    }

    private func line(of table: RecordTable, _ rows: ImportOutcome.Rows) -> BilingualText {
        let parts: [(count: Int, en: String, ar: String)] = [
            (rows.new, "new", "جديدة"), (rows.changed, "changed", "متغيرة"), (rows.gone, "gone", "محذوفة"),
            (rows.unchanged, "unchanged", "لم تتغير"), (rows.rejected, "left out", "متروكة"),
        ].filter { $0.count > 0 }
        let english = parts.map { "\($0.count) \($0.en)" }.joined(separator: ", ")
        let arabic = parts.map { "\($0.ar): \($0.count)" }.joined(separator: "، ")
        return .init(
            en: "  \(table.rawValue): \(english.isEmpty ? "no rows" : english)",
            ar: "  \(table.rawValue.isolated): \(arabic.isEmpty ? "بلا صفوف" : arabic)")
    }
}
