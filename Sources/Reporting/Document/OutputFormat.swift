/// The formats that a table or a report can be written in, in the order in which help lists them.
///
/// `properties` describes each format. Its writer is chosen where tables are written.
public enum OutputFormat: String, Sendable, CaseIterable {
    case text, csv, tsv, md, json, jsonl, xlsx, html, pdf
    case sdmxCSV = "sdmx-csv"
    case explore

    /// What the program must know of a format besides its writer.
    struct Properties {
        /// Whether programs read it; they need the same columns every time.
        var isData = false
        /// Whether each row holds one figure, whatever the layout.
        var isTidy = false
        /// Whether it can hold a single table.
        var isOfTables = true
        /// Whether it shows a picture beside a table.
        var showsPictures = false
        /// Whether report packs can have it.
        var inPacks = PackUse.never
        /// Endings of file names that mean this format, besides its own name.
        var otherEndings: [String] = []
    }

    /// When a report pack has a format.
    enum PackUse { case never, ifNamed, usually }

    /// What this format is: its one entry.
    var properties: Properties {
        switch self {
        case .text: Properties(otherEndings: ["txt"])
        case .csv: Properties(isData: true, inPacks: .usually)
        case .tsv: Properties(isData: true)
        case .md: Properties(inPacks: .usually, otherEndings: ["markdown"])
        case .json: Properties(isData: true)
        case .jsonl: Properties(isData: true, otherEndings: ["ndjson"])
        case .xlsx: Properties(inPacks: .usually)
        case .html: Properties(showsPictures: true, inPacks: .usually, otherEndings: ["htm"])
        case .pdf: Properties(showsPictures: true, inPacks: .ifNamed)
        case .sdmxCSV: Properties(isData: true, isTidy: true, inPacks: .ifNamed)
        case .explore: Properties(isOfTables: false, inPacks: .ifNamed)
        }
    }
}

extension OutputFormat {
    /// The format that the ending of a file name means, or nil if it means none.
    public init?(fileName: String) {
        guard let ending = fileName.split(separator: ".").last?.lowercased(),
            let format = Self.ofTables.first(where: {
                $0.rawValue == ending || $0.properties.otherEndings.contains(ending)
            })
        else { return nil }
        self = format
    }

    /// Whether programs read the format; they need the same columns every time.
    package var isData: Bool { properties.isData }

    /// Whether each row holds one figure, whatever the layout.
    package var isTidy: Bool { properties.isTidy }

    /// Whether the format shows a picture beside a table.
    package var showsPictures: Bool { properties.showsPictures }

    /// The formats that a single table can be written in.
    public static var ofTables: [OutputFormat] { allCases.filter(\.properties.isOfTables) }

    /// The formats that a report pack can have.
    public static var ofReports: [OutputFormat] { allCases.filter { $0.properties.inPacks != .never } }

    /// The formats that a report pack has if none are named.
    package static var usualOfReports: [OutputFormat] { allCases.filter { $0.properties.inPacks == .usually } }
}

/// For whom a workbook is made.
public enum WorkbookProfile: String, Sendable, CaseIterable {
    /// For people who work on with it: filters, charts, outlines, live totals, print set-up.
    case analyst
    /// For people who read it with any program or screen reader: accessible statistics.
    case publication
}

/// What stands for members in data; in SDMX-CSV, which has rules of its own for it, for all components and codes.
public enum DataLabels: String, Sendable, CaseIterable {
    /// Identifiers alone.
    case id
    /// Names in place of identifiers; in SDMX-CSV, names in columns of their own.
    case name
    /// Identifiers, and names in columns behind them; in SDMX-CSV, both in one.
    case both
}
