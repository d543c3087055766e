import Support
import TrainingStats

/// Keeps the records of some members of a dimension.
public struct Filter: Hashable, Sendable {
    /// Which members are kept; the raw value is the sign in the written form.
    public enum Choice: String, Hashable, Sendable, CaseIterable {
        /// Those that are named.
        case named = "="
        /// All but those that are named; the unknown stays unless it is named.
        case allBut = "!="
        /// Those whose code, or whose name in either language, contains one of the texts.
        case containing = "~"
    }

    /// Identifier of the dimension.
    public var dimension: String
    /// Which members are kept.
    public var choice: Choice
    /// The members that are named, `_U` being the unknown; or the texts that members contain.
    public var members: [String]

    /// A filter given by its parts.
    public init(dimension: String, _ choice: Choice = .named, members: [String]) {
        self.dimension = dimension
        self.choice = choice
        self.members = members
    }

    /// Whether two filters are the same, byte for byte.
    public static func == (left: Filter, right: Filter) -> Bool {
        left.members.count == right.members.count && left.choice == right.choice && left.dimension == right.dimension
            && left.members.elementsEqual(right.members) { $0.hasBytes(of: $1) }
    }

    /// Hashes what makes filters the same.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(dimension)
        hasher.combine(choice)
        for member in members { hasher.combine(ByteKey(member)) }
    }

    /// Whether a part of the calendar is kept, which has no name besides its code.
    func admits(part code: String) -> Bool {
        switch choice {
        case .named: members.holds(code)
        case .allBut: !members.holds(code)
        case .containing: members.contains { SoughtText($0)?.isIn([code]) ?? false }
        }
    }
}

/// A text that is looked for in codes and names, whatever their case, spacing, punctuation and vowel marks.
struct SoughtText {
    private let folded: [UInt8]

    /// A text to look for; nil where it has neither letters nor digits, which would be in every name.
    init?(_ text: String) {
        folded = Array(Spelling.folded(text).utf8)
        if folded.isEmpty { return nil }
    }

    /// Whether one of the texts contains it.
    func isIn(_ texts: [String]) -> Bool { texts.contains { Array(Spelling.folded($0).utf8).contains(folded) } }
}
