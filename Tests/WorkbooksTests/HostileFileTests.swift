import Foundation
import TestSupport
import Testing
import Workbooks

/// Files that are made to do harm, or are broken, give an error that names the trouble and the way round.
struct HostileFileTests {
    /// A file, and what its error is and says.
    struct Hostile: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let kind: SpreadsheetError.Kind
        let says: String
        let bytes: @Sendable () -> [UInt8]

        init(_ name: String, _ kind: SpreadsheetError.Kind, _ says: String, _ bytes: @escaping @Sendable () -> [UInt8])
        {
            (testDescription, self.kind, self.says, self.bytes) = (name, kind, says, bytes)
        }

        init(_ name: String, _ kind: SpreadsheetError.Kind, _ says: String, rows: String) {
            self.init(name, kind, says) { BookInMemory(rows).bytes }
        }
    }

    static let sheet = "book/leaves/a.xml"
    static let row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"

    static let files: [Hostile] = [
        Hostile("an empty file", .notASpreadsheet, "save it as .xlsx") { [] },
        Hostile("text", .notASpreadsheet, "save it as .xlsx") { Array("course_id,title\n".utf8) },
        Hostile("an archive of something else", .notASpreadsheet, "no workbook") {
            ZipWriter.archive([.init("a.txt", "a")])
        },
        Hostile("an old workbook", .oldFormat, "save it as .xlsx") {
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 2_000)
        },
        Hostile("a workbook with a password", .encrypted, "remove the password") {
            var bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1_016)
            bytes[30] = 9
            bytes.replaceSubrange(600..<632, with: "EncryptedPackage".utf16.flatMap { [UInt8($0), UInt8(0)] })
            return bytes
        },
        Hostile("an archive with a password", .encrypted, "remove the password") {
            var book = BookInMemory(row)
            book.parts[3].isEncrypted = true
            return book.bytes
        },
        Hostile("cut short", .damaged, "copy it again") { Array(BookInMemory(row).bytes.dropLast(200)) },
        Hostile("cut in the middle of its data", .damaged, "damaged") {
            var bytes = BookInMemory(row).bytes
            for index in 400..<500 { bytes[index] = 0x55 }
            return bytes
        },
        Hostile("a name that leads outside", .damaged, "'../../etc/passwd'") {
            BookInMemory(row).with("../../etc/passwd", "x").bytes
        },
        Hostile("a part twice", .damaged, "in it twice") {
            var book = BookInMemory(row)
            book.parts.append(.init("BOOK/leaves/A.xml", "<x/>"))
            return book.bytes
        },
        Hostile("a sheet that is missing", .damaged, "One: the workbook lists this sheet and lacks it") {
            BookInMemory(row).without(sheet).bytes
        },
        Hostile("two sheets in one part", .damaged, "one and the same part") {
            BookInMemory(row).with(
                "book/main.xml",
                "<workbook xmlns=\"\(BookInMemory.main)\" xmlns:r=\"\(BookInMemory.references)\"><sheets>"
                    + "<sheet name=\"a\" r:id=\"r1\"/><sheet name=\"b\" r:id=\"r1\"/></sheets></workbook>"
            ).bytes
        },
        Hostile("entities that grow", .damaged, "DOCTYPE") {
            BookInMemory("").with(
                sheet,
                "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet>&b;</worksheet>"
            ).bytes
        },
        Hostile("entities that grow in a small part", .damaged, "DOCTYPE") {
            BookInMemory(row).with(
                "book/look.xml",
                "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\">]><styleSheet>&b;</styleSheet>"
            ).bytes
        },
        Hostile("an entity of its own", .damaged, "entity", rows: "<row><c t=\"str\"><v>&evil;</v></c></row>"),
        Hostile("UTF-16", .damaged, "UTF-8") { BookInMemory("").with(sheet, "\u{0}<\u{0}w").bytes },
        Hostile("nested without end", .damaged, "nested") {
            BookInMemory(String(repeating: "<row>", count: 1_000_000)).bytes
        },
        Hostile("nested without end in a small part", .damaged, "nested") {
            BookInMemory(row).with("book/look.xml", String(repeating: "<a>", count: 1_000_000)).bytes
        },
        Hostile("not closed", .damaged, "closed", rows: "<row><c><v>1</c></row>"),
        Hostile("ends early", .damaged, "cut short") {
            BookInMemory("").with(sheet, "<worksheet xmlns=\"\(BookInMemory.main)\"><sheetData><row>").bytes
        },
        Hostile("a row beyond the last", .tooLarge, "1048577", rows: "<row r=\"1048577\"><c><v>1</v></c></row>"),
        Hostile(
            "a row of a huge number", .damaged, "row", rows: "<row r=\"99999999999999999999\"><c><v>1</v></c></row>"),
        Hostile("rows that go back", .damaged, "behind row 5", rows: "<row r=\"5\"/><row r=\"3\"/>"),
        Hostile("a row twice", .damaged, "behind row 5", rows: "<row r=\"5\"/><row r=\"5\"/>"),
        Hostile("a cell twice", .damaged, "twice", rows: "<row r=\"1\"><c r=\"B1\"/><c r=\"B1\"/></row>"),
        Hostile("a cell of another row", .damaged, "another row", rows: "<row r=\"1\"><c r=\"B2\"/></row>"),
        Hostile("a column beyond the last", .tooLarge, "16384 columns", rows: "<row r=\"1\"><c r=\"XFE1\"/></row>"),
        Hostile("a text that is not there", .damaged, "shared text 7", rows: "<row><c t=\"s\"><v>7</v></c></row>"),
        Hostile("a bomb in a sheet", .tooLarge, "packed size") {
            BookInMemory(String(repeating: " ", count: 200_000_000)).bytes
        },
        Hostile("a bomb in a small part", .tooLarge, "unpacks to more") {
            BookInMemory(row).with("book/look.xml", "<a>" + String(repeating: " ", count: 80_000_000) + "</a>").bytes
        },
        Hostile("one endless text", .tooLarge, "too long a text") {
            BookInMemory("<row><c t=\"str\"><v>" + String(repeating: "a", count: 40_000_000) + "</v></c></row>").bytes
        },
        Hostile("one endless inline text", .tooLarge, "a text has more") {
            BookInMemory(
                "<row><c t=\"inlineStr\"><is><t>" + String(repeating: "a", count: 40_000_000) + "</t></is></c></row>"
            ).bytes
        },
        Hostile("blanks repeated without end", .tooLarge, "too long a text") {
            openDocument(
                "<t:table-cell o:value-type=\"string\"><x:p>"
                    + String(repeating: "<x:s x:c=\"1000000\"/>", count: 20_000) + "</x:p></t:table-cell>")
        },
        Hostile("sheets without end", .tooLarge, "too many sheets") {
            openDocument(
                "</t:table-row></t:table>" + String(repeating: "<t:table t:name=\"b\"></t:table>", count: 9_999)
                    + "<t:table t:name=\"c\"><t:table-row>")
        },
        Hostile("one endless tag", .tooLarge, "a tag") {
            BookInMemory("<row " + String(repeating: "a", count: 3_000_000) + "=\"\"/>").bytes
        },
        Hostile("cells repeated without end", .tooLarge, "columns") {
            openDocument(
                "<t:table-cell t:number-columns-repeated=\"4000000000\" o:value-type=\"float\" o:value=\"1\"/>")
        },
        Hostile("rows repeated without end", .tooLarge, "row") {
            openDocument("<t:table-cell o:value-type=\"float\" o:value=\"1\"/>", repeated: 4_000_000_000)
        },
    ]

    static func openDocument(_ cells: String, repeated: Int = 1) -> [UInt8] {
        let office = "urn:oasis:names:tc:opendocument:xmlns:"
        let content =
            "<o:document-content xmlns:o=\"\(office)office:1.0\" xmlns:t=\"\(office)table:1.0\" "
            + "xmlns:x=\"\(office)text:1.0\"><o:body><o:spreadsheet>"
            + "<t:table t:name=\"a\"><t:table-row t:number-rows-repeated=\"\(repeated)\">\(cells)</t:table-row></t:table>"
            + "</o:spreadsheet></o:body></o:document-content>"
        return ZipWriter.archive([.init("content.xml", content)])
    }

    @Test(arguments: files)
    func hostileFilesAreRefused(_ file: Hostile) throws {
        let bytes = file.bytes()
        let clock = ContinuousClock()
        let start = clock.now
        let error = #expect(throws: SpreadsheetError.self) { try BookInMemory.cells(of: bytes) }
        #expect(error?.kind == file.kind)
        #expect(error?.message.contains(file.says) == true, "\(error?.message ?? "")")
        // A test runs beside others, and in code that is not optimised.
        #expect(clock.now - start < .seconds(20))
    }

    @Test func aMillionEmptyRowsAreNone() throws {
        let rows = (1...1_000_000).map { "<row r=\"\($0)\" spans=\"1:8\"/>" }.joined()
        #expect(try BookInMemory(rows).cells().isEmpty)
    }

    @Test func limitsCanBeLower() throws {
        var limits = SpreadsheetLimits()
        limits.cells = 2
        let error = #expect(throws: SpreadsheetError.self) {
            try BookInMemory("<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>").cells(limits)
        }
        #expect(error?.kind == .tooLarge)
    }

    /// Whatever is cut off or changed, the reader comes to an end without a crash.
    @Test func brokenFilesCrashNothing() throws {
        let whole = BookInMemory(Self.row + "<row r=\"9\"><c t=\"s\"><v>0</v></c></row>", texts: "<si><t>a</t></si>")
            .bytes
        var generator = SplitMix64(seed: 5)
        for _ in 0..<300 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            _ = try? BookInMemory.cells(of: bytes)
        }
    }
}
