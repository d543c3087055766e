import Aggregation
import Support
import TrainingStats

/// What a report consists of: its tables in their order, and how it is put out where the command line does not say.
public struct ReportDefinition: Hashable, Sendable {
    /// Its title; nil for the dataset's own.
    public var title: BilingualText?
    /// What its readers must know, one paragraph each.
    public var notes: [BilingualText] = []
    /// The tables.
    var parts: [Part]
    /// Whether the notes define the measures.
    var definesMeasures = true
    /// Filters on all tables.
    public var filters: [Filter] = []
    /// The period of all tables that name none; nil for all time.
    public var period: PeriodExpression?
    /// The languages; nil for what is usual.
    public var languages: [Language]?
    /// The formats; nil for what is usual.
    public var formats: [OutputFormat]?
    /// The profile of workbooks; nil for what is usual.
    public var profile: WorkbookProfile?

    /// A table of the report.
    enum Part: Hashable, Sendable {
        /// One that comes from a summary.
        case table(TableDefinition)
        /// One that is made in its own way.
        case section(NamedSection)
    }

    /// Identifier and title of every table that the report can have.
    public var tables: [(id: String, title: BilingualText)] { sections.map { ($0.id, $0.title) } }

    var sections: [any ReportSection] {
        parts.map { part in
            switch part {
            case .table(let definition): SummarySection(definition)
            case .section(let name): name.section
            }
        }
    }
}

/// The tables of a report that are no plain summaries; their names are their identifiers.
enum NamedSection: String, CaseIterable, Sendable {
    case brief, headline, people, published, quality
    case unknown = "quality-unknown"

    var section: any ReportSection {
        switch self {
        case .brief: BriefSection()
        case .headline: HeadlineSection()
        case .people: PeopleSection()
        case .published: PublishedSection()
        case .quality: QualitySection()
        case .unknown: UnknownSection()
        }
    }
}

/// A table that comes from one summary: a list, or a cross-tabulation where it has column dimensions.
struct TableDefinition: Hashable, Sendable {
    /// Identifier: names the CSV file and the sheet.
    var id: String
    var title: BilingualText
    var rows: [String]
    var columns: [String] = []
    var measures: [MeasureChoice]
    /// What is made of each measure, in columns behind it.
    var transforms: [Transform] = []
    /// What a dataset must have for the table.
    var needs: [Need] = []
    /// The measures without any value of which the table is left out, and the reason then.
    var decisive: Decisive?
    /// Why the table is left out where no member of its rows is known.
    var memberless: BilingualText?
    /// Filters besides those of the report.
    var filters: [Filter] = []
    /// Its own period, in place of the report's.
    var period: PeriodExpression?
    /// The measure by which people see the rows, the largest first; nil for the order of the members.
    var sort: String?
    /// How many members of the first row dimension stay, the others coming together as `_O`.
    var top: Int?
    /// The picture that the table gives.
    var picture: Picture?
    /// The measures of a list that are worth comparing down the column.
    var compared: [String] = []
    /// What must be known to read it, one paragraph each.
    var notes: [BilingualText] = []

    /// When a table has no figures, and what is said then.
    struct Decisive: Hashable, Sendable {
        var measures: [String]
        var reason: BilingualText
    }
}

/// A measure of a table, or what stands in for it where a dataset lacks what it needs.
struct MeasureChoice: Hashable, Sendable, ExpressibleByStringLiteral {
    var measure: String
    var need: Need?
    var instead: String?

    init(_ measure: String, needs need: Need? = nil, instead: String? = nil) {
        self.measure = measure
        self.need = need
        self.instead = instead
    }

    init(stringLiteral measure: String) { self.init(measure) }

    /// The measure for a dataset, or nil where it has none.
    func measure(for dataset: DatasetDescription) -> String? {
        guard let need else { return measure }
        return dataset.has(need) ? measure : instead
    }
}

/// What a dataset may have or lack.
enum Need: String, CaseIterable, Sendable {
    case persons, trainers, topics, seats

    /// What is said where it is not met.
    var unmetReason: Title {
        switch self {
        case .persons: .noPersons
        case .trainers: .noTrainers
        case .topics: .noTopics
        case .seats: .noSeats
        }
    }
}
