import Foundation
import Records
import Support
import Synchronization
import TestSupport
import Testing

@testable import Stores

/// What goes wrong with a store is told with its place, and nothing half-written stays.
struct StoreFaultTests {
    private static let folder = CSVFolder(packageFolder + "/Samples/training-plan")

    @Test func aFileThatIsNoDatabaseIsRefused() throws {
        let folder = try TemporaryFolder(["notes.txt": String(repeating: "no database\n", count: 200)])
        let path = folder.path + "/notes.txt"
        #expect(throws: ReadError.self) { try DatabaseSource(.sqlite(path)).contents() }
        let error = #expect(throws: StoreError.self) { try Self.take(into: path) }
        #expect(error?.kind == .unusable)
        #expect(try folder.text(of: "notes.txt").hasPrefix("no database"))
    }

    @Test func aMissingStoreSaysHowItIsMade() throws {
        let error = #expect(throws: ReadError.self) { try DatabaseSource(.sqlite("/nowhere/training.db")).contents() }
        #expect(error?.message.contains("--into sqlite:/nowhere/training.db") == true)
    }

    @Test(arguments: StoreKind.all) func aDatabaseWithOtherTablesIsNotWrittenTo(kind: StoreKind) throws {
        let store = try TemporaryStore(kind)
        // PostgreSQL gets the schema.
        try store.connection().transaction {}
        let connection = try store.connection()
        try connection.run("CREATE TABLE ships (name TEXT)")
        let error = #expect(throws: StoreError.self) { try store.take(Self.folder) }
        #expect(error?.kind == .unusable)
        #expect(try connection.relations().map(\.name) == ["ships"])
    }

    @Test(arguments: StoreKind.all) func aStoreOfANewerVersionIsRefused(kind: StoreKind) throws {
        let store = try TemporaryStore(kind)
        try store.take(Self.folder)
        try store.connection().mark(version: StoreSchema.version + 1)
        let reading = #expect(throws: ReadError.self) { try store.source().contents() }
        #expect(reading?.message.contains("newer tadrib") == true)
        #expect(throws: StoreError.self) { try store.take(Self.folder) }
        #expect(throws: ReadError.self) { try StoreHistory(of: store.place) }
    }

