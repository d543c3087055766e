import Support

/// The columns of a table of the data contract, one case each, in the order of the contract.
///
/// Readers ask a row for its fields by these cases, so that a misspelt column does not compile.
protocol TableColumn: Hashable, Sendable, CaseIterable where AllCases == [Self] {
    /// The table that they are columns of.
    static var table: RecordTable { get }
    /// The column by which other tables refer to its rows; nil of those that none refers to.
    static var key: Self? { get }
    /// Its name in the header.
    var name: String { get }
    /// What people call it: a heading by which readers know it, too.
    var heading: BilingualText { get }
    /// What it says of a row, in a sentence or two.
    var meaning: BilingualText { get }
    /// What its fields hold.
    var content: FieldContent { get }
    /// Whether it must be there.
    var need: ColumnNeed { get }
    /// Whether its fields are wording for people, such as titles and names, which may read like a code.
    var holdsWording: Bool { get }
}

/// Whether a column must be there.
enum ColumnNeed {
    /// The header may lack it.
    case optional
    /// The header must have it; fields may be empty.
    case inHeader
    /// The header must have it, and each row must fill it in.
    case inEveryRow
}

extension TableColumn {
    /// No other table refers to its rows.
    static var key: Self? { nil }

    /// Its fields are codes, members, numbers or days.
    var holdsWording: Bool { false }

    /// The names of the columns that a header must have, and of those that it may have.
    static var names: (required: [String], optional: [String]) {
        (
            allCases.filter { $0.need != .optional }.map(\.name),
            allCases.filter { $0.need == .optional }.map(\.name)
        )
    }
}

extension TableColumn where Self: RawRepresentable, RawValue == String {
    /// The raw value.
    var name: String { rawValue }
}

/// A table whose rows say where a person belongs.
protocol ProfileColumn: TableColumn {
    static var state: Self { get }
    static var institution: Self { get }
    static var sector: Self { get }
    /// Nil where the table has no such column.
    static var sexOfPerson: Self? { get }
}
