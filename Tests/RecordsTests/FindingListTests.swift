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
        var finding = Finding(
            file: "t\(number % 3).csv", line: number * 7_919 % 50_000 + 1, column: number % 2 == 0 ? "" : "status",
            code: FindingCode.allCases[number % FindingCode.allCases.count], value: value, message: texts[number % 5],
            place: number % 11 == 0 ? "book!A\(number)" : nil)
        finding.rows = number % 7 == 0 ? number + 1 : 1
        return finding
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

    /// Where rows are counted, a finding is about many; what is not kept is counted in rows too.
    @Test(arguments: [false, true]) func findingsOfCountedRows(areMerged: Bool) {
        let log = FindingLog(keptPerGroup: 2)
        let part = areMerged ? log.emptyCopy() : log
        for (value, rows) in [("a", 12), ("b", 1), ("c", 30), ("d", 4)] {
            var finding = Finding(
                file: "x!participations", line: 1, column: "status", code: .badCode, value: value,
                message: FindingText(FieldWording.emptyField, value))
            finding.rows = rows
            part.add(finding)
        }
        if areMerged { log.merge(part) }
        #expect(log.findings.map(\.rows) == [12, 1])
        #expect(log.notKept.map(\.count) == [34])
        #expect(log.count(.error) == 47)
        #expect(Set(log.grouped.shown.map(\.count)).isSubset(of: [12, 1, 30, 4]))
        #expect(log.grouped.shown.reduce(0) { $0 + $1.count } + log.grouped.rest.reduce(0) { $0 + $1.count } == 47)
    }
}
