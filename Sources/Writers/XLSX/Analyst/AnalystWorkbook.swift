import Reporting
import Support
import TrainingStats

/// One document in a workbook for analysts: key figures, contents with links, charts, one sheet a table, notes.
struct AnalystWorkbook: WorkbookLayout {
    private struct Part {
        let sheet: Sheet
        let table: Table
        let rows: ArraySlice<Grid.Row>
    }

    /// The widths of the columns of contents and notes, in characters.
    private static let widths = [28.0, 14, 14, 70]
    private static let textWidth = widths.dropFirst().reduce(0, +)
    private static let tabColours: (front: UInt32, table: UInt32) = (0x1F4E79, 0x8EA9DB)

    private let document: Document
    private let suffix: String
    private let rowLimit: Int
    private let theme: SheetTheme
    private var keyFigures: Sheet?
    private var contents: Sheet?
    private var charts: Sheet?
    private var parts: [Part] = []
    private var data: Sheet?
    private var notes: Sheet?
    private var language: Language { document.language }

    init(_ document: Document, suffix: String, rowLimit: Int) {
        self.document = document
        self.suffix = suffix
        self.rowLimit = rowLimit
        theme = .analyst(document)
    }

    mutating func addFront(to workbook: inout Workbook) throws(WriteError) {
        if let figures = document.keyFigures, document.tables.contains(where: { $0.id == figures.table }) {
            keyFigures = try workbook.addSheet(figures.title, theme)
        }
        contents = try workbook.addSheet(language(Phrase.contents), theme)
        if document.tables.contains(where: { !Self.charts(of: $0).isEmpty }) {
            charts = try workbook.addSheet(language(Phrase.charts), theme)
        }
    }

    mutating func addTable(_ index: Int, to workbook: inout Workbook) throws(WriteError) {
        let table = document.tables[index]
        if table.id == document.keyFigures?.table { return }
        for rows in Writers.parts(of: table.display.rows, most: rowLimit - AnalystTable.rowsBeside(table)) {
            let sheet = try workbook.addSheet(table.title, theme)
            parts.append(Part(sheet: sheet, table: table, rows: rows))
        }
    }

    mutating func addBack(to workbook: inout Workbook) throws(WriteError) {
        if document.keyFigures != nil { data = try workbook.addSheet(language(Phrase.data), theme) }
        notes = try workbook.addSheet(language(Phrase.notes), theme)
    }

    func write(in workbook: inout Workbook) throws(WriteError) {
        guard let contents, let notes else { return }
        if let keyFigures, let figures = document.keyFigures,
            let table = document.tables.first(where: { $0.id == figures.table })
        {
            keyFigures.setTabColour(Self.tabColours.front)
            try KeyFigureSheet(figures, table, document).write(
                to: keyFigures, named: workbook.tableName(table.id + suffix), contents: contents, in: &workbook)
        }
        try writeContents(to: contents, notes: notes, in: &workbook)
        if let charts {
            let entries = parts.filter { $0.rows.count == $0.table.display.rows.count }.flatMap { part in
                Self.charts(of: part.table).map {
                    ChartSheet.Entry(
                        chart: $0, grid: part.table.display, sheet: part.sheet.name,
                        headingRow: AnalystTable.headingRow(of: part.table.display))
                }
            }
            charts.setTabColour(Self.tabColours.front)
            try ChartSheet.write(entries, title: language(Phrase.charts), to: charts, in: &workbook)
        }
        for part in parts {
            part.sheet.setTabColour(Self.tabColours.table)
            try AnalystTable(
                part.table, rows: part.rows, named: workbook.tableName(part.table.id + suffix), language: language,
                theme: theme
            )
            .write(to: part.sheet, contents: contents, in: &workbook)
        }
        if let data {
            data.setTabColour(Self.tabColours.table)
            try DataSheet(document, rowLimit: rowLimit).write(to: data, in: &workbook)
        }
        try writeNotes(to: notes, contents: contents, in: &workbook)
    }

    /// The charts of a table that spreadsheet programs can draw.
    private static func charts(of table: Table) -> [Chart] {
        table.charts.filter { NativeChart.canDraw($0, of: table.display) }
    }

