import Foundation
import Records
import TestSupport
import Testing
import TrainingStats

/// Records that are larger than one may be: they are told, memory stays bounded, and reading goes on behind them.
struct LimitTests {
    private static let settings = "{\"maxRecordBytes\": 200, \"maxFieldBytes\": 100, \"maxFields\": 20}"
    private static let header = "trainee_id,state,institution\n"

    /// Reads trainees under the small limits, in several ways that must agree.
    private func read(_ text: String, in file: String = "trainees.csv") throws -> (
        findings: [Finding], ids: [String], tally: FileTally, rejected: [String]
    ) {
        var all: [(findings: [Finding], ids: [String], tally: FileTally, rejected: [String])] = []
        for (chunkSize, threads, isQuick) in [(1 << 20, 1, true), (64, 1, true), (64, 3, true), (1_000, 1, false)] {
            let folder = try folderSoundBut(file, Array(text.utf8))
            try folder.write(Self.settings, to: "dataset.json")
            var options = ReadOptions()
            (options.chunkSize, options.threads, options.readsPlainRows) = (chunkSize, threads, isQuick)
            var rejected: [String] = []
            options.onReject = { rejected.append("\($0.finding.line): \($0.finding.code.rawValue)") }
            let log = FindingLog(keptPerGroup: nil)
            let reader = try DatasetReader(folder: folder.path, options: options, log: log)
            let dataset = try reader.readTables()
            let tally = try #require(reader.tallies.first { $0.file == file })
            all.append((log.findings.filter { $0.file == file }, dataset.trainees.ids.keys, tally, rejected))
        }
        for other in all.dropFirst() {
            #expect(other.findings == all[0].findings && other.ids == all[0].ids)
            #expect(other.tally == all[0].tally && other.rejected == all[0].rejected)
        }
        return all[0]
    }

    private func long(_ count: Int, _ text: String = "x") -> String { String(repeating: text, count: count) }

    @Test(arguments: [201, 1_000, 5_000]) func aLongRecordIsToldAndReadingGoesOn(length: Int) throws {
        let read = try read(Self.header + "T1,KWT,a\nT2,QAT," + long(length) + "\nT3,OMN,b\nT4,XXX,\n")
        #expect(read.findings.map(\.code) == [.outOfRange, .badCode])
        #expect(read.findings.map(\.line) == [3, 5])
        #expect(read.findings.first?.message.hasPrefix("the record is longer than 200 bytes") == true)
        #expect(read.ids == ["T1", "T3"] && read.rejected == ["3: out-of-range", "5: bad-code"])
        #expect(read.tally.rows == 4 && read.tally.rejected == 2)
    }

    /// Each line that an open quote swallows counts, as with shorter ones.
    @Test func anOpenQuoteWithoutEndIsTold() throws {
        let read = try read(Self.header + "T1,KWT,a\nT2,QAT,\"b\n" + long(300, "T,KWT,\n"))
        #expect(read.findings.map(\.code) == [.outOfRange] && read.findings.map(\.line) == [3])
        #expect(read.ids == ["T1"] && read.tally.rejected == 301)
    }

    @Test func linesWithinALongFieldAreOneRecord() throws {
        let read = try read(Self.header + "T1,KWT,\"" + long(60, "a \"\"b\"\",\n") + "\"\nT2,QAT,\nT3,QQQ,\n")
        #expect(read.findings.map(\.line) == [2, 64] && read.ids == ["T2"])
    }

    @Test(arguments: [100, 101]) func aFieldMayBeSoLong(length: Int) throws {
        let read = try read(Self.header + "T1,KWT," + long(length) + "\nT2,QAT,\n")
        #expect(read.findings.map(\.code) == (length > 100 ? [.outOfRange] : []))
        #expect(read.findings.map(\.column) == (length > 100 ? ["institution"] : []))
        #expect(read.ids == (length > 100 ? ["T2"] : ["T1", "T2"]))
    }

    @Test func manyFieldsAreTold() throws {
        let read = try read(Self.header + "T1,KWT,a\nT2,QAT" + long(30, ",b") + "\nT3,OMN,c\n")
        #expect(read.findings.map(\.code) == [.raggedRow])
        #expect(read.findings.first?.message.hasPrefix("the row has more than 20 fields") == true)
        #expect(read.ids == ["T1", "T3"])
    }

    @Test func anEndlessHeaderMakesTheFileUseless() throws {
        for header in [long(5_000), long(150, "x,"), long(25, "c,"), "trainee_id,state,\"" + long(5_000)] {
            let folder = try folderSoundBut("trainees.csv", Array(header.utf8))
            try folder.write(Self.settings, to: "dataset.json")
            let loaded = try LoadedDataset(folder: folder.path)
            #expect(loaded.log.uselessFiles == ["trainees.csv"], "\(header.prefix(30))")
            #expect(loaded.findings(in: "trainees.csv").count == 1)
        }
    }

    @Test func theDefaultsAreThoseOfTheContract() {
        let limits = RecordLimits()
        #expect(limits.record == 64 << 20 && limits.field == 16 << 20 && limits.fields == 100_000)
    }

    @Test(arguments: ["0", "-1", "1.5", "\"9\"", "1e3"]) func wrongLimitsAreTold(_ value: String) throws {
        let error = #expect(throws: ReadError.self) { try soundBut("dataset.json", "{\"maxFields\": \(value)}") }
        #expect(error?.message.contains("maxFields: it is not a whole number") == true)
    }
}
