import Foundation
import TestSupport
import Testing

/// SDMX-CSV of whole packs, read by another program beside the CSV files and the structures.
struct SDMXTests {
    /// Each row of each file: the CSV's figure of the same members and measure, codes and columns as the structure has them.
    @Test(arguments: [
        ("regional-centre", [String](), 11), ("gulf-military-training", ["--max-rejects", "5%"], 7),
    ])
    func figuresOfTheCSV(sample: String, options: [String], tables: Int) throws {
        let folder = try TemporaryFolder()
        let made = try run(
            try builtProgram(),
            ["report", packageFolder + "/Samples/" + sample, "-o", folder.path, "--today", "2019-12-31", "-q"]
                + ["--format", "csv,sdmx-csv"] + options, environment: [:])
        try #require(made.code == 0, "\(made.errors)")
        let script = #"""
            import csv, glob, json, os, re, sys
            folder = sys.argv[1]
            message = json.load(open(folder + "/sdmx/structure.json", encoding="utf-8"))["data"]
            def urn(kind, item): return f"urn:sdmx:org.sdmx.infomodel.{kind}={item['agencyID']}:{item['id']}({item['version']})"
            def member(code): return code["annotations"][0]["title"] if "annotations" in code else code["id"]
            lists = {urn("codelist.Codelist", l): {c["id"]: member(c) for c in l["codes"]} for l in message["codelists"]}
            assert all(re.fullmatch(r"[A-Za-z0-9_@$\-]+", c) for l in lists.values() for c in l)
            concepts = {urn("conceptscheme.Concept", s) + "." + c["id"] for s in message["conceptSchemes"] for c in s["concepts"]}
            named = message["codelists"] + message["dataStructures"] + [c for l in message["codelists"] for c in l["codes"]]
            assert all(n["names"]["en"] and n["names"]["ar"] for n in named)
            structures = {f"{s['agencyID']}:{s['id']}({s['version']})": s["dataStructureComponents"] for s in message["dataStructures"]}
            figures = 0
            files = sorted(glob.glob(folder + "/sdmx/*.csv"))
            for path in files:
                plain = list(csv.DictReader(open(folder + "/tables/" + os.path.basename(path), encoding="utf-8")))
                rows = list(csv.DictReader(open(path, encoding="utf-8")))
                structure = structures[rows[0]["STRUCTURE_ID"]]
                dimensions = structure["dimensionList"]["dimensions"]
                components = dimensions + structure["measureList"]["measures"] + structure["attributeList"]["attributes"]
                assert list(rows[0]) == ["STRUCTURE", "STRUCTURE_ID", "ACTION"] + [c["id"] for c in components], path
                assert all(c["conceptIdentity"] in concepts for c in components)
                columns = [c["id"].lower().replace("_", "-") for c in dimensions[:-1]]
                measures = [c for c in plain[0] if c not in columns]
                wanted = {tuple(r[c] for c in columns) + (m,): r[m] for r in plain for m in measures if r[m] != ""}
                found = {}
                for row in rows:
                    assert (row["STRUCTURE"], row["ACTION"], row["CONF_STATUS"]) == ("datastructure", "I", "F")
                    for c in components:
                        codes = lists.get(c["localRepresentation"].get("enumeration"))
                        assert c["id"] == "OBS_VALUE" if codes is None else row[c["id"]] in codes, (path, row)
                    marker = {"A": row["OBS_VALUE"], "E": row["OBS_VALUE"], "M": "_Z", "L": "_U"}[row["OBS_STATUS"]]
                    assert row["OBS_STATUS"] in "AE" or row["OBS_VALUE"] == ""
                    key = tuple(lists[c["localRepresentation"]["enumeration"]][row[c["id"]]] for c in dimensions)
                    assert key not in found, key
                    found[key] = marker
                assert found == wanted, path
                figures += len(found)
            print(len(files), len(structures), figures > 900)
            """#
        let result = try run(debianPython, ["-c", script, folder.path], environment: ["PYTHONUTF8": "1"])
        #expect(result.text == "\(tables) \(tables) True\n", "\(result.errors)")
    }

    /// One row of SDMX-CSV by its headings.
    private func rows(of text: String) -> [[String: String]] {
        let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        return lines.dropFirst().map { line in
            Dictionary(uniqueKeysWithValues: zip(lines[0].map(String.init), line.map(String.init)))
        }
    }

    private func table(_ sample: String, _ words: [String]) throws -> [[String: String]] {
        let result = try tadrib(
            ["table", packageFolder + "/Samples/" + sample, "--today", "2019-12-31", "-q", "-f", "sdmx-csv"] + words)
        try #require(result.code == 0, "\(result.errors)")
        return rows(of: result.text)
    }

    /// Where only a headcount stands, the number of trainees is open, and nobody knows who came again.
    @Test func boundsAreNoNormalValues() throws {
        let rows = try table(
            "gulf-military-training",
            [
                "--rows", "state", "--measures", "trainees,participations,repeat-trainees", "--max-rejects", "5%",
                "--where", "state=KWT",
            ])
        func figures(_ measure: String) -> [[String?]] {
            rows.filter { $0["MEASURE"] == measure }.map { [$0["OBS_VALUE"], $0["OBS_STATUS"]] }
        }
        #expect(figures("trainees") == [["30", "E"]])
        #expect(figures("repeat-trainees") == [["", "L"]])
        let participations = try #require(figures("participations").first)
        #expect(participations[1] == "A" && participations[0] != "0")
        #expect(figures("trainees-upper") == [[participations[0], "E"]])
        let named = try table("regional-centre", ["--rows", "state", "--measures", "trainees"])
        #expect(Set(named.map { $0["OBS_STATUS"] }) == ["A"] && Set(named.map { $0["MEASURE"] }) == ["trainees"])
    }

    /// Members that are no SDMX codes have codes of their own, and names in both languages.
    @Test func labelsOfFreeText() throws {
        let rows = try table(
            "regional-centre",
            ["--rows", "institution", "--measures", "trainees", "--labels", "name", "--lang", "ar"])
        let known = rows.filter { $0["INSTITUTION"] != "_U" }
        #expect(known.count > 20 && Set(known.map { $0["INSTITUTION"] }).count == known.count)
        #expect(
            known.allSatisfy { row in
                row["INSTITUTION"]?.wholeMatch(of: /[A-Za-z0-9_@$\-]+/) != nil
                    && row["الجهة"]?.unicodeScalars.contains { (0x620...0x64A).contains($0.value) } == true
            })
    }

    /// Tables of other dimensions, measures or members have other identifiers; what has the same identifier is the same.
    @Test func identifiersStandForOneContent() throws {
        let folder = try TemporaryFolder()
        let requests = [
            ("regional-centre", ["--rows", "state", "--measures", "trainees"]),
            ("regional-centre", ["--rows", "state", "--measures", "sessions"]),
            ("regional-centre", ["--rows", "state,year", "--measures", "trainees"]),
            ("regional-centre", ["--rows", "institution", "--measures", "trainees"]),
            ("regional-centre", ["--rows", "institution", "--measures", "trainees", "--where", "state=QAT"]),
            ("gulf-military-training", ["--rows", "state", "--measures", "trainees", "--max-rejects", "5%"]),
            ("gulf-military-training", ["--rows", "state", "--measures", "cost", "--max-rejects", "5%"]),
        ]
        for (number, request) in requests.enumerated() {
            let result = try tadrib(
                ["table", packageFolder + "/Samples/" + request.0, "-q", "-o", "\(number).csv", "-f", "sdmx-csv"]
                    + request.1, folder: folder.path)
            try #require(result.code == 0, "\(result.errors)")
        }
        let script = #"""
            import glob, json, sys
            contents, structures = {}, []
            for path in sorted(glob.glob(sys.argv[1] + "/*.structure.json")):
                data = json.load(open(path, encoding="utf-8"))["data"]
                structures.append(data["dataStructures"][0]["id"])
                assert structures[-1] in open(path.replace("structure.json", "csv"), encoding="utf-8").read()
                for kind in data:
                    for artefact in data[kind]:
                        key = kind, artefact["id"], artefact["version"]
                        assert contents.setdefault(key, artefact) == artefact, key
            def lists(stem): return len([k for k in contents if k[1].rpartition("_")[0] == stem])
            print(len(structures), len(set(structures)), *map(lists, ["CL_MEASURE", "CL_STATE", "CL_INSTITUTION", "CONCEPTS"]))
            """#
        let result = try run(debianPython, ["-c", script, folder.path], environment: ["PYTHONUTF8": "1"])
        // Measures: trainees with both bounds, trainees alone, sessions, cost. Concepts: by state, by state and year, by institution.
        #expect(result.text == "7 7 4 1 2 3\n", "\(result.errors)")
    }
}
