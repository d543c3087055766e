import Records
import Support

/// A database of another program: its tables and views that are named as those of the data contract.
struct ForeignDatabase {
    private let reader: any DatabaseReader

    /// A database.
    init(_ reader: any DatabaseReader) { self.reader = reader }

    /// The tables; such a database states no settings.
    func contents() throws(ReadError) -> SourceContents {
        var contents = SourceContents(tables: [:])
        let watch = try reader.watch()
        let connection = try reader.opened()
        for relation in try reader.reading({ () throws(DatabaseError) in try connection.relations() }) {
            guard let table = RecordTable(rawValue: relation.name.lowercased()) else { continue }
            contents.tables[table] = ForeignTable(table, relation, in: reader, watch: watch)
        }
        return contents
    }
}

/// A table or view of a database of another program.
struct ForeignTable: TableInput {
    private let table: RecordTable
    private let relation: ForeignRelation
    private let reader: any DatabaseReader
    private let watch: any DatabaseWatch

    /// A table given by what has its rows.
    init(_ table: RecordTable, _ relation: ForeignRelation, in reader: any DatabaseReader, watch: any DatabaseWatch) {
        self.table = table
        self.relation = relation
        self.reader = reader
        self.watch = watch
    }

    var name: String { "\(reader.name)!\(table.rawValue)" }
    var shortName: String { table.rawValue }
    var snapshot: String? { reader.snapshot }
    var fingerprint: String { watch.fingerprint(of: relation) }
    var size: Int? { nil }
    // To count the rows of a view may take as long as to read them.
    var estimatedSize: Int { 1 << 22 }

    func sha256() throws(ReadError) -> String {
        let rows = try query()
        var bytes: [UInt8] = []
        var remarks: [CellRemark] = []
        var digest = ""
        while try rows.nextBlock(into: &bytes, &remarks, size: 1 << 20) != nil {
            digest = SHA256.hexadecimal(of: Array(digest.utf8) + bytes)
            bytes.removeAll(keepingCapacity: true)
        }
        return digest
    }

    func checkUnchanged() throws(ReadError) {
        guard try reader.reading({ () throws(DatabaseError) in try watch.isUnchanged() }) else {
            throw .failedMidway(
                path: reader.path,
                reason: .init(
                    en: "it was changed while it was read; run again when it is at rest",
                    ar: "تغيرت وهي تُقرأ؛ أعد التشغيل حين تستقر"))
        }
    }

    func open() throws(ReadError) -> sending TableContent { .blocks(try query()) }

    private func query() throws(ReadError) -> sending QueryCSV {
        let connection = try reader.opened()
        let rows = try reader.reading { () throws(DatabaseError) in
            try connection.rows(of: relation.query, areNumbered: false)
        }
        return QueryCSV(rows, headings: relation.columns, path: reader.path)
    }
}
