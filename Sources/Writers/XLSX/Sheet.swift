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
    private let path: String

    init(handle: UnsafeMutablePointer<lxw_worksheet>, name: String, path: String) {
        self.handle = handle
        self.name = name
        self.path = path
    }

    /// Writes words; they are never taken for a formula, a number or a link.
    func write(
        _ text: String, _ row: Int, _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?, cutNote: String = ""
    ) throws(WriteError) {
        let ending = cutNote.isEmpty ? "…" : "… " + cutNote
        try check(
            worksheet_write_string(
                handle, lxw_row_t(row), lxw_col_t(column), safeText(text, ending: ending), format))
    }

    /// Writes a number, which must be finite.
    func write(
        _ number: Double, _ row: Int, _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(WriteError) {
        try check(worksheet_write_number(handle, lxw_row_t(row), lxw_col_t(column), number, format))
    }

    /// Leaves a cell empty in a format.
    func writeBlank(_ row: Int, _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?) throws(WriteError) {
        try check(worksheet_write_blank(handle, lxw_row_t(row), lxw_col_t(column), format))
    }

    /// Writes a day; Excel knows none before 1900.
    func write(
        _ day: (year: Int, month: Int, day: Int), _ row: Int, _ column: Int,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(WriteError) {
        var date = lxw_datetime()
        date.year = Int32(day.year)
        date.month = Int32(day.month)
        date.day = Int32(day.day)
        try check(worksheet_write_datetime(handle, lxw_row_t(row), lxw_col_t(column), &date, format))
    }

    /// Writes a link to the first cell of another sheet of the workbook.
    func writeLink(
        _ text: String, to sheet: String, _ row: Int, _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(WriteError) {
        let target = "internal:'" + sheet.replacing("'", with: "''") + "'!A1"
        try check(
            worksheet_write_url_opt(
                handle, lxw_row_t(row), lxw_col_t(column), target, format, safeText(text, limit: 255), nil))
    }

    /// Writes a paragraph over several columns, in a row as high as it needs.
    func writeParagraph(
        _ text: String, _ row: Int, columns: ClosedRange<Int>, height: Double,
        _ format: UnsafeMutablePointer<lxw_format>?, cutNote: String
    ) throws(WriteError) {
        if columns.count > 1 {
            try check(
                worksheet_merge_range(
                    handle, lxw_row_t(row), lxw_col_t(columns.lowerBound), lxw_row_t(row),
                    lxw_col_t(columns.upperBound), "", format))
        }
        try write(text, row, columns.lowerBound, format, cutNote: cutNote)
        try setHeight(height, of: row)
    }

    /// Sets the height of a row, in points.
    func setHeight(_ height: Double, of row: Int) throws(WriteError) {
        try check(worksheet_set_row(handle, lxw_row_t(row), min(height, 409), nil))
    }

    /// Sets the width of a column, in characters.
    func setWidth(_ width: Double, of column: Int) throws(WriteError) {
        try check(worksheet_set_column(handle, lxw_col_t(column), lxw_col_t(column), min(width, 255), nil))
    }

    /// Makes a range an Excel table with filters: headings in its first row, a total row at the end where asked for.
    func addTable(
        rows: ClosedRange<Int>, headings: [String], name: String, hasTotalRow: Bool, totalLabel: String,
        headingFormats: [UnsafeMutablePointer<lxw_format>]
    ) throws(WriteError) {
        // Invariant: the texts and columns live until the library has copied them, at the end of this call.
        let texts = headings.map { strdup(safeText($0, limit: 255)) }
        let label = strdup(safeText(totalLabel, limit: 255))
        let tableName = strdup(name)
        defer {
            texts.forEach { free($0) }
            free(label)
            free(tableName)
        }
        let columns = UnsafeMutablePointer<lxw_table_column>.allocate(capacity: headings.count)
        let list = UnsafeMutablePointer<UnsafeMutablePointer<lxw_table_column>?>.allocate(capacity: headings.count + 1)
        defer {
            columns.deallocate()
            list.deallocate()
        }
        for index in headings.indices {
            var column = lxw_table_column()
            column.header = texts[index]
            column.header_format = headingFormats[index]
            if hasTotalRow, index == 0, !totalLabel.isEmpty { column.total_string = label }
            (columns + index).initialize(to: column)
            (list + index).initialize(to: columns + index)
        }
        (list + headings.count).initialize(to: nil)
        var options = lxw_table_options()
        options.name = tableName
        options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
        options.style_type_number = 1
        options.total_row = hasTotalRow ? 1 : 0
        options.columns = list
        try check(
            worksheet_add_table(
                handle, lxw_row_t(rows.lowerBound), 0, lxw_row_t(rows.upperBound),
                lxw_col_t(headings.count - 1), &options))
    }

    /// Sets the sheet up for paper: landscape A4, as wide as a page, headings repeated, pages numbered.
    func setPrinting(headingRow: Int?) throws(WriteError) {
        worksheet_set_landscape(handle)
        worksheet_set_paper(handle, 9)
        worksheet_fit_to_pages(handle, 1, 0)
        worksheet_set_margins(handle, 0.5, 0.5, 0.6, 0.6)
        try check(worksheet_set_footer(handle, "&L&A&R&P / &N"))
        if let headingRow {
            try check(worksheet_repeat_rows(handle, lxw_row_t(headingRow), lxw_row_t(headingRow)))
        }
    }

    /// Keeps the rows above and the columns before a cell in sight.
    func freeze(row: Int, column: Int) { worksheet_freeze_panes(handle, lxw_row_t(row), lxw_col_t(column)) }

    /// Colours the tab.
    func setTabColour(_ colour: UInt32) { worksheet_set_tab_color(handle, colour) }

    /// Hides the grid lines on the screen.
    func hideGridLines() { worksheet_gridlines(handle, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }

    private func check(_ code: lxw_error) throws(WriteError) { try checked(code, path) }
}
