import Foundation
import Records
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Stores

/// Names that SQL could take for more than a name, and databases that are not the store's own.
struct StoreHardeningTests {
    /// Trainees with a column of the dataset's own, whose name is hostile in some way.
    private static func files(column: String, values: [String] = ["5", "1", "12", ""]) -> [String: String] {
        var files = TinyDataset.files
        let name = JSONNode.string(column).text
        files["dataset.json"] = """
            {"attributes": [{"id": "own", "table": "trainees", "column": \(name), "name": {"en": "Own"}}]}
            """
        let lines = (files["trainees.csv"] ?? "").split(separator: "\n").map(String.init)
        files["trainees.csv"] = zip(lines, [CSVQuoting.quoted(column)] + values).map { $0 + "," + $1 }
            .joined(separator: "\n")
        return files
    }

    /// A quote is one to SQL also where a mark follows that joins it in the eyes of a reader.
    @Test(
        arguments: [
            "x\"\u{200D}; DROP TABLE tadrib_documents; COMMIT; --", "x\"\u{308}y",
            "x\"\"; DELETE FROM sessions_versions; --",
            "'; DROP TABLE trainees; --", "a]b`c[d", "a\\b\\.", "\\.",
        ], StoreKind.all)
    func aColumnIsNoStatement(name: String, kind: StoreKind) throws {
        let store = try TemporaryStore(kind)
        try store.take(files: TinyDataset.files)
        let before = try store.rows(asOf: 1)
        try store.take(files: Self.files(column: name))
        #expect(try store.rows(asOf: 1) == before)
        #expect(try TemporaryStore.rows(of: store.source())["trainees"]?.map(\.last) == ["5", "1", "12", ""])
        #expect(try StoreHistory(of: store.place).columns(of: .trainees).last?.utf8.elementsEqual(name.utf8) == true)
    }

    /// A column named as SQLite's own number of a row would decide which rows are read; a name that PostgreSQL cuts off could
    /// meet another.
    @Test(
        arguments: [
            ("rowid", StoreKind.sqlite), ("OID", .sqlite), ("version", .sqlite), ("from_import", .sqlite),
            ("ctid", .postgresql), ("XMIN", .postgresql), ("version", .postgresql),
            (String(repeating: "ن", count: 32), .postgresql),
        ].filter { StoreKind.all.contains($0.1) })
    func aReservedColumnIsRefused(name: String, kind: StoreKind) throws {
        let store = try TemporaryStore(kind)
        let error = #expect(throws: StoreError.self) { try store.take(files: Self.files(column: name)) }
        #expect(error?.kind == .records && error?.text.en.contains("'\(name)'") == true)
    }

    @Test func aDatabaseThatIsNoStoreStaysAsItIs() throws {
        let store = try TemporaryStore()
        try SQLiteConnection(store.path, .writing).run("CREATE TABLE ships (name TEXT)")
        let before = try FileSystem.bytes(of: store.path)
        #expect(throws: StoreError.self) { try store.take(files: TinyDataset.files) }
        #expect(try FileSystem.bytes(of: store.path) == before)
    }

    /// One file at rest, so that readers of other users leave nothing behind.
    @Test func aStoreAtRestIsOneFile() throws {
        let store = try TemporaryStore()
        try store.take(files: TinyDataset.files)
        try store.take(files: TinyDataset.files)
        _ = try LoadedDataset(source: store.source())
        #expect(FileStatus(store.path + "-wal") == nil && FileStatus(store.path + "-shm") == nil)
        #expect(try SQLiteConnection(store.path, .reading).texts("PRAGMA journal_mode") == ["delete"])
    }

    @Test func aForeignDatabaseWithALogIsRead() throws {
        let store = try TemporaryStore()
        var connection: SQLiteConnection? = try SQLiteConnection(store.path, .writing)
        try connection?.run(
            """
            PRAGMA journal_mode = WAL;
            CREATE TABLE courses (course_id, title, topic); INSERT INTO courses VALUES ('C1', 'Ports', 'maritime-security');
            CREATE TABLE sessions (session_id, course_id, start_date, end_date);
            INSERT INTO sessions VALUES ('S1', 'C1', '2019-01-01', '2019-01-02');
            CREATE TABLE headcounts (session_id, participants); INSERT INTO headcounts VALUES ('S1', 12);
            """)
        for isOpen in [true, false] {
            if !isOpen { connection = nil }
            let loaded = try LoadedDataset(source: store.source())
            #expect(loaded.log.count(.error) == 0 && loaded.dataset.sessions.count == 1, "\(loaded.log.findings)")
        }
    }

    @Test func textsInAnotherEncodingAreRefused() throws {
        let store = try TemporaryStore()
        try SQLiteConnection(store.path, .writing).run("PRAGMA encoding = 'UTF-16'; CREATE TABLE courses (course_id)")
        let error = #expect(throws: ReadError.self) { try store.source().contents() }
        #expect(error?.message.contains("UTF-16") == true)
    }

    /// Where the last of repeated rows counts, the earlier ones are left out.
    @Test(arguments: StoreKind.all) func theLastOfRepeatedRowsIsKept(kind: StoreKind) throws {
        var files = TinyDataset.files
        files["dataset.json"] = "{\"repeatedParticipations\": \"last\"}"
        files["followups.csv"] = nil
        files["participations.csv"] = (files["participations.csv"] ?? "") + "\nS1,T3,withdrawn,,,,,\n"
        let store = try TemporaryStore(kind)
        try store.take(files: files)
        let rows = try TemporaryStore.rows(of: store.source())["participations"] ?? []
        #expect(rows.filter { $0[0] == "S1" && $0[1] == "T3" }.map { $0[2] } == ["withdrawn"])
    }

    /// A row with an error replaces none, so that the sound one before it is not lost with it.
    @Test(arguments: StoreKind.all) func aRejectedRowReplacesNone(kind: StoreKind) throws {
        var files = TinyDataset.files
        files["dataset.json"] = "{\"repeatedParticipations\": \"last\"}"
        files["followups.csv"] = nil
        files["participations.csv"] = (files["participations.csv"] ?? "") + "\nS1,T3,never,,,,,\n"
        let store = try TemporaryStore(kind)
        let rejected = try LoadedDataset(files: files).log.findings.filter { $0.code == .badCode }.map(\.line)
        try store.take(files: files, leavingOut: [.participations: Set(rejected)])
        let rows = try TemporaryStore.rows(of: store.source())["participations"] ?? []
        #expect(rejected.count == 1)
        #expect(rows.filter { $0[0] == "S1" && $0[1] == "T3" }.map { $0[2] } == ["attended"])
    }

    /// The day of an import is one in the time zone that held then.
    @Test(arguments: StoreKind.all) func theDayOfAnImportStays(kind: StoreKind) throws {
        let store = try TemporaryStore(kind)
        var files = TinyDataset.files
        files["dataset.json"] = "{\"timeZone\": \"Asia/Kuwait\"}"
        try store.take(files: files, at: "2025-03-01T22:00:00Z")
        files["topics.csv"] = nil
        try store.take(files: files, at: "2025-03-02T22:00:00Z")
        func number(_ day: String) throws -> Int {
            let reader = try store.place.reader()
            return try StoreState(at: .day(.day(day)), of: reader, try reader.opened()).current.number
        }
        #expect(try number("2025-03-02") == 1 && number("2025-03-03") == 2)
        files["dataset.json"] = "{\"timeZone\": \"UTC\"}"
        try store.take(files: files, at: "2025-03-03T22:00:00Z")
        #expect(try number("2025-03-02") == 1 && number("2025-03-03") == 3)
    }
}
