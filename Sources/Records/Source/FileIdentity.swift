import Foundation

/// Which file it is, and in which state: device and inode, length, and when content and file were last changed.
struct FileIdentity: Codable, Hashable, Sendable {
    private let device: UInt64
    private let inode: UInt64
    private let size: Int64
    private let modified: [Int64]
    private let changed: [Int64]

    /// Within so many seconds a file can be changed again without a sign of it: file systems keep times no finer than that.
    private static let uncertainty: Int64 = 2

    /// The identity of a file; nil if there is none.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        modified = [Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec)]
        changed = [Int64(status.st_ctim.tv_sec), Int64(status.st_ctim.tv_nsec)]
    }

    /// Whether a state seen at a time, in seconds since 1970, can be told from every later one.
    func isCertain(at time: Double) -> Bool {
        max(modified[0], changed[0]) + Self.uncertainty < Int64(time)
    }
}
