import Foundation
import Pipeline
import Records
import TestSupport
import Testing
import TrainingStats

/// The pipeline takes records from any source: tables in memory give what their folder gives, with places of their own.
struct SourceSeamTests {
    private let folder = packageFolder + "/Samples/broken/corrected"
    private let environment = PipelineEnvironment(tool: "test", threads: 2, currentDay: { _ in CivilDate(day: 0) })

    private func request(_ source: any RecordSource) -> DatasetRequest {
        DatasetRequest(source: source, today: .day("2025-12-31"))
    }

    @Test func tablesAreTheSame() throws {
        func table(_ source: any RecordSource) throws -> SingleTable {
            try TableRequest(
                dataset: request(source), selection: Selection(), rows: ["state"], columns: [],
                measures: ["trainees", "attendances", "sessions"], transforms: [], order: nil, layout: .tidy,
                hasTotals: true, style: .init(showsBounds: true, isDescribed: false, isDrawn: false), language: .en
            ).made(environment)
        }
        let (expected, found) = (try table(CSVFolder(folder)), try table(TablesInMemory(folder: folder)))
        #expect(expected.table.data.rows.count > 2)
        #expect(found.table.data.rows.map(\.cells) == expected.table.data.rows.map(\.cells))
        #expect(found.table.notes == expected.table.notes)
        #expect(try found.inputs().map(\.rows) == expected.inputs().map(\.rows))
    }

    @Test func recordsStandWhereTheirSourceSays() throws {
        func places(_ source: any RecordSource) throws -> [String] {
            let made = try RecordsRequest(
                dataset: request(source), selection: Selection(), measure: "attendances", showsNames: false,
                isForPrograms: true, streamsRows: false, language: .en
            ).made(environment)
            return made.table.table.data.rows.compactMap { row in
                if case .text(let place)? = row.cells.last { place } else { nil }
            }
        }
        let (expected, found) = (try places(CSVFolder(folder)), try places(TablesInMemory(folder: folder)))
        #expect(expected.count > 5 && expected[0].hasPrefix("participations.csv:"))
        #expect(found == expected.map { "book!" + $0.replacing(".csv", with: "") })
    }

    /// Rejected rows have no bytes in such a source; their files are named by the table all the same.
    @Test func refusalsNameTheSource() throws {
        var dataset = request(try TablesInMemory(folder: packageFolder + "/Samples/broken"))
        let rejects = try TemporaryFolder()
        dataset.rejectsFolder = rejects.path + "/rejects"
        dataset.rejectionLimit = .rows(1_000)
        let run = try DatasetRun(dataset, environment)
        _ = try run.answers(to: [])
        let files = try FileManager.default.contentsOfDirectory(atPath: rejects.path + "/rejects")
        #expect(!files.isEmpty && files.allSatisfy { $0.hasSuffix(".csv") })
    }

    /// A source without published figures is told by what it calls the table that is missing.
    @Test func aMissingTableIsNamedAsTheSourceNamesIt() throws {
        let error = #expect(throws: PipelineError.self) {
            try ReconciliationRequest(
                dataset: request(try TablesInMemory(folder: folder)), language: .en
            ).made(environment)
        }
        #expect(error.map { "\($0)".contains("book!published") } == true)
    }
}
