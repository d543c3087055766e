import Support

/// Names that fields, conditions, keys and checks speak of must be there.
extension MappingDecoder {
    /// Checks the names in all tables.
    mutating func checkReferences(of mapping: Mapping) {
        for (index, table) in mapping.tables.enumerated() {
            checkReferences(of: table, at: JSONDocument.path(ofElement: index, in: "tables"), mapping)
        }
    }

    private mutating func checkReferences(of table: MappedTable, at path: String, _ mapping: Mapping) {
        var known = table.values.map(\.name) + table.fields.map(\.name)
        if let section = table.rows.section { known.append(section) }
        if case .days(let days)? = table.across {
            known += Mapping.resultsOfDays + days.marks.map { "marks.\($0.name)" }
            if let month = days.date.month { check(month, among: known, at: join(path, "across")) }
            if let hours = days.hours { check(hours, among: known, at: join(path, "across")) }
        }
        let lists = mapping.words.map(\.name)
        for (key, fields) in [("values", table.values), ("fields", table.fields)] {
            for named in fields {
                let place = join(join(path, key), named.name)
                check(named.field, among: known, at: place)
                if let words = named.field.words { check(words, among: lists, at: place, noun: "list of words") }
            }
        }
        for group in table.headcounts {
            for named in group { check(named.field, among: known, at: join(path, "headcounts")) }
        }
        for condition in table.rows.leaveOut {
            for part in condition.parts { check(part.name, among: known, at: join(path, "rows.leaveOut")) }
        }
        let keys = [
            ("courses", table.keys.courses), ("sessions", table.keys.sessions), ("trainees", table.keys.trainees),
            ("trainers", table.keys.trainers),
        ]
        for (key, names) in keys {
            for name in names { check(name, among: known + ["courses"], at: join(path, "keys." + key)) }
        }
        for check in table.checks {
            self.check(check.field, among: known, at: join(path, "checks"))
            self.check(check.equals, among: known + ["rows"], at: join(path, "checks"))
        }
    }

    private mutating func check(_ field: Field, among known: [String], at path: String) {
        if let month = field.month { check(month, among: known, at: path) }
        switch field.source {
        case .value(let name): check(name, among: known, at: path)
        case .join(let fields, _), .first(let fields), .product(let fields), .sum(let fields):
            for field in fields { check(field, among: known, at: path) }
        case .cases(let cases):
            for one in cases {
                for part in one.when.parts { check(part.name, among: known, at: path) }
                check(one.then, among: known, at: path)
            }
        case .column, .around, .sheetName, .fileName, .level, .part, .text: break
        }
    }

    private mutating func check(_ name: String, among known: [String], at path: String, noun: String = "value") {
        guard !known.contains(name) else { return }
        problems.append(
            JSONProblem(
                path: path, message: "there is no \(noun) '\(name)'", misspelling: .init(text: name, candidates: known))
        )
    }
}
