import Records
import Support

/// Takes the rows of one table into a store, as differences from those that are there.
struct TableImport {
    private let schema: StoreTable
    private let rows: RecordRows?
    private let number: Int
    private let connection: any StoreWriter
    private let path: String
    /// All columns of the relation: those of the contract, then those of datasets.
    private let columns: [String]
    /// For each column where the source has it; nil if it does not.
    private let positions: [Int?]
    /// For each column of a closed list of codes how they are found by their names.
    private let codes: [Int: (index: NameIndex, codes: [String])]

    /// An import of rows; without rows, the source does not have the table.
    init(
        _ table: RecordTable, _ rows: RecordRows?, number: Int, in connection: any StoreWriter, of path: String
    ) throws {
        schema = StoreTable(table: table)
        self.rows = rows
        self.number = number
        self.connection = connection
        self.path = path
        let names = schema.fields.map(\.name)
        let own = try Self.own(schema, rows, connection, path)
        columns = names + own
        positions = columns.enumerated().map { index, name in
            guard let rows else { return nil }
            return index < names.count
                ? rows.columns.firstIndex(of: index)
                : rows.ownFields.first { ByteKey($0.value.name) == ByteKey(name) }?.key
        }
        var codes: [Int: (index: NameIndex, codes: [String])] = [:]
        for (index, field) in schema.fields.enumerated() {
            guard case .code(let list) = field.content else { continue }
            codes[index] = (NameIndex(list.map { ($0.code, $0.spellings) }), list.map(\.code))
        }
        self.codes = codes
    }

    /// Takes the rows over and writes what has become of them into the log.
    func run(
        leavingOut rejected: Set<Int>
    ) throws -> (rows: ImportOutcome.Rows, hasChanges: Bool, isTold: Bool) {
        let before = try connection.number("SELECT count(*) FROM \(schema.versions) WHERE \(StoreTable.isCurrent)")
        let former = try formerState()
        let changes = try connection.changes(
            of: RowComparison(
                schema: schema, columns: columns, number: number, current: before, digest: former.digest))
        var failure: DatabaseError?
        _ = try rows?.forEach { row in
            guard failure == nil else { return }
            guard !rejected.contains(row.number) else {
                changes.rows.rejected += 1
                return
            }
            do throws(DatabaseError) { try changes.take(values(of: row)) } catch { failure = error }
        }
        if let failure { throw explained(failure, after: changes.rows.all) }
        let isThere = rows != nil
        let headings = positions.indices.filter { positions[$0] != nil }
            .sorted { (positions[$0] ?? 0) < (positions[$1] ?? 0) }.map { columns[$0] }
        var digest: ChangeDigest
        do throws(DatabaseError) {
            digest = try changes.close()
            for index in schema.indexes { try connection.run(index) }
        } catch {
            throw explained(error, after: changes.rows.all)
        }
        let isAlike = former.isThere == isThere && former.columns == headings
        let hasChanges = changes.rows.hasChanges || !isAlike
        let text = hasChanges ? digest.text(adding: headings, isThere: isThere) : former.digest
        guard isThere || former.isThere else { return (changes.rows, false, false) }
        try log(changes.rows, headings, isThere: isThere, digest: text)
        return (changes.rows, hasChanges, true)
    }

    /// Writes into the log what has become of the rows, and which columns the source has.
    private func log(
        _ rows: ImportOutcome.Rows, _ headings: [String], isThere: Bool, digest: String
    ) throws(DatabaseError) {
        let numbers = [rows.all, rows.new, rows.changed, rows.gone, rows.unchanged, rows.rejected]
        try connection.run(
            "INSERT INTO tadrib_import_tables VALUES (\(number), $1, \(isThere ? 1 : 0), "
                + numbers.map(String.init).joined(separator: ", ") + ", $2)",
            [schema.table.rawValue, digest])
        for (position, heading) in headings.enumerated() {
            try connection.run(
                "INSERT INTO tadrib_import_columns VALUES (\(number), $1, \(position), $2)",
                [schema.table.rawValue, heading])
        }
    }

