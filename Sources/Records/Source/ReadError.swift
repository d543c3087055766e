import Support

/// Why a dataset cannot be read at all.
public enum ReadError: Error, Hashable, Sendable {
    /// Something that must be there is not.
    case missing(path: String, remedy: String)
    /// Something is there and cannot be read.
    case unreadable(path: String, reason: String)
    /// Reading failed midway.
    case failedMidway(path: String, reason: String)
    /// `dataset.json` is wrong at these places, at least one, in the order of lines.
    case badSettings(path: String, problems: [JSONProblem])
    /// Something else than a dataset is there, or tables are missing.
    case noDataset(NoDataset)

    /// What is wrong, where, and the remedy; of settings the first that is wrong.
    public var message: String { messages.first ?? "" }

    /// Everything that is wrong, at least one line.
    public var messages: [String] {
        switch self {
        case .missing(let path, let remedy): ["\(path): not found; \(remedy)"]
        case .unreadable(let path, let reason): ["\(path): cannot be read: \(reason)"]
        case .failedMidway(let path, let reason): ["\(path): reading failed midway: \(reason)"]
        case .noDataset(let trouble): trouble.texts.map(\.en)
        case .badSettings(let path, let problems):
            problems.map { "\(path):\($0.line ?? 1): \($0.path): \($0.message)" }
        }
    }
}

extension ReadError {
    /// The error of a file of a dataset.
    init(_ error: FileError) {
        self =
            error.kind == .cannotRead
            ? .unreadable(path: error.path, reason: error.reason)
            : .failedMidway(path: error.path, reason: error.reason)
    }
}
