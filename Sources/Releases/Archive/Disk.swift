import Foundation

/// All that is written for releases besides their reports goes through here: beside its place, synced, renamed.
enum Disk {
    /// Writes a file so that it is there as a whole or not at all, and lasts.
    static func write(_ bytes: [UInt8], to path: String, mode: UInt32) throws(SchedulingError) {
        let temporary = path + ".tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode_t(mode))
        guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: reason()) }
        defer { close(descriptor) }
        do throws(SchedulingError) {
            guard fchmod(descriptor, mode_t(mode)) == 0 else { throw .cannotCreate(path: path, reason: reason()) }
            var written = 0
            while written < bytes.count {
                let count = bytes[written...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count >= 0 else { throw .failed(path: path, reason: reason()) }
                written += count
            }
            guard fsync(descriptor) == 0 || errno == EINVAL else { throw .failed(path: path, reason: reason()) }
            try move(temporary, to: path)
        } catch {
            unlink(temporary)
            throw error
        }
        try sync(folder: parent(of: path))
    }

    /// Gives a file its permissions for good, where it has others.
    static func settle(_ path: String, mode: UInt32) throws(SchedulingError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .failed(path: path, reason: reason()) }
        defer { close(descriptor) }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & 0o7777 == mode { return }
        guard fchmod(descriptor, mode_t(mode)) == 0, fsync(descriptor) == 0 || errno == EINVAL else {
            throw .failed(path: path, reason: reason())
        }
    }

    /// Gives a file or folder another name in one step; what had that name, unless it is a full folder, is gone.
    static func move(_ path: String, to place: String) throws(SchedulingError) {
        guard rename(path, place) == 0 else { throw .cannotCreate(path: place, reason: reason()) }
    }

    /// Sees to it that the names in a folder last.
    static func sync(folder: String) throws(SchedulingError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .failed(path: folder, reason: reason()) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw .failed(path: folder, reason: reason()) }
    }

    /// Makes a folder, and those on the way to it, where they are missing.
    static func makeFolder(_ path: String, mode: UInt32) throws(SchedulingError) {
        if kind(of: path, followsLinks: true) == S_IFDIR { return }
        let parent = parent(of: path)
        if parent != path { try makeFolder(parent, mode: mode) }
        guard mkdir(path, mode_t(mode)) == 0 || errno == EEXIST else {
            throw .cannotCreate(path: path, reason: reason())
        }
        guard kind(of: path, followsLinks: true) == S_IFDIR else {
            throw .cannotCreate(path: path, reason: "a file of that name is in the way")
        }
        chmod(path, mode_t(mode))
        try sync(folder: parent)
    }

    /// Makes a link, or leads one elsewhere, in one step.
    static func link(_ path: String, to target: String) throws(SchedulingError) {
        let temporary = path + ".tmp"
        unlink(temporary)
        guard symlink(target, temporary) == 0 else { throw .cannotCreate(path: path, reason: reason()) }
        try move(temporary, to: path)
        try sync(folder: parent(of: path))
    }

    /// Where a link leads to; nil of what is none.
    static func target(ofLink path: String) -> String? {
        guard kind(of: path) == S_IFLNK else { return nil }
        return try? FileManager.default.destinationOfSymbolicLink(atPath: path)
    }

    /// The names in a folder, sorted; none where there is no such folder.
    static func names(in folder: String) throws(SchedulingError) -> [String] {
        guard let stream = opendir(folder) else {
            if errno == ENOENT || errno == ENOTDIR { return [] }
            throw .failed(path: folder, reason: reason())
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            // Invariant: the name lives until the next entry is read; it is copied here.
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The paths of all that is no folder below a folder, from there on, sorted; links are not followed.
    static func files(below folder: String, _ start: String = "") throws(SchedulingError) -> [String] {
        var files: [String] = []
        for name in try names(in: folder + (start.isEmpty ? "" : "/" + start)) {
            let path = start.isEmpty ? name : start + "/" + name
            if kind(of: folder + "/" + path) == S_IFDIR {
                files += try self.files(below: folder, path)
            } else {
                files.append(path)
            }
        }
        return files
    }

    /// The paths of all folders below a folder, each before those in it.
    static func folders(below folder: String) throws(SchedulingError) -> [String] {
        var folders: [String] = []
        for name in try names(in: folder) where kind(of: folder + "/" + name) == S_IFDIR {
            folders.append(folder + "/" + name)
            folders += try self.folders(below: folder + "/" + name)
        }
        return folders
    }

    /// The length of a file; nil of nothing.
    static func size(_ path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    /// Removes a folder of ours with all that is in it.
    static func removeTree(_ folder: String) throws(SchedulingError) {
        if kind(of: folder) == nil { return }
        for name in try names(in: folder) {
            let path = folder + "/" + name
            if kind(of: path) == S_IFDIR { try removeTree(path) } else { unlink(path) }
        }
        guard rmdir(folder) == 0 || errno == ENOENT else { throw .failed(path: folder, reason: reason()) }
    }

    /// The bytes of a file.
    static func bytes(of path: String) throws(SchedulingError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .failed(path: path, reason: "it cannot be read")
        }
        return Array(data)
    }

    /// What stands at a path (`S_IFREG` and its like); nil of nothing.
    static func kind(of path: String, followsLinks: Bool = false) -> mode_t? {
        var status = stat()
        let result = followsLinks ? stat(path, &status) : lstat(path, &status)
        return result == 0 ? status.st_mode & S_IFMT : nil
    }

    /// When a file was last written, in seconds since 1970; nil of nothing.
    static func modified(_ path: String) -> Double? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
    }

    /// The folder that a path leads through.
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// What the system says of the call that failed last.
    static func reason() -> String { String(cString: strerror(errno)) }
}
