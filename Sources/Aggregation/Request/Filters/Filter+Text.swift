import Support

/// The written form: `state=KWT,QAT`, `state!=KWT`, `institution~navy`.
///
/// A comma, semicolon or backslash in a member is escaped by a backslash. Marks are found among scalars: a comma with a
/// combining mark behind it is one character to Swift, and still a comma.
extension Filter {
    /// A filter in its written form.
    public init(parsing text: String) throws(RequestError) {
        let scalars = text.unicodeScalars
        guard let sign = scalars.firstIndex(where: { ["=", "!", "~"].contains($0) }), sign > scalars.startIndex,
            let choice = Choice.allCases.first(where: {
                text[sign...].unicodeScalars.starts(with: $0.rawValue.unicodeScalars)
            })
        else { throw .badFilter(text) }
        let rest = scalars[sign...].dropFirst(choice.rawValue.unicodeScalars.count)
        self.init(
            dimension: Self.trimmed(String(scalars[..<sign])), choice,
            members: Self.split(String(rest), at: ",").map { Self.unescaped(Self.trimmed($0)) })
        guard !dimension.isEmpty, !members.contains("") else { throw .badFilter(text) }
        if let empty = textOfNothing { throw .badSoughtText(empty) }
    }

    /// A text to look for that no member can contain: it has neither letters nor digits, or stands for what is not known;
    /// nil if there is none.
    package var textOfNothing: String? {
        choice == .containing ? members.first { SoughtText($0) == nil || $0 == "_U" || $0 == "_T" } : nil
    }

    /// Several filters joined by semicolons, as in `published.csv`; none of an empty text.
    public static func list(parsing text: String) throws(RequestError) -> [Filter] {
        var filters: [Filter] = []
        for part in split(text, at: ";") where !trimmed(part).isEmpty { filters.append(try Filter(parsing: part)) }
        return filters
    }

    /// A member as a filter names it: a comma, semicolon or backslash is escaped by a backslash.
    public static func escaped(_ member: String) -> String {
        var text = ""
        for scalar in member.unicodeScalars {
            if [",", ";", "\\"].contains(scalar) { text.unicodeScalars.append("\\") }
            text.unicodeScalars.append(scalar)
        }
        return text
    }

    /// Splits at a separator that no backslash precedes; escapes stay.
    private static func split(_ text: String, at separator: Unicode.Scalar) -> [String] {
        var parts = [""]
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if scalar == separator, !isEscaped {
                parts.append("")
            } else {
                parts[parts.count - 1].unicodeScalars.append(scalar)
            }
            isEscaped = scalar == "\\" && !isEscaped
        }
        return parts
    }

    /// The text without the spaces around it: fields of tables have none, so that no member has.
    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars.drop { $0 == " " }
        guard let last = scalars.lastIndex(where: { $0 != " " }) else { return "" }
        return String(scalars[...last])
    }

    private static func unescaped(_ text: String) -> String {
        var result = ""
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if scalar == "\\", !isEscaped {
                isEscaped = true
            } else {
                result.unicodeScalars.append(scalar)
                isEscaped = false
            }
        }
        return result
    }
}
