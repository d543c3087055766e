import Support

/// Something to be told about a register: where, and what.
package struct ImportMessage: Hashable, Sendable {
    /// How bad it is.
    package enum Severity: Hashable, Sendable {
        /// The row is not taken over.
        case error
        /// The row is taken over, and somebody should look at it.
        case warning
    }

    /// How bad it is.
    package var severity: Severity
    /// Where it stands first: `register.xlsx!Sheet1:C17`.
    package var place: String
    /// What it is, and what to do.
    package var text: BilingualText
    /// In how many places it is the same.
    package var count = 1
}

/// What was found in a register: each thing once, with its first place and how often it is there.
package struct ImportLog: Sendable {
    /// The messages in the order of their first places.
    package private(set) var messages: [ImportMessage] = []
    private var positions: [String: Int] = [:]
    private var counts: [ImportMessage.Severity: Int] = [:]

    /// An empty log.
    package init() {}

    /// Notes something; what has been told under the same topic is counted.
    mutating func add(
        _ severity: ImportMessage.Severity, at place: String, _ text: BilingualText, topic: String? = nil
    ) {
        let topic = topic ?? text.en
        if let position = positions[topic] {
            messages[position].count += 1
            counts[messages[position].severity, default: 0] += 1
        } else {
            positions[topic] = messages.count
            counts[severity, default: 0] += 1
            messages.append(ImportMessage(severity: severity, place: place, text: text))
        }
    }

    /// How many places there are of a severity.
    package func count(_ severity: ImportMessage.Severity) -> Int {
        counts[severity] ?? 0
    }
}
