/// The rows of a sheet, one after the other, unpacked and read as they are asked for.
///
/// Not to be shared between threads.
package final class SheetRows {
    private let reader: any SheetReader

    /// The row that ``advance()`` has come to.
    package var current: FlatRow { _read { yield reader.row } }

    init(_ reader: any SheetReader) { self.reader = reader }

    /// The merged cells, as far as the reader has come upon them: all of them at the end.
    package var mergedRanges: [CellRange] { reader.mergedRanges }

    /// Goes to the next row that holds something; false at the end.
    package func advance() throws(SpreadsheetError) -> Bool { try reader.advance() }

    /// The next row that holds something; nil at the end.
    package func next() throws(SpreadsheetError) -> SheetRow? {
        guard try advance() else { return nil }
        let row = reader.row
        return SheetRow(
            number: row.number, isHidden: row.isHidden,
            cells: row.cells.map {
                SheetCell(column: $0.column, kind: $0.kind, text: Array(row.bytes[$0.text]))
            })
    }
}

/// Reads the rows of a sheet in one format.
protocol SheetReader: AnyObject {
    /// The current row.
    var row: FlatRow { get }
    /// The merged cells that it has come upon.
    var mergedRanges: [CellRange] { get }
    /// Goes to the next row that holds something; false at the end.
    func advance() throws(SpreadsheetError) -> Bool
}
