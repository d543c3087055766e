import Support
import TrainingStats

/// A dataset as a folder of CSV files, packed or not, or of files in Parquet.
public struct CSVFolder: RecordSource {
    private let folder: String

    /// The path of the folder.
    public var path: String { folder }

    /// The file with the settings.
    package static let settingsFile = "dataset.json"
    /// The file with the measures that the dataset declares itself.
    package static let measuresFile = "measures.json"

    /// The dataset in a folder; nothing is looked up yet.
    public init(_ folder: String) { self.folder = folder }

    /// The files that a reading would take in, in its order, as they stand now.
    ///
    /// - Throws: ``ReadError`` where the folder is missing, or a file of such a name is none.
    public func files() throws(ReadError) -> [InputFile] {
        try requireFolder()
        var files: [InputFile] = []
        for name in [Self.settingsFile, Self.measuresFile] + RecordTable.allCases.flatMap(\.fileNames) {
            if let file = try file(name) { files.append(file) }
        }
        return files
    }

    /// The settings and tables in the folder.
    ///
    /// - Throws: ``ReadError`` as ``files()`` does, and where a table is there twice, packed and not.
    public func contents() throws(ReadError) -> SourceContents {
        let files = try files()
        var contents = SourceContents(settings: files.first { $0.name == Self.settingsFile }, tables: [:])
        contents.measures = files.first { $0.name == Self.measuresFile }
        for table in RecordTable.allCases {
            let found = files.filter { table.fileNames.contains($0.name) }
            if found.count > 1 {
                throw .unreadable(
                    path: found[0].path,
                    reason: .init(
                        en: "\(found[1].name) is there too; remove one of them",
                        ar: "\(found[1].name.isolated) موجود أيضاً؛ احذف أحدهما"))
            }
            contents.tables[table] = found.first.map { file -> any TableInput in
                if file.name == table.parquetName { return ParquetFile(file: file, shortName: file.name) }
                return CSVFile(file: file, shortName: table.fileName)
            }
        }
        contents.notices = try misnamedTables()
        return contents
    }

    /// The path of its plain file.
    public func path(of table: RecordTable) -> String { folder + "/" + table.fileName }

    private func file(_ name: String) throws(ReadError) -> InputFile? {
        try InputFile(name, path: folder + "/" + name)
    }

    private func requireFolder() throws(ReadError) {
        guard let kind = FileStatus.kind(of: folder) else {
            throw .missing(
                path: folder,
                remedy: .init(
                    en: "give the folder or workbook that holds the dataset's tables, or make a workbook to fill in: "
                        + "tadrib template -o registration.xlsx",
                    ar: "اذكر المجلد أو المصنف الذي فيه جداول مجموعة البيانات، أو أنشئ مصنفاً لتملأه: "
                        + "tadrib template -o registration.xlsx"))
        }
        guard kind != .folder else { return }
        throw .noDataset(explanation(ofFile: kind == .file ? try LookedAtFile(startOf: folder) : .other))
    }
}

/// A table in a CSV file, packed or not.
struct CSVFile: TableInput {
    let file: InputFile
    let shortName: String

    var name: String { file.name }
    var fingerprint: String { file.fingerprint }
    var filePath: String? { file.path }
    var size: Int? { isPacked ? nil : file.stamp.bytes }
    // A compressed file holds several times its size.
    var estimatedSize: Int { isPacked ? file.stamp.bytes * 4 : file.stamp.bytes }

    private var isPacked: Bool { name.hasSuffix(".gz") }

    func sha256() throws(ReadError) -> String { try file.sha256() }
    func checkUnchanged() throws(ReadError) { try file.checkUnchanged() }
    func open() throws(ReadError) -> sending TableContent { .csv(try TableText(try FileBytes(path: file.path))) }
}
