import Foundation
import Testing

@testable import Support

/// What counts as the same name.
struct FoldingTests {
    /// Texts that are one name each.
    static let same: [[String]] = [
        ["Coast Guard", "coast-guard", " COAST  GUARD ", "Coast\u{A0}Guard", "Coast\u{200B}Guard", "Ｃｏａｓｔ Guard"],
        ["الإمارات", "الامارات", "الأمارات", "الآمارات", "ٱلامارات", "الإمَارَات", "الإمــارات", "الا\u{655}مارات"],
        ["السعودية", "السعوديه", "السُعوديّة"], ["مستشفى", "مستشفي"], ["مسؤول", "مسوول"], ["رئيس", "رييس", "رئيـس"],
        ["الله", "ﷲ", "اللّٰه"], ["لا", "ﻻ"], ["وحدة 12", "وحدة ١٢", "وحدة ۱۲", "وحدة १२"],
        ["Caf\u{E9}", "Cafe\u{301}", "CAFÉ"], ["Straße", "STRASSE"], ["ΣΟΦΟΣ", "σοφος", "σοφος".uppercased()],
        ["\u{C5}", "\u{212B}", "A\u{30A}"], ["Unit Ⅳ", "unit iv"], ["no-show", "No Show", "NO_SHOW", "no\u{2011}show"],
    ]

    @Test(arguments: same) func oneName(_ texts: [String]) {
        let folded = Set(texts.map { Array(Spelling.folded($0).utf8) })
        #expect(folded.count == 1, "\(texts.map { Spelling.folded($0) })")
    }

    @Test func namesOfDifferentThingsStayApart() {
        let names =
            Self.same.map { Spelling.folded($0[0]) } + ["Cafe", "12", "13", "a1", "a2", "ب", "پ"].map(Spelling.folded)
        #expect(Set(names).count == names.count)
    }

    @Test(arguments: ["", " ", "-", "…", "()", "\u{64E}", "\u{640}", "🙂"]) func noName(_ text: String) {
        #expect(Spelling.folded(text).isEmpty)
    }

    /// Folding what is folded changes nothing, whatever the script.
    @Test func foldingTwiceIsFoldingOnce() {
        for value in UInt32(0)..<0x2_0000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let once = Spelling.folded("a\(scalar)b")
            #expect(Spelling.folded(once) == once, "U+\(String(value, radix: 16))")
        }
    }

    /// Letters that are looked up, and the same ones taken apart, are folded alike, whatever stands beside them.
    @Test func lettersTakenApart() {
        for value in UInt32(0x80)..<0x600 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "n\(scalar)م"
            let apart = text.decomposedStringWithCompatibilityMapping
            #expect(Spelling.folded(text) == Spelling.folded(apart), "U+\(String(value, radix: 16))")
            // A scalar of three bytes has the whole text folded in the general way.
            #expect(Spelling.folded(text) == Spelling.folded(text + "\u{200B}"), "U+\(String(value, radix: 16))")
        }
    }

    /// A code is found by its bytes before any name is, and what two are called names neither.
    @Test func anIndexOfNames() {
        var index = NameIndex()
        index.insert(code: "\u{C5}", at: 0)
        index.insert(code: "\u{212B}", at: 1)
        index.insert(code: "KWT", at: 2)
        index.insert(name: "Kuwait", at: 2)
        index.insert(name: "kuwait", at: 2)
        #expect(index("\u{C5}") == 0)
        #expect(index("\u{212B}") == 1)
        #expect(index("A\u{30A}") == nil)
        #expect(index(" kwt") == 2)
        #expect(index("KUWAIT.") == 2)
        #expect(index("") == nil)
        #expect(index("-") == nil)
    }
}
