import Support

/// Takes JSON values apart and collects all that is wrong with them.
package protocol ValueDecoding {
    /// What was found so far.
    var problems: [DefinitionProblem] { get set }
}

extension ValueDecoding {
    package mutating func add(_ path: String, _ message: String) {
        problems.append(DefinitionProblem(path: path, message: message))
    }

    package mutating func expect(_ what: String, _ node: JSONNode, _ path: String) {
        add(path, "\(what) is expected, and not \(node.kind)")
    }

    package func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : path + "." + key }

    /// The members of an object, keys that it cannot have and those that it lacks being problems.
    package mutating func object(
        _ node: JSONNode, _ path: String, _ noun: String,
        keys known: [(name: String, meaning: String, isRequired: Bool)]
    ) -> [String: JSONNode]? {
        guard case .object(let members) = node else {
            expect("an object", node, path)
            return nil
        }
        for member in members where !known.contains(where: { $0.name == member.key }) {
            problems.append(
                DefinitionProblem(
                    path: join(path, member.key), message: "\(noun) has no '\(member.key)'",
                    misspelling: .init(text: member.key, candidates: known.map(\.name))))
        }
        for key in known where key.isRequired && !members.contains(where: { $0.key == key.name }) {
            add(path, "'\(key.name)' is missing: \(key.meaning)")
        }
        return Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// The elements of a list with their paths; an empty list is a problem.
    package mutating func list(_ node: JSONNode, _ path: String) -> [(path: String, node: JSONNode)] {
        guard case .array(let elements) = node else {
            expect("a list", node, path)
            return []
        }
        if elements.isEmpty { add(path, "the list is empty") }
        return elements.enumerated().map { ("\(path)[\($0)]", $1) }
    }

    package mutating func string(_ node: JSONNode, _ path: String) -> String? {
        if case .string(let string) = node { return string }
        expect("a text", node, path)
        return nil
    }

    /// A name of a catalogue.
    package mutating func name(_ node: JSONNode, _ path: String, _ noun: String, _ known: [String]) -> String? {
        guard let name = string(node, path) else { return nil }
        if known.contains(name) { return name }
        problems.append(
            DefinitionProblem(
                path: path, message: "there is no \(noun) '\(name)'",
                misspelling: .init(text: name, candidates: known)))
        return nil
    }

    /// A list of names of a catalogue, each once.
    package mutating func names(_ node: JSONNode, _ path: String, _ noun: String, _ known: [String]) -> [String] {
        var found: [String] = []
        for (path, element) in list(node, path) {
            guard let name = name(element, path, noun, known) else { continue }
            if found.contains(name) {
                add(path, "'\(name)' is given twice")
            } else {
                found.append(name)
            }
        }
        return found
    }
}

extension DefinitionErrors {
    /// The value that a file of JSON holds, comments passed over.
    ///
    /// - Throws: ``DefinitionErrors`` naming line and character where the text stops being JSON.
    package static func reading(_ bytes: [UInt8]) throws(DefinitionErrors) -> JSONNode {
        do throws(CommentedJSON.Fault) {
            return try CommentedJSON.read(bytes)
        } catch {
            throw DefinitionErrors(problems: [
                DefinitionProblem(path: "line \(error.line), character \(error.column)", message: error.reason)
            ])
        }
    }
}
