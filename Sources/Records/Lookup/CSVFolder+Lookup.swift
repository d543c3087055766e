import Support
import Workbooks

/// What is said where a folder, or what stands in its place, is no dataset.
extension CSVFolder {
    /// What to say of tables that are missing in the folder.
    public func explanation(
        ofMissing missing: MissingTables, having contents: SourceContents
    ) throws(ReadError) -> NoDataset {
        let present = contents.tables.keys
        let names = try names()
        let needed = missing.list { table, _ in table.fileName }
        let meant = names.compactMap { name in
            TableFileName.isText(name) ? TableFileName.table(meantBy: name).map { (name: name, table: $0) } : nil
        }
        let toRename = missing.tables.compactMap { table in meant.first { $0.table == table } }
        guard toRename.isEmpty else {
            return NoDataset(
                path: path, found: Self.found(toRename.map(\.name), in: names), missing: needed,
                next: toRename.map { .command("mv \(word($0.name)) \(word($0.table.fileName))") })
        }
        guard present.isEmpty else {
            return NoDataset(
                path: path, found: Self.found(present.map(\.fileName).sorted(), in: names), missing: needed,
                // It is filled with the tables that there are.
                next: [.command("tadrib template -o registration.xlsx \(path.shellWord)")])
        }
        return explanation(ofOther: names, needed: needed)
    }

    /// What to say of files that seem to be tables, and are not read for their names.
    func misnamedTables() throws(ReadError) -> [BilingualText] {
        try names().filter(TableFileName.isText).compactMap { name in
            TableFileName.table(meantBy: name).map { table in
                BilingualText(
                    en: "\(word(name)) is not read; the name of the table is \(table.fileName)",
                    ar: "\(word(name).isolated): ملف لم يُقرأ، فاسم الجدول \(table.fileName.isolated)")
            }
        }
    }

    private func names() throws(ReadError) -> [String] {
        do throws(FileError) { return try FileSystem.names(in: path).filter { !$0.hasPrefix(".") } } catch {
            throw ReadError(error)
        }
    }

    /// What to say of a folder without any table.
    private func explanation(ofOther names: [String], needed: BilingualText) -> NoDataset {
        guard !names.isEmpty else {
            return NoDataset(
                path: path, found: .init(en: "the folder is empty", ar: "المجلد فارغ"), missing: needed,
                next: BilingualText.waysIn)
        }
        let inner = names.first { FileStatus.kind(of: "\(path)/\($0)/courses.csv") == .file }
        let books = names.filter(TableFileName.isWorkbook)
        let texts = names.filter(TableFileName.isText)
        let tableBooks = books.filter { TableFileName.table(meantBy: $0) != nil }
        let next: [BilingualText] =
            if let inner {
                [.command("tadrib check \(word(inner))")]
            } else if tableBooks.count > 1 {
                [
                    .init(
                        en: "put these as sheets into one workbook, or save each as CSV (courses.csv); then:",
                        ar: "ضع هذه أوراقاً في مصنف واحد، أو احفظ كلاً منها بصيغة CSV (courses.csv)؛ ثم:"),
                    .command("tadrib check \(books.count == tableBooks.count ? path.shellWord : word(books[0]))"),
                ]
            } else if let book = books.first {
                [
                    .command("tadrib check \(word(book))"),
                    .command("tadrib import \(word(book)) --into records"),
                ]
            } else if let text = texts.first {
                [.command("tadrib import \(word(text)) --into records")]
            } else {
                BilingualText.waysIn
            }
        return NoDataset(path: path, found: Self.found(names, in: names), missing: needed, next: next)
    }

    /// What to say of a file in the place of a folder.
    func explanation(ofFile kind: LookedAtFile) -> NoDataset {
        let (folder, name) = FilePath.parts(of: path)
        switch kind {
        case .text where RecordTable.allCases.contains { $0.fileNames.contains(name) }:
            return NoDataset(
                path: path,
                found: .init(en: "it is one table of a dataset", ar: "هو جدول واحد من مجموعة بيانات"),
                next: [.command("tadrib check \((folder.isEmpty ? "." : folder).shellWord)")])
        case .text:
            return NoDataset(
                path: path,
                found: .init(
                    en:
                        "it is one file of text, and a dataset is a folder of tables, or a workbook with a sheet for each",
                    ar: "هو ملف نصي واحد، ومجموعة البيانات مجلد جداول، أو مصنف فيه ورقة لكل جدول"),
                missing: MissingTables(beside: []).list { table, _ in table.fileName },
                next: [.command("tadrib import \(path.shellWord) --into records")])
        case .pdf:
            return NoDataset(
                path: path,
                found: .init(
                    en: "it is a PDF, which holds pages and no records", ar: "هو ملف PDF، وفيه صفحات لا سجلات"),
                next: [
                    .init(
                        en: "save the register as .xlsx or .csv where it comes from; then:",
                        ar: "احفظ السجل بصيغة .xlsx أو .csv من حيث أتى؛ ثم:"),
                    .command("tadrib import register.xlsx --into records"),
                ])
        case .other:
            return NoDataset(
                path: path,
                found: .init(
                    en: "it is a file, and neither a workbook nor text", ar: "هو ملف، وليس مصنفاً ولا نصاً"),
                next: BilingualText.waysIn)
        }
    }

    /// The names of the files, the first few of them.
    private static func found(_ shown: [String], in names: [String]) -> BilingualText {
        let few = shown.prefix(5).map { $0.shortened(to: 60) }
        let more = names.count - few.count
        return BilingualText(
            en: "the folder has \(few.joined(separator: ", "))" + (more > 0 ? " and \(more) more" : ""),
            ar: "في المجلد \(few.joined(separator: "، "))" + (more > 0 ? " وغيرها: \(more)" : ""))
    }

    private func word(_ name: String) -> String { "\(path)/\(name)".shellWord }
}

/// What a file that is no workbook is, by its first bytes.
enum LookedAtFile {
    case text, pdf, other

    /// What a file is that begins like this.
    init(_ start: [UInt8]) {
        if start.starts(with: Array("%PDF".utf8)) {
            self = .pdf
        } else if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
            || !start.contains(where: { $0 < 0x09 || (0x0E..<0x20).contains($0) })
        {
            self = .text
        } else {
            self = .other
        }
    }

    /// What the file at a path is.
    init(startOf path: String) throws(ReadError) {
        let bytes = try FileBytes(path: path)
        var start = [UInt8](repeating: 0, count: 4_096)
        let count = try bytes.read(into: &start, at: 0, count: start.count)
        self.init(Array(start.prefix(count)))
    }
}
