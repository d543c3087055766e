import Support
import Testing

/// Keys compare as bytes, where Swift compares texts by what Unicode calls canonically equal.
struct ByteKeyTests {
    @Test func textsThatLookTheSameAreTwoKeys() {
        let texts = ["\u{C5}", "\u{212B}", "A\u{30A}"]
        #expect(Set(texts).count == 1)
        #expect(Set(texts.map { ByteKey($0) }).count == 3)
        #expect(ByteKey("\u{C5}") == ByteKey(String(decoding: [0xC3, 0x85], as: UTF8.self)))
        #expect(texts.prefix(2).holds("\u{212B}"))
        #expect(!texts.prefix(2).holds("A\u{30A}"))
    }
}
