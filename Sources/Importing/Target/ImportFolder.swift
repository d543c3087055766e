import Records
import Support

/// The folder that an import writes a dataset into: all files together or none.
///
/// The file `import.json` lists what was written, so that the next import replaces its own files, and nothing else.
package struct ImportFolder {
    /// The list of what an import wrote.
    package static let listName = "import.json"

    private let path: String

    /// The folder at a path.
    package init(_ path: String) { self.path = path }

    /// Writes a dataset.
    ///
    /// - Parameters:
    ///   - files: The files of the dataset.
    ///   - sources: The paths of what they were made of.
    /// - Throws: ``ImportError`` where other files, or files that were changed since, would be replaced; `FileError`.
    package func write(_ files: [(name: String, bytes: [UInt8])], from sources: [String]) throws {
        let earlier = try earlierFiles()
        let names = Set(files.map(\.name))
        for name in Self.descriptions + RecordTable.allCases.flatMap(\.fileNames) {
            let file = "\(path)/\(name)"
            guard FileStatus(file) != nil else { continue }
            if let digest = earlier[name] {
                guard try SHA256.hexadecimal(ofFileAt: file) != digest else { continue }
                throw ImportError.occupied(
                    .init(
                        en: "\(file): it was changed after it was imported, and would be replaced",
                        ar: "\(file.isolated): غُيّر بعد استيراده وسيُستبدل"),
                    remedy: .init(
                        en:
                            "put the change into the register or the mapping and remove the file, or give another folder",
                        ar: "ضع التغيير في السجل أو المطابقة واحذف الملف، أو اختر مجلداً آخر"))
            }
            // Tables that people add beside imported ones stay, as long as no other file of that name is to be written.
            let isOfAnotherDataset =
                Self.tablesOfEveryDataset.contains(name) || name.hasSuffix(".csv.gz") || name.hasSuffix(".parquet")
            guard names.contains(name) || isOfAnotherDataset else { continue }
            throw ImportError.occupied(
                .init(
                    en: "\(file): records that were not imported stand here",
                    ar: "\(file.isolated): هنا سجلات لم تُستورد"),
                remedy: .init(en: "give another folder, or remove them", ar: "اختر مجلداً آخر أو احذفها"))
        }
        let batch = AtomicFileBatch()
        for name in earlier.keys.sorted() where !names.contains(name) { batch.removeOnCommit("\(path)/\(name)") }
        for file in files { try batch.write(file.bytes, to: "\(path)/\(file.name)") }
        try batch.write(Array(try list(of: files, from: sources).text.utf8), to: "\(path)/\(Self.listName)")
        try batch.commit()
    }

    private static let descriptions = [CSVFolder.settingsFile, CSVFolder.measuresFile]
    private static let tablesOfEveryDataset: Set = ["courses.csv", "sessions.csv"]

    /// The files that an earlier import wrote, with their digests.
    private func earlierFiles() throws -> [String: String] {
        let list = "\(path)/\(Self.listName)"
        guard FileStatus.kind(of: list) == .file else { return [:] }
        let document: JSONDocument
        let bytes = try FileSystem.bytes(of: list)
        do throws(JSONReader.Fault) {
            document = try JSONReader.read(bytes)
        } catch {
            throw ImportError.occupied(
                .init(en: "\(list):\(error.line): \(error.reason)"),
                remedy: .init(en: "remove it, or give another folder", ar: "احذفه أو اختر مجلداً آخر"))
        }
        guard case .object(let members) = document.root,
            case .array(let files)? = members.first(where: { $0.key == "files" })?.value
        else { return [:] }
        let known = Set(Self.descriptions + RecordTable.allCases.map(\.fileName))
        var digests: [String: String] = [:]
        for case .object(let entry) in files {
            guard case .string(let name)? = entry.first(where: { $0.key == "file" })?.value, known.contains(name),
                case .string(let digest)? = entry.first(where: { $0.key == "sha256" })?.value
            else { continue }
            digests[name] = digest
        }
        return digests
    }

    private func list(of files: [(name: String, bytes: [UInt8])], from sources: [String]) throws -> JSONNode {
        var made: [JSONNode] = []
        for source in sources where FileStatus.kind(of: source) == .file {
            made.append(
                .object([
                    "file": .string(FilePath.parts(of: source).name),
                    "sha256": .string(try SHA256.hexadecimal(ofFileAt: source)),
                ]))
        }
        let written = files.map { file in
            JSONNode.object(["file": .string(file.name), "sha256": .string(SHA256.hexadecimal(of: file.bytes))])
        }
        return .object(["importedFrom": .array(made), "files": .array(written)])
    }
}
