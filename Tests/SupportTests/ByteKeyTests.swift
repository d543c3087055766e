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

    @Test func keysStandInTheOrderOfBytes() {
        let texts = ["\u{212B}", "b", "\u{C5}", "A\u{30A}"].map { ByteKey($0) }.sorted().map { Array($0.text.utf8) }
        #expect(texts == [[0x41, 0xCC, 0x8A], [0x62], [0xC3, 0x85], [0xE2, 0x84, 0xAB]])
    }
}
