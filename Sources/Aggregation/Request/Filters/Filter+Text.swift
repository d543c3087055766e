import Support

/// The written form: `state=KWT,QAT`, `state!=KWT`, `institution~navy`.
///
/// A comma, semicolon or backslash in a member is escaped by a backslash, and so is a space at its start or end: others are
/// left out. Marks are found among scalars: a comma with a
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
            members: Self.split(String(rest), at: ",").map(Self.unescaped))
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

    /// A member as a filter names it: a comma, semicolon or backslash, and a space at an end, is escaped by a backslash.
    public static func escaped(_ member: String) -> String {
        var text = ""
        let scalars = Array(member.unicodeScalars)
        for (position, scalar) in scalars.enumerated() {
            let isAtEnd = position == 0 || position == scalars.count - 1
            if [",", ";", "\\"].contains(scalar) || (scalar == " " && isAtEnd) { text.unicodeScalars.append("\\") }
            text.unicodeScalars.append(scalar)
        }
        return text
    }

    /// Splits at a separator that no backslash precedes; escapes stay.
    private static func split(_ text: String, at separator: Unicode.Scalar) -> [String] {
        guard text.unicodeScalars.contains(separator) else { return [text] }
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

    /// The text without the spaces around it.
    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars.drop { $0 == " " }
        guard let last = scalars.lastIndex(where: { $0 != " " }) else { return "" }
        return String(scalars[...last])
    }

    /// A member whose written form is a text: what follows a backslash stands for itself, and other spaces around it are left
    /// out.
    private static func unescaped(_ text: String) -> String {
        let bytes = text.utf8
        if bytes.first != UInt8(ascii: " "), bytes.last != UInt8(ascii: " "), !bytes.contains(UInt8(ascii: "\\")) {
            return text
        }
        var scalars: [(scalar: Unicode.Scalar, isEscaped: Bool)] = []
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if scalar == "\\", !isEscaped {
                isEscaped = true
            } else {
                scalars.append((scalar, isEscaped))
                isEscaped = false
            }
        }
        func isBlank(_ part: (scalar: Unicode.Scalar, isEscaped: Bool)) -> Bool {
            part.scalar == " " && !part.isEscaped
        }
        guard let last = scalars.lastIndex(where: { !isBlank($0) }) else { return "" }
        var result = ""
        for part in scalars[...last].drop(while: isBlank) { result.unicodeScalars.append(part.scalar) }
        return result
    }
}
