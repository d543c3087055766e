import Records
import Support
import TrainingStats

/// A store as it was after one of its imports, whatever later imports do.
struct StoreState {
    /// The identifier of the store, which a copy has as well.
    let store: String
    /// The import after which it is looked at.
    let current: ImportRecord
    /// Reads the database.
    let reader: any DatabaseReader
    /// What messages call the database.
    var path: String { reader.path }

    /// The state at a moment, or the newest.
    init(
        at moment: StoreMoment?, of reader: any DatabaseReader, _ connection: any DatabaseConnection
    ) throws(ReadError) {
        self.reader = reader
        let (store, imports, settings) = try reader.reading { () throws(DatabaseError) in
            (
                try connection.texts("SELECT value FROM tadrib_store WHERE key = 'id'").first ?? "",
                try connection.imports(), try Self.settings(connection)
            )
        }
        self.store = store
        let found = imports.last { entry in
            switch moment {
            case nil: true
            case .importNumber(let number): entry.number == number
            case .day(let day): entry.day(in: Self.timeZone(settings(entry.number))).map { $0 <= day } ?? false
            }
        }
        guard let found else {
            throw .unreadable(path: reader.path, reason: Self.lack(among: imports))
        }
        current = found
    }

    /// What is said of a moment without a state: which there are.
    private static func lack(among imports: [ImportRecord]) -> BilingualText {
        guard let first = imports.first, let last = imports.last else {
            return .init(en: "it has no imports", ar: "ليس فيها استيراد")
        }
        return .init(
            en:
                "it has no such state: the first import is number \(first.number), of \(first.time), and the last number "
                + "\(last.number)",
            ar: "ليس فيها هذه الحالة: الاستيراد الأول رقمه \(first.number) في \(first.time.isolated)، والأخير رقمه "
                + "\(last.number)")
    }

    /// The settings and tables of the state.
    func contents(_ connection: any DatabaseConnection) throws(DatabaseError) -> SourceContents {
        var contents = SourceContents(settings: try document("dataset.json", connection), tables: [:])
        contents.measures = try document(CSVFolder.measuresFile, connection)
        var tables: [StoreTableInput.Entry] = []
        try connection.forEach(
            "SELECT name, rows, digest, rows_rejected, (SELECT min(import) FROM tadrib_import_tables f "
                + "WHERE f.name = t.name AND f.digest = t.digest) "
                + "FROM tadrib_import_tables t WHERE import = \(current.number) AND is_there = 1", []
        ) { row in
            guard let table = RecordTable(rawValue: row.text(0) ?? "") else { return }
            tables.append(
                .init(
                    table: table, rows: row.number(1), digest: row.text(2) ?? "", rejected: row.number(3),
                    lastChange: row.number(4)))
        }
        for entry in tables {
            let columns = try connection.texts(
                "SELECT name FROM tadrib_import_columns WHERE import = \(current.number) AND table_name = $1 "
                    + "ORDER BY position", [entry.table.rawValue])
            contents.tables[entry.table] = StoreTableInput(entry, of: self, columns: columns)
        }
        return contents
    }

    /// Throws where the database is no longer this store, or the state is not in it any more.
    func checkUnchanged() throws(ReadError) {
        guard !reader.isFixed else { return }
        let connection = try reader.opened()
        let isSame = try reader.reading { () throws(DatabaseError) in
            try connection.texts(
                "SELECT imported_at FROM tadrib_imports WHERE import = $1 "
                    + "AND EXISTS (SELECT 1 FROM tadrib_store WHERE key = 'id' AND value = $2)",
                [String(current.number), store]) == [current.time]
        }
        guard isSame else {
            throw .failedMidway(
                path: path,
                reason: .init(
                    en: "another database took its place while it was read; run again when it is at rest",
                    ar: "حلت محلها قاعدة أخرى وهي تُقرأ؛ أعد التشغيل حين تستقر"))
        }
    }

    private func document(_ name: String, _ connection: any DatabaseConnection) throws(DatabaseError) -> StoreDocument?
    {
        try connection.texts(
            "SELECT content FROM tadrib_documents WHERE name = $1 AND \(StoreTable.wasCurrent(after: current.number))",
            [name]
        ).first.map { StoreDocument(name, text: $0, of: self) }
    }

    /// Finds the settings that held after an import: its day is one in the time zone of its own state.
    private static func settings(_ connection: any DatabaseConnection) throws(DatabaseError) -> (Int) -> String? {
        var versions: [(from: Int, until: Int, content: String)] = []
        try connection.forEach(
            "SELECT from_import, coalesce(until_import, 0), content FROM tadrib_documents WHERE name = 'dataset.json'",
            []
        ) {
            versions.append(($0.number(0), $0.number(1) == 0 ? Int.max : $0.number(1), $0.text(2) ?? ""))
        }
        return { number in versions.first { $0.from <= number && number < $0.until }?.content }
    }

    /// The time zone that settings state; the usual one if they do not state any.
    private static func timeZone(_ settings: String?) -> String {
        let usual = DatasetSettings().timeZone
        guard let settings else { return usual }
        do throws(JSONReader.Fault) {
            guard case .object(let members) = try JSONReader.read(Array(settings.utf8)).root,
                case .string(let zone)? = members.first(where: { $0.key == "timeZone" })?.value
            else { return usual }
            return zone
        } catch {
            // Whoever reads the settings tells it.
            return usual
        }
    }
}
