import Support
import TrainingStats

/// A figure in a report's data that changed; nil if there was, or is, no such figure.
public struct FigureChange: Hashable, Sendable {
    /// Where it stands.
    public var place: FigurePlace
    /// The earlier value, as in data output.
    public var old: String?
    /// The present value.
    public var new: String?
    /// Whether it is about another period than the release and moves with the reporting day, even if no record changes.
    public var movesWithReportingDay: Bool

    /// A change given by its parts.
    public init(place: FigurePlace, old: String?, new: String?, movesWithReportingDay: Bool = false) {
        self.place = place
        self.old = old
        self.new = new
        self.movesWithReportingDay = movesWithReportingDay
    }
}

/// What a report that is a release says about itself.
public struct ReleaseNote: Sendable {
    /// Its period.
    public var period: Period
    /// Its number among the releases of the period, from 1.
    public var revision: Int
    /// The day from which figures of the period are no longer provisional; nil if they are final already.
    public var provisionalUntil: CivilDate?
    /// The differences from the previous release.
    public var changes: [FigureChange]
    /// Those that records made.
    var revisions: [FigureChange] { changes.filter { !$0.movesWithReportingDay } }

    /// A note given by its parts.
    public init(period: Period, revision: Int, provisionalUntil: CivilDate?, changes: [FigureChange]) {
        self.period = period
        self.revision = revision
        self.provisionalUntil = provisionalUntil
        self.changes = changes
    }

    /// The release in one line: period, number, and whether its figures are final.
    func words(_ language: Language) -> String {
        language(
            ReleaseSentence.revisionOf,
            [
                "period": language.period(period.label), "number": String(revision),
                "state": provisionalUntil.map { language(ReleaseSentence.provisionalUntil, ["day": language.day($0)]) }
                    ?? language(ReleaseSentence.final),
            ])
    }

    /// The table of differences from the previous release, with the names that the report uses.
    func table(of tables: [Table], _ dataset: DatasetDescription, _ context: ReportContext) -> Table {
        let language = context.language
        var table = ChangeTable(changes, language, tables: tables, names: MemberNames(dataset, language)).table
        table.subtitle = language.capitalised(context.periodText)
        table.notes = [language(ReleaseSentence.revisionsSince)] + table.notes
        return table
    }
}
