import Foundation
import Records
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Stores

/// A store gives back what was imported, and what was imported before.
struct StoreTests {
    static let samples = ["regional-centre", "training-plan", "broken/corrected"]

    @Test(arguments: samples, StoreKind.all) func recordsAreThoseOfTheFolder(sample: String, kind: StoreKind) throws {
        for threads in [1, 3] { try compare(sample, kind, threads: threads) }
    }

    private func compare(_ sample: String, _ kind: StoreKind, threads: Int) throws {
        let source = CSVFolder(packageFolder + "/Samples/" + sample)
        let store = try TemporaryStore(kind)
        try store.take(source)
        let (folder, kept) = (
            try LoadedDataset(source: source, today: "2025-12-31", threads: threads),
            try LoadedDataset(source: store.source(), today: "2025-12-31", threads: threads)
        )
        #expect(kept.difference(from: folder) == nil)
        func texts(_ loaded: LoadedDataset) -> [String] {
            loaded.log.findings.map { "\($0.line) \($0.column) \($0.code.rawValue) \($0.value)" }
        }
        #expect(texts(kept) == texts(folder))
        try store.source().checkIntegrity()
    }

    @Test(arguments: StoreKind.all) func theSameAgainChangesNothing(kind: StoreKind) throws {
        let source = CSVFolder(packageFolder + "/Samples/training-plan")
        let store = try TemporaryStore(kind)
        let first = try store.take(source)
        let before = try store.digests()
        let second = try store.take(source)
        #expect(first.hasChanges && !second.hasChanges)
        #expect(second.number == 2)
        #expect(try store.digests() == before)
        for (table, rows) in second.tables {
            #expect(rows.unchanged == rows.all && rows.new + rows.changed + rows.gone == 0, "\(table)")
        }
    }

    /// Rows are new, changed or gone by their keys; each state stays as it was.
    @Test(arguments: StoreKind.all) func changesAreToldByKeys(kind: StoreKind) throws {
        let store = try TemporaryStore(kind)
        var files = TinyDataset.files
        try store.take(files: files)
        files["trainees.csv"] = (files["trainees.csv"] ?? "").replacing("T2,KWT,Ministry", with: "T2,QAT,Ministry")
            .replacing("T4,,,,,", with: "T4,,,,,\nT5,OMN,,,,")
        files["attendance.csv"] = nil
        files["measures.json"] = nil
        let outcome = try store.take(files: files)
        let rows = Dictionary(uniqueKeysWithValues: outcome.tables.map { ($0.table, $0.rows) })
        #expect(rows[.trainees] == .init(all: 5, new: 1, changed: 1, gone: 0, unchanged: 3))
        #expect((rows[.attendance]?.gone ?? 0) > 0 && rows[.attendance]?.all == 0)
        #expect(try store.source().contents().tables[.attendance] == nil)
        #expect(try store.source(asOf: .importNumber(1)).contents().tables[.attendance] != nil)

        let history = try StoreHistory(of: store.place)
        let versions = try history.versions(of: .trainees, key: ["T2"])
        #expect(versions.map(\.from) == [1, 2] && versions.map(\.until) == [2, nil])
        let state = try #require(try history.columns(of: .trainees).firstIndex(of: "state"))
        #expect(versions.map { $0.fields[state] } == ["KWT", "QAT"])
        let entries = try history.entries()
        #expect(entries.map(\.record.number) == [1, 2])
        #expect(entries[1].rows.new == 1 && entries[1].rows.changed == 1)
    }

