import Records
import Support
import TestSupport
import Testing

@testable import Records

/// What findings say in Arabic.
struct FindingWordingTests {
    /// Every text that findings can have.
    static let wordings: [any FindingWording] =
        FileWording.allCases + FieldWording.allCases + ReferenceWording.allCases + RecordWording.allCases
        + PlanWording.allCases

    /// Each value of the English text has its place in the Arabic one.
    @Test(arguments: wordings.indices) func valuesHaveTheirPlaces(index: Int) {
        let words = Self.wordings[index].words
        let wanted = words.en.matches(of: /\{\}/).count
        let places = words.ar.matches(of: /\{([0-9]?)\}/).enumerated().map { Int($1.output.1) ?? $0 }
        #expect(places.sorted() == Array(0..<wanted), "\(words.en)")
        #expect(wanted == 0 || words.ar.contains(/\{[0-9]\}/) == !words.ar.contains("{}"), "\(words.en)")
    }

    /// Findings of the samples with every fault say all that they say in English, in Arabic words.
    @Test(arguments: ["broken", "broken/whole-file"])
    func findingsOfTheSamplesAreWordedInBothLanguages(sample: String) throws {
        let log = try LoadedDataset(folder: packageFolder + "/Samples/" + sample, today: "2025-12-31").log
        for finding in log.findings {
            let arabic = finding.wording(.ar)
            #expect(arabic.contains(/\p{Arabic}/), "\(finding.message)")
            for value in finding.wording.values {
                #expect(arabic.contains(value(.ar)), "\(finding.message): \(value.en)")
                #expect(finding.message.contains(value.en))
            }
            #expect(finding.wording.nearest.map { arabic.contains($0) } != false)
        }
        #expect(!log.findings.isEmpty)
    }

    /// Records and fields beyond the limits are told in both languages.
    @Test func longRecordsAreToldInArabic() {
        let text = FindingText(FileWording.longField, BilingualText(en: "9 bytes", ar: "9 بايت"))
        #expect(text(.ar) == "الحقل أطول من 9 بايت؛ اختصره أو اسمح بأكثر في dataset.json (maxFieldBytes)")
        #expect(text(.en).hasPrefix("the field is longer than 9 bytes; "))
    }

    /// Findings that say the same of the same value are counted, however the rows are shared out.
    @Test(arguments: [1, 2, 5]) func equalFindingsAreCounted(logs: Int) {
        let parts = (0..<logs).map { _ in FindingLog(keptPerGroup: 3) }
        for line in 0..<1_000 {
            let value = line % 10 == 0 ? "a" : line == 995 ? "c" : "b"
            parts[line * logs / 1_000].add(
                Finding(
                    file: "t.csv", line: line + 2, column: "status", code: .badCode, value: value,
                    message: FindingText(FieldWording.notOneOf, value, "x, y")))
        }
        let log = FindingLog(keptPerGroup: 3)
        for part in parts { log.merge(part) }
        #expect(log.grouped.shown.map(\.finding.line) == [2, 3, 997])
        #expect(log.grouped.shown.map(\.count) == [100, 899, 1])
        #expect(log.grouped.rest.isEmpty)
    }
}
