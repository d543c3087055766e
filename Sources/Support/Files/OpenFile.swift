import Foundation

/// A file or folder that is open, closed when the value ends.
package struct OpenFile: ~Copyable {
    private let descriptor: Int32
    /// What errors name: where the bytes go in the end, which may be another path than the one that is open.
    private let name: String

    /// Opens what somebody names, a file at its end, or a device or a pipe, for writing.
    package init(appendingTo path: String) throws(FileError) {
        try self.init(path, O_WRONLY | O_APPEND, named: path, orThrow: .cannotCreate)
    }

    /// Opens a file that this program has made and not yet moved, to write on at its end: a link in its place is not followed.
    init(continuing path: String, named name: String) throws(FileError) {
        try self.init(path, O_WRONLY | O_APPEND | O_NOFOLLOW, named: name, orThrow: .writingFailed)
    }

    /// Opens a file or folder that is there, to sync it or to change its mode.
    init(existing path: String, named name: String) throws(FileError) {
        try self.init(path, O_RDONLY, named: name, orThrow: .writingFailed)
    }

    /// Makes a file; nil if something of that name, a link too, is there already.
    init?(creating path: String, named name: String) throws(FileError) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = try SystemCall.open.run(on: name, orThrow: .cannotCreate, allowing: EEXIST) {
            open(path, flags, 0o666)
        }
        guard descriptor >= 0 else { return nil }
        self.descriptor = descriptor
        self.name = name
    }

    private init(
        _ path: String, _ flags: Int32, named name: String, orThrow kind: FileError.Kind
    ) throws(FileError) {
        descriptor = try SystemCall.open.run(on: name, orThrow: kind) { open(path, flags | O_CLOEXEC) }
        self.name = name
    }

    deinit { close(descriptor) }

    /// Writes all bytes.
    package func write(_ bytes: [UInt8]) throws(FileError) {
        try FileSystem.write(bytes, to: descriptor, named: name)
    }

    /// Sees to it that what was written survives a loss of power.
    ///
    /// Devices and some file systems know no such thing.
    func sync() throws(FileError) {
        try SystemCall.sync.run(on: name, orThrow: .writingFailed, allowing: EINVAL) { fsync(descriptor) }
    }

    /// Sets the permissions, whatever the process's mask says.
    func setMode(_ mode: UInt32) throws(FileError) {
        try SystemCall.chmod.run(on: name, orThrow: .writingFailed) { fchmod(descriptor, mode_t(mode)) }
    }
}
