import Support
import TestSupport
import Testing

@testable import Records

/// Findings that are kept in few bytes.
struct FindingListTests {
    /// A finding of each shape: with its value in the words or another one, with long and bilingual values, with a word that
    /// may have been meant, with a place of its own, and with texts that look the same and are not.
    private static func finding(_ number: Int) -> Finding {
        let value = ["", "x", "\u{C5}", "A\u{30A}", String(repeating: "ب", count: 100), "\u{1F393}"][number % 6]
        let texts: [FindingText] = [
            FindingText(FieldWording.notOneOf, value, Spelling.list(["a", "b"])).suggesting(number % 3 == 0 ? "" : "b"),
            FindingText(FieldWording.emptyField, "status"), FindingText(FileWording.emptyFile),
            FindingText(FieldWording.notWithin, number, -1, Int.max),
            FindingText(FileWording.longField, BilingualText(en: "9 bytes", ar: "9 بايت")),
        ]
        return Finding(
            file: "t\(number % 3).csv", line: number * 7_919 % 50_000 + 1, column: number % 2 == 0 ? "" : "status",
            code: FindingCode.allCases[number % FindingCode.allCases.count], value: value, message: texts[number % 5],
            place: number % 11 == 0 ? "book!A\(number)" : nil)
    }

    /// They come back as they were, by file, line and order of making, whatever they have been put together from.
    @Test(arguments: [1, 3, 100]) func findingsComeBack(logs: Int) {
        let made = (0..<60_000).map(Self.finding)
        let log = FindingLog(keptPerGroup: nil)
        for start in 0..<logs {
            let part = log.emptyCopy()
            for finding in made[(start * made.count / logs)..<((start + 1) * made.count / logs)] { part.add(finding) }
            log.merge(part)
        }
        let wanted = made.enumerated().sorted {
            ($0.element.file, $0.element.line, $0.offset) < ($1.element.file, $1.element.line, $1.offset)
        }.map(\.element)
        let found = log.findings
        #expect(found == wanted)
        #expect(zip(found, wanted).allSatisfy { $0.value.utf8.elementsEqual($1.value.utf8) })
        #expect(zip(found, wanted).allSatisfy { $0.wording(.ar).utf8.elementsEqual($1.wording(.ar).utf8) })
        var first: [Finding] = []
        log.list.forEach(upTo: 10) { first.append($0) }
        #expect(first == Array(wanted.prefix(10)))
    }
}
