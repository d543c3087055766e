import Support

/// Holds the headings that a mapping names against those that a sheet has.
struct HeadingCheck {
    private let table: MappedTable
    private let layout: TableLayout
    private let sheet: RegisterSheet

    /// A check of a table in a sheet.
    init(of table: MappedTable, _ layout: TableLayout, in sheet: RegisterSheet) {
        self.table = table
        self.layout = layout
        self.sheet = sheet
    }

    /// Refuses headings that are missing or stand above several columns, all at once; tells columns that nothing is made of.
    func run(_ log: inout ImportLog) throws(ImportError) {
        var wrong: [String] = []
        var used: Set<Int> = []
        for (headings, number) in namedColumns {
            switch layout.column(headings, number: number) {
            case .column(let index): used.insert(index)
            case .several(let indices):
                wrong.append(
                    "'\(headings[0])' stands above columns \(indices.map { letters($0) }.joined(separator: " and "))")
            case .nothing:
                let nearest = Spelling.nearest(to: headings[0], among: layout.columns.map(\.heading))
                let names = headings.map { "'\($0)'" }.joined(separator: " or ")
                wrong.append("there is no heading \(names)" + Spelling.ending(suggesting: nearest, .en))
            }
        }
        guard wrong.isEmpty else {
            throw .refused(
                .init(
                    en: "\(sheet.title): " + wrong.joined(separator: "; "),
                    ar:
                        "\(sheet.title.isolated): لا تتفق العناوين مع المطابقة: \(wrong.joined(separator: "; ").isolated)"
                ),
                remedy: .init(
                    en: "correct the mapping; of several columns say which one: \"number\": 2",
                    ar: "صحّح المطابقة؛ وإن تعددت الأعمدة فاذكر أيها: \"number\": 2"))
        }
        let across = table.across.map { across in
            switch across {
            case .days(let days): layout.across(days.columns)
            case .groups(let groups): layout.across(groups.columns)
            }
        }
        used.formUnion((across ?? []).map(\.index))
        let unused = Set(table.unused.map(WordIndex.key))
        for column in layout.columns where !used.contains(column.index) && !column.heading.isEmpty {
            guard !unused.contains(WordIndex.key(of: column.heading)) else { continue }
            let row = layout.sheet.rows[layout.rows.lowerBound].number
            log.add(
                .warning, at: sheet.place(row: row, column: column.index),
                .init(
                    en:
                        "nothing is made of the column '\(column.heading.shortened())'; map it, or name it under \"unused\"",
                    ar: "لا يؤخذ من العمود «\(column.heading.shortened())» شيء؛ اربطه أو اذكره في \"unused\""))
        }
    }

    private func letters(_ index: Int) -> String {
        sheet.name == nil
            ? "\(index + 1)" : String(sheet.place(row: 1, column: index).split(separator: ":").last?.dropLast() ?? "")
    }

    /// The headings that the mapping names, each with the number of the column that is meant.
    private var namedColumns: [(headings: [String], number: Int?)] {
        var named: [(headings: [String], number: Int?)] = []
        func add(_ field: Field) {
            switch field.source {
            case .column(let headings, let number): named.append((headings, number))
            case .join(let fields, _), .first(let fields), .product(let fields): for field in fields { add(field) }
            case .cases(let cases): for one in cases { add(one.then) }
            case .around, .sheetName, .fileName, .level, .part, .value, .text: break
            }
        }
        for named in table.values + table.fields + table.headcounts.flatMap({ $0 }) { add(named.field) }
        for check in table.checks { add(check.field) }
        named += (table.rows.need + table.rows.fill).map { ([$0], nil) }
        switch table.across {
        case .days(let days)?:
            named += [days.columns.after, days.columns.before].compactMap { $0.map { ([$0], nil) } }
            if let hours = days.hours { add(hours) }
        case .groups(let groups)?:
            named += [groups.columns.after, groups.columns.before].compactMap { $0.map { ([$0], nil) } }
        case nil: break
        }
        return named
    }
}
