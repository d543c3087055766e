import CXLSXWriter

extension FormPage {
    /// Writes the page; its cells wrap, and rows are as high as they need.
    func write(to sheet: Sheet, in workbook: inout Workbook) throws(WriteError) {
        let theme = sheet.theme
        for (index, column) in columns.enumerated() { try sheet.setWidth(column.width, of: index) }
        try sheet.setPrinting()
        sheet.hideGridLines()
        try sheet.write(title, row: 0, column: 0, workbook.format(.title, theme))
        var row = 2
        // Merged cells would need all rows in memory: a paragraph runs over the empty cells beside it, line by line.
        let width = columns.reduce(0) { $0 + $1.width } - 4
        for paragraph in paragraphs {
            let lines = TextMeasure.lines(
                paragraph, size: 1, width: width * 0.57 / theme.widthFactor, most: 20)
            for line in lines {
                try sheet.write(line, row: row, column: 0, workbook.format(.text, theme))
                row += 1
            }
        }
        row += 1
        for (index, column) in columns.enumerated() {
            try sheet.write(
                column.heading, row: row, column: index, workbook.format(.formHeading(isNeeded: true), theme))
        }
        let lines = columns.map { $0.heading.split(separator: "\n").count }.max() ?? 1
        try sheet.setHeight(theme.lineHeight * Double(max(lines, 1)) + 6, of: row)
        row += 1
        var group = ""
        for texts in rows {
            let isFirst = texts.first.map { $0 != group } ?? false
            group = texts.first ?? ""
            try write(texts, startsGroup: isFirst, row: row, to: sheet, in: &workbook)
            row += 1
        }
    }

    private func write(
        _ texts: [String], startsGroup: Bool, row: Int, to sheet: Sheet, in workbook: inout Workbook
    ) throws(WriteError) {
        let theme = sheet.theme
        var height = theme.lineHeight + 3
        for (index, text) in texts.enumerated() where columns.indices.contains(index) {
            var style = CellStyle.paragraph
            style.hasLineAbove = startsGroup
            style.standsAtTop = true
            if index == 0 {
                guard startsGroup else { continue }
                style.isLink = true
                style.isBold = true
                style.colour = CellStyle.link.colour
                try sheet.writeLink(text, to: text, row: row, column: 0, workbook.format(style, theme))
                continue
            }
            style.isBold = index == 1
            try sheet.write(text, row: row, column: index, workbook.format(style, theme))
            height = max(height, paragraphHeight(text, width: columns[index].width - 1, theme) + 1)
        }
        try sheet.setHeight(height, of: row)
    }
}
