import Reporting
import Support
import TrainingStats
import Writers

// Place, format and language of the output.

extension Option where Value == OutputFormat {
    static var format: Self {
        Self(
            "format", .tableFormat("F"), short: "f",
            help: "one of \(OutputFormat.ofTables.map(\.rawValue).joined(separator: ", ")) "
                + "(default: by the ending of -o, else text)")
    }
}

extension Option where Value == Bool {
    static var watch: Self {
        Self(
            "watch", .onOff, isConfigurable: false,
            help:
                "make the pack again whenever a record file or the definition changes, until Ctrl-C; open pages reload")
    }
}

extension Option where Value == [OutputFormat] {
    /// `--format` of a report, which can have several.
    static var packFormats: Self {
        let formats = "some of " + OutputFormat.ofReports.map(\.rawValue).joined(separator: ", ")
        let unusual = OutputFormat.ofReports.filter { !OutputFormat.usualOfReports.contains($0) }.map(\.rawValue)
        return Self(
            "format", .packFormats("F"), short: "f",
            help: formats + " (default: all but \(unusual.joined(separator: ", ")))",
            manualNote: "of a report " + formats)
    }
}

extension Option where Value == Language {
    static var language: Self {
        Self("lang", .choice("en|ar"), help: "language of the output: en (default) or ar")
    }
}

extension Option where Value == [Language] {
    /// `--lang` of a report, which can have both.
    static var languages: Self {
        Self(
            "lang", .languages("en|ar"), help: "language of the report: en (default), ar, or both: en,ar",
            manualNote: "a report can have both: en,ar")
    }

    /// `--lang` of a workbook to fill in, which can have both.
    static var templateLanguages: Self {
        Self(
            "lang", .languages("en|ar"), help: "language of headings and lists: en (default), ar, or both: en,ar",
            manualNote: "a template can have both: en,ar")
    }
}

extension Option where Value == Digits {
    static var digits: Self {
        Self(
            "digits", .choice("arab|latn"),
            help: "digits of what people read: arab (default in Arabic) or latn; data have Latin ones")
    }
}

extension Option where Value == String {
    static var output: Self {
        Self("output", .path("PATH"), short: "o", help: "where to write; - is standard output")
    }

    static var definition: Self {
        Self("definition", .file, help: "the report that this file defines, in place of the built-in one")
    }
}

extension Option where Value == TableBuilder.Layout {
    static var layout: Self { Self("layout", .choice("tidy|wide"), help: "one row a cell, or a cross-tabulation") }
}

extension Option where Value == WorkbookProfile {
    static var profile: Self {
        Self(
            "profile", .choice("PROFILE"),
            help: "of workbooks: analyst (default; filters, charts, live totals) or publication (accessible)")
    }
}

extension Option where Value == DataLabels {
    static var labels: Self {
        Self(
            "labels", .choice("id|name|both"),
            help: "members in data: identifiers (id, default), their names in the language, or both")
    }
}

extension Option where Value == Bool {
    static var bom: Self { Self("bom", .onOff, help: "start CSV with a byte order mark") }

    static var noInjectionGuard: Self {
        Self("no-injection-guard", .onOff, help: "leave text that looks like a formula as it is")
    }
}
