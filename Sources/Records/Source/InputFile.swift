import Foundation
import Support

/// A file of a dataset, and its state when the reading began.
public struct InputFile: SettingsInput {
    /// Its name within the dataset.
    public let name: String
    /// Where it is.
    public let path: String
    /// What it was like when the reading began.
    public let stamp: InputStamp

    /// The file at a path, or nil where there is none.
    init?(_ name: String, path: String) throws(ReadError) {
        guard let stamp = try InputStamp(path: path) else { return nil }
        self.name = name
        self.path = path
        self.stamp = stamp
    }

    /// SHA-256 of the file as it stands now, in hexadecimal.
    public func sha256() throws(ReadError) -> String {
        do throws(FileError) { return try SHA256.hexadecimal(ofFileAt: path) } catch { throw ReadError(error) }
    }

    /// Which file it is, how long, and when it was last written.
    public var fingerprint: String { stamp.text }

    /// Its path.
    public var filePath: String? { path }

    /// Its bytes.
    public func content() throws(ReadError) -> [UInt8] {
        do throws(FileError) { return try FileSystem.bytes(of: path) } catch { throw ReadError(error) }
    }

    /// Throws where it is no longer the file that it was, so that no report is made of records that were read half before
    /// a change and half after it.
    public func checkUnchanged() throws(ReadError) {
        guard try InputStamp(path: path) == stamp else {
            throw .failedMidway(
                path: path,
                reason: .init(
                    en: "it was changed while it was read; run again when it is at rest",
                    ar: "تغير وهو يُقرأ؛ أعد التشغيل حين يستقر"))
        }
    }
}

/// What tells one state of a file from another: which file it is, how long, and when it was last written.
public struct InputStamp: Hashable, Codable, Sendable {
    private let device: UInt64
    private let inode: UInt64
    private let size: Int64
    private let seconds: Int64
    private let nanoseconds: Int64

    /// The file's length in bytes.
    var bytes: Int { Int(size) }
    /// All of it as a text.
    var text: String { "\(device):\(inode):\(size):\(seconds).\(nanoseconds)" }

    /// The state of the file at a path, links followed, or nil where there is none.
    init?(path: String) throws(ReadError) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            let reason = errno
            guard reason == ENOENT || reason == ENOTDIR else {
                throw ReadError(FileError(.cannotRead, path: path, number: reason))
            }
            if lstat(path, &status) == 0 {
                throw .unreadable(path: path, reason: .init(en: "it is a link to nothing", ar: "هو رابط إلى لا شيء"))
            }
            return nil
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR:
            throw .unreadable(
                path: path, reason: .init(en: "it is a folder; a file is needed", ar: "هو مجلد، والمطلوب ملف"))
        // A pipe can be read once and a device without end; a dataset is read as often as a report needs it.
        default:
            throw .unreadable(
                path: path,
                reason: .init(
                    en: "it is a pipe, socket or device; put what it gives into a file",
                    ar: "هو أنبوب أو مقبس أو جهاز؛ ضع ما يعطيه في ملف"))
        }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        seconds = Int64(status.st_mtim.tv_sec)
        nanoseconds = Int64(status.st_mtim.tv_nsec)
    }
}
