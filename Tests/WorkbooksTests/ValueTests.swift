import TestSupport
import Testing
import Workbooks

/// Values are read as spreadsheet programs show them.
struct ValueTests {
    @Test(arguments: [
        ("27438986711", "27438986711"), ("2.7438986711E10", "27438986711"), ("0.1", "0.1"),
        ("0.10000000000000001", "0.1"), ("0.30000000000000004", "0.3"), ("1E-3", "0.001"), ("-5", "-5"), ("-0", "0"),
        ("5.0", "5"), ("007", "7"), ("123456789012345678", "123456789012346000"),
        ("66.666666666666671", "66.6666666666667"),
        ("1e21", "1000000000000000000000"),
    ])
    func numbersStandInFull(stored: String, shown: String) throws {
        #expect(try BookInMemory("<row><c><v>\(stored)</v></c></row>").cells() == ["A1 number \(shown)"])
    }

    @Test(arguments: ["1e999", "nan", "0x10", "infinity", "12 KD"])
    func whatIsNoNumberStaysAsItIs(stored: String) throws {
        #expect(try BookInMemory("<row><c><v>\(stored)</v></c></row>").cells() == ["A1 text \(stored)"])
    }

    @Test(arguments: [
        ("dd/mm/yyyy", "45657", "date 2024-12-31"), ("dd/mm/yyyy", "45657.9", "date 2024-12-31"),
        ("yyyy\\-mm\\-dd hh:mm", "45657.395833333336", "dateTime 2024-12-31T09:30"),
        ("yyyy-mm-dd h:mm:ss", "45657", "date 2024-12-31"), ("m/d/yy", "1", "date 1900-01-01"),
        ("m/d/yy", "59", "date 1900-02-28"), ("m/d/yy", "60", "number 60"), ("m/d/yy", "61", "date 1900-03-01"),
        ("m/d/yy", "0", "number 0"), ("m/d/yy", "-3", "number -3"), ("m/d/yy", "2958466", "number 2958466"),
        ("[$-2060401]B2dd/mm/yyyy;@", "45657", "date 2024-12-31"), ("[$-409]mmm\\-yy;@", "45657", "date 2024-12-31"),
        ("h:mm AM/PM", "0.75", "time 18:00"), ("hh:mm:ss", "0.000011574", "time 00:00:01"),
        ("[h]:mm", "1.5104166667", "time 36:15"),
        ("0%", "0.85", "percent 0.85"), ("0.0%;[Red]-0.0%", "-0.125", "percent -0.125"),
        ("00000", "42", "number 00042"),
        ("00000", "-42", "number -00042"), ("00000", "4.5", "number 4.5"), ("#,##0.00", "1234.5", "number 1234.5"),
        ("0.00E+00", "12", "number 12"), ("&quot;day &quot;0", "3", "number 3"), ("General", "3", "number 3"),
        ("[Red]0;[Blue]0", "3", "number 3"), ("\\d0", "3", "number 3"), ("0;0;&quot;-&quot;", "0", "number 0"),
        ("[&gt;=100]dd/mm/yyyy;0", "45657", "date 2024-12-31"),
    ])
    func formatsSayWhatANumberIs(format: String, stored: String, cell: String) throws {
        let book = BookInMemory("<row><c s=\"1\"><v>\(stored)</v></c></row>", formats: [format])
        #expect(try book.cells() == ["A1 \(cell)"])
    }

    @Test(arguments: [
        (14, "date 2024-12-31"), (20, "time 00:00"), (22, "date 2024-12-31"), (9, "percent 45657"), (0, "number 45657"),
    ])
    func formatsThatAllKnow(identifier: Int, cell: String) throws {
        let styles =
            "<styleSheet xmlns=\"\(BookInMemory.main)\"><cellXfs><xf numFmtId=\"\(identifier)\"/></cellXfs></styleSheet>"
        let book = BookInMemory("<row><c s=\"0\"><v>45657</v></c></row>").with("book/look.xml", styles)
        #expect(try book.cells() == ["A1 \(cell)"])
    }

    @Test(arguments: ["1", "true"])
    func theOtherEpoch(flag: String) throws {
        let book = BookInMemory(
            "<row><c s=\"1\"><v>44195</v></c><c s=\"1\"><v>0</v></c></row>", formats: ["dd/mm/yyyy"],
            properties: "<workbookPr date1904=\"\(flag)\"/>")
        #expect(try book.cells() == ["A1 date 2024-12-31", "B1 date 1904-01-01"])
    }

    @Test func otherKinds() throws {
        let book = BookInMemory(
            """
            <row r="3" hidden="1"><c r="B3" t="b"><v>1</v></c><c r="C3" t="b"><v>0</v></c><c r="D3" t="e"><v>#N/A</v></c>\
            <c r="E3"><f>1+1</f><v>2</v></c><c r="F3"><f>1+1</f></c><c r="G3"><f>1+1</f><v/></c>\
            <c r="H3" t="str"><f>""</f><v></v></c><c r="I3" t="str"><f>A1</f><v>so &amp; so</v></c>\
            <c r="J3" t="d"><v>2024-12-31T00:00:00</v></c><c r="K3" s="0"/></row>
            """)
        #expect(
            try book.cells() == [
                "B3 hidden boolean true", "C3 hidden boolean false", "D3 hidden error #N/A", "E3 hidden number 2",
                "F3 hidden uncachedFormula ", "G3 hidden uncachedFormula ", "I3 hidden text so & so",
                "J3 hidden date 2024-12-31",
            ])
    }

    @Test func textsOfAllKinds() throws {
        let texts = """
            <si><t>plain</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>reading</t></rPh>\
            <phoneticPr fontId="1"/></si><si><t xml:space="preserve"> a_x000D_b_x005F_x0041_ &#1593;&#x2713; </t></si>\
            <si><t><![CDATA[<raw> & "so"]]></t></si><si/>
            """
        let cells = (0..<5).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
        let book = BookInMemory(
            "<row>\(cells)<c t=\"inlineStr\"><is><t>in</t><rPh><t>x</t></rPh><r><t>line</t></r></is></c></row>",
            texts: texts)
        #expect(
            try book.cells() == [
                "A1 text plain", "B1 text rich text", "C1 text  a\rb_x0041_ ع✓ ", "D1 text <raw> & \"so\"",
                "F1 text inline",
            ])
    }
}
