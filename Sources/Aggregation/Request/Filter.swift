import Support
import TrainingStats

/// Keeps the records that belong to some members of a dimension.
public struct Filter: Hashable, Sendable {
    /// Identifier of the dimension.
    public var dimension: String
    /// The members that are kept; `_U` is the unknown.
    public var members: [String]

    /// A filter given by its parts.
    public init(dimension: String, members: [String]) {
        self.dimension = dimension
        self.members = members
    }

    /// Whether two filters are the same, byte for byte.
    public static func == (left: Filter, right: Filter) -> Bool {
        left.dimension == right.dimension && left.members.map { ByteKey($0) } == right.members.map { ByteKey($0) }
    }

    /// Hashes what makes filters the same.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(dimension)
        for member in members { hasher.combine(ByteKey(member)) }
    }

    /// A filter in the form `state=KWT,QAT`; a comma, semicolon or backslash in a member is escaped by a backslash.
    ///
    /// Marks are found among scalars: a comma with a combining mark behind it is one character to Swift, and still a comma.
    public init(parsing text: String) throws(RequestError) {
        let sides = text.unicodeScalars.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard sides.count == 2, !sides[0].isEmpty else { throw .badFilter(text) }
        dimension = String(sides[0])
        members = Self.split(String(sides[1]), at: ",").map(Self.unescaped)
        guard !members.contains("") else { throw .badFilter(text) }
    }

    /// Several filters joined by semicolons, as in `published.csv`; none of an empty text.
    public static func list(parsing text: String) throws(RequestError) -> [Filter] {
        var filters: [Filter] = []
        for part in split(text, at: ";") where !part.isEmpty { filters.append(try Filter(parsing: part)) }
        return filters
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
