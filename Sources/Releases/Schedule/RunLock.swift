import Foundation
import Support

/// Keeps other runs away from a report's releases while this one is at work.
///
/// The system releases the lock when the process ends, however it ends.
final class RunLock {
    static let fileName = ".tadrib.lock"
    private let descriptor: Int32

    /// Takes the lock of a folder, which is made if it is missing.
    ///
    /// - Throws: ``ReleaseError/locked(path:)`` if another run still has it at the deadline.
    init(_ folder: String, folderMode: UInt32, deadline: ContinuousClock.Instant) throws(ReleaseError) {
        try ReleaseError.wrapping { () throws(FileError) in _ = try FileSystem.makeFolder(folder, mode: folderMode) }
        let path = folder + "/" + Self.fileName
        descriptor = try Self.openFile(path)
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw .file(FileError(.writingFailed, path: path, number: errno))
            }
            guard ContinuousClock.now < deadline else { throw .locked(path: folder) }
            usleep(20_000)
        }
    }

    /// Opens the file of the lock, which is made if it is missing; a link that stands in its place is not followed.
    private static func openFile(_ path: String) throws(ReleaseError) -> Int32 {
        let flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC
        while true {
            let existing = open(path, flags)
            if existing >= 0 { return existing }
            // A file that is there and cannot be opened stays so: only a missing one is made.
            guard errno == ENOENT else { throw .file(FileError(.cannotCreate, path: path, number: errno)) }
            let made = open(path, flags | O_CREAT | O_EXCL, 0o640)
            if made >= 0 {
                // The time of the file is that of the last success; there is none yet.
                futimens(made, [timespec(), timespec()])
                return made
            }
            // Another run may have made it in between: it is opened then.
            guard errno == EEXIST else { throw .file(FileError(.cannotCreate, path: path, number: errno)) }
        }
    }

    deinit { close(descriptor) }

    /// Notes that a run has succeeded now.
    ///
    /// If the folder is read-only the note is left out, and the run has succeeded all the same.
    func noteSuccess() { futimens(descriptor, nil) }

    /// When a run last succeeded in a folder, in seconds since 1970; nil if none has.
    static func lastSuccess(in folder: String) -> Double? {
        FileStatus(folder + "/" + fileName).map(\.modified).flatMap { $0 > 0 ? $0 : nil }
    }
}
