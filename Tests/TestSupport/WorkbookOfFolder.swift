import Foundation
import Records
import TrainingStats

/// A dataset in a folder as a workbook: days are days, plain numbers are numbers, all else is text.
public struct WorkbookOfFolder {
    /// The rows of a sheet: their numbers, and the XML of their cells.
    private var sheets: [(name: String, rows: String)] = []

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let references = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

    /// A workbook of nothing.
    public init() {}

    /// The tables of a folder's plain CSV files; `name` says what the sheet of a table is called.
    public init(_ folder: String, name: (RecordTable) -> String = { $0.rawValue }) throws {
        for table in RecordTable.allCases {
            guard let bytes = FileManager.default.contents(atPath: folder + "/" + table.fileName) else { continue }
            add(sheet: name(table), rows: CSVText.records(Array(bytes)))
        }
    }

    /// Adds a sheet with rows of texts.
    public mutating func add(sheet name: String, rows: [[String]]) {
        add(sheet: name, cells: rows.map { row in row.map(Self.cell) })
    }

    /// Adds a sheet whose cells are given by their XML.
    public mutating func add(sheet name: String, cells: [[String]], attributes: [Int: String] = [:]) {
        let rows = cells.enumerated().map { number, row in
            "<row \(attributes[number + 1] ?? "")>\(row.joined())</row>"
        }
        sheets.append((name, rows.joined()))
    }

    /// The XML of a cell with a text.
    public static func cell(_ text: String) -> String {
        if text.isEmpty { return "<c/>" }
        if text.count == 10, let day = CivilDate(text) { return "<c s=\"1\"><v>\(Int(day.day) + 25_569)</v></c>" }
        if let number = Double(text), "\(number)" == text || "\(Int(number))" == text, number.magnitude < 1e12 {
            return "<c><v>\(text)</v></c>"
        }
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped)</t></is></c>"
    }

    /// The bytes of the file.
    ///
    /// `after` is what stands behind the data of each sheet, and `hidden` names the sheets that are hidden.
    public func bytes(after: String = "", hidden: Set<String> = []) -> [UInt8] {
        let list = sheets.enumerated().map { number, sheet in
            "<sheet name=\"\(sheet.name)\"\(hidden.contains(sheet.name) ? " state=\"hidden\"" : "") r:id=\"s\(number)\"/>"
        }
        let targets = sheets.indices.map {
            "<Relationship Id=\"s\($0)\" Type=\"\(Self.references)/worksheet\" Target=\"s\($0).xml\"/>"
        }
        let parts: [ZipWriter.Part] = [
            .init(
                "_rels/.rels",
                "<Relationships xmlns=\"\(Self.package)\"><Relationship Id=\"r\" Type=\"\(Self.references)/officeDocument\" "
                    + "Target=\"xl/book.xml\"/></Relationships>"),
            .init(
                "xl/book.xml",
                "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.references)\"><sheets>\(list.joined())</sheets></workbook>"
            ),
            .init(
                "xl/_rels/book.xml.rels",
                "<Relationships xmlns=\"\(Self.package)\">\(targets.joined())<Relationship Id=\"styles\" "
                    + "Type=\"\(Self.references)/styles\" Target=\"styles.xml\"/></Relationships>"),
            .init(
                "xl/styles.xml",
                "<styleSheet xmlns=\"\(Self.main)\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            ),
        ]
        return ZipWriter.archive(
            parts
                + sheets.enumerated().map { number, sheet in
                    .init(
                        "xl/s\(number).xml",
                        "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(sheet.rows)</sheetData>\(after)</worksheet>")
                })
    }

    /// Writes the file, and gives its source.
    public func source(
        in folder: TemporaryFolder, after: String = "", hidden: Set<String> = []
    ) throws -> WorkbookSource {
        try folder.write(Data(bytes(after: after, hidden: hidden)), to: "registration.xlsx")
        return WorkbookSource(folder.path + "/registration.xlsx")
    }
}
