import Records
import TestSupport
import Testing

/// The sample in which everything is wrong once.
struct BrokenSampleTests {
    private static let folder = packageFolder + "/Samples/broken"

    @Test func everyFaultIsThereOnce() throws {
        let parts = try ["", "/whole-file"].map { try LoadedDataset(folder: Self.folder + $0, today: "2025-12-31") }
        let codes = parts.flatMap { $0.log.findings.map(\.code.rawValue) }
        // Formulas are only in workbooks, outliers are looked for on demand, and of targets those who know measures tell.
        let known = FindingCode.allCases.filter {
            ![.uncachedFormula, .formulaError, .outlier, .doubtfulTarget].contains($0)
        }
        #expect(codes.sorted() == known.map(\.rawValue).sorted())
    }

    @Test func nothingIsWrongWithTheCorrectedRecords() throws {
        let corrected = try LoadedDataset(folder: Self.folder + "/corrected", today: "2025-12-31")
        #expect(corrected.log.findings == [])
        #expect(corrected.tallies.reduce(0) { $0 + $1.rejected } == 0)
    }
}
