import Foundation
import Support

/// Keeps other runs away from a report's releases while this one is at work; the system lifts it when the process ends,
/// however it ends.
final class RunLock {
    static let fileName = ".tadrib.lock"
    private let descriptor: Int32

    /// The lock of a folder, which is made where it is missing; held when this returns.
    ///
    /// - Throws: ``ReleaseError/locked(path:)`` where another run has it at the end of the time.
    init(_ folder: String, folderMode: UInt32, deadline: ContinuousClock.Instant) throws(ReleaseError) {
        try ReleaseError.wrapping { () throws(FileError) in _ = try FileSystem.makeFolder(folder, mode: folderMode) }
        let path = folder + "/" + Self.fileName
        var descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 {
            descriptor = open(path, O_RDONLY | O_CREAT | O_CLOEXEC, 0o640)
            // No run has ended well yet.
            futimens(descriptor, [timespec(), timespec()])
        }
        guard descriptor >= 0 else { throw .file(FileError(.cannotCreate, path: path, number: errno)) }
        self.descriptor = descriptor
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw .file(FileError(.writingFailed, path: path, number: errno))
            }
            guard ContinuousClock.now < deadline else { throw .locked(path: folder) }
            usleep(20_000)
        }
    }

    deinit { close(descriptor) }

    /// Notes that a run has ended well now; a folder that takes no notes is no trouble.
    func noteSuccess() { futimens(descriptor, nil) }

    /// When a run last ended well in a folder, in seconds since 1970; nil where none has been there.
    static func lastSuccess(in folder: String) -> Double? {
        FileStatus(folder + "/" + fileName).map(\.modified).flatMap { $0 > 0 ? $0 : nil }
    }
}
