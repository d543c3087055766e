import Reporting
import Support
import TrainingStats

/// A report pack as somebody orders it.
package struct ReportRequest: Sendable {
    /// The records.
    package var dataset: DatasetRequest
    /// Which of them count.
    package var selection: Selection
    /// The file that defines the tables; nil for the built-in report.
    package var definitionFile: String?
    /// The languages; empty for what the definition says, else English.
    package var languages: [Language]
    /// The formats; empty for what the definition says, else what is usual.
    package var formats: [OutputFormat]
    /// Formats that the pack has whatever else is asked for.
    package var requiredFormats: Set<OutputFormat> = []
    /// The profile of workbooks; nil for what the definition says, else that for analysts.
    package var profile: WorkbookProfile?
    /// How files of data are written.
    package var dataStyle: DataStyle

    /// An order given by its parts.
    package init(
        dataset: DatasetRequest, selection: Selection, definitionFile: String? = nil, languages: [Language] = [],
        formats: [OutputFormat] = [], profile: WorkbookProfile? = nil, dataStyle: DataStyle = DataStyle()
    ) {
        self.dataset = dataset
        self.selection = selection
        self.definitionFile = definitionFile
        self.languages = languages
        self.formats = formats
        self.profile = profile
        self.dataStyle = dataStyle
    }
}

/// How files of data are written, as far as that can be chosen.
package struct DataStyle: Sendable {
    /// Whether CSV starts with a byte order mark; in packs with Arabic it always does.
    package var hasByteOrderMark = false
    /// Whether text that looks like a formula is guarded.
    package var guardsInjection = true
    /// What stands for codes in SDMX-CSV.
    package var labels = SDMXLabels.id

    /// The usual style.
    package init() {}
}
