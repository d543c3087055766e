/// Reads the rows of a sheet of an xlsx file.
final class OfficeSheetReader: SheetReader {
    private(set) var row = FlatRow()
    private(set) var mergedRanges: [CellRange] = []

    private let scanner: XMLScanner
    private let prefix: XMLName
    private let values: OfficeValues
    private let limits: SpreadsheetLimits
    private let sheet: String
    private let path: String
    private var isInData = false
    private var cellCount = 0
    private var lastRow = 0
    /// The text of the value that is being read.
    private var value: [UInt8] = []

    /// A reader at the start of a sheet.
    init(
        _ scanner: XMLScanner, values: OfficeValues, sheet: String, path: String, limits: SpreadsheetLimits
    ) throws(SpreadsheetError) {
        self.scanner = scanner
        self.values = values
        self.limits = limits
        self.sheet = sheet
        self.path = path
        var texts = OfficeTexts(scanner)
        guard try texts.readRoot() == Name.worksheet else { throw scanner.damage("it is no sheet") }
        prefix = texts.prefix
    }

    private enum Name {
        static let worksheet = XMLName("worksheet")
        static let sheetData = XMLName("sheetData")
        static let row = XMLName("row")
        static let cell = XMLName("c")
        static let value = XMLName("v")
        static let formula = XMLName("f")
        static let inline = XMLName("is")
        static let reference = XMLName("r")
        static let style = XMLName("s")
        static let type = XMLName("t")
        static let hidden = XMLName("hidden")
        static let mergedCell = XMLName("mergeCell")
        static let range = XMLName("ref")
    }

    func advance() throws(SpreadsheetError) -> Bool {
        while true {
            switch try scanner.next() {
            case .start:
                if isInData, scanner.depth == 3, scanner.isElement(Name.row, of: prefix) {
                    try readRow()
                    if !row.cells.isEmpty { return true }
                } else if scanner.depth == 2, scanner.isElement(Name.sheetData, of: prefix) {
                    isInData = true
                } else if !isInData, scanner.isElement(Name.mergedCell, of: prefix) {
                    try readMergedRange()
                }
            case .end: if scanner.depth == 2 { isInData = false }
            case .text: break
            case .finished: return false
            }
        }
    }

    private func readMergedRange() throws(SpreadsheetError) {
        guard let text = try scanner.attribute(Name.range) else { return }
        guard let range = CellReference.range(text), mergedRanges.count < limits.mergedRanges else {
            throw scanner.damage("a range of merged cells cannot be read")
        }
        mergedRanges.append(range)
    }

    private func readRow() throws(SpreadsheetError) {
        let number = scanner.withAttribute(Name.reference) { Self.number($0) } ?? lastRow + 1
        guard let number, number > lastRow else {
            throw scanner.damage(
                "a row behind row \(lastRow) has the number of an earlier one, or none that can be read")
        }
        guard number <= limits.rows else {
            throw tooLarge("it has a row \(number); a sheet ends at row \(limits.rows)")
        }
        lastRow = number
        row.begin(number, isHidden: scanner.withAttribute(Name.hidden) { Self.isTrue($0) } ?? false)
        var column = -1
        while true {
            switch try scanner.next() {
            case .start:
                if scanner.depth == 4, scanner.isElement(Name.cell, of: prefix) { try readCell(after: &column) }
            case .end: if scanner.depth == 3 { return }
            case .text: break
            case .finished: return
            }
        }
    }

    private func readCell(after last: inout Int) throws(SpreadsheetError) {
        var column = last + 1
        if let place = scanner.withAttribute(Name.reference, { CellReference.parse($0) }) {
            guard let place, place.row == row.number, place.column > last else {
                throw scanner.damage(
                    "a cell of row \(row.number) stands in another row, twice, or behind one that comes after it "
                        + "(after \(CellName.cell(column: max(last, 0), row: row.number)))")
            }
            column = place.column
        }
        guard column < limits.columns else {
            throw tooLarge("row \(row.number) has more than \(limits.columns) columns")
        }
        last = column
        let type = scanner.withAttribute(Name.type) { OfficeCellType($0) } ?? .number
        let style = scanner.withAttribute(Name.style) { Self.number($0) }.flatMap(\.self)
        let start = row.bytes.count
        var hasValue = false
        var hasFormula = false
        loop: while true {
            switch try scanner.next() {
            case .start:
                guard scanner.depth == 5 else { break }
                if scanner.isElement(Name.value, of: prefix) {
                    hasValue = try readValue()
                } else if scanner.isElement(Name.formula, of: prefix) {
                    hasFormula = true
                } else if scanner.isElement(Name.inline, of: prefix) {
                    try OfficeTexts(scanner, prefix: prefix).appendText(to: &row.bytes, most: limits.cellBytes)
                    EscapedText.resolve(in: &row.bytes, from: start)
                }
            case .end: if scanner.depth == 4 { break loop }
            case .text: break
            case .finished: break loop
            }
        }
        var kind = SheetCell.Kind.text
        if hasValue {
            kind = try values.append(value, type, style: style, to: &row.bytes) { scanner.damage($0) }
        } else if hasFormula, row.bytes.count == start, type != .formulaText {
            kind = .uncachedFormula
        }
        guard row.bytes.count - start <= limits.cellBytes, row.bytes.count <= limits.rowBytes else {
            throw tooLarge(
                "the cell \(CellName.cell(column: column, row: row.number)), or its row, has too long a text")
        }
        row.add(kind, column: column, from: start)
        cellCount += 1
        guard cellCount <= limits.cells else { throw tooLarge("it has more than \(limits.cells) cells") }
    }

    /// Reads a value up to its end; false if it is empty.
    private func readValue() throws(SpreadsheetError) -> Bool {
        value.removeAll(keepingCapacity: true)
        while true {
            switch try scanner.next() {
            case .text:
                if scanner.depth == 5 { try scanner.appendText(to: &value) }
                guard value.count <= limits.cellBytes else {
                    throw tooLarge("a cell of row \(row.number) has too long a text")
                }
            case .end: if scanner.depth == 5 { return !value.isEmpty }
            case .start: break
            case .finished: return false
            }
        }
    }

    private func tooLarge(_ reason: String) -> SpreadsheetError {
        SpreadsheetError(.tooLarge, path: path, place: sheet, reason: reason)
    }

    @inline(always)
    private static func number(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard text.count > 0, text.count <= 12 else { return nil }
        var number = 0
        for byte in text {
            let digit = byte &- 0x30
            guard digit < 10 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }

    private static func isTrue(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.elementsEqual("1".utf8) || text.elementsEqual("true".utf8) || text.elementsEqual("on".utf8)
    }
}
