import Records
import Support
import Synchronization

/// The rows of a table of a store in parts of as many versions each; each part has a connection of its own.
///
/// All parts see the same state, as the query asks for the versions that were current after an import.
final class StoreParts: CSVParts {
    private let query: String
    private let headings: [String]
    private let versions: Int
    private let path: String
    private let started = Atomic(0)
    /// Keeps the files beside the database from going and coming with each part.
    private let anchor: Mutex<SQLiteConnection>

    /// How many versions a part has: fewer, and opening connections takes time; more, and the last thread works alone.
    private static let size = 1 << 17

    /// The rows of a query, whose last column has the number of the version, from 1 to `versions`.
    init(
        of query: String, headings: [String], versions: Int, in path: String, anchor: sending SQLiteConnection
    ) {
        self.anchor = Mutex(anchor)
        self.query = query
        self.headings = headings
        self.versions = versions
        self.path = path
    }

    func next() throws(ReadError) -> sending CSVPart? {
        let number = started.wrappingAdd(1, ordering: .relaxed).oldValue
        let first = number * Self.size + 1
        guard number == 0 || first <= versions else { return nil }
        let source = SQLiteSource(path)
        let connection = try source.opened()
        let sql = "\(query) AND version BETWEEN \(first) AND \(first + Self.size - 1) ORDER BY version"
        let rows = try source.reading { () throws(SQLiteError) in try connection.prepare(sql) }
        return CSVPart(
            number: number,
            blocks: QueryCSV(
                rows, headings: headings, writesHeadings: number == 0, numberColumn: headings.count, path: path))
    }
}
