import Records
import Support
import TrainingStats

/// A workbook to be filled in that is asked for.
package struct TemplateRequest: Sendable {
    /// The languages of headings and explanations, at least one; the first decides the direction and the lists.
    package var languages: [Language]
    /// The records that it is filled with; none if there is no source.
    package var source: (any RecordSource)?
    /// The day that is written as the time of creation.
    package var today: CivilDate

    /// A request given by its parts.
    package init(languages: [Language], source: (any RecordSource)?, today: CivilDate) {
        self.languages = languages.isEmpty ? [.en] : languages
        self.source = source
        self.today = today
    }

    /// The language of what can have one only, such as the words of lists.
    var language: Language { languages.first ?? .en }

    /// A text in all languages, with a separator between them.
    func text(_ text: BilingualText, by separator: String = "\n") -> String {
        languages.map { text($0) }.filter { !$0.isEmpty }.joined(separator: separator)
    }

    /// A text in all languages, one below the other; one that runs against the direction of the sheets is isolated, so that
    /// its punctuation stands where it belongs.
    func prose(_ text: BilingualText) -> String {
        languages.map { isolated(text($0), in: $0) }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// A text of a language as sheets of the first language show it in its own direction.
    func isolated(_ text: String, in language: Language) -> String {
        guard language.isRightToLeft != self.language.isRightToLeft, !text.isEmpty else { return text }
        return (language.isRightToLeft ? "\u{2067}" : "\u{2066}") + text + "\u{2069}"
    }

    /// The name of a sheet.
    func name(of sheet: SheetPurpose) -> String { text(sheet.title, by: " · ") }
}

/// What a template holds.
package struct MadeTemplate: Sendable {
    /// How many rows of each table it has, in the order of its sheets.
    package var rows: [(table: RecordTable, count: Int)]

    /// How many there are in all.
    package var records: Int { rows.reduce(0) { $0 + $1.count } }
}
