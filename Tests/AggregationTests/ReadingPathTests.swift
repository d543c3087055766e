import Aggregation
import Foundation
import Records
import Synthesis
import TestSupport
import Testing
import TrainingStats
import Writers

@testable import Reporting

/// However a dataset is read, the same comes out: on any number of threads, in chunks of any size, with plain rows read
/// the quick way or every row with care.
struct ReadingPathTests {
    static let paths = [
        ReadingPath(threads: 1, chunkSize: 1 << 20, readsPlainRows: true),
        ReadingPath(threads: 1, chunkSize: 40, readsPlainRows: false),
        ReadingPath(threads: 2, chunkSize: 64, readsPlainRows: true),
        ReadingPath(threads: 3, chunkSize: 200, readsPlainRows: true),
        ReadingPath(threads: 7, chunkSize: 90, readsPlainRows: false),
        ReadingPath(threads: 7, chunkSize: 33, readsPlainRows: true),
    ]

    private func compare(_ made: [String: Data], _ request: SummaryRequest, named name: String) throws {
        let folder = try TemporaryFolder()
        for (file, bytes) in made { try folder.write(bytes, to: file) }
        let expected = try ReadingAccount.text(
            of: folder.path, by: ReadingPath(threads: 1, chunkSize: 1 << 20, readsPlainRows: false), request)
        // The first makes prepared records, the others are read from them.
        let cache = try TemporaryFolder()
        let prepared = [1, 2, 1, 3].map { threads in
            ReadingPath(threads: threads, chunkSize: 200, readsPlainRows: true, cache: cache.path)
        }
        for path in Self.paths + prepared {
            let found = try ReadingAccount.text(of: folder.path, by: path, request)
            guard found != expected else { continue }
            let pair = zip(expected.split(separator: "\n"), found.split(separator: "\n")).first { $0.0 != $0.1 }
            Issue.record("\(name), \(path.testDescription): \(pair.map { "\($0.0)\nbut \($0.1)" } ?? "more lines")")
        }
    }

    @Test(arguments: 0..<30) func soundRecords(seed: Int) throws {
        let folder = try TemporaryFolder()
        let made = DatasetMaker.dataset(seed: UInt64(seed))
        // Of the other half, codes and headings are spelt in one of many ways.
        try made.write(to: URL(fileURLWithPath: folder.path), orderSeed: seed % 2 == 0 ? nil : UInt64(seed))
        var files: [String: Data] = [:]
        for name in folder.names { files[name] = try folder.bytes(of: name) }
        var maker = RequestMaker(try NaiveRecords(made), seed: UInt64(seed) + 5_000)
        let plain = maker.next()
        let request = SummaryRequest(
            rows: plain.rows, columns: plain.columns, measures: plain.measures, today: .day(plain.today), totals: true)
        try compare(files, request, named: "seed \(seed)")
    }

    /// Bytes changed at random, rows doubled, lines torn apart: whatever is found is found by every way.
    @Test(arguments: 0..<60) func damagedRecords(seed: Int) throws {
        let folder = try TemporaryFolder()
        try DatasetMaker.dataset(seed: UInt64(seed % 20)).write(to: URL(fileURLWithPath: folder.path))
        var random = SplitMix64(seed: UInt64(seed) + 77)
        var files: [String: Data] = [:]
        for name in folder.names {
            var bytes = Array(try folder.bytes(of: name))
            if ["trainees.csv", "participations.csv"].contains(name) {
                let start = bytes.firstIndex(of: 0x0A) ?? 0
                for _ in 0..<random.within(0...6) where bytes.count > start + 2 {
                    damage(&bytes, from: start + 1, &random)
                }
            }
            files[name] = Data(bytes)
        }
        let request = SummaryRequest(
            rows: ["state", "institution"],
            measures: ["trainees", "repeat-trainees", "enrolments", "trainee-hours", "gain-sd"],
            today: .day("2021-12-31"), totals: true)
        try compare(files, request, named: "seed \(seed)")
    }

    private func damage(_ bytes: inout [UInt8], from start: Int, _ random: inout SplitMix64) {
        let place = random.within(start...(bytes.count - 1))
        switch random.below(6) {
        case 0: bytes[place] = random.pick(Array("\",\n\r0a.-\u{0}".utf8) + [0xFF])
        case 1:
            bytes.insert(
                contentsOf: random.pick(["\"", "\"\"", "\n", "\r\n", ",", "\n\n", "x,\"", "\u{E9}"]).utf8, at: place)
        case 2: bytes.remove(at: place)
        case 3:
            // A row once more, somewhere else.
            let lines = bytes[start...].split(separator: 0x0A)
            bytes += random.pick(Array(lines)) + [0x0A]
        case 4: bytes.removeLast(min(bytes.count - start, random.below(9)))
        default: bytes += Array("\"never closed, \n".utf8)
        }
    }

    @Test(arguments: [false, true], [1, 2, 3, 7]) func syntheticRecords(isHostile: Bool, threads: Int) throws {
        let folder = try TemporaryFolder()
        let generated = SyntheticDataset(participations: 6_000, seed: 5, isHostile: isHostile)
        for name in generated.files {
            var bytes = Data()
            generated.write(name) { bytes.append(contentsOf: $0) }
            try folder.write(bytes, to: name)
        }
        let request = SummaryRequest(
            rows: ["state", "year"], columns: ["topic"],
            measures: ["trainees", "repeat-trainees", "completions", "post-score-median", "institutions", "sessions"],
            today: .day("2020-12-31"), totals: true)
        let expected = try ReadingAccount.text(
            of: folder.path, by: ReadingPath(threads: 1, chunkSize: 1 << 20, readsPlainRows: false), request)
        let found = try ReadingAccount.text(
            of: folder.path, by: ReadingPath(threads: threads, chunkSize: 5_000, readsPlainRows: true), request)
        #expect(found == expected)
    }
}
