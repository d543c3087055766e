import Records
import Support

/// Opens connections to one database, for reading.
protocol DatabaseReader: Sendable {
    /// What messages call the database.
    var path: String { get }
    /// What its tables are named after: `training.db`.
    var name: String { get }
    /// Whether all connections see one state, whatever others write.
    var isFixed: Bool { get }
    /// Which state that is, as manifests say it; nil if the database does not say it.
    var snapshot: String? { get }
    /// How many versions of rows a thread reads at a time.
    var rowsOfPart: Int { get }
    /// A connection of its own.
    func opened() throws(ReadError) -> sending any DatabaseConnection
    /// Begins to watch whether others change it.
    func watch() throws(ReadError) -> any DatabaseWatch
}

/// Sees whether others change a database from now on.
protocol DatabaseWatch: Sendable {
    /// Tells states of a relation apart between two runs.
    func fingerprint(of relation: ForeignRelation) -> String
    /// Whether nobody has changed it.
    func isUnchanged() throws(DatabaseError) -> Bool
}

extension DatabaseReader {
    /// Runs work on the database, and says of an error where it was.
    func reading<Result>(_ work: () throws(DatabaseError) -> Result) throws(ReadError) -> Result {
        do throws(DatabaseError) { return try work() } catch { throw error.ofReading(path) }
    }
}
