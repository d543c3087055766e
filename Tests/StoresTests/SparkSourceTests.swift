import Foundation
import Records
import SparkConnect
import TestSupport
import Testing

@testable import Stores

/// Datasets at a server of Spark Connect: the records are those of the files.
@Suite(.enabled(if: SailServer.isInstalled, SailServer.lack))
struct SparkSourceTests {
    private static func source(_ folder: String) throws -> SparkSource {
        let sail = try SailServer.shared
        return SparkSource(try SparkAddress(sail.lake(folder)))
    }

    @Test(arguments: ["regional-centre", "gulf-military-training", "training-plan", "academy"])
    func samplesAreRead(_ sample: String) throws {
        let folder = packageFolder + "/Samples/" + sample
        let (files, lake) = (
            try LoadedDataset(folder: folder), try LoadedDataset(source: try Self.source(folder), threads: 2)
        )
        #expect(lake.difference(from: files) == nil)
        #expect(lake.log.countsByCode.map(\.count) == files.log.countsByCode.map(\.count))
    }

    @Test func hostileTextsArriveUnchanged() throws {
        let texts = [
            "Al \"Noor\", Ltd", "'; DROP TABLE sessions; --", "back\\slash\\n \\\" \\u0041", "two\nlines",
            "\u{202E}مرحبا\u{200F}",
            "😀", " spaces ", "null", "NULL", "#no comment", "$x{y}", String(repeating: "é", count: 500_000),
        ]
        var files = TinyDataset.files
        files["states.csv"] =
            "state,name_en,name_ar\n"
            + texts.enumerated().map { "X\($0),\"\($1.replacing("\"", with: "\"\""))\",\n" }.joined()
        let folder = try TemporaryFolder(files)
        #expect(
            try TemporaryStore.rows(of: try Self.source(folder.path)) == TemporaryStore.rows(of: CSVFolder(folder.path))
        )
        let contents = try Self.source(folder.path).contents()
        guard case .blocks(let blocks)? = try contents.tables[.states]?.open() else {
            Issue.record("no blocks")
            return
        }
        var bytes: [UInt8] = []
        var remarks: [CellRemark] = []
        while try blocks.nextBlock(into: &bytes, &remarks, size: 100) != nil {}
        let read = String(decoding: bytes, as: UTF8.self)
        for text in texts {
            #expect(read.contains(text.replacing("\"", with: "\"\"")), "\(text.prefix(40))")
        }
    }

    @Test func filesOfPartsCompressedAndInParquet() throws {
        let folder = try TemporaryFolder(TinyDataset.files)
        let expected = try TemporaryStore.rows(of: CSVFolder(folder.path))
        let sail = try SailServer.shared
        let connection = try SparkConnection(try SparkAddress("sc://127.0.0.1:\(sail.port)"), variables: [:])
        let manager = FileManager.default
        func path(_ name: String) -> String { folder.path + "/" + name }
        // Parquet that a server writes.
        try connection.run(
            .view("sessions", FileRelation("csv", options: [("header", "true")], path: path("sessions.csv"))))
        try connection.run(
            "CREATE TABLE s USING parquet LOCATION '\(path("sessions.parquet"))' AS SELECT * FROM sessions")
        try manager.removeItem(atPath: path("sessions.csv"))
        // Parts in a folder, with what Spark leaves beside them.
        let rows = (TinyDataset.files["participations.csv"] ?? "").split(separator: "\n")
        try manager.removeItem(atPath: path("participations.csv"))
        for (number, part) in [rows[1..<2], rows[2...]].enumerated() {
            try folder.write(
                ([rows[0]] + part).joined(separator: "\n") + "\n", to: "participations.csv/part-0000\(number).csv")
        }
        try folder.write("", to: "participations.csv/_SUCCESS")
        _ = try run("/bin/gzip", [path("courses.csv")])
        #expect(try TemporaryStore.rows(of: try Self.source(folder.path)) == expected)
        try folder.write(TinyDataset.files["sessions.csv"] ?? "", to: "sessions.csv")
        #expect(throws: ReadError.self) { try Self.source(folder.path).contents() }
    }

    /// Columns of types whose texts are those of the record files.
    @Test func typedColumnsOfParquet() throws {
        let sessions = "session_id,course_id,start_date,end_date,status\nS1,C1,2019-01-01,2019-01-02,held\n"
        let folder = try TemporaryFolder([
            "courses.csv": "course_id,title,topic,kind,hours\nC1,A,cyber-security,course,6.5\n",
            "sessions.csv": sessions,
            "trainees.csv": "trainee_id,state\nT1,KWT\n",
            "participations.csv": "session_id,trainee_id,status,hours,post_score\nS1,T1,completed,5.5,80\n",
        ])
        let files = try LoadedDataset(folder: folder.path)
        let connection = try SparkConnection(
            try SparkAddress("sc://127.0.0.1:\(SailServer.shared.port)"), variables: [:])
        func makeParquet(_ name: String, _ columns: String) throws {
            let files = FileRelation("csv", options: [("header", "true")], path: "\(folder.path)/\(name).csv")
            try connection.run(.view(name, files))
            try connection.run(
                "CREATE TABLE typed_\(name) USING parquet LOCATION '\(folder.path)/\(name).parquet' AS "
                    + "SELECT \(columns) FROM \(name)")
            try FileManager.default.removeItem(atPath: "\(folder.path)/\(name).csv")
        }
        try makeParquet(
            "sessions",
            "session_id, course_id, cast(start_date AS date) AS start_date, cast(end_date AS date) AS end_date, status")
        try makeParquet(
            "participations",
            "session_id, trainee_id, status, cast(hours AS decimal(18,6)) AS hours, cast(post_score AS int) AS post_score"
        )
        let loaded = try LoadedDataset(source: try Self.source(folder.path), threads: 2)
        #expect(loaded.log.count(.error) == 0 && loaded.difference(from: files) == nil)
    }

    @Test func tablesAndViewsOfADatabase() throws {
        let folder = try TemporaryFolder(TinyDataset.files)
        let sail = try SailServer.shared
        let source = SparkSource(try SparkAddress("sc://127.0.0.1:\(sail.port)/office"))
        // Sail forgets tables with the session.
        let connection = try SparkConnection(source.address, variables: [:])
        try connection.run("CREATE DATABASE office")
        for name in TinyDataset.files.keys.sorted() where name.hasSuffix(".csv") {
            let table = String(name.dropLast(4))
            try connection.run(
                "CREATE TABLE office.\(table == "sessions" ? "Sessions" : table) USING csv OPTIONS (header 'true') "
                    + "LOCATION '\(folder.path)/\(name)'")
        }
        let settings = TinyDataset.files["dataset.json"] ?? "{}"
        try connection.run(
            "CREATE TABLE office.tadrib_documents AS SELECT 'dataset.json' AS name, \(SparkSQL.text(settings)) AS content"
        )
        let database = try SparkDatabase(of: source, over: connection)
        let contents = database.contents()
        #expect(try contents.settings?.content() == Array(settings.utf8))
        #expect(Set(contents.tables.keys) == Set(try CSVFolder(folder.path).contents().tables.keys))
        let sessions = try #require(database.tables[.sessions])
        #expect(sessions.name == "office!sessions")
        guard case .blocks = try sessions.open() else { return }
        let digest = try sessions.sha256()
        #expect(sessions.fingerprint == digest)
        try sessions.checkUnchanged()
        try folder.write((TinyDataset.files["sessions.csv"] ?? "").replacing("2019", with: "2018"), to: "sessions.csv")
        #expect(throws: ReadError.self) { try sessions.checkUnchanged() }
    }

    @Test func aDatabaseThatIsNotThere() throws {
        let sail = try SailServer.shared
        let source = SparkSource(try SparkAddress("sc://127.0.0.1:\(sail.port)/no.such"))
        let error = try #require(throws: ReadError.self) { try source.contents() }
        guard case .unreadable(_, let reason) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(reason.en.contains("no database 'no.such'"))
    }

    @Test func changesOfALakeAreFound() throws {
        let folder = try TemporaryFolder(TinyDataset.files)
        let contents = try Self.source(folder.path).contents()
        let table = try #require(contents.tables[.participations])
        try table.checkUnchanged()
        let (before, digest) = (table.fingerprint, try table.sha256())
        try folder.write((TinyDataset.files["participations.csv"] ?? "") + "\n", to: "participations.csv")
        #expect(throws: ReadError.self) { try table.checkUnchanged() }
        let changed = try #require(try Self.source(folder.path).contents().tables[.participations])
        #expect(changed.fingerprint != before)
        // The rows are the same.
        #expect(try changed.sha256() == digest)
    }

    /// What is behind a comma too many is shifted, and no row of it is taken.
    @Test func rowsWithTooManyFieldsAreErrors() throws {
        var files = TinyDataset.files
        files["sessions.csv", default: ""] +=
            "S9,C1,2019-01-01,2019-01-02,KWT,x,y,z,1,en,in-person,9,held,too,many,fields\n"
        let folder = try TemporaryFolder(files)
        #expect(throws: ReadError.self) { try LoadedDataset(source: try Self.source(folder.path)) }
    }

    /// The server goes away while records are read.
    @Test func answersThatAreCutOff() throws {
        let sail = try SailServer.shared
        let folder = packageFolder + "/Samples/regional-centre"
        var outcomes: Set<String> = []
        for limit in [100, 20_000, 60_000] {
            let proxy = try CuttingProxy(to: sail.port, limit: limit)
            let source = SparkSource(try SparkAddress("sc://127.0.0.1:\(proxy.port)/;lake=\(folder)"))
            do {
                let contents = try source.contents()
                _ = try contents.tables[.participations].map { try Self.readAll($0) }
                outcomes.insert("\(limit): read")
            } catch let error as ReadError {
                guard case .unavailable = error else { throw error }
                outcomes.insert("unavailable")
            }
        }
        #expect(outcomes == ["unavailable"])
    }

    private static func readAll(_ table: any TableInput) throws {
        guard case .blocks(let blocks) = try table.open() else { return }
        var bytes: [UInt8] = []
        var remarks: [CellRemark] = []
        while try blocks.nextBlock(into: &bytes, &remarks, size: 1 << 20) != nil {}
    }
}
