import Records
import SparkConnect
import Support
import Synchronization

/// A table at a server of Spark Connect.
package final class SparkTable: TableInput {
    /// Its name in SQL.
    package let sqlName: String
    /// Its columns, as the server names them.
    package let columns: [String]
    package let name: String
    package let shortName: String
    package let estimatedSize: Int
    private let table: RecordTable
    private let source: SparkSource
    private let connection: SparkConnection
    /// What tells the state of its files; nil of a table of a database.
    private let stamp: String?
    /// What was found when it was first read; nil until then.
    private let first = Mutex<String?>(nil)

    /// A table given by its name in SQL.
    init(
        _ table: RecordTable, named sqlName: String, stamp: String?, bytes: Int = 1 << 22, of source: SparkSource,
        _ connection: SparkConnection
    ) throws(ReadError) {
        columns = try source.asking { () throws(SparkError) in
            try connection.columns(of: .query("SELECT * FROM \(sqlName)"))
        }
        self.table = table
        self.sqlName = sqlName
        self.stamp = stamp
        self.source = source
        self.connection = connection
        name = "\(source.label)!\(table.rawValue)"
        shortName = table.rawValue
        estimatedSize = bytes
    }

    package var size: Int? { nil }

    /// Of files their names, sizes and times; of a table of a database what ``sha256()`` says, for it has nothing else that
    /// tells one state from another.
    package var fingerprint: String {
        if let stamp { return stamp }
        // What cannot be found out now is not taken for what it was; the error comes when it is read.
        do throws(ReadError) { return try noted() } catch { return "" }
    }

    /// A digest of the number of rows and of the sum of the hashes of all rows, whatever their order; counted at the server.
    package func sha256() throws(ReadError) -> String { try stamp == nil ? noted() : digest() }

    /// Throws where it is no longer what it was when it was first read.
    package func checkUnchanged() throws(ReadError) {
        let isSame: Bool
        if let stamp, let lake = source.address.lake {
            isSame = try SparkLake.stamp(of: table, in: lake, of: source, connection) == stamp
        } else {
            guard let known = first.withLock({ $0 }) else { return }
            isSame = try digest() == known
        }
        guard isSame else {
            throw .failedMidway(
                path: "\(source.path)!\(table.rawValue)",
                reason: .init(
                    en: "it was changed while it was read; run again when it is at rest",
                    ar: "تغير وهو يُقرأ؛ أعد التشغيل حين يستقر"))
        }
    }

    package func open() throws(ReadError) -> sending TableContent {
        try beginReading()
        let list = columns.map(SparkSQL.column).joined(separator: ", ")
        let answer = try source.asking { () throws(SparkError) in
            try connection.answer(to: "SELECT \(list) FROM \(sqlName)")
        }
        // A mark of the byte order before the first heading is no part of it.
        let headings = columns.map { $0.hasPrefix("\u{FEFF}") ? String($0.dropFirst()) : $0 }
        return .blocks(SparkCSV(answer, headings: headings, of: source))
    }

    /// Takes note of its state, so that a change while it is read or counted is found by ``checkUnchanged()``.
    package func beginReading() throws(ReadError) {
        if stamp == nil { _ = try noted() }
    }

    private func noted() throws(ReadError) -> String {
        if let known = first.withLock({ $0 }) { return known }
        let digest = try digest()
        return first.withLock { known in
            known = known ?? digest
            return known ?? digest
        }
    }

    private func digest() throws(ReadError) -> String {
        let fields = columns.map { "coalesce(\(SparkSQL.column($0)), '')" }.joined(separator: ", ")
        let sql =
            "SELECT cast(count(*) as string) n, cast(sum(cast(xxhash64(concat_ws(\(SparkSQL.text("\u{1F}")), \(fields))) "
            + "as decimal(20, 0))) as string) hashes FROM \(sqlName)"
        let row = try source.asking { () throws(SparkError) in try connection.rows(of: sql) }.first ?? []
        let texts = columns + row.map { $0 ?? "" }
        return SHA256.hexadecimal(of: Array(texts.joined(separator: "\u{1F}").utf8))
    }
}
