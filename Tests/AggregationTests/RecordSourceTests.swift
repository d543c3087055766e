import Aggregation
import Records
import TestSupport
import Testing
import TrainingStats

/// A source that has rows and no files gives the same records, findings and figures as the folder of CSV files.
struct RecordSourceTests {
    static let samples = ["regional-centre", "gulf-military-training", "broken", "broken/corrected"]

    private static func both(_ sample: String, threads: Int) throws -> (folder: LoadedDataset, memory: LoadedDataset) {
        let folder = packageFolder + "/Samples/" + sample
        return (
            try LoadedDataset(source: CSVFolder(folder), today: "2025-12-31", threads: threads),
            try LoadedDataset(source: TablesInMemory(folder: folder), today: "2025-12-31", threads: threads)
        )
    }

    @Test(arguments: samples, [1, 3]) func recordsAreTheSame(sample: String, threads: Int) throws {
        let (folder, memory) = try Self.both(sample, threads: threads)
        #expect(memory.difference(from: folder) == nil)
    }

    @Test(arguments: samples, [1, 3]) func findingsAreTheSameAtPlacesOfTheirOwn(sample: String, threads: Int) throws {
        let (folder, memory) = try Self.both(sample, threads: threads)
        func texts(_ loaded: LoadedDataset) -> [String] {
            // A quote that is not closed is a fault of CSV alone; as a row of a sheet its line is another one.
            loaded.log.findings.filter { ($0.file, $0.line) != ("headcounts.csv", 4) || sample != "broken" }
                .map { "\($0.file) \($0.line) \($0.column) \($0.code.rawValue) \($0.value) \($0.message)" }
        }
        #expect(texts(memory) == texts(folder))
        #expect(folder.log.findings.allSatisfy { $0.place == "\($0.file):\($0.line)" })
        #expect(memory.log.findings.allSatisfy { $0.place.hasPrefix("book!") })
    }

    @Test func aPlaceNamesTheFieldAsItsSourceDoes() throws {
        let memory = try Self.both("broken", threads: 1).memory
        let finding = try #require(memory.log.findings.first { $0.code == .badNumber })
        #expect(finding.place == "book!participations:D7")
    }

    /// Whole batches of rows without any field are no end of a table, and no records.
    @Test func rowsWithoutFieldsAreNoEnd() throws {
        let folder = packageFolder + "/Samples/broken/corrected"
        func loaded(blankRows: Int) throws -> LoadedDataset {
            try LoadedDataset(
                source: TablesInMemory(folder: folder, blankRows: blankRows), today: "2025-12-31", threads: 1)
        }
        #expect(try loaded(blankRows: 9).difference(from: loaded(blankRows: 0)) == nil)
    }

    @Test(arguments: samples) func figuresAreTheSame(sample: String) throws {
        let (folder, memory) = try Self.both(sample, threads: 1)
        let request = SummaryRequest(
            rows: ["state"], measures: ["sessions", "attendances", "trainees", "trainee-hours", "participant-cost"],
            today: .day("2025-12-31"), totals: true)
        let (expected, found) = (try folder.summary(request), try memory.summary(request))
        #expect(found.cells.map { "\($0)" } == expected.cells.map { "\($0)" })
        #expect("\(found.total)" == "\(expected.total)")
    }
}
