/// The sheets of a spreadsheet in one format.
protocol SpreadsheetContent: AnyObject, Sendable {
    /// The sheets in the order of their tabs.
    var sheets: [Sheet] { get }
    /// A reader at the start of a sheet.
    func reader(of sheet: Sheet) throws(SpreadsheetError) -> any SheetReader
    /// How many bytes the part with the sheet has, as the archive states it.
    func size(of sheet: Sheet) -> Int
}
