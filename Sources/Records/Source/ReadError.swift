import Support

/// Why a dataset cannot be read at all.
public enum ReadError: Error, Hashable, Sendable {
    /// Something that must be there is not.
    case missing(path: String, remedy: BilingualText)
    /// Something is there and cannot be read.
    case unreadable(path: String, reason: BilingualText)
    /// Reading failed midway.
    case failedMidway(path: String, reason: BilingualText)
    /// Its server cannot be reached, or cut the connection.
    case unavailable(path: String, reason: BilingualText)
    /// Its server does not accept the user, the password or the token.
    case refused(path: String, reason: BilingualText)
    /// `dataset.json` or `measures.json` is wrong at these places, at least one, in the order of lines.
    case badSettings(path: String, problems: [JSONProblem])
    /// Something else than a dataset is there, or tables are missing.
    case noDataset(NoDataset)

    /// What is wrong, where, and the remedy, in English; of settings the first that is wrong.
    public var message: String { texts.first?.en ?? "" }

    /// Everything that is wrong, at least one line, in both languages.
    package var texts: [BilingualText] {
        switch self {
        case .missing(let path, let remedy):
            [.init(en: "\(path): not found; \(remedy.en)", ar: "\(path): غير موجود؛ \(remedy(.ar))")]
        case .unreadable(let path, let reason): [FileError(.cannotRead, path: path, reason: reason).text]
        case .failedMidway(let path, let reason): [FileError(.readingFailed, path: path, reason: reason).text]
        case .unavailable(let path, let reason), .refused(let path, let reason):
            [.init(en: "\(path): \(reason.en)", ar: "\(path.isolated): \(reason(.ar))")]
        case .noDataset(let trouble): trouble.texts
        case .badSettings(let path, let problems):
            problems.map { problem in
                .init(
                    en:
                        "\(path):\(problem.line ?? 1): \(problem.path.isEmpty ? "" : problem.path + ": ")\(problem.message)"
                )
            }
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
