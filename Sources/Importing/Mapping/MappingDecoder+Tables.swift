import Support

extension MappingDecoder {
    /// A table of the register.
    mutating func table(_ node: JSONNode, _ path: String) -> MappedTable? {
        let keys: [Key] = [("headings", "by which words the headings are found", true)]
        guard
            let fields = object(
                node, at: path, noun: "a table",
                keys: Self.optional("sheets", "except") + keys
                    + Self.optional("rows", "across", "values", "fields", "headcounts", "keys", "checks", "unused"))
        else { return nil }
        var table = MappedTable()
        func place(_ key: String) -> String { join(path, key) }
        table.sheets = fields["sheets"].map { texts($0, place("sheets")) } ?? []
        table.except = fields["except"].map { texts($0, place("except")) } ?? []
        if let node = fields["headings"] { readHeadings(node, place("headings"), into: &table) }
        if let node = fields["rows"] { readRows(node, place("rows"), into: &table) }
        table.across = fields["across"].flatMap { across($0, place("across")) }
        table.values = fields["values"].map { namedFields($0, place("values"), known: nil) } ?? []
        table.fields = fields["fields"].map { namedFields($0, place("fields"), known: Mapping.fieldNames) } ?? []
        if let node = fields["headcounts"] {
            table.headcounts = list(node, place("headcounts")).map {
                namedFields($0.node, $0.path, known: Mapping.headcountNames)
            }
        }
        if let node = fields["keys"] { readKeys(node, place("keys"), into: &table) }
        if let node = fields["checks"] {
            table.checks = list(node, place("checks")).compactMap { check($0.node, $0.path) }
        }
        table.unused = fields["unused"].map { texts($0, place("unused"), mayBeEmpty: true) } ?? []
        return table
    }

    private mutating func readHeadings(_ node: JSONNode, _ path: String, into table: inout MappedTable) {
        let keys: [Key] = [("words", "some of the headings", true)]
        guard
            let fields = object(
                node, at: path, noun: "'headings'", keys: keys + Self.optional("rows", "below"))
        else { return }
        table.headings.words = fields["words"].map { texts($0, join(path, "words")) } ?? []
        if let rows = fields["rows"].flatMap({ whole($0, join(path, "rows"), in: 1...20) }) {
            table.headings.rows = rows
        }
        if let below = fields["below"].flatMap({ whole($0, join(path, "below"), in: 0...20) }) {
            table.headings.below = below
        }
    }

    private mutating func readRows(_ node: JSONNode, _ path: String, into table: inout MappedTable) {
        guard
            let fields = object(
                node, at: path, noun: "'rows'",
                keys: Self.optional("need", "skip", "end", "fill", "section", "leaveOut", "repeats"))
        else { return }
        func place(_ key: String) -> String { join(path, key) }
        table.rows.need = fields["need"].map { texts($0, place("need")) } ?? []
        table.rows.skip = fields["skip"].map { texts($0, place("skip")) } ?? []
        table.rows.end = fields["end"].map { texts($0, place("end")) } ?? []
        table.rows.fill = fields["fill"].map { texts($0, place("fill")) } ?? []
        table.rows.section = fields["section"].flatMap { string($0, place("section")) }
        if let node = fields["leaveOut"] {
            table.rows.leaveOut = list(node, place("leaveOut")).compactMap { condition($0.node, $0.path) }
        }
        let repeats: MappedTable.Repeats? = fields["repeats"].flatMap {
            choice($0, place("repeats"), noun: "rule for repeated rows")
        }
        if let repeats { table.rows.repeats = repeats }
    }

    private mutating func readKeys(_ node: JSONNode, _ path: String, into table: inout MappedTable) {
        let names = Self.optional("courses", "sessions", "trainees", "trainers")
        guard let fields = object(node, at: path, noun: "'keys'", keys: names) else { return }
        table.keys.courses = fields["courses"].map { texts($0, join(path, "courses")) } ?? []
        table.keys.sessions = fields["sessions"].map { texts($0, join(path, "sessions")) } ?? []
        table.keys.trainees = fields["trainees"].map { texts($0, join(path, "trainees")) } ?? []
        table.keys.trainers = fields["trainers"].map { texts($0, join(path, "trainers")) } ?? []
    }

