import Aggregation
import Reporting
import Support
import TrainingStats
import Writers

/// The options of all commands, each described once: help and the parser derive from it.
enum Option: String, CaseIterable {
    case period, today, `where`, rows, columns, measures, transforms, intervals, sort, top, measure, names, format,
        output, layout, totals, lang, profile, definition, labels
    case maxRejects = "max-rejects"
    case rejects, strict, bom
    case proposeLabels = "propose-labels"
    case noInjectionGuard = "no-injection-guard"
    case participations, seed, hostile
    case dryRun = "dry-run"
    case catchUp = "catch-up"
    case wait, overdue, metrics
    case quiet, verbose, progress
    case noColor = "no-color"
    case help, version

    /// The one-letter form, if it has one.
    var short: Character? {
        switch self {
        case .format: "f"
        case .output: "o"
        case .quiet: "q"
        case .verbose: "v"
        case .help: "h"
        default: nil
        }
    }

    /// What its value is called in help; nil for a switch.
    var placeholder: String? {
        switch self {
        case .period: "P"
        case .today: "DATE"
        case .where: "D=V[,V]"
        case .rows, .columns: "D[,D]"
        case .measures: "M[,M]"
        case .sort, .measure: "M"
        case .transforms: "T[,T]"
        case .format: "F"
        case .output: "PATH"
        case .layout: "tidy|wide"
        case .lang: "en|ar"
        case .profile: "PROFILE"
        case .definition: "FILE"
        case .labels: "id|name|both"
        case .maxRejects: "N[%]"
        case .rejects: "FOLDER"
        case .proposeLabels, .metrics: "FILE"
        case .top, .participations, .seed, .catchUp: "N"
        case .wait: "SECONDS"
        case .progress: "auto|never"
        case .intervals, .hostile, .dryRun, .overdue, .names, .totals, .strict, .bom, .noInjectionGuard, .quiet,
            .verbose, .noColor, .help,
            .version:
            nil
        }
    }

    /// How it is written: `-f, --format F`.
    var usage: String {
        (short.map { "-\($0), " } ?? "") + "--" + rawValue + (placeholder.map { " " + $0 } ?? "")
    }

    /// The words that its value can be made of, for completions; none where they are free.
    var candidates: [String] {
        switch self {
        case .rows, .columns: Dimension.catalogue.map(\.id)
        case .where: Dimension.catalogue.map { $0.id + "=" }
        case .measures, .measure, .sort: Measure.catalogue.map(\.id)
        case .transforms: Transform.allCases.map(\.rawValue)
        case .format: OutputFormat.allCases.map(\.rawValue)
        case .layout: TableBuilder.Layout.allCases.map(\.rawValue)
        case .lang: Language.allCases.map(\.rawValue)
        case .progress: ProgressLine.Choice.allCases.map(\.rawValue)
        case .profile: WorkbookProfile.allCases.map(\.rawValue)
        case .labels: SDMXWriter.Labels.allCases.map(\.rawValue)
        default: []
        }
    }

    /// Whether it may be given several times.
    var isRepeatable: Bool { self == .where }

    /// Whether a variable or the configuration file may set it.
    var isConfigurable: Bool { self != .help && self != .version }

    /// One line for the help of a command; without one, what holds of all that take the option.
    func explanation(for command: Command? = nil) -> String {
        switch self {
        case .period:
            "sessions that end in it: 2019, 2019-H1, 2019-Q3, 2019-07, FY2019, 2017..2019, last-year, all (default)"
        case .today: "the reporting day (default: today in the dataset's time zone)"
        case .where: "keep these members only, such as state=KWT,QAT; may be repeated, and all must hold"
        case .rows: "dimensions in the rows (tadrib list dimensions)"
        case .columns: "dimensions in the columns"
        case .transforms: "made of each measure: \(Transform.allCases.map(\.rawValue).joined(separator: ", "))"
        case .intervals: "the 95 % interval (Wilson) behind each rate of counted cases"
        case .measure: "the measure whose records are listed"
        case .names: "show the names of persons"
        case .measures: "measures (tadrib list measures)"
        case .sort: "order the rows by a measure, the largest first"
        case .top: "keep the N members of the first row dimension with the most (of --sort), the rest as _O"
        case .format where command == .report:
            "some of \(Self.names(ReportPack.packFormats)) (default: all but the last)"
        case .format:
            "one of \(Self.names(OutputFormat.allCases)) (default: by the ending of -o, else text)"
                + (command == nil ? "; of a report some of \(Self.names(ReportPack.packFormats))" : "")
        case .output: "where to write; - is standard output"
        case .layout: "one row a cell, or a cross-tabulation"
        case .totals: "add the totals _T, computed from the records"
        case .lang where command == .report: "language of the report: en (default), ar, or both: en,ar"
        case .lang:
            "language of the output: en (default) or ar" + (command == nil ? "; a report can have both: en,ar" : "")
        case .profile: "of workbooks: analyst (default; filters, charts, live totals) or publication (accessible)"
        case .labels: "in SDMX-CSV: identifiers (default), names in columns of their own, or both in one"
        case .definition: "the report that this file defines, in place of the built-in one"
        case .maxRejects: "go on without so many rows with errors"
        case .rejects: "write rejected rows there, with their finding"
        case .proposeLabels: "write a labels.csv there that lets similar members count as one"
        case .strict: "let a warning stop the work as an error does"
        case .bom: "start CSV with a byte order mark"
        case .noInjectionGuard: "leave text that looks like a formula as it is"
        case .participations: "how many participations (default 1000)"
        case .seed: "what all chance comes from (default 1): the same seed, the same bytes"
        case .hostile: "as hard to read as correct records can be: UUIDs, shuffled rows, quotes, headcounts"
        case .dryRun: "list what is due, and do nothing"
        case .catchUp: "make no more than so many releases, the oldest first"
        case .wait: "how long to wait for another run to end (default 0)"
        case .overdue: "exit 1 where a release was due before today and is not made"
        case .metrics: "write last success, duration, rejected rows and what is overdue there, for Prometheus"
        case .quiet: "no warnings"
        case .verbose: "all warnings"
        case .noColor: "no colours"
        case .progress: "how far the reading is, where it takes over a second, on a terminal (auto, default) or never"
        case .help: "this help"
        case .version: "the version"
        }
    }

    private static func names(_ formats: [OutputFormat]) -> String {
        formats.map(\.rawValue).joined(separator: ", ")
    }

    /// The environment variable that stands in for it.
    var variable: String { "TADRIB_" + rawValue.uppercased().replacing("-", with: "_") }
}
