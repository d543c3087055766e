import Foundation
import Pipeline
import Records
import TestSupport
import Testing
import TrainingStats

/// A workbook goes through the pipeline as a folder does, with places of its own.
struct WorkbookDatasetTests {
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
        let place = try TemporaryFolder()
        let expected = try table(CSVFolder(folder))
        let found = try table(try WorkbookOfFolder(folder).source(in: place))
        #expect(expected.table.data.rows.count > 2)
        #expect(found.table.data.rows.map(\.cells) == expected.table.data.rows.map(\.cells))
    }

    @Test func recordsStandOnTheirSheet() throws {
        let place = try TemporaryFolder()
        let made = try RecordsRequest(
            dataset: request(try WorkbookOfFolder(folder).source(in: place)), selection: Selection(),
            measure: "attendances", showsNames: false, isForPrograms: true, streamsRows: false, language: .en
        ).made(environment)
        let places = made.table.table.data.rows.compactMap { row in
            if case .text(let place)? = row.cells.last { place } else { nil }
        }
        #expect(places.count > 5 && places.allSatisfy { $0.hasPrefix("registration.xlsx!") })
    }

    /// Rejected rows are written as CSV, by the names of their tables.
    @Test func rejectedRowsAreKept() throws {
        let place = try TemporaryFolder()
        var dataset = request(try WorkbookOfFolder(packageFolder + "/Samples/broken").source(in: place))
        dataset.rejectsFolder = place.path + "/rejects"
        dataset.rejectionLimit = .rows(1_000)
        _ = try DatasetRun(dataset, environment).answers(to: [])
        let files = try FileManager.default.contentsOfDirectory(atPath: place.path + "/rejects")
        #expect(files.contains("participations.csv") && files.allSatisfy { $0.hasSuffix(".csv") })
    }
}
