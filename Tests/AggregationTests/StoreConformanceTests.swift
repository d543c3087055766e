import Foundation
import Records
import Stores
import TestSupport
import Testing

/// The same request gives the same figures wherever the records are.
struct StoreConformanceTests {
    /// Random requests on random datasets, from a folder of files and from other places; the texts of the tidy CSV are equal.
    @Test(arguments: 0..<20) func figuresAreThoseOfTheFolder(seed: Int) throws {
        let made = DatasetMaker.dataset(seed: UInt64(seed) + 900)
        let records = try NaiveRecords(made)
        let folder = try TemporaryFolder()
        try made.write(to: URL(fileURLWithPath: folder.path), orderSeed: UInt64(seed))
        let files = try LoadedDataset(folder: folder.path)
        var others = [("a store", try Self.loaded(from: try Self.store(of: folder.path)))]
        if PostgreSQLServer.isInstalled {
            others.append(("a server", try Self.loaded(from: try Self.schema(of: folder.path))))
        }
        // A sheet with nothing but headings is one that nobody has filled in yet, and no table.
        if made.tables.allSatisfy({ !$0.rows.isEmpty }) {
            others.append(("a workbook", try Self.loaded(from: try Self.workbook(of: folder.path))))
        }
        var maker = RequestMaker(records, seed: UInt64(seed) + 9_000)
        for number in 0..<15 {
            let request = maker.next()
            let expected = try files.tidyCSV(of: request)
            for (place, dataset) in others {
                let found = try dataset.tidyCSV(of: request)
                #expect(found == expected, "\(place), seed \(seed), request \(number): \(request.arguments)")
            }
        }
    }

    /// The same from files that a server of Spark Connect reads.
    @Test(.enabled(if: SailServer.isInstalled, SailServer.lack), arguments: 0..<20)
    func figuresAreThoseOfTheFolderFromALake(seed: Int) throws {
        let sail = try SailServer.shared
        let made = DatasetMaker.dataset(seed: UInt64(seed) + 900)
        let records = try NaiveRecords(made)
        let folder = try TemporaryFolder()
        try made.write(to: URL(fileURLWithPath: folder.path), orderSeed: UInt64(seed))
        let (files, lake) = (
            try LoadedDataset(folder: folder.path),
            try LoadedDataset(source: try DatasetPath.source(sail.lake(folder.path)), threads: 2)
        )
        var maker = RequestMaker(records, seed: UInt64(seed) + 9_000)
        for number in 0..<15 {
            let request = maker.next()
            let (expected, found) = (try files.tidyCSV(of: request), try lake.tidyCSV(of: request))
            #expect(found == expected, "seed \(seed), request \(number): \(request.arguments)")
        }
    }

    private static func loaded(from path: String) throws -> LoadedDataset {
        try loaded(from: try DatasetPath.source(path))
    }

    private static func loaded(from source: any RecordSource) throws -> LoadedDataset {
        try LoadedDataset(source: source, threads: 2)
    }

    /// A new store with the records of a folder.
    private static func store(of folder: String) throws -> any RecordSource {
        try store(of: folder, at: .sqlite(folder + "/training.db"))
    }

    /// A new schema of the tests' server with the records of a folder.
    private static func schema(of folder: String) throws -> any RecordSource {
        let address = try PostgreSQLServer.shared.get().address()
        return try store(of: folder, at: try #require(StorePlace(address, schema: UUID().uuidString)))
    }

    private static func store(of folder: String, at place: StorePlace) throws -> any RecordSource {
        let entry = StoreImport.Entry(
            time: "2026-01-01T09:00:00Z", user: "tester", source: "test", tool: "tadrib", files: [])
        _ = try StoreImport(into: place).run(CSVFolder(folder).contents(), leavingOut: [:], as: entry)
        return DatabaseSource(place)
    }

    /// The path of a new workbook with the records of a folder.
    private static func workbook(of folder: String) throws -> String {
        let contents = try CSVFolder(folder).contents()
        var book = try WorkbookOfFolder(folder)
        if contents.settings != nil {
            let rows = SettingRows.rows(of: try contents.datasetSettings(), .en)
            book.add(sheet: "Settings", rows: [["Setting", "Value"]] + rows.map { [$0.field.rawValue, $0.value] })
        }
        try Data(book.bytes()).write(to: URL(fileURLWithPath: folder + "/training.xlsx"))
        return folder + "/training.xlsx"
    }
}
