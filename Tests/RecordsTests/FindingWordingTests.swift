import Records
import TestSupport
import Testing

@testable import Records

/// What findings say in Arabic.
struct FindingWordingTests {
    /// Each value of the English text has its place in the Arabic one.
    @Test func valuesHaveTheirPlaces() {
        for (english, arabic) in FindingWording.arabic {
            let wanted = english.matches(of: /\{\}/).count
            let places = arabic.matches(of: /\{[0-9]?\}/).count
            #expect(places == wanted, "\(english)")
        }
    }

    /// Findings of the sample with every fault say all that they say in English.
    @Test func findingsOfTheSampleAreWordedInBothLanguages() throws {
        let log = try LoadedDataset(folder: packageFolder + "/Samples/broken", today: "2025-12-31").log
        for finding in log.findings where finding.file != "published.csv" {
            let words = finding.wording.wording(.ar)
            #expect(words != nil, "\(finding.message)")
            for value in finding.wording.values {
                #expect(words?.contains(value) == true, "\(finding.message): \(value)")
            }
            #expect(finding.wording.nearest.map { words?.contains($0) == true } != false)
        }
        #expect(log.findings.count > 20)
    }

    /// Findings that say the same of the same value are counted, however the rows are shared out.
    @Test(arguments: [1, 2, 5]) func equalFindingsAreCounted(logs: Int) {
        let parts = (0..<logs).map { _ in FindingLog(keptPerGroup: 3) }
        for line in 0..<1_000 {
            let value = line % 10 == 0 ? "a" : line == 995 ? "c" : "b"
            parts[line * logs / 1_000].add(
                Finding(
                    file: "t.csv", line: line + 2, column: "status", code: .badCode, value: value,
                    message: "'\(value)' is not one of \("x, y")"))
        }
        let log = FindingLog(keptPerGroup: 3)
        for part in parts { log.merge(part) }
        #expect(log.grouped.shown.map(\.finding.line) == [2, 3, 997])
        #expect(log.grouped.shown.map(\.count) == [100, 899, 1])
        #expect(log.grouped.rest.isEmpty)
    }
}
