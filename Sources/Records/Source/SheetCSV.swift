import Support
import Workbooks

/// Gives the rows of a sheet as CSV: each on the line of its number, with as many fields as there are headings.
final class SheetCSV: CSVBlockStream {
    private let rows: SheetRows
    private let sheet: WorkbookSheet
    /// The row of the headings, and how many columns it has.
    private var header: (row: Int, width: Int)?
    private var hiddenRows = 0
    private var hasToldStrays = false
    private var isAtEnd = false

    /// The rows of a sheet from the first on.
    init(_ rows: SheetRows, of sheet: WorkbookSheet) {
        self.rows = rows
        self.sheet = sheet
    }

    func nextBlock(
        into bytes: inout [UInt8], _ remarks: inout [CellRemark], size: Int
    ) throws(ReadError) -> Int? {
        let start = bytes.count
        var firstLine: Int?
        var nextLine = 0
        while !isAtEnd, bytes.count - start < size {
            guard try advance() else {
                isAtEnd = true
                try sheet.finish(hiddenRows: hiddenRows, headings: header?.row, merged: rows.mergedRanges)
                break
            }
            let number = rows.current.number
            if firstLine == nil { (firstLine, nextLine) = (number, number) }
            bytes.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: number - nextLine))
            nextLine = number + 1
            // A line end within a field would shift the lines behind it.
            if append(rows.current, to: &bytes, &remarks) { break }
        }
        return firstLine
    }

    private func advance() throws(ReadError) -> Bool {
        do throws(SpreadsheetError) { return try rows.advance() } catch { throw ReadError(error) }
    }

    /// Adds a row; true if a field of it has a line end.
    private func append(_ row: FlatRow, to bytes: inout [UInt8], _ remarks: inout [CellRemark]) -> Bool {
        let isHeader = header == nil
        let width = header?.width ?? (row.cells.last?.column ?? 0) + 1
        if isHeader { header = (row.number, width) }
        if row.isHidden { hiddenRows += 1 }
        var next = 0
        var hasLineEnd = false
        for cell in row.cells {
            guard cell.column < width else {
                noteStray(cell, in: row, &remarks)
                break
            }
            while next < cell.column {
                bytes.append(UInt8(ascii: ","))
                next += 1
            }
            switch cell.kind {
            case .text:
                if append(text: row.bytes[cell.text], to: &bytes) { hasLineEnd = true }
            case .number: SheetNumber.append(row.bytes[cell.text], to: &bytes)
            case .percent: SheetNumber.append(percentage: row.bytes[cell.text], to: &bytes)
            case .date, .dateTime, .time, .boolean: bytes.append(contentsOf: row.bytes[cell.text])
            case .error, .uncachedFormula:
                if !isHeader { remarks.append(Self.remark(cell, row)) }
            }
        }
        bytes.append(contentsOf: repeatElement(UInt8(ascii: ","), count: width - 1 - next))
        bytes.append(UInt8(ascii: "\n"))
        return hasLineEnd
    }

    /// Adds a text, in quotes if it needs them; true if it has a line end.
    private func append(text: ArraySlice<UInt8>, to bytes: inout [UInt8]) -> Bool {
        let start = bytes.count
        bytes.append(contentsOf: text)
        var isSpecial = false
        var hasLineEnd = false
        for byte in text {
            if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r") {
                isSpecial = true
            }
            if byte == UInt8(ascii: "\n") { hasLineEnd = true }
        }
        if isSpecial || hasLineEnd { CSVQuoting.quote(&bytes, from: start) }
        return hasLineEnd
    }

    /// Tells of the first cell that is right of the headings.
    private func noteStray(_ cell: FlatRow.Cell, in row: FlatRow, _ remarks: inout [CellRemark]) {
        guard !hasToldStrays else { return }
        hasToldStrays = true
        let name = CellName.cell(column: cell.column, row: row.number)
        remarks.append(
            CellRemark(
                line: row.number, column: nil, code: .unknownColumn, value: "",
                message: FindingText(FileWording.strayCell, name)))
    }

    private static func remark(_ cell: FlatRow.Cell, _ row: FlatRow) -> CellRemark {
        let value = String(decoding: row.bytes[cell.text], as: UTF8.self).shortened()
        return cell.kind == .error
            ? CellRemark(
                line: row.number, column: cell.column, code: .formulaError, value: value,
                message: FindingText(FileWording.errorInCell, value))
            : CellRemark(
                line: row.number, column: cell.column, code: .uncachedFormula, value: "",
                message: FindingText(FileWording.uncachedFormula))
    }
}
