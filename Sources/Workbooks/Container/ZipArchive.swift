import CZip
import Foundation

/// The parts of a file that is a zip archive; nothing of it is trusted.
///
/// Not to be shared between threads: each reader of a part opens the archive for itself.
final class ZipArchive {
    /// A part of the archive.
    struct Part {
        /// Its place in the archive.
        let index: UInt64
        /// Its name as it stands there.
        let name: String
        /// Its sizes as the archive states them.
        let size: Int
        let packedSize: Int
        /// Whether it has a password.
        let isEncrypted: Bool
    }

    let path: String
    private let handle: OpaquePointer

    /// Opens an archive.
    init(path: String) throws(SpreadsheetError) {
        self.path = path
        var code: Int32 = 0
        guard let handle = zip_open(path, ZIP_RDONLY, &code) else {
            switch code {
            case ZIP_ER_OPEN, ZIP_ER_READ, ZIP_ER_NOENT, ZIP_ER_SEEK:
                var error = zip_error_t()
                zip_error_init_with_code(&error, code)
                defer { zip_error_fini(&error) }
                throw SpreadsheetError(.cannotRead, path: path, reason: Self.text(of: &error))
            default:
                throw SpreadsheetError(
                    .damaged, path: path,
                    reason: "the file is cut short or damaged; copy it again, or open it and save it anew as .xlsx")
            }
        }
        self.handle = handle
    }

    deinit { zip_discard(handle) }

    /// All parts, in their order in the archive.
    func parts(_ limits: SpreadsheetLimits) throws(SpreadsheetError) -> [Part] {
        let count = zip_get_num_entries(handle, 0)
        guard count <= limits.parts else {
            throw SpreadsheetError(
                .tooLarge, path: path, reason: "it has \(count) parts; at most \(limits.parts) are read")
        }
        var parts: [Part] = []
        for index in 0..<UInt64(max(0, count)) {
            var status = zip_stat_t()
            guard zip_stat_index(handle, index, 0, &status) == 0, let name = status.name else { throw damage(of: nil) }
            guard strnlen(name, limits.nameBytes + 1) <= limits.nameBytes else {
                throw SpreadsheetError(.tooLarge, path: path, reason: "a part has a name that is too long")
            }
            parts.append(
                Part(
                    index: index, name: String(cString: name), size: Int(clamping: status.size),
                    packedSize: Int(clamping: status.comp_size),
                    isEncrypted: status.encryption_method != UInt16(ZIP_EM_NONE)))
        }
        return parts
    }

    /// Opens a part; the caller closes it.
    func open(_ part: Part) throws(SpreadsheetError) -> OpaquePointer {
        guard let file = zip_fopen_index(handle, part.index, 0) else {
            let code = zip_error_code_zip(zip_get_error(handle))
            guard code == ZIP_ER_NOPASSWD || code == ZIP_ER_ENCRNOTSUPP else { throw damage(of: part.name) }
            throw .encrypted(path)
        }
        return file
    }

    /// Reads some bytes of an open part; 0 at the end, where its checksum has proved right.
    func read(
        _ file: OpaquePointer, of part: String, into target: UnsafeMutableRawBufferPointer
    ) throws(SpreadsheetError) -> Int {
        let count = zip_fread(file, target.baseAddress, UInt64(target.count))
        guard count >= 0 else { throw damage(of: part) }
        return Int(count)
    }

    private func damage(of part: String?) -> SpreadsheetError {
        SpreadsheetError(
            .damaged, path: path, place: part,
            reason: "the packed data is damaged or cut short; copy the file again, or open it and save it anew as .xlsx"
        )
    }

    private static func text(of error: inout zip_error_t) -> String {
        zip_error_strerror(&error).map { String(cString: $0) } ?? "code \(error.zip_err)"
    }
}
