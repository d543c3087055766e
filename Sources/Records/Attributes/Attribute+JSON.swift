import Support
import TrainingStats

extension DatasetSettings {
    /// The declarations of its attributes, as `dataset.json` has them; nil where there are none.
    var attributesJSON: JSONNode? {
        guard !attributes.isEmpty else { return nil }
        return .array(
            attributes.flatMap { attribute in
                // Whatever comes second of one property has no more than its column.
                Attribute.Table.allCases.filter { attribute.columns[$0] != nil }.enumerated().map { index, table in
                    attribute.json(of: table, isFirst: index == 0)
                }
            })
    }
}

extension DatasetSettings {
    /// The bands that it chooses, as `dataset.json` has them; nil where there are none.
    var bandsJSON: JSONNode? {
        guard !bands.isEmpty else { return nil }
        return .object(
            BandedDimension.allCases.compactMap { dimension in
                bands[dimension].map { .init(dimension.rawValue, $0.json) }
            })
    }
}

extension Attribute {
    /// The declaration of its column in a table.
    fileprivate func json(of table: Table, isFirst: Bool) -> JSONNode {
        var members: [JSONNode.Member] = [
            .init("table", .string(table.rawValue)), .init("column", .string(columns[table] ?? "")),
            .init("id", .string(id)),
        ]
        guard isFirst else { return .object(members) }
        members.append(.init("name", .object(name.members)))
        switch kind {
        case .text: break
        case .codes(let codes):
            members.append(
                .init(
                    "codes",
                    .array(
                        codes.map { code in
                            .object(
                                [.init("code", .string(code.code))] + code.name.members
                                    + (code.also.isEmpty ? [] : [.init("also", .strings(code.also))]))
                        })))
        case .number(let bands):
            members.append(.init("kind", .string("number")))
            if let bands { members.append(.init("bands", bands.json)) }
        case .date(let part):
            members.append(.init("kind", .string("date")))
            members.append(.init("bands", .string(part.rawValue)))
        }
        return .object(members)
    }
}

extension Bands {
    /// Where the bands begin, with the names that are not the usual ones.
    var json: JSONNode {
        .array(
            cuts.map { cut in
                let from = JSONNode.number(String(cut))
                return names[cut].map { .object([.init("from", from)] + $0.members) } ?? from
            })
    }
}

extension BilingualText {
    /// The text in each language, as JSON has it.
    fileprivate var members: [JSONNode.Member] {
        [.init("en", .string(en))] + (ar.map { [.init("ar", .string($0))] } ?? [])
    }
}
