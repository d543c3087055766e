import Aggregation
import Support
import TrainingStats

extension ReportDefinition {
    /// The JSON Schema (2020-12) of report definitions with the names of a catalogue, for editors.
    public static func schema(of catalogue: Catalogue) -> JSONNode {
        var members = [
            JSONNode.Member("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            JSONNode.Member("title", .string("Report definition of tadrib")),
        ]
        if case .object(let report) = DefinitionObject.report.schema { members += report }
        var definitions = DefinitionObject.allCases.filter { $0 != .report }.map {
            JSONNode.Member($0.rawValue, $0.schema)
        }
        definitions.append(.init("dimension", Schema.choice(catalogue.dimensions.map(\.id))))
        // A definition can have measures of its own, and so can a dataset.
        definitions.append(
            .init(
                "measureName",
                .object(["anyOf": .array([Schema.choice(catalogue.measures.map(\.id)), Schema.identifier])])))
        return .object(members + [.init("$defs", .object(definitions))])
    }
}

extension DefinitionObject {
    /// Its part of the schema.
    fileprivate var schema: JSONNode {
        .object([
            "type": .string("object"),
            "properties": .object(
                keys.map { key in
                    let description = JSONNode.Member("description", .string(key.meaning))
                    guard case .object(let members) = key.schema else { return .init(key.name, key.schema) }
                    return JSONNode.Member(key.name, .object([description] + members))
                }),
            "required": .strings(keys.filter(\.isRequired).map(\.name)),
            "additionalProperties": .bool(false),
        ])
    }
}

/// The building blocks of the schema.
enum Schema {
    static let string = JSONNode.object(["type": .string("string")])
    static let bool = JSONNode.object(["type": .string("boolean")])
    static let dimension = JSONNode.object(["$ref": .string("#/$defs/dimension")])
    static let measure = JSONNode.object(["$ref": .string("#/$defs/measureName")])
    static let order = JSONNode.object([
        "anyOf": .array([
            measure, .object(["type": .string("string"), "pattern": .string("^[a-z0-9-]+:(asc|desc)$")]),
        ])
    ])
    static let filters = JSONNode.object([
        "type": .string("object"), "propertyNames": dimension,
        "additionalProperties": .object(["anyOf": .array([list(string), reference(.filter)])]),
    ])

    static let identifier = JSONNode.object(["type": .string("string"), "pattern": .string("^[a-z][a-z0-9-]*$")])

    /// What may stand at a key of a measure of one's own; how records make it is told by the program alone.
    static func ofMeasure(_ key: String) -> JSONNode {
        switch key {
        case "id": identifier
        case "name", "definition": reference(.text)
        case "source": string
        case "byTrainer": bool
        case "better": .object(["enum": .array(Measure.Direction.allCases.map { .string($0.rawValue) })])
        case "fewest": .object(["type": .string("integer"), "minimum": .number("2")])
        case "is": .object(["type": .string("object")])
        default: .object(["type": .strings(["string", "object"])])
        }
    }

    static func list(_ element: JSONNode) -> JSONNode {
        .object(["type": .string("array"), "items": element, "minItems": .number("1")])
    }

    static func choice(_ names: [String]) -> JSONNode { .object(["enum": .strings(names)]) }

    static func choice<Choice: RawRepresentable>(_ cases: [Choice]) -> JSONNode where Choice.RawValue == String {
        choice(cases.map(\.rawValue))
    }

    static func reference(_ object: DefinitionObject) -> JSONNode {
        .object(["$ref": .string("#/$defs/" + object.rawValue)])
    }
}
