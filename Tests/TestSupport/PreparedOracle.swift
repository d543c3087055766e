import Aggregation
import Foundation
import Records
import Support
import TrainingStats

/// Prepared records of any bytes, which must give what a fresh reading gives, or count for nothing.
///
/// The first byte of an input says what happens to sound prepared records: cut short, patched, or mixed with those of another
/// dataset; the rest says where. With its highest bit set, beginning and header get new seals afterwards, so that what stands in
/// the header is believed: then the figures may be others, and nothing may crash.
public final class PreparedOracle {
    private let folder: TemporaryFolder
    private let cache: TemporaryFolder
    private let place: String
    private let sound: [UInt8]
    private let other: [UInt8]
    private let expected: Readout

    /// Prepared records of a small dataset, and those of another one.
    public init() throws {
        folder = try TemporaryFolder(Self.files(seed: 1))
        cache = try TemporaryFolder()
        expected = try Self.read(folder, cache: nil)
        (place, sound) = try Self.prepare(folder, in: cache)
        let second = try TemporaryFolder(Self.files(seed: 2))
        other = try Self.prepare(second, in: try TemporaryFolder()).bytes
    }

    /// What is wrong with the records that come out, or nil if nothing is.
    public func disagreement(over input: [UInt8]) throws -> String? {
        guard let choice = input.first else { return nil }
        let isSealed = choice & 0x80 != 0
        var bytes = changed(by: choice & 0x7F, Array(input.dropFirst()))
        if isSealed { seal(&bytes) }
        try write(bytes)
        let found = try Self.read(folder, cache: cache)
        return isSealed ? nil : expected.difference(from: found)
    }

    private func changed(by choice: UInt8, _ rest: [UInt8]) -> [UInt8] {
        var bytes = sound
        func number(at place: Int) -> Int {
            (0..<3).reduce(0) { $0 << 8 | ($1 + place < rest.count ? Int(rest[$1 + place]) : 0) }
        }
        switch choice % 4 {
        case 0: bytes.removeLast(number(at: 0) % (bytes.count + 1))
        case 1:
            let (start, end) = (number(at: 0) % bytes.count, number(at: 3) % bytes.count)
            for index in min(start, end)..<max(start, end) where index < other.count { bytes[index] = other[index] }
        case 2:
            // Text in the place of text: the header is JSON.
            let start = number(at: 0) % bytes.count
            for (index, byte) in rest.dropFirst(3).enumerated() where start + index < bytes.count {
                bytes[start + index] = byte
            }
        default:
            for start in stride(from: 0, to: rest.count - 3, by: 4) {
                bytes[number(at: start) % bytes.count] ^= max(1, rest[start + 3])
            }
        }
        return bytes
    }

    /// Gives beginning and header the seals that their bytes have now.
    private func seal(_ bytes: inout [UInt8]) {
        guard bytes.count >= 56 else { return }
        func word(_ index: Int) -> UInt64 {
            bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self) }
        }
        func set(_ word: UInt64, _ index: Int) {
            bytes.withUnsafeMutableBytes { $0.storeBytes(of: word, toByteOffset: index * 8, as: UInt64.self) }
        }
        let (salt, position, length) = (word(1), word(2), word(3))
        let size = UInt64(bytes.count)
        if position <= size, length <= size - position {
            let header = bytes[Int(position)..<Int(position + length)]
            set(header.withUnsafeBytes { Seal.seal(of: $0, seed: salt &+ position) }, 4)
        }
        set(bytes[..<48].withUnsafeBytes { Seal.seal(of: $0, seed: salt) }, 6)
    }

    private func write(_ bytes: [UInt8]) throws {
        let descriptor = open(place, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        defer { close(descriptor) }
        guard descriptor >= 0, Foundation.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw CocoaError(.fileWriteUnknown)
        }
    }

    private static func prepare(
        _ folder: TemporaryFolder, in cache: TemporaryFolder
    ) throws -> (place: String, bytes: [UInt8]) {
        _ = try read(folder, cache: cache)
        guard let name = cache.names.first else { throw CocoaError(.fileNoSuchFile) }
        return (cache.path + "/" + name, Array(try cache.bytes(of: name)))
    }

    /// The figures and findings of a reading.
    private static func read(_ folder: TemporaryFolder, cache: TemporaryFolder?) throws -> Readout {
        var options = ReadOptions()
        options.prepared = cache.map { PreparedFolder($0.path, program: "oracle", leastSize: 0) }
        let log = FindingLog(keptPerGroup: 20)
        let reader = try DatasetReader(folder: folder.path, options: options, log: log)
        let dataset = try reader.readTables()
        let request = ReadingOracle.everyMeasure(by: ["state", "institution"], of: dataset)
        let sums = try SummaryBuilder(request, on: dataset, catalogue: .builtIn)
        let summary = try reader.readParticipations(into: sums).finish()
        reader.finish(today: .day("2019-12-31"))
        var readout = Readout()
        readout.add(dataset)
        readout.add(summary)
        for finding in log.findings { readout.add(naming: "\(finding.place) \(finding.code) \(finding.message)") }
        for tally in reader.tallies { readout.add(naming: "\(tally.file) \(tally.rows) \(tally.rejected)") }
        return readout
    }

    private static func files(seed: UInt64) -> [String: String] {
        var random = SplitMix64(seed: seed)
        var files = TinyDataset.files
        var trainees = "trainee_id,name,state,institution,sector,sex,birth_year\n"
        for number in 0..<80 {
            let state = random.pick(["KWT", "QAT", "BHR", ""])
            trainees +=
                "P\(number),Name \(random.below(60)),\(state),\(random.pick(["Navy", "Police", ""])),,,\(1960 + number % 40)\n"
        }
        var participations = "session_id,trainee_id,status,hours,pre_score,post_score\n"
        for session in ["S1", "S2", "S3", "S9"] {
            for number in 0..<80 where random.below(3) > 0 {
                let status = random.pick(["completed", "attended", "no-show", "lost"])
                participations += "\(session),P\(number),\(status),\(random.below(9)).5,\(random.below(100)),\n"
            }
        }
        files["trainees.csv"] = trainees
        files["participations.csv"] = participations
        return files
    }
}
