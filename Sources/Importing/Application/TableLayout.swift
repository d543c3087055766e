import Support

/// Where a mapped table lies in a sheet: its headings, its columns, its rows.
struct TableLayout {
    /// A column with the headings above it.
    struct Column {
        /// Its position in the sheet.
        var index: Int
        /// The headings from above; empty texts where a row of the headings has none.
        var levels: [String]

        /// All headings in one text, each once.
        var heading: String {
            var parts: [String] = []
            for level in levels where !level.isEmpty && parts.last != level { parts.append(level) }
            return parts.joined(separator: " ")
        }

        /// The lowest heading.
        var lowest: String { levels.last { !$0.isEmpty } ?? "" }
    }

    /// The sheet, with merged cells filled.
    let sheet: RegisterSheet
    /// The columns that have headings.
    let columns: [Column]
    /// The positions of the first row of the headings, and of the first row below them, in the sheet's rows.
    let rows: Range<Int>
    /// The headings of the columns as they are compared: all levels together, and the lowest one.
    private let keys: [(heading: String, lowest: String)]

    /// Finds the headings of a table; nil if the sheet does not have them.
    init?(of table: MappedTable, in sheet: RegisterSheet) {
        let words = table.headings.words.map(WordIndex.key)
        // Rows are looked at until the headings are found, which is near the top.
        var known: [Int: Set<String>] = [:]
        func keys(_ position: Int) -> Set<String> {
            if let keys = known[position] { return keys }
            let keys = Set(sheet.rows[position].cells.map { WordIndex.key(of: $0.text) })
            known[position] = keys
            return keys
        }
        func block(from position: Int) -> Range<Int> {
            let last = sheet.rows[position].number + table.headings.rows - 1
            let end = sheet.rows[position...].firstIndex { $0.number > last } ?? sheet.rows.count
            return position..<end
        }
        func holdsHeadings(_ position: Int) -> Bool {
            let found = block(from: position)
            return words.allSatisfy { word in found.contains { keys($0).contains(word) } }
        }
        guard !words.isEmpty, let first = sheet.rows.indices.first(where: holdsHeadings) else { return nil }
        // The block that starts as low as it can: rows of titles above do not belong to it.
        let start = block(from: first).last(where: holdsHeadings) ?? first
        let found = block(from: start)
        let filled = sheet.withMergedCellsFilled
        let indices = Set(filled.rows[found].flatMap { $0.cells.map(\.column) }).sorted()
        let base = filled.rows[start].number
        columns = indices.map { index in
            var levels = [String](repeating: "", count: table.headings.rows)
            for row in filled.rows[found] {
                if let cell = row.cell(index) { levels[row.number - base] = cell.text.joinedToOneLine() }
            }
            return Column(index: index, levels: levels)
        }
        self.keys = columns.map { (WordIndex.key(of: $0.heading), WordIndex.key(of: $0.lowest)) }
        let lastHeading = base + table.headings.rows - 1 + table.headings.below
        let end = filled.rows[start...].firstIndex { $0.number > lastHeading } ?? filled.rows.count
        rows = start..<end
        self.sheet = filled
    }

    /// What became of the search for a heading.
    enum Found {
        case column(Int)
        case nothing
        /// Several columns have it.
        case several([Int])
    }

    /// The column with one of these headings, compared as a whole: all levels together, or the lowest one.
    func column(_ headings: [String], number: Int?) -> Found {
        for heading in headings {
            let key = WordIndex.key(of: heading)
            var matches = keys.indices.filter { keys[$0].heading == key }
            if matches.isEmpty { matches = keys.indices.filter { keys[$0].lowest == key } }
            if let number {
                if matches.indices.contains(number - 1) { return .column(columns[matches[number - 1]].index) }
            } else if matches.count == 1 {
                return .column(columns[matches[0]].index)
            } else if matches.count > 1 {
                return .several(matches.map { columns[$0].index })
            }
        }
        return .nothing
    }

    /// The columns that run across.
    func across(_ bounds: Across.Columns) -> [Column] {
        func index(_ heading: String?) -> Int? {
            guard let heading, case .column(let index) = column([heading], number: nil) else { return nil }
            return index
        }
        let (low, high) = (index(bounds.after) ?? -1, index(bounds.before) ?? .max)
        return columns.filter { $0.index > low && $0.index < high }
    }
}

extension String {
    /// The text with one blank for each run of blanks and line breaks, and none around it.
    func joinedToOneLine() -> String {
        trimmingBlanks().split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    }
}
