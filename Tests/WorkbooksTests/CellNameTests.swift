import Support
import Testing
import Workbooks

/// Columns are called as programs call them.
struct CellNameTests {
    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
    func columnsHaveLetters(column: Int, letters: String) {
        #expect(columnLetters(column) == letters)
    }

    @Test func cellsAreNamedByColumnAndRow() { #expect(CellName.cell(column: 2, row: 17) == "C17") }
}
