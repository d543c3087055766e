import Foundation
import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Writers

/// Data that would break a workbook if the library were given it as it stands: no part of the file may be faulty.
struct WorkbookGuardTests {
    private static let integrity = packageFolder + "/Tests/Python/workbook_integrity.py"

    private func document(_ tables: [Table], _ language: Language = .en, title: String = "A report") -> Document {
        Document(
            title: title, subject: title, author: title, language: language,
            particulars: [.init(label: "Period", value: "all time")], tables: tables, reportingDay: .day("2019-12-31"))
    }

    private func table(
        _ rows: [[Cell]], id: String = "t", headings: [String] = ["Name", "Figure"], hasTotal: Bool = false,
        notes: [String] = []
    ) -> Table {
        let columns = headings.enumerated().map {
            Grid.Column(id: "c\($0)", heading: $1, isNumeric: $0 > 0, definition: $0 > 0 ? "d" : nil)
        }
        let rows = rows.enumerated().map { index, cells in
            let isTotal = hasTotal && index == rows.count - 1
            return Grid.Row(
                cells, isTotal: isTotal, addends: isTotal ? Array(0..<index) : [],
                additiveColumns: isTotal ? Set(1..<headings.count) : [])
        }
        return Table(
            id: id, title: id, subtitle: "all", display: Grid(columns: columns, rows: rows), notes: notes,
            definitions: [Definition(id: "d", term: "A", text: "b")])
    }

    /// Nothing is wrong with the file, in either profile.
    private func expectSound(_ documents: [Document], rowLimit: Int = Sheet.rowLimit) throws {
        let folder = try TemporaryFolder()
        var paths: [String] = []
        for profile in WorkbookProfile.allCases {
            let path = "\(folder.path)/\(profile.rawValue).xlsx"
            try writeWorkbook(documents, profile: profile, to: path, rowLimit: rowLimit)
            paths.append(path)
        }
        let result = try run(debianPython, [Self.integrity] + paths, environment: ["PYTHONUTF8": "1"])
        let faults = result.text + result.errors
        #expect(faults == "")
    }

    @Test func numbersThatAreNone() throws {
        let cells: [Cell] = [
            .real(.nan, places: 1), .real(.infinity, places: 0), .share(-.infinity), .share(.nan),
            .real(.greatestFiniteMagnitude, places: 2), .real(.leastNonzeroMagnitude, places: 6),
            .decimal(ExactDecimal(millionths: .max), places: 3), .whole(.min),
        ]
        let rows: [[Cell]] = cells.map { [.text("x"), $0] } + [[.text("Total"), .real(.nan, places: 1)]]
        var table = table(rows, hasTotal: true)
        table.charts = [Chart(title: "c", unit: "", form: .bars, series: .columns, rows: 0...7, columns: 1...1)]
        table.comparison = .columns([1])
        try expectSound([document([table])])
    }

    @Test func textsThatXMLCannotHold() throws {
        let texts = [
            String(decoding: [0x41, 0xFF, 0xC0, 0x80], as: UTF8.self), "bell\u{7}", "\u{0}", "\u{FFFE}\u{FFFF}",
            "_x0041_",
            "<b>&amp;\"'</b>", "]]>", "\u{1F9ED}\u{202E}\u{200F}", String(repeating: "\u{1F9ED}", count: 20_000),
            String(repeating: "line\n", count: 9_000), " lead and trail ", "\r\n", "=1+1", "{=1}", "+1", "@x",
            "'quoted",
            "https://example.org/" + String(repeating: "long", count: 900), "mailto:me@example.org", "",
        ]
        let tables = texts.enumerated().map { index, text in
            table(
                [[.text(text), .whole(1), .text(text)], [.text(text), .whole(1), .empty]], id: "t\(index)",
                headings: [text, text + "2", text.uppercased()], hasTotal: true, notes: [text])
        }
        try expectSound([document(tables), document(tables, .ar)])
        for text in texts { try expectSound([document([table([[.text("a"), .whole(1)]])], title: text)]) }
    }

    /// The same sheet, table and heading names over and over, by case and by what stands in for forbidden characters.
    @Test func namesThatAreTheSame() throws {
        let ids = [
            "history", "History", "", "a-b", "a_b", "A-B", "a b", "o'neil", "'quoted'", "a/b[c]:*?\\", "a-b-c----",
            "Notes",
            "contents", "Charts", "R1C1", "a1", "المحتويات", String(repeating: "long", count: 20),
            String(repeating: "LONG", count: 20), String(repeating: "\u{1F9ED}", count: 20), "C", "cover", "e\u{301}",
            "\u{E9}",
        ]
        let headings = [
            "Name", "name", "NAME", "", "2", "line\nbreak", "line break", String(repeating: "h", count: 300),
        ]
        let row: [Cell] = [.text("a")] + (1..<headings.count).map { .whole($0) }
        let tables = ids.map { table([row, row], id: $0, headings: headings) }
        try expectSound([document(tables), document(tables, .ar)])
    }

    @Test(arguments: ["a)(", "[", "]", "#", "'", "@", "a,b", "\"", "[#All]", "[[x]]", "{}", "it's #1 [of) 2"])
    func formulasOverSuchHeadings(heading: String) throws {
        let rows: [[Cell]] = [[.text("a"), .whole(1)], [.text("b"), .whole(2)], [.text("Total"), .whole(3)]]
        try expectSound([document([table(rows, headings: ["Name", heading], hasTotal: true)])])
    }