    @Test(arguments: StoreKind.all) func onlyOneImportWritesAtATime(kind: StoreKind) throws {
        let store = try TemporaryStore(kind)
        try store.take(Self.folder)
        let source = try Self.folder.contents()
        try store.connection().transaction { () throws in
            let error = #expect(throws: StoreError.self) {
                try StoreImport(into: store.place, wait: 0).run(source, leavingOut: [:], as: Self.entry)
            }
            #expect(error?.kind == .busy)
            // Readers go on meanwhile.
            #expect(try store.source().contents().tables[.courses] != nil)
        }
        #expect(try store.take(Self.folder).number == 2)
    }

    /// An import begins when another program has written, whether a SQLite store has a write-ahead log just then or none.
    @Test(arguments: StoreKind.all, [false, true]) func anImportWaitsForAnother(kind: StoreKind, hasLog: Bool) throws {
        let store = try TemporaryStore(kind)
        try store.take(Self.folder)
        let reader = kind == .sqlite && hasLog ? try SQLiteConnection(store.path, .writing) : nil
        try reader?.run("PRAGMA journal_mode = WAL")
        let number = Mutex<Result<Int, any Error>?>(nil)
        let hasEnded = DispatchSemaphore(value: 0)
        try store.connection().transaction {
            Thread.detachNewThread {
                let result = Result { try store.take(Self.folder).number }
                number.withLock { $0 = result }
                hasEnded.signal()
            }
            Thread.sleep(forTimeInterval: 1)
        }
        hasEnded.wait()
        withExtendedLifetime(reader) {}
        #expect(try number.withLock { try $0?.get() } == 2)
    }

    /// An import that fails midway leaves everything as it was: here a row that the database does not take.
    @Test(arguments: StoreKind.all) func aFailureMidwayKeepsNothing(kind: StoreKind) throws {
        let store = try TemporaryStore(kind)
        try store.take(files: TinyDataset.files)
        let before = try store.rows(asOf: 1)
        var files = TinyDataset.files
        files["courses.csv"] = files["courses.csv"]?.replacing("Network Defence", with: "Networks")
        files["trainees.csv"] = files["trainees.csv"]?.replacing("1990", with: "199O")
        let error = #expect(throws: StoreError.self) { try store.take(files: files) }
        #expect(error?.kind == .records)
        #expect(error?.text.en.contains("trainees") == true)
        #expect(try TemporaryStore.rows(of: store.source()) == before)
        #expect(try StoreHistory(of: store.place).entries().count == 1)
    }

    @Test(arguments: StoreKind.all) func aSourceThatChangesMeanwhileIsNotTaken(kind: StoreKind) throws {
        let files = try TemporaryFolder(TinyDataset.files)
        let contents = try CSVFolder(files.path).contents()
        try files.write((TinyDataset.files["topics.csv"] ?? "topic,name_en\n") + "x,X\n", to: "topics.csv")
        try files.write((TinyDataset.files["states.csv"] ?? "") + "\nIRQ,Iraq,\n", to: "states.csv")
        let store = try TemporaryStore(kind)
        #expect(throws: ReadError.self) {
            try StoreImport(into: store.place).run(contents, leavingOut: [:], as: Self.entry)
        }
        #expect(throws: ReadError.self) { try StoreHistory(of: store.place) }
    }

    @Test func aDamagedStoreIsFound() throws {
        let store = try TemporaryStore()
        try store.take(Self.folder)
        var bytes = try FileSystem.bytes(of: store.path)
        for index in 8_192..<12_288 { bytes[index] = 0xAA }
        try Data(bytes).write(to: URL(fileURLWithPath: store.path))
        #expect(throws: ReadError.self) {
            try store.source().checkIntegrity()
            _ = try TemporaryStore.rows(of: store.source())
        }
    }

    @Test(arguments: StoreKind.all) func aMomentWithoutAStateIsToldWithThoseThatThereAre(kind: StoreKind) throws {
        let store = try TemporaryStore(kind)
        try store.take(Self.folder)
        for moment in [StoreMoment.importNumber(7), .day(.day("2025-12-31"))] {
            let error = #expect(throws: ReadError.self) { try store.source(asOf: moment).contents() }
            #expect(error?.message.contains("number 1, of 2026-01-01T09:00:00Z") == true)
        }
        #expect(try store.source(asOf: .day(.day("2026-01-01"))).contents().tables[.courses] != nil)
        #expect(throws: ReadError.self) { try DatasetPath.source(packageFolder, asOf: .importNumber(1)) }
    }

    /// A store that may only be read is read, in a folder in which nothing can be made, too.
    @Test func aStoreThatMayNotBeWrittenIsRead() throws {
        let store = try TemporaryStore()
        try store.take(Self.folder)
        let connection = try SQLiteConnection(store.path, .reading)
        #expect(throws: DatabaseError.self) { try connection.run("DELETE FROM courses_versions") }
        #expect(throws: DatabaseError.self) { try connection.run("CREATE TABLE x (y)") }
    }

    /// Tables and views of other programs serve as well, with numbers as numbers.
    @Test func aDatabaseOfAnotherProgramIsRead() throws {
        let store = try TemporaryStore()
        let connection = try SQLiteConnection(store.path, .writing)
        try connection.run(
            """
            CREATE TABLE courses (course_id TEXT, title TEXT, topic TEXT, hours REAL);
            INSERT INTO courses VALUES ('C1', 'Ports', 'maritime-security', 12.5);
            CREATE TABLE Sessions (session_id INTEGER, course_id TEXT, start_date TEXT, end_date TEXT);
            INSERT INTO Sessions VALUES (1, 'C1', '2019-01-01', '2019-01-02');
            CREATE TABLE people (id TEXT, country TEXT);
            INSERT INTO people VALUES ('007', 'KWT'), ('008', NULL);
            CREATE VIEW trainees AS SELECT id AS trainee_id, country AS state FROM people;
            CREATE TABLE participations (session_id INTEGER, trainee_id TEXT, status TEXT, hours REAL);
            INSERT INTO participations VALUES (1, '007', 'completed', 12), (1, '008', 'attended', 0.5);
            """)
        let loaded = try LoadedDataset(source: store.source())
        #expect(loaded.log.count(.error) == 0, "\(loaded.log.findings)")
        #expect(loaded.dataset.sessions.map(\.id) == ["1"])
        #expect(loaded.blocks.reduce(0) { $0 + $1.count } == 2)
        let input = try #require(try store.source().contents().tables[.participations])
        #expect(try input.sha256().count == 64)
        try connection.run("INSERT INTO people VALUES ('009', 'QAT')")
        #expect(throws: ReadError.self) { try input.checkUnchanged() }
        #expect(throws: ReadError.self) { try store.source(asOf: .importNumber(1)).contents() }
    }

    private static let entry = StoreImport.Entry(
        time: "2026-01-01T09:00:00Z", user: "tester", source: "test", tool: "tadrib", files: [])

    private static func take(into path: String) throws -> ImportOutcome {
        try StoreImport(into: .sqlite(path)).run(try folder.contents(), leavingOut: [:], as: entry)
    }
}
