import Reporting
import Support
import TrainingStats

/// A request for a report pack.
package struct ReportRequest: Sendable {
    /// The records.
    package var dataset: DatasetRequest
    /// Which of them count.
    package var selection: Selection
    /// The file that defines the tables; nil for the built-in report.
    package var definitionFile: String?
    /// The languages; if empty, those of the definition, else English.
    package var languages: [Language]
    /// The digits; if nil, those of the definition, else those of each language.
    package var digits: Digits?
    /// The formats; if empty, those of the definition, else the usual ones.
    package var formats: [OutputFormat]
    /// Formats that the pack always has.
    package var requiredFormats: Set<OutputFormat> = []
    /// The profile of workbooks; if nil, that of the definition, else that for analysts.
    package var profile: WorkbookProfile?
    /// How data files are written.
    package var dataStyle: DataStyle
    /// What tells this pack from the next one, of packs whose open pages are to show the newest; nil of all others.
    package var reloadStamp: String?

    /// A request given by its parts.
    package init(
        dataset: DatasetRequest, selection: Selection, definitionFile: String? = nil, languages: [Language] = [],
        digits: Digits? = nil, formats: [OutputFormat] = [], profile: WorkbookProfile? = nil,
        dataStyle: DataStyle = DataStyle()
    ) {
        self.dataset = dataset
        self.selection = selection
        self.definitionFile = definitionFile
        self.languages = languages
        self.digits = digits
        self.formats = formats
        self.profile = profile
        self.dataStyle = dataStyle
    }
}

/// Choices for data files.
package struct DataStyle: Sendable {
    /// Whether CSV starts with a byte order mark; in packs with Arabic it always does.
    package var hasByteOrderMark = false
    /// Whether text that looks like a formula gets an apostrophe.
    package var guardsInjection = true
    /// What stands for members and codes.
    package var labels = DataLabels.id

    /// The usual style.
    package init() {}
}
