/// The formats that a table or a report can be written in.
public enum OutputFormat: String, Sendable, CaseIterable {
    case text, csv, tsv, md, json, xlsx, html
    case sdmxCSV = "sdmx-csv"

    /// The format that a file's name asks for by its ending, or nil.
    public init?(fileName: String) {
        guard let ending = fileName.split(separator: ".").last?.lowercased() else { return nil }
        switch ending {
        case "txt": self = .text
        case "markdown": self = .md
        case "htm": self = .html
        default: self.init(rawValue: ending)
        }
    }

    /// The formats that a report pack can have.
    public static var ofReports: [OutputFormat] { [.csv, .md, .xlsx, .html, .sdmxCSV] }

    /// The formats that a report pack has where nothing else is asked for.
    package static var usualOfReports: [OutputFormat] { [.csv, .md, .xlsx, .html] }
}

/// For whom a workbook is made.
public enum WorkbookProfile: String, Sendable, CaseIterable {
    /// Who works on in it: filters, charts, outlines, live totals, print set-up.
    case analyst
    /// Who reads it with whatever program or screen reader: accessible statistics.
    case publication
}

/// What stands for components and codes in SDMX-CSV.
public enum SDMXLabels: String, Sendable, CaseIterable {
    /// Identifiers alone.
    case id
    /// Identifiers, and names in columns of their own.
    case name
    /// Identifiers with names.
    case both
}
