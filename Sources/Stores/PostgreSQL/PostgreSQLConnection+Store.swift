/// A schema of a PostgreSQL database as a store.
extension PostgreSQLConnection: StoreWriter {
    var dialect: StoreDialect { .postgresql }

    func storeState() throws(DatabaseError) -> StoreSchema.State {
        let relations = try texts(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f') "
                + "AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = $1)", [schema])
        guard relations.contains("tadrib_store") else { return relations.isEmpty ? .empty : .other }
        let version = try number("SELECT value FROM tadrib_store WHERE key = 'version'")
        return version > 0 ? .store(version: version) : .other
    }

    func mark(version: Int) throws(DatabaseError) {
        try run(
            "INSERT INTO tadrib_store VALUES ('version', '\(version)') "
                + "ON CONFLICT (key) DO UPDATE SET value = excluded.value")
    }

    func prepareImport(intoStore isStore: Bool) throws(DatabaseError) {
        let encoding = try texts("SELECT current_setting('server_encoding')").first ?? ""
        guard encoding == "UTF8" else {
            throw DatabaseError(
                .unwritable, encoding,
                .init(
                    en: "the database keeps its texts in \(encoding); make one in UTF-8: "
                        + "createdb -E UTF8 -T template0 NAME",
                    ar: "نصوص قاعدة البيانات بترميز \(encoding.isolated)؛ أنشئ واحدة بترميز UTF-8: "
                        + "createdb -E UTF8 -T template0 NAME"))
        }
    }

    func transaction<Result>(_ work: () throws -> Result) throws -> Result {
        // Each statement sees what the import has left that this one has waited for.
        try run("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
        do {
            try run("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", ["tadrib import into " + schema])
            if try number("SELECT count(*) FROM pg_namespace WHERE nspname = $1", [schema]) == 0 {
                try run("CREATE SCHEMA \(StoreTable.quoted(schema))")
            }
            let result = try work()
            try commit()
            return result
        } catch {
            rollBack()
            throw error
        }
    }

    func makeView(_ name: String, as query: String) throws(DatabaseError) {
        // The rights to the view stay, as it is not dropped.
        try run("CREATE OR REPLACE VIEW \(name) AS \(query)", [])
    }

    func changes(of comparison: RowComparison) throws(DatabaseError) -> any RowChanges {
        comparison.current > 0
            ? try PostgreSQLRowChanges(comparison, in: self) : try PostgreSQLFirstRows(comparison, in: self)
    }

    /// Counts what is in a table for the planner of the server, which takes ways that are twice as long until it knows.
    func analyze(_ schema: StoreTable) throws(DatabaseError) { try run("ANALYZE \(schema.versions)") }

    func tidy() {}

    /// The tables and views, whose columns become texts as the record files have them.
    func relations() throws(DatabaseError) -> [ForeignRelation] {
        var names: [(name: String, isLocal: Bool)] = []
        try forEach(
            // Names in small letters last: they are those of the data contract.
            "SELECT relname, CASE WHEN relkind IN ('r', 'm') AND NOT relhassubclass THEN 1 ELSE 0 END FROM pg_class "
                + "WHERE relkind IN ('r', 'p', 'v', 'm', 'f') "
                + "AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = $1) "
                + "ORDER BY relname = lower(relname), relname", [schema]
        ) { names.append(($0.text(0) ?? "", $0.number(1) == 1)) }
        var relations: [ForeignRelation] = []
        for (name, isLocal) in names {
            var (columns, fields): ([String], [String]) = ([], [])
            try forEach(
                // Of a domain what it is made of.
                "SELECT attname, (WITH RECURSIVE base AS (SELECT oid, typtype, typbasetype FROM pg_type "
                    + "WHERE oid = atttypid UNION ALL SELECT t.oid, t.typtype, t.typbasetype FROM pg_type t JOIN base b "
                    + "ON b.typtype = 'd' AND t.oid = b.typbasetype) SELECT format_type(oid, NULL) FROM base "
                    + "WHERE typtype <> 'd') FROM pg_attribute WHERE attrelid = to_regclass(quote_ident($1)) "
                    + "AND attnum > 0 AND NOT attisdropped ORDER BY attnum", [name]
            ) { row in
                let column = row.text(0) ?? ""
                columns.append(column)
                fields.append(Self.text(of: StoreTable.quoted(column), type: row.text(1) ?? ""))
            }
            let query = "SELECT \(fields.joined(separator: ", ")) FROM \(StoreTable.quoted(name))"
            relations.append(ForeignRelation(name: name, query: query, columns: columns, isLocal: isLocal))
        }
        return relations
    }

    /// The keys and indexes, and whether the current rows are as many as the log of imports says.
    func integrityProblems() throws(DatabaseError) -> [String] {
        var problems = try texts(
            "SELECT 'index ' || indexrelid::regclass || ' is not valid' FROM pg_index JOIN pg_class c ON c.oid = indrelid "
                + "WHERE NOT indisvalid AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = $1)", [schema])
        guard case .store = try storeState() else { return problems }
        var expected: [(table: String, rows: Int)] = []
        try forEach(
            "SELECT name, rows FROM tadrib_import_tables t "
                + "WHERE import = (SELECT max(import) FROM tadrib_import_tables WHERE name = t.name)", []
        ) { expected.append(($0.text(0) ?? "", $0.number(1))) }
        for (table, rows) in expected {
            let found = try number(
                "SELECT count(*) FROM \(StoreTable.quoted(table + "_versions")) WHERE \(StoreTable.isCurrent)")
            if found != rows { problems.append("\(table) has \(found) rows, and the log of imports says \(rows)") }
        }
        return problems
    }

    /// A column as text, written as record files have it: dates without a time, numbers without exponents and without
    /// zeros at their end.
    private static func text(of column: String, type: String) -> String {
        switch type {
        case "numeric": "trim_scale(\(column))::text"
        case "real", "double precision": "trim_scale(\(column)::text::numeric)::text"
        case "timestamp without time zone", "timestamp with time zone":
            "CASE WHEN \(column)::time = '00:00' THEN \(column)::date::text ELSE \(column)::text END"
        default: "\(column)::text"
        }
    }

    private func commit() throws(DatabaseError) {
        do throws(DatabaseError) {
            try run("COMMIT")
        } catch {
            guard error.kind == .unavailable else { throw error }
            throw DatabaseError(
                .unavailable, error.detail,
                .init(
                    en:
                        "the connection was lost at the very end (\(error.detail)): tadrib history says whether the import "
                        + "was kept; the same import again does no harm",
                    ar: "انقطع الاتصال في آخر لحظة (\(error.detail.isolated)): يبين tadrib history هل حُفظ الاستيراد؛ "
                        + "ولا ضرر من إعادة الاستيراد نفسه"))
        }
    }

    private func rollBack() {
        do throws(DatabaseError) {
            try run("ROLLBACK")
        } catch {
            // The first error is the one to be told; a server without a connection rolls back by itself.
        }
    }
}
