import Foundation
import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Writers

/// Workbooks as another program reads them: what the library would let through is given a defined form.
struct WorkbookTests {
    private func document(_ tables: [Table], _ language: Language = .en, title: String = "A report") -> Document {
        Document(
            title: title, language: language, particulars: [.init(label: "Period", value: "all time")], tables: tables,
            reportingDay: .day("2019-12-31"))
    }

    private func table(
        _ id: String, headings: [String] = ["Name", "Figure"], rows: [[Cell]], hasTotal: Bool = false
    ) -> Table {
        let columns = headings.enumerated().map { Grid.Column(id: "c\($0)", heading: $1, isNumeric: $0 > 0) }
        let rows = rows.enumerated().map { Grid.Row($1, isTotal: hasTotal && $0 == rows.count - 1) }
        return Table(id: id, title: id, subtitle: "all", display: Grid(columns: columns, rows: rows))
    }

    private func read(_ document: Document) throws -> ReadWorkbook {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.xlsx"
        try writeWorkbook([document], to: path)
        return try withExtendedLifetime(folder) { try ReadWorkbook(path: path) }
    }

    /// The two columns of a table whose cells are written one below the other.
    private func contents(of cells: [Cell]) throws -> [ReadWorkbook.Content] {
        let book = try read(document([table("t", rows: cells.map { [.text("x"), $0] })]))
        return try #require(book["t"]).rows.dropFirst(4).prefix(cells.count).map { $0[1] }
    }

