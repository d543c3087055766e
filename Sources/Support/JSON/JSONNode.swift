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
    public var text: String { text(comments: [:]) }

    /// The value as indented JSON with comments above members and elements, by paths such as `tables[2].title`.
    ///
    /// ``JSONReader`` passes over them; other readers may refuse them.
    package func text(comments: [String: [String]]) -> String {
        var text = ""
        write(to: &text, at: "", indent: "", comments)
        return text + "\n"
    }

    private func write(to text: inout String, at path: String, indent: String, _ comments: [String: [String]]) {
        switch self {
        case .object(let members):
            let inner = indent + "  "
            text += members.isEmpty ? "{" : "{\n"
            for (index, member) in members.enumerated() {
                let path = JSONDocument.path(of: member.key, in: path)
                text += Self.lines(of: comments[path], indent: inner) + inner + Self.quoted(member.key) + ": "
                member.value.write(to: &text, at: path, indent: inner, comments)
                text += index + 1 == members.count ? "\n" : ",\n"
            }
            text += (members.isEmpty ? "" : indent) + "}"
        case .array(let elements):
            let paths = elements.indices.map { JSONDocument.path(ofElement: $0, in: path) }
            let isFlat =
                elements.allSatisfy { if case .string = $0 { true } else { false } } && elements.count < 9
                && paths.allSatisfy { comments[$0] == nil }
            let inner = indent + "  "
            text += "["
            for (index, element) in elements.enumerated() {
                text += isFlat ? (index == 0 ? "" : " ") : "\n"
                if !isFlat { text += Self.lines(of: comments[paths[index]], indent: inner) + inner }
                element.write(to: &text, at: paths[index], indent: inner, comments)
                text += index + 1 == elements.count ? "" : ","
            }
            text += (isFlat ? "" : "\n" + indent) + "]"
        case .string(let string): text += Self.quoted(string)
        case .number(let number): text += number
        case .bool(let bool): text += bool ? "true" : "false"
        case .null: text += "null"
        }
    }

    /// Comments, each on its line; a line break in one begins another.
    private static func lines(of comments: [String]?, indent: String) -> String {
        (comments ?? []).flatMap { $0.split(whereSeparator: \.isNewline) }.map { "\(indent)// \($0)\n" }.joined()
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
