import Support

/// Why releases cannot be made or looked at; nothing half-made stays.
package enum ReleaseError: Error, Hashable, Sendable {
    /// Another run holds the lock of a folder.
    case locked(path: String)
    /// A file or folder cannot be read or written.
    case file(FileError)
    /// There is no release where one is asked for.
    case noRelease(path: String)
    /// A manifest cannot be read, or was changed after it was written.
    case badManifest(path: String, reason: String)

    /// What is wrong, where, and the remedy.
    package var message: String {
        switch self {
        case .locked(let path): "\(path): another run is at work there; --wait SECONDS waits for it"
        case .file(let error): error.message
        case .noRelease(let path): "\(path): there is no release; it would have a manifest.json"
        case .badManifest(let path, let reason):
            "\(path): \(reason); restore it from a copy, or move its folder away to have the release made again"
        }
    }

    /// Does work with files, whose errors become those of releases.
    static func wrapping<Result>(_ work: () throws(FileError) -> Result) throws(ReleaseError) -> Result {
        do throws(FileError) { return try work() } catch { throw .file(error) }
    }
}
