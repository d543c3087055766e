import Support
import Workbooks

/// The settings of a dataset on a sheet: keys in the first column that has any, values beside them.
struct WorkbookSettings: SettingsInput {
    private let book: WorkbookFile
    private let sheet: Sheet
    private let json: [UInt8]

    /// The settings of a sheet.
    init(_ book: WorkbookFile, _ sheet: Sheet) throws(ReadError) {
        self.book = book
        self.sheet = sheet
        let rows = try book.first(Self.mostRows, of: sheet)
        let keys = rows.compactMap { $0.cells.first?.column }.min() ?? 0
        var settings = rows.map { row in
            func text(_ column: Int) -> String {
                row.cells.first { $0.column == column }.map { String(decoding: $0.text, as: UTF8.self) } ?? ""
            }
            return SettingRows.Row(number: row.number, key: text(keys), value: text(keys + 1))
        }
        // The first row has headings, unless it has a setting.
        if let first = settings.first, SettingField(named: first.key) == nil { settings.removeFirst() }
        json = SettingRows.json(settings)
    }

    private static let mostRows = 1_000

    var name: String { "\(book.file.name)!\(sheet.name)" }
    var path: String { "\(book.file.path)!\(sheet.name)" }
    var fingerprint: String { book.file.fingerprint }
    var filePath: String? { book.file.path }
    func content() throws(ReadError) -> [UInt8] { json }
    func sha256() throws(ReadError) -> String { try book.sha256() }
    func checkUnchanged() throws(ReadError) { try book.file.checkUnchanged() }
}
