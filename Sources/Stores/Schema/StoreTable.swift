import Records
import Support

/// A table of the data contract as a store keeps it: all versions of its rows, and a view of those that are current.
struct StoreTable {
    /// The table.
    let table: RecordTable

    /// The relation with all versions.
    var versions: String { table.rawValue + "_versions" }

    /// The columns that the relation has for itself, which no dataset can have.
    static let reserved = ["version", "row_digest", "from_import", "until_import"]

    /// The columns of the contract.
    var fields: [TableField] { table.fields }

    /// Versions that nothing has replaced.
    static let isCurrent = "until_import IS NULL"

    /// Versions that were current after an import.
    static func wasCurrent(after number: Int) -> String {
        "from_import <= \(number) AND (until_import IS NULL OR until_import > \(number))"
    }

    /// Makes the relation.
    func definition(in dialect: StoreDialect) -> String {
        var columns = ["version INTEGER PRIMARY KEY"]
        columns += fields.map { field in
            "\(Self.quoted(field.name)) \(dialect.text)\(field.isFilledInEveryRow ? " NOT NULL" : "")"
                + Self.check(of: field, dialect)
        }
        if table.keyColumns == nil { columns.append("row_digest \(dialect.text) NOT NULL") }
        columns.append("from_import INTEGER NOT NULL\(dialect.importReference)")
        columns.append("until_import INTEGER\(dialect.importReference) CHECK (until_import > from_import)")
        return "CREATE TABLE \(versions) (\n  \(columns.joined(separator: ",\n  "))\n)"
    }

    /// Makes the index by which rows are found, and those by which others refer to them.
    ///
    /// They are made after the first rows: a sorted build takes a fraction of the time that single insertions take.
    var indexes: [String] {
        var indexes = [
            table.keyColumns == nil
                ? "CREATE INDEX IF NOT EXISTS \(versions)_digest ON \(versions) (row_digest) WHERE \(Self.isCurrent)"
                : "CREATE UNIQUE INDEX IF NOT EXISTS \(versions)_key ON \(versions) "
                    + "(\(keyExpressions.joined(separator: ", "))) WHERE \(Self.isCurrent)"
        ]
        let references = fields.filter { if case .reference = $0.content { true } else { false } }
        for field in references where field.name != table.keyColumns?.first {
            indexes.append(
                "CREATE INDEX IF NOT EXISTS \(versions)_\(field.name) ON \(versions) (\(Self.quoted(field.name))) "
                    + "WHERE \(Self.isCurrent)")
        }
        return indexes
    }

    /// Finds the current versions of a row, in SQLite: by its key, or by the digest of its fields.
    func search(_ columns: [String]) -> String {
        let condition =
            table.keyColumns == nil ? "row_digest = ?" : keyExpressions.map { "\($0) = ?" }.joined(separator: " AND ")
        return "SELECT \((["version"] + columns.map(Self.quoted)).joined(separator: ", ")) FROM \(versions) "
            + "WHERE \(condition) AND \(Self.isCurrent)"
    }

    /// The query for the view of the current rows, for other programs: numbers as numbers, all else as text, and last the
    /// columns that datasets declared themselves.
    func viewQuery(own: [String]) -> String {
        let columns = fields.map { field in
            let name = Self.quoted(field.name)
            guard case .number = field.content else { return name }
            // Targets alone may be written in per cent.
            guard table == .targets else { return "CAST(\(name) AS NUMERIC) AS \(name)" }
            let number = "CAST(rtrim(\(name), '%') AS NUMERIC)"
            return "CASE WHEN \(name) LIKE '%!%' ESCAPE '!' THEN \(number) / 100.0 ELSE \(number) END AS \(name)"
        }
        return "SELECT \((columns + own.map(Self.quoted)).joined(separator: ", ")) "
            + "FROM \(versions) WHERE \(Self.isCurrent)"
    }

    /// A name as SQL takes it, whatever its bytes: to SQL a quote is one, also where a mark follows that joins it.
    static func quoted(_ name: String) -> String {
        var bytes: [UInt8] = [UInt8(ascii: "\"")]
        for byte in name.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        return String(decoding: bytes + [UInt8(ascii: "\"")], as: UTF8.self)
    }

    /// The key's columns; one that may be empty counts as the empty text, because NULL equals nothing.
    var keyExpressions: [String] {
        (table.keyColumns ?? []).map { name in
            let isFilled = fields.first { $0.name == name }?.isFilledInEveryRow == true
            return isFilled ? Self.quoted(name) : "coalesce(\(Self.quoted(name)), '')"
        }
    }

    /// What a column's fields must be.
    private static func check(of field: TableField, _ dialect: StoreDialect) -> String {
        let name = quoted(field.name)
        return switch field.content {
        case .code(let codes):
            " CHECK (\(name) IN (\(codes.map { "'\($0.code)'" }.joined(separator: ", "))))"
        case .date: " CHECK (\(dialect.isDate(name)))"
        case .number: " CHECK (\(dialect.isNumber(name)))"
        case .identifier, .reference, .text, .state, .topic: ""
        }
    }
}
