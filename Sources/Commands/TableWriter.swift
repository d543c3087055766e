import Pipeline
import Reporting
import Support
import TrainingStats
import Writers

/// How a single table is written: the kind of writer says what it is given and whether the result is a text.
enum TableWriter {
    /// A text of the table alone.
    case text((Table, ReportContext) -> String)
    /// Data that can also be written row by row.
    case rows(any RowWriter)
    /// A text of a document, which says what its words mean and which files it comes from.
    case document((Document) -> String)
    /// A document on paper, which is a file and not a text.
    case pages
    /// A workbook, which is a file and not a text.
    case workbook(WorkbookProfile)
    /// SDMX data, with a file beside it that describes their structure.
    case sdmx(DataLabels)
}

extension TableWriter {
    /// The writer of a format: the only place that joins formats and writers.
    init(of format: OutputFormat, profile: WorkbookProfile, style: DataStyle, terminal: TextWriter) {
        switch format {
        case .text: self = .text { terminal.text(of: $0, $1.language, digits: $1.digits, barsBy: $0.bars) }
        case .csv:
            self = .rows(
                DelimitedWriter.csv(
                    hasByteOrderMark: style.hasByteOrderMark, guardsInjection: style.guardsInjection,
                    labels: style.labels))
        case .tsv:
            self = .rows(
                DelimitedWriter.tsv(
                    hasByteOrderMark: style.hasByteOrderMark, guardsInjection: style.guardsInjection,
                    labels: style.labels))
        case .md: self = .text { MarkdownWriter().text(of: $0, $1.language, digits: $1.digits) }
        case .json: self = .rows(JSONWriter(.array, labels: style.labels))
        case .jsonl: self = .rows(JSONWriter(.lines, labels: style.labels))
        case .xlsx: self = .workbook(profile)
        // The explorer is of packs alone: the options of a table do not admit it.
        case .html, .explore: self = .document { HTMLWriter().text(of: $0) }
        case .pdf: self = .pages
        case .sdmxCSV: self = .sdmx(style.labels)
        }
    }
}
