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
}
