/// The sheets of a spreadsheet in one format.
protocol SpreadsheetContent: AnyObject, Sendable {
    /// The sheets in the order of their tabs.
    var sheets: [Sheet] { get }
    /// A reader at the start of a sheet.
    func reader(of sheet: Sheet) throws(SpreadsheetError) -> any SheetReader
    /// The merged cells of a sheet.
    func mergedRanges(of sheet: Sheet) throws(SpreadsheetError) -> [CellRange]
}
