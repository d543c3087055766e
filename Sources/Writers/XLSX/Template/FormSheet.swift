import Support
import CXLSXWriter

/// A sheet of rows being written.
struct FormSheet {
    /// How many rows are looked at for the widths of the columns.
    private static let sample = 2_000
    /// Widths in characters beyond which a column does not grow.
    private static let widths = 12.0...48.0

    private let sheet: Sheet
    private let columns: [FormColumn]
    private let rowLimit: Int
    private var row = 1
    private var widest: [Double]
    private var formats: [UnsafeMutablePointer<lxw_format>] = []
    private var textFormat: UnsafeMutablePointer<lxw_format>?

    init(_ sheet: Sheet, columns: [FormColumn], rowLimit: Int) {
        self.sheet = sheet
        self.columns = columns
        self.rowLimit = rowLimit
        widest = columns.map { column in
            let lines = column.heading.split(separator: "\n").map { TextMeasure.digits(String($0)) }
            // The button of the filter stands beside the heading.
            return (lines.max() ?? 0) * sheet.theme.boldFactor + (column.format == .number ? 6 : 4)
        }
    }

    /// Writes the headings.
    mutating func begin(colour: UInt32, in workbook: inout Workbook) throws(WriteError) {
        let theme = sheet.theme
        sheet.setTabColour(colour)
        sheet.freeze(row: 1, column: 0)
        try sheet.setPrinting(headingRows: 0...0)
        let textFormat = try workbook.format(FormColumn.Format.text.style, theme)
        self.textFormat = textFormat
        for (index, column) in columns.enumerated() {
            formats.append(
                column.format == .text ? textFormat : try workbook.format(column.format.style, theme))
            try sheet.write(
                column.heading, row: 0, column: index, workbook.format(column.headingStyle, theme))
        }
        let lines = columns.map { $0.heading.split(separator: "\n").count }.max() ?? 1
        try sheet.setHeight(theme.lineHeight * Double(max(lines, 1)) + 6, of: 0)
    }

    /// Writes the next row.
    mutating func write(_ cells: [FormCell], in workbook: inout Workbook) throws(WriteError) {
        guard row < rowLimit else {
            throw .tooLarge(
                table: sheet.name,
                reason: .init(
                    en: "a sheet holds \(rowLimit) rows, one of them the headings; keep these records in CSV files",
                    ar: "تتسع الورقة لعدد \(rowLimit) من الصفوف، أحدها للعناوين؛ أبق هذه السجلات في ملفات CSV"))
        }
        for (column, cell) in cells.enumerated() where columns.indices.contains(column) {
            switch cell {
            case .empty: continue
            case .text(let text):
                guard fitsCell(text) else {
                    throw .tooLarge(
                        table: sheet.name,
                        reason: .init(
                            en: "the text in row \(row + 1), column \(columnLetters(column)) has more than 32767 "
                                + "characters, or one that a workbook cannot hold; keep these records in CSV files",
                            ar: "النص في الصف \(row + 1) والعمود \(columnLetters(column)) أكثر من 32767 حرفاً، أو فيه "
                                + "ما لا يتسع له المصنف؛ أبق هذه السجلات في ملفات CSV"))
                }
                // Text in a column of days or numbers is what could not be read as one.
                try sheet.write(text, row: row, column: column, textFormat)
                if row <= Self.sample { widest[column] = max(widest[column], TextMeasure.digits(text) + 2) }
            case .number(let number): try sheet.write(number, row: row, column: column, formats[column])
            case .day(let year, let month, let day):
                try sheet.write((year, month, day), row: row, column: column, formats[column])
            }
        }
        row += 1
    }

    /// Sets what needs to know the rows: widths, filters, and rules for the rows that are to come.
    func end(in workbook: inout Workbook) throws(WriteError) {
        for (index, column) in columns.enumerated() {
            let width = min(max(widest[index], Self.widths.lowerBound), Self.widths.upperBound)
            try sheet.setWidth(width * sheet.theme.widthFactor, of: index, formats[index])
            if let rule = column.rule {
                try sheet.setRule(rule, column: index, rows: 1...(Sheet.rowLimit - 1))
            }
        }
        try sheet.addFilters(rows: 0...max(1, row - 1), columns: columns.count)
        let texts = columns.indices.filter { columns[$0].format == .text }.runs
        try sheet.allowNumbersAsText(
            texts.map { CellRange(rows: 0...(Sheet.rowLimit - 1), columns: $0) })
    }

    /// Whether a text can stand in a cell as it is.
    private func fitsCell(_ text: String) -> Bool {
        // Most texts are short, and of letters that need no second look.
        if text.utf8.count <= 32_767, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0xEF }) { return true }
        return text.utf16.count <= 32_767 && text.unicodeScalars.allSatisfy(isXMLCharacter)
    }
}

extension FormColumn {
    /// How its heading looks.
    fileprivate var headingStyle: CellStyle {
        var style = CellStyle.formHeading(isNeeded: isNeeded)
        if format == .number {
            style.alignment = .right
            // The button of the filter stands at the right.
            style.indent = 2
        }
        return style
    }
}

extension FormColumn.Format {
    fileprivate var style: CellStyle {
        switch self {
        case .text: CellStyle(numberFormat: "@", alignment: .start)
        case .day: CellStyle(numberFormat: "yyyy-mm-dd", alignment: .start)
        case .number: CellStyle(alignment: .right, indent: 1)
        }
    }
}

extension CellStyle {
    /// The heading of a column that people fill in; one that each row needs stands out, in print too.
    static func formHeading(isNeeded: Bool) -> CellStyle {
        CellStyle(
            isBold: true, alignment: .start, wraps: true, hasLineBelow: true, fill: isNeeded ? 0x1F4E79 : 0xDCE6F1,
            colour: isNeeded ? 0xFFFFFF : nil, standsAtFoot: true)
    }
}
