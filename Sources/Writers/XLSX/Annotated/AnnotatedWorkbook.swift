import CXLSXWriter
import Glibc
import TrainingStats

/// A copy of somebody's workbook with remarks: coloured cells with comments, and in front a sheet that lists the remarks.
///
/// Sheets are written one after the other, row by row; of each one row is in memory.
package struct AnnotatedWorkbook: ~Copyable {
    /// The most comments of a sheet: each is a shape of its own, and programs open thousands of them slowly.
    private static let mostComments = 4_000
    /// The most links of a sheet that Excel takes.
    private static let mostLinks = 65_000

    private var workbook: Workbook
    private let listTheme: SheetTheme
    private let list: Sheet
    private var sheet: CopiedSheet?

    /// Begins a copy whose list of remarks has a name; the day is written as the time of creation.
    package init(
        path: String, listName: String, isRightToLeft: Bool, title: String, author: String, created: CivilDate
    ) throws(WriteError) {
        var begun = try Workbook(path: path, inConstantMemory: true)
        try begun.setProperties(title: title, subject: "", author: author, created: created)
        let theme = SheetTheme.form(isRightToLeft: isRightToLeft, hasArabic: isRightToLeft)
        list = try begun.addSheet(listName, theme)
        listTheme = theme
        workbook = begun
    }

    /// Begins the copy of a sheet; returns the name that it has in the copy.
    package mutating func beginSheet(_ name: String, isRightToLeft: Bool) throws(WriteError) -> String {
        try endSheet()
        let theme = SheetTheme.form(isRightToLeft: isRightToLeft, hasArabic: isRightToLeft)
        let next = try workbook.addSheet(name, theme)
        sheet = CopiedSheet(next, mostComments: Self.mostComments)
        return next.name
    }

    /// Writes a row, from 0 on; rows come in their order.
    package mutating func write(_ cells: [CopiedCell], row: Int, isHeading: Bool) throws(WriteError) {
        try sheet?.write(cells, row: row, isHeading: isHeading, in: &workbook)
    }

    /// Writes the list of remarks, with a link to the cell of each.
    package mutating func writeList(
        title: String, headings: [String], widths: [Double], lines: [RemarkLine]
    ) throws(WriteError) {
        for (column, width) in widths.enumerated() { try list.setWidth(width, of: column) }
        try list.setPrinting(headingRows: 2...2)
        list.setTabColour(0xC00000)
        list.freeze(row: 3, column: 0)
        try list.write(title, row: 0, column: 0, workbook.format(.title, listTheme))
        for (column, heading) in headings.enumerated() {
            try list.write(heading, row: 2, column: column, workbook.format(.formHeading(isNeeded: true), listTheme))
        }
        for (index, line) in lines.enumerated() where index + 3 < Sheet.rowLimit {
            let row = index + 3
            if let target = line.target, index < Self.mostLinks {
                var style = CellStyle.link
                style.standsAtTop = true
                style.alignment = .start
                try list.writeLink(
                    line.place, to: target.sheet, cell: target.cell, row: row, column: 0,
                    workbook.format(style, listTheme))
            } else {
                try list.write(line.place, row: row, column: 0, workbook.format(.top, listTheme))
            }
            var height = listTheme.lineHeight + 3
            for (column, text) in line.texts.enumerated() {
                let style = column == 0 ? CellStyle.mark(isError: line.isError) : CellStyle.paragraph
                try list.write(text, row: row, column: column + 1, workbook.format(style, listTheme))
                height = max(height, paragraphHeight(text, width: widths[column + 1] - 1, listTheme) + 1)
            }
            try list.setHeight(height, of: row)
        }
    }

    /// Writes the file.
    package consuming func close() throws(WriteError) {
        try endSheet()
        try workbook.close()
    }

    private mutating func endSheet() throws(WriteError) {
        try sheet?.end()
        sheet = nil
    }
}

/// The copy of a sheet being written.
private struct CopiedSheet {
    private let sheet: Sheet
    private var commentsLeft: Int
    private var widest: [Double] = []

    init(_ sheet: Sheet, mostComments: Int) {
        self.sheet = sheet
        commentsLeft = mostComments
    }

    mutating func write(
        _ cells: [CopiedCell], row: Int, isHeading: Bool, in workbook: inout Workbook
    ) throws(WriteError) {
        for cell in cells where cell.column < Sheet.columnLimit && row < Sheet.rowLimit {
            var style = cell.mark.map { CellStyle.mark(isError: $0.isError) } ?? CellStyle()
            if isHeading {
                style.isBold = true
                style.hasLineBelow = true
                if style.fill == nil { style.fill = 0xDCE6F1 }
            }
            try write(cell.value, row: row, column: cell.column, style, in: &workbook)
            note(cell.value, column: cell.column)
            if let mark = cell.mark, commentsLeft > 0 {
                commentsLeft -= 1
                try sheet.writeComment(mark.text, row: row, column: cell.column)
            }
        }
    }

