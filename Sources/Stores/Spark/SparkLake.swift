import Records
import SparkConnect
import Support

/// The files of a dataset in a folder that the server sees: tables as CSV or Parquet, each a file or a folder of parts.
struct SparkLake {
    private let folder: String
    private let source: SparkSource
    private let connection: SparkConnection
    /// The files by the name of the table or document that they are or belong to.
    private let files: [String: [File]]

    /// A file of a lake.
    private struct File: Comparable {
        var path: String
        var size: Int
        var modified: String

        var text: String { "\(path):\(size):\(modified)" }

        static func < (one: File, other: File) -> Bool { one.path < other.path }
    }

    /// Looks up what a folder has.
    init(_ folder: String, of source: SparkSource, _ connection: SparkConnection) throws(ReadError) {
        self.folder = folder
        self.source = source
        self.connection = connection
        files = try Self.files(in: folder, of: source, connection)
    }

    /// The tables, each as a view of the session.
    func tables() throws(ReadError) -> [RecordTable: SparkTable] {
        var tables: [RecordTable: SparkTable] = [:]
        for table in RecordTable.allCases {
            let names = table.fileNames.filter { files[$0] != nil }
            guard let name = names.first, let parts = files[name] else { continue }
            guard names.count == 1 else {
                throw .unreadable(
                    path: "\(source.path)!\(name)",
                    reason: .init(
                        en: "\(names[1]) is there too; remove one of them",
                        ar: "\(names[1].isolated) موجود أيضاً؛ احذف أحدهما"))
            }
            let view = "tadrib_" + table.rawValue
            let path = folder + "/" + name
            let relation =
                name == table.parquetName
                ? FileRelation("parquet", path: path) : FileRelation("csv", options: Self.csv, path: path)
            try source.asking { () throws(SparkError) in try connection.run(.view(view, relation)) }
            tables[table] = try SparkTable(
                table, named: SparkSQL.name(view), stamp: Self.stamp(parts),
                bytes: parts.reduce(0) { $0 + $1.size } * (name == table.parquetName ? 6 : 1), of: source, connection)
        }
        return tables
    }

    /// `dataset.json` and `measures.json`.
    func documents() throws(ReadError) -> [String: SparkDocument] {
        var documents: [String: SparkDocument] = [:]
        for name in [CSVFolder.settingsFile, CSVFolder.measuresFile] where files[name] != nil {
            let text = FileRelation("text", options: [("wholetext", "true")], path: folder + "/" + name)
            let rows = try source.asking { () throws(SparkError) in try connection.rows(of: .files(text)) }
            documents[name] = SparkDocument(name, text: rows.first?.first.flatMap { $0 } ?? "", of: source)
        }
        return documents
    }

    /// What tells one state of a table's files from another; nil if it is gone.
    static func stamp(
        of table: RecordTable, in folder: String, of source: SparkSource, _ connection: SparkConnection
    ) throws(ReadError) -> String? {
        let files = try files(in: folder, of: source, connection)
        return table.fileNames.compactMap { files[$0] }.first.map(stamp)
    }

    private static func stamp(_ parts: [File]) -> String {
        SHA256.hexadecimal(of: Array(parts.sorted().map(\.text).joined(separator: "\n").utf8))
    }

    /// How CSV is written (RFC 4180).
    ///
    /// A row with too many or too few fields is an error, as what is behind it may be shifted.
    private static let csv: [(key: String, value: String)] = [
        ("header", "true"), ("inferSchema", "false"), ("sep", ","), ("quote", "\""), ("escape", "\""),
        ("multiLine", "true"), ("mode", "FAILFAST"),
    ]

    /// The files in a folder and in the folders of parts in it, by the name that the folder has for them.
    private static func files(
        in folder: String, of source: SparkSource, _ connection: SparkConnection
    ) throws(ReadError) -> [String: [File]] {
        let rows = try source.asking { () throws(SparkError) in
            let all = FileRelation("binaryFile", options: [("recursiveFileLookup", "true")], path: folder)
            try connection.run(.view("tadrib_files", all))
            return try connection.rows(
                of:
                    "SELECT path, cast(length as string) size, cast(modificationTime as string) modified FROM tadrib_files"
            )
        }
        let start = place(folder) + "/"
        var files: [String: [File]] = [:]
        for row in rows {
            guard let path = row[0].map(place), path.hasPrefix(start), let size = row[1].flatMap({ Int($0) }) else {
                continue
            }
            let parts = path.dropFirst(start.count).split(separator: "/")
            guard let name = parts.first, let last = parts.last, !last.hasPrefix("_"), !last.hasPrefix(".") else {
                continue
            }
            files[String(name), default: []].append(File(path: path, size: size, modified: row[2] ?? ""))
        }
        return files
    }

    /// A path without the scheme and the host before it, and without slashes at its ends: servers add and leave out both.
    private static func place(_ path: String) -> String {
        var rest = path[...]
        if let colon = rest.firstIndex(of: ":"), !rest[..<colon].contains("/") {
            rest = rest[rest.index(after: colon)...]
            if rest.hasPrefix("//") { rest = rest.dropFirst(2).drop { $0 != "/" } }
        }
        return rest.split(separator: "/").joined(separator: "/")
    }
}
