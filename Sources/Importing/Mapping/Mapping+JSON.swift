import Support

extension Mapping {
    /// The mapping of a file of JSON, in which `//` and `/* */` comments may stand.
    ///
    /// - Throws: ``ImportError/badMapping(path:problems:)`` with all that is wrong, each with its line.
    package init(json bytes: [UInt8], path: String) throws(ImportError) {
        let file = try MappingFile(json: bytes, path: path)
        try file.check()
        self = file.mapping
    }

    /// The mapping as a file of JSON, which reads back as the same mapping.
    ///
    /// Comments are lines above members, by their paths: `tables[0].fields.sessions.start_date`.
    package func text(comments: [String: [String]] = [:]) -> String { json.text(comments: comments) }

    /// The mapping as a JSON value, in the order of the documentation; what is usual is left out.
    package var json: JSONNode {
        var members: [JSONNode.Member] = []
        var source: [JSONNode.Member] = []
        if let separator {
            source.append(.init("separator", .string(String(Character(Unicode.Scalar(separator))))))
        }
        if let decimalMark { source.append(.init("decimalMark", .string(String(decimalMark)))) }
        if !source.isEmpty { members.append(.init("source", .object(source))) }
        if !dataset.isEmpty { members.append(.init("dataset", .object(dataset))) }
        if !rates.isEmpty { members.append(.init("rates", .array(rates.map(\.json)))) }
        members.append(.init("tables", .array(tables.map(\.json))))
        if !words.isEmpty {
            let lists = words.map { list in
                JSONNode.Member(
                    list.name, .object(list.members.map { .init($0.name, .strings($0.spellings)) }))
            }
            members.append(.init("words", .object(lists)))
        }
        return .object(members)
    }
}

extension MappedTable {
    /// The table as a JSON value.
    var json: JSONNode {
        var members: [JSONNode.Member] = []
        func add(_ key: String, _ texts: [String]) {
            if !texts.isEmpty { members.append(.init(key, .strings(texts))) }
        }
        func add(_ key: String, _ object: [JSONNode.Member]) {
            if !object.isEmpty { members.append(.init(key, .object(object))) }
        }
        add("sheets", sheets)
        add("except", except)
        var found: [JSONNode.Member] = [.init("words", .strings(headings.words))]
        if headings.rows != 1 { found.append(.init("rows", .number("\(headings.rows)"))) }
        if headings.below != 0 { found.append(.init("below", .number("\(headings.below)"))) }
        add("headings", found)
        add("rows", rows.members)
        if let across { members.append(.init("across", across.json)) }
        add("values", values.map { .init($0.name, $0.field.json) })
        add("fields", fields.map { .init($0.name, $0.field.json) })
        if !headcounts.isEmpty {
            let groups = headcounts.map { JSONNode.object($0.map { .init($0.name, $0.field.json) }) }
            members.append(.init("headcounts", .array(groups)))
        }
        let parts = [
            ("courses", keys.courses), ("sessions", keys.sessions), ("trainees", keys.trainees),
            ("trainers", keys.trainers),
        ]
        add("keys", parts.filter { !$0.1.isEmpty }.map { .init($0.0, .strings($0.1)) })
        if !checks.isEmpty {
            let stated = checks.map { check in
                JSONNode.object(["field": check.field.json, "equals": .string(check.equals)])
            }
            members.append(.init("checks", .array(stated)))
        }
        add("unused", unused)
        return .object(members)
    }
}

extension MappedTable.RowRules {
    /// The rules as members of a JSON value.
    fileprivate var members: [JSONNode.Member] {
        var members: [JSONNode.Member] = []
        let lists = [("need", need), ("skip", skip), ("end", end), ("fill", fill)]
        for (key, texts) in lists where !texts.isEmpty { members.append(.init(key, .strings(texts))) }
        if let section { members.append(.init("section", .string(section))) }
        if !leaveOut.isEmpty { members.append(.init("leaveOut", .array(leaveOut.map(\.json)))) }
        if repeats != .refuse { members.append(.init("repeats", .string(repeats.rawValue))) }
        return members
    }
}

extension Across {
    /// What runs across, as a JSON value.
    fileprivate var json: JSONNode {
        switch self {
        case .days(let days):
            var members = days.columns.members
            if case .object(let date) = days.date.json {
                let options = date.filter { $0.key != "text" && $0.value != .string(Field.Kind.date.rawValue) }
                if !options.isEmpty { members.append(.init("date", .object(options))) }
            }
            if let hours = days.hours { members.append(.init("hours", hours.json)) }
            let marks = days.marks.map { mark in
                var says: [JSONNode.Member] = []
                if let isPresent = mark.isPresent { says.append(.init("present", .bool(isPresent))) }
                if mark.share != "1" { says.append(.init("share", .number(mark.share))) }
                return JSONNode.Member(mark.name, .object(says))
            }
            members.append(.init("marks", .object(marks)))
            return .object([JSONNode.Member("days", .object(members))])
        case .groups(let groups):
            let levels = JSONNode.Member("levels", .strings(groups.levels))
            return .object([JSONNode.Member("groups", .object(groups.columns.members + [levels]))])
        }
    }
}

extension Across.Columns {
    /// The columns as members of a JSON value.
    fileprivate var members: [JSONNode.Member] {
        [("after", after), ("before", before)].compactMap { key, heading in
            heading.map { .init(key, .string($0)) }
        }
    }
}
