import Synchronization
import Workbooks

/// A workbook that all its sheets share, with the state that it had when the reading began.
final class WorkbookFile: Sendable {
    let file: InputFile
    let book: Spreadsheet
    private let digest = Mutex<String?>(nil)

    /// A workbook that has been opened.
    init(file: InputFile, book: Spreadsheet) {
        self.file = file
        self.book = book
    }

    /// SHA-256 of the file, which is read for it once.
    func sha256() throws(ReadError) -> String {
        try digest.withLock { known throws(ReadError) in
            if let known { return known }
            let digest = try file.sha256()
            known = digest
            return digest
        }
    }

    /// The rows of a sheet.
    func rows(of sheet: Sheet) throws(ReadError) -> sending SheetRows {
        do throws(SpreadsheetError) { return try book.rows(of: sheet) } catch { throw ReadError(error) }
    }

    /// The first rows of a sheet that hold something, as many as are asked for.
    func first(_ count: Int, of sheet: Sheet) throws(ReadError) -> [SheetRow] {
        do throws(SpreadsheetError) {
            let rows = try book.rows(of: sheet)
            var first: [SheetRow] = []
            while first.count < count, let row = try rows.next() { first.append(row) }
            return first
        } catch { throw ReadError(error) }
    }

    /// The merged cells of a sheet, which is read for them.
    func mergedRanges(of sheet: Sheet) throws(ReadError) -> [CellRange] {
        do throws(SpreadsheetError) { return try book.mergedRanges(of: sheet) } catch { throw ReadError(error) }
    }

    /// Whether a sheet holds nothing.
    func isEmpty(_ sheet: Sheet) throws(ReadError) -> Bool { try first(1, of: sheet).isEmpty }
}
