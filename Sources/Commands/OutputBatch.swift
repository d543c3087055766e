import Foundation
import Reporting
import Writers

/// Why an output could not be made; nothing half-written stays.
enum OutputError: Error {
    case creation(path: String, reason: String)
    case midway(path: String, reason: String)
    /// Whoever read the output wants no more of it, as `head` does: no trouble, and nothing to tell.
    case readerGone

    var isCreation: Bool {
        if case .creation = self { true } else { false }
    }

    var message: String {
        switch self {
        case .creation(let path, let reason): "\(path): cannot be created: \(reason)"
        case .midway(let path, let reason): "\(path): writing failed: \(reason)"
        case .readerGone: ""
        }
    }
}

/// Files that appear together or not at all: each is written beside its place, all are synced, then all are renamed.
final class OutputBatch {
    private struct Pending {
        let target: String
        let temporary: String
        /// A second name for what the target was.
        var former: String { temporary + ".old" }
    }

    private var pending: [Pending] = []
    private var createdFolders: [String] = []
    private var obsolete: [String] = []
    private var isCommitted = false
    /// The mode of the files; nil for what is usual where the program runs.
    private let mode: mode_t?

    /// A batch of no files yet, which get the mode that is given.
    init(mode: mode_t? = nil) { self.mode = mode }

    deinit {
        guard !isCommitted else { return }
        for file in pending { unlink(file.temporary) }
        for folder in createdFolders.reversed() { rmdir(folder) }
    }

    /// A place beside the target to write to; the folder is made where it is missing.
    ///
    /// A link is followed; what is no file, such as a folder or a device, is never replaced.
    func temporaryPath(for path: String) throws(OutputError) -> String {
        let target = withLinkFollowed(path)
        if let mode = fileMode(target), mode != S_IFREG {
            throw .creation(path: path, reason: mode == S_IFDIR ? "it is a folder" : "it is no regular file")
        }
        let (folder, name) = pathParts(target)
        if !folder.isEmpty { try makeFolder(folder) }
        let temporary = (folder.isEmpty ? "" : folder + "/") + ".\(name).\(getpid()).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .creation(path: target, reason: reason()) }
        if let mode { fchmod(descriptor, mode) }
        close(descriptor)
        pending.append(Pending(target: target, temporary: temporary))
        return temporary
    }

    /// Writes bytes to a file of the batch.
    func write(_ bytes: [UInt8], to target: String) throws(OutputError) {
        try append(bytes, to: try temporaryPath(for: target), of: target)
    }

    /// Has a workbook written to a file of the batch, and says where it is until all are in their places.
    ///
    /// - Throws: ``OutputError``, or `WriteError` where the document does not fit a workbook.
    @discardableResult func write(
        to target: String, _ write: (String) throws(WriteError) -> Void
    ) throws -> String {
        let place = try temporaryPath(for: target)
        do throws(WriteError) {
            try withoutForeignMessages { () throws(WriteError) in try write(place) }
        } catch .failed(_, let reason) {
            throw OutputError.midway(path: target, reason: reason)
        }
        return place
    }

    /// Writes bytes at the end of a temporary file.
    func append(_ bytes: [UInt8], to temporary: String, of target: String) throws(OutputError) {
        let descriptor = open(temporary, O_WRONLY | O_APPEND | O_CLOEXEC)
        guard descriptor >= 0 else { throw .midway(path: target, reason: reason()) }
        defer { close(descriptor) }
        try Commands.write(bytes, to: descriptor, named: target)
    }

    /// Has a file of an earlier batch removed when this one is committed.
    func remove(_ target: String) { obsolete.append(target) }

    /// Syncs all files and puts them in their places.
    func commit() throws(OutputError) {
        for file in pending { try sync(file.temporary, of: file.target) }
        try replaceTargets()
        isCommitted = true
        for file in obsolete { unlink(file) }
        for folder in Set(pending.map { pathParts($0.target).folder }) {
            try sync(folder.isEmpty ? "." : folder, of: folder)
        }
    }

    /// Renames each file to its target; where one cannot be, the targets before it get back what they had.
    private func replaceTargets() throws(OutputError) {
        defer { for file in pending { unlink(file.former) } }
        var made: Set<String> = []
        for (index, file) in pending.enumerated() {
            unlink(file.former)
            // Where the file system knows no second names, nothing can be given back.
            if link(file.target, file.former) != 0, errno == ENOENT { made.insert(file.target) }
            guard rename(file.temporary, file.target) == 0 else {
                let failure = OutputError.creation(path: file.target, reason: reason())
                for earlier in pending[..<index] {
                    if made.contains(earlier.target) {
                        unlink(earlier.target)
                    } else {
                        rename(earlier.former, earlier.target)
                    }
                }
                throw failure
            }
        }
    }

    private func sync(_ path: String, of target: String) throws(OutputError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .midway(path: target, reason: reason()) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw .midway(path: target, reason: reason()) }
    }

    private func makeFolder(_ folder: String) throws(OutputError) {
        if let mode = fileMode(folder) {
            guard mode == S_IFDIR else { throw .creation(path: folder, reason: "a file of that name is in the way") }
            return
        }
        let parent = pathParts(folder).folder
        if !parent.isEmpty { try makeFolder(parent) }
        guard mkdir(folder, 0o777) == 0 else { throw .creation(path: folder, reason: reason()) }
        createdFolders.append(folder)
    }

    private func reason() -> String { String(cString: strerror(errno)) }
}

/// Does work while whatever a library says on standard error goes nowhere.
///
/// What went wrong is told once, by whoever catches the error. Standard error is the whole process's: only the program
/// itself may turn it aside, and only while no other thread has anything to say.
private func withoutForeignMessages(_ work: () throws(WriteError) -> Void) throws(WriteError) {
    let errors = dup(STDERR_FILENO)
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { for descriptor in [errors, nowhere] where descriptor >= 0 { close(descriptor) } }
    guard errors >= 0, nowhere >= 0 else { return try work() }
    dup2(nowhere, STDERR_FILENO)
    defer { dup2(errors, STDERR_FILENO) }
    try work()
}

/// What kind of file stands at a path (`S_IFREG` and its like), links followed; nil of nothing.
func fileMode(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
}

/// Whether two paths lead to one file or folder, links followed; nothing is no file.
func isSameFile(_ left: String, _ right: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(left, &first) == 0, stat(right, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
}

/// The folder that a path leads through, empty for a mere name, and the name at its end.
func pathParts(_ path: String) -> (folder: String, name: String) {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard let slash = path.lastIndex(of: "/") else { return ("", String(path)) }
    return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
}

/// Where a link leads to; any other path as it is.
private func withLinkFollowed(_ path: String) -> String {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK, let real = realpath(path, nil) else {
        return path
    }
    defer { free(real) }
    return String(cString: real)
}
