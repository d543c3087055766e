import TestSupport
import Testing
import Workbooks

/// Parts are found by their relationships, and cells by their names or their order.
struct ShapeTests {
    @Test func strictFilesAndPrefixes() throws {
        let strict = BookInMemory(
            "<row><c><v>1</v></c></row>", main: "http://purl.oclc.org/ooxml/spreadsheetml/main",
            references: "http://purl.oclc.org/ooxml/officeDocument/relationships")
        #expect(try strict.cells() == ["A1 number 1"])
        let prefixed = BookInMemory("").with(
            "book/leaves/a.xml",
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <!-- by another program -->
            <x:worksheet xmlns:x="\(BookInMemory.main)" xmlns:y="urn:other"><x:sheetData>
              <x:row r='2'><x:c r='C2'><x:v>5</x:v><y:v>9</y:v></x:c><y:c><y:v>7</y:v></y:c></x:row>
            </x:sheetData></x:worksheet>
            """)
        #expect(try prefixed.cells() == ["C2 number 5"])
    }

    @Test func cellsWithAndWithoutNames() throws {
        let book = BookInMemory(
            "<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row><row/><row r=\"7\"/><row><c><v>4</v></c></row>"
        )
        #expect(try book.cells() == ["A1 number 1", "D1 number 2", "E1 number 3", "A8 number 4"])
    }

    @Test func mergedRanges() throws {
        let book = BookInMemory(
            "<row><c><v>1</v></c></row>",
            after: "<mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"$D$4:C9\"/></mergeCells>")
        let ranges = try BookInMemory.withBook(book.bytes) { try $0.mergedRanges(of: $0.sheets[0]) }
        #expect(ranges == [CellRange(rows: 1...2, columns: 0...1), CellRange(rows: 4...9, columns: 2...3)])
    }

    @Test func hiddenSheetsAreSaid() throws {
        let main = """
            <workbook xmlns="\(BookInMemory.main)" xmlns:r="\(BookInMemory.references)"><sheets>\
            <sheet name="مخفي" state="veryHidden" r:id="r1"/></sheets></workbook>
            """
        let book = BookInMemory("").with("book/main.xml", main)
        let sheets = try BookInMemory.withBook(book.bytes) { $0.sheets }
        #expect(sheets.map(\.name) == ["مخفي"])
        #expect(sheets.map(\.isHidden) == [true])
    }

    /// Whether a part is read ahead on another thread makes no difference, and neither does who stops early.
    @Test func largeSheets() throws {
        let rows = (1...60_000).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c></row>" }.joined()
        let book = BookInMemory(rows)
        let cells = try book.cells()
        #expect(cells.count == 60_000 && cells.last == "A60000 number 60000")
        let first = try BookInMemory.withBook(book.bytes) { try $0.rows(of: $0.sheets[0]).next() }
        #expect(first?.number == 1)
    }

    @Test func openDocument() throws {
        let office = "urn:oasis:names:tc:opendocument:xmlns:"
        let content = """
            <o:document-content xmlns:o="\(office)office:1.0" xmlns:table="\(office)table:1.0" xmlns:text="\(office)text:1.0"
             xmlns:style="\(office)style:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
            <o:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/>
            </style:style></o:automatic-styles><o:body><o:spreadsheet>
            <table:table table:name="One"><table:table-column table:number-columns-repeated="9"/>
            <table:table-header-rows><table:table-row><table:table-cell o:value-type="string" table:number-columns-spanned="2"
             table:number-rows-spanned="1"><o:annotation><text:p>a comment</text:p></o:annotation><text:p>two  <text:span>words</text:span>
            </text:p><text:p>and<text:s text:c="2"/>more</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
            </table:table-header-rows>
            <table:table-row table:number-rows-repeated="3"/>
            <table:table-row table:number-rows-repeated="2" table:visibility="filter"><table:table-cell/>
            <table:table-cell table:number-columns-repeated="2" o:value-type="float" o:value="42"><text:p>00042</text:p></table:table-cell>
            <table:table-cell o:value-type="percentage" o:value="0.85"><text:p>85%</text:p></table:table-cell>
            <table:table-cell o:value-type="date" o:date-value="2024-12-31T09:30:00"><text:p>x</text:p></table:table-cell>
            <table:table-cell o:value-type="time" o:time-value="PT36H15M00S"><text:p>x</text:p></table:table-cell>
            <table:table-cell o:value-type="boolean" o:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>
            <table:table-cell o:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>
            <table:table-cell table:formula="of:=1+1"/></table:table-row>
            <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            </table:table><table:table table:name="Two" table:style-name="ta2"><table:table-row><table:table-cell o:value-type="float"
             o:value="1"/></table:table-row></table:table></o:spreadsheet></o:body></o:document-content>
            """
        let bytes = ZipWriter.archive([
            .init("mimetype", "application/vnd.oasis.opendocument.spreadsheet", isPacked: false),
            .init("content.xml", content),
        ])
        func row(_ number: Int) -> [String] {
            [
                "number 00042", "number 00042", "percent 0.85", "dateTime 2024-12-31T09:30", "time 36:15",
                "boolean true",
                "error #N/A", "uncachedFormula ",
            ].enumerated().map { CellName.cell(column: $0 + 1, row: number) + " hidden \($1)" }
        }
        #expect(try BookInMemory.cells(of: bytes) == ["A1 text two words \nand  more"] + row(5) + row(6))
        try BookInMemory.withBook(bytes) { book in
            #expect(book.sheets.map(\.name) == ["One", "Two"])
            #expect(book.sheets.map(\.isHidden) == [false, true])
            let ranges = try book.mergedRanges(of: book.sheets[0])
            #expect(ranges == [CellRange(rows: 1...1, columns: 0...1)])
            let row = try book.rows(of: book.sheets[1]).next()
            #expect(row?.cells == [SheetCell(column: 0, kind: .number, text: [0x31])])
        }
    }
}
