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
    private let reader: any DatabaseReader
    private let started = Atomic(0)
    /// Keeps the files beside a SQLite database from going and coming with each part.
    private let anchor: Mutex<any DatabaseConnection>

    /// The rows of a query, whose last column has the number of the version, from 1 to `versions`.
    init(
        of query: String, headings: [String], versions: Int, in reader: any DatabaseReader,
        anchor: sending any DatabaseConnection
    ) {
        self.anchor = Mutex(anchor)
        self.query = query
        self.headings = headings
        self.versions = versions
        self.reader = reader
    }

    func next() throws(ReadError) -> sending CSVPart? {
        let number = started.wrappingAdd(1, ordering: .relaxed).oldValue
        let first = number * reader.rowsOfPart + 1
        guard number == 0 || first <= versions else { return nil }
        let connection = try reader.opened()
        let sql = "\(query) AND version BETWEEN \(first) AND \(first + reader.rowsOfPart - 1) ORDER BY version"
        let rows = try reader.reading { () throws(DatabaseError) in try connection.rows(of: sql, areNumbered: true) }
        return CSVPart(
            number: number,
            blocks: QueryCSV(
                rows, headings: headings, writesHeadings: number == 0, areNumbered: true, path: reader.path))
    }
}
