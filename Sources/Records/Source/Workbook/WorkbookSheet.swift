import Support
import Synchronization
import TrainingStats
import Workbooks

/// A table on a sheet of a workbook.
final class WorkbookSheet: TableInput {
    private let book: WorkbookFile
    private let sheet: Sheet
    /// The letters of the columns, by their identifiers and by their headings as they stand.
    private let letters: [String: String]
    private let hiddenRows = Mutex(0)

    /// A table whose first row has its headings.
    ///
    /// - Throws: ``ReadError`` where the headings are merged.
    init(_ book: WorkbookFile, _ sheet: Sheet, _ table: RecordTable) throws(ReadError) {
        self.book = book
        self.sheet = sheet
        let first = try book.first(2, of: sheet)
        var letters: [String: String] = [:]
        let names = table.fields.map(\.name)
        let index = table.headings
        for cell in first.first?.cells ?? [] {
            let heading = String(decoding: cell.text, as: UTF8.self)
            let letter = columnLetters(cell.column)
            letters[heading] = letters[heading] ?? letter
            if let name = index(heading).map({ names[$0] }) { letters[name] = letters[name] ?? letter }
        }
        self.letters = letters
        // Merged headings leave gaps. Where they do not, they are found when the table has been read.
        let width = first.compactMap { $0.cells.last?.column }.max() ?? -1
        if let header = first.first, header.cells.count < width + 1 {
            try checkHeadings(at: header.number, among: try book.mergedRanges(of: sheet))
        }
    }

    var name: String { "\(book.file.name)!\(sheet.name)" }
    var shortName: String { sheet.name }
    var fingerprint: String { book.file.fingerprint }
    var filePath: String? { book.file.path }
    var size: Int? { nil }
    // A cell takes some forty bytes of XML, and five of CSV.
    var estimatedSize: Int { book.book.size(of: sheet) / 8 }

    func sha256() throws(ReadError) -> String { try book.sha256() }
    func checkUnchanged() throws(ReadError) { try book.file.checkUnchanged() }

    func place(ofRow row: Int, column: String) -> String { "\(name):\(letters[column] ?? "")\(row)" }

    var notices: [BilingualText] {
        let hidden = hiddenRows.withLock { $0 }
        var notices: [BilingualText] = []
        if sheet.isHidden {
            notices.append(
                BilingualText(
                    en: "\(name): the sheet is hidden, and its rows count",
                    ar: "\(name.isolated): الورقة مخفية وصفوفها محتسبة"))
        }
        if hidden > 0 {
            notices.append(
                BilingualText(
                    en: "\(name): hidden rows: \(hidden); they count like all others",
                    ar: "\(name.isolated): صفوف مخفية: \(hidden)، وهي محتسبة كغيرها"))
        }
        return notices
    }

    func open() throws(ReadError) -> sending TableContent { .blocks(SheetCSV(try book.rows(of: sheet), of: self)) }

    /// Takes note of what shows when all rows have been read.
    func finish(hiddenRows: Int, headings: Int?, merged: [CellRange]) throws(ReadError) {
        self.hiddenRows.withLock { $0 = hiddenRows }
        if let headings { try checkHeadings(at: headings, among: merged) }
    }

    private func checkHeadings(at row: Int, among merged: [CellRange]) throws(ReadError) {
        guard let range = merged.first(where: { $0.rows.contains(row) }) else { return }
        throw .unreadable(
            path: name,
            reason: .init(
                en:
                    "the cells \(CellName.range(range)) are merged, and row \(row) has the headings; unmerge them, so that "
                    + "each column has a heading of its own, or bring the sheet in with tadrib import",
                ar:
                    "الخلايا \(CellName.range(range).isolated) مدمجة، والعناوين في الصف \(row)؛ ألغِ دمجها ليكون لكل عمود "
                    + "عنوان، أو استورد الورقة بالأمر tadrib import"))
    }
}
