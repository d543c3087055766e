import Testing

@testable import Support

struct CSVQuotingTests {
    @Test(arguments: [
        ("", ""), ("plain", "plain"), ("a b", "a b"), ("a,b", "\"a,b\""), ("a\tb", "a\tb"), ("\"", "\"\"\"\""),
        ("say \"no\"", "\"say \"\"no\"\"\""), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""), ("a\r", "\"a\r\""),
        // One character to Swift, and yet a quote and a comma to whoever reads the file.
        ("\"\u{301}", "\"\"\"\u{301}\""), (",\u{301}", "\",\u{301}\""), ("دورة", "دورة"),
    ])
    func fieldsAreQuotedIfTheyMustBe(text: String, field: String) {
        #expect(CSVQuoting.field(text).utf8.elementsEqual(field.utf8))
    }

    @Test func tabsAreSeparatorsInTheirOwnFiles() {
        #expect(CSVQuoting.record(["a\tb", "c,d"], separator: "\t") == "\"a\tb\"\tc,d\n")
    }

    @Test func aLoneEmptyFieldIsARecord() {
        #expect(CSVQuoting.record([""]) == "\"\"\n")
        #expect(CSVQuoting.record(["", ""]) == ",\n")
    }

    @Test(arguments: [("ab", "x\"ab\""), ("a\"b", "x\"a\"\"b\"")]) func theEndOfBytes(text: String, result: String) {
        var bytes = Array(("x" + text).utf8)
        CSVQuoting.quote(&bytes, from: 1)
        #expect(bytes == Array(result.utf8))
    }
}
