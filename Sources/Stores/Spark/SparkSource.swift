import Records
import SparkConnect
import Support

/// A dataset at a server of Spark Connect: tables and views of a database, or files of a lake.
///
/// Its records are handed over, and so checked like those of any other source.
package struct SparkSource: RecordSource {
    /// Where it is.
    package let address: SparkAddress

    /// The dataset at an address; nothing is asked yet.
    package init(_ address: SparkAddress) { self.address = address }

    /// The address, which holds no secrets.
    package var path: String { address.text }

    /// What messages call a table that is missing.
    package func path(of table: RecordTable) -> String { "\(path)!\(table.rawValue)" }

    /// The settings and tables, each read through the same session.
    ///
    /// - Throws: `ReadError` where no server is reached, or it cannot say what it has.
    package func contents() throws(ReadError) -> SourceContents { try database().contents() }

    /// The session with the tables of the dataset, for queries over them.
    package func database() throws(ReadError) -> SparkDatabase {
        let connection = try asking { () throws(SparkError) in try SparkConnection(address) }
        return try SparkDatabase(of: self, over: connection)
    }

    /// What names of tables begin with.
    var label: String {
        if let lake = address.lake { return FilePath.parts(of: lake).name }
        return address.database.last ?? "spark"
    }

    /// Asks the server, and says of an error where it was.
    package func asking<Result>(_ work: () throws(SparkError) -> sending Result) throws(ReadError) -> sending Result {
        do throws(SparkError) { return try work() } catch { throw self.error(error) }
    }

    /// The error of the server as one of reading.
    package func error(_ error: SparkError) -> ReadError {
        switch error.kind {
        case .address, .missing: .unreadable(path: path, reason: error.reason)
        case .denied: .refused(path: path, reason: error.reason)
        case .unavailable, .refused, .malformed: .unavailable(path: path, reason: error.reason)
        }
    }
}
