import CXLSXWriter
import Reporting

/// Heights and widths, print set-up and outline of a sheet, and what Excel need not warn of.
extension Sheet {
    /// Says that headings and words may look like numbers, as years and identifiers do: Excel marks none of them.
    ///
    /// The first rows are those of the headings.
    func allowNumbersAsText(
        rows: ClosedRange<Int>, headingRows: Int = 1, columns: [Grid.Column]
    ) throws(WriteError) {
        guard !columns.isEmpty else { return }
        let first = rows.lowerBound + headingRows
        let headings = CellRange(rows: rows.lowerBound...(first - 1), columns: 0...(columns.count - 1))
        let words = first > rows.upperBound ? [] : columns.indices.filter { !columns[$0].isNumeric }.runs
        let ranges = words.map { CellRange(rows: first...rows.upperBound, columns: $0) }
        try check(
            worksheet_ignore_errors(
                handle, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue),
                ([headings] + ranges).map(\.text).joined(separator: " ")))
    }

    /// Sets the height of a row, in points.
    func setHeight(_ height: Double, of row: Int) throws(WriteError) {
        try check(worksheet_set_row(handle, lxw_row_t(row), min(height, 409), nil))
    }

    /// Sets the width of a column, in characters; the library adds the cell's padding to it, and 255 is the most.
    func setWidth(_ width: Double, of column: Int) throws(WriteError) {
        try check(worksheet_set_column(handle, lxw_col_t(column), lxw_col_t(column), min(width, 254), nil))
    }

    /// Sets the sheet up for paper: landscape A4, as wide as a page, headings repeated, pages numbered in a footer.
    ///
    /// It takes as many pages as it needs, or `pagesHigh`. With a scale, in percent, the sheet may be wider than a page, and a page
    /// begins before each row of `breaks`.
    func setPrinting(
        headingRows: ClosedRange<Int>? = nil, pagesHigh: UInt16 = 0, scale: UInt16? = nil, breaks: [Int] = [],
        hasFooter: Bool = true
    ) throws(WriteError) {
        worksheet_set_landscape(handle)
        worksheet_set_paper(handle, 9)
        if let scale {
            worksheet_set_print_scale(handle, scale)
            // Invariant: the list ends in 0 and lives until the library has copied it.
            var rows = breaks.map { lxw_row_t($0) } + [0]
            if !breaks.isEmpty { try check(worksheet_set_h_pagebreaks(handle, &rows)) }
        } else {
            worksheet_fit_to_pages(handle, 1, pagesHigh)
        }
        worksheet_set_margins(handle, 0.5, 0.5, 0.6, 0.6)
        if hasFooter { try check(worksheet_set_footer(handle, "&L&A&R&P / &N")) }
        if let headingRows {
            try check(
                worksheet_repeat_rows(handle, lxw_row_t(headingRows.lowerBound), lxw_row_t(headingRows.upperBound)))
        }
    }

    /// Keeps the rows above and the columns before a cell in sight.
    func freeze(row: Int, column: Int) { worksheet_freeze_panes(handle, lxw_row_t(row), lxw_col_t(column)) }

    /// Puts filters on the headings in the first of these rows.
    func addFilters(rows: ClosedRange<Int>, columns: Int) throws(WriteError) {
        guard rows.count > 1, columns > 0 else { return }
        try check(
            worksheet_autofilter(
                handle, lxw_row_t(rows.lowerBound), 0, lxw_row_t(rows.upperBound), lxw_col_t(columns - 1)))
    }

    /// Colours the tab.
    func setTabColour(_ colour: UInt32) { worksheet_set_tab_color(handle, colour) }

    /// Hides the grid lines on the screen.
    func hideGridLines() { worksheet_gridlines(handle, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }

    /// Sets the outline level of a row, from 1 to 7, so that it can be folded away.
    func setLevel(_ level: Int, of row: Int, height: Double?) throws(WriteError) {
        var options = lxw_row_col_options()
        options.level = UInt8(min(level, 7))
        try check(worksheet_set_row_opt(handle, lxw_row_t(row), min(height ?? theme.lineHeight, 409), nil, &options))
    }
}
