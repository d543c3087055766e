import Synchronization

/// A workbook in Office Open XML: where its sheets are, and what their values mean.
final class OfficeWorkbook: SpreadsheetContent {
    let sheets: [Sheet]
    private let parts: SpreadsheetParts
    private let sheetParts: [String]
    private let sharedTextsPart: String?
    private let formats: [NumberFormat]
    private let dates: SerialDate
    /// Read when the first sheet is.
    private let sharedTexts = Mutex<SharedTexts?>(nil)

    /// The workbook in these parts.
    init(_ parts: SpreadsheetParts) throws(SpreadsheetError) {
        self.parts = parts
        guard let main = try Relationships(of: "", in: parts).part(ofType: "officeDocument") else {
            throw .notASpreadsheet(parts.path)
        }
        guard !main.lowercased().hasSuffix(".bin") else {
            throw SpreadsheetError(
                .oldFormat, path: parts.path, reason: "it is a binary workbook (.xlsb); open it and save it as .xlsx")
        }
        let workbook = WorkbookPart(path: parts.path, limits: parts.limits)
        guard try parts.read(main, by: workbook) else {
            throw SpreadsheetError(
                .damaged, path: parts.path,
                reason: "the part '\(main)', which lists the sheets, is missing; copy the file again")
        }
        guard workbook.isWorkbook else { throw .notASpreadsheet(parts.path) }
        let references = try Relationships(of: main, in: parts)
        var sheets: [Sheet] = []
        var sheetParts: [String] = []
        for entry in workbook.entries {
            let reference = references.byIdentifier[entry.relationship]
            // Sheets that are a chart or a dialogue have no cells.
            if let reference, reference.type != "worksheet" { continue }
            guard let part = reference?.part, parts.table[part] != nil else {
                throw SpreadsheetError(
                    .damaged, path: parts.path, place: entry.name,
                    reason: "the workbook lists this sheet and lacks it; open the file and save it anew as .xlsx")
            }
            if let other = sheetParts.firstIndex(of: part) {
                throw SpreadsheetError(
                    .damaged, path: parts.path, place: entry.name,
                    reason:
                        "this sheet and '\(sheets[other].name)' are one and the same part; open the file and save it anew"
                )
            }
            sheets.append(Sheet(name: entry.name, isHidden: entry.isHidden, index: sheets.count))
            sheetParts.append(part)
        }
        (self.sheets, self.sheetParts) = (sheets, sheetParts)
        sharedTextsPart = references.part(ofType: "sharedStrings")
        formats =
            try references.part(ofType: "styles").map { name throws(SpreadsheetError) in
                try CellStyles(of: name, in: parts).formats
            } ?? []
        dates = SerialDate(epoch: workbook.epoch)
    }

    func reader(of sheet: Sheet) throws(SpreadsheetError) -> any SheetReader {
        let texts = try sharedTexts.withLock { known throws(SpreadsheetError) in
            if let known { return known }
            let texts =
                try sharedTextsPart.map { name throws(SpreadsheetError) in
                    try SharedTexts(of: name, in: parts)
                } ?? SharedTexts()
            known = texts
            return texts
        }
        return try OfficeSheetReader(
            try scanner(of: sheet), values: OfficeValues(texts: texts, formats: formats, dates: dates),
            sheet: sheet.name,
            path: parts.path, limits: parts.limits)
    }

    func size(of sheet: Sheet) -> Int {
        sheetParts.indices.contains(sheet.index) ? parts.table[sheetParts[sheet.index]]?.size ?? 0 : 0
    }

    private func scanner(of sheet: Sheet) throws(SpreadsheetError) -> XMLScanner {
        guard sheetParts.indices.contains(sheet.index),
            let scanner = try parts.scanner(of: sheetParts[sheet.index], place: sheet.name)
        else {
            throw SpreadsheetError(.damaged, path: parts.path, place: sheet.name, reason: "there is no such sheet")
        }
        return scanner
    }
}
