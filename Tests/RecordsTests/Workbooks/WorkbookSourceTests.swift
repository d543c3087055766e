import Foundation
import Records
import Support
import TestSupport
import Testing

/// A workbook gives what the folder with the same records gives.
struct WorkbookSourceTests {
    private static let samples = ["Samples/regional-centre", "Samples/broken/corrected"]

    @Test(arguments: samples, [1, 3])
    func recordsAreTheSame(sample: String, threads: Int) throws {
        let path = packageFolder + "/" + sample
        let folder = try TemporaryFolder()
        var book = try WorkbookOfFolder(path)
        let settings = try CSVFolder(path).contents().datasetSettings()
        book.add(
            sheet: "settings",
            rows: [["Setting", "Value"]] + SettingRows.rows(of: settings, .en).map { [$0.field.rawValue, $0.value] })
        let source = try book.source(in: folder)
        let expected = try LoadedDataset(source: CSVFolder(path), today: "2025-12-31", threads: threads)
        let found = try LoadedDataset(source: source, today: "2025-12-31", threads: threads)
        #expect(expected.blocks.count > 0)
        let difference = found.difference(from: expected)
        #expect(difference == nil, "\(difference ?? "")")
        #expect(found.log.findings.map(\.message) == expected.log.findings.map(\.message))
        #expect(found.log.notices.isEmpty)
    }

    private static let sound: [(String, [[String]])] = [
        ("Courses.csv", [["Course ID", "title", "TOPIC"], ["C1", "One", "maritime-security"]]),
        (
            "الانعقادات",
            [["session_id", "course-id", "start_date", "end_date"], ["S1", "C1", "2019-01-01", "2019-01-05"]]
        ),
        ("trainees", [["trainee_id", "state"], ["T1", "KWT"], ["T2", "QAT"]]),
        ("Participations", [["session_id", "trainee_id", "status", "hours"], ["S1", "T1", "attended", "5"]]),
    ]

    private func book(without table: Int? = nil) -> WorkbookOfFolder {
        var book = WorkbookOfFolder()
        for (position, sheet) in Self.sound.enumerated() where position != table {
            book.add(sheet: sheet.0, rows: sheet.1)
        }
        return book
    }

    @Test func namesInBothLanguages() throws {
        let folder = try TemporaryFolder()
        let loaded = try LoadedDataset(source: try book().source(in: folder))
        #expect(loaded.log.findings == [])
        #expect(loaded.blocks.reduce(0) { $0 + $1.count } == 1)
    }

