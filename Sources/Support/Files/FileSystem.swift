import Foundation

/// What the program does with files and folders besides writing them whole, which ``AtomicFileBatch`` does.
package enum FileSystem {
    /// Writes all bytes to a descriptor that somebody else opened, such as standard output.
    ///
    /// - Throws: ``FileError`` naming `name`; of the kind `readerGone` if it is a pipe that nobody reads any longer.
    package static func write(_ bytes: [UInt8], to descriptor: Int32, named name: String) throws(FileError) {
        var written = 0
        while written < bytes.count {
            written += try SystemCall.write.run(on: name, orThrow: .writingFailed) {
                // Invariant: the buffer ends where the array ends, and lives as long as the call.
                bytes.withUnsafeBytes { buffer in
                    let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
                    return Foundation.write(descriptor, rest.baseAddress, rest.count)
                }
            }
        }
    }

    /// The bytes of a file, a device or a pipe.
    package static func bytes(of path: String) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        try read(path) { bytes += $0 }
        return bytes
    }

    /// Reads a file from its beginning to its end, block by block.
    static func read(_ path: String, _ take: (ArraySlice<UInt8>) -> Void) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(.cannotRead, path: path, number: errno) }
        defer { close(descriptor) }
        var block = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = Foundation.read(descriptor, &block, block.count)
            if count == 0 { return }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw FileError(.readingFailed, path: path, number: errno)
            }
            take(block[..<count])
        }
    }

    /// Sets the permissions of a file for good, if it has others.
    package static func setMode(_ mode: UInt32, of path: String) throws(FileError) {
        guard FileStatus(path)?.mode != mode else { return }
        let file = try OpenFile(existing: path, named: path)
        try file.setMode(mode)
        try file.sync()
    }

    /// Gives a file or folder another name in one step.
    ///
    /// A file, link or empty folder that had that name is gone then.
    package static func move(_ path: String, to place: String) throws(FileError) {
        try SystemCall.rename.run(on: place, orThrow: .cannotCreate) { rename(path, place) }
    }

    /// Removes a file or link, if it is there and may be removed.
    @discardableResult package static func removeFile(_ path: String) -> Bool {
        SystemCall.unlink.attempt(on: path) { unlink(path) }
    }

    /// Makes a symbolic link, or leads one elsewhere, in one step that lasts.
    package static func link(_ path: String, to target: String) throws(FileError) {
        let (folder, name) = FilePath.parts(of: path)
        let temporary = (folder.isEmpty ? "" : folder + "/") + TemporaryName.random(for: name)
        try SystemCall.symlink.run(on: path, orThrow: .cannotCreate) { symlink(target, temporary) }
        do throws(FileError) {
            try move(temporary, to: path)
        } catch {
            removeFile(temporary)
            throw error
        }
        try syncFolder(FilePath.folder(of: path))
    }

    /// Where a symbolic link leads to; nil if the path is not one.
    package static func target(ofLink path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &buffer, buffer.count)
        return count < 0 ? nil : String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
