import Aggregation
import Support
import TrainingStats

/// The parts of a report: its tables in order, and languages, formats and profile for when the command line gives none.
public struct ReportDefinition: Hashable, Sendable {
    /// Its title; nil for the title of the dataset.
    public var title: BilingualText?
    /// Notes for readers, one paragraph each.
    public var notes: [BilingualText] = []
    /// The tables.
    var parts: [Part]
    /// Whether the notes define the measures.
    var definesMeasures = true
    /// Measures of its own, besides those of the program and of the dataset.
    package var measures: [Measure] = []
    /// Filters on all tables.
    public var filters: [Filter] = []
    /// The period of all tables without a period of their own; nil for all time.
    public var period: PeriodExpression?
    /// Whether the interval follows each rate.
    public var showsIntervals = false
    /// Within how many days a certificate lapses that is due; nil for the usual number.
    package var notice: Int?
    /// The languages; nil for the default.
    public var languages: [Language]?
    /// The digits; nil for those of each language.
    public var digits: Digits?
    /// The formats; nil for the default.
    public var formats: [OutputFormat]?
    /// The profile of workbooks; nil for the default.
    public var profile: WorkbookProfile?

    /// A table of the report.
    enum Part: Hashable, Sendable {
        /// A table made of one summary.
        case table(TableDefinition)
        /// A table with code of its own.
        case section(NamedSection)
    }

    /// Whether it has figures that are held against requirements.
    package var hasRequirements: Bool { parts.contains(.section(.requirements)) }

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

/// The tables of a report that have code of their own; their names are their identifiers.
enum NamedSection: String, CaseIterable, Sendable {
    case keyFigures = "key-figures"
    case targets, people, requirements, published, quality
    case unknown = "quality-unknown"

    var section: any ReportSection {
        switch self {
        case .keyFigures: KeyFiguresSection()
        case .targets: TargetsSection()
        case .people: PeopleSection()
        case .requirements: RequirementSection()
        case .published: PublishedSection()
        case .quality: QualitySection()
        case .unknown: UnknownSection()
        }
    }
}

/// A table made of one summary: a list, or a cross-tabulation if it has column dimensions.
struct TableDefinition: Hashable, Sendable {
    /// Identifier: names the CSV file and the sheet.
    var id: String
    var title: BilingualText
    var rows: [String]
    var columns: [String] = []
    var measures: [MeasureChoice]
    /// The transforms of each measure, in columns after it.
    var transforms: [Transform] = []
    /// What a dataset must have for the table.
    var needs: [Need] = []
    /// The table is left out, for this reason, if none of these measures has a value.
    var decisive: Decisive?
    /// The reason for leaving the table out if no member of its rows is known.
    var memberless: BilingualText?
    /// Filters besides those of the report.
    var filters: [Filter] = []
    /// Its own period, in place of the report's.
    var period: PeriodExpression?
    /// The measure by which the rows are sorted for people; nil for the usual order of the members.
    var sort: RowOrder.Key?
    /// Which members of the first row dimension are kept; the others are put together as `_O`.
    var kept: RowOrder.Kept?
    /// The condition that persons must meet to be counted in it; nil for all records.
    var persons: FigureCondition?
    /// Whether the interval follows each of its rates.
    var showsIntervals = false
    /// Whether known members have rows without records too.
    var includesEmpty = false
    /// The condition that its rows meet; nil for all rows.
    var condition: FigureCondition?
    /// The chart of the table.
    var picture: Picture?
    /// The measures of a list whose values readers may want to compare within the column.
    var compared: [String] = []
    /// Notes on the table, one paragraph each.
    var notes: [BilingualText] = []

    /// The measures that decide whether a table is shown, and the reason for leaving it out.
    struct Decisive: Hashable, Sendable {
        var measures: [String]
        var reason: BilingualText
    }
}

/// A measure of a table, and the measure that replaces it if the dataset does not meet its need.
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

    /// The measure for a dataset, or nil if it has none.
    func measure(for dataset: DatasetDescription) -> String? {
        guard let need else { return measure }
        return dataset.has(need) ? measure : instead
    }
}

/// A requirement that a dataset may or may not meet.
enum Need: String, CaseIterable, Sendable {
    case persons, trainers, topics, seats, attendance, validity, evaluations, followups

    /// The reason given if it is not met.
    var unmetReason: Title {
        switch self {
        case .persons: .noPersons
        case .trainers: .noTrainers
        case .topics: .noTopics
        case .seats: .noSeats
        case .attendance: .noAttendance
        case .validity: .noValidity
        case .evaluations: .noEvaluations
        case .followups: .noFollowUps
        }
    }
}
