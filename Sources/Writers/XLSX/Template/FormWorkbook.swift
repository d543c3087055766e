import Support
import CXLSXWriter
import TrainingStats

/// A workbook that people fill in: sheets with one row of headings over rows, with lists to choose from, checks of what is
/// typed, and a page that explains them.
///
/// Sheets are written one after the other, and of each one row is in memory. The file is complete when ``close()`` returns.
package struct FormWorkbook: ~Copyable {
    private var workbook: Workbook
    private let theme: SheetTheme
    private let rowLimit: Int
    private var sheet: FormSheet?

    /// Begins a workbook; the day is written as the time of creation, so that equal workbooks are equal files.
    package init(
        path: String, isRightToLeft: Bool, hasArabic: Bool, title: String, author: String, created: CivilDate
    ) throws(WriteError) {
        try self.init(
            path: path, isRightToLeft: isRightToLeft, hasArabic: hasArabic, title: title, author: author,
            created: created,
            rowLimit: Sheet.rowLimit)
    }

    /// The same with a limit of rows.
    init(
        path: String, isRightToLeft: Bool, hasArabic: Bool, title: String, author: String, created: CivilDate,
        rowLimit: Int
    ) throws(WriteError) {
        var begun = try Workbook(path: path, inConstantMemory: true)
        try begun.setProperties(title: title, subject: "", author: author, created: created)
        workbook = begun
        self.rowLimit = rowLimit
        theme = .form(isRightToLeft: isRightToLeft, hasArabic: hasArabic)
    }

    /// Writes a page.
    package mutating func add(_ page: FormPage) throws(WriteError) {
        try endSheet()
        try page.write(to: workbook.addSheet(page.name, theme), in: &workbook)
    }

    /// Begins a sheet of rows; what is written from now on stands on it.
    package mutating func beginSheet(
        _ name: String, columns: [FormColumn], colour: UInt32
    ) throws(WriteError) {
        try endSheet()
        var next = FormSheet(try workbook.addSheet(name, theme), columns: columns, rowLimit: rowLimit)
        try next.begin(colour: colour, in: &workbook)
        sheet = next
    }

    /// Writes the next row of the sheet.
    ///
    /// - Throws: `WriteError` where the sheet is full, or a text does not fit a cell; none is cut.
    package mutating func write(_ row: [FormCell]) throws(WriteError) { try sheet?.write(row, in: &workbook) }

    /// Makes a list that cells can be chosen from.
    package mutating func define(_ list: FormList) throws(WriteError) {
        let sheet = quotedSheetName(list.sheet)
        let (column, counted) = (columnLetters(list.column), columnLetters(list.countedColumn))
        // It ends at the last row that is filled in: of a range with empty cells, programs take anything.
        try workbook.define(
            list.name,
            as: "OFFSET(\(sheet)!$\(column)$2,0,0,MAX(1,COUNTA(\(sheet)!$\(counted):$\(counted))-1))")
    }

    /// Writes the file.
    package consuming func close() throws(WriteError) {
        try endSheet()
        try workbook.close()
    }

    private mutating func endSheet() throws(WriteError) {
        try sheet?.end(in: &workbook)
        sheet = nil
    }
}

extension SheetTheme {
    /// For sheets that people fill in: figures show the digits that are typed.
    static func form(isRightToLeft: Bool, hasArabic: Bool) -> SheetTheme {
        SheetTheme(
            isRightToLeft: isRightToLeft, digits: .latn, font: hasArabic ? "Arial" : nil, size: 11, asksForDigits: false
        )
    }
}

/// The name of a sheet as formulas and links give it.
func quotedSheetName(_ name: String) -> String {
    "'" + name.unicodeScalars.map { $0 == "'" ? "''" : String($0) }.joined() + "'"
}
