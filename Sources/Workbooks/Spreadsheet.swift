/// A workbook in a file: xlsx, xlsm, xltx, xltm, strict or not, or ods.
///
///     let book = try Spreadsheet(path: "registration.xlsx")
///     let rows = try book.rows(of: book.sheets[0])
///     while let row = try rows.next() { print(row.number, row.cells.count) }
package struct Spreadsheet: Sendable {
    /// The file.
    package let path: String
    /// Its sheets in the order of their tabs.
    package let sheets: [Sheet]

    /// Opens a spreadsheet and looks up its sheets.
    package init(path: String, limits: SpreadsheetLimits = SpreadsheetLimits()) throws(SpreadsheetError) {
        throw SpreadsheetError(.notASpreadsheet, path: path, reason: "spreadsheets are not read yet")
    }

    /// The rows of a sheet that hold something, from the first on.
    package func rows(of sheet: Sheet) throws(SpreadsheetError) -> SheetRows { SheetRows() }

    /// The merged cells of a sheet.
    package func mergedRanges(of sheet: Sheet) throws(SpreadsheetError) -> [CellRange] { [] }
}
