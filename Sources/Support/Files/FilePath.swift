import Foundation

/// Takes paths apart; nothing is looked up but by `followingLink`.
package enum FilePath {
    /// The folder that a path leads through, empty for a mere name, and the name at its end.
    package static func parts(of path: String) -> (folder: String, name: String) {
        var path = path[...]
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        guard let slash = path.lastIndex(of: "/") else { return ("", String(path)) }
        return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
    }

    /// The folder that holds what a path leads to: `.` for a mere name.
    package static func folder(of path: String) -> String {
        let folder = parts(of: path).folder
        return folder.isEmpty ? "." : folder
    }

    /// Whether a path stays within the folder from which it starts, and leads to something in it.
    package static func staysWithin(_ path: String) -> Bool {
        !path.isEmpty
            && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
                !["", ".", ".."].contains($0)
            }
    }

    /// Whether a path that starts from a folder leads through folders in it only, and not through links to other places.
    package static func isReachable(_ file: String, in folder: String) -> Bool {
        guard staysWithin(file) else { return false }
        let folders = file.split(separator: "/").dropLast()
        return folders.indices.allSatisfy {
            FileStatus.kind(of: "\(folder)/\(folders[...$0].joined(separator: "/"))", followsLinks: false) == .folder
        }
    }

    /// Where a symbolic link leads to; any other path as it is.
    static func followingLink(_ path: String) -> String {
        guard FileStatus.kind(of: path, followsLinks: false) == .link, let real = realpath(path, nil) else {
            return path
        }
        defer { free(real) }
        return String(cString: real)
    }
}
