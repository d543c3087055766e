import Foundation
import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Writers

/// Long lists in workbooks, written row by row.
struct RecordWorkbookTests {
    private let columns = [
        Grid.Column(id: "id", heading: "Trainee", isNumeric: false), .init(id: "day", heading: "End", isNumeric: false),
        .init(id: "hours", heading: "Hours", isNumeric: true),
    ]

    private func rows(_ count: Int) -> RowStream {
        RowStream(columns: columns) { limit, body in
            for row in 0..<min(count, limit) {
                body([
                    .text("00\(row)"), row == 1 ? .empty : .date(.day("2019-06-30")),
                    row == 2 ? .unknown : .decimal(ExactDecimal(row), places: 1),
                ])
            }
        }
    }

    private func document(_ language: Language = .en) -> Document {
        let table = Table(
            id: "records", title: "Trainees: 5", subtitle: "all time", display: Grid(columns: columns, rows: []),
            notes: ["A note."])
        return Document(
            title: "Records", language: language, particulars: [.init(label: "Period", value: "all time")],
            tables: [table], reportingDay: .day("2019-12-31"))
    }

    private func write(_ document: Document, _ rows: RowStream, rowLimit: Int, to path: String) throws {
        for table in document.tables {
            try writeRecordWorkbook(document, table: table, rows: rows, to: path, rowLimit: rowLimit)
        }
    }

    @Test func rowsGoOnOnFurtherSheets() throws {
        let folder = try TemporaryFolder()
        try write(document(), rows(5), rowLimit: 3, to: folder.path + "/a.xlsx")
        let book = try ReadWorkbook(path: folder.path + "/a.xlsx")
        #expect(book.sheets.map(\.name) == ["records", "records (2)", "records (3)", "Notes"])
        #expect(
            book.sheets[0].rows == [
                [.text("Trainee"), .text("End"), .text("Hours")], [.text("000"), .text("2019-06-30"), .number(0)],
                [.text("001"), .empty, .number(1)],
            ])
        #expect(book.sheets[1].rows.dropFirst().first == [.text("002"), .text("2019-06-30"), .text("[x]")])
        #expect(book.sheets[2].rows.count == 2)
        #expect(book.sheets[0].frozen == "A2")
        #expect(book.sheets[3].rows.contains { $0.contains(.text("A note.")) })
    }

    @Test func sameRowsSameBytes() throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b"] { try write(document(.ar), rows(40), rowLimit: 100, to: "\(folder.path)/\(name).xlsx") }
        #expect(try folder.bytes(of: "a.xlsx") == folder.bytes(of: "b.xlsx"))
        #expect(try ReadWorkbook(path: folder.path + "/a.xlsx").sheets[0].isRightToLeft)
    }
}
