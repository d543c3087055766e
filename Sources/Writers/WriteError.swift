import Support

/// Why a file could not be made.
public enum WriteError: Error, Hashable, Sendable {
    /// The file could not be written.
    case failed(path: String, reason: String)
    /// A table is larger than the format can hold.
    case tooLarge(table: String, reason: String)

    /// The message for users.
    public var message: String {
        switch self {
        case .failed(let path, let reason): "\(path): \(reason)"
        case .tooLarge(let table, let reason): "the table '\(table)' does not fit: \(reason)"
        }
    }
}

extension WriteError {
    /// The error of a file that is written.
    init(_ error: FileError) { self = .failed(path: error.path, reason: error.reason) }
}
