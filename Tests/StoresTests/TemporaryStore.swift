import Foundation
import Records
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Stores

/// Where the stores of tests are.
enum StoreKind: String, CustomTestStringConvertible {
    case sqlite, postgresql

    var testDescription: String { rawValue }

    /// Those for which there is what they need.
    static let all: [StoreKind] = PostgreSQLServer.isInstalled ? [.sqlite, .postgresql] : [.sqlite]
}

/// A store in a folder that is gone when the test is done with it, or in a schema of the tests' own server.
struct TemporaryStore {
    private let folder: TemporaryFolder
    /// The file of a SQLite database.
    var path: String { folder.path + "/training.db" }
    /// Where it is.
    let place: StorePlace

    /// A store that does not exist yet.
    init(_ kind: StoreKind = .sqlite) throws {
        folder = try TemporaryFolder()
        switch kind {
        case .sqlite: place = .sqlite(folder.path + "/training.db")
        case .postgresql:
            let name = "store \(UUID().uuidString)"
            place = try #require(StorePlace(try PostgreSQLServer.shared.get().address(), schema: name))
        }
    }

    /// A connection with which another program would write to it.
    func connection() throws -> any StoreWriter { try place.writer(wait: 0) }

    /// Imports a source.
    @discardableResult func take(
        _ source: some RecordSource, leavingOut rejected: [RecordTable: Set<Int>] = [:],
        at time: String = "2026-01-01T09:00:00Z"
    ) throws -> ImportOutcome {
        let entry = StoreImport.Entry(
            time: time, user: "tester", source: "test", tool: "tadrib", files: [])
        return try StoreImport(into: place).run(try source.contents(), leavingOut: rejected, as: entry)
    }

    /// Imports files given as texts.
    @discardableResult func take(
        files: [String: String], leavingOut rejected: [RecordTable: Set<Int>] = [:],
        at time: String = "2026-01-01T09:00:00Z"
    ) throws -> ImportOutcome {
        let files = try TemporaryFolder(files)
        return try withExtendedLifetime(files) { try take(CSVFolder(files.path), leavingOut: rejected, at: time) }
    }

    /// The dataset in it.
    func source(asOf moment: StoreMoment? = nil) -> DatabaseSource { DatabaseSource(place, asOf: moment) }

    /// The digests of its tables.
    func digests() throws -> [String: String] {
        var digests: [String: String] = [:]
        // Names have the database in front.
        for input in try source().contents().inputs {
            digests[String(input.name.split(separator: "!").last ?? "")] = try input.sha256()
        }
        return digests
    }

    /// The rows of its tables after an import, in any order.
    func rows(asOf number: Int) throws -> [String: [[String]]] {
        try Self.rows(of: source(asOf: .importNumber(number)))
    }

    /// The rows of the tables of a source, sorted.
    static func rows(of source: some RecordSource) throws -> [String: [[String]]] {
        let contents = try source.contents()
        let settings = try contents.datasetSettings()
        var tables: [String: [[String]]] = [:]
        for table in RecordTable.allCases {
            guard let rows = try RecordRows(of: table, in: contents, settings: settings) else { continue }
            var list: [[String]] = []
            _ = try rows.forEach { list.append($0.fields) }
            tables[table.rawValue] = list.sorted { $0.lexicographicallyPrecedes($1) }
        }
        return tables
    }
}
