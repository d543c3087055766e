import Support
import TrainingStats

/// A report as typed tables with their texts, ready for any writer.
public struct Document: Sendable {
    /// Title of the report.
    public var title: String
    /// What it is about, in one line.
    public var subject: String
    /// Who is responsible for it.
    public var author: String
    /// The language of its texts; Arabic is written from right to left.
    public var language: Language
    /// The digits of its texts and figures.
    public var digits: Digits
    /// What a reader must know before any figure, in one line: period, reporting day, filters, which release it is.
    public var lead: String
    /// The figures that readers see first; nil where the report has none.
    public var keyFigures: KeyFigures?
    /// Facts about the whole report, each with label and value: period, reporting day, custodian, records read and rejected.
    public var particulars: [Particular]
    /// The files that the figures come from.
    public var inputs: [InputRecord]
    /// The tables, in order.
    public var tables: [Table]
    /// Tables that the dataset cannot fill, with the reason.
    public var omissions: [Omission]
    /// The reporting day, which is also the date in the files.
    public var reportingDay: CivilDate

    /// A document given by its parts; its digits are those of its language unless given.
    public init(
        title: String, subject: String = "", author: String = "", language: Language, digits: Digits? = nil,
        lead: String = "", keyFigures: KeyFigures? = nil,
        particulars: [Particular], inputs: [InputRecord] = [], tables: [Table], omissions: [Omission] = [],
        reportingDay: CivilDate
    ) {
        self.title = title
        self.subject = subject
        self.author = author
        self.language = language
        self.digits = digits ?? .usual(in: language)
        self.lead = lead
        self.keyFigures = keyFigures
        self.particulars = particulars
        self.inputs = inputs
        self.tables = tables
        self.omissions = omissions
        self.reportingDay = reportingDay
    }

    /// The definitions of the terms of all tables, each once, in the order of first use.
    public var definitions: [Definition] {
        var seen: Set<Definition> = []
        return tables.flatMap(\.definitions).filter { seen.insert($0).inserted }
    }

    /// The sentences that explain the shorthand in its cells.
    package var shorthand: [Sentence] {
        let cells = tables.lazy.flatMap { $0.display.rows.lazy.flatMap(\.cells) }
        return [.notAvailable, .notApplicable] + Sentence.explaining(cells.map(\.marks))
    }

    /// One fact about the whole report.
    public struct Particular: Hashable, Sendable {
        /// What it is about.
        public var label: String
        /// What it says.
        public var value: String

        /// A statement.
        public init(label: String, value: String) {
            self.label = label
            self.value = value
        }
    }

    /// A table that is left out.
    public struct Omission: Hashable, Sendable {
        /// Identifier of the table.
        public var id: String
        /// Its title.
        public var title: String
        /// Why it is left out.
        public var reason: String

        /// An omission.
        public init(id: String, title: String, reason: String) {
            self.id = id
            self.title = title
            self.reason = reason
        }
    }
}

/// The meaning of a term in a table.
public struct Definition: Hashable, Sendable {
    /// Identifier by which columns and rows refer to it.
    public var id: String
    /// The term.
    public var term: String
    /// What it means, in a sentence or two.
    public var text: String
    /// Along what figures of it may be added; empty of a term that is no figure.
    public var adds: String

    /// A definition given by its parts.
    public init(id: String, term: String, text: String, adds: String = "") {
        self.id = id
        self.adds = adds
        self.term = term
        self.text = text
    }

    /// Term and meaning in one line.
    public var line: String { "\(term): \(text)" }
}
