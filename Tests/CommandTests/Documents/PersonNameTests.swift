import Foundation
import Reporting
import TestSupport
import Testing

/// Names of persons stand nowhere unless `--names` asks for them.
struct PersonNameTests {
    private static let names = ["Amal Trainee", "سالم المتدرب", "Rashid Trainer"]

    private func dataset() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, text) in TinyDataset.files { try folder.write(text, to: "tiny/" + name) }
        try folder.write(
            "trainee_id,name,state\nT1,Amal Trainee,KWT\nT2,سالم المتدرب,KWT\nT3,,QAT\nT4,,\n", to: "tiny/trainees.csv")
        try folder.write(
            "trainer_id,name,nationality\nR1,Rashid Trainer,KWT\nR2,,ITA\nR3,,KWT\n", to: "tiny/trainers.csv")
        return folder
    }

    /// All that a table says in a format: workbooks unpacked, and the structure beside SDMX data.
    private func said(_ format: String, _ words: [String]) throws -> String {
        let folder = try dataset()
        let result = try tadrib(
            ["table", "tiny", "--today", "2019-12-31", "-q", "-f", format, "-o", "out"] + words, folder: folder.path)
        #expect(result.code == 0, "\(result.errors)")
        var text = result.text + result.errors
        if format == "xlsx" { return text + (try shell(["-c", "unzip -p out"], folder: folder.path).text) }
        for name in folder.names where name.hasPrefix("out") { text += try folder.text(of: name) }
        return text
    }

    static let tables = [
        ["--rows", "trainee", "--measures", "participations,trainee-hours", "--totals"],
        ["--rows", "trainer", "--measures", "sessions,trainees", "--sort", "sessions", "--top", "1"],
        ["--rows", "state", "--columns", "trainee", "--measures", "attendances", "--where", "trainee=T1,T2,T3"],
    ]

    /// What a PDF says is what the page says, but compressed.
    @Test(arguments: OutputFormat.ofTables.filter { $0 != .pdf }, tables)
    func notUnlessAskedFor(format: OutputFormat, words: [String]) throws {
        guard !format.isTidy || !words.contains("--columns") else { return }
        for label in format.isData ? ["id", "name", "both"] : ["id"] {
            let plain = try said(format.rawValue, words + ["--labels", label])
            #expect(Self.names.allSatisfy { !plain.contains($0) }, "\(format) \(words) \(label)")
        }
        // In the headings of data members stand by their names only where labels say so.
        let named = try said(format.rawValue, words + ["--labels", "name", "--names", "--lang", "ar"])
        #expect(Self.names.contains { named.contains($0) }, "\(format) \(words)")
    }

    /// A name stands alone in a column of its own, and with the identifier where it stands for that.
    @Test func inData() throws {
        let words = ["--rows", "trainee,state", "--measures", "named-attendances"]
        #expect(
            try said("csv", words + ["--names"]) == """
                trainee,trainee-name,state,named-attendances
                T1,Amal Trainee,KWT,2
                T2,سالم المتدرب,KWT,2
                T3,,QAT,1
                T4,,_U,0
                _U,,KWT,0
                _U,,OMN,0

                """)
        #expect(
            try said("tsv", words + ["--names", "--labels", "name", "--where", "state=KWT"])
                == "trainee\tstate\tnamed-attendances\nAmal Trainee (T1)\tKuwait\t2\nسالم المتدرب (T2)\tKuwait\t2\n"
                + "Not known\tKuwait\t0\n")
    }

    /// Definitions of reports show identifiers, and no table of names names persons.
    @Test func reportsAndLabels() throws {
        let folder = try dataset()
        try folder.write(
            #"{"title": {"en": "T", "ar": "ج"}, "tables": [{"id": "t", "title": {"en": "T", "ar": "ج"}, "#
                + #""rows": ["trainee"], "measures": ["participations"]}]}"#, to: "report.json")
        let report = ["report", "tiny", "--definition", "report.json", "--today", "2019-12-31", "-q", "-o", "pack"]
        let made = try tadrib(report + ["-f", "csv,md,html", "--labels", "both"], folder: folder.path)
        #expect(made.code == 0, "\(made.errors)")
        let text = try folder.names.filter { $0.hasPrefix("pack/") && $0.contains(".") }.map { try folder.text(of: $0) }
            .joined()
        #expect(text.contains("T1") && Self.names.allSatisfy { !text.contains($0) })
        try folder.write("dimension,member,name_en\ntrainee,T1,Amal Trainee\n", to: "tiny/labels.csv")
        let labelled = try tadrib(["check", "tiny", "--today", "2019-12-31"], folder: folder.path)
        #expect(labelled.text.contains("labels.csv:2: bad-code: 'trainee'"), "\(labelled.text)")
    }
}
