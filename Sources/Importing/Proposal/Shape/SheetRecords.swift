import Support
import Workbooks

/// The rows below the headings, told apart: records, and what is none.
struct SheetRecords {
    private(set) var records: [RegisterSheet.Row] = []
    private(set) var skipped: [String] = []
    private(set) var statedCount: String?
    private(set) var otherCount: (label: String, count: Int)?
    /// Texts that stand alone in a row above records.
    private(set) var sections: [String] = []

    /// The rows of a table.
    init(of layout: TableLayout, in sheet: RegisterSheet, words: [String]) {
        let headings = Set(words.map(WordIndex.key))
        let lead = Self.leadColumn(of: layout)
        var beginnings: Set<String> = []
        var counts: [(label: String, count: Int, column: Int)] = []
        for position in layout.rows.upperBound..<max(layout.rows.upperBound, layout.sheet.rows.count) {
            let row = layout.sheet.rows[position]
            let own = sheet.rows[position].cells.filter { !CellText.isNothing($0.text) || $0.kind == .uncachedFormula }
            guard let first = own.first else { continue }
            if headings.isSubset(of: own.map { WordIndex.key(of: $0.text) }) { continue }
            let isTotal = own.prefix(4).contains { RowWords.isTotal($0.text) && $0.kind == .text }
            if isTotal || (own.count <= 2 && RowWords.isSignature(first.text)) {
                skip(first.text)
                if isTotal, first.text.contains(":") { statedCount = Self.label(of: first.text) }
                if isTotal, own.count == 2, let count = Int(CellText.tidied(own[1].text)) {
                    counts.append((first.text.joinedToOneLine(), count, own[1].column))
                }
                continue
            }
            let hasLead = lead.map { row.cell($0).map { !CellText.isNothing($0.text) } ?? false } ?? true
            guard hasLead || own.count == 1 else {
                // Sums without a word for it: numbers behind a name.
                if own.count > 2, own.dropFirst().allSatisfy({ Self.isNumeric($0) }) { skip(first.text) }
                continue
            }
            if own.count == 1, let text = Self.text(above: position, in: sheet) {
                sections.append(text)
            } else if hasLead {
                records.append(row)
                beginnings.insert(WordIndex.key(of: first.text))
            }
        }
        findCount(among: counts, in: layout)
        // A text with which a record begins as well would pass over records.
        skipped.removeAll { pattern in
            let key = WordIndex.key(of: pattern)
            return key.isEmpty
                || beginnings.contains { pattern.hasSuffix("*") ? $0.hasPrefix(key) : $0 == key }
        }
        // A single text may be a slip; a table in sections has several, and records below each.
        if sections.count < 2 || sections.count * 2 > records.count { sections = [] }
    }

    /// Finds where the number of records is stated, alone in a row of sums.
    private mutating func findCount(
        among counts: [(label: String, count: Int, column: Int)], in layout: TableLayout
    ) {
        guard statedCount == nil else { return }
        for (label, count, column) in counts {
            // A label is looked for from above: where it is a heading, too, it leads astray.
            let key = WordIndex.key(of: label)
            let isHeading = layout.sheet.rows[..<layout.rows.upperBound].contains { row in
                row.cells.contains { WordIndex.key(of: $0.text) == key }
            }
            guard !isHeading else { continue }
            if count == records.count {
                statedCount = label
                return
            }
            let holds = layout.columns.first { $0.index == column }.map { HeadingIndex.columns(for: $0.heading) } ?? []
            if otherCount == nil, !Set([.traineeName, .traineeIdentifier, .serial]).isDisjoint(with: holds) {
                otherCount = (label, count)
            }
        }
    }

    private static func isNumeric(_ cell: RegisterSheet.Cell) -> Bool {
        switch cell.kind {
        case .number, .percent, .uncachedFormula, .error: true
        case .text: ExactDecimal(cell.text.trimmingBlanks()) != nil
        case .date, .dateTime, .time, .boolean: false
        }
    }

    /// The text of a row with a single cell, if the next row has more.
    private static func text(above position: Int, in sheet: RegisterSheet) -> String? {
        guard position + 1 < sheet.rows.count, sheet.rows[position + 1].cells.count > 2,
            let cell = sheet.rows[position].cells.first(where: { !CellText.isNothing($0.text) }), cell.kind == .text
        else { return nil }
        return cell.text.joinedToOneLine()
    }

    private mutating func skip(_ text: String) {
        let pattern = text.contains(":") || text.contains("...") ? Self.label(of: text) + "*" : text.joinedToOneLine()
        if !skipped.contains(pattern) { skipped.append(pattern) }
    }

    private static func label(of text: String) -> String {
        let end = text.firstIndex { ":.".contains($0) } ?? text.endIndex
        return CellText.tidied(String(text[..<end]))
    }

    /// The column that every record fills in.
    private static func leadColumn(of layout: TableLayout) -> Int? {
        for sought in [RegisterColumn.traineeIdentifier, .traineeName, .courseTitle] {
            for column in layout.columns where HeadingIndex.columns(for: column.heading).first == sought {
                let filled = layout.sheet.rows[layout.rows.upperBound...].count { $0.cell(column.index) != nil }
                if filled * 2 > layout.sheet.rows.count - layout.rows.upperBound { return column.index }
            }
        }
        return nil
    }
}