    /// Each state of a long series of random changes is found again, the current one and all earlier ones.
    @Test(arguments: 0..<12, StoreKind.all) func everyStateIsKept(seed: Int, kind: StoreKind) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let store = try TemporaryStore(kind)
        var files = TinyDataset.files
        files["followups.csv"] = nil
        files["attendance.csv"] = nil
        files["published.csv"] = nil
        var states: [[String: String]] = []
        for _ in 0..<6 {
            for name in [
                "headcounts.csv", "evaluations.csv", "participations.csv", "assignments.csv", "affiliations.csv",
            ] {
                guard let text = files[name], random.happens(60) else { continue }
                var lines = text.split(separator: "\n").map(String.init)
                if lines.count > 2, random.happens(50) { lines.remove(at: random.within(1...lines.count - 1)) }
                if random.happens(40) { lines = [lines[0]] + random.shuffled(Array(lines.dropFirst())) }
                if name == "evaluations.csv", lines.count > 1, random.happens(50) { lines.append(lines[1]) }
                files[name] = lines.joined(separator: "\n") + "\n"
            }
            states.append(files)
            try store.take(files: files)
        }
        for (index, files) in states.enumerated() {
            let kept = try LoadedDataset(source: store.source(asOf: .importNumber(index + 1)))
            #expect(try store.rows(asOf: index + 1) == Self.rows(of: files), "seed \(seed), import \(index + 1)")
            #expect(kept.log.count(.error) == 0, "seed \(seed), import \(index + 1)")
        }
    }

    /// The rows of tables, in any order.
    private static func rows(of files: [String: String]) throws -> [String: [[String]]] {
        let folder = try TemporaryFolder(files)
        return try withExtendedLifetime(folder) { try TemporaryStore.rows(of: CSVFolder(folder.path)) }
    }

    @Test(arguments: StoreKind.all) func whatStandsInFieldsArrivesUnchanged(kind: StoreKind) throws {
        let texts = [
            "O'Brien \"Bob\"; DROP TABLE trainees; --", "'; DROP TABLE trainees_versions; --", "a,b\nc",
            "\u{200F}سالم\u{202E}x",
            "e\u{301}", "\u{E9}", "  blanks  ", "=1+1", "\u{8}\t\u{B}\u{C}\r",
            "back\\slash, \\n", "\\N", "\\.", "\\", "a\\,b", "tab\tand,comma\\t",
            String(repeating: "ن", count: 500_000), "100%", "NULL",
        ]
        var files = TinyDataset.files
        files["trainees.csv"] =
            "trainee_id,name,state\n"
            + ["T1", "T2", "T3", "T4"].map { "\($0),,KWT\n" }.joined()
            + texts.enumerated().map { "X\($0),\(CSVQuoting.quoted($1)),KWT\n" }.joined()
        let store = try TemporaryStore(kind)
        try store.take(files: files)
        let names = try TemporaryStore.rows(of: store.source())["trainees"]?.map { $0[1] } ?? []
        for text in texts { #expect(names.contains { $0.utf8.elementsEqual(text.utf8) }, "\(text.prefix(20))") }
        // A letter and its accent as two characters are another text than the one character.
        files["trainees.csv"] = files["trainees.csv"]?.replacing("e\u{301}", with: "\u{E9}")
        let rows = try #require(try store.take(files: files).tables.first { $0.table == .trainees }?.rows)
        #expect(rows.changed == 1)
    }

    /// A column that a dataset declares later leaves rows as they were where it is empty.
    @Test(arguments: StoreKind.all) func aNewColumnChangesOnlyRowsThatFillIt(kind: StoreKind) throws {
        let store = try TemporaryStore(kind)
        var files = TinyDataset.files
        try store.take(files: files)
        files["dataset.json"] = """
            {"attributes": [{"table": "trainees", "column": "rank", "name": {"en": "Rank"}}]}
            """
        let lines = (files["trainees.csv"] ?? "").split(separator: "\n")
        files["trainees.csv"] = lines.enumerated().map { $1 + ($0 == 0 ? ",rank" : $0 == 1 ? ",Major" : ",") }
            .joined(separator: "\n")
        let outcome = try store.take(files: files)
        let rows = Dictionary(uniqueKeysWithValues: outcome.tables.map { ($0.table, $0.rows) })
        #expect(rows[.trainees] == .init(all: 4, new: 0, changed: 1, gone: 0, unchanged: 3))
        #expect(try StoreHistory(of: store.place).columns(of: .trainees).last == "rank")
        #expect(try TemporaryStore.rows(of: store.source(asOf: .importNumber(1)))["trainees"]?.first?.count == 6)
        // Names that differ in case only are one name to a database.
        files["dataset.json"] = files["dataset.json"]?.replacing("\"column\": \"rank\"", with: "\"column\": \"Rank\"")
        files["trainees.csv"] = files["trainees.csv"]?.replacing(",rank", with: ",Rank")
        let error = #expect(throws: StoreError.self) { try store.take(files: files) }
        #expect(error?.kind == .records && error?.text.en.contains("'Rank' and 'rank'") == true)
    }

    @Test(arguments: StoreKind.all) func codesAreKeptAsCodes(kind: StoreKind) throws {
        var files = TinyDataset.files
        files["participations.csv"] = files["participations.csv"]?.replacing("S1,T1,completed", with: "S1,T1,Completed")
        let store = try TemporaryStore(kind)
        try store.take(files: files)
        let rows = try TemporaryStore.rows(of: store.source())["participations"] ?? []
        #expect(rows.contains { $0.prefix(3) == ["S1", "T1", "completed"] })
    }

    @Test(arguments: StoreKind.all) func rowsWithErrorsAreLeftOut(kind: StoreKind) throws {
        var files = TinyDataset.files
        files["trainees.csv"] = (files["trainees.csv"] ?? "") + "\nT9,KWT,Navy,military,M,12x\n"
        let store = try TemporaryStore(kind)
        let outcome = try store.take(files: files, leavingOut: [.trainees: [6]])
        #expect(outcome.tables.first { $0.table == .trainees }?.rows.rejected == 1)
        #expect(try LoadedDataset(source: store.source()).log.count(.error) == 0)
    }
}
