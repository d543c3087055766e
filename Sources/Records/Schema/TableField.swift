import Support

/// A column of a table as others see it, who do not read records.
package struct TableField: Hashable, Sendable {
    /// Its name in the header.
    package var name: String
    /// What people call it; readers know it by this, too.
    package var heading: BilingualText
    /// What it says of a row.
    package var meaning: BilingualText
    /// What its fields hold.
    package var content: FieldContent
    /// Whether the header must have it.
    package var isRequired: Bool
    /// Whether each row must fill it in.
    package var isFilledInEveryRow: Bool
}

extension RecordTable {
    /// Finds the column that a heading names, by its position in `fields`.
    var headings: NameIndex { columns.headings }
}

extension TableColumn {
    /// All columns of the table, as others see them.
    static var fields: [TableField] {
        allCases.map {
            TableField(
                name: $0.name, heading: $0.heading, meaning: $0.meaning, content: $0.content,
                isRequired: $0.need != .optional,
                isFilledInEveryRow: $0.need == .inEveryRow)
        }
    }

    /// Finds the column that a heading names: by its identifier or its wording in either language, in any spelling.
    static var headings: NameIndex {
        var names = NameIndex()
        for (position, column) in allCases.enumerated() {
            names.insert(code: column.name, at: position)
            names.insert(wording: column.heading, at: position)
        }
        return names
    }
}
