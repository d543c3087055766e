import Support
import Testing

/// Digits of figures and words for people.
struct DigitsTests {
    @Test(arguments: [
        ("1,234,567.05", "١٬٢٣٤٬٥٦٧٫٠٥"), ("-60", "-٦٠"), ("63.7%", "٦٣٫٧٪"), ("2019-12-31", "٢٠١٩-١٢-٣١"),
        ("[z]", "[z]"),
        ("0", "٠"), ("1.", "١."), ("1,2", "١,٢"), ("1,2345", "١,٢٣٤٥"), ("", ""),
    ])
    func figures(latin: String, arabic: String) {
        #expect(Digits.arab.figure(latin) == arabic)
        #expect(Digits.arab.figure(arabic) == arabic)
        #expect(Digits.latn.figure(arabic) == latin)
        #expect(Digits.latn.figure(latin) == latin)
    }

    /// Identifiers, names of files and of programs keep their digits.
    @Test(arguments: [
        ("1,784 من 2019-Q3 (12.5)؛ tadrib 0.1.0 report-2.csv", "١٬٧٨٤ من 2019-Q3 (١٢٫٥)؛ tadrib 0.1.0 report-2.csv"),
        ("فترة ثقة 95 %، 3 من 4", "فترة ثقة ٩٥ ٪، ٣ من ٤"), ("دون 25", "دون ٢٥"), ("بصمة SHA-256", "بصمة SHA-256"),
        ("٪ 5", "٪ ٥"), ("النسخة 0.1.0", "النسخة 0.1.0"),
    ])
    func words(text: String, arabic: String) {
        #expect(Digits.arab.words(text, in: .ar) == arabic)
        #expect(Digits.arab.words(arabic, in: .ar) == arabic)
        #expect(Digits.latn.words(text, in: .ar) == text)
        #expect(Digits.latn.words(arabic, in: .ar) == text)
    }

    /// In English a number stands behind a Latin word as a rule.
    @Test func wordsInEnglish() {
        #expect(Digits.arab.words("25 to 34 by tadrib 0.1.0, C-1", in: .en) == "٢٥ to ٣٤ by tadrib 0.1.0, C-1")
        #expect(Digits.latn.words("دورة ٢ and ۲", in: .en) == "دورة 2 and 2")
    }
}
