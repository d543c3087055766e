import Records
import Reporting
import Support
import TrainingStats

/// Which reports are released, how often and from when on.
package struct Schedule: Hashable, Sendable {
    /// The period with whose first day everything begins.
    package var from: PeriodExpression
    /// Days that pass after a period's end before it is reported on.
    package var delay = 0
    /// How many rows with errors each dataset may have.
    package var rejectionLimit = RejectionLimit.rows(0)
    /// How mails are sent; nil if none are.
    package var mail: MailRoute?
    /// The reports, at least one.
    package var reports: [ScheduledReport]

    /// A schedule of reports.
    package init(from: PeriodExpression, reports: [ScheduledReport]) {
        self.from = from
        self.reports = reports
    }
}

/// A report that is released again and again.
package struct ScheduledReport: Hashable, Sendable {
    /// What becomes of a period in which no delivered session ends.
    package enum NothingToReport: String, CaseIterable, Sendable { case write, skip }

    /// Its name: small letters, digits and hyphens.
    package var name: String
    /// How often it is released.
    package var recurrence: Recurrence
    /// The folder of the records.
    package var dataset: String
    /// The folder that holds its releases, and those of no other report.
    package var output: String
    /// The file that defines its tables; nil for the built-in report.
    package var definition: String?
    /// Its formats; empty for what the definition says, else CSV, Markdown, XLSX and HTML.
    package var formats: [OutputFormat] = []
    /// Its languages; empty for what the definition says, else English.
    package var languages: [Language] = []
    /// Its digits; nil for what the definition says, else those of each language.
    package var digits: Digits?
    /// The profile of its workbooks; nil for what the definition says, else that for analysts.
    package var profile: WorkbookProfile?
    /// How many periods are kept, the newest; nil for all.
    package var retention: Int?
    /// What becomes of a period without sessions.
    package var nothingToReport = NothingToReport.write
    /// The mode of its files, as `chmod` takes it.
    package var fileMode: UInt32 = 0o640
    /// Days that pass after a period's end before its figures are final; 0 where they are so at once.
    package var provisionalDays = 0
    /// Who gets its releases, and how.
    package var deliveries: [Delivery] = []

    /// A report with its defaults.
    package init(name: String, recurrence: Recurrence, dataset: String, output: String) {
        self.name = name
        self.recurrence = recurrence
        self.dataset = dataset
        self.output = output
    }

    /// The mode of folders: who may read files may enter.
    var folderMode: UInt32 { fileMode | (fileMode & 0o444) >> 2 }

    /// Whether mails are sent about it.
    var sendsMails: Bool { deliveries.contains { if case .mail = $0.way { true } else { false } } }
}
