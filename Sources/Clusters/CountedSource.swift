import Records
import SparkConnect
import Stores
import Support
import Synchronization

/// A dataset whose participations stay where they are and are counted there; all other tables are handed over.
package struct CountedSource: RecordSource {
    private let source: SparkSource
    let database: SparkDatabase

    /// The dataset at a server; a session begins there.
    ///
    /// - Throws: `ReadError` where no server is reached, or it cannot say what it has.
    package init(_ source: SparkSource) throws(ReadError) {
        self.source = source
        database = try source.database()
    }

    /// The same dataset, if it is at a server that can count; else nil.
    package static func of(_ source: any RecordSource) throws(ReadError) -> CountedSource? {
        guard let source = source as? SparkSource else { return nil }
        return try CountedSource(source)
    }

    /// What is told of records that are counted where they are.
    private static let notice = BilingualText(
        en: "participations were counted at the server: of their rows it is known only how many have what error, and "
            + "certificates and ages are not checked; --hand-over checks each row",
        ar: "عُدّت المشاركات في الخادم: لا يُعرف من صفوفها إلا عدد ما فيه كل خطأ، ولم تُفحص الشهادات ولا "
            + "الأعمار؛ ويفحص --hand-over كل صف")

    package var path: String { source.path }
    package func path(of table: RecordTable) -> String { source.path(of: table) }

    /// The same tables; of participations only different texts of columns that the dataset declares are handed over.
    package func contents() throws(ReadError) -> SourceContents {
        var contents = database.contents()
        contents.notices += notices
        if let table = try table { contents.tables[.participations] = table }
        return contents
    }

    /// What is told of the dataset: nothing where it has no participations.
    var notices: [BilingualText] { database.tables[.participations] == nil ? [] : [Self.notice] }

    /// The participations; nil where the dataset has none.
    var table: CountedTable? {
        get throws(ReadError) {
            guard let table = database.tables[.participations] else { return nil }
            let queries = SparkQueries(source: source, database: database)
            return CountedTable(table, headings: table.columns) { (heading) throws(ReadError) in
                let column = "coalesce(cast(\(SparkSQL.name(heading)) AS string), '')"
                var texts: [String] = []
                let sql = "SELECT DISTINCT \(column) AS x FROM \(table.sqlName) ORDER BY x"
                try queries.forEachRow(of: sql, columns: 1) { row in
                    if !row[0].isEmpty { texts.append(row[0]) }
                }
                return texts
            }
        }
    }

    var queries: SparkQueries { SparkQueries(source: source, database: database) }
}

/// Queries in a session at a server.
struct SparkQueries: Sendable {
    let source: SparkSource
    let database: SparkDatabase
    /// Where queries are written down in place of being asked; nil where they are asked.
    var record: QueryRecord?

    /// Hands on each row of an answer with so many columns; what is null is empty.
    func forEachRow(
        of sql: String, columns: Int, _ body: ([String]) throws(ReadError) -> Void
    ) throws(ReadError) {
        if let record { return record.add(sql) }
        let answer = try source.asking { () throws(SparkError) in try database.connection.answer(to: sql) }
        while let batch = try source.asking({ () throws(SparkError) in try answer.next() }) {
            guard batch.columns.count == columns else {
                throw malformed("\(batch.columns.count) columns in place of \(columns)")
            }
            for row in 0..<batch.rows { try body(batch.row(row).map { $0 ?? "" }) }
        }
    }

    /// The only number of an answer.
    func count(_ sql: String) throws(ReadError) -> Int {
        if let record {
            record.add(sql)
            return 0
        }
        var count: Int?
        try forEachRow(of: sql, columns: 1) { (row) throws(ReadError) in count = try number(row[0]) }
        guard let count else { throw malformed("no number of rows") }
        return count
    }

    /// A whole number in an answer.
    func number(_ text: String) throws(ReadError) -> Int {
        guard let number = Int(text) else { throw malformed("'\(text)' is no whole number") }
        return number
    }

    /// The error of an answer that is not in the form that was asked for.
    func malformed(_ detail: String) -> ReadError { source.error(.malformed(detail)) }

    /// Runs a statement.
    func run(_ sql: String) throws(ReadError) {
        try source.asking { () throws(SparkError) in try database.connection.run(sql) }
    }
}

/// Queries that are made and not asked, in their order.
final class QueryRecord: Sendable {
    private let queries = Mutex<[String]>([])

    /// Adds a query.
    func add(_ sql: String) { queries.withLock { $0.append(sql) } }

    /// All queries so far.
    var all: [String] { queries.withLock { $0 } }
}
