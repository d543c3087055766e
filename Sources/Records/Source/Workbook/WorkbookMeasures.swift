import Support
import Workbooks

/// The measures of a dataset on a sheet: the text of `measures.json`, a line of it in each row.
struct WorkbookMeasures: SettingsInput {
    private let book: WorkbookFile
    private let sheet: Sheet
    private let json: [UInt8]

    /// The measures of a sheet; nil where it has none, as that of a template that nobody has filled in.
    init?(_ book: WorkbookFile, _ sheet: Sheet) throws(ReadError) {
        self.book = book
        self.sheet = sheet
        // A text that is cut here is no JSON any more, which is told.
        var rows = try book.first(Self.mostRows, of: sheet).map { row in
            // A text that was pasted with tabs stands in several cells.
            (row.number, row.cells.map { String(decoding: $0.text, as: UTF8.self) }.joined(separator: " "))
        }
        // The first row has a heading, unless it begins the text.
        if let first = rows.first?.1.first(where: { !$0.isWhitespace }), first != "{", first != "/" {
            rows.removeFirst()
        }
        guard rows.contains(where: { !$0.1.allSatisfy(\.isWhitespace) }) else { return nil }
        var text = ""
        var line = 1
        for (number, row) in rows {
            // What is told about a line names the row.
            text += String(repeating: "\n", count: max(number - line, 0))
            line = number
            text += row
        }
        json = Array((text + "\n").utf8)
    }

    private static let mostRows = 100_000

    var name: String { "\(book.file.name)!\(sheet.name)" }
    var path: String { "\(book.file.path)!\(sheet.name)" }
    var fingerprint: String { book.file.fingerprint }
    var filePath: String? { book.file.path }
    func content() throws(ReadError) -> [UInt8] { json }
    func sha256() throws(ReadError) -> String { try book.sha256() }
    func checkUnchanged() throws(ReadError) { try book.file.checkUnchanged() }
}
