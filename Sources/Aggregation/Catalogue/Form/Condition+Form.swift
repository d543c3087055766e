import Support
import TrainingStats

/// The conditions that a word says, in the written form of measures.
enum ConditionWord: String, CaseIterable {
    case delivered, training, completable, reported, attends

    var condition: Condition {
        switch self {
        case .delivered: .delivered
        case .training: .training
        case .completable: .completable
        case .reported: .reported
        case .attends: .attends
        }
    }
}

/// The conditions that a key with a value says; any other key is a dimension with members.
enum ConditionKey: String, CaseIterable {
    case status
    case sessionStatus = "session-status"
    case kind, known, states, atLeast, below, all, any, not
}

extension Condition.ProfileProperty {
    /// The dimension that tells the property.
    var dimension: String { self == .institution ? "institution" : "state" }
}

extension Condition {
    /// The condition as JSON, asked of records of a table.
    func json(in table: SourceRecord.Table) -> JSONNode {
        func keyed(_ key: ConditionKey, _ value: JSONNode) -> JSONNode { .object([.init(key.rawValue, value)]) }
        func numbers(_ first: RecordNumber, _ second: RecordNumber) -> JSONNode {
            .array([first, second].map { $0.json(in: table) })
        }
        switch self {
        case .delivered: return .string(ConditionWord.delivered.rawValue)
        case .training: return .string(ConditionWord.training.rawValue)
        case .completable: return .string(ConditionWord.completable.rawValue)
        case .reported: return .string(ConditionWord.reported.rawValue)
        case .attends: return .string(ConditionWord.attends.rawValue)
        case .sessionStatus(let status): return keyed(.sessionStatus, .string(status.rawValue))
        case .kind(let kind): return keyed(.kind, .string(kind.rawValue))
        case .status(let status): return keyed(.status, .string(status.rawValue))
        case .known(let property): return keyed(.known, .string(property.dimension))
        case .member(let test):
            let members = test.members.count == 1 ? JSONNode.string(test.members[0]) : .strings(test.members)
            return .object([.init(test.dimension.id, members)])
        case .states(let number): return keyed(.states, number.json(in: table))
        case .atLeast(let first, let second): return keyed(.atLeast, numbers(first, second))
        case .below(let first, let second): return keyed(.below, numbers(first, second))
        case .all(let parts): return keyed(.all, .array(parts.map { $0.json(in: table) }))
        case .any(let parts): return keyed(.any, .array(parts.map { $0.json(in: table) }))
        case .not(let part): return keyed(.not, part.json(in: table))
        }
    }

    /// Conditions that all hold, as JSON: one by itself, several as a list.
    static func json(of conditions: [Condition], in table: SourceRecord.Table) -> JSONNode {
        let nodes = conditions.map { $0.json(in: table) }
        return nodes.count == 1 ? nodes[0] : .array(nodes)
    }
}

extension RecordNumber {
    /// The number as JSON: its name, or its value if it is always the same.
    func json(in table: SourceRecord.Table) -> JSONNode {
        if case .constant(let value) = self { .number(value.description) } else { .string(name(in: table)) }
    }
}

extension Quantity {
    /// The quantity as JSON, of records of a table.
    func json(in table: SourceRecord.Table) -> JSONNode {
        switch self {
        case .one: .number("1")
        case .number(let number): number.json(in: table)
        case .difference(let number, let other):
            .object(["difference": .array([number, other].map { $0.json(in: table) })])
        case .quotient(let dividend, let divisor):
            .object(["quotient": .array([dividend, divisor].map { $0.json(in: table) })])
        case .percentage(let points): .object(["percent": points.json(in: table)])
        }
    }
}
