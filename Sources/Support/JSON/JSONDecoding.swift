/// Takes JSON values apart and collects all that is wrong with them.
package protocol JSONDecoding {
    /// What was found so far.
    var problems: [JSONProblem] { get set }
    /// The misspelling of a name of a catalogue whose entries are called by a noun.
    func misspelling(of name: String, noun: String, known: [String]) -> JSONProblem.Misspelling
}

extension JSONDecoding {
    /// A misspelling of which nothing more is known.
    package func misspelling(of name: String, noun: String, known: [String]) -> JSONProblem.Misspelling {
        .init(text: name, candidates: known)
    }

    /// Notes what is wrong at a path.
    package mutating func add(_ path: String, _ message: String) {
        problems.append(JSONProblem(path: path, message: message))
    }

    /// Notes that something else is at a path than what is expected.
    package mutating func expect(_ what: String, insteadOf node: JSONNode, at path: String) {
        add(path, "\(what) is expected, and not \(node.kind)")
    }

    /// The path of a member of the object at a path.
    package func join(_ path: String, _ key: String) -> String { JSONDocument.path(of: key, in: path) }

    /// The members of an object, keys that it cannot have and those that it lacks being problems.
    ///
    /// `place` says where a key belongs that this object cannot have, if anywhere.
    package mutating func object(
        _ node: JSONNode, at path: String, noun: String,
        keys known: [(name: String, meaning: String, isRequired: Bool)],
        belonging place: (String) -> String? = { _ in nil }
    ) -> [String: JSONNode]? {
        guard case .object(let members) = node else {
            expect("an object", insteadOf: node, at: path)
            return nil
        }
        for member in members where !known.contains(where: { $0.name == member.key }) {
            if let place = place(member.key) {
                add(join(path, member.key), "\(noun) has no '\(member.key)'; \(place)")
                continue
            }
            problems.append(
                JSONProblem(
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
            expect("a list", insteadOf: node, at: path)
            return []
        }
        if elements.isEmpty { add(path, "the list is empty") }
        return elements.enumerated().map { (JSONDocument.path(ofElement: $0, in: path), $1) }
    }

    /// A text.
    package mutating func string(_ node: JSONNode, _ path: String) -> String? {
        if case .string(let string) = node { return string }
        expect("a text", insteadOf: node, at: path)
        return nil
    }

    /// A text in both languages.
    package mutating func bilingualText(_ node: JSONNode, _ path: String) -> BilingualText? {
        guard case .object = node else {
            add(path, "a text in both languages is expected: {\"en\": \"...\", \"ar\": \"...\"}")
            return nil
        }
        let keys = [(name: "en", meaning: "English", isRequired: true), ("ar", "Arabic", true)]
        guard let fields = object(node, at: path, noun: "a text", keys: keys) else { return nil }
        let en = fields["en"].flatMap { string($0, join(path, "en")) }
        let ar = fields["ar"].flatMap { string($0, join(path, "ar")) }
        for (key, text) in [("en", en), ("ar", ar)] where text?.isEmpty == true {
            add(join(path, key), "the text is empty")
        }
        return en.map { BilingualText(en: $0, ar: ar) }
    }

    /// A name of a catalogue.
    package mutating func name(
        _ node: JSONNode, at path: String, noun: String, known: [String]
    ) -> String? {
        guard let name = string(node, path) else { return nil }
        if known.contains(name) { return name }
        problems.append(
            JSONProblem(
                path: path, message: "there is no \(noun) '\(name)'",
                misspelling: misspelling(of: name, noun: noun, known: known)))
        return nil
    }

    /// A list of names of a catalogue, each once.
    package mutating func names(
        _ node: JSONNode, at path: String, noun: String, known: [String]
    ) -> [String] {
        var found: [String] = []
        for (path, element) in list(node, path) {
            guard let name = name(element, at: path, noun: noun, known: known) else { continue }
            if found.contains(name) {
                add(path, "'\(name)' is given twice")
            } else {
                found.append(name)
            }
        }
        return found
    }
}
