import Foundation
import TestSupport
import Testing

/// Accessible workbooks of both samples, held rule by rule against what accessible statistics must be.
struct PublicationTests {
    private static let rules = packageFolder + "/Tests/Python/publication_rules.py"

    static let packs = [
        ("regional-centre", "en", [String]()), ("regional-centre", "ar", []), ("regional-centre", "en,ar", []),
        ("gulf-military-training", "ar,en", ["--max-rejects", "5%"]),
    ]

    private func breaches(_ sample: String, in language: String, _ options: [String]) throws -> [String] {
        let folder = try TemporaryFolder()
        let made = try run(
            try builtProgram(),
            ["report", packageFolder + "/Samples/" + sample, "-o", folder.path, "--today", "2019-12-31", "-q"]
                + ["--lang", language, "--format", "xlsx"] + options, environment: [:])
        try #require(made.code == 0, "\(made.errors)")
        let checked = try run(
            debianPython, [Self.rules, folder.path + "/report.xlsx"], environment: ["PYTHONUTF8": "1"])
        try #require(checked.code == 0, "\(checked.errors)")
        return checked.text.split(separator: "\n").map(String.init)
    }

    @Test(arguments: packs) func keepsTheRules(sample: String, language: String, options: [String]) throws {
        #expect(try breaches(sample, in: language, options + ["--profile", "publication"]) == [])
    }

    /// A table of several figures in each place has one row of headings too.
    @Test(arguments: ["en", "ar"]) func severalFiguresKeepTheRules(language: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.xlsx"
        let made = try tadrib(
            ["table"] + centre + [
                "--rows", "topic", "--columns", "year", "--measures", "pass-rate", "--lang", language,
            ]
                + ["--transforms", "change", "--profile", "publication", "-q", "-o", path])
        try #require(made.code == 0, "\(made.errors)")
        let checked = try run(debianPython, [Self.rules, path], environment: ["PYTHONUTF8": "1"])
        #expect(checked.text + checked.errors == "")
    }

    /// Releases too, whose figures are marked as provisional and as revised.
    @Test func releasesKeepTheRules() throws {
        let report = """
            {"name": "q", "recurrence": "quarterly", "dataset": "d", "output": "out", "formats": ["xlsx"],
             "languages": ["en", "ar"], "profile": "publication", "provisionalDays": 60}
            """
        let folder = try TemporaryFolder(["s.json": "{\"from\": \"2019\", \"reports\": [\(report)]}"])
        let script = """
            cp -r "$SAMPLES/regional-centre" d; tadrib run s.json --today 2019-04-01
            echo S2019-02,T0019,completed,12,,,4,192.000 >> d/participations.csv; tadrib run s.json --today 2019-04-01
            """
        let made = try shell(["-c", script], folder: folder.path)
        #expect(made.errors.isEmpty, "\(made.errors)")
        for release in ["2019-Q1", "2019-Q1-r2"] {
            let workbook = "\(folder.path)/out/\(release)/report.xlsx"
            let checked = try run(debianPython, [Self.rules, workbook], environment: ["PYTHONUTF8": "1"])
            #expect(checked.text + checked.errors == "", "\(release)")
        }
    }

    /// The rules are not blind: a workbook for analysts breaks them.
    @Test func rulesSeeWhatBreaksThem() throws {
        let text = try breaches("regional-centre", in: "en", []).joined(separator: "\n")
        for rule in [
            "a blank row", "a fill", "a formula", "a header or footer", "an empty cell", "an image or chart",
            "an outline",
            "conditional colours", "filters", "font", "merged cells", "not one table", "panes", "stripes",
            "shorthand that is not explained", "text beside column A", "the cursor is not in A1", "words among figures",
        ] {
            #expect(text.contains(rule), "\(rule)")
        }
    }
    /// Each rule sees what breaks it, put into a sound workbook alone.
    @Test func eachRuleSeesItsBreach() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.xlsx"
        let made = try tadrib(
            ["table"] + centre + ["--rows", "topic", "--columns", "state", "--measures", "pass-rate", "--totals"]
                + ["--lang", "ar", "--profile", "publication", "-q", "-o", path])
        try #require(made.code == 0, "\(made.errors)")
        let sound = try run(debianPython, [Self.rules, path], environment: ["PYTHONUTF8": "1"])
        #expect(sound.text + sound.errors == "")
        let faults = packageFolder + "/Tests/Python/publication_faults.py"
        let seen = try run(debianPython, [faults, path], environment: ["PYTHONUTF8": "1"])
        #expect(seen.text + seen.errors == "")
    }
}
