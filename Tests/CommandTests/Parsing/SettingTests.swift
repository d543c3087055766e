import Foundation
import TestSupport
import Testing

@testable import Commands

/// Every option that can be set elsewhere, set by the command line, by a variable and by `tadrib.json`: all the same.
struct SettingTests {
    /// A command whose outcome an option changes.
    struct Setting: CustomTestStringConvertible, Sendable {
        let option: String
        /// The value; nil for a switch.
        var value: String?
        let words: [String]
        /// A value of the option that changes the outcome otherwise, to stand on the command line.
        var other: String?

        var testDescription: String { option }
        var flag: [String] { ["--" + option] + (value.map { [$0] } ?? []) }
    }

    private static let tiny = ["tiny", "--today", "2019-12-31"]
    private static let byYear = ["table"] + tiny + ["--rows", "month", "--measures", "attendances"]
    /// Two rows of a table with errors.
    private static let faulty = ["summary", "faulty", "--today", "2019-12-31"]

    static let settings: [Setting] = [
        .init(option: "period", value: "2019-Q1", words: byYear, other: "2018"),
        .init(
            option: "today", value: "2019-06-30",
            words: ["table", "tiny", "--rows", "month", "--measures", "sessions"],
            other: "2018-12-31"),
        .init(option: "where", value: "state=KWT;sex=F", words: byYear, other: "state=QAT"),
        .init(option: "rows", value: "state", words: ["table"] + tiny + ["--measures", "trainees"], other: "topic"),
        .init(option: "columns", value: "membership", words: byYear, other: "sex"),
        .init(
            option: "measures", value: "sessions,courses", words: ["table"] + tiny + ["--rows", "year"],
            other: "trainees"),
        .init(option: "measure", value: "trainees", words: ["records"] + tiny, other: "enrolments"),
        .init(option: "names", words: ["records"] + tiny + ["--measure", "trainees", "-f", "csv"]),
        .init(option: "session", value: "S1", words: ["roster"] + tiny, other: "S2"),
        .init(option: "register", words: ["roster"] + tiny + ["--session", "S1"]),
        .init(option: "trainee", value: "T1", words: ["transcript"] + tiny, other: "T2"),
        .init(
            option: "within", value: "30", words: ["table"] + tiny + ["--rows", "state", "--measures", "persons-due"],
            other: "70"),
        .init(option: "list", value: "due", words: ["validity"] + tiny, other: "never"),
        .init(option: "last-training", words: ["validity"] + tiny),
        .init(option: "sort", value: "attendances", words: byYear, other: "trainees"),
        .init(option: "top", value: "2", words: byYear, other: "1"),
        .init(
            option: "include-empty",
            words: ["table"] + tiny + ["--rows", "topic", "--measures", "trainees", "-f", "csv"]),
        .init(option: "persons", value: "participations>=2", words: byYear, other: "participations=1"),
        .init(
            option: "persons-short",
            words: ["requirements", packageFolder + "/Samples/training-plan", "--today", "2025-12-31"]),
        .init(option: "having", value: "attendances>4", words: byYear, other: "attendances>6"),
        .init(option: "bottom", value: "2", words: byYear, other: "1"),
        .init(option: "measure", value: "trainees", words: ["records"] + tiny, other: "sessions"),
        .init(option: "names", words: ["records"] + tiny + ["--measure", "trainees", "-f", "csv"]),
        .init(option: "format", value: "json", words: byYear, other: "csv"),
        .init(option: "output", value: "made.csv", words: byYear, other: "other.csv"),
        .init(option: "layout", value: "wide", words: byYear + ["-f", "csv"], other: "tidy"),
        .init(option: "totals", words: byYear),
        .init(option: "profile", value: "publication", words: byYear + ["-o", "made.xlsx"], other: "analyst"),
        .init(option: "lang", value: "ar", words: byYear, other: "en"),
        .init(option: "digits", value: "arab", words: byYear, other: "latn"),
        .init(option: "max-rejects", value: "2", words: faulty, other: "1"),
        .init(option: "rejects", value: "kept", words: faulty + ["--max-rejects", "2"], other: "elsewhere"),
        .init(option: "propose-labels", value: "made.csv", words: ["check"] + tiny, other: "other.csv"),
        .init(option: "propose-persons", value: "made.csv", words: ["check"] + tiny, other: "other.csv"),
        .init(
            option: "outliers", words: ["check", packageFolder + "/Samples/regional-centre", "--today", "2019-12-31"]),
        .init(option: "data-package", value: "tiny/made.json", words: ["dictionary"] + tiny, other: "tiny/other.json"),
        .init(option: "strict", words: byYear),
        .init(option: "bom", words: byYear + ["-f", "csv"]),
        .init(
            option: "no-injection-guard",
            words: ["table", "tiny", "--rows", "institution", "--measures", "attendances", "-f", "csv"]),
        .init(option: "profile", value: "publication", words: byYear + ["-o", "made.xlsx"], other: "analyst"),
        .init(option: "transforms", value: "share", words: byYear, other: "rank"),
        .init(
            option: "intervals",
            words: ["table", "tiny", "--rows", "year", "--measures", "completion-rate", "-f", "csv"]),
        .init(
            option: "definition", value: packageFolder + "/Samples/definitions/training-office.json",
            words: ["report"] + tiny + ["-o", "made", "-f", "csv"],
            other: packageFolder + "/Samples/definitions/full.json"),
        .init(option: "labels", value: "both", words: byYear + ["-f", "sdmx-csv"], other: "name"),
        .init(option: "labels", value: "name", words: byYear + ["--lang", "ar", "-f", "csv"], other: "both"),
        .init(
            option: "propose-labels", value: "made.csv", words: ["check", "tiny", "--today", "2019-12-31"],
            other: "other.csv"),
        .init(option: "annotate", value: "made.xlsx", words: ["check", "tiny"], other: "other.xlsx"),
        .init(
            option: "propose-persons", value: "made.csv", words: ["check", "tiny", "--today", "2019-12-31"],
            other: "other.csv"),
        .init(option: "dry-run", words: ["run", "schedule.json", "--today", "2019-12-31"]),
        .init(
            option: "catch-up", value: "2", words: ["run", "schedule.json", "--today", "2019-12-31", "--dry-run"],
            other: "1"),
        .init(
            option: "missed", words: ["targets", packageFolder + "/Samples/training-plan", "--today", "2025-12-31"]),
        .init(option: "overdue", words: ["status", "schedule.json", "--today", "2019-12-31"]),
        .init(
            option: "metrics", value: "made.prom", words: ["status", "schedule.json", "--today", "2019-12-31"],
            other: "other.prom"),
        .init(option: "participations", value: "40", words: ["generate", "-o", "made"], other: "30"),
        .init(option: "seed", value: "2", words: ["generate", "-o", "made", "--participations", "9"], other: "3"),
        .init(option: "hostile", words: ["generate", "-o", "made", "--participations", "9"]),
        .init(option: "quiet", words: byYear),
        .init(
            option: "verbose",
            words: ["table"] + tiny + ["--measures", "attendances,post-score-mean,trainee-hours,fill-rate"]),
    ]

