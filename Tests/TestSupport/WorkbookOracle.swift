import Foundation
import Workbooks

/// A spreadsheet with any bytes in the place of one part, or made of any bytes: whatever is read of it must be in order.
///
/// The input's first byte picks the part (or, with its highest bit, all of the file), the rest are the bytes. The fuzzer and the
/// test that replays its corpus both ask it.
public final class WorkbookOracle {
    private let folder: TemporaryFolder
    private let path: String
    private let limits: SpreadsheetLimits

    /// An oracle with limits that small files can exceed.
    public init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/book.xlsx"
        var limits = SpreadsheetLimits()
        limits.cells = 20_000
        limits.rows = 5_000
        limits.depth = 32
        self.limits = limits
    }

    /// What is out of order in what is read; nil if nothing is.
    public func disorder(in input: [UInt8]) throws -> String? {
        guard let choice = input.first else { return nil }
        let bytes = Array(input.dropFirst())
        if choice & 0x80 != 0 {
            try write(bytes)
        } else {
            let isOpen = choice & 0x40 != 0
            var parts = isOpen ? Self.openDocument : Self.office
            let place = Int(choice & 0x3F) % parts.count
            parts[place] = .init(parts[place].name, bytes: bytes, isPacked: false)
            try write(ZipWriter.archive(parts))
        }
        do {
            let book = try Spreadsheet(path: path, limits: limits)
            for sheet in book.sheets.prefix(4) {
                if let disorder = try disorder(in: try book.rows(of: sheet)) { return "\(sheet.name): \(disorder)" }
            }
        } catch let error as SpreadsheetError {
            return error.reason.isEmpty ? "an error without a reason" : nil
        }
        return nil
    }

    private func disorder(in rows: SheetRows) throws -> String? {
        var last = 0
        while let row = try rows.next() {
            guard row.number > last, row.number <= limits.rows else { return "row \(row.number) behind row \(last)" }
            last = row.number
            var column = -1
            for cell in row.cells {
                guard cell.column > column, cell.column < limits.columns else { return "a column in row \(row.number)" }
                guard !cell.text.isEmpty || cell.kind == .uncachedFormula else { return "no text in row \(row.number)" }
                column = cell.column
            }
        }
        return nil
    }

    /// Writes in place: Foundation's ways are many times slower than what is read here.
    private func write(_ bytes: [UInt8]) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        defer { close(descriptor) }
        guard descriptor >= 0, Foundation.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw CocoaError(.fileWriteUnknown)
        }
    }

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let references = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

    private static let office: [ZipWriter.Part] = [
        (
            "xl/s.xml",
            "<worksheet xmlns=\"\(main)\"><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>"
        ),
        ("xl/t.xml", "<sst xmlns=\"\(main)\"><si><t>a</t></si></sst>"),
        ("xl/y.xml", "<styleSheet xmlns=\"\(main)\"><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
        (
            "xl/b.xml",
            "<workbook xmlns=\"\(main)\" xmlns:r=\"\(references)\"><sheets><sheet name=\"a\" r:id=\"s\"/></sheets></workbook>"
        ),
        (
            "xl/_rels/b.xml.rels",
            "<Relationships xmlns=\"\(package)\">"
                + [("s", "worksheet"), ("t", "sharedStrings"), ("y", "styles")].map {
                    "<Relationship Id=\"\($0)\" Type=\"\(references)/\($1)\" Target=\"\($0).xml\"/>"
                }.joined() + "</Relationships>"
        ),
        (
            "_rels/.rels",
            "<Relationships xmlns=\"\(package)\"><Relationship Id=\"r\" Type=\"\(references)/officeDocument\" "
                + "Target=\"xl/b.xml\"/></Relationships>"
        ),
    ].map { .init($0, $1, isPacked: false) }

    private static let openDocument: [ZipWriter.Part] = [
        .init("content.xml", "<a/>", isPacked: false), .init("META-INF/manifest.xml", "<a/>", isPacked: false),
    ]
}
