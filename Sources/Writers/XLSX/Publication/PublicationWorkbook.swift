import Reporting
import Support
import TrainingStats

/// One document in an accessible workbook, as the UK Analysis Function and the ONS prescribe: cover, contents, notes, then
/// one table a sheet.
///
/// Nothing is merged, hidden, frozen, filtered or filled; everything outside tables stands in column A.
struct PublicationWorkbook: WorkbookLayout {
    private struct Part {
        let sheet: Sheet
        let table: Table
        let rows: ArraySlice<Grid.Row>
    }

    /// The width of running text in column A, in characters.
    private static let textWidth = 90.0

    private let document: Document
    private let suffix: String
    private let rowLimit: Int
    private let theme: SheetTheme
    private let markers: NoteMarkers
    private var cover: Sheet?
    private var contents: Sheet?
    private var notes: Sheet?
    private var parts: [Part] = []
    private var language: Language { document.language }

    init(_ document: Document, suffix: String, rowLimit: Int) {
        // An accessible workbook has words in tables and notes alone.
        var document = document
        if let figures = document.keyFigures,
            let place = document.tables.firstIndex(where: { $0.id == figures.table })
        {
            document.tables[place].notes =
                figures.remarks { $0.displayText(document.digits) } + document.tables[place].notes
        }
        self.document = document
        self.suffix = suffix
        self.rowLimit = rowLimit
        theme = .publication(document)
        markers = NoteMarkers(document)
    }

    mutating func addFront(to workbook: inout Workbook) throws(WriteError) {
        cover = try workbook.addSheet(language(Phrase.cover), theme)
        contents = try workbook.addSheet(language(Phrase.contents), theme)
        notes = try workbook.addSheet(language(Phrase.notes), theme)
    }

    mutating func addTable(_ index: Int, to workbook: inout Workbook) throws(WriteError) {
        let table = document.tables[index]
        for rows in Writers.parts(of: table.display.rows, most: rowLimit - PublicationTable.rowsBeside) {
            let sheet = try workbook.addSheet(table.title, theme)
            parts.append(Part(sheet: sheet, table: table, rows: rows))
        }
    }

    mutating func addBack(to workbook: inout Workbook) throws(WriteError) {}

    func write(in workbook: inout Workbook) throws(WriteError) {
        guard let cover, let contents, let notes else { return }
        try writeCover(to: cover, in: &workbook)
        try writeContents(to: contents, notes: notes, in: &workbook)
        try writeNotes(to: notes, in: &workbook)
        for part in parts {
            try PublicationTable(
                title: part.table.title + markers.ofTitle(part.table), lines: lines(of: part.table, part.rows),
                grid: markers.marked(part.table, rows: part.rows), language, theme
            ).write(to: part.sheet, named: part.table.id + suffix, in: &workbook)
        }
    }

    /// What stands between a table's title and its headings.
    private func lines(of table: Table, _ rows: ArraySlice<Grid.Row>) -> [String] {
        let subtitle = table.subtitle + markers.ofSubtitle(table)
        let source = document.words(
            language(Sentence.source, ["author": document.author, "day": language.day(document.reportingDay)]))
        let cells = table.display.with(rows: Array(rows)).withoutGaps.rows.flatMap(\.cells)
        let shorthand = Sentence.explaining(shorthandOf: cells).map { language($0) }
        return [subtitle, source].filter { !$0.isEmpty } + shorthand
    }

    private func writeCover(to sheet: Sheet, in workbook: inout Workbook) throws(WriteError) {
        try sheet.setWidth(Self.textWidth, of: 0)
        try sheet.write(theme.text(document.title), row: 0, column: 0, workbook.format(.title, theme))
        var row = 1
        let sheets = language(
            Sentence.sheets,
            [
                "contents": language(Phrase.contents), "notes": language(Phrase.notes),
                "tables": document.words(language(Counted.tables, parts.count)),
            ])
        let lines = [document.subject] + document.particulars.map { "\($0.label): \($0.value)" } + [sheets]
        for line in lines where !line.isEmpty {
            try sheet.writeParagraph(
                line, row: row, columns: 0...0, width: Self.textWidth, workbook.format(.paragraph, theme),
                cutNote: language(Phrase.cutNote))
            row += 1
        }
        try sheet.setPrinting(hasFooter: false)
    }

    private func writeContents(
        to sheet: Sheet, notes: Sheet, in workbook: inout Workbook
    ) throws(WriteError) {
        let links = [(notes.name, language(Phrase.notes))] + parts.map { ($0.sheet.name, $0.table.title) }
        let grid = Grid(
            columns: [
                .init(id: "sheet", heading: language(Phrase.sheet), isNumeric: false),
                .init(id: "title", heading: language(Phrase.title), isNumeric: false),
            ], rows: links.map { Grid.Row([.text($0.0), .text($0.1)]) })
        let omitted = document.omissions.map { "\($0.title): \($0.reason)" }
        let comma = language(Phrase.listSemicolon)
        let lines = omitted.isEmpty ? [] : [language(Phrase.omitted) + ": " + omitted.joined(separator: comma)]
        try PublicationTable(
            title: language(Phrase.contents), lines: lines, grid: grid, language, theme, linksFirstColumn: true
        ).write(to: sheet, named: sheet.name, in: &workbook)
    }

    private func writeNotes(to sheet: Sheet, in workbook: inout Workbook) throws(WriteError) {
        let grid = Grid(
            columns: [
                .init(id: "note", heading: language(Phrase.note), isNumeric: false),
                .init(id: "text", heading: language(Phrase.noteText), isNumeric: false),
            ],
            rows: markers.texts.enumerated().map { Grid.Row([.text(markers.marker($0 + 1)), .text($1)]) })
        let inputs = document.inputs.map { input in
            language(
                Sentence.input,
                [
                    "file": input.file, "read": document.words(language(Counted.recordsRead, input.rows)),
                    "rejected": document.words(language(Counted.recordsRejected, input.rejected)),
                    "digest": input.sha256,
                ])
        }
        let particulars = document.particulars.map { "\($0.label): \($0.value)" }
        try PublicationTable(
            title: language(Phrase.notes), lines: particulars + inputs, grid: grid, language, theme,
            mostWords: Self.textWidth
        ).write(to: sheet, named: sheet.name, in: &workbook)
    }
}
