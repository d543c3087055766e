/// A workbook in a file: xlsx, xlsm, xltx, xltm, strict or not, or ods.
///
///     let book = try Spreadsheet(path: "registration.xlsx")
///     let rows = try book.rows(of: book.sheets[0])
///     while let row = try rows.next() { print(row.number, row.cells.count) }
package struct Spreadsheet: Sendable {
    /// The file.
    package let path: String
    /// Its sheets in the order of their tabs.
    package var sheets: [Sheet] { content.sheets }

    private let content: any SpreadsheetContent

    /// Opens a spreadsheet and looks up its sheets.
    package init(path: String, limits: SpreadsheetLimits = SpreadsheetLimits()) throws(SpreadsheetError) {
        self.path = path
        switch SpreadsheetFile(path: path) {
        case .archive: break
        case .compoundFile:
            if CompoundFile.isEncrypted(path: path) { throw .encrypted(path) }
            throw SpreadsheetError(
                .oldFormat, path: path,
                reason: "it is a workbook of Excel 97 to 2003 (.xls); open it and save it as .xlsx")
        case .other: throw .notASpreadsheet(path)
        case nil:
            throw SpreadsheetError(.cannotRead, path: path, reason: "there is no such file, or it cannot be read")
        }
        let parts = try SpreadsheetParts(path: path, limits: limits)
        guard !parts.table.isEncrypted else { throw .encrypted(path) }
        if parts.table["content.xml"] != nil {
            content = try OpenDocument(parts)
        } else {
            content = try OfficeWorkbook(parts)
        }
        var names: Set<String> = []
        for sheet in content.sheets where !names.insert(sheet.name.lowercased()).inserted {
            throw SpreadsheetError(
                .damaged, path: path, place: sheet.name,
                reason: "two sheets have this name; open the file, rename one of them and save it")
        }
    }

    /// The rows of a sheet that hold something, from the first on.
    package func rows(of sheet: Sheet) throws(SpreadsheetError) -> SheetRows {
        SheetRows(try content.reader(of: sheet))
    }

    /// The merged cells of a sheet.
    package func mergedRanges(of sheet: Sheet) throws(SpreadsheetError) -> [CellRange] {
        let rows = try rows(of: sheet)
        while try rows.advance() {}
        return rows.mergedRanges
    }

    /// About how many bytes there are to read of a sheet; the file says so, and may be wrong.
    package func size(of sheet: Sheet) -> Int { content.size(of: sheet) }
}

extension SpreadsheetError {
    /// A file that is something else.
    static func notASpreadsheet(_ path: String) -> Self {
        Self(
            .notASpreadsheet, path: path,
            reason: "it is no workbook; open it in a spreadsheet program and save it as .xlsx or .ods, or as CSV")
    }
}
