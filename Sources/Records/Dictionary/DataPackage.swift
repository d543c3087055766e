import Support
import TrainingStats

/// The description of a folder of CSV files as a Data Package, for programs that know nothing of training.
///
/// Its terms are those of the Frictionless standard, version 1: <https://specs.frictionlessdata.io/data-package/>.
package struct DataPackage {
    private let tables: [TableProfile]
    private let settings: DatasetSettings
    private let paths: [RecordTable: String]

    /// The description of tables, each with the path of its file relative to the description.
    package init(of tables: [TableProfile], at paths: [RecordTable: String], settings: DatasetSettings) {
        self.tables = tables
        self.paths = paths
        self.settings = settings
    }

    /// The description as JSON.
    package var json: JSONNode {
        var members: [JSONNode.Member] = [.init("profile", .string("tabular-data-package"))]
        if let title = settings.title { members.append(.init("title", .string(title.en))) }
        members.append(.init("resources", .array(tables.compactMap { resource(of: $0) })))
        return .object(members)
    }

    private func resource(of profile: TableProfile) -> JSONNode? {
        guard let path = paths[profile.table] else { return nil }
        var members: [JSONNode.Member] = [
            .init("name", .string(profile.table.rawValue)), .init("path", .string(path)),
            .init("profile", .string("tabular-data-resource")), .init("title", .string(profile.table.title.en)),
            .init("format", .string("csv")), .init("mediatype", .string("text/csv")),
            .init("encoding", .string(profile.form.encoding.rawValue.lowercased())),
        ]
        if !profile.form.isPlain {
            let separator = String(Character(Unicode.Scalar(profile.form.separator)))
            members.append(.init("dialect", .object(["delimiter": .string(separator)])))
        }
        if path.hasSuffix(".gz") { members.append(.init("compression", .string("gz"))) }
        members.append(.init("schema", schema(of: profile)))
        return .object(members)
    }

    private func schema(of profile: TableProfile) -> JSONNode {
        let present = Set(tables.map(\.table))
        var members: [JSONNode.Member] = [
            .init("fields", .array(profile.columns.map { field(of: $0) })),
            .init("missingValues", .strings([""])),
        ]
        let keys = profile.columns.filter { $0.field?.content == .identifier }
        if keys.count == 1 { members.append(.init("primaryKey", .string(keys[0].name))) }
        let references = profile.columns.compactMap { column -> JSONNode? in
            guard case .reference(let table) = column.field?.content, present.contains(table),
                let key = tables.first(where: { $0.table == table })?.columns.first(where: {
                    $0.field?.content == .identifier
                })
            else { return nil }
            return .object([
                "fields": .string(column.name),
                "reference": .object(["resource": .string(table.rawValue), "fields": .string(key.name)]),
            ])
        }
        if !references.isEmpty { members.append(.init("foreignKeys", .array(references))) }
        return .object(members)
    }

    private func field(of column: ColumnProfile) -> JSONNode {
        var members: [JSONNode.Member] = [
            .init("name", .string(column.name)), .init("type", .string(type(of: column))),
        ]
        guard let field = column.field else { return .object(members) }
        members.append(.init("title", .string(field.heading.en)))
        members.append(.init("description", .string(field.meaning.en)))
        var constraints: [JSONNode.Member] = []
        if field.isFilledInEveryRow { constraints.append(.init("required", .bool(true))) }
        switch field.content {
        // Codes may stand under their names too, which a list of codes would call wrong.
        case .code(let codes) where column.isPlain:
            constraints.append(.init("enum", .strings(codes.map(\.code))))
        case .number(let bounds) where column.isPlain:
            if let least = bounds.least { constraints.append(.init("minimum", .number("\(least)"))) }
            if let greatest = bounds.greatest { constraints.append(.init("maximum", .number("\(greatest)"))) }
        case .identifier: constraints.append(.init("unique", .bool(true)))
        case .code, .number, .reference, .text, .state, .topic, .date: break
        }
        if !constraints.isEmpty { members.append(.init("constraints", .object(constraints))) }
        return .object(members)
    }

    /// The type of a field in the terms of the standard; numbers in other forms and days of another calendar are texts there.
    private func type(of column: ColumnProfile) -> String {
        switch column.field?.content {
        case .number(let bounds) where column.isPlain: bounds.isWhole && column.isWhole ? "integer" : "number"
        case .date where column.isPlain && settings.calendar.ofRecords == .gregorian: "date"
        case .number, .date, .identifier, .reference, .text, .code, .state, .topic, nil: "string"
        }
    }
}
