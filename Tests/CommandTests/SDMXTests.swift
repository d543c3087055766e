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
            import csv, glob, json, os, sys
            folder = sys.argv[1]
            message = json.load(open(folder + "/sdmx/structure.json", encoding="utf-8"))["data"]
            def urn(kind, item): return f"urn:sdmx:org.sdmx.infomodel.{kind}={item['agencyID']}:{item['id']}({item['version']})"
            lists = {urn("codelist.Codelist", l): {c["id"] for c in l["codes"]} for l in message["codelists"]}
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
                        assert codes is None or row[c["id"]] in codes, (path, row)
                    marker = {"A": row["OBS_VALUE"], "M": "_Z", "L": "_U"}[row["OBS_STATUS"]]
                    assert row["OBS_STATUS"] == "A" or row["OBS_VALUE"] == ""
                    key = tuple(row[c["id"]] for c in dimensions)
                    assert key not in found, key
                    found[key] = marker
                assert found == wanted, path
                figures += len(found)
            print(len(files), len(structures), figures > 900)
            """#
        let result = try run(debianPython, ["-c", script, folder.path], environment: ["PYTHONUTF8": "1"])
        #expect(result.text == "\(tables) \(tables) True\n", "\(result.errors)")
    }
}
