import Support

/// Why nothing is imported.
package enum ImportError: Error, Hashable, Sendable {
    /// A source cannot be read: the message says why, and the way round.
    case unreadable(BilingualText)
    /// The mapping is wrong at these places, in the order of lines, or does not fit the register there.
    case badMapping(path: String, problems: [JSONProblem])
    /// The mapping and the register do not fit together.
    case refused(BilingualText, remedy: BilingualText)
    /// The target has files that an import does not replace.
    case occupied(BilingualText, remedy: BilingualText)

    /// What is wrong, where, and the remedy, in English; at least one line.
    package var messages: [String] { texts.map(\.en) }

    /// The same in both languages.
    package var texts: [BilingualText] {
        switch self {
        case .unreadable(let message): [message]
        case .badMapping(let path, let problems):
            problems.map { problem in
                let place = path + (problem.line.map { ":\($0)" } ?? "") + ": "
                let key = problem.path.isEmpty ? "" : problem.path + ": "
                return .init(
                    en: place + key + problem.advice,
                    ar: (place + key).isolated + problem.adviceInArabic)
            }
        case .refused(let message, let remedy), .occupied(let message, let remedy):
            [.init(en: "\(message.en); \(remedy.en)", ar: "\(message(.ar))؛ \(remedy(.ar))")]
        }
    }
}
