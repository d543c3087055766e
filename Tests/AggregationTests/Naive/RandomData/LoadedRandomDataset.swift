import Foundation
import TestSupport

extension DatasetMaker {
    /// The dataset of a seed, made once: as the loops of the definitions read it, and as the program does.
    static func loaded(seed: Int) throws -> (records: NaiveRecords, loaded: LoadedDataset) {
        let made = dataset(seed: UInt64(seed))
        let folder = try TemporaryFolder()
        try made.write(to: URL(fileURLWithPath: folder.path))
        return (try NaiveRecords(made), try LoadedDataset(folder: folder.path))
    }
}
