import Foundation
import TestSupport
import Testing
import Workbooks

/// A small xlsx file from its XML.
struct BookInMemory {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let references = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// The parts, which tests change.
    var parts: [ZipWriter.Part]

    /// A workbook with one sheet, given by the rows of its data.
    init(
        _ rows: String, after: String = "", formats: [String] = [], texts: String = "", properties: String = "",
        main: String = Self.main, references: String = Self.references
    ) {
        let styles = formats.enumerated().map { "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\($1)\"/>" }.joined()
        let cells = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }.joined()
        let packageNamespace = "http://schemas.openxmlformats.org/package/2006/relationships"
        parts = [
            .init(
                "_rels/.rels",
                "<Relationships xmlns=\"\(packageNamespace)\"><Relationship Id=\"r1\" Type=\"\(references)/officeDocument\" "
                    + "Target=\"/book/main.xml\"/></Relationships>"),
            .init(
                "book/main.xml",
                "<workbook xmlns=\"\(main)\" xmlns:r=\"\(references)\">\(properties)<sheets>"
                    + "<sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
            .init(
                "book/_rels/main.xml.rels",
                "<Relationships xmlns=\"\(packageNamespace)\"><Relationship Id=\"r1\" Type=\"\(references)/worksheet\" "
                    + "Target=\"leaves/a.xml\"/><Relationship Id=\"r2\" Type=\"\(references)/styles\" Target=\"look.xml\"/>"
                    + "<Relationship Id=\"r3\" Type=\"\(references)/sharedStrings\" Target=\"words.xml\"/></Relationships>"
            ),
            .init(
                "book/leaves/a.xml", "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData>\(after)</worksheet>"),
            .init(
                "book/look.xml",
                "<styleSheet xmlns=\"\(main)\"><numFmts>\(styles)</numFmts><cellXfs><xf numFmtId=\"0\"/>\(cells)</cellXfs>"
                    + "</styleSheet>"),
            .init("book/words.xml", "<sst xmlns=\"\(main)\">\(texts)</sst>"),
        ]
    }

    /// Replaces the text of a part, or adds a part.
    func with(_ name: String, _ text: String) -> BookInMemory {
        var copy = self
        copy.parts.removeAll { $0.name == name }
        copy.parts.append(.init(name, text))
        return copy
    }

    /// Without a part.
    func without(_ name: String) -> BookInMemory {
        var copy = self
        copy.parts.removeAll { $0.name == name }
        return copy
    }

    /// The bytes of the file.
    var bytes: [UInt8] { ZipWriter.archive(parts) }

    /// The cells of the first sheet as `A1 number 12`, in their order.
    func cells(_ limits: SpreadsheetLimits = SpreadsheetLimits()) throws -> [String] {
        try Self.cells(of: bytes, limits)
    }

    /// The cells of the first sheet of a file.
    static func cells(of bytes: [UInt8], _ limits: SpreadsheetLimits = SpreadsheetLimits()) throws -> [String] {
        try withBook(bytes, limits) { book in
            let sheet = try #require(book.sheets.first)
            let rows = try book.rows(of: sheet)
            var cells: [String] = []
            while let row = try rows.next() {
                cells += row.cells.map { cell in
                    CellName.cell(column: cell.column, row: row.number) + (row.isHidden ? " hidden" : "")
                        + " \(cell.kind) " + String(decoding: cell.text, as: UTF8.self)
                }
            }
            return cells
        }
    }

    /// Opens a file of these bytes.
    static func withBook<Result>(
        _ bytes: [UInt8], _ limits: SpreadsheetLimits = SpreadsheetLimits(), _ body: (Spreadsheet) throws -> Result
    ) throws -> Result {
        let folder = try TemporaryFolder()
        try folder.write(Data(bytes), to: "book.bin")
        return try body(try Spreadsheet(path: folder.path + "/book.bin", limits: limits))
    }
}
