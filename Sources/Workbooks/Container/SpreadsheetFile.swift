import Foundation
import Support

/// What a file is, as far as it could be a spreadsheet: by its first bytes, not by its name.
package enum SpreadsheetFile: Hashable, Sendable {
    /// A zip archive, as xlsx and ods are.
    case archive
    /// A compound file, as `.xls` is, and a workbook with a password.
    case compoundFile
    /// Something else.
    case other

    /// What the file at a path is; nil if there is no such file, or it is a folder.
    package init?(path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        var first = [UInt8](repeating: 0, count: 8)
        let count = read(descriptor, &first, first.count)
        switch first.prefix(max(0, count)) {
        case let bytes
        where bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]):
            self = .archive
        case [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]: self = .compoundFile
        default: self = .other
        }
    }
}
