import Aggregation
import Records
import TestSupport
import Testing
import TrainingStats

@testable import Reporting

/// A way to read a dataset; none may change what comes out.
struct ReadingPath: CustomTestStringConvertible, Sendable {
    let threads: Int
    let chunkSize: Int
    let readsPlainRows: Bool
    /// The folder with prepared records; nil for none.
    var cache: String?
    var program = "test"

    var testDescription: String {
        "\(threads) threads, chunks of \(chunkSize), plain rows \(readsPlainRows), prepared \(cache != nil)"
    }

    /// The usual way, with prepared records.
    static func prepared(in cache: TemporaryFolder, program: String = "test", threads: Int = 2) -> ReadingPath {
        ReadingPath(threads: threads, chunkSize: 4_096, readsPlainRows: true, cache: cache.path, program: program)
    }
}

/// Everything that a reading gives, as text.
enum ReadingAccount {
    static func text(of folder: String, by path: ReadingPath, _ request: SummaryRequest) throws -> String {
        try read(folder, by: path, request).text
    }

    /// The text, and whether the records came from prepared ones.
    static func read(
        _ folder: String, by path: ReadingPath, _ request: SummaryRequest, kept: Int = 3
    ) throws -> (text: String, isPrepared: Bool) {
        var options = ReadOptions()
        options.dimensions = Catalogue.builtIn.dimensions.map(\.id)
        options.threads = path.threads
        options.chunkSize = path.chunkSize
        options.readsPlainRows = path.readsPlainRows
        options.prepared = path.cache.map { PreparedFolder($0, program: path.program, leastSize: 0) }
        let reader = try DatasetReader(folder: folder, options: options, log: FindingLog(keptPerGroup: kept))
        let dataset = try reader.readTables()
        let summary = try reader.readParticipations(
            into: SummaryBuilder(request, on: dataset, catalogue: Catalogue(of: dataset.settings))
        )
        .finish()
        reader.finish(today: request.today)
        let findings = reader.log.findings.map { "\($0.file):\($0.line): \($0.code.rawValue): \($0.message)" }
        let grouped = reader.log.grouped.shown.map {
            "\($0.finding.place) \($0.finding.code.rawValue) \($0.finding.column) \($0.finding.value) \($0.count)"
        }
        let rest = reader.log.grouped.rest.map { "\($0.file) \($0.code.rawValue) \($0.count) more" }
        let counts = reader.log.countsByCode.map { "\($0.code.rawValue) \($0.count)" }
        let tallies = reader.tallies.map { "\($0.file) \($0.rows) \($0.rejected) \($0.emptyLines)" }
        let table = TableBuilder(
            summary,
            on: DatasetDescription(dataset, today: .day("2019-12-31"), catalogue: Catalogue(of: dataset.settings)), .en,
            showsBounds: false
        ).data
        let rows = table.rows.map { row in row.cells.map { "\($0)" }.joined(separator: " ") }
        let lines = tallies + counts + findings + grouped + rest + rows
        return (lines.joined(separator: "\n"), reader.isPrepared)
    }
}
