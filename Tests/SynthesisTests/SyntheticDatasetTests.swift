import Foundation
import Records
import Synthesis
import TestSupport
import Testing

/// Synthetic datasets: the same bytes from the same seed, and nothing wrong with them.
struct SyntheticDatasetTests {
    private func files(_ dataset: SyntheticDataset) -> [String: Data] {
        var files: [String: Data] = [:]
        for file in dataset.files {
            var bytes = Data()
            dataset.write(file) { bytes.append(contentsOf: $0) }
            files[file] = bytes
        }
        return files
    }

    @Test(arguments: [0, 1, 7, 60, 999, 25_000], [false, true])
    func nothingIsWrong(participations: Int, isHostile: Bool) throws {
        let files = files(SyntheticDataset(participations: participations, seed: 3, isHostile: isHostile))
        let folder = try TemporaryFolder()
        for (name, bytes) in files { try folder.write(bytes, to: name) }
        let loaded = try LoadedDataset(folder: folder.path, today: "2020-12-31")
        let findings = loaded.log.findings.filter { $0.code != .noParticipants }
        #expect(findings.isEmpty, "\(findings.first.map { "\($0)" } ?? "")")
        #expect(loaded.blocks.reduce(0) { $0 + $1.count } == participations)
    }

    @Test func sameSeedSameBytes() {
        let first = files(SyntheticDataset(participations: 500, seed: 7))
        #expect(first == files(SyntheticDataset(participations: 500, seed: 7)))
        let other = files(SyntheticDataset(participations: 500, seed: 8))
        #expect(first["participations.csv"] != other["participations.csv"])
    }

    @Test func hostileRecordsAreHostile() throws {
        let files = files(SyntheticDataset(participations: 5_000, seed: 1, isHostile: true))
        let rows = String(decoding: files["participations.csv"] ?? Data(), as: UTF8.self).split(separator: "\n")
        #expect(rows.contains { $0.hasPrefix("\"") } && rows.contains { !$0.hasPrefix("\"") })
        #expect(files["affiliations.csv"] != nil && files["headcounts.csv"] != nil)
        // Zipf: the most frequent person comes far more often than ten times.
        let persons = rows.dropFirst().map { $0.split(separator: ",")[1] }
        let most = Dictionary(grouping: persons, by: \.self).values.map(\.count).max() ?? 0
        #expect(most >= 20, "\(most)")
    }
}
