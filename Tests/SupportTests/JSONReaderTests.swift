import Testing

@testable import Support

struct JSONReaderTests {
    private let text = """
        {
          // the first
          "a": 1, "list": [
            "x",
            {"b": null,
             "c": 2}
          ]
        }
        """

    @Test(arguments: [
        ("", 1), ("a", 3), ("list", 3), ("list[0]", 4), ("list[1]", 5), ("list[1].c", 6), ("list[1].missing", 5),
        ("list[7]", 3), ("missing", 1),
    ])
    func linesOfPlaces(path: String, line: Int) throws {
        #expect(try JSONReader.read(Array(text.utf8)).line(of: path) == line)
    }

    @Test func repeatedKeys() throws {
        let text = Array("{\"a\": 1,\n\"b\": 2,\n\"a\": 3}".utf8)
        let fault = #expect(throws: JSONReader.Fault.self) { try JSONReader.read(text) }
        #expect(fault == JSONReader.Fault(line: 3, column: 1, reason: "the key \"a\" is given twice"))
        let document = try JSONReader.read(text, repeatedKeys: .lastCounts)
        #expect(document.root == .object(["b": .number("2"), "a": .number("3")]) && document.line(of: "a") == 3)
    }

    @Test(arguments: [
        ("{", 1, 2), ("[1,\n 2", 2, 3), ("{\"a\" 1}", 1, 6), ("{} {}", 1, 4), ("/* a", 1, 1), ("[\n\"a\nb\"]", 2, 1),
        ("[01]", 1, 2), ("\"\\ud800\"", 1, 8), ("", 1, 1),
    ])
    func faultsHaveTheirPlaces(text: String, line: Int, column: Int) {
        let fault = #expect(throws: JSONReader.Fault.self) { try JSONReader.read(Array(text.utf8)) }
        #expect(fault?.line == line && fault?.column == column && fault?.reason.isEmpty == false)
    }

    @Test func everyTextReadsBackAsItWasWritten() throws {
        let strange = JSONNode.object(["\"\\\u{0}\n\u{2028}": .string("\u{1F}\t\r\u{FEFF}🇰🇼"), "": .array([.null])])
        #expect(try JSONReader.read(Array(strange.text.utf8)).root == strange)
    }
}
