import Foundation
import Support

/// The folder with prepared records of datasets that were read before: a cache, whose files may be removed at any time.
///
/// Files are the user's own and readable for nobody else, as they hold what the records do.
package struct PreparedFolder: Sendable {
    private static let ending = ".records"
    /// A file that was written for so many seconds and is not finished belongs to no run any more.
    private static let longestWriting = 86_400.0

    private let path: String
    /// What the files depend on besides the records: the program that wrote them.
    let program: String
    /// How many bytes all files together may have.
    private let limit: Int
    /// Tables of fewer bytes are read anew each time, which is as quick.
    let leastSize: Int

    /// A folder, which is made when it is needed.
    ///
    /// - Parameters:
    ///   - path: the folder.
    ///   - program: tells one build of the program from another.
    ///   - limit: how many bytes the files may have together.
    ///   - leastSize: how many bytes the large tables of a dataset must have.
    package init(_ path: String, program: String, limit: Int = 8 << 30, leastSize: Int = 8 << 20) {
        self.path = path
        self.program = program
        self.limit = limit
        self.leastSize = leastSize
    }

    /// The path of the prepared records of a source: one file a source, so that a newer state takes the place of an older one.
    func path(of source: String) -> String {
        let whole = source.hasPrefix("/") ? source : FileManager.default.currentDirectoryPath + "/" + source
        return path + "/" + SHA256.hexadecimal(of: Array(whole.utf8)).prefix(32) + Self.ending
    }

    /// Makes the folder if it is missing.
    func make() throws(FileError) { try FileSystem.makeFolder(path, mode: 0o700) }

    /// Removes the files that were used longest ago, as many as a new file of so many bytes needs; false if it cannot have room.
    func makeRoom(for size: Int, at place: String) -> Bool {
        guard size <= limit, let names = try? FileSystem.names(in: path) else { return false }
        var files: [(path: String, size: Int, used: Double)] = []
        for name in names {
            let file = path + "/" + name
            guard let status = FileStatus(file, followsLinks: false), status.kind == .file else { continue }
            if name.hasSuffix(Self.ending) {
                if file != place { files.append((file, status.size, status.modified)) }
            } else if name.hasPrefix("."), name.contains(Self.ending + "."),
                status.modified < Date().timeIntervalSince1970 - Self.longestWriting
            {
                FileSystem.removeFile(file)
            }
        }
        var total = files.reduce(size) { $0 + $1.size }
        for file in files.sorted(by: { $0.used < $1.used }) where total > limit {
            if FileSystem.removeFile(file.path) { total -= file.size }
        }
        return total <= limit
    }
}
