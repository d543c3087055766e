/// A workbook in OpenDocument: one part has all sheets, one behind the other.
final class OpenDocument: SpreadsheetContent {
    let sheets: [Sheet]
    private let parts: SpreadsheetParts

    private static let part = "content.xml"

    /// The workbook in these parts, which is gone through once for its sheets.
    init(_ parts: SpreadsheetParts) throws(SpreadsheetError) {
        self.parts = parts
        let manifest = OpenDocumentManifest()
        try parts.read("META-INF/manifest.xml", by: manifest)
        guard !manifest.isEncrypted else { throw .encrypted(parts.path) }
        let walk = try OpenDocumentWalk(parts.scanner(of: Self.part, place: Self.part), path: parts.path)
        var sheets: [Sheet] = []
        while let found = try walk.nextSheet() {
            let name = String(decoding: found.name, as: UTF8.self)
            guard sheets.count < parts.limits.openDocumentSheets, name.utf8.count <= parts.limits.nameBytes else {
                throw SpreadsheetError(
                    .tooLarge, path: parts.path, reason: "it has too many sheets, or a sheet whose name is too long")
            }
            sheets.append(Sheet(name: name, isHidden: found.isHidden, index: sheets.count))
        }
        self.sheets = sheets
    }

    func size(of sheet: Sheet) -> Int { (parts.table[Self.part]?.size ?? 0) / max(sheets.count, 1) }

    func reader(of sheet: Sheet) throws(SpreadsheetError) -> any SheetReader {
        let walk = try OpenDocumentWalk(parts.scanner(of: Self.part, place: sheet.name), path: parts.path)
        for _ in 0...max(0, sheet.index) {
            guard try walk.nextSheet() != nil else { throw walk.scanner.damage("there is no such sheet") }
        }
        return OpenDocumentSheetReader(
            walk.scanner, walk.prefixes, sheet: sheet.name, path: parts.path, limits: parts.limits)
    }
}

/// Finds out whether parts have a password.
private final class OpenDocumentManifest: XMLPartReader {
    private(set) var isEncrypted = false

    func begin(_ element: XMLElement, in path: [Substring]) throws(SpreadsheetError) {
        if element.name == "encryption-data" { isEncrypted = true }
    }
}

/// Goes from sheet to sheet.
final class OpenDocumentWalk {
    let scanner: XMLScanner
    let prefixes: OpenDocumentPrefixes
    private var hiddenStyles: Set<[UInt8]> = []
    private var style: [UInt8] = []

    private enum Name {
        static let document = XMLName("document-content")
        static let spreadsheet = XMLName("spreadsheet")
        static let table = XMLName("table")
        static let name = XMLName("name")
        static let style = XMLName("style")
        static let styleName = XMLName("style-name")
        static let tableProperties = XMLName("table-properties")
        static let display = XMLName("display")
    }

    /// A walk from the start of the document on.
    init(_ scanner: XMLScanner?, path: String) throws(SpreadsheetError) {
        guard let scanner, try scanner.next() == .start, scanner.local == Name.document else {
            throw .notASpreadsheet(path)
        }
        self.scanner = scanner
        prefixes = OpenDocumentPrefixes(try scanner.declaredPrefixes())
    }

    /// Goes to the start of the next sheet; nil at the end.
    func nextSheet() throws(SpreadsheetError) -> (name: [UInt8], isHidden: Bool)? {
        while true {
            switch try scanner.next() {
            case .start:
                if scanner.depth == 4, scanner.isElement(Name.table, of: prefixes.table) {
                    let name = try scanner.attribute(Name.name, of: prefixes.table) ?? []
                    let style = try scanner.attribute(Name.styleName, of: prefixes.table)
                    return (name, style.map(hiddenStyles.contains) ?? false)
                }
                if scanner.isElement(Name.style, of: prefixes.style) {
                    style = try scanner.attribute(Name.name, of: prefixes.style) ?? []
                } else if scanner.isElement(Name.tableProperties, of: prefixes.style),
                    let display = try scanner.attribute(Name.display, of: prefixes.table),
                    display.elementsEqual("false".utf8)
                {
                    hiddenStyles.insert(style)
                }
            case .end, .text: break
            case .finished: return nil
            }
        }
    }
}
