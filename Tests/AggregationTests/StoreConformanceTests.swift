import Foundation
import Records
import Stores
import TestSupport
import Testing

/// The same request gives the same figures wherever the records are.
struct StoreConformanceTests {
    /// Random requests on random datasets, from a folder of files and from a store; the texts of the tidy CSV are equal.
    @Test(arguments: 0..<20) func figuresAreThoseOfTheFolder(seed: Int) throws {
        let made = DatasetMaker.dataset(seed: UInt64(seed) + 900)
        let records = try NaiveRecords(made)
        let folder = try TemporaryFolder()
        try made.write(to: URL(fileURLWithPath: folder.path), orderSeed: UInt64(seed))
        let store = folder.path + "/training.db"
        let entry = StoreImport.Entry(
            time: "2026-01-01T09:00:00Z", user: "tester", source: "test", tool: "tadrib", files: [])
        _ = try StoreImport(into: .sqlite(store)).run(CSVFolder(folder.path).contents(), leavingOut: [:], as: entry)
        let (files, kept) = (
            try LoadedDataset(folder: folder.path),
            try LoadedDataset(source: try DatasetPath.source("sqlite:" + store), threads: 2)
        )
        var maker = RequestMaker(records, seed: UInt64(seed) + 9_000)
        for number in 0..<15 {
            let request = maker.next()
            let (expected, found) = (try files.tidyCSV(of: request), try kept.tidyCSV(of: request))
            #expect(found == expected, "seed \(seed), request \(number): \(request.arguments)")
        }
    }
}
