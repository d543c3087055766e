import CXLSXWriter
import Reporting

/// One sheet of a workbook: what cannot be written as it stands is given a defined form before the library sees it.
///
/// Invariant: a sheet is used only while its workbook is open; it does not outlive the function that writes the workbook.
struct Sheet {
    /// The most rows that a sheet holds.
    static let rowLimit = 1_048_576
    /// The most columns that a sheet holds.
    static let columnLimit = 16_384

    let handle: UnsafeMutablePointer<lxw_worksheet>
    /// The name as it stands on the tab.
    let name: String
    /// How it looks.
    let theme: SheetTheme
    private let path: String

    init(handle: UnsafeMutablePointer<lxw_worksheet>, name: String, theme: SheetTheme, path: String) {
        self.handle = handle
        self.name = name
        self.theme = theme
        self.path = path
    }

    /// Writes words; they are never taken for a formula, a number or a link.
    func write(
        _ text: String, row: Int, column: Int, _ format: UnsafeMutablePointer<lxw_format>?, cutNote: String = ""
    ) throws(WriteError) {
        let text = safeText(text, ending: cutNote.isEmpty ? "…" : "… " + cutNote)
        // The library keeps a copy.
        let code = text.withCString { worksheet_write_string(handle, lxw_row_t(row), lxw_col_t(column), $0, format) }
        try check(code)
    }

    /// Writes a number, which must be finite.
    func write(
        _ number: Double, row: Int, column: Int, _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(WriteError) {
        try check(worksheet_write_number(handle, lxw_row_t(row), lxw_col_t(column), number, format))
    }

    /// Writes a formula with the result that it has, which viewers show that do not calculate.
    func write(
        formula: String, result: Double, row: Int, column: Int, _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(WriteError) {
        try check(
            worksheet_write_formula_num(handle, lxw_row_t(row), lxw_col_t(column), "=" + formula, format, result))
    }

    /// Leaves a cell empty in a format.
    func writeBlank(row: Int, column: Int, _ format: UnsafeMutablePointer<lxw_format>?) throws(WriteError) {
        try check(worksheet_write_blank(handle, lxw_row_t(row), lxw_col_t(column), format))
    }

    /// Writes a day; Excel knows none before 1900.
    func write(
        _ day: (year: Int, month: Int, day: Int), row: Int, column: Int,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(WriteError) {
        var date = lxw_datetime()
        date.year = Int32(day.year)
        date.month = Int32(day.month)
        date.day = Int32(day.day)
        try check(worksheet_write_datetime(handle, lxw_row_t(row), lxw_col_t(column), &date, format))
    }

    /// Writes a link to a cell of another sheet of the workbook, the first one unless another is given.
    func writeLink(
        _ text: String, to sheet: String, cell: String = "A1", row: Int, column: Int,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(WriteError) {
        let target = "internal:" + quotedSheetName(sheet) + "!" + cell
        try check(
            worksheet_write_url_opt(
                handle, lxw_row_t(row), lxw_col_t(column), target, format, safeText(text, limit: 255), nil))
    }

    /// Writes words over several columns.
    func writeMerged(
        _ text: String, row: Int, columns: ClosedRange<Int>, _ format: UnsafeMutablePointer<lxw_format>?,
        cutNote: String = ""
    ) throws(WriteError) {
        if columns.count > 1 {
            try check(
                worksheet_merge_range(
                    handle, lxw_row_t(row), lxw_col_t(columns.lowerBound), lxw_row_t(row),
                    lxw_col_t(columns.upperBound), "", format))
        }
        try write(text, row: row, column: columns.lowerBound, format, cutNote: cutNote)
    }

    /// Writes a paragraph over several columns, in a row as high as it needs.
    func writeParagraph(
        _ text: String, row: Int, columns: ClosedRange<Int>, width: Double,
        _ format: UnsafeMutablePointer<lxw_format>?, cutNote: String
    ) throws(WriteError) {
        let text = theme.text(text)
        try writeMerged(text, row: row, columns: columns, format, cutNote: cutNote)
        try setHeight(paragraphHeight(text, width: width, theme), of: row)
    }

    func check(_ code: lxw_error) throws(WriteError) { try checked(code, path) }
}
