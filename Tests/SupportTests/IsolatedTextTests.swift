import Support
import Testing

/// Marks of the direction of writing keep to the text that they come in.
struct IsolatedTextTests {
    private static let (first, end, over, pop) = ("\u{2068}", "\u{2069}", "\u{202E}", "\u{202C}")

    @Test(arguments: [
        ("plain", "plain"), ("وزارة", "وزارة"), ("a\(over)b", "\(first)a\(over)b\(end)"),
        ("\(over)b\(pop)", "\(first)\(over)b\(pop)\(end)"), ("a\(end)b", "\(first)a\u{FFFD}b\(end)"),
        ("\(first)a", "\(first)\(first)a\(end)\(end)"), ("\(first)a\(over)b\(end)", "\(first)a\(over)b\(end)"),
        ("\(first)a\(end)b\(over)", "\(first)\(first)a\(end)b\(over)\(end)"),
    ])
    func isolated(text: String, isolated: String) {
        #expect(text.isolated == isolated)
        #expect(text.isolated.isolated == isolated)
        #expect(text.isolated.directionsShown == isolated)
    }

    @Test func marksOutsideOfIsolatesAreShown() {
        #expect("a\(Self.over)1\(Self.end)".directionsShown == "a\u{FFFD}1\u{FFFD}")
        #expect("\(Self.first)\(Self.over)1".directionsShown == "\(Self.first)\(Self.over)1\(Self.end)")
    }
}
