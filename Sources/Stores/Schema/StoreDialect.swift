/// How a database writes what differs from others.
enum StoreDialect {
    case sqlite, postgresql

    /// The type of texts: compared by their bytes, whatever the language of a server is.
    var text: String { self == .sqlite ? "TEXT" : "TEXT COLLATE \"C\"" }

    /// What binds a column of versions to the log of imports; PostgreSQL would look it up for each row.
    var importReference: String { self == .sqlite ? " REFERENCES tadrib_imports (import)" : "" }

    /// A text that no other store has.
    var newIdentifier: String {
        self == .sqlite ? "lower(hex(randomblob(16)))" : "replace(gen_random_uuid()::text, '-', '')"
    }

    /// Columns that relations have without being asked, which no dataset can have.
    var ownColumns: [String] {
        self == .sqlite
            ? ["rowid", "oid", "_rowid_"] : ["tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"]
    }

    /// How many bytes the name of a column may have; PostgreSQL cuts longer ones off.
    var longestName: Int { self == .sqlite ? .max : 63 }

    /// Whether a field is a date, as far as its form goes.
    func isDate(_ name: String) -> String {
        self == .sqlite
            ? "\(name) GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"
            : "\(name) ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'"
    }

    /// Whether a field is a number, as far as its form goes.
    func isNumber(_ name: String) -> String {
        self == .sqlite
            ? "\(name) NOT GLOB '*[^-+.0-9%]*' AND \(name) <> ''"
            : "\(name) ~ '^[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)%?$'"
    }
}
