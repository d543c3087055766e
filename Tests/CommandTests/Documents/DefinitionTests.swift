import Foundation
import TestSupport
import Testing

/// Report definitions: what is wrong with one is said in full, and the samples give what they promise.
struct DefinitionTests {
    private static let title = #""title": {"en": "T", "ar": "ج"}"#
    private static let table = #""id": "t", "# + title

    /// A definition of one table that has an identifier, a title and these members.
    private static func one(_ members: String) -> String { "{\"tables\": [{\(table), \(members)}]}" }

    /// Broken definitions and what is said of them, without the name of the file.
    static let broken: [(name: String, text: String, errors: [String])] = [
        ("nothing", "", ["line 1, character 1: the text ends where a value is expected"]),
        ("no object", "[]", ["an object is expected, and not a list"]),
        ("no tables", "{}", ["'tables' is missing: the tables in their order"]),
        ("empty tables", #"{"tables": []}"#, ["tables: the list is empty"]),
        (
            "open comment", "{ /* no end\n \"tables\": [] }",
            ["line 1, character 3: this comment never ends"]
        ),
        (
            "comma too many", "{\n  \"tables\": [\n    {\"section\": \"key-figures\"},\n  ]\n}",
            ["line 4, character 3: a value is expected"]
        ),
        (
            "no quotes", "{\n  tables: []\n}", ["line 2, character 3: a key in double quotes is expected"]
        ),
        (
            "key twice", #"{"tables": [], "tables": []}"#,
            [#"line 1, character 16: the key "tables" is given twice"#]
        ),
        (
            "misspelt key", #"{"table": [{"section": "key-figures"}]}"#,
            [
                "table: a report has no 'table'; did you mean 'tables'?",
                "'tables' is missing: the tables in their order",
            ]
        ),
        (
            "misspelt section", #"{"tables": [{"section": "key-figure"}]}"#,
            ["tables[0].section: there is no section 'key-figure'; did you mean 'key-figures'?"]
        ),
        (
            "misspelt measure", one(#""rows": ["state"], "measures": ["trainee"]"#),
            ["tables[0].measures[0]: there is no measure 'trainee'; did you mean 'trainees'?"]
        ),
        (
            "misspelt dimension", one(#""rows": ["sate"], "measures": ["trainees"]"#),
            ["tables[0].rows[0]: there is no dimension 'sate'; did you mean 'state'?"]
        ),
        (
            "text for a list", one(#""rows": "state", "measures": ["trainees"]"#),
            ["tables[0].rows: a list is expected, and not a text"]
        ),
        (
            "one language", #"{"tables": [{"id": "t", "title": "T", "rows": ["state"], "measures": ["trainees"]}]}"#,
            [#"tables[0].title: a text in both languages is expected: {"en": "...", "ar": "..."}"#]
        ),
        (
            "no Arabic", #"{"title": {"en": "T"}, "tables": [{"section": "key-figures"}]}"#,
            ["title: 'ar' is missing: Arabic"]
        ),
        (
            "identifier",
            #"{"tables": [{"id": "By State", "title": {"en": "T", "ar": "ج"}, "#
                + #""rows": ["state"], "measures": ["trainees"]}]}"#,
            [
                "tables[0].id: 'By State' is no identifier; give small letters, digits and hyphens, a letter first"
            ]
        ),
        (
            "identifier twice",
            "{\"tables\": [{\(table), \"rows\": [\"state\"], \"measures\": [\"cost\"]}, "
                + "{\(table), \"rows\": [\"year\"], \"measures\": [\"cost\"]}]}",
            ["tables[1]: there are two tables 't'"]
        ),
        (
            "synonyms", one(#""rows": ["gender"], "measures": ["hours", "xyzzy"]"#),
            [
                "tables[0].rows[0]: there is no dimension 'gender'; did you mean 'sex'?",
                "tables[0].measures[0]: there is no measure 'hours'; did you mean 'trainee-hours' or 'trainer-hours'?",
                "tables[0].measures[1]: there is no measure 'xyzzy'; see tadrib list measures",
            ]
        ),
        (
            "dimension twice", one(#""rows": ["state"], "columns": ["state"], "measures": ["trainees"]"#),
            ["tables[0]: the dimension 'state' is asked for twice"]
        ),
        (
            "trainers by state", one(#""rows": ["trainer-role", "state"], "measures": ["trainers"]"#),
            [
                "tables[0]: the trainer dimension 'trainer-role' cannot be combined with the trainee dimension 'state'"
            ]
        ),
        (
            "trainees by role", one(#""rows": ["trainer-role"], "measures": ["sessions"], "sort": "enrolments""#),
            [
                "tables[0]: the trainer dimension 'trainer-role' goes with courses, sessions, participations, trainees, "
                    + "trainers, trainer-hours, gain-mean, gain-count, rating-count, rating-mean, evaluation-count, "
                    + "evaluation-mean, evaluation-favourable alone, not with 'enrolments'"
            ]
        ),
        (
            "share of a mean", one(#""rows": ["state"], "measures": ["rating-mean"], "transforms": ["share"]"#),
            ["tables[0]: 'share' of 'rating-mean' has no meaning: it is a rate or a mean"]
        ),
        (
            "misspelt transform", one(#""rows": ["state"], "measures": ["trainees"], "transforms": ["chang"]"#),
            ["tables[0].transforms[0]: there is no transform 'chang'; did you mean 'change'?"]
        ),
        (
            "cumulative without time",
            one(#""rows": ["state"], "measures": ["trainees"], "transforms": ["cumulative"]"#),
            [
                "tables[0]: 'cumulative' looks from one part of the calendar to the next: give one time dimension, "
                    + "such as year"
            ]
        ),
        (
            "top", one(#""rows": ["state"], "measures": ["trainees"], "top": 0"#),
            ["tables[0].top: a whole number above 0 is expected"]
        ),
        (
            "period", one(#""rows": ["state"], "measures": ["trainees"], "period": "2019-Q5""#),
            [
                "tables[0].period: '2019-Q5' is not a period; give 2019, 2019-H1, 2019-Q3, 2019-07, 2019-W26, 2019-06-30, FY2019, AY2019, "
                    + "AH1441, AH1441-09, 2017..2019, all, this- or last- with month, quarter, half, year or fiscal-year"
            ]
        ),
        (
            "filter", one(#""rows": ["topic"], "measures": ["trainees"], "filters": {"stat": ["KWT"]}"#),
            ["tables[0].filters.stat: there is no dimension 'stat'; did you mean 'state'?"]
        ),
        (
            "member", one(#""rows": ["topic"], "measures": ["trainees"], "filters": {"state": ["QAT", "KWTT"]}"#),
            ["tables[0].filters.state[1]: the dimension 'state' has no member 'KWTT'; did you mean 'KWT'?"]
        ),
        (
            "member that is left out",
            one(#""rows": ["topic"], "measures": ["trainees"], "filters": {"state": {"not": ["QAT", "KWTT"]}}"#),
            ["tables[0].filters.state.not[1]: the dimension 'state' has no member 'KWTT'; did you mean 'KWT'?"]
        ),
        (
            "filter without a text",
            one(
                #""rows": ["topic"], "measures": ["trainees"], "filters": {"state": {"contains": ["-"]}, "#
                    + #""sex": {"nto": ["F"]}, "sector": {}}"#),
            [
                "tables[0].filters.state.contains[0]: '-' has no letter and no digit that members could contain",
                "tables[0].filters.sex.nto: a filter has no 'nto'; did you mean 'not'?",
                "tables[0].filters.sector: 'not' or 'contains' is expected",
            ]
        ),
        (
            "condition", one(#""rows": ["state"], "measures": ["trainees"], "having": "trainees < many""#),
            [
                "tables[0].having: 'trainees < many' is not a condition: at character 12, a number is expected, such as 3, 0.5 or 50%, "
                    + "with at most six places"
            ]
        ),
        (
            "condition on a misspelt measure",
            one(#""rows": ["state"], "measures": ["trainees"], "having": "trainess>3""#),
            ["tables[0].having: there is no measure 'trainess'; did you mean 'trainees'?"]
        ),
        (
            "condition on what has no value",
            one(#""rows": ["topic"], "measures": ["trainees"], "filters": {"sex": ["F"]}, "having": "seats>3""#),
            [
                "tables[0].having: no row meets a condition on 'seats': with the trainee dimension 'sex' it has no value"
            ]
        ),
        (
            "rows without records", one(#""rows": ["state"], "measures": ["trainees"], "includeEmpty": "yes""#),
            ["tables[0].includeEmpty: true or false is expected, and not a text"]
        ),
        (
            "intervals without a rate", one(#""rows": ["state"], "measures": ["trainees"], "intervals": true"#),
            [
                "tables[0].intervals: no measure is a rate of counted cases, such as completion-rate or pass-rate, and has an "
                    + "interval"
            ]
        ),
        (
            "persons", one(#""rows": ["state"], "measures": ["trainees"], "persons": "seats>3 and""#),
            [
                "tables[0].persons: 'seats>3 and' is not a condition: at character 12, the name of a measure is expected, such as "
                    + "trainees"
            ]
        ),
        (
            "persons by seats", one(#""rows": ["topic"], "measures": ["trainees"], "persons": "seats>3""#),
            ["tables[0].persons: 'seats' cannot be counted for one person"]
        ),
        (
            "trainers by persons", one(#""rows": ["trainer-role"], "measures": ["trainers"], "persons": "courses>3""#),
            ["tables[0].persons: the trainer dimension 'trainer-role' cannot be combined with a condition on persons"]
        ),
        (
            "order", one(#""rows": ["state"], "measures": ["trainees"], "sort": "trainees:up", "top": 1, "bottom": 2"#),
            [
                "tables[0].sort: 'up' is not a direction; give asc (the smallest first) or desc (the largest first)",
                "tables[0].bottom: 'top' and 'bottom' do not go together",
            ]
        ),
        (
            "bottom", one(#""rows": ["state"], "measures": ["trainees"], "bottom": 0"#),
            ["tables[0].bottom: a whole number above 0 is expected"]
        ),
        (
            "chart of another measure",
            one(#""rows": ["topic"], "measures": ["trainees"], "chart": {"of": ["sessions"]}"#),
            ["tables[0].chart.of[0]: there is no measure of this table 'sessions'"]
        ),
        (
            "chart of cells", one(#""rows": ["topic"], "measures": ["trainees"], "chart": {"of": "cells"}"#),
            ["tables[0].chart.of: 'cells' are of a table with columns; give a list of this table's measures"]
        ),
        (
            "chart of cells with two measures",
            one(
                #""rows": ["topic"], "columns": ["year"], "measures": ["trainees", "sessions"], "chart": {"of": "cells"}"#
            ),
            ["tables[0].chart.of: a table with columns is drawn where it has one measure and no transforms"]
        ),
        (
            "chart of cells with a transform",
            one(
                #""rows": ["topic"], "columns": ["year"], "measures": ["participations"], "transforms": ["share"], "#
                    + #""chart": {"of": "row-totals"}"#),
            ["tables[0].chart.of: a table with columns is drawn where it has one measure and no transforms"]
        ),
        (
            "chart of measures apart",
            one(
                #""rows": ["topic"], "measures": ["trainees", "cost", "sessions"], "#
                    + #""chart": {"of": ["sessions", "trainees"]}"#),
            ["tables[0].chart.of: the measures of a chart must stand side by side in the table"]
        ),
        (
            "map of topics",
            one(#""rows": ["topic"], "measures": ["trainees"], "chart": {"of": ["trainees"], "as": "map"}"#),
            ["tables[0].chart.as: a map is of one measure of a table whose only rows are states"]
        ),
        (
            "map of cells",
            one(
                #""rows": ["state"], "columns": ["year"], "measures": ["trainees"], "#
                    + #""chart": {"of": "cells", "as": "map"}"#),
            ["tables[0].chart.as: a map is of one measure of a table whose only rows are states"]
        ),
        (
            "look of a chart",
            one(#""rows": ["state"], "measures": ["trainees"], "chart": {"of": ["trainees"], "as": "mapp"}"#),
            ["tables[0].chart.as: there is no look of a chart 'mapp'; did you mean 'map'?"]
        ),
        (
            "format and language",
            #"{"formats": ["docx"], "languages": ["de"], "tables": [{"section": "key-figures"}]}"#,
            ["languages[0]: there is no language 'de'", "formats[0]: there is no format 'docx'"]
        ),
        (
            "two letters", #"{"formats": ["dm"], "languages": ["fr"], "tables": [{"section": "key-figures"}]}"#,
            ["languages[0]: there is no language 'fr'", "formats[0]: there is no format 'dm'; did you mean 'md'?"]
        ),
        (
            "misspelt period", one(#""rows": ["state"], "measures": ["trainees"], "period": "last-yaer""#),
            [
                "tables[0].period: 'last-yaer' is not a period; give 2019, 2019-H1, 2019-Q3, 2019-07, 2019-W26, "
                    + "2019-06-30, FY2019, AY2019, AH1441, AH1441-09, 2017..2019, all, this- or last- with month, quarter, half, year or fiscal-year; "
                    + "did you mean 'last-year'?"
            ]
        ),
        (
            "dimension and members",
            "{\"filters\": {\"state\": [\"AREE\"]}, \"tables\": [{\(table), \"rows\": [\"topic\"], "
                + "\"measures\": [\"trainees\"], \"filters\": {\"sect\": [\"civil\"], \"state\": [\"KWT\", \"KUW\"]}}]}",
            [
                "tables[0].filters.sect: there is no dimension 'sect'; did you mean 'sector'?",
                "filters.state[0]: the dimension 'state' has no member 'AREE'; did you mean 'ARE'?",
                "tables[0].filters.state[1]: the dimension 'state' has no member 'KUW'; did you mean 'KWT'?",
            ]
        ),
        (
            "sort by what has no value", one(#""rows": ["state"], "measures": ["trainees"], "sort": "cost""#),
            ["tables[0].sort: 'cost' orders no rows here: with the trainee dimension 'state' it has no value"]
        ),
        (
            "sort under a filter",
            "{\"filters\": {\"sex\": [\"F\"]}, \"tables\": [{\(table), \"rows\": [\"topic\"], \"measures\": [\"sessions\"], "
                + "\"sort\": \"seats\"}]}",
            ["tables[0].sort: 'seats' orders no rows here: with the trainee dimension 'sex' it has no value"]
        ),
        (
            "top of what has no value", one(#""rows": ["sector"], "measures": ["fill-rate", "trainees"], "top": 3"#),
            ["tables[0].top: 'fill-rate' orders no rows here: with the trainee dimension 'sector' it has no value"]
        ),
        (
            "several at once",
            one(#""rows": ["state", 3], "measures": ["trainees", "sesions"], "sort": "cots", "needs": ["seat"]"#),
            [
                "tables[0].rows[1]: a text is expected, and not a number",
                "tables[0].measures[1]: there is no measure 'sesions'; did you mean 'sessions'?",
                "tables[0].needs[0]: there is no need 'seat'; did you mean 'seats'?",
                "tables[0].sort: there is no measure 'cots'; did you mean 'cost'?",
            ]
        ),
    ]

    @Test(arguments: broken) func trouble(name: String, text: String, errors: [String]) throws {
        let folder = try TemporaryFolder(["report.json": text])
        let result = try run(
            try builtProgram(),
            ["report", packageFolder + "/Samples/regional-centre", "--definition", "report.json", "-o", "pack", "-q"],
            environment: [:], folder: folder.path)
        #expect(result.errors == "tadrib: " + errors.map { "report.json: \($0)\n" }.joined(), "\(name)")
        #expect(result.code == 78)
        #expect(folder.names == ["report.json"])
    }

    @Test func missingFile() throws {
        let folder = try TemporaryFolder()
        let result = try run(
            try builtProgram(),
            ["report", packageFolder + "/Samples/regional-centre", "--definition", "x", "-o", "pack"],
            environment: [:], folder: folder.path)
        #expect(result.errors == "tadrib: x: there is no such file, or it cannot be read\n")
        #expect(result.code == 66)
    }

    /// Transforms of a definition's table are those of the command `table`, order and rest included.
    @Test func transforms() throws {
        let text = Self.one(
            #""rows": ["topic"], "columns": ["year"], "measures": ["trainees", "sessions"], "#
                + #""transforms": ["share", "change-percent", "cumulative", "rank"], "sort": "cost:asc", "top": 3, "#
                + #""having": "sessions>2""#)
        let folder = try TemporaryFolder(["report.json": text])
        let sample = packageFolder + "/Samples/regional-centre"
        let common = ["--today", "2019-12-31", "-q"]
        let report = try run(
            try builtProgram(),
            ["report", sample, "--definition", "report.json", "-o", "pack", "--format", "csv,html"] + common,
            folder: folder.path)
        try #require(report.code == 0, "\(report.errors)")
        let table = try run(
            try builtProgram(),
            [
                "table", sample, "--rows", "topic", "--columns", "year", "--measures", "trainees,sessions",
                "--transforms", "share,change-percent,cumulative,rank", "--sort", "cost:asc", "--top", "3", "--having",
                "sessions>2",
                "--layout", "tidy", "--totals", "-f", "csv",
            ] + common, folder: folder.path)
        try #require(table.code == 0, "\(table.errors)")
        func lines(_ text: String) -> Set<Substring> { Set(text.split(separator: "\n")) }
        #expect(try lines(folder.text(of: "pack/tables/t.csv")) == lines(String(decoding: table.output, as: UTF8.self)))
        #expect(try folder.text(of: "pack/report.html").contains("cumulative"))
    }

    /// The sample of the full pack is the pack that is made without a definition.
    @Test(arguments: [
        ("regional-centre", ["--lang", "en,ar"]),
        ("gulf-military-training", ["--max-rejects", "5%", "--format", "csv,md"]),
    ])
    func fullPack(sample: String, options: [String]) throws {
        let (built, defined) = (try TemporaryFolder(), try TemporaryFolder())
        for (folder, more) in [(built, []), (defined, ["--definition", Self.sample("full")])] {
            let result = try run(
                try builtProgram(),
                ["report", packageFolder + "/Samples/" + sample, "-o", folder.path, "--today", "2019-12-31", "-q"]
                    + options + more)
            try #require(result.code == 0, "\(result.errors)")
        }
        #expect(built.names == defined.names && built.names.count > 8)
        for name in built.names where name.contains(".") {
            #expect(try built.bytes(of: name) == defined.bytes(of: name), "\(name)")
        }
    }

    /// The schema that the program prints is the one beside the samples, and a validator finds the samples right; which measures
    /// there are is told by the program alone, since files can declare some.
    @Test func schema() throws {
        let printed = try run(try builtProgram(), ["list", "schema"])
        #expect(try printed.output == Data(contentsOf: URL(fileURLWithPath: Self.sample("schema"))))
        let wrong = Self.broken.filter {
            ["no Arabic", "text for a list", "top"].contains($0.name)
        }
        let folder = try TemporaryFolder(
            Dictionary(uniqueKeysWithValues: wrong.enumerated().map { ("\($0).json", $1.text) }))
        let script = #"""
            import json, jsonschema, re, sys
            schema = json.load(open(sys.argv[1], encoding="utf-8"))
            jsonschema.Draft202012Validator.check_schema(schema)
            validator = jsonschema.Draft202012Validator(schema)
            for path in sys.argv[2:]:
                text = open(path, encoding="utf-8").read()
                bare = re.sub(r'("(?:[^"\\]|\\.)*")|//[^\n]*', lambda match: match.group(1) or "", text)
                print("wrong" if list(validator.iter_errors(json.loads(bare))) else "right")
            """#
        let paths =
            [Self.sample("full"), Self.sample("training-office")] + wrong.indices.map { folder.path + "/\($0).json" }
        let result = try run(debianPython, ["-c", script, Self.sample("schema")] + paths)
        #expect(result.text == "right\nright\n" + String(repeating: "wrong\n", count: wrong.count), "\(result.errors)")
    }

    private static func sample(_ name: String) -> String { packageFolder + "/Samples/definitions/\(name).json" }
}
