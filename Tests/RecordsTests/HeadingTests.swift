import Support
import Testing

@testable import Records

/// Headings and names of sheets are found by identifier and by wording.
struct HeadingTests {
    @Test(arguments: RecordTable.allCases)
    func aColumnIsFoundByItsIdentifierAndItsWording(of table: RecordTable) {
        expectFound(table.columns)
    }

    private func expectFound<Column: TableColumn>(_ columns: Column.Type) {
        let headings = Column.headings
        for (position, column) in Column.allCases.enumerated() {
            let (english, arabic) = (column.heading.en, column.heading(.ar))
            #expect(arabic != english)
            for heading in [
                column.name, column.name.uppercased(), english, arabic, "\(english) · \(arabic)",
                "\(arabic)\n\(english)",
            ] {
                #expect(headings(heading) == position, "\(Column.table.fileName): \(heading)")
            }
        }
    }

    @Test(arguments: SheetPurpose.all)
    func aSheetIsFoundByItsWording(of purpose: SheetPurpose) {
        let (english, arabic) = (purpose.title.en, purpose.title(.ar))
        for name in [english, arabic, "\(english) · \(arabic)", english.lowercased() + " "] {
            #expect(SheetPurpose(sheetNamed: name) == purpose, "\(name)")
        }
        #expect("\(english) · \(arabic)".utf16.count <= 31)
    }

    @Test(arguments: RecordTable.allCases)
    func aSheetIsFoundByTheNameOfItsTable(of table: RecordTable) {
        #expect(SheetPurpose(sheetNamed: table.rawValue) == .records(table))
        #expect(SheetPurpose(sheetNamed: "Sheet1") == nil)
    }
}
