/// The formats that a table or a report can be written in.
public enum OutputFormat: String, Sendable, CaseIterable {
    case text, csv, tsv, md, json, xlsx
    case sdmxCSV = "sdmx-csv"

    /// The format that a file's name asks for by its ending, or nil.
    public init?(fileName: String) {
        guard let ending = fileName.split(separator: ".").last?.lowercased() else { return nil }
        switch ending {
        case "txt": self = .text
        case "markdown": self = .md
        default: self.init(rawValue: ending)
        }
    }
}