    @Test func findingsPointAtTheCell() throws {
        let folder = try TemporaryFolder()
        var book = book(without: 3)
        book.add(
            sheet: "participations",
            rows: [
                ["trainee_id", "hours", "status", "session_id"], ["T1", "x", "attended", "S1"], [],
                ["T9", "1", "done", "S1"],
            ])
        let findings = try LoadedDataset(source: try book.source(in: folder)).log.findings.filter {
            $0.code.severity == .error
        }
        #expect(
            Set(findings.map(\.place)) == [
                "registration.xlsx!participations:B2", "registration.xlsx!participations:A4",
                "registration.xlsx!participations:C4",
            ])
        #expect(Set(findings.map(\.line)) == [2, 4])
    }

    @Test func formulasAreTold() throws {
        let folder = try TemporaryFolder()
        var book = book(without: 3)
        let key = [WorkbookOfFolder.cell("S1"), WorkbookOfFolder.cell("T1"), WorkbookOfFolder.cell("attended")]
        let other = [WorkbookOfFolder.cell("S1"), WorkbookOfFolder.cell("T2"), WorkbookOfFolder.cell("attended")]
        book.add(
            sheet: "participations",
            cells: [
                ["session_id", "trainee_id", "status", "hours", "notes"].map(WorkbookOfFolder.cell),
                key + ["<c t=\"e\"><f>A1</f><v>#N/A</v></c>", "<c><f>A1</f></c>"], other + ["<c><f>1+1</f><v/></c>"],
            ])
        let loaded = try LoadedDataset(source: try book.source(in: folder))
        let told = loaded.log.findings.filter { [.formulaError, .uncachedFormula].contains($0.code) }
        #expect(
            told.map { "\($0.place) \($0.code.rawValue) \($0.value)" } == [
                "registration.xlsx!participations:D2 formula-error #N/A",
                "registration.xlsx!participations:D3 uncached-formula ",
            ])
        #expect(told.allSatisfy { $0.wording(.ar) != $0.wording(.en) })
        #expect(loaded.blocks.reduce(0) { $0 + $1.count } == 1)
        #expect(loaded.tallies.first { $0.file == "registration.xlsx!participations" }?.rejected == 1)
    }

    @Test func whatIsHiddenOrNoTableIsTold() throws {
        let folder = try TemporaryFolder()
        var book = book(without: 3)
        book.add(
            sheet: "participations",
            cells: [
                ["session_id", "trainee_id", "status"].map(WorkbookOfFolder.cell),
                ["S1", "T1", "attended"].map(WorkbookOfFolder.cell),
            ], attributes: [2: "hidden=\"1\""])
        book.add(sheet: "Scratch", rows: [["a"]])
        book.add(sheet: "Sheet9", rows: [])
        book.add(sheet: "Help", rows: [["how to fill this in"]])
        let loaded = try LoadedDataset(source: try book.source(in: folder, hidden: ["trainees"]))
        #expect(
            loaded.log.notices.map(\.en) == [
                "registration.xlsx: the sheet 'Scratch' is none of the tables, and is not read",
                "registration.xlsx!trainees: the sheet is hidden, and its rows count",
                "registration.xlsx!participations: hidden rows: 1; they count like all others",
            ])
        #expect(loaded.log.notices.allSatisfy { $0.ar != nil })
        #expect(loaded.blocks.reduce(0) { $0 + $1.count } == 1)
    }

    @Test(arguments: ["A1:B1", "A1:A2"])
    func mergedHeadingsAreRefused(range: String) throws {
        let folder = try TemporaryFolder()
        var book = book()
        book.add(sheet: "states", cells: [["<c/>", "<c/>", WorkbookOfFolder.cell("x")]])
        let source = try book.source(in: folder, after: "<mergeCells><mergeCell ref=\"\(range)\"/></mergeCells>")
        let error = #expect(throws: ReadError.self) { try LoadedDataset(source: source) }
        #expect(error?.message.contains("the cells \(range) are merged") == true)
    }

    @Test func oneTableOnTwoSheetsIsRefused() throws {
        let folder = try TemporaryFolder()
        var book = book()
        book.add(sheet: "courses", rows: [["course_id"], ["C9"]])
        let source = try book.source(in: folder)
        let error = #expect(throws: ReadError.self) { try source.contents() }
        #expect(error?.message.contains("are the table courses") == true)
    }

    @Test func aMissingTableIsNamed() throws {
        let folder = try TemporaryFolder()
        let source = try book(without: 2).source(in: folder)
        let error = #expect(throws: ReadError.self) { try LoadedDataset(source: source) }
        #expect(error?.message.contains("missing: Trainees") == true)
    }

    @Test func lineEndsAndQuotesInCellsShiftNothing() throws {
        let folder = try TemporaryFolder()
        var book = book(without: 2)
        book.add(
            sheet: "trainees",
            rows: [
                ["trainee_id", "state", "institution"], ["T1", "KWT", "two\nlines, \"quoted\""], ["", "", ""],
                ["T2", "ZZZ", "x"],
            ])
        let loaded = try LoadedDataset(source: try book.source(in: folder))
        #expect(loaded.log.findings.first { $0.code == .badCode }?.place == "registration.xlsx!trainees:B4")
        #expect(loaded.dataset.institutions[0] == "two\nlines, \"quoted\"")
    }

    @Test func cellsRightOfTheHeadingsAreTold() throws {
        let folder = try TemporaryFolder()
        var book = book(without: 2)
        book.add(sheet: "trainees", rows: [["trainee_id", "state"], ["T1", "KWT", "", "note"], ["T2", "QAT", "x"]])
        let loaded = try LoadedDataset(source: try book.source(in: folder))
        #expect(
            loaded.log.findings.map { "\($0.place) \($0.code.rawValue)" } == [
                "registration.xlsx!trainees:2 unknown-column"
            ])
        #expect(loaded.dataset.trainees.count == 2)
    }

    /// The text of measures.json, a line in each row: a line of it is told by the number of its row.
    @Test(arguments: [
        ([["Declarations as JSON"], ["{\"measures\":"], [], ["  [1]", "}"]], "\n{\"measures\":\n\n  [1] }\n"),
        ([["// no heading"], ["{}"]], "// no heading\n{}\n"), ([["{}"]], "{}\n"), ([["Declarations"], [" "]], nil),
        ([], nil),
    ])
    func measuresStandOnASheet(rows: [[String]], text: String?) throws {
        let folder = try TemporaryFolder()
        var book = book()
        book.add(sheet: "Measures · المقاييس", rows: rows)
        let contents = try book.source(in: folder).contents()
        #expect(try contents.measures?.content() == text.map { Array($0.utf8) })
        #expect(
            try contents.measuresText().map { String(decoding: $0, as: UTF8.self) }
                == text?.trimmingPrefix("\n").description)
        #expect(contents.measures.map(\.name) == text.map { _ in "registration.xlsx!Measures · المقاييس" })
        #expect(contents.notices.isEmpty)
    }

    @Test func measuresOnTwoSheetsAreRefused() throws {
        let folder = try TemporaryFolder()
        var book = book()
        for name in ["measures.json", "المقاييس"] { book.add(sheet: name, rows: [["{}"]]) }
        let source = try book.source(in: folder)
        let error = #expect(throws: ReadError.self) { try source.contents() }
        #expect(error?.message.contains("two sheets with measures") == true)
    }

    @Test func aFileIsTakenForWhatItHolds() throws {
        let folder = try TemporaryFolder()
        try folder.write(Data(book().bytes()), to: "register.csv")
        try folder.write("course_id\n", to: "courses.xlsx")
        #expect(DatasetFiles.source(folder.path + "/register.csv") is WorkbookSource)
        #expect(DatasetFiles.source(folder.path + "/courses.xlsx") is CSVFolder)
        #expect(DatasetFiles.source(folder.path) is CSVFolder)
    }
}
