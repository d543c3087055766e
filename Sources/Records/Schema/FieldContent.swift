import Support
import TrainingStats

/// What the fields of a column hold.
package enum FieldContent: Hashable, Sendable {
    /// A text that names the row.
    case identifier
    /// The identifier of a row of another table.
    case reference(RecordTable)
    /// Any text.
    case text
    /// One of a list of codes, or its name.
    case code([FieldCode])
    /// A state, by its code or name.
    case state
    /// A topic, by its code or name.
    case topic
    /// A day; not before that of another column, if one is named.
    case date(notBefore: String?)
    /// A number.
    case number(NumberBounds)

    /// A day.
    static var date: Self { .date(notBefore: nil) }

    /// A code of a type.
    static func code<Code: NamedCode>(of type: Code.Type) -> Self {
        .code(Code.allCases.map { FieldCode(code: $0.rawValue, name: $0.name ?? BilingualText(en: $0.rawValue)) })
    }

    /// A number within bounds.
    static func decimal(from least: Int? = nil, to greatest: Int? = nil) -> Self {
        .number(NumberBounds(least: least, greatest: greatest, isWhole: false))
    }

    /// A whole number within bounds.
    static func whole(_ range: ClosedRange<Int>) -> Self {
        .number(NumberBounds(least: range.lowerBound, greatest: range.upperBound, isWhole: true))
    }
}

/// A code of a closed list with its name.
package struct FieldCode: Hashable, Sendable {
    /// The code.
    package var code: String
    /// Its name, which readers know as well.
    package var name: BilingualText
    /// What else readers know it by.
    package var also: [String] = []

    /// What readers know it by, besides the code.
    package var spellings: [String] { [name.en, name.ar].compactMap(\.self) + also }
}

/// Which numbers a column can hold.
package struct NumberBounds: Hashable, Sendable {
    /// The least one.
    package var least: Int?
    /// The greatest one.
    package var greatest: Int?
    /// Whether it has no decimals.
    package var isWhole: Bool
}
