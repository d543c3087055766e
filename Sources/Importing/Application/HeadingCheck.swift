import Support

/// Holds the headings that a mapped table names against those of a sheet.
struct HeadingCheck {
    /// A heading, or several of which one is meant, with its place in the mapping.
    private struct Named {
        var headings: [String]
        var number: Int?
        var path: String
    }

    private let table: MappedTable
    private let layout: TableLayout
    private let sheet: RegisterSheet

    /// A check of a table in a sheet.
    init(of table: MappedTable, _ layout: TableLayout, in sheet: RegisterSheet) {
        self.table = table
        self.layout = layout
        self.sheet = sheet
    }

    /// Headings that are missing or stand above several columns, each with what it is told by once.
    func problems(at path: String) -> [(key: String, problem: JSONProblem)] {
        namedColumns(at: path).compactMap { named in
            let key = "\(named.path) \(named.headings)"
            switch layout.column(named.headings, number: named.number) {
            case .column: return nil
            case .several(let indices):
                let columns = indices.map { letters($0) }
                return (
                    key,
                    JSONProblem(
                        path: named.path,
                        message: "\(sheet.title): '\(named.headings[0])' stands above columns "
                            + columns.joined(separator: " and ") + "; say which one: \"number\": 2",
                        arabic: "\(sheet.title.isolated): «\(named.headings[0].isolated)» فوق الأعمدة "
                            + columns.joined(separator: " و") + "؛ اذكر أيها: \"number\": 2")
                )
            case .nothing:
                return (
                    key,
                    JSONProblem(
                        path: named.path,
                        message: "\(sheet.title): there is no heading "
                            + named.headings.map { "'\($0)'" }.joined(separator: " or "),
                        arabic: "\(sheet.title.isolated): لا يوجد عنوان "
                            + named.headings.map { "«\($0.isolated)»" }.joined(separator: " أو "),
                        misspelling: .init(text: named.headings[0], candidates: layout.columns.map(\.heading)))
                )
            }
        }
    }

    /// Tells columns that nothing is made of.
    func tellUnused(_ log: inout ImportLog) {
        var used: Set<Int> = []
        for named in namedColumns(at: "") {
            if case .column(let index) = layout.column(named.headings, number: named.number) { used.insert(index) }
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
    private func namedColumns(at path: String) -> [Named] {
        var named: [Named] = []
        func place(_ keys: String...) -> String { keys.reduce(path) { JSONDocument.path(of: $1, in: $0) } }
        func add(_ headings: [String], number: Int? = nil, at path: String) {
            if !headings.isEmpty { named.append(Named(headings: headings, number: number, path: path)) }
        }
        func add(_ field: Field, at path: String) {
            switch field.source {
            case .column(let headings, let number): add(headings, number: number, at: path)
            case .join(let fields, _), .first(let fields), .product(let fields), .sum(let fields):
                for field in fields { add(field, at: path) }
            case .cases(let cases): for one in cases { add(one.then, at: path) }
            case .around, .sheetName, .fileName, .level, .part, .value, .text: break
            }
        }
        for value in table.values { add(value.field, at: place("values", value.name)) }
        for field in table.fields { add(field.field, at: place("fields", field.name)) }
        for field in table.headcounts.flatMap({ $0 }) { add(field.field, at: place("headcounts")) }
        for check in table.checks { add(check.field, at: place("checks")) }
        for heading in table.rows.need { add([heading], at: place("rows", "need")) }
        for heading in table.rows.fill { add([heading], at: place("rows", "fill")) }
        func add(_ columns: Across.Columns, of key: String) {
            for (bound, heading) in [("after", columns.after), ("before", columns.before)] {
                if let heading { add([heading], at: place("across", key, bound)) }
            }
        }
        switch table.across {
        case .days(let days)?:
            add(days.columns, of: "days")
            if let hours = days.hours { add(hours, at: place("across", "days", "hours")) }
        case .groups(let groups)?: add(groups.columns, of: "groups")
        case nil: break
        }
        return named
    }
}