    func end() throws(WriteError) {
        for (column, width) in widest.enumerated() where width > 0 {
            try sheet.setWidth(min(max(width, 9), 60) * sheet.theme.widthFactor, of: column)
        }
        try sheet.setPrinting()
    }

    private func write(
        _ value: CopiedCell.Value, row: Int, column: Int, _ style: CellStyle, in workbook: inout Workbook
    ) throws(WriteError) {
        var style = style
        switch value {
        case .blank: try sheet.writeBlank(row: row, column: column, workbook.format(style, sheet.theme))
        case .text(let text):
            style.numberFormat = "@"
            style.alignment = .start
            style.wraps = text.isOfLines
            try sheet.write(text, row: row, column: column, workbook.format(style, sheet.theme))
        case .number(let number, let digits):
            if digits > 1 { style.numberFormat = String(repeating: "0", count: min(digits, 15)) }
            try sheet.write(number, row: row, column: column, workbook.format(style, sheet.theme))
        case .percent(let fraction):
            style.numberFormat = (fraction * 100).rounded() == fraction * 100 ? "0%" : "0.0#%"
            try sheet.write(fraction, row: row, column: column, workbook.format(style, sheet.theme))
        case .day(let year, let month, let day, let seconds):
            style.numberFormat = seconds == nil ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm"
            style.alignment = .start
            try sheet.write(
                (year, month, day), seconds: seconds ?? 0, row: row, column: column,
                workbook.format(style, sheet.theme))
        case .time(let days):
            style.numberFormat = "[h]:mm"
            try sheet.write(days, row: row, column: column, workbook.format(style, sheet.theme))
        case .boolean(let isTrue):
            try sheet.write(isTrue, row: row, column: column, workbook.format(style, sheet.theme))
        }
    }

    private mutating func note(_ value: CopiedCell.Value, column: Int) {
        while widest.count <= min(column, 255) { widest.append(0) }
        guard column < widest.count else { return }
        let width: Double =
            switch value {
            case .text(let text): text.split(separator: "\n").map { TextMeasure.digits(String($0)) }.max() ?? 0
            case .day(_, _, _, let seconds): seconds == nil ? 11 : 17
            default: 9
            }
        widest[column] = max(widest[column], width + 2)
    }
}

extension CellStyle {
    /// A text at the top of its cell.
    fileprivate static let top = CellStyle(alignment: .start, standsAtTop: true)

    /// A cell that something is said of: in colour, and told apart in print by bold letters and lines.
    fileprivate static func mark(isError: Bool) -> CellStyle {
        CellStyle(
            isBold: isError, isItalic: !isError, hasLineAbove: isError, hasLineBelow: isError,
            fill: isError ? 0xFFC7CE : 0xFFEB9C, colour: isError ? 0x9C0006 : 0x7F6000, standsAtTop: true)
    }
}

extension Sheet {
    /// Adds a comment to a cell, as large as it needs.
    func writeComment(_ text: String, row: Int, column: Int) throws(WriteError) {
        var options = lxw_comment_options()
        let lines = TextMeasure.lines(text, size: 9, width: 220, most: 30).count + text.split(separator: "\n").count
        options.width = 260
        options.height = UInt16(min(24 + lines * 16, 480))
        try check(
            worksheet_write_comment_opt(
                handle, lxw_row_t(row), lxw_col_t(column), safeText(text, limit: 8_000), &options))
    }

    /// Writes a truth value.
    func write(
        _ isTrue: Bool, row: Int, column: Int, _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(WriteError) {
        try check(worksheet_write_boolean(handle, lxw_row_t(row), lxw_col_t(column), isTrue ? 1 : 0, format))
    }

    /// Writes a day with a time.
    func write(
        _ day: (year: Int, month: Int, day: Int), seconds: Double, row: Int, column: Int,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(WriteError) {
        var date = lxw_datetime()
        date.year = Int32(day.year)
        date.month = Int32(day.month)
        date.day = Int32(day.day)
        date.hour = Int32(seconds / 3_600)
        date.min = Int32(seconds / 60) % 60
        date.sec = seconds.truncatingRemainder(dividingBy: 60)
        try check(worksheet_write_datetime(handle, lxw_row_t(row), lxw_col_t(column), &date, format))
    }
}
