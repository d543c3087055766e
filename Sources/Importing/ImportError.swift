import Support

/// Why nothing is imported.
package enum ImportError: Error, Hashable, Sendable {
    /// A source cannot be read: the message says why, and the way round.
    case unreadable(String)
    /// The mapping is wrong at these places, in the order of lines.
    case badMapping(path: String, problems: [JSONProblem])
    /// The mapping and the register do not fit together.
    case refused(String, remedy: String)
    /// The target has files that an import does not replace.
    case occupied(String, remedy: String)

    /// What is wrong, where, and the remedy; at least one line.
    package var messages: [String] {
        switch self {
        case .unreadable(let message): [message]
        case .badMapping(let path, let problems):
            problems.map { "\(path):\($0.line ?? 1): \($0.path.isEmpty ? "" : $0.path + ": ")\($0.advice)" }
        case .refused(let message, let remedy), .occupied(let message, let remedy): [message + "; " + remedy]
        }
    }
}
