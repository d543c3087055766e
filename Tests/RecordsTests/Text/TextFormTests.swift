import Foundation
import Records
import TestSupport
import Testing
import TrainingStats

/// The forms that a CSV file may have, and those that it may not.
struct TextFormTests {
    /// A form of the same three trainees.
    struct Form: CustomTestStringConvertible, Sendable {
        let name: String
        let text: String
        var testDescription: String { name }
    }

    static let forms: [Form] = [
        Form(name: "LF", text: "trainee_id,state,name\n01,KWT,A\n2,QAT,B\n"),
        Form(name: "CRLF", text: "trainee_id,state,name\r\n01,KWT,A\r\n2,QAT,B\r\n"),
        Form(name: "no final newline", text: "trainee_id,state,name\n01,KWT,A\n2,QAT,B"),
        Form(name: "byte order mark", text: "\u{FEFF}trainee_id,state,name\n01,KWT,A\n2,QAT,B\n"),
        Form(
            name: "all quoted", text: "\"trainee_id\",\"state\",\"name\"\n\"01\",\"KWT\",\"A\"\n\"2\",\"QAT\",\"B\"\n"),
        Form(name: "columns in another order", text: "name,state,trainee_id\nA,KWT,01\nB,QAT,2\n"),
        Form(name: "empty lines", text: "\n\ntrainee_id,state,name\n\n01,KWT,A\n\r\n2,QAT,B\n\n"),
        Form(
            name: "lines of commas and blanks",
            text: ",,\ntrainee_id,state,name\n,,\n01,KWT,A\n ,\t,\r\n\t\n2,QAT,B\n , ,"),
        Form(name: "columns without heading", text: "trainee_id,,state,name,\n01,,KWT,A,\n2, ,QAT,B,\t\n"),
        Form(name: "states in words", text: "trainee_id,state,name\n01,الكُويت,A\n2,qa tar,B\n"),
        Form(name: "two-letter states", text: "trainee_id,state,name\n01,KW,A\n2,QA,B\n"),
    ]

    @Test(arguments: forms)
    func sameRecords(_ form: Form) throws {
        let dataset = try dataset(form.text).dataset
        #expect((0..<dataset.trainees.count).map { dataset.trainees.ids[$0] } == ["01", "2"])
        #expect((0..<2).map { dataset.states[Int(dataset.trainees.profiles[$0].state)].code } == ["KWT", "QAT"])
    }

    @Test func quotedFieldsHoldAnything() throws {
        let loaded = try dataset(
            "trainee_id,state,institution\nT1,KWT,\"a, \"\"b\"\"\nc\"\nT2,QAT,d\nT3,XX,\"e\r\nf\"\n")
        #expect(loaded.dataset.institutions.keys == ["a, \"b\"\nc", "d"])
        let finding = try #require(loaded.log.findings.first { $0.code == .badCode })
        #expect(finding.line == 5, "the third record starts on the fifth physical line")
    }

    /// Lines of commas and blanks are no rows, whichever way of reading meets them.
    @Test(arguments: ["trainees.csv", "participations.csv"]) func blankLinesAreCounted(file: String) throws {
        var files = base("trainee_id,state\nT1,KWT\n ,\nT2,KWT\n,\n")
        files["sessions.csv"] = "session_id,course_id,start_date,end_date\nS1,C1,2019-01-01,2019-01-02\n"
        files["courses.csv"] = "course_id,title,topic\nC1,Radio,\n"
        files["participations.csv"] = "session_id,trainee_id,status\nS1,T1,attended\n,,\n \nS1,T2,attended\n"
        let loaded = try LoadedDataset(files: files)
        #expect(loaded.log.findings == [])
        let tally = try #require(loaded.tallies.first { $0.file == file })
        #expect(tally.rows == 2 && tally.rejected == 0 && tally.emptyLines == 2)
    }

