import Foundation

/// A file that is read and written at positions, by several threads at once.
///
/// A new one lies under a temporary name until ``publish()``; without that it is removed when the value ends.
package final class PositionedFile: Sendable {
    private let descriptor: Int32
    /// What errors name: where the file lies in the end.
    private let path: String
    /// Where it lies until it is published; nil of a file that was there already.
    private let temporary: String?

    /// Makes a file that only its owner may read, beside its place.
    package init(creating path: String) throws(FileError) {
        let (folder, name) = FilePath.parts(of: path)
        let temporary = folder + "/" + TemporaryName.random(for: name)
        descriptor = try SystemCall.open.run(on: path, orThrow: .cannotCreate) {
            open(temporary, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        }
        self.path = path
        self.temporary = temporary
    }

    /// Opens a file that belongs to the user and that nobody else may read or write; nil if it is not such a file.
    ///
    /// A link is not followed.
    package init?(private path: String) {
        let descriptor = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
            status.st_mode & 0o077 == 0
        else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
        self.path = path
        temporary = nil
    }

    deinit {
        close(descriptor)
        // Nothing is left where it was published: its temporary name is gone then.
        if let temporary { FileSystem.removeFile(temporary) }
    }

    /// Its length in bytes.
    package var size: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Writes all bytes at a position.
    package func write(_ bytes: UnsafeRawBufferPointer, at position: Int) throws(FileError) {
        var written = 0
        while written < bytes.count {
            // Invariant: the buffer lives as long as the call.
            written += try SystemCall.write.run(on: path, orThrow: .writingFailed) {
                pwrite(
                    descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written, off_t(position + written)
                )
            }
        }
    }

    /// Fills a buffer with the bytes at a position; false if there are fewer.
    package func read(into buffer: UnsafeMutableRawBufferPointer, at position: Int) -> Bool {
        var count = 0
        while count < buffer.count {
            let more = pread(
                descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count, off_t(position + count))
            if more < 0, errno == EINTR { continue }
            guard more > 0 else { return false }
            count += more
        }
        return true
    }

    /// Puts a new file in its place, where it replaces one that was there.
    package func publish() throws(FileError) {
        guard let temporary else { return }
        try FileSystem.move(temporary, to: path)
    }

    /// Notes that the file was used now, as its time of last change.
    package func touch() { _ = futimens(descriptor, nil) }
}
