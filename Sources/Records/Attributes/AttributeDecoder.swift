import Support
import TrainingStats

/// What is known of a table when its declared columns are checked.
enum KnownHeadings {
    /// The dataset lacks the table.
    case none
    /// Its headings.
    case headings([String])
    /// They cannot be read, which is told where the table is.
    case unreadable
}

/// The attributes that `dataset.json` declares.
extension SettingsDecoder {
    private static let attributeKeys: [(name: String, meaning: String, isRequired: Bool)] = [
        ("table", "the table that has the column", true), ("column", "the name of the column", true),
        ("id", "the identifier of the dimension", false),
        ("name", "the heading in both languages", false),
        ("kind", "text, codes, number or date", false), ("codes", "the codes in their order", false),
        ("bands", "where bands of numbers begin, or the part of the calendar of dates", false),
    ]

    /// The attributes, those of trainees and of headcounts with one identifier as one.
    mutating func attributes(_ node: JSONNode) -> [Attribute] {
        var found: [Attribute] = []
        for (path, element) in list(node, "attributes") {
            guard let fields = object(element, at: path, noun: "an attribute", keys: Self.attributeKeys) else {
                continue
            }
            let before = problems.count
            let name = fields["name"].flatMap { bilingual($0, at: join(path, "name")) }
            let lacksName = name == nil && problems.count == before
            let table = fields["table"].flatMap { self.table($0, join(path, "table")) }
            let column = fields["column"].flatMap { string($0, join(path, "column")) }
            guard let table, let column else { continue }
            guard let id = identifier(fields["id"], column: column, of: table, path) else { continue }
            if let first = found.firstIndex(where: { $0.id == id }) {
                check(column, of: table, called: found[first].name, at: join(path, "column"))
                add(table, column, to: &found[first], fields, path)
                continue
            }
            if let name, name.en.isEmpty || name.ar?.isEmpty == true {
                add(join(path, "name"), "a name is empty; it is the heading of the dimension")
            }
            if let other = found.first(where: { $0.name.en == name?.en }) {
                add(join(path, "name"), "'\(other.id)' has the same name; readers could not tell the two apart")
            }
            for other in found where id == other.id + "-name" || other.id == id + "-name" {
                add(path, "names of members of '\(id)' and '\(other.id)' would have one column; give another 'id'")
            }
            check(column, of: table, called: name, at: join(path, "column"))
            if lacksName { add(path, "'name' is missing: the heading in both languages") }
            guard let kind = kind(fields, path), let name else { continue }
            found.append(Attribute(id: id, name: name, kind: kind, columns: [table: column]))
        }
        return found
    }

    private mutating func table(_ node: JSONNode, _ path: String) -> Attribute.Table? {
        name(node, at: path, noun: "table with attributes", known: Attribute.Table.allCases.map(\.rawValue))
            .flatMap(Attribute.Table.init)
    }

    /// Takes in that trainees and groups state one property.
    private mutating func add(
        _ table: Attribute.Table, _ column: String, to attribute: inout Attribute, _ fields: [String: JSONNode],
        _ path: String
    ) {
        let tables = Set(attribute.columns.keys).union([table])
        guard attribute.columns[table] == nil, tables == [.trainees, .headcounts] else {
            return add(path, "there are two attributes '\(attribute.id)'; give one of them another 'id'")
        }
        for key in ["name", "kind", "codes", "bands"] where fields[key] != nil {
            add(
                join(path, key),
                "'\(attribute.id)' is declared above, and is the same for trainees and headcounts; leave this out")
        }
        attribute.columns[table] = column
    }

    /// The identifier of the dimension: as it is given, else as the column is called.
    private mutating func identifier(
        _ node: JSONNode?, column: String, of table: Attribute.Table, _ path: String
    ) -> String? {
        let place = node == nil ? join(path, "column") : join(path, "id")
        let given = node.map { string($0, place) }
        if case .some(.none) = given { return nil }
        let id = (given ?? nil) ?? column.lowercased().split { $0 == "_" || $0.isWhitespace }.joined(separator: "-")
        guard id.isIdentifier else {
            add(
                place,
                "'\(id.shortened())' is no identifier; give 'id' with small letters, digits and hyphens, a letter first"
            )
            return nil
        }
        // Of a column that every dataset can have something else is told.
        let isOfContract = node == nil && table.recordTable.headings(column) != nil
        if !isOfContract, takenNames.contains(id) {
            add(place, "every dataset has a measure, dimension or column '\(id)'; give another 'id'")
        }
        return id
    }

    /// Checks that a table has a column, and that the contract does not know it.
    private mutating func check(
        _ column: String, of table: Attribute.Table, called name: BilingualText?, at path: String
    ) {
        let records = table.recordTable
        if let known = records.headings(column) {
            return add(
                path,
                "'\(column.shortened())' is the column '\(records.fields[known].name)' that every dataset can have, and needs "
                    + "no declaration; leave this out"
            )
        }
        switch headings(records) {
        case .unreadable: return
        case .none: add(path, "the dataset has no \(records.fileName); add that table, or leave this out")
        case .headings(let headings):
            var names = NameIndex()
            names.insert(code: column, at: 0)
            // A template has the heading in place of the name, as it is declared: another spelling of it may be a slip.
            func isHeading(_ text: String) -> Bool {
                guard let name else { return false }
                return text == name.en || text == name.ar
                    || name.ar.map { text.contains(name.en) && text.contains($0) } == true
            }
            guard !headings.contains(where: { names($0) != nil || isHeading($0) }) else { return }
            let others = headings.filter { records.headings($0) == nil }
            problems.append(
                JSONProblem(
                    path: path, message: "\(records.fileName) has no column '\(column.shortened())'",
                    misspelling: .init(text: column, candidates: others)))
        }
    }
}
