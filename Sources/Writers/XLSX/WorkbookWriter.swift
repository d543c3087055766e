import Support
import Reporting
import TrainingStats

/// How a document is laid out over the sheets of a workbook.
///
/// Sheets stand in the order in which they are added, so that the sheets of several documents can be paired; they are
/// written when all have their names.
protocol WorkbookLayout {
    /// A layout of a document; the suffix tells its sheets from those of another document.
    init(_ document: Document, suffix: String, rowLimit: Int)
    /// Adds the sheets before the tables.
    mutating func addFront(to workbook: inout Workbook) throws(WriteError)
    /// Adds the sheets of a table.
    mutating func addTable(_ index: Int, to workbook: inout Workbook) throws(WriteError)
    /// Adds the sheets behind the tables.
    mutating func addBack(to workbook: inout Workbook) throws(WriteError)
    /// Writes all sheets.
    func write(in workbook: inout Workbook) throws(WriteError)
}

/// Writes a report as a workbook, or the same report in several languages as one with paired sheets.
///
/// The file is complete when the call returns; equal documents give equal bytes.
///
/// - Throws: `WriteError` if the file cannot be written or a table has more columns than a sheet holds.
public func writeWorkbook(
    _ documents: [Document], profile: WorkbookProfile = .analyst, to path: String
) throws(WriteError) {
    try writeWorkbook(documents, profile: profile, to: path, rowLimit: Sheet.rowLimit)
}

/// The same with a limit of rows, beyond which tables continue on further sheets.
func writeWorkbook(
    _ documents: [Document], profile: WorkbookProfile, to path: String, rowLimit: Int
) throws(WriteError) {
    switch profile {
    case .analyst: try write(documents, as: AnalystWorkbook.self, to: path, rowLimit)
    case .publication: try write(documents, as: PublicationWorkbook.self, to: path, rowLimit)
    }
}

/// How many cells the tables of a small workbook have at most, and how many bytes of text; the list of all figures takes some
/// twelve more cells for each, but no more texts.
private let mostCellsOfSmall = 50_000
private let mostTextOfSmall = 4 << 20

private func areSmall(_ documents: [Document]) -> Bool {
    var (cells, bytes) = (0, 0)
    for table in documents.lazy.flatMap(\.tables) {
        cells += table.display.rows.count * table.display.columns.count
        guard cells <= mostCellsOfSmall else { return false }
        for row in table.display.rows {
            for case .text(let text) in row.cells { bytes += text.utf8.count }
        }
    }
    return bytes <= mostTextOfSmall
}

private func write<Layout: WorkbookLayout>(
    _ documents: [Document], as type: Layout.Type, to path: String, _ rowLimit: Int
) throws(WriteError) {
    let documents = documents.map(\.inItsDigits)
    guard let first = documents.first else { return }
    for table in first.tables where table.display.columns.count > Sheet.columnLimit {
        throw .tooLarge(
            table: table.id,
            reason: .init(
                en: "\(table.display.columns.count) columns, and a sheet holds \(Sheet.columnLimit)",
                ar: "أعمدته \(table.display.columns.count)، والورقة تتسع لعدد \(Sheet.columnLimit)"))
    }
    var workbook = try Workbook(path: path, isSmall: areSmall(documents))
    func joined(_ texts: [String]) -> String {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }.joined(separator: " – ")
    }
    try workbook.setProperties(
        title: joined(documents.map(\.title)), subject: joined(documents.map(\.subject)),
        author: joined(documents.map(\.author)), created: first.reportingDay)
    var layouts = documents.enumerated().map { index, document in
        Layout(document, suffix: index == 0 ? "" : "-" + document.language.rawValue, rowLimit: rowLimit)
    }
    for index in layouts.indices { try layouts[index].addFront(to: &workbook) }
    for table in first.tables.indices {
        for index in layouts.indices { try layouts[index].addTable(table, to: &workbook) }
    }
    for index in layouts.indices { try layouts[index].addBack(to: &workbook) }
    for layout in layouts { try layout.write(in: &workbook) }
    try workbook.close()
}

/// Rows in parts that each fit on a sheet; there is one empty part if there are no rows.
func parts(of rows: [Grid.Row], most: Int) -> [ArraySlice<Grid.Row>] {
    guard rows.count > most else { return [rows[...]] }
    return stride(from: 0, to: rows.count, by: most).map { rows[$0..<min($0 + most, rows.count)] }
}
