import Support
import TrainingStats

/// Which reports are released, how often and from when on.
public struct Schedule: Hashable, Sendable {
    /// The period with whose first day everything begins.
    public var from: PeriodExpression
    /// Days that pass after a period's end before it is reported on.
    public var delay = 0
    /// What `--max-rejects` says of each dataset; nil where no row with errors is let pass.
    public var maxRejects: String?
    /// The reports, at least one.
    public var reports: [ScheduledReport]

    /// A schedule of reports.
    public init(from: PeriodExpression, reports: [ScheduledReport]) {
        self.from = from
        self.reports = reports
    }
}

/// A report that is released again and again.
public struct ScheduledReport: Hashable, Sendable {
    /// What becomes of a period in which no delivered session ends.
    public enum NothingToReport: String, CaseIterable, Sendable { case write, skip }

    /// Its name: small letters, digits and hyphens.
    public var name: String
    /// How often it is released.
    public var recurrence: Recurrence
    /// The folder of the records.
    public var dataset: String
    /// The folder that holds its releases, and nobody else's.
    public var output: String
    /// The file that defines its tables; nil for the built-in report.
    public var definition: String?
    /// Names of its formats; empty for what the definition says, else CSV, Markdown, XLSX and HTML.
    public var formats: [String] = []
    /// Its languages; empty for what the definition says, else English.
    public var languages: [Language] = []
    /// The profile of its workbooks; nil for what the definition says, else that for analysts.
    public var profile: String?
    /// How many periods are kept, the newest; nil for all.
    public var retention: Int?
    /// What becomes of a period without sessions.
    public var nothingToReport = NothingToReport.write
    /// The mode of its files, as `chmod` takes it.
    public var fileMode: UInt32 = 0o640
    /// Days that pass after a period's end before its figures are final; 0 where they are so at once.
    public var provisionalDays = 0

    /// A report with its defaults.
    public init(name: String, recurrence: Recurrence, dataset: String, output: String) {
        self.name = name
        self.recurrence = recurrence
        self.dataset = dataset
        self.output = output
    }

    /// The mode of folders: who may read files may enter.
    var folderMode: UInt32 { fileMode | (fileMode & 0o444) >> 2 }
}
