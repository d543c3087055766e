import Support
import Workbooks

/// What is said where a workbook is no dataset.
extension WorkbookSource {
    /// What to say of tables that have no sheet, or a sheet without rows.
    public func explanation(
        ofMissing missing: MissingTables, having contents: SourceContents
    ) throws(ReadError) -> NoDataset {
        let sheets = try Self.spreadsheet(path).sheets
        let empty = sheets.compactMap { sheet -> RecordTable? in
            guard case .records(let table) = Self.purpose(of: sheet) else { return nil }
            return contents.tables[table] == nil ? table : nil
        }
        let needed = missing.list { $0.title($1) }
        let word = path.shellWord
        if Set(missing.tables).isSubset(of: empty) {
            return NoDataset(
                path: path,
                found: .init(en: "sheets that are needed have no rows", ar: "أوراق لازمة بلا صفوف"), missing: needed,
                next: [
                    .init(en: "fill these sheets in; then:", ar: "املأ هذه الأوراق؛ ثم:"),
                    .command("tadrib check \(word)"),
                ])
        }
        let names = sheets.map(\.name)
        return NoDataset(
            path: path, found: Self.found(names), missing: needed,
            next: contents.tables.isEmpty
                ? [.command("tadrib import \(word) --into records")]
                // It has all sheets, and is filled with those that there are.
                : [.command("tadrib template -o registration.xlsx \(word)")])
    }

    private static func found(_ names: [String]) -> BilingualText {
        let few = names.prefix(6).map { $0.shortened(to: 60) }
        let more = names.count - few.count
        return BilingualText(
            en: "the workbook has the sheets \(few.joined(separator: ", "))" + (more > 0 ? " and \(more) more" : ""),
            ar: "في المصنف الأوراق \(few.joined(separator: "، "))" + (more > 0 ? " وغيرها: \(more)" : ""))
    }
}

extension NoDataset {
    /// An archive that is no workbook.
    static func archive(_ path: String) -> NoDataset {
        NoDataset(
            path: path, found: .init(en: "it is an archive, and no workbook", ar: "هو ملف مضغوط وليس مصنفاً"),
            next: [.command("unzip \(path.shellWord) -d records"), .command("tadrib check records")])
    }
}
