import Records
import Support
import TrainingStats

/// Takes the records of a source into a store: all of them or nothing.
package struct StoreImport {
    /// What the log of imports says of one.
    package struct Entry {
        /// When, as ISO 8601 in UTC.
        package var time: String
        /// The user who runs it.
        package var user: String
        /// What messages call the source.
        package var source: String
        /// Name and version of the program.
        package var tool: String
        /// The files that were read, with their SHA-256 in hexadecimal.
        package var files: [(name: String, sha256: String)]

        /// An entry given by its parts.
        package init(time: String, user: String, source: String, tool: String, files: [(name: String, sha256: String)])
        {
            self.time = time
            self.user = user
            self.source = source
            self.tool = tool
            self.files = files
        }
    }

    private let place: StorePlace
    private let wait: Int
    private var path: String { place.path }

    /// An import into a store, which is made if there is none; it waits so many seconds for another one.
    package init(into place: StorePlace, wait: Int = 10) {
        self.place = place
        self.wait = wait
    }

    /// Takes the records over; rows that are not in the source any more are gone, but their history stays.
    ///
    /// The rows to be left out are given by their numbers.
    ///
    /// - Throws: ``StoreError``, and `ReadError` where the source cannot be read or changes meanwhile.
    package func run(
        _ contents: SourceContents, leavingOut rejected: [RecordTable: Set<Int>], as entry: Entry
    ) throws -> ImportOutcome {
        do {
            let connection = try place.writer(wait: wait)
            try connection.prepareImport(intoStore: try version(of: connection) != nil)
            let outcome = try connection.transaction {
                // Another import may have made or migrated it meanwhile.
                let version = try version(of: connection) ?? 0
                if version < StoreSchema.version { try StoreSchema.migrate(connection, from: version) }
                return try write(contents, leavingOut: rejected, as: entry, to: connection)
            }
            connection.tidy()
            return outcome
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
    }

    /// The version of a store, nil of an empty database.
    ///
    /// - Throws: ``StoreError`` if the database is another one, or of a newer program; nothing has been changed then.
    private func version(of connection: any StoreWriter) throws -> Int? {
        switch try connection.storeState() {
        case .empty: return nil
        case .store(let version):
            guard version <= StoreSchema.version else { throw StoreError.newer(path) }
            return version
        case .other:
            throw StoreError(
                .unusable, path: path,
                .init(
                    en: "it is a database with other tables; give a new file, or a new --schema of PostgreSQL",
                    ar: "قاعدة بيانات فيها جداول أخرى؛ اختر ملفاً جديداً، أو --schema جديداً في PostgreSQL"))
        }
    }

    private func write(
        _ contents: SourceContents, leavingOut rejected: [RecordTable: Set<Int>], as entry: Entry,
        to connection: any StoreWriter
    ) throws -> ImportOutcome {
        let number = try log(entry, in: connection)
        var outcome = ImportOutcome(number: number, tables: [], hasChanges: false)
        let documents = [
            (CSVFolder.settingsFile, try contents.settings?.content()),
            (CSVFolder.measuresFile, try contents.measuresText()),
        ]
        for (name, content) in documents {
            let text = content.map { String(decoding: $0, as: UTF8.self) }
            if try keep(text, as: name, number, connection) { outcome.hasChanges = true }
        }
        let settings = try contents.datasetSettings()
        for table in RecordTable.allCases {
            let rows = try RecordRows(of: table, in: contents, settings: settings)
            let update = try TableImport(table, rows, number: number, in: connection, of: path)
            var leftOut = rejected[table] ?? []
            if table == .participations, settings.repeatedParticipations == .last {
                leftOut.formUnion(try replaced(in: contents, leavingOut: leftOut, settings))
            }
            let done = try update.run(leavingOut: leftOut)
            if done.isTold { outcome.tables.append((table, done.rows)) }
            if done.hasChanges { outcome.hasChanges = true }
        }
        for input in contents.inputs { try input.checkUnchanged() }
        return outcome
    }

    /// The participations that a later sound row replaces, where the settings let the last one count.
    private func replaced(
        in contents: SourceContents, leavingOut rejected: Set<Int>, _ settings: DatasetSettings
    ) throws -> Set<Int> {
        guard let rows = try RecordRows(of: .participations, in: contents, settings: settings) else { return [] }
        let names = RecordTable.participations.fields.map(\.name)
        let key =
            RecordTable.participations.keyColumns?.compactMap { name in
                names.firstIndex(of: name).flatMap { rows.columns.firstIndex(of: $0) }
            } ?? []
        var last: [[ByteKey]: Int] = [:]
        var replaced: Set<Int> = []
        _ = try rows.forEach { row in
            guard !rejected.contains(row.number) else { return }
            if let earlier = last.updateValue(row.number, forKey: key.map { ByteKey(row.fields[$0]) }) {
                replaced.insert(earlier)
            }
        }
        return replaced
    }

    /// Writes an import into the log, and gives its number.
    private func log(_ entry: Entry, in connection: any StoreWriter) throws(DatabaseError) -> Int {
        let number = try connection.number("SELECT max(import) FROM tadrib_imports") + 1
        try connection.run(
            "INSERT INTO tadrib_imports (import, imported_at, imported_by, imported_from, tool) "
                + "VALUES (\(number), $1, coalesce($2, ''), coalesce($3, ''), $4)",
            [entry.time, entry.user, entry.source, entry.tool])
        for file in entry.files {
            try connection.run(
                "INSERT INTO tadrib_import_files VALUES (\(number), $1, coalesce($2, ''))", [file.name, file.sha256])
        }
        return number
    }

    /// Keeps the settings or the measures; true if they differ from those before.
    private func keep(
        _ content: String?, as name: String, _ number: Int, _ connection: any StoreWriter
    ) throws(DatabaseError) -> Bool {
        let current = try connection.texts(
            "SELECT content FROM tadrib_documents WHERE name = $1 AND until_import IS NULL", [name]
        ).first
        guard current?.utf8.elementsEqual((content ?? "").utf8) ?? (content == nil) else {
            try connection.run(
                "UPDATE tadrib_documents SET until_import = \(number) WHERE name = $1 AND until_import IS NULL", [name])
            if let content {
                try connection.run(
                    "INSERT INTO tadrib_documents (name, content, from_import) VALUES ($1, $2, \(number))",
                    [name, content])
            }
            return true
        }
        return false
    }
}

extension StoreError {
    /// The error of a store that a later version of the program made.
    static func newer(_ path: String) -> StoreError {
        StoreError(
            .unusable, path: path,
            .init(
                en: "a newer tadrib made it; install that version", ar: "أنشأها إصدار أحدث من tadrib؛ ثبّت ذلك الإصدار"))
    }
}
