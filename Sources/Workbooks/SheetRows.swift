/// The rows of a sheet, one after the other, unpacked and read as they are asked for.
package final class SheetRows {
    /// The next row that holds something; nil at the end.
    package func next() throws(SpreadsheetError) -> SheetRow? { nil }
}
