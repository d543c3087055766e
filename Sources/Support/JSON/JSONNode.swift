/// A JSON value that keeps the order of its members; numbers are kept as they are written.
public indirect enum JSONNode: Hashable, Sendable {
    case object([Member])
    case array([JSONNode])
    case string(String)
    case number(String)
    case bool(Bool)
    case null

    /// A member of an object.
    public struct Member: Hashable, Sendable {
        /// Its key.
        public var key: String
        /// Its value.
        public var value: JSONNode

        /// A member.
        public init(_ key: String, _ value: JSONNode) {
            self.key = key
            self.value = value
        }
    }

    /// An object of members in this order.
    public static func object(_ members: KeyValuePairs<String, JSONNode>) -> JSONNode {
        .object(members.map { Member($0.key, $0.value) })
    }

    /// A list of texts.
    public static func strings(_ texts: [String]) -> JSONNode { .array(texts.map { .string($0) }) }

    /// What kind of value it is, in words.
    package var kind: String {
        switch self {
        case .object: "an object"
        case .array: "a list"
        case .string: "a text"
        case .number: "a number"
        case .bool: "true or false"
        case .null: "null"
        }
    }

    /// The value as indented JSON, a line break at its end.
    public var text: String {
        var text = ""
        write(to: &text, indent: "")
        return text + "\n"
    }

    private func write(to text: inout String, indent: String) {
        switch self {
        case .object(let members):
            let inner = indent + "  "
            text += members.isEmpty ? "{" : "{\n"
            for (index, member) in members.enumerated() {
                text += inner + Self.quoted(member.key) + ": "
                member.value.write(to: &text, indent: inner)
                text += index + 1 == members.count ? "\n" : ",\n"
            }
            text += (members.isEmpty ? "" : indent) + "}"
        case .array(let elements):
            let isFlat = elements.allSatisfy { if case .string = $0 { true } else { false } } && elements.count < 9
            let inner = indent + "  "
            text += "["
            for (index, element) in elements.enumerated() {
                text += isFlat ? (index == 0 ? "" : " ") : "\n" + inner
                element.write(to: &text, indent: inner)
                text += index + 1 == elements.count ? "" : ","
            }
            text += (isFlat ? "" : "\n" + indent) + "]"
        case .string(let string): text += Self.quoted(string)
        case .number(let number): text += number
        case .bool(let bool): text += bool ? "true" : "false"
        case .null: text += "null"
        }
    }

    /// A text as JSON has it.
    package static func quoted(_ string: String) -> String {
        var quoted = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{0}"..<" ", "\u{2028}", "\u{2029}":
                let hexadecimal = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
