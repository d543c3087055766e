import Aggregation
import Foundation
import Records
import Synthesis
import TestSupport
import Testing
import TrainingStats

/// Prepared records give what a fresh reading gives, or count for nothing.
struct PreparedRecordsTests {
    private static let fresh = ReadingPath(threads: 1, chunkSize: 1 << 16, readsPlainRows: false)
    private static let request = SummaryRequest(
        rows: ["state", "year"], columns: ["topic"],
        measures: ["trainees", "repeat-trainees", "completions", "trainee-hours", "gain-sd", "institutions", "cost"],
        today: .day("2020-12-31"), totals: true)

    /// A dataset whose files were written long enough ago to be told by their times.
    private func dataset(participations: Int = 1_000, seed: UInt64 = 5, isHostile: Bool = false) throws
        -> TemporaryFolder
    {
        let folder = try TemporaryFolder()
        let generated = SyntheticDataset(participations: participations, seed: seed, isHostile: isHostile)
        for name in generated.files {
            var bytes = Data()
            generated.write(name) { bytes.append(contentsOf: $0) }
            try folder.write(bytes, to: name)
        }
        return folder
    }

    private func file(in cache: TemporaryFolder) throws -> String {
        cache.path + "/" + (try #require(cache.names.first { $0.hasSuffix(".records") }))
    }

    @Test(arguments: [false, true], [1, 2, 5]) func areUsed(isHostile: Bool, threads: Int) throws {
        let (folder, cache) = (try dataset(isHostile: isHostile), try TemporaryFolder())
        let path = ReadingPath.prepared(in: cache, threads: threads)
        let expected = try ReadingAccount.text(of: folder.path, by: Self.fresh, Self.request)
        let first = try ReadingAccount.read(folder.path, by: path, Self.request)
        let second = try ReadingAccount.read(folder.path, by: path, Self.request)
        #expect(first.text == expected)
        #expect(second.text == expected)
        #expect(!first.isPrepared)
        #expect(second.isPrepared)
        let mode = try FileManager.default.attributesOfItem(atPath: file(in: cache))[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(cache.names.count == 1)
    }

    /// Bits turned over, a file cut short or made longer: whatever is damaged, the figures are right.
    @Test(arguments: 0..<40) func damaged(seed: Int) throws {
        let (folder, cache) = (try dataset(participations: 150, isHostile: seed % 2 == 1), try TemporaryFolder())
        let path = ReadingPath.prepared(in: cache)
        let expected = try ReadingAccount.read(folder.path, by: path, Self.request).text
        let place = try file(in: cache)
        var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: place)))
        var random = SplitMix64(seed: UInt64(seed))
        switch random.below(4) {
        case 0: bytes.removeLast(random.within(1...(bytes.count - 1)))
        case 1: bytes.removeAll()
        default:
            for _ in 0...random.below(3) {
                let position = random.below(2) == 0 ? random.below(min(64, bytes.count)) : random.below(bytes.count)
                bytes[position] ^= 1 << UInt8(random.below(8))
            }
        }
        try write(bytes, to: place)
        let found = try ReadingAccount.read(folder.path, by: path, Self.request)
        #expect(found.text == expected, "seed \(seed)")
        // What was damaged has been removed, or made anew.
        #expect(try ReadingAccount.text(of: folder.path, by: path, Self.request) == expected, "seed \(seed)")
        #expect(try ReadingAccount.read(folder.path, by: path, Self.request).isPrepared, "seed \(seed)")
    }

    /// Writes in place, so that the file keeps its mode.
    private func write(_ bytes: [UInt8], to path: String) throws {
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
    }

    @Test func ofAnotherDatasetCountForNothing() throws {
        let (folder, other) = (try dataset(), try dataset(seed: 6))
        let (cache, foreign) = (try TemporaryFolder(), try TemporaryFolder())
        let expected = try ReadingAccount.text(of: folder.path, by: Self.fresh, Self.request)
        _ = try ReadingAccount.read(folder.path, by: .prepared(in: cache), Self.request)
        _ = try ReadingAccount.read(other.path, by: .prepared(in: foreign), Self.request)
        try write(Array(try Data(contentsOf: URL(fileURLWithPath: file(in: foreign)))), to: file(in: cache))
        let found = try ReadingAccount.read(folder.path, by: .prepared(in: cache), Self.request)
        #expect(found.text == expected)
        #expect(!found.isPrepared)
    }

    /// What the fuzzer does, with its inputs and with random ones: nothing crashes, and no figure is wrong.
    @Test func ofAnyBytes() throws {
        let oracle = try PreparedOracle()
        let corpus = packageFolder + "/Tests/AggregationTests/Corpus"
        for name in try FileManager.default.contentsOfDirectory(atPath: corpus) {
            let input = try Data(contentsOf: URL(fileURLWithPath: corpus + "/" + name))
            #expect(try oracle.disagreement(over: Array(input)) == nil, "\(name)")
        }
        for seed in 0..<100 {
            var random = SplitMix64(seed: UInt64(seed))
            let input = (0..<random.within(4...24)).map { _ in UInt8(random.below(256)) }
            #expect(try oracle.disagreement(over: input) == nil, "seed \(seed)")
        }
    }

    /// Digests that were asked for once are known from then on, and never for another state of a file.
    @Test func digestsAreKept() throws {
        let (folder, cache) = (try dataset(), try TemporaryFolder())
        func digests() throws -> [String] {
            var options = ReadOptions()
            options.prepared = PreparedFolder(cache.path, program: "test", leastSize: 0)
            let reader = try DatasetReader(folder: folder.path, options: options, log: FindingLog(keptPerGroup: 3))
            _ = try reader.readTables()
            _ = try reader.readParticipations(into: BlockCollector())
            let digests = try reader.inputs.map { try reader.sha256(of: $0) }
            reader.keepDigests()
            let fresh = try reader.inputs.map { try $0.sha256() }
            #expect(digests == fresh)
            return digests
        }
        let first = try digests()
        // Until now the files could have been changed without a sign of it.
        Thread.sleep(forTimeInterval: 3.2)
        #expect(try digests() == first)
        #expect(try digests() == first)
        #expect(try ReadingAccount.read(folder.path, by: .prepared(in: cache), Self.request).isPrepared)
        try folder.write(try folder.bytes(of: "trainees.csv") + Data("\n".utf8), to: "trainees.csv")
        #expect(try digests() != first)
    }

    /// A part of another file, at its own place, has another seal.
    @Test func partsOfAnotherFileAreDamaged() throws {
        let folder = try dataset()
        let (cache, second) = (try TemporaryFolder(), try TemporaryFolder())
        let expected = try ReadingAccount.read(folder.path, by: .prepared(in: cache, threads: 1), Self.request).text
        _ = try ReadingAccount.read(folder.path, by: .prepared(in: second, threads: 1), Self.request)
        var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file(in: cache))))
        let foreign = Array(try Data(contentsOf: URL(fileURLWithPath: file(in: second))))
        bytes.replaceSubrange(64..<bytes.count / 2, with: foreign[64..<bytes.count / 2])
        try write(bytes, to: file(in: cache))
        #expect(try ReadingAccount.text(of: folder.path, by: .prepared(in: cache), Self.request) == expected)
    }

    @Test func ofAnotherProgramOrFormCountForNothing() throws {
        let (folder, cache) = (try dataset(), try TemporaryFolder())
        _ = try ReadingAccount.read(folder.path, by: .prepared(in: cache), Self.request)
        #expect(
            try !ReadingAccount.read(folder.path, by: .prepared(in: cache, program: "next"), Self.request).isPrepared)
        #expect(
            try ReadingAccount.read(folder.path, by: .prepared(in: cache, program: "next"), Self.request).isPrepared)
        var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file(in: cache))))
        bytes[0] &+= 1
        try write(bytes, to: file(in: cache))
        #expect(
            try !ReadingAccount.read(folder.path, by: .prepared(in: cache, program: "next"), Self.request).isPrepared)
    }

    /// A file that others may read, or a link, is not taken.
    @Test func ofOthersCountForNothing() throws {
        let (folder, cache) = (try dataset(), try TemporaryFolder())
        _ = try ReadingAccount.read(folder.path, by: .prepared(in: cache), Self.request)
        let place = try file(in: cache)
        #expect(chmod(place, 0o644) == 0)
        #expect(try !ReadingAccount.read(folder.path, by: .prepared(in: cache), Self.request).isPrepared)
        #expect(rename(place, cache.path + "/elsewhere") == 0)
        #expect(symlink(cache.path + "/elsewhere", place) == 0)
        #expect(try !ReadingAccount.read(folder.path, by: .prepared(in: cache), Self.request).isPrepared)
        #expect(try ReadingAccount.read(folder.path, by: .prepared(in: cache), Self.request).isPrepared)
    }

    /// Every input counts: whichever table changes, the records are read anew.
    @Test(arguments: [
        "dataset.json", "sessions.csv", "courses.csv", "trainees.csv", "participations.csv", "labels.csv",
    ])
    func changedInputs(name: String) throws {
        let (folder, cache) = (try dataset(isHostile: true), try TemporaryFolder())
        _ = try ReadingAccount.read(folder.path, by: .prepared(in: cache), Self.request)
        let bytes = try folder.bytes(of: name)
        try folder.write(bytes + Data("\n".utf8), to: name)
        let expected = try ReadingAccount.text(of: folder.path, by: Self.fresh, Self.request)
        let found = try ReadingAccount.read(folder.path, by: .prepared(in: cache), Self.request)
        #expect(!found.isPrepared)
        #expect(found.text == expected)
        #expect(try ReadingAccount.read(folder.path, by: .prepared(in: cache), Self.request).isPrepared)
    }

    /// A table that comes or goes is a change, too.
    @Test func tablesThatComeAndGo() throws {
        let (folder, cache) = (try dataset(isHostile: true), try TemporaryFolder())
        _ = try ReadingAccount.read(folder.path, by: .prepared(in: cache), Self.request)
        try FileManager.default.removeItem(atPath: folder.path + "/labels.csv")
        #expect(try !ReadingAccount.read(folder.path, by: .prepared(in: cache), Self.request).isPrepared)
        try folder.write(Data("topic,name_en\n".utf8), to: "topics.csv")
        #expect(try !ReadingAccount.read(folder.path, by: .prepared(in: cache), Self.request).isPrepared)
    }

    /// A file that is changed in place at once, with the length and the times that it had, is told by its content.
    @Test func changesWithoutASign() throws {
        let (folder, cache) = (try dataset(), try TemporaryFolder())
        let place = folder.path + "/participations.csv"
        _ = try ReadingAccount.read(folder.path, by: .prepared(in: cache), Self.request)
        var before = stat()
        #expect(stat(place, &before) == 0)
        let text = String(decoding: try folder.bytes(of: "participations.csv"), as: UTF8.self)
        let changed = text.replacing("completed", with: "withdrawn")
        #expect(changed.utf8.count == text.utf8.count && changed != text)
        try write(Array(changed.utf8), to: place)
        var times = [before.st_atim, before.st_mtim]
        #expect(utimensat(AT_FDCWD, place, &times, 0) == 0)
        let expected = try ReadingAccount.text(of: folder.path, by: Self.fresh, Self.request)
        #expect(try ReadingAccount.text(of: folder.path, by: .prepared(in: cache), Self.request) == expected)
    }

    /// Where nothing can be written, records are read as always.
    @Test func withoutAPlace() throws {
        let (folder, cache) = (try dataset(), try TemporaryFolder())
        try cache.write(Data("in the way".utf8), to: "file")
        let path = ReadingPath(
            threads: 2, chunkSize: 4_096, readsPlainRows: true, cache: cache.path + "/file/below", program: "test")
        let expected = try ReadingAccount.text(of: folder.path, by: Self.fresh, Self.request)
        for _ in 0..<2 {
            let found = try ReadingAccount.read(folder.path, by: path, Self.request)
            #expect(found.text == expected && !found.isPrepared)
        }
        #expect(cache.names == ["file"])
    }

    /// The folder holds no more than it may: what was used longest ago goes first, and nothing is left of a file that is too large.
    @Test func boundedSize() throws {
        let cache = try TemporaryFolder()
        let folders = try (0..<3).map { try dataset(seed: UInt64($0)) }
        func read(_ index: Int, limit: Int) throws -> Bool {
            var options = ReadOptions()
            options.prepared = PreparedFolder(cache.path, program: "test", limit: limit, leastSize: 0)
            // File systems keep times in ticks of up to 10 ms.
            Thread.sleep(forTimeInterval: 0.05)
            let reader = try DatasetReader(
                folder: folders[index].path, options: options, log: FindingLog(keptPerGroup: 3))
            _ = try reader.readTables()
            _ = try reader.readParticipations(into: BlockCollector())
            return reader.isPrepared
        }
        #expect(try !read(0, limit: 10))
        #expect(cache.names.isEmpty)
        #expect(try !read(0, limit: 1 << 30))
        let size = try FileManager.default.attributesOfItem(atPath: file(in: cache))[.size] as? Int ?? 0
        let limit = size * 5 / 2
        #expect(try !read(1, limit: limit))
        #expect(try read(0, limit: limit))
        #expect(try !read(2, limit: limit))
        #expect(cache.names.count == 2)
        #expect(try read(0, limit: limit))
        #expect(try read(2, limit: limit))
        #expect(try !read(1, limit: limit))
    }

    /// A reading that keeps more findings than prepared records have is a fresh one.
    @Test func findingsThatAreNotKept() throws {
        let (folder, cache) = (try dataset(participations: 400), try TemporaryFolder())
        var text = String(decoding: try folder.bytes(of: "participations.csv"), as: UTF8.self)
        for number in 0..<20 { text += "S9999\(number),T0000001,completed,1,,,,\n" }
        try folder.write(Data(text.utf8), to: "participations.csv")
        func read(_ kept: Int) throws -> (text: String, isPrepared: Bool) {
            try ReadingAccount.read(folder.path, by: .prepared(in: cache), Self.request, kept: kept)
        }
        let expected = try [0, 3, 5].map {
            try ReadingAccount.read(folder.path, by: Self.fresh, Self.request, kept: $0).text
        }
        #expect(try !read(0).isPrepared)
        #expect(cache.names.isEmpty)
        #expect(try !read(3).isPrepared)
        let (few, none) = (try read(3), try read(0))
        #expect(few.isPrepared && few.text == expected[1])
        #expect(none.isPrepared && none.text == expected[0])
        let more = try read(5)
        #expect(!more.isPrepared && more.text == expected[2])
        #expect(try read(3).isPrepared)
    }
}
