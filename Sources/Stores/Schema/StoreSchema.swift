import Records
import Support

/// The schema of stores, and how older ones become it.
enum StoreSchema {
    /// The version that this program writes.
    static let version = 1
    /// Marks a SQLite database as a store: `tdrb`.
    static let applicationID = 0x7464_7262

    /// What a database is.
    enum State: Equatable {
        /// Nothing is in it.
        case empty
        /// A store of a version.
        case store(version: Int)
        /// Something else.
        case other
    }

    /// Brings an empty database or an older store to the newest version, within a transaction of the caller.
    static func migrate(_ connection: any StoreWriter, from version: Int) throws(DatabaseError) {
        // Each version adds its step here; a store goes through all steps that it has not seen.
        if version < 1 { try create(connection) }
        try connection.mark(version: self.version)
    }

    /// Version 1.
    private static func create(_ connection: any StoreWriter) throws(DatabaseError) {
        try connection.run(
            """
            CREATE TABLE tadrib_store (key TEXT PRIMARY KEY, value TEXT NOT NULL);
            CREATE TABLE tadrib_imports (
              import INTEGER PRIMARY KEY,
              imported_at TEXT NOT NULL,
              imported_by TEXT NOT NULL,
              imported_from TEXT NOT NULL,
              tool TEXT NOT NULL
            );
            CREATE TABLE tadrib_import_files (
              import INTEGER NOT NULL REFERENCES tadrib_imports (import),
              file TEXT NOT NULL,
              sha256 TEXT NOT NULL
            );
            CREATE TABLE tadrib_import_tables (
              import INTEGER NOT NULL REFERENCES tadrib_imports (import),
              name TEXT NOT NULL,
              is_there INTEGER NOT NULL,
              rows INTEGER NOT NULL,
              rows_new INTEGER NOT NULL,
              rows_changed INTEGER NOT NULL,
              rows_gone INTEGER NOT NULL,
              rows_unchanged INTEGER NOT NULL,
              rows_rejected INTEGER NOT NULL,
              digest TEXT NOT NULL,
              PRIMARY KEY (import, name)
            );
            CREATE TABLE tadrib_import_columns (
              import INTEGER NOT NULL REFERENCES tadrib_imports (import),
              table_name TEXT NOT NULL,
              position INTEGER NOT NULL,
              name TEXT NOT NULL,
              PRIMARY KEY (import, table_name, position)
            );
            CREATE TABLE tadrib_documents (
              name TEXT NOT NULL,
              content TEXT NOT NULL,
              from_import INTEGER NOT NULL REFERENCES tadrib_imports (import),
              until_import INTEGER REFERENCES tadrib_imports (import)
            );
            INSERT INTO tadrib_store VALUES ('id', \(connection.dialect.newIdentifier));
            """)
        for table in RecordTable.allCases.map(StoreTable.init) {
            try connection.run(table.definition(in: connection.dialect))
            try connection.makeView(table.table.rawValue, as: table.viewQuery(own: []))
        }
    }
}
