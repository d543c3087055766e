import Records
import SparkConnect
import Support

/// A session at a server of Spark Connect with the tables of a dataset; the same of a database and of a lake.
package final class SparkDatabase: Sendable {
    /// The session; its views stay as long as this object.
    package let connection: SparkConnection
    /// The tables that are there.
    package let tables: [RecordTable: SparkTable]
    private let documents: [String: SparkDocument]

    /// Looks up what there is, in a session.
    init(of source: SparkSource, over connection: SparkConnection) throws(ReadError) {
        self.connection = connection
        if let folder = source.address.lake {
            let lake = try SparkLake(folder, of: source, connection)
            tables = try lake.tables()
            documents = try lake.documents()
        } else {
            let found = try source.asking { () throws(SparkError) in
                try Self.names(in: source.address.database, connection)
            }
            var tables: [RecordTable: SparkTable] = [:]
            for name in found {
                guard let table = RecordTable(rawValue: name.lowercased()) else { continue }
                tables[table] = try SparkTable(
                    table, named: SparkSQL.name(source.address.database + [name]), stamp: nil, of: source, connection)
            }
            self.tables = tables
            documents = try Self.documents(found, of: source, connection)
        }
    }

    /// The names of the tables and views in a database.
    private static func names(in database: [String], _ connection: SparkConnection) throws(SparkError) -> [String] {
        let rows: [[String?]]
        do throws(SparkError) {
            rows = try connection.rows(
                of: "SHOW TABLES" + (database.isEmpty ? "" : " IN " + SparkSQL.name(database)))
        } catch {
            guard error.kind == .refused, !database.isEmpty else { throw error }
            let name = database.joined(separator: ".")
            throw SparkError(
                .missing,
                .init(
                    en: "the server has no database '\(name)' that this user can list; \(error.reason.en)",
                    ar: "ليس في الخادم قاعدة بيانات «\(name)» يستطيع هذا المستخدم سردها؛ \(error.reason(.ar))"))
        }
        // The second column is the name; the first that of the database.
        return rows.compactMap { $0.count > 1 ? $0[1] : nil }
    }

    /// The settings and tables.
    package func contents() -> SourceContents {
        var contents = SourceContents(settings: documents[CSVFolder.settingsFile], tables: tables)
        contents.measures = documents[CSVFolder.measuresFile]
        return contents
    }

    /// The rows of the table `tadrib_documents` with the columns `name` and `content`, if there is one.
    private static func documents(
        _ found: [String], of source: SparkSource, _ connection: SparkConnection
    ) throws(ReadError) -> [String: SparkDocument] {
        guard let name = found.first(where: { $0.lowercased() == "tadrib_documents" }) else { return [:] }
        let rows = try source.asking { () throws(SparkError) in
            try connection.rows(
                of: "SELECT cast(name as string) name, cast(content as string) content FROM "
                    + SparkSQL.name(source.address.database + [name]))
        }
        var documents: [String: SparkDocument] = [:]
        for row in rows {
            guard let name = row[0], let text = row[1] else { continue }
            documents[name] = SparkDocument(name, text: text, of: source)
        }
        return documents
    }
}

/// The settings or the measures of a dataset, as a database or lake has them.
struct SparkDocument: SettingsInput {
    let name: String
    let path: String
    private let text: String

    /// A document given by its text.
    init(_ name: String, text: String, of source: SparkSource) {
        self.name = "\(source.label)!\(name)"
        path = "\(source.path)!\(name)"
        self.text = text
    }

    var fingerprint: String { SHA256.hexadecimal(of: Array(text.utf8)) }
    func content() throws(ReadError) -> [UInt8] { Array(text.utf8) }
    func sha256() throws(ReadError) -> String { fingerprint }
    // It was read as a whole, at once.
    func checkUnchanged() throws(ReadError) {}
}
