import Foundation
import Synchronization

/// Files that appear together or not at all: each is written beside its place, all are synced, then all are renamed.
///
/// A batch that ends without ``commit()``, or whose commit fails, leaves everything as it was: earlier files keep their
/// content, and temporary files and new folders go away. A process that is killed may leave temporary files behind
/// (``TemporaryName``), and between two renames the first files new and the last ones old.
///
/// Several threads can write files of a batch at once, each its own; one of them commits when all are done.
///
/// ```swift
/// let batch = AtomicFileBatch()
/// try batch.write(Array(text.utf8), to: "pack/report.md")
/// let table = try batch.stage("pack/table.csv")
/// for block in blocks { try batch.append(block, to: table) }
/// try batch.commit()
/// ```
package final class AtomicFileBatch: Sendable {
    /// A file of a batch that is not in its place yet.
    package struct StagedFile: Sendable {
        /// Where it is to be, links followed.
        fileprivate let target: String
        /// Where it is until then, for those who write to a path themselves.
        package let path: String

        /// A second name for what stands at the target, until all files are in their places.
        fileprivate var formerPath: String { path + ".old" }
    }

    private struct State {
        var staged: [StagedFile] = []
        var madeFolders: [String] = []
        var obsolete: [String] = []
        var idleFolders: Set<String> = []
        var isCommitted = false
    }

    private let state = Mutex(State())
    /// The permissions of the files; nil for what is usual where the program runs.
    private let mode: UInt32?

    /// An empty batch, whose files get these permissions.
    package init(mode: UInt32? = nil) { self.mode = mode }

    deinit {
        let state = state.withLock { $0 }
        guard !state.isCommitted else { return }
        for file in state.staged { FileSystem.removeFile(file.path) }
        FileSystem.removeFolders(state.madeFolders)
    }

    /// Makes an empty file beside its place; the folder is made if it is missing.
    ///
    /// A link is followed; what is no regular file, such as a folder or a device, is never replaced.
    package func stage(_ path: String) throws(FileError) -> StagedFile {
        let target = FilePath.followingLink(path)
        if let kind = FileStatus.kind(of: target), kind != .file {
            throw FileError(
                .cannotCreate, path: path,
                reason: kind == .folder
                    ? .init(en: "it is a folder", ar: "هو مجلد")
                    : .init(en: "it is no regular file", ar: "ليس ملفاً عادياً"))
        }
        let (folder, name) = FilePath.parts(of: target)
        if !folder.isEmpty {
            // One thread at a time: a folder that another makes meanwhile would be nobody's.
            try state.withLock { (state) throws(FileError) in state.madeFolders += try FileSystem.makeFolder(folder) }
        }
        while true {
            let temporary = (folder.isEmpty ? "" : folder + "/") + TemporaryName.random(for: name)
            guard let file = try OpenFile(creating: temporary, named: target) else { continue }
            let stagedFile = StagedFile(target: target, path: temporary)
            // From here on the batch removes it if anything fails.
            state.withLock { $0.staged.append(stagedFile) }
            if let mode { try file.setMode(mode) }
            return stagedFile
        }
    }

    /// Writes a whole file of the batch.
    package func write(_ bytes: [UInt8], to path: String) throws(FileError) { try append(bytes, to: try stage(path)) }

    /// Writes bytes at the end of a file of the batch.
    package func append(_ bytes: [UInt8], to file: StagedFile) throws(FileError) {
        try OpenFile(continuing: file.path, named: file.target).write(bytes)
    }

    /// Has a file that is there from earlier removed when the batch is committed.
    ///
    /// Folders below `root` that it leaves empty are removed too; none if there is no root.
    package func removeOnCommit(_ path: String, withFoldersBelow root: String? = nil) {
        state.withLock { state in
            state.obsolete.append(path)
            guard let root else { return }
            var folder = FilePath.folder(of: path)
            while folder.utf8.count > root.utf8.count, folder.hasPrefix(root + "/") {
                state.idleFolders.insert(folder)
                folder = FilePath.folder(of: folder)
            }
        }
    }

    /// Syncs all files and puts them in their places.
    package func commit() throws(FileError) {
        let (staged, obsolete, idleFolders) = state.withLock { ($0.staged, $0.obsolete, $0.idleFolders) }
        // Each waits for the disk, which takes several at once in hardly more time than one.
        var lanes = (0..<min(2, max(1, staged.count))).map { lane in
            stride(from: lane, to: staged.count, by: 2).map { staged[$0] }
        }
        try concurrently(&lanes) { (files) throws(FileError) in
            for file in files { try OpenFile(existing: file.path, named: file.target).sync() }
        }
        try Self.replaceTargets(of: staged)
        state.withLock { $0.isCommitted = true }
        for path in obsolete { FileSystem.removeFile(path) }
        FileSystem.removeFolders(idleFolders.sorted())
        let folders = staged.map { FilePath.folder(of: $0.target) } + idleFolders.map { FilePath.folder(of: $0) }
        for folder in Set(folders).sorted() where FileStatus.kind(of: folder) == .folder {
            try FileSystem.syncFolder(folder)
        }
    }

    /// Renames each file to its target; if one cannot be, the targets before it get back what they had.
    private static func replaceTargets(of staged: [StagedFile]) throws(FileError) {
        var replaced: [(file: StagedFile, former: Former)] = []
        defer { for case (let file, .kept) in replaced { FileSystem.removeFile(file.formerPath) } }
        for file in staged {
            do throws(FileError) {
                // When the last file is in its place, nothing can fail any more that would have to be undone.
                let former = replaced.count < staged.count - 1 ? try keepFormer(of: file) : .unknown
                do throws(FileError) {
                    try FileSystem.move(file.path, to: file.target)
                } catch {
                    if former == .kept { FileSystem.removeFile(file.formerPath) }
                    throw error
                }
                replaced.append((file, former))
            } catch {
                for (file, former) in replaced { restore(file, former) }
                throw error
            }
        }
    }

    /// What is known of that which stood at a target before.
    private enum Former {
        /// It has a second name.
        case kept
        /// Nothing stood there.
        case nothing
        /// It cannot be given back.
        case unknown
    }

    /// Gives what stands at a target a second name.
    private static func keepFormer(of file: StagedFile) throws(FileError) -> Former {
        do throws(FileError) {
            try SystemCall.link.run(on: file.target, orThrow: .cannotCreate) { link(file.target, file.formerPath) }
            return .kept
        } catch {
            switch error.number {
            case ENOENT: return .nothing
            // The file system has no second names, or not for files of somebody else: better a file that stays new if a
            // later one fails than no file at all.
            case EPERM, EOPNOTSUPP, ENOSYS, EMLINK: return .unknown
            default: throw error
            }
        }
    }

    private static func restore(_ file: StagedFile, _ former: Former) {
        switch former {
        case .kept: SystemCall.rename.attempt(on: file.target) { rename(file.formerPath, file.target) }
        case .nothing: FileSystem.removeFile(file.target)
        case .unknown: break
        }
    }
}

/// A single file that appears as a whole or not at all.
package enum AtomicFile {
    /// Writes a file with these permissions, or with those that are usual where the program runs.
    package static func write(_ bytes: [UInt8], to path: String, mode: UInt32? = nil) throws(FileError) {
        let batch = AtomicFileBatch(mode: mode)
        try batch.write(bytes, to: path)
        try batch.commit()
    }
}