    /// The fields of a row in the order of the relation; codes as codes, whatever name stands for them.
    private func values(of row: RecordRows.Row) -> [String] {
        positions.enumerated().map { index, position in
            guard let position, row.fields.indices.contains(position) else { return "" }
            let text = row.fields[position]
            guard let list = codes[index], !text.isEmpty else { return text }
            return list.index(text).map { list.codes[$0] } ?? text
        }
    }

    /// What the import before left of the table.
    private func formerState() throws(DatabaseError) -> (isThere: Bool, columns: [String], digest: String) {
        let name = schema.table.rawValue
        var former: (number: Int, isThere: Bool, digest: String)?
        try connection.forEach(
            "SELECT import, is_there, digest FROM tadrib_import_tables WHERE name = $1 ORDER BY import DESC LIMIT 1",
            [name]
        ) { former = ($0.number(0), $0.number(1) == 1, $0.text(2) ?? "") }
        guard let former else { return (false, [], "") }
        let columns = try connection.texts(
            "SELECT name FROM tadrib_import_columns WHERE import = \(former.number) AND table_name = $1 "
                + "ORDER BY position", [name])
        return (former.isThere, columns, former.digest)
    }

    /// An error with the table and about where in it.
    private func explained(_ error: DatabaseError, after row: Int) -> StoreError {
        guard error.kind == .constraint else { return StoreError(error, path: path) }
        return StoreError(
            .records, path: path,
            .init(
                en: "a row of \(schema.table.rawValue) does not fit, about row \(row + 1): \(error.detail)",
                ar:
                    "صف من \(schema.table.rawValue.isolated) لا يلائم الجدول، قرب الصف \(row + 1): \(error.detail.isolated)"
            ))
    }

    /// The columns of datasets in the relation, those of this source added.
    private static func own(
        _ schema: StoreTable, _ rows: RecordRows?, _ connection: any StoreWriter, _ path: String
    ) throws -> [String] {
        let known = schema.fields.map(\.name)
        let reserved = StoreTable.reserved + connection.dialect.ownColumns
        let passed = Set((known + reserved).map(ByteKey.init))
        var own = try connection.columns(of: schema.versions).filter { !passed.contains(ByteKey($0)) }
        let there = Set(own.map(ByteKey.init))
        let wanted = (rows?.ownFields ?? [:]).sorted { $0.key < $1.key }.map(\.value.name)
        let added = wanted.filter { !there.contains(ByteKey($0)) }
        for name in added {
            let folded = Self.folded(name)
            guard !reserved.contains(where: { Self.folded($0) == folded }) else {
                throw StoreError(
                    .records, path: path,
                    .init(
                        en:
                            "the store itself has a column '\(name)'; give the one of \(schema.table.rawValue) another name",
                        ar: "في المخزن نفسه عمود «\(name.isolated)»؛ سمّ عمود \(schema.table.rawValue.isolated) باسم آخر"
                    ))
            }
            if let other = (known + own).first(where: { Self.folded($0) == folded }) {
                throw StoreError(
                    .records, path: path,
                    .init(
                        en:
                            "the columns '\(name)' and '\(other)' of \(schema.table.rawValue) are one name in a database; "
                            + "rename one of them",
                        ar:
                            "العمودان «\(name.isolated)» و«\(other.isolated)» من \(schema.table.rawValue.isolated) اسم واحد "
                            + "في قاعدة البيانات؛ غيّر أحدهما"))
            }
            guard name.utf8.count <= connection.dialect.longestName else {
                throw StoreError(
                    .records, path: path,
                    .init(
                        en: "the column '\(name)' of \(schema.table.rawValue) has a name of more than "
                            + "\(connection.dialect.longestName) bytes; give it a shorter one",
                        ar: "اسم العمود «\(name.isolated)» من \(schema.table.rawValue.isolated) أطول من "
                            + "\(connection.dialect.longestName) بايت؛ سمّه باسم أقصر"))
            }
            // One statement, whatever the name is.
            try connection.run(
                "ALTER TABLE \(schema.versions) ADD COLUMN \(StoreTable.quoted(name)) \(connection.dialect.text)", [])
            own.append(name)
        }
        if !added.isEmpty { try connection.makeView(schema.table.rawValue, as: schema.viewQuery(own: own)) }
        return own
    }

    /// A name as databases tell columns apart: small and large letters are one, of ASCII alone.
    private static func folded(_ name: String) -> [UInt8] {
        name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
}
