/// Reads the rows of a sheet of an ods file.
final class OpenDocumentSheetReader: SheetReader {
    private(set) var row = FlatRow()
    /// The merged cells of the rows that have been read.
    private(set) var mergedRanges: [CellRange] = []

    private let scanner: XMLScanner
    private let prefixes: OpenDocumentPrefixes
    private let limits: SpreadsheetLimits
    private let sheet: String
    private let path: String
    /// How often the current row comes again.
    private var repeats = 0
    private var nextNumber = 1
    private var cellCount = 0
    private var isDone = false
    private let cellText: OpenDocumentText

    /// A reader whose scanner has come to the start of the sheet.
    init(
        _ scanner: XMLScanner, _ prefixes: OpenDocumentPrefixes, sheet: String, path: String, limits: SpreadsheetLimits
    ) {
        self.scanner = scanner
        self.prefixes = prefixes
        self.sheet = sheet
        self.path = path
        self.limits = limits
        cellText = OpenDocumentText(scanner, prefixes, most: limits.cellBytes)
    }

    private enum Name {
        static let row = XMLName("table-row")
        static let cell = XMLName("table-cell")
        static let covered = XMLName("covered-table-cell")
        static let rowsRepeated = XMLName("number-rows-repeated")
        static let columnsRepeated = XMLName("number-columns-repeated")
        static let rowsSpanned = XMLName("number-rows-spanned")
        static let columnsSpanned = XMLName("number-columns-spanned")
        static let visibility = XMLName("visibility")
    }

    func advance() throws(SpreadsheetError) -> Bool {
        if repeats > 0 {
            repeats -= 1
            row.number += 1
            try count(row.cells.count)
            return true
        }
        while !isDone {
            switch try scanner.next() {
            case .start:
                guard scanner.isElement(Name.row, of: prefixes.table) else { break }
                let count = repetition(Name.rowsRepeated)
                let visibility = try scanner.attribute(Name.visibility, of: prefixes.table)
                row.begin(nextNumber, isHidden: visibility.map { !$0.elementsEqual("visible".utf8) } ?? false)
                try readCells()
                nextNumber += count
                guard !row.cells.isEmpty else { break }
                guard nextNumber - 1 <= limits.rows else {
                    throw tooLarge("it has a row \(nextNumber - 1); a sheet ends at row \(limits.rows)")
                }
                repeats = count - 1
                return true
            case .end: isDone = scanner.depth == 4
            case .text: break
            case .finished: isDone = true
            }
        }
        return false
    }

    private func readCells() throws(SpreadsheetError) {
        let depth = scanner.depth
        var column = 0
        while true {
            switch try scanner.next() {
            case .start:
                guard scanner.depth == depth + 1, scanner.prefix == prefixes.table,
                    scanner.local == Name.cell || scanner.local == Name.covered
                else { break }
                try readCell(at: &column)
            case .end: if scanner.depth == depth { return }
            case .text: break
            case .finished: return
            }
        }
    }

    private func readCell(at column: inout Int) throws(SpreadsheetError) {
        let count = repetition(Name.columnsRepeated)
        let (rows, columns) = (repetition(Name.rowsSpanned), repetition(Name.columnsSpanned))
        if rows > 1 || columns > 1, column + columns <= limits.columns, row.number + rows - 1 <= limits.rows,
            mergedRanges.count < limits.mergedRanges
        {
            mergedRanges.append(
                CellRange(rows: row.number...(row.number + rows - 1), columns: column...(column + columns - 1)))
        }
        let value = try OpenDocumentValue(of: scanner, prefixes)
        let start = row.bytes.count
        let text = try cellText.read()
        guard text.count <= limits.cellBytes, row.bytes.count <= limits.rowBytes else {
            throw tooLarge(
                "the cell \(CellName.cell(column: column, row: row.number)), or its row, has too long a text")
        }
        let kind = value.append(shown: text, to: &row.bytes)
        let first = column
        column += count
        guard row.bytes.count > start || kind == .uncachedFormula else { return }
        guard column <= limits.columns else {
            throw tooLarge("row \(row.number) has more than \(limits.columns) columns")
        }
        try self.count(count)
        for column in first..<column { row.add(kind, column: column, from: start) }
    }

    private func count(_ cells: Int) throws(SpreadsheetError) {
        cellCount += cells
        guard cellCount <= limits.cells else { throw tooLarge("it has more than \(limits.cells) cells") }
    }

    /// How often something is repeated, or how far it goes: once, unless an attribute says otherwise.
    private func repetition(_ name: XMLName) -> Int {
        scanner.withAttribute(name, of: prefixes.table) { text in
            var number = 0
            for byte in text where byte &- 0x30 < 10 { number = min(number * 10 + Int(byte - 0x30), 1 << 32) }
            return max(1, number)
        } ?? 1
    }

    private func tooLarge(_ reason: String) -> SpreadsheetError {
        SpreadsheetError(.tooLarge, path: path, place: sheet, reason: reason)
    }
}
