import Records
import Support
import Synchronization

/// A PostgreSQL database as it was at one moment: all connections see the same, whatever others write.
final class PostgreSQLSnapshot: DatabaseReader, DatabaseWatch {
    let path: String
    let name: String
    private let address: PostgreSQLAddress
    /// The name under which the server gives the snapshot to other connections.
    private let identifier: String
    /// Which transactions it sees, and from when on the server counts them.
    private let transactions: (visible: String, since: String)
    /// As long as it is in its transaction, the snapshot can be taken over.
    private let holder: Mutex<PostgreSQLConnection>

    /// Takes a snapshot of the database at an address.
    init(of address: PostgreSQLAddress) throws(ReadError) {
        self.address = address
        path = address.shown
        do throws(DatabaseError) {
            let connection = try PostgreSQLConnection(address)
            try connection.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            let isThere = try connection.number(
                "SELECT count(*) FROM pg_namespace WHERE nspname = $1", [connection.schema])
            guard isThere == 1 else { throw Self.noSchema(connection.schema, address) }
            identifier = try connection.texts("SELECT pg_export_snapshot()").first ?? ""
            transactions = (
                try connection.texts("SELECT pg_current_snapshot()").first ?? "",
                try connection.texts(
                    "SELECT concat_ws(' ', extract(epoch FROM pg_postmaster_start_time()), d.oid) "
                        + "FROM pg_database d WHERE datname = current_database()"
                ).first ?? ""
            )
            name = "\(connection.database).\(connection.schema)"
            holder = Mutex(connection)
        } catch {
            throw error.ofReading(address.shown)
        }
    }

    var isFixed: Bool { true }
    var snapshot: String? { "snapshot \(transactions.visible)" }
    // A connection is a process of the server: fewer of them than of a file.
    var rowsOfPart: Int { 1 << 19 }

    func opened() throws(ReadError) -> sending any DatabaseConnection {
        try reading { () throws(DatabaseError) in
            let connection = try PostgreSQLConnection(address)
            try connection.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            try connection.run("SET TRANSACTION SNAPSHOT '\(identifier)'")
            // Rows in the order of the table.
            try connection.run("SET LOCAL max_parallel_workers_per_gather = 0")
            return connection
        }
    }

    func watch() throws(ReadError) -> any DatabaseWatch { self }

    func isUnchanged() throws(DatabaseError) -> Bool { true }

    /// Any change of the server takes the number of a transaction, which shows in the next snapshot.
    ///
    /// Of rows that come from
    /// elsewhere nothing is known, so that they count as changed each time.
    func fingerprint(of relation: ForeignRelation) -> String {
        "\(transactions.since) \(transactions.visible)"
            + (relation.isLocal ? "" : " \(ContinuousClock.now)")
    }

    private static func noSchema(_ schema: String, _ address: PostgreSQLAddress) -> DatabaseError {
        // As a shell takes it.
        func word(_ text: String) -> String {
            text.contains { !$0.isASCII || !$0.isLetter && !$0.isNumber && !"_-.:/@%".contains($0) }
                ? "'" + text.replacing("'", with: "'\\''") + "'" : text
        }
        let command = "tadrib import DATASET --into \(word(address.shown)) --schema \(word(schema))"
        return DatabaseError(
            .missing, "no schema \(schema)",
            .init(
                en: "the database has no schema '\(schema)'; \(command) makes it",
                ar: "ليس في قاعدة البيانات مخطط «\(schema.isolated)»؛ ينشئه \(command)"))
    }
}