    private func writeContents(
        to sheet: Sheet, notes: Sheet, in workbook: inout Workbook
    ) throws(WriteError) {
        sheet.setTabColour(Self.tabColours.front)
        for (column, width) in Self.widths.enumerated() { try sheet.setWidth(width, of: column) }
        var row = 0
        try sheet.write(theme.text(document.title), row: row, column: 0, workbook.format(.title, theme))
        row += 2
        try writePairs(document.particulars.map { ($0.label, $0.value) }, to: sheet, &row, in: &workbook)
        row += 1
        try sheet.write(language(Phrase.contents), row: row, column: 0, workbook.format(.heading, theme))
        row += 1
        // Before a table stands the identifier that names its files, behind it its whole title has room.
        let links =
            [keyFigures?.name, charts?.name].compactMap(\.self).map { ($0, $0, "") }
            + parts.map { ($0.sheet.name, $0.table.title, $0.table.id) }
            + [data?.name, notes.name].compactMap(\.self).map { ($0, $0, "") }
        for (name, title, table) in links {
            try sheet.write(table, row: row, column: 0, workbook.format(.text, theme))
            try sheet.writeLink(theme.text(title), to: name, row: row, column: 1, workbook.format(.link, theme))
            row += 1
        }
        if !document.omissions.isEmpty {
            row += 1
            try sheet.write(language(Phrase.omitted), row: row, column: 0, workbook.format(.heading, theme))
            row += 1
            for omission in document.omissions {
                try sheet.write(omission.id, row: row, column: 0, workbook.format(.text, theme))
                try sheet.write(
                    "\(omission.title): \(omission.reason)", row: row, column: 1, workbook.format(.text, theme))
                row += 1
            }
        }
        sheet.hideGridLines()
        try sheet.setPrinting()
    }

    private func writeNotes(
        to sheet: Sheet, contents: Sheet, in workbook: inout Workbook
    ) throws(WriteError) {
        sheet.setTabColour(Self.tabColours.front)
        for (column, width) in Self.widths.enumerated() { try sheet.setWidth(width, of: column) }
        try sheet.write(language(Phrase.notes), row: 0, column: 0, workbook.format(.title, theme))
        try sheet.writeLink(
            language(Phrase.contents), to: contents.name, row: 1, column: 0, workbook.format(.link, theme))
        var row = 3
        func heading(_ phrase: Phrase) throws(WriteError) {
            try sheet.write(language(phrase), row: row, column: 0, workbook.format(.heading, theme))
            row += 1
        }
        try heading(.about)
        try writePairs(document.particulars.map { ($0.label, $0.value) }, to: sheet, &row, in: &workbook)
        row += 1
        if !document.definitions.isEmpty {
            try heading(.definitions)
            try writePairs(document.definitions.map { ($0.term, $0.text) }, to: sheet, &row, in: &workbook)
            row += 1
        }
        try heading(.howToRead)
        let list = data.map { [document.words(language(Sentence.listOfFigures, ["sheet": $0.name]))] } ?? []
        for sentence in (document.shorthand + [.liveTotals]).map({ language($0) }) + list {
            try sheet.writeParagraph(
                sentence, row: row, columns: 0...(Self.widths.count - 1), width: Self.widths.reduce(0, +),
                workbook.format(.paragraph, theme), cutNote: language(Phrase.cutNote))
            row += 1
        }
        if !document.inputs.isEmpty {
            row += 1
            try heading(.inputs)
            try writeInputs(to: sheet, &row, in: &workbook)
        }
        sheet.hideGridLines()
        try sheet.setPrinting()
    }

    /// Labels and their texts, side by side.
    private func writePairs(
        _ pairs: [(String, String)], to sheet: Sheet, _ row: inout Int, in workbook: inout Workbook
    ) throws(WriteError) {
        for (label, text) in pairs {
            try sheet.writeParagraph(
                text, row: row, columns: 1...(Self.widths.count - 1), width: Self.textWidth,
                workbook.format(.paragraph, theme), cutNote: language(Phrase.cutNote))
            var style = CellStyle.label
            style.wraps = true
            try sheet.write(label, row: row, column: 0, workbook.format(style, theme))
            row += 1
        }
    }

    private func writeInputs(
        to sheet: Sheet, _ row: inout Int, in workbook: inout Workbook
    ) throws(WriteError) {
        let headings: [(Phrase, CellStyle.Alignment)] = [
            (.file, .start), (.rowsRead, .right), (.rowsRejected, .right), (.digest, .start),
        ]
        for (column, (phrase, alignment)) in headings.enumerated() {
            let style = CellStyle.columnHeading(alignment, indent: column == 3 ? 1 : 0)
            try sheet.write(language(phrase), row: row, column: column, workbook.format(style, theme))
        }
        let heights = zip(headings, Self.widths).map { heading, width in
            paragraphHeight(language(heading.0), width: width / theme.boldFactor, theme)
        }
        try sheet.setHeight(heights.max() ?? theme.lineHeight, of: row)
        for input in document.inputs {
            row += 1
            let cells: [Cell] = [.text(input.file), .whole(input.rows), .whole(input.rejected), .text(input.sha256)]
            for (column, cell) in cells.enumerated() {
                try sheet.write(
                    cell, row: row, column: column, style: CellStyle(indent: column == 3 ? 1 : 0), width: 255,
                    cutNote: language(Phrase.cutNote), in: &workbook)
            }
        }
        row += 1
    }
}
