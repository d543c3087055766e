import Aggregation
import Records
import TrainingStats

/// Which records a piece of work reads, as of which day, and how many errors are allowed.
package struct DatasetRequest: Sendable {
    /// Where the records are.
    package var source: any RecordSource
    /// The reporting day; nil for the current one in the dataset's time zone.
    package var today: CivilDate?
    /// Within how many days a certificate lapses that is due; nil for what a definition says, else the usual number.
    package var notice: Int?
    /// How many rejected rows are allowed.
    package var rejectionLimit: RejectionLimit
    /// The folder that rejected rows are written to, if any.
    package var rejectsFolder: String?
    /// Whether a warning stops the work as an error does.
    package var isStrict: Bool
    /// How many findings of a file and code are kept; nil for all.
    package var keptFindings: Int?
    /// Whether participations are counted where they are, if the source can do that; else they are handed over.
    package var countsThere = false
    /// Whether only the plan of the work is made; ``ExplainedPlan`` is thrown then.
    package var isExplained = false

    /// A request given by its parts.
    package init(
        source: any RecordSource, today: CivilDate? = nil, notice: Int? = nil,
        rejectionLimit: RejectionLimit = .rows(0),
        rejectsFolder: String? = nil, isStrict: Bool = false, keptFindings: Int? = 20
    ) {
        self.source = source
        self.today = today
        self.notice = notice
        self.rejectionLimit = rejectionLimit
        self.rejectsFolder = rejectsFolder
        self.isStrict = isStrict
        self.keptFindings = keptFindings
    }
}

/// Which of a dataset's records count, and how their rates are shown.
package struct Selection: Sendable {
    /// The period in which sessions must end; if nil, that of the definition, else all time.
    package var period: PeriodExpression?
    /// Filters besides those of a definition.
    package var filters: [Filter]
    /// The conditions that persons must meet for their records to count.
    package var persons: [FigureCondition]
    /// Whether confidence intervals follow the rates.
    package var showsIntervals: Bool

    /// A selection given by its parts.
    package init(
        period: PeriodExpression? = nil, filters: [Filter] = [], persons: [FigureCondition] = [],
        showsIntervals: Bool = false
    ) {
        self.period = period
        self.filters = filters
        self.persons = persons
        self.showsIntervals = showsIntervals
    }

    /// Finds out whether the filters name dimensions of a catalogue.
    func checkNames(in catalogue: Catalogue) throws(RequestError) {
        for filter in filters { _ = try catalogue.requestedDimension(filter.dimension) }
    }

    /// Finds out whether the conditions on persons have a meaning with the measures and dimensions of a catalogue.
    func checkPersons(in catalogue: Catalogue) throws(RequestError) {
        try WantedPersons.validate(
            persons, of: SummaryRequest(measures: [], filters: filters, today: CivilDate(day: 0)), in: catalogue)
    }
}
