import Foundation

/// What stands at a path.
package struct FileStatus: Sendable {
    /// What kinds of things have a path.
    package enum Kind: Sendable { case file, folder, link, pipe, characterDevice, other }

    package let kind: Kind
    /// The permissions, as `chmod` takes them.
    package let mode: UInt32
    /// The length in bytes.
    package let size: Int
    /// When it was last written, in seconds since 1970.
    package let modified: Double
    private let device: UInt64
    private let inode: UInt64

    /// The status of what a path leads to; nil if nothing is there, or nothing that may be looked at.
    package init?(_ path: String, followsLinks: Bool = true) {
        var status = stat()
        guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            case S_IFIFO: .pipe
            case S_IFCHR: .characterDevice
            default: .other
            }
        mode = UInt32(status.st_mode & 0o7777)
        size = Int(status.st_size)
        modified = Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
    }

    /// Whether two paths lead to one file or folder; false if one of them leads nowhere.
    package static func areSame(_ left: String, _ right: String) -> Bool {
        guard let left = FileStatus(left), let right = FileStatus(right) else { return false }
        return left.device == right.device && left.inode == right.inode
    }

    /// The kind of what a path leads to, or of the link itself; nil if nothing is there.
    package static func kind(of path: String, followsLinks: Bool = true) -> Kind? {
        FileStatus(path, followsLinks: followsLinks)?.kind
    }
}
