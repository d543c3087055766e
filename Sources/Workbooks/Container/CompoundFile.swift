import Foundation
import Support

/// A compound file, in which old workbooks lie, and those with a password.
enum CompoundFile {
    /// Whether it has the stream in which a workbook with a password lies.
    ///
    /// Its directory, or the first sector of it, has the names of its streams.
    static func isEncrypted(path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var header = [UInt8](repeating: 0, count: 512)
        guard pread(descriptor, &header, header.count, 0) == header.count else { return false }
        let shift = min(Int(header[30]), 12)
        let sector = header[48..<52].reversed().reduce(0) { $0 << 8 | Int($1) }
        var directory = [UInt8](repeating: 0, count: 1 << 12)
        let count = pread(descriptor, &directory, directory.count, (sector + 1) << shift)
        let name = Data("EncryptedPackage".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(0)] } as [UInt8])
        return Data(directory.prefix(max(0, count))).range(of: name) != nil
    }
}
