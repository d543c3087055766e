import Reporting
import Support
import Synchronization
import Writers

/// The folder of a report pack, which notes down each file that is written to it; several threads can write to it at once.
final class PackFolder: Sendable {
    /// Name of the list of a pack's files, which is itself in the pack.
    static let listName = "pack.json"

    private let path: String
    private let batch: AtomicFileBatch
    private let files = Mutex<Set<String>>([PackFolder.listName])

    /// The folder at a path; its files are put in place with the batch.
    init(_ path: String, _ batch: AtomicFileBatch) {
        self.path = path
        self.batch = batch
    }

    /// Writes a file; its path starts from the folder.
    func write(_ bytes: [UInt8], to file: String) throws(FileError) {
        _ = files.withLock { $0.insert(file) }
        try batch.write(bytes, to: "\(path)/\(file)")
    }

    /// Writes a workbook; its path starts from the folder.
    func writeWorkbook(to file: String, _ write: (String) throws(WriteError) -> Void) throws {
        _ = files.withLock { $0.insert(file) }
        try batch.write(to: "\(path)/\(file)", write)
    }

    /// Writes the list of files, and has those removed that only an earlier pack in the folder listed.
    ///
    /// Nothing else is removed: what no list names belongs to somebody else.
    func replaceEarlierPack() throws(FileError) {
        let listed = try listedFiles()
        let files = files.withLock { $0 }
        let list: JSONNode = .object([
            "format": .number("1"), "files": .array(files.sorted().map { .string($0) }),
        ])
        try batch.write(Array(list.text.utf8), to: "\(path)/\(Self.listName)")
        for file in listed where !files.contains(file) && FilePath.isReachable(file, in: path) {
            batch.removeOnCommit("\(path)/\(file)", withFoldersBelow: path)
        }
    }

    /// The files of the pack that the folder holds; none if there is no list.
    private func listedFiles() throws(FileError) -> [String] {
        let list = "\(path)/\(Self.listName)"
        guard FileStatus.kind(of: list, followsLinks: false) == .file else { return [] }
        let bytes = try FileSystem.bytes(of: list)
        do throws(JSONReader.Fault) {
            if case .object(let members) = try JSONReader.read(bytes).root,
                case .array(let files) = members.first(where: { $0.key == "files" })?.value
            {
                return files.compactMap { if case .string(let file) = $0 { file } else { nil } }
            }
        } catch {
            // What cannot be read is no list of ours, and must not be replaced by one.
        }
        throw FileError(
            .cannotCreate, path: list,
            reason: .init(
                en: "a file of that name that is no list of a pack is in the way; move it, or give another folder",
                ar: "في مكانه ملف بهذا الاسم ليس قائمة حزمة؛ انقله أو اختر مجلداً آخر"))
    }
}