    /// But colour and progress, which show in a terminal alone, how long a run waits, and the cache, which changes no outcome.
    @Test func everyOptionIsAmongThem() {
        let known = Command.allOptions.filter {
            $0.options[0].isConfigurable && !["no-color", "progress", "wait", "cache", "no-cache"].contains($0.name)
        }.map(\.name)
        #expect(Set(known) == Set(Self.settings.map(\.option)))
    }

    @Test(arguments: settings) func isTheSameFromEverywhere(setting: Setting) throws {
        let plain = try outcome(of: setting.words)
        let byFlag = try outcome(of: setting.words + setting.flag)
        #expect(plain != byFlag, "the option changes nothing")
        let value = setting.value ?? "true"
        let variable = ["TADRIB_" + setting.option.uppercased().replacing("-", with: "_"): value]
        #expect(try outcome(of: setting.words, variables: variable) == byFlag)
        #expect(try outcome(of: setting.words, file: [setting.option: value]) == byFlag)
        // A number or a truth value may be one in JSON too.
        let literals: [String: Any] = ["2": 2, "40": 40, "true": true]
        if let literal = literals[value] {
            #expect(try outcome(of: setting.words, file: [setting.option: literal]) == byFlag)
        }
        // The command line comes before the variable, and that before the file.
        if let other = setting.other {
            let byOther = try outcome(of: setting.words + ["--" + setting.option, other])
            #expect(byOther != byFlag)
            #expect(
                try outcome(of: setting.words + ["--" + setting.option, other], variables: variable) == byOther
            )
            #expect(
                try outcome(of: setting.words, variables: variable, file: [setting.option: other]) == byFlag)
        } else {
            let off = [variable.first?.key ?? "": "false"]
            #expect(
                try outcome(of: setting.words, variables: off, file: [setting.option: true])
                    == outcome(of: setting.words))
        }
    }

    /// The ending of a file named on the command line says more than a format set for all commands.
    @Test func endingComesBeforeAConfiguredFormat() throws {
        let words = Self.byYear + ["-o", "out.md"]
        #expect(
            try outcome(of: words, variables: ["TADRIB_FORMAT": "json"], file: ["format": "csv"]) == outcome(of: words))
        #expect(try outcome(of: words + ["-f", "json"]) != outcome(of: words))
    }

    /// Styles are for terminals, and for those who want them.
    @Test func colour() throws {
        func shown(_ words: String..., variables: [String: String] = [:]) throws -> String {
            let folder = try TemporaryFolder()
            let command =
                "in-terminal 100 tadrib summary \"$SAMPLES/regional-centre\" --today 2019-12-31 -q " + words.joined()
            return try shell(["-c", command], environment: variables, folder: folder.path).text
        }
        let coloured = try shown()
        #expect(coloured.contains("^[[1m") && coloured.contains("█"))
        for plain in [
            try shown("--no-color"), try shown(variables: ["NO_COLOR": "1"]), try shown(variables: ["TERM": "dumb"]),
            try shown(variables: ["TADRIB_NO_COLOR": "1"]),
        ] {
            #expect(!plain.contains("^[") && plain.contains("█"))
        }
        #expect(try shown(variables: ["NO_COLOR": ""]) == coloured)
        #expect(try !tadrib(["summary"] + centre).text.contains("\u{1B}"))
    }

    /// What a command leaves behind: code, both outputs, and the files that it made.
    private func outcome(
        of words: [String], variables: [String: String] = [:], file: [String: Any] = [:]
    ) throws -> [String] {
        let folder = try TemporaryFolder()
        try makeDatasets(in: folder)
        let existing = Set(folder.names)
        if !file.isEmpty { try folder.write(try JSONSerialization.data(withJSONObject: file), to: "tadrib.json") }
        let result = try tadrib(words, environment: variables, folder: folder.path)
        let made = folder.names.filter { $0 != "tadrib.json" && !existing.contains($0) }
        return ["\(result.code)", result.text, result.errors]
            + made.map { "\($0): \((try? folder.text(of: $0)) ?? "")" }
    }

    /// The tiny dataset with a name that looks like a formula and one spelt in two ways; the same with errors in two rows.
    private func makeDatasets(in folder: TemporaryFolder) throws {
        // A schedule whose releases cannot be made, since a file is in their way.
        try folder.write("", to: "blocked")
        try folder.write(
            """
            {"from": "2019-09", "reports": [
              {"name": "m", "recurrence": "monthly", "dataset": "tiny", "output": "blocked/m", "formats": ["csv"]}]}
            """, to: "schedule.json")
        for (name, text) in TinyDataset.files {
            // Four completed participations without a score: more than are told unasked.
            let text =
                name == "participations.csv" ? text.replacing(/attended|no-show|withdrawn/, with: "completed") : text
            try folder.write(
                text.replacing("Ministry", with: "=1+1").replacing("QAT,Navy", with: "QAT,NAVY"), to: "tiny/" + name)
            let faults = name == "participations.csv" ? "S1,T9,completed,,,,,\nS9,T1,completed,,,,,\n" : ""
            try folder.write(text + "\n" + faults, to: "faulty/" + name)
        }
    }
}