    private mutating func check(_ node: JSONNode, _ path: String) -> MappedTable.Check? {
        let keys: [Key] = [("field", "the stated number", true), ("equals", "what it must be", true)]
        guard let fields = object(node, at: path, noun: "a check", keys: keys), let stated = fields["field"],
            let field = field(stated, join(path, "field")),
            let equals = fields["equals"].flatMap({ string($0, join(path, "equals")) })
        else { return nil }
        return MappedTable.Check(field, equals: equals)
    }

    private mutating func across(_ node: JSONNode, _ path: String) -> Across? {
        guard
            let fields = object(
                node, at: path, noun: "'across'", keys: Self.optional("days", "groups"))
        else { return nil }
        switch (fields["days"], fields["groups"]) {
        case (let node?, nil): return days(node, join(path, "days"))
        case (nil, let node?): return groups(node, join(path, "groups"))
        default:
            add(path, "either 'days' or 'groups' is expected")
            return nil
        }
    }

    private mutating func days(_ node: JSONNode, _ path: String) -> Across? {
        let keys: [Key] = [("marks", "what each mark says of a day", true)]
        guard
            let fields = object(
                node, at: path, noun: "'days'", keys: Self.optional("after", "before", "date", "hours") + keys)
        else { return nil }
        var days = Across.Days()
        days.columns = columns(fields, path)
        if case .object(let members)? = fields["date"] {
            let whole = JSONNode.object([.init("text", .string("")), .init("as", .string("date"))] + members)
            if let date = field(whole, join(path, "date")) { days.date = date }
        } else if let node = fields["date"] {
            expect("an object of 'order', 'calendar' and 'month'", insteadOf: node, at: join(path, "date"))
        }
        days.hours = fields["hours"].flatMap { field($0, join(path, "hours")) }
        if case .object(let marks)? = fields["marks"] {
            days.marks = marks.compactMap { mark($0.value, named: $0.key, join(join(path, "marks"), $0.key)) }
        } else if let node = fields["marks"] {
            expect("an object of marks", insteadOf: node, at: join(path, "marks"))
        }
        return .days(days)
    }

    private mutating func mark(_ node: JSONNode, named name: String, _ path: String) -> Across.Mark? {
        guard let fields = object(node, at: path, noun: "a mark", keys: Self.optional("present", "share")) else {
            return nil
        }
        var mark = Across.Mark(name, isPresent: nil, share: "1")
        switch fields["present"] {
        case nil: break
        case .bool(let isPresent): mark.isPresent = isPresent
        case let node?: expect("true or false", insteadOf: node, at: join(path, "present"))
        }
        switch fields["share"] {
        case nil: break
        case .number(let text) where ExactDecimal(text).map { $0 >= .zero } ?? false: mark.share = text
        default:
            add(
                join(path, "share"),
                "a plain number that is not negative, with at most six digits after the point, is expected, such as 0.5"
            )
        }
        return mark
    }

    private mutating func groups(_ node: JSONNode, _ path: String) -> Across? {
        let keys: [Key] = [("levels", "what the rows of the headings hold, from above", true)]
        guard
            let fields = object(node, at: path, noun: "'groups'", keys: Self.optional("after", "before") + keys)
        else { return nil }
        var groups = Across.Groups()
        groups.columns = columns(fields, path)
        groups.levels = fields["levels"].map { texts($0, join(path, "levels")) } ?? []
        return .groups(groups)
    }

    private mutating func columns(_ fields: [String: JSONNode], _ path: String) -> Across.Columns {
        Across.Columns(
            after: fields["after"].flatMap { string($0, join(path, "after")) },
            before: fields["before"].flatMap { string($0, join(path, "before")) })
    }
}
