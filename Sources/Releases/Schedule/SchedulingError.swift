/// Why releases cannot be made or looked at; nothing half-made stays.
public enum SchedulingError: Error, Hashable, Sendable {
    /// Another run holds the lock of a folder.
    case locked(path: String)
    /// A file or folder cannot be made.
    case cannotCreate(path: String, reason: String)
    /// Reading or writing failed midway.
    case failed(path: String, reason: String)
    /// There is no release where one is asked for.
    case noRelease(path: String)
    /// A manifest is none, or is not what was written.
    case badManifest(path: String, reason: String)

    /// What is wrong, where, and the remedy.
    public var message: String {
        switch self {
        case .locked(let path): "\(path): another run is at work there; --wait SECONDS waits for it"
        case .cannotCreate(let path, let reason): "\(path): cannot be created: \(reason)"
        case .failed(let path, let reason): "\(path): reading or writing failed: \(reason)"
        case .noRelease(let path): "\(path): there is no release; it would have a manifest.json"
        case .badManifest(let path, let reason):
            "\(path): \(reason); restore it from a copy, or move its folder away to have the release made again"
        }
    }
}
