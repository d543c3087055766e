import Records
import Testing

/// What the program writes as CSV is read back as it was.
struct CSVTextTests {
    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("\u{FEFF}a\n\"\"\n", [["a"], [""]]),
        ("a,b\n\"x,\"\"y\"\"\nz\",\n", [["a", "b"], ["x,\"y\"\nz", ""]]), ("", []), ("a,b", [["a", "b"]]),
    ])
    func records(_ text: String, _ records: [[String]]) {
        #expect(CSVText.records(Array(text.utf8)) == records)
    }
}
