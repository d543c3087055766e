import Foundation
import Records
import Stores
import TestSupport
import Testing

/// The same request gives the same figures wherever the records are.
struct StoreConformanceTests {
    /// Where a store may be.
    enum Kind: CaseIterable {
        case sqlite, postgresql

        static let all = allCases.filter { $0 == .sqlite || PostgreSQLServer.isInstalled }

        /// A new store; the folder is for files.
        func place(in folder: TemporaryFolder) throws -> StorePlace {
            let text =
                switch self {
                case .sqlite: "sqlite:\(folder.path)/training.db"
                case .postgresql: try PostgreSQLServer.shared.get().address()
                }
            return try #require(StorePlace(text, schema: self == .sqlite ? nil : UUID().uuidString))
        }
    }

    /// Random requests on random datasets, from a folder of files and from a store; the texts of the tidy CSV are equal.
    @Test(arguments: 0..<20, Kind.all) func figuresAreThoseOfTheFolder(seed: Int, kind: Kind) throws {
        let made = DatasetMaker.dataset(seed: UInt64(seed) + 900)
        let records = try NaiveRecords(made)
        let folder = try TemporaryFolder()
        try made.write(to: URL(fileURLWithPath: folder.path), orderSeed: UInt64(seed))
        let place = try kind.place(in: folder)
        let entry = StoreImport.Entry(
            time: "2026-01-01T09:00:00Z", user: "tester", source: "test", tool: "tadrib", files: [])
        _ = try StoreImport(into: place).run(CSVFolder(folder.path).contents(), leavingOut: [:], as: entry)
        let (files, kept) = (
            try LoadedDataset(folder: folder.path),
            try LoadedDataset(source: DatabaseSource(place), threads: 2)
        )
        var maker = RequestMaker(records, seed: UInt64(seed) + 9_000)
        for number in 0..<15 {
            let request = maker.next()
            let (expected, found) = (try files.tidyCSV(of: request), try kept.tidyCSV(of: request))
            #expect(found == expected, "seed \(seed), request \(number): \(request.arguments)")
        }
    }
}
