import Support
import TrainingStats
import Workbooks

/// What a sheet looks like: where its headings are, what stands in its columns, and which of its rows are records.
struct SheetShape {
    /// A column with headings.
    struct Column {
        /// Its position in the sheet.
        var index: Int
        /// Its headings from above, as a mapping names them.
        var levels: [String]
        /// All headings in one text.
        var heading: String
        /// The lowest one.
        var lowest: String
        /// What kind of cell the lowest heading is.
        var headingKind: SheetCell.Kind
        /// Which of the columns with the same heading it is; nil of the only one.
        var number: Int?
        /// What its cells look like.
        var profile: ColumnProfile
    }

    /// The sheet as it stands.
    let sheet: RegisterSheet
    /// Where its headings are, as a mapping says it.
    let headings: MappedTable.Headings
    /// Its columns.
    let columns: [Column]
    /// Its records, with merged cells filled.
    let records: [RegisterSheet.Row]
    /// The first texts of rows that are no records, as patterns.
    let skipped: [String]
    /// Where the number of records is stated: the label beside it.
    let statedCount: String?
    /// A number of persons that is stated below the records, and not theirs, with the label beside it.
    let otherCount: (label: String, count: Int)?
    /// The texts that stand alone above the headings.
    let titles: SheetTitles
    /// Texts that stand alone in rows above records: courses, mostly.
    let sections: [String]
    /// Labels above the table, with what they are labels of.
    let around: [(label: String, column: RegisterColumn)]
    /// Columns of days or groups of columns that run across.
    let across: AcrossShape?

    /// The shape of a sheet; nil if no row has two headings that are known.
    init?(of sheet: RegisterSheet) {
        guard let headings = Self.headings(of: sheet) else { return nil }
        var table = MappedTable()
        table.headings = headings
        guard let layout = TableLayout(of: table, in: sheet) else { return nil }
        let rows = SheetRecords(of: layout, in: sheet, words: headings.words)
        let headingRow = layout.sheet.rows[layout.rows.lowerBound]
        var seen: [String: Int] = [:]
        for column in layout.columns { seen[WordIndex.key(of: column.heading), default: 0] += 1 }
        var counted: [String: Int] = [:]
        columns = layout.columns.map { column in
            let key = WordIndex.key(of: column.heading)
            counted[key, default: 0] += 1
            let profile = ColumnProfile(rows.records.compactMap { $0.cell(column.index) })
            return Column(
                index: column.index, levels: column.levels, heading: column.heading, lowest: column.lowest,
                headingKind: headingRow.cell(column.index)?.kind ?? .text,
                number: (seen[key] ?? 0) > 1 ? counted[key] : nil,
                profile: profile)
        }
        self.sheet = sheet
        self.headings = headings
        records = rows.records
        skipped = rows.skipped
        statedCount = rows.statedCount
        otherCount = rows.otherCount
        titles = SheetTitles(above: headingRow.number, in: sheet)
        sections = rows.sections
        across = AcrossShape(of: columns, headingRows: headings.rows)
        var found: [(label: String, column: RegisterColumn)] = []
        for row in sheet.rows.prefix(layout.rows.lowerBound) {
            for cell in row.cells {
                let text = CellText.tidied(cell.text)
                let label = text.firstIndex { ":=：".contains($0) }.map { CellText.tidied(String(text[..<$0])) }
                let hasNext = row.cells.contains { $0.column > cell.column }
                guard let label, let column = HeadingIndex.columns(for: label).first,
                    hasNext || !text.hasSuffix(":") && !text.hasSuffix("=")
                else { continue }
                if !found.contains(where: { $0.column == column }) { found.append((label, column)) }
            }
        }
        around = found
    }

    /// The row, or rows, with the headings that are known most.
    private static func headings(of sheet: RegisterSheet) -> MappedTable.Headings? {
        var best: (row: RegisterSheet.Row, known: [String], weight: Int)?
        for row in sheet.rows.prefix(200) {
            var known: [String] = []
            for cell in row.cells where !HeadingIndex.columns(for: cell.text).isEmpty {
                if !known.contains(where: { WordIndex.key(of: $0) == WordIndex.key(of: cell.text) }) {
                    known.append(cell.text)
                }
            }
            // Completed and Passed can be headings, and values too.
            let weight = known.reduce(0) { $0 + (StatusWords.meaning(of: $1) == nil ? 2 : 1) }
            guard known.count >= 2, known.count * 3 >= row.cells.count, weight > best?.weight ?? 0 else { continue }
            best = (row, known, weight)
        }
        guard let best else { return nil }
        var range = best.row.number...best.row.number
        for merged in sheet.merged
        where merged.rows.count > 1 && merged.rows.contains(best.row.number) && merged.rows.count <= 20 {
            range = min(range.lowerBound, merged.rows.lowerBound)...max(range.upperBound, merged.rows.upperBound)
        }
        // More is no block of headings, and no mapping can say it.
        if range.count > 20 { range = best.row.number...best.row.number }
        var headings = MappedTable.Headings()
        // Those that say most come first; four are enough to find the row again when columns come and go.
        let telling = best.known.sorted { Self.rank(of: $0) < Self.rank(of: $1) }
        headings.words = telling.prefix(4).map { $0.joinedToOneLine() }
        headings.rows = range.count
        for number in range.upperBound + 1...range.upperBound + 3 {
            guard let row = sheet.rows.first(where: { $0.number == number }),
                row.cells.allSatisfy({ MonthNames.isWeekday(Spelling.folded($0.text)) || CellText.isNothing($0.text) })
            else { break }
            headings.below += 1
        }
        return headings
    }

    private static func rank(of heading: String) -> Int {
        let order: [RegisterColumn] = [
            .traineeIdentifier, .traineeName, .courseTitle, .startDate, .nationality, .status, .participants, .employer,
        ]
        return HeadingIndex.columns(for: heading).first.flatMap { order.firstIndex(of: $0) } ?? order.count
    }
}
