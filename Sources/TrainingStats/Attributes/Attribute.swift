import Support

/// A property of records that a dataset declares itself, by which they are grouped: part of `dataset.json`.
///
/// It is a further column of a table. Trainees and groups that were counted can state the same property, each in a column of
/// their table.
public struct Attribute: Hashable, Sendable {
    /// The tables whose further columns can be declared.
    public enum Table: String, Sendable, CaseIterable {
        case trainees, courses, sessions, trainers, participations, headcounts
    }

    /// What its fields hold, which decides its members.
    public enum Kind: Hashable, Sendable {
        /// Texts, each of which is a member.
        case text
        /// Codes of a list, or their names.
        case codes([Code])
        /// Numbers, whose members are bands; without bands they are for measures alone.
        case number(Bands?)
        /// Days, whose members are the parts of the calendar that they are in.
        case date(PeriodKind)
    }

    /// A code of a list.
    public struct Code: Hashable, Sendable {
        /// The code, which is the member.
        public var code: String
        /// Its name.
        public var name: BilingualText
        /// What else records call it.
        public var also: [String]

        /// What records call it besides the code.
        package var spellings: [String] { [name.en, name.ar].compactMap(\.self) + also }

        /// A code given by its properties.
        public init(code: String, name: BilingualText, also: [String] = []) {
            self.code = code
            self.name = name
            self.also = also
        }
    }

    /// Identifier of its dimension: `rank`.
    public var id: String
    /// Heading of its dimension.
    public var name: BilingualText
    /// What its fields hold.
    public var kind: Kind
    /// The name of its column in each table that states it.
    public var columns: [Table: String]

    /// An attribute given by its properties.
    public init(id: String, name: BilingualText, kind: Kind = .text, columns: [Table: String]) {
        self.id = id
        self.name = name
        self.kind = kind
        self.columns = columns
    }

    /// Whether it is a property of persons and groups, and not of one other table.
    public var isOfTrainees: Bool { columns[.trainees] != nil || columns[.headcounts] != nil }

    /// The table whose records it is a property of; of persons and groups that of the persons.
    public var table: Table { isOfTrainees ? .trainees : columns.keys.first ?? .trainees }

    /// Whether its fields hold numbers.
    package var isNumber: Bool { if case .number = kind { true } else { false } }

    /// Whether its members come from the records of participations, which are not kept: they must be found before any of
    /// these is counted.
    package var hasMembersOfParticipations: Bool { table == .participations && codes == nil && !isNumber }

    /// Whether it is a dimension: all but numbers without bands.
    package var isDimension: Bool { if case .number(nil) = kind { false } else { true } }

    /// The codes that it can have, in their order; nil where they come from the records.
    public var codes: [String]? {
        switch kind {
        case .codes(let codes): codes.map(\.code)
        case .number(let bands): bands?.codes
        case .text, .date: nil
        }
    }
}

/// What the records say of an attribute: for each row the code of its member.
public struct AttributeValues: Sendable {
    /// The members: those of a list first, in its order, then others as they are met.
    public var members = KeyTable()
    /// The code of each row's member, negative where it is not known.
    ///
    /// The rows are those of courses, of sessions or of trainers; or persons, then affiliations, then headcounts. Those of
    /// participations stand in the blocks of these.
    public var codes: [Int32] = []
    /// The number of each row, of an attribute of numbers.
    package var numbers = DecimalColumn()

    /// Nothing said yet.
    public init() {}

    /// The code of a row's member; negative where it is not known.
    public func code(ofRow row: Int) -> Int32 { codes.indices.contains(row) ? codes[row] : -1 }

    /// The member of a row; nil where it is not known.
    package func member(ofRow row: Int) -> String? {
        let code = code(ofRow: row)
        return code < 0 ? nil : members[Int(code)]
    }
}