    @Test func daysThatExcelDoesNotKnow() throws {
        #expect(CivilDate("2019-02-31") == nil)
        let days = ["0001-01-01", "1899-12-31", "1900-01-01", "1900-02-28", "1900-03-01", "9999-12-31"]
        let cells = days.map { [Cell.text("x"), .date(.day($0))] }
        try expectSound([document([table(cells)])])
    }

    @Test func sizesBeyondTheLimits() throws {
        let long = String(repeating: "word ", count: 8_000) + String(repeating: "w", count: 400)
        let cells = (0..<40).map { [Cell.text(long), .whole($0)] }
        var table = table(cells, notes: [long, String(repeating: "note ", count: 20_000)])
        for index in table.display.rows.indices { table.display.rows[index].level = index }
        try expectSound([document([table])])
        // A part of a table begins with a heading row of its own.
        try expectSound([document([table])], rowLimit: 20)
        let folder = try TemporaryFolder()
        var workbook = try Workbook(path: folder.path + "/a.xlsx")
        let sheet = try workbook.addSheet("a", .analyst(document([])))
        try sheet.setWidth(1_000, of: 0)
        try sheet.setHeight(1_000, of: 0)
        try workbook.close()
        let result = try run(debianPython, [Self.integrity, folder.path + "/a.xlsx"])
        #expect(result.text + result.errors == "")
    }

    @Test func rowsBeyondTheLastOne() throws {
        let rows = (0..<Sheet.rowLimit + 10).map { Grid.Row([.whole($0)]) }
        let parts = Writers.parts(of: rows, most: Sheet.rowLimit - 5)
        #expect(parts.map(\.count) == [Sheet.rowLimit - 5, 15])
    }

    @Test func noTablesAndEmptyTables() throws {
        let total = table([[.text("Total"), .whole(0)]], hasTotal: true)
        try expectSound([document([])])
        try expectSound([document([table([]), total]), document([table([]), total], .ar)])
    }

    /// The same cells written row by row, in constant memory.
    @Test func listsOfSuchCells() throws {
        let cells: [Cell] = [
            .text("bell\u{7}\u{FFFE}"), .text("_x0041_"), .text(String(repeating: "\u{1F9ED}", count: 20_000)),
            .text("=1"),
            .text(""), .real(.nan, places: 1), .share(.infinity), .date(.day("1899-12-31")), .date(.day("2019-06-30")),
            .decimal(ExactDecimal(millionths: .max), places: 3), .notApplicable, .unknown, .empty, .whole(7),
        ]
        let columns = [
            Grid.Column(id: "a", heading: "a\nb", isNumeric: false), .init(id: "b", heading: "", isNumeric: true),
        ]
        let stream = RowStream(columns: columns) { limit, body in
            for cell in cells.prefix(limit) { body([cell, cell]) }
        }
        let folder = try TemporaryFolder()
        for language in Language.allCases {
            let list = Table(
                id: "history", title: "history", subtitle: "", display: Grid(columns: columns, rows: []),
                notes: ["\u{0}"])
            let path = "\(folder.path)/\(language).xlsx"
            try writeRecordWorkbook(document([list], language), table: list, rows: stream, to: path, rowLimit: 5)
            let result = try run(debianPython, [Self.integrity, path], environment: ["PYTHONUTF8": "1"])
            let faults = result.text + result.errors
            #expect(faults == "")
        }
    }

    /// The eye that looks is not blind: each of these, done to a sound file, is found.
    @Test(arguments: [
        ("worksheets/sheet2.xml", "</f><v>3</v>", "</f><v>nan</v>", "the number nan"),
        ("worksheets/sheet2.xml", "</f><v>3</v>", "</f>", "a formula without its result"),
        ("worksheets/sheet2.xml", "SUBTOTAL(", "SUBTOTAL((", "the formula"),
        ("worksheets/sheet2.xml", "width=\"", "width=\"99", "a width over 255"),
        (
            "worksheets/sheet2.xml", "</sheetData>", "</sheetData><autoFilter ref=\"A4:B6\"/>",
            "a table under a filter"
        ),
        (
            "worksheets/sheet2.xml", "</sheetData>",
            "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A4:B4\"/></mergeCells>",
            "tables or merged cells that overlap"
        ),
        ("workbook.xml", "name=\"t\"", "name=\"History\"", "the sheet name"),
        ("tables/table1.xml", "name=\"Figure\"", "name=\"name\"", "headings of table_t"),
        ("tables/table1.xml", "displayName=\"table_t\"", "displayName=\"A1\"", "the table name A1"),
        ("sharedStrings.xml", "<t>a</t>", "<t>a</u>", "not well-formed"),
    ])
    func faultsAreFound(part: String, old: String, new: String, fault: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.xlsx"
        let rows: [[Cell]] = [[.text("a"), .whole(1)], [.text("b"), .whole(2)], [.text("Total"), .whole(3)]]
        try writeWorkbook([document([table(rows, hasTotal: true)])], to: path)
        let script = """
            import sys, zipfile
            source, target, part, old, new = sys.argv[1:]
            with zipfile.ZipFile(source) as read, zipfile.ZipFile(target, "w") as write:
                for name in read.namelist():
                    text = read.read(name)
                    if name == "xl/" + part:
                        assert old.encode() in text, text
                        text = text.replace(old.encode(), new.encode())
                    write.writestr(name, text)
            """
        let broken = folder.path + "/b.xlsx"
        let made = try run(debianPython, ["-c", script, path, broken, part, old, new])
        try #require(made.code == 0, "\(made.errors)")
        let result = try run(debianPython, [Self.integrity, broken])
        #expect((result.text + result.errors).contains(fault))
    }
}