    /// Excel puts no green corner on years, identifiers and headings that are texts of digits.
    @Test(arguments: WorkbookProfile.allCases) func numbersAsTextAreNoErrors(_ profile: WorkbookProfile) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.xlsx"
        let table = table(
            "t", headings: ["Year", "2019"], rows: [[.text("2018"), .whole(1)], [.text("007"), .whole(2)]])
        try writeWorkbook([document([table])], profile: profile, to: path)
        let script = """
            import re, sys, zipfile
            book = zipfile.ZipFile(sys.argv[1])
            for name in sorted(book.namelist()):
                if not name.startswith("xl/worksheets/sheet"): continue
                text = book.read(name).decode()
                cells = re.findall(r'<c r="([A-Z]+[0-9]+)"[^>]*t="s"', text)
                print(cells[-3:], re.findall(r'<ignoredError .*?/>', text))
            """
        let result = try run(debianPython, ["-c", script, path])
        let ranges = "A4:B4 A5:A6"
        let last = result.text.split(separator: "\n").filter { $0.contains("'A6'") && $0.contains(ranges) }
        #expect(last.count == 1 && last[0].contains("numberStoredAsText=\"1\""), "\(result.text)\(result.errors)")
    }

    @Test func cellsKeepTheirKind() throws {
        let cells: [Cell] = [
            .whole(1_234_567), .whole(0), .decimal(ExactDecimal(millionths: 1_500_000), places: 3), .share(0.125),
            .real(1.0 / 3, places: 2), .date(.day("2019-06-30")), .text("0042"), .text("=1+1"), .text("{=1+1}"),
            .text("https://example.org"), .notApplicable, .unknown, .empty,
        ]
        let read = try contents(of: cells)
        #expect(
            read == [
                .number(1_234_567), .number(0), .number(1.5), .number(0.125), .number(0.3333333333333333),
                .text("2019-06-30"), .text("0042"), .text("=1+1"), .text("{=1+1}"), .text("https://example.org"),
                .text("[z]"), .text("[x]"), .empty,
            ])
    }

    @Test func whatExcelCannotHoldHasADefinedForm() throws {
        let long = String(repeating: "ش", count: 40_000)
        let cells: [Cell] = [
            .real(.nan, places: 1), .real(.infinity, places: 1), .share(-.infinity), .date(.day("1899-12-31")),
            .text("bell\u{7}, \u{FFFE}, \u{0}end"), .text(long), .text("_x0041_"), .text("line\nbreak"),
        ]
        let read = try contents(of: cells)
        #expect(Array(read.prefix(3)) == [.text("[z]"), .text("[z]"), .text("[z]")])
        #expect(read[3] == .text("1899-12-31"))
        #expect(read[4] == .text("bell\u{FFFD}, \u{FFFD}, \u{FFFD}end"))
        let kept = String(repeating: "ش", count: 32_767 - 14)
        #expect(read[5] == .text(kept + "… (cut to fit)"))
        // The reader takes the escape of the underscore away, and keeps the rest.
        #expect(read[6] == .text("_x0041_"))
        #expect(read[7] == .text("line\nbreak"))
    }

    /// Names of sheets are cut between words.
    @Test(arguments: [
        ("Participant cost by programme and state", "Participant cost by programme…"),
        ("Participant cost by programmes, and state", "Participant cost by programmes…"),
        ("Exactly thirty-one characters w", "Exactly thirty-one characters w"),
        (String(repeating: "w", count: 40), String(repeating: "w", count: 30) + "…"),
        ("تكلفة المشاركين حسب البرنامج والدولة", "تكلفة المشاركين حسب البرنامج…"),
    ])
    func namesOfSheetsKeepTheirWords(title: String, name: String) {
        var names = SheetNames()
        #expect(names.unique(title) == name)
        let second = names.unique(title)
        #expect(second != name && second.hasSuffix(" (2)") && second.utf16.count <= 31)
    }

    @Test func headingsAndNamesAreMadeUnique() throws {
        let headings = ["Name", "name", "", "NAME", String(repeating: "h", count: 300)]
        let row: [Cell] = [.text("a"), .whole(1), .whole(2), .whole(3), .whole(4)]
        let ids = [
            "history", "HISTORY", "", "'quoted'", String(repeating: "long", count: 20), "a/b[c]:*?\\", "a-b-c----",
            "contents", String(repeating: "🧭", count: 30), String(repeating: "long", count: 20),
        ]
        let book = try read(document(ids.map { table($0, headings: headings, rows: [row, row], hasTotal: true) }))
        let names = book.sheets.map(\.name)
        #expect(names.count == ids.count + 2)
        #expect(Set(names.map { $0.lowercased() }).count == names.count)
        #expect(names.allSatisfy { !$0.isEmpty && $0.utf16.count <= 31 && $0.lowercased() != "history" })
        let read = try #require(book.sheets.dropFirst().first).rows[3]
        let texts = read.map { if case .text(let text) = $0 { text.lowercased() } else { "" } }
        #expect(Set(texts).count == headings.count && !texts.contains(""))
        #expect(Set(book.sheets.flatMap { $0.tables.keys }).count == ids.count)
    }

    @Test func tablesHaveFiltersAndFrozenHeadings() throws {
        let book = try read(
            document([table("t", rows: [[.text("a"), .whole(2)], [.text("Total"), .whole(2)]], hasTotal: true)]))
        let sheet = try #require(book["t"])
        #expect(sheet.tables == ["table_t": "A4:B6"])
        #expect(sheet.frozen == "A5" && !sheet.isRightToLeft)
        #expect(sheet.rows[5] == [.text("Total"), .number(2)])
    }

    @Test func emptyTablesAndWideTables() throws {
        let book = try read(document([table("t", rows: [])]))
        #expect(try #require(book["t"]).rows[3] == [.text("Name"), .text("Figure")])
        let headings = (0...Sheet.columnLimit).map { "h\($0)" }
        let wide = table("w", headings: headings, rows: [])
        #expect(throws: WriteError.self) { try self.read(self.document([wide])) }
    }

    @Test func longTablesGoOnOnFurtherSheets() {
        let rows = (0..<10).map { Grid.Row([.whole($0)]) }
        #expect(parts(of: rows, most: 4).map(\.count) == [4, 4, 2])
        #expect(parts(of: rows, most: 10).map(\.count) == [10])
        #expect(parts(of: [], most: 4).map(\.count) == [0])
    }

    @Test func arabicRunsFromRightToLeft() throws {
        let book = try read(document([table("t", rows: [[.text("الكويت"), .whole(7)]])], .ar, title: "تقرير"))
        #expect(book.sheets.allSatisfy { $0.isRightToLeft })
        #expect(try #require(book["t"]).rows[4] == [.text("الكويت"), .number(7)])
    }

    /// Numbers read back as they were, to the 16 significant digits that the library writes.
    @Test func numbersReadBack() throws {
        var numbers: [Double] = [0.1, 1e15, 123_456_789.012345, 1e-7, 2.0 / 3]
        var bits: UInt64 = 7
        for _ in 0..<200 {
            bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            numbers.append(Double(bits >> 20) / Double(1 << (bits & 31)))
        }
        for (number, read) in zip(numbers, try contents(of: numbers.map { .real($0, places: 2) })) {
            let back = if case .number(let back) = read { back } else { Double.nan }
            #expect(abs(back - number) <= abs(number) * 1e-15, "\(number)")
        }
    }

    @Test func equalDocumentsAreEqualFiles() throws {
        let folder = try TemporaryFolder()
        let document = document([table("t", rows: [[.text("a"), .whole(1)]])])
        for name in ["a", "b"] { try writeWorkbook([document], to: "\(folder.path)/\(name).xlsx") }
        #expect(try folder.bytes(of: "a.xlsx") == folder.bytes(of: "b.xlsx"))
    }

    @Test func aFileThatCannotBeMadeIsAnError() {
        #expect(throws: WriteError.self) { try writeWorkbook([self.document([])], to: "/nowhere/at/all.xlsx") }
    }
}
