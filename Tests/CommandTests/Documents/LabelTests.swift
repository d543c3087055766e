import Foundation
import TestSupport
import Testing

/// Names of members in CSV, TSV and JSON, as `--labels` asks for them.
struct LabelTests {
    /// The tiny dataset with an institution whose name has commas and quotes, another that looks like a formula.
    private func table(_ words: String..., measures: String = "attendances") throws -> String {
        let folder = try TemporaryFolder()
        for (name, text) in TinyDataset.files {
            let text = text.replacing("QAT,Navy", with: "QAT,\"Navy, \"\"the\"\" first\"").replacing(
                "Ministry", with: "=1+1")
            try folder.write(text, to: "tiny/" + name)
        }
        let result = try tadrib(
            ["table", "tiny", "--measures", measures, "--today", "2019-12-31", "-q"] + words, folder: folder.path)
        #expect(result.errors == "" && result.code == 0)
        return result.text
    }

    private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    @Test func codesAreTheDefault() throws {
        let plain = try table("--rows", "state,sex", "--totals", "-f", "csv")
        #expect(try table("--rows", "state,sex", "--totals", "-f", "csv", "--labels", "id") == plain)
        #expect(lines(plain)[0] == "state,sex,attendances")
    }

    /// Names and codes stand beside each other in the order of the codes, with the same figures.
    @Test(arguments: ["en", "ar"]) func namesStandBesideTheirCodes(language: String) throws {
        let request = ["--rows", "state,year", "--totals", "-f", "csv", "--lang", language]
        let plain = lines(try table(request[0], request[1], request[2], request[3], request[4]))
        let both = lines(
            try table(
                request[0], request[1], request[2], request[3], request[4], request[5], request[6], "--labels", "both"))
        let named = lines(
            try table(
                request[0], request[1], request[2], request[3], request[4], request[5], request[6], "--labels", "name"))
        #expect(both[0] == "state,state-name,year,year-name,attendances")
        #expect(named[0] == plain[0])
        #expect(plain.count == both.count && plain.count == named.count)
        let names =
            language == "ar"
            ? ["KWT": "الكويت", "QAT": "قطر", "OMN": "عُمان", "_T": "المجموع", "_U": "غير معروف"]
            : ["KWT": "Kuwait", "QAT": "Qatar", "OMN": "Oman", "_T": "Total", "_U": "Not known"]
        var found: Set<String> = []
        for (index, line) in plain.enumerated().dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let expected = [names[fields[0]] ?? fields[0], names[fields[1]] ?? fields[1]]
            found.formUnion(fields.prefix(2))
            #expect(both[index] == [fields[0], expected[0], fields[1], expected[1], fields[2]].joined(separator: ","))
            #expect(named[index] == (expected + [fields[2]]).joined(separator: ","))
        }
        #expect(found.isSuperset(of: ["KWT", "QAT", "_T", "_U"]))
    }

    /// A member without a name is its own name; commas, quotes and what looks like a formula are written as in every field.
    @Test func membersWithoutNames() throws {
        let both = lines(try table("--rows", "institution", "-f", "csv", "--labels", "both"))
        #expect(both.contains { $0.hasPrefix("\"Navy, \"\"the\"\" first\",\"Navy, \"\"the\"\" first\",") })
        #expect(both.contains { $0.hasPrefix("'=1+1,'=1+1,") })
        let rest = lines(
            try table("--rows", "institution", "--top", "1", "-f", "csv", "--labels", "both", "--lang", "ar"))
        #expect(rest.contains { $0.hasPrefix("_O,البقية,") } && rest.contains { $0.hasPrefix("_U,غير معروف,") })
    }

    /// In a cross-tabulation the headings are members too.
    @Test func headingsOfACrossTabulation() throws {
        let plain = lines(try table("--rows", "sex", "--columns", "state", "-f", "csv"))
        let named = lines(try table("--rows", "sex", "--columns", "state", "-f", "csv", "--labels", "name"))
        let both = lines(try table("--rows", "sex", "--columns", "state", "-f", "csv", "--labels", "both"))
        #expect(plain[0].hasPrefix("sex,KWT,QAT,"))
        #expect(named[0].hasPrefix("sex,Kuwait,Qatar,") && named[0].hasSuffix(",Total"))
        #expect(both[0] == plain[0].replacing("sex,", with: "sex,sex-name,"))
        #expect(named.last?.hasPrefix("Total,") == true && both.last?.hasPrefix("_T,Total,") == true)
        #expect(
            lines(
                try table(
                    "--rows", "sex", "--columns", "state", "-f", "csv", "--labels", "name",
                    measures: "attendances,sessions"))[0]
                .hasPrefix("sex,Kuwait:attendances,Kuwait:sessions,"))
    }

    @Test func tsvAndJSON() throws {
        #expect(lines(try table("--rows", "sex", "-f", "tsv", "--labels", "both"))[0] == "sex\tsex-name\tattendances")
        let json = try table("--rows", "sex", "-f", "json", "--labels", "both", "--lang", "ar")
        #expect(json.contains("{\"sex\": \"F\", \"sex-name\": \"أنثى\", \"attendances\": "))
        #expect(
            try table("--rows", "sex", "-f", "json", "--labels", "name").contains(
                "{\"sex\": \"Female\", \"attendances\": "))
    }

    /// In a report each table by dimensions has them, those of the built-in sections where their columns hold members.
    @Test func reports() throws {
        let folder = try TemporaryFolder()
        let result = try tadrib(
            [
                "report", packageFolder + "/Samples/regional-centre", "-o", "pack", "-f", "csv", "--labels", "both",
                "-q", "--today", "2019-12-31",
            ],
            folder: folder.path)
        #expect(result.code == 0)
        #expect(
            try folder.text(of: "pack/tables/people.csv").hasPrefix(
                "property,property-name,member,member-name,state,state-name,trainees\nsex,Sex,F,Female,KWT,Kuwait,"))
        #expect(try folder.text(of: "pack/tables/state-year.csv").hasPrefix("state,state-name,year,year-name,"))
        #expect(try folder.text(of: "pack/tables/key-figures.csv").hasPrefix("measure,current,"))
    }
}
