import Foundation
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Writers

/// Workbooks that people fill in.
struct FormWorkbookTests {
    private let columns = [
        FormColumn(
            heading: "Course ID\nرمز الدورة", format: .text, isNeeded: true,
            rule: FormRule(check: .list("course_ids"), title: "Course", message: "Choose.", refusal: "No.")),
        FormColumn(
            heading: "Start", format: .day, isNeeded: false,
            rule: FormRule(
                check: .day(notBefore: nil), title: String(repeating: "ش", count: 40),
                message: String(repeating: "m", count: 300), refusal: "Not a day.")),
        FormColumn(
            heading: "Hours", format: .number, isNeeded: false,
            rule: FormRule(
                check: .number(least: 1, greatest: 5, isWhole: false), title: "Hours", message: "1 to 5", refusal: "")),
    ]

    private func write(
        _ rows: [[FormCell]], rowLimit: Int = Sheet.rowLimit, isRightToLeft: Bool = false, to path: String
    ) throws {
        var book = try FormWorkbook(
            path: path, isRightToLeft: isRightToLeft, hasArabic: true, title: "Records", author: "test",
            created: .day("2019-12-31"), rowLimit: rowLimit)
        try book.add(
            FormPage(
                name: "Help", title: "Help", paragraphs: ["One."], columns: [.init(heading: "Sheet", width: 20)],
                rows: [["Courses · الدورات"]]))
        try book.beginSheet("Courses · الدورات", columns: columns, colour: 0x1F4E79)
        for row in rows { try book.write(row) }
        try book.define(FormList(name: "course_ids", sheet: "Courses · الدورات", column: 0, countedColumn: 0))
        try book.close()
    }

    @Test func cellsAreWhatTheyAre() throws {
        let folder = try TemporaryFolder()
        try write(
            [[.text("007"), .day(year: 2019, month: 6, day: 30), .number(1.5)], [.text("1"), .text("soon"), .empty]],
            to: folder.path + "/a.xlsx")
        let book = try ReadWorkbook(path: folder.path + "/a.xlsx")
        #expect(book.sheets.map(\.name) == ["Help", "Courses · الدورات"])
        let sheet = try #require(book.sheets.last)
        #expect(sheet.rows[1] == [.text("007"), .text("2019-06-30"), .number(1.5)])
        #expect(sheet.rows[2].prefix(2) == [.text("1"), .text("soon")])
        #expect(sheet.frozen == "A2")
    }

    @Test func aTextThatDoesNotFitIsRefused() throws {
        let folder = try TemporaryFolder()
        for text in [String(repeating: "x", count: 32_768), "a\u{1}b", "\u{FFFE}"] {
            #expect(throws: WriteError.self) { try write([[.text(text)]], to: folder.path + "/a.xlsx") }
        }
        try write([[.text(String(repeating: "ش", count: 32_767))]], to: folder.path + "/b.xlsx")
    }

    @Test func aFullSheetIsTold() throws {
        let folder = try TemporaryFolder()
        let rows: [[FormCell]] = [[.text("1")], [.text("2")]]
        try write(rows, rowLimit: 3, to: folder.path + "/a.xlsx")
        #expect {
            try write(rows + [[.text("3")]], rowLimit: 3, to: folder.path + "/b.xlsx")
        } throws: { error in
            (error as? WriteError)?.text.en.contains("3 rows") ?? false
        }
    }

    @Test func aListWithALongNameIsRefusedAndNotCut() throws {
        let folder = try TemporaryFolder()
        var book = try FormWorkbook(
            path: folder.path + "/a.xlsx", isRightToLeft: false, hasArabic: false, title: "", author: "",
            created: .day("2019-12-31"))
        var isRefused = false
        do throws(WriteError) {
            try book.define(
                FormList(name: "a", sheet: String(repeating: "ش", count: 31), column: 0, countedColumn: 0))
        } catch {
            isRefused = true
        }
        #expect(isRefused)
        try book.beginSheet("a", columns: columns, colour: 0)
        try book.close()
    }

    @Test func equalWorkbooksAreEqualFiles() throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b"] { try write([[.text("1")]], isRightToLeft: true, to: folder.path + "/\(name).xlsx") }
        #expect(
            FileManager.default.contentsEqual(atPath: folder.path + "/a.xlsx", andPath: folder.path + "/b.xlsx"))
    }
}
