import Foundation

extension FileSystem {
    /// Makes a folder, and those on the way to it, where they are missing.
    ///
    /// - Parameters:
    ///   - path: the folder.
    ///   - mode: the permissions of new folders; nil for what is usual where the program runs.
    /// - Throws: ``FileError`` if a folder cannot be made.
    /// - Returns: The folders that were made, the outermost first; none stays if one of them cannot be made.
    @discardableResult package static func makeFolder(_ path: String, mode: UInt32? = nil) throws(FileError) -> [String]
    {
        if FileStatus.kind(of: path) == .folder { return [] }
        let parent = FilePath.folder(of: path)
        var made = parent == path ? [] : try makeFolder(parent, mode: mode)
        do throws(FileError) {
            let result = try SystemCall.makeFolder.run(on: path, orThrow: .cannotCreate, allowing: EEXIST) {
                mkdir(path, mode_t(mode ?? 0o777))
            }
            if result == 0 { made.append(path) }
            guard FileStatus.kind(of: path) == .folder else {
                throw FileError(
                    .cannotCreate, path: path,
                    reason: .init(en: "a file of that name is in the way", ar: "في مكانه ملف بهذا الاسم"))
            }
            if result == 0, let mode { try setFolderMode(mode, of: path) }
            try syncFolder(parent)
        } catch {
            removeFolders(made)
            throw error
        }
        return made
    }

    /// Removes those of folders that are empty, the last first.
    static func removeFolders(_ folders: [String]) {
        for folder in folders.reversed() { removeEmptyFolder(folder) }
    }

    /// Removes a folder, if it is there and empty and may be removed.
    @discardableResult package static func removeEmptyFolder(_ path: String) -> Bool {
        SystemCall.removeFolder.attempt(on: path) { rmdir(path) }
    }

    /// Sets the permissions of a folder, whatever the process's mask says.
    package static func setFolderMode(_ mode: UInt32, of path: String) throws(FileError) {
        try SystemCall.chmod.run(on: path, orThrow: .writingFailed) { chmod(path, mode_t(mode)) }
    }

    /// Sees to it that the names in a folder survive a loss of power.
    package static func syncFolder(_ path: String) throws(FileError) {
        try OpenFile(existing: path, named: path).sync()
    }

    /// The names in a folder, sorted; none if there is no such folder.
    package static func names(in folder: String) throws(FileError) -> [String] {
        guard let stream = opendir(folder) else {
            if errno == ENOENT || errno == ENOTDIR { return [] }
            throw FileError(.cannotRead, path: folder, number: errno)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            // The end and an error both give nothing; only an error sets its number.
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw FileError(.readingFailed, path: folder, number: errno) }
                return names.sorted()
            }
            // Invariant: the name lives until the next entry is read; it is copied here.
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
    }

    /// The paths of everything but folders below a folder, relative to it, sorted folder by folder; links are not followed.
    package static func files(below folder: String) throws(FileError) -> [String] {
        var files: [String] = []
        for name in try names(in: folder) {
            let path = folder + "/" + name
            if FileStatus.kind(of: path, followsLinks: false) == .folder {
                files += try self.files(below: path).map { name + "/" + $0 }
            } else {
                files.append(name)
            }
        }
        return files
    }

    /// The paths of all folders below a folder, each before those in it; links are not followed.
    package static func folders(below folder: String) throws(FileError) -> [String] {
        var folders: [String] = []
        for name in try names(in: folder) {
            let path = folder + "/" + name
            guard FileStatus.kind(of: path, followsLinks: false) == .folder else { continue }
            folders.append(path)
            folders += try self.folders(below: path)
        }
        return folders
    }

    /// Removes a folder with everything in it; links are removed, and what they lead to stays.
    package static func removeTree(_ folder: String) throws(FileError) {
        guard FileStatus.kind(of: folder, followsLinks: false) != nil else { return }
        for name in try names(in: folder) {
            let path = folder + "/" + name
            if FileStatus.kind(of: path, followsLinks: false) == .folder {
                try removeTree(path)
            } else {
                removeFile(path)
            }
        }
        try SystemCall.removeFolder.run(on: folder, orThrow: .writingFailed, allowing: ENOENT) { rmdir(folder) }
    }
}
