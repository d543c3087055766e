import Support

/// How a register becomes the tables of a dataset: what a file of JSON says, and what a proposal guesses.
///
/// ```swift
/// let mapping = try Mapping(json: bytes, path: "register.mapping.json")
/// let text = mapping.text(comments: ["tables[0].fields.sessions\\.start_date": ["day/month/year: 31/12/2024"]])
/// ```
package struct Mapping: Hashable, Sendable {
    /// What stands between the fields of CSV files; nil where it is told by the lines.
    package var separator: UInt8?
    /// The mark before the decimals of a number: a point or a comma; nil where each number tells.
    package var decimalMark: Character?
    /// The members of the `dataset.json` that is written, in their order.
    package var dataset: [JSONNode.Member] = []
    /// What other currencies are worth in the dataset's, of which `rates.csv` is made.
    package var rates: [MappedRate] = []
    /// The spellings of members, by the names of the fields and values that use them.
    package var words: [WordList] = []
    /// The tables of the register, at least one.
    package var tables: [MappedTable] = []

    /// An empty mapping, which imports nothing.
    package init() {}

    /// The list of a name.
    package func words(_ name: String) -> WordList? { words.first { $0.name == name } }
}

/// The members of a field, and how each is spelled in the register.
package struct WordList: Hashable, Sendable {
    /// A member and its spellings.
    package struct Member: Hashable, Sendable {
        /// What is written into the dataset: `KWT`, `completed`, the name of an institution.
        package var name: String
        /// How the register spells it; the name itself is always a spelling.
        package var spellings: [String]

        /// A member given by its name and its other spellings.
        package init(_ name: String, _ spellings: [String] = []) {
            self.name = name
            self.spellings = spellings
        }
    }

    /// The field or value whose texts are looked up: `trainees.state`, `attended`.
    package var name: String
    /// The members in their order.
    package var members: [Member]

    /// A list given by its members.
    package init(_ name: String, _ members: [Member]) {
        self.name = name
        self.members = members
    }
}

/// A table in a register: one shape of sheet, which several sheets may have.
package struct MappedTable: Hashable, Sendable {
    /// The sheets or files that hold it, `*` standing for any text; empty for all.
    package var sheets: [String] = []
    /// Those of them that do not hold it: legends, look-ups.
    package var except: [String] = []
    /// How its headings are found.
    package var headings = Headings()
    /// Which rows count, and how.
    package var rows = RowRules()
    /// What runs across: days with marks, or courses in groups of columns; nil where a row is one record.
    package var across: Across?
    /// Values that are no columns of the dataset, but which rules, keys and fields use, in the order of working out.
    package var values: [NamedField] = []
    /// The columns of the dataset that are filled: `courses.title`, `participations.status`.
    package var fields: [NamedField] = []
    /// Columns with numbers of people, each with what they have in common; fields without `headcounts.`.
    package var headcounts: [[NamedField]] = []
    /// Of which fields and values the identifiers of the dataset are made.
    package var keys = Keys()
    /// Sums that the register states, which are held against its rows and not imported.
    package var checks: [Check] = []
    /// Headings of columns that nothing is made of.
    package var unused: [String] = []

    /// An empty table.
    package init() {}

    /// How the headings of a table are found.
    package struct Headings: Hashable, Sendable {
        /// Headings that stand in one row, or in the rows of the heading; the first such row is that of the headings.
        package var words: [String] = []
        /// How many rows the headings take.
        package var rows = 1
        /// How many rows below them are no records, such as one of weekdays.
        package var below = 0

        /// No headings.
        package init() {}
    }

    /// Which rows count.
    package struct RowRules: Hashable, Sendable {
        /// Headings of columns that a record fills in; rows without one of them are passed over.
        package var need: [String] = []
        /// Texts of rows that are passed over: their first filled cell is one, or starts with one that ends in `*`.
        package var skip: [String] = []
        /// Texts of the row with which the table ends, likewise.
        package var end: [String] = []
        /// Headings of columns whose value stands once, above the rows that it is for.
        package var fill: [String] = []
        /// The name of the value that rows with a single filled cell give to the rows below them.
        package var section: String?
        /// Rows of which no participation is made, where one of these holds.
        package var leaveOut: [Condition] = []
        /// What counts where a person stands in a session more than once.
        package var repeats = Repeats.refuse

        /// All rows count.
        package init() {}
    }

    /// What counts where a person stands in a session more than once.
    package enum Repeats: String, CaseIterable, Hashable, Sendable {
        /// The first row; the others are told as errors.
        case refuse
        /// The row that went furthest: completed, attended, no-show, withdrawn, registered.
        case furthest
        /// The last row.
        case last
    }

    /// Of what the identifiers of the dataset are made: names of fields and values; empty for what is usual.
    package struct Keys: Hashable, Sendable {
        /// Those of courses; usually the title.
        package var courses: [String] = []
        /// Those of sessions; usually the course and the first day.
        package var sessions: [String] = []
        /// Those of trainees; usually the identifier, else name and year of birth.
        package var trainees: [String] = []
        /// Those of trainers; usually the name.
        package var trainers: [String] = []

        /// What is usual.
        package init() {}
    }

    /// A sum that the register states.
    package struct Check: Hashable, Sendable {
        /// The stated number.
        package var field: Field
        /// What it must be equal to: a value of the row, or `rows`, the number of records.
        package var equals: String

        /// A check given by its sides.
        package init(_ field: Field, equals: String) {
            self.field = field
            self.equals = equals
        }
    }
}

/// A field with the name of what it fills.
package struct NamedField: Hashable, Sendable {
    /// A column of the dataset, such as `sessions.start_date`, or the name of a value.
    package var name: String
    /// Where it comes from.
    package var field: Field

    /// A named field.
    package init(_ name: String, _ field: Field) {
        self.name = name
        self.field = field
    }
}
