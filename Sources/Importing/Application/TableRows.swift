import Support

/// The rows of a table that are records, after rows of headings, totals and signatures have been passed over.
struct TableRows {
    /// A record with what stands above it.
    struct Record {
        var row: RegisterSheet.Row
        /// The text of the last section row above it.
        var section: String?
    }

    private(set) var records: [Record] = []
    /// How many rows were passed over.
    private(set) var passedOver = 0
    /// How many rows could be records and lack what tells the person or the course.
    private(set) var rejected = 0

    /// The records of a table; rows that could be records and lack what is needed are told.
    init(of table: MappedTable, in layout: TableLayout, _ original: RegisterSheet, _ log: inout ImportLog) {
        let needed = Self.neededColumns(of: table, in: layout)
        let headings = table.headings.words.map { (column: Self.column($0, in: layout), key: WordIndex.key(of: $0)) }
        let fillColumns = table.rows.fill.compactMap { Self.column($0, in: layout) }
        var filled: [Int: RegisterSheet.Cell] = [:]
        var section: String?
        for position in layout.rows.upperBound..<max(layout.rows.upperBound, layout.sheet.rows.count) {
            var row = layout.sheet.rows[position]
            let own = original.rows[position].cells.filter { !$0.text.trimmingBlanks().isEmpty }
            if own.isEmpty && row.cells.isEmpty { continue }
            let first = own.first.map { WordIndex.key(of: $0.text) }
            if Self.isOne(first, of: table.rows.end) {
                passOver(layout.sheet.rows[position...], from: row.number, needing: needed, of: original, &log)
                break
            }
            let isHeading = headings.allSatisfy { heading in
                heading.column.flatMap { row.cell($0) }.map { WordIndex.key(of: $0.text) == heading.key } ?? false
            }
            if isHeading || Self.isOne(first, of: table.rows.skip) {
                passedOver += 1
                continue
            }
            if table.rows.section != nil, own.count == 1 {
                section = own[0].text.joinedToOneLine()
                continue
            }
            fill(&row, in: fillColumns, from: &filled)
            let lacking = needed.first { (row.cell($0.index)?.text.trimmingBlanks() ?? "").isEmpty }
            if let lacking {
                // What the mapping itself names is left out as it says; a record without identifier is not.
                if table.rows.need.isEmpty, own.count > 2 {
                    rejected += 1
                    log.add(
                        .error, at: original.place(row: row.number, column: lacking.index),
                        .init(
                            en:
                                "the row has values and no '\(lacking.heading)'; fill it in, or name the beginning of such "
                                + "rows under \"skip\"",
                            ar: "في الصف قيم وليس فيه «\(lacking.heading)»؛ أكمله أو اذكر بداية هذه الصفوف في \"skip\"")
                    )
                } else {
                    passedOver += 1
                }
                continue
            }
            records.append(Record(row: row, section: section))
        }
    }

    /// Counts the rows from the end of the table on, and tells how many of them could be records.
    private mutating func passOver(
        _ rows: ArraySlice<RegisterSheet.Row>, from number: Int, needing needed: [(index: Int, heading: String)],
        of original: RegisterSheet, _ log: inout ImportLog
    ) {
        passedOver += rows.count { !$0.cells.isEmpty }
        let alike = rows.dropFirst().count { row in
            row.cells.count > 2
                && needed.allSatisfy { !(row.cell($0.index)?.text.trimmingBlanks() ?? "").isEmpty }
        }
        guard alike > 0, !needed.isEmpty else { return }
        log.add(
            .warning, at: original.place(row: number),
            .init(
                en: "the table ends here, and rows below that look like records: \(alike); correct \"end\" if they are",
                ar: "ينتهي الجدول هنا، وتحته صفوف تشبه السجلات: \(alike)؛ صحّح \"end\" إن كانت سجلات"))
    }

    /// The column with a heading; of several the first.
    private static func column(_ heading: String, in layout: TableLayout) -> Int? {
        switch layout.column([heading], number: nil) {
        case .column(let index): index
        case .several(let indices): indices.first
        case .nothing: nil
        }
    }

    /// Fills in what stands once above the rows that it is for: a new value of the first column ends the others.
    private func fill(
        _ row: inout RegisterSheet.Row, in columns: [Int], from filled: inout [Int: RegisterSheet.Cell]
    ) {
        guard let lead = columns.first else { return }
        if row.cell(lead) != nil { filled = [:] }
        for column in columns {
            if let cell = row.cell(column) {
                filled[column] = cell
            } else if let cell = filled[column] {
                row.cells.append(cell)
                row.cells.sort { $0.column < $1.column }
            }
        }
    }

    /// The columns that a record fills in: those that the mapping names, else what tells the person or the course.
    private static func neededColumns(of table: MappedTable, in layout: TableLayout) -> [(index: Int, heading: String)]
    {
        var headings = table.rows.need.map { ([$0], nil as Int?) }
        if headings.isEmpty {
            for name in ["trainees.trainee_id", "trainees.name", "courses.title"] {
                let field = table.fields.first { $0.name == name }?.field
                if case .column(let names, let number)? = field?.source {
                    headings = [(names, number)]
                    break
                }
            }
        }
        return headings.compactMap { names, number in
            if case .column(let index) = layout.column(names, number: number) { (index, names[0]) } else { nil }
        }
    }

    /// Whether the first filled cell of a row is one of the texts, or starts with one that ends in `*`.
    private static func isOne(_ key: String?, of patterns: [String]) -> Bool {
        patterns.contains { pattern in
            let sought = WordIndex.key(of: pattern)
            return pattern.hasSuffix("*") ? key?.hasPrefix(sought) ?? false : key == sought
        }
    }
}
