import Support
import Testing

/// Decimals are read exactly or not at all.
struct ExactDecimalTests {
    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("12", "12"), ("+12.50", "12.5"), ("-0.000001", "-0.000001"), (".5", "0.5"),
        ("007", "7"), ("999999999999999999", "999999999999999999"), ("123456789012.345678", "123456789012.345678"),
    ])
    func reads(_ text: String, _ plain: String) throws {
        let decimal = try #require(ExactDecimal(text))
        #expect(decimal.description == plain)
        #expect(decimal.fractionDigits == plain.split(separator: ".").dropFirst().first?.count ?? 0)
    }

    @Test(arguments: [
        "", "-", ".", "1.", "1e3", "1,000", "0.0000001", "1.2.3", "--1", " 1", "1 ", "1234567890123456789", "٣",
    ])
    func refuses(_ text: String) { #expect(ExactDecimal(text) == nil) }

    @Test func sumsAreExact() throws {
        let tenth = try #require(ExactDecimal("0.1"))
        #expect((0..<10).reduce(ExactDecimal.zero) { sum, _ in sum + tenth } == ExactDecimal(1))
    }
}