    /// A column without a heading is told by its number as soon as it has a value; two of them are no repeated heading.
    @Test func aValueWithoutAHeadingIsTold() throws {
        let loaded = try dataset("trainee_id,,state,\n01,,KWT,\n2,,QAT,x\n")
        #expect(loaded.dataset.trainees.count == 2)
        #expect(loaded.log.findings.map(\.code) == [.unknownColumn])
        #expect(loaded.log.findings.first.map { $0.line == 1 && $0.message.hasPrefix("column 4 ") } == true)
    }

    @Test func headerAloneIsATable() throws {
        let loaded = try dataset("trainee_id,state\n")
        #expect(loaded.dataset.trainees.count == 0)
        #expect(loaded.log.findings == [])
    }

    @Test func invalidTextIsAFinding() throws {
        let folder = try TemporaryFolder(base("trainee_id,state\n"))
        try folder.write(Data("trainee_id,state\nT1,KWT\n".utf8) + [0xFF, 0x2C, 0x4B, 0x0A], to: "trainees.csv")
        let loaded = try LoadedDataset(folder: folder.path)
        #expect(loaded.log.findings.map(\.code) == [.badEncoding])
        #expect(loaded.dataset.trainees.count == 1)
    }

    @Test func aFieldMayBeLong() throws {
        let long = String(repeating: "x", count: 10_000_000)
        let loaded = try dataset("trainee_id,state,institution\nT1,KWT,\(long)\nT2,QAT,y\n")
        #expect(loaded.dataset.institutions.keys.map(\.count) == [10_000_000, 1])
    }

    @Test func compressedFilesAreTheSame() throws {
        let gzip = try #require(program("gzip"))
        let folder = try TemporaryFolder(base("trainee_id,state\nT1,KWT\n"))
        #expect(try run(gzip, [folder.path + "/trainees.csv"]).code == 0)
        let loaded = try LoadedDataset(folder: folder.path)
        #expect(loaded.dataset.trainees.count == 1)
        let whole = try folder.bytes(of: "trainees.csv.gz")
        try folder.write(whole.dropLast(6), to: "trainees.csv.gz")
        #expect(throws: ReadError.self) { try LoadedDataset(folder: folder.path) }
    }

    @Test(arguments: ["courses.csv", "sessions.csv", "participations.csv", "trainees.csv"])
    func aMissingTableIsNamed(_ file: String) throws {
        var files = base("trainee_id,state\n")
        files[file] = nil
        #expect {
            try LoadedDataset(files: files)
        } throws: { error in
            if case .noDataset(let trouble)? = error as? ReadError { trouble.missing?.en == file } else { false }
        }
    }

    @Test func aFolderIsNoTable() throws {
        let folder = try TemporaryFolder(base("trainee_id,state\n"))
        try FileManager.default.removeItem(atPath: folder.path + "/trainees.csv")
        try folder.write("", to: "trainees.csv/x")
        #expect(throws: ReadError.self) { try LoadedDataset(folder: folder.path) }
    }

    @Test func plainAndCompressedTogetherAreRefused() throws {
        var files = base("trainee_id,state\n")
        files["trainees.csv.gz"] = ""
        #expect(throws: ReadError.self) { try LoadedDataset(files: files) }
    }

    @Test(arguments: [
        "{\"fiscalYearStart\": \"02-30\"}", "{\"fiscalYearNamedBy\": \"middle\"}", "{\"timeZone\": \"Mars/Phobos\"}",
        "{\"hoursPerDay\": 0}", "{\"trainedKinds\": [\"lecture\"]}", "[1]", "{",
    ])
    func wrongSettingsAreTold(_ json: String) throws {
        var files = base("trainee_id,state\n")
        files["dataset.json"] = json
        #expect {
            try LoadedDataset(files: files)
        } throws: { error in
            if case .badSettings? = error as? ReadError { true } else { false }
        }
    }

    private func dataset(_ trainees: String) throws -> LoadedDataset { try LoadedDataset(files: base(trainees)) }

    private func base(_ trainees: String) -> [String: String] {
        [
            "courses.csv": "course_id,title,topic\n", "sessions.csv": "session_id,course_id,start_date,end_date\n",
            "participations.csv": "session_id,trainee_id,status\n", "trainees.csv": trainees,
        ]
    }
}
