import Support

/// Takes the JSON of a mapping apart, and collects all that is wrong with it.
struct MappingDecoder: JSONDecoding {
    typealias Key = (name: String, meaning: String, isRequired: Bool)

    var problems: [JSONProblem] = []

    /// Keys that may be left out.
    static func optional(_ names: String...) -> [Key] { names.map { ($0, "", false) } }

    /// The mapping of a whole file.
    mutating func mapping(_ root: JSONNode) -> Mapping {
        var mapping = Mapping()
        let keys: [Key] = [("tables", "the tables of the register", true)]
        guard
            let fields = object(
                root, at: "", noun: "a mapping",
                keys: Self.optional("source", "dataset", "rates") + keys + Self.optional("words"))
        else { return mapping }
        if let node = fields["source"] { readSource(node, into: &mapping) }
        if let node = fields["dataset"] {
            if case .object(let members) = node {
                mapping.dataset = members
            } else {
                expect("an object, as in dataset.json", insteadOf: node, at: "dataset")
            }
        }
        mapping.rates = fields["rates"].map { rates($0, "rates", ofDataset: mapping.dataset) } ?? []
        mapping.words = fields["words"].map { wordLists($0, "words") } ?? []
        if let node = fields["tables"] {
            for (path, node) in list(node, "tables") {
                if let table = table(node, path) { mapping.tables.append(table) }
            }
        }
        checkReferences(of: mapping)
        return mapping
    }

    private mutating func readSource(_ node: JSONNode, into mapping: inout Mapping) {
        guard
            let fields = object(
                node, at: "source", noun: "'source'", keys: Self.optional("separator", "decimalMark"))
        else { return }
        if let text = fields["separator"].flatMap({ string($0, "source.separator") }) {
            if let byte = text.utf8.first, text.utf8.count == 1, ",;|:\t".utf8.contains(byte) {
                mapping.separator = byte
            } else {
                add("source.separator", "'\(text)' is not one of , ; | : and tab (\"\\t\")")
            }
        }
        if let text = fields["decimalMark"].flatMap({ string($0, "source.decimalMark") }) {
            if text == "." || text == "," || text == "٫" {
                mapping.decimalMark = text.first
            } else {
                add("source.decimalMark", "'\(text)' is neither a point nor a comma")
            }
        }
    }

    private mutating func wordLists(_ node: JSONNode, _ path: String) -> [WordList] {
        guard case .object(let lists) = node else {
            expect("an object of lists of words", insteadOf: node, at: path)
            return []
        }
        return lists.map { list in
            let path = join(path, list.key)
            guard case .object(let members) = list.value else {
                expect("an object of members and their spellings", insteadOf: list.value, at: path)
                return WordList(list.key, [])
            }
            let read = members.map { member in
                WordList.Member(member.key, texts(member.value, join(path, member.key), mayBeEmpty: true))
            }
            checkSpellings(read, at: path)
            return WordList(list.key, read)
        }
    }

    /// A spelling can be that of one member only.
    private mutating func checkSpellings(_ members: [WordList.Member], at path: String) {
        var owners: [String: String] = [:]
        for member in members {
            for spelling in [member.name] + member.spellings {
                let key = WordIndex.key(of: spelling)
                if let owner = owners[key], owner != member.name {
                    add(
                        join(path, member.name), "'\(spelling)' is a spelling of '\(owner)' too; give it to one of them"
                    )
                }
                owners[key] = member.name
            }
        }
    }

    /// A text, or a list of texts.
    mutating func texts(_ node: JSONNode, _ path: String, mayBeEmpty: Bool = false) -> [String] {
        if case .string(let text) = node { return [text] }
        if mayBeEmpty, case .array(let elements) = node, elements.isEmpty { return [] }
        return list(node, path).compactMap { string($0.node, $0.path) }
    }

    /// A whole number that is not negative.
    mutating func whole(_ node: JSONNode, _ path: String, in range: ClosedRange<Int>) -> Int? {
        if case .number(let text) = node, let number = Int(text), range.contains(number) { return number }
        add(path, "a whole number from \(range.lowerBound) to \(range.upperBound) is expected")
        return nil
    }

    /// One of an enumeration's values.
    mutating func choice<Value: RawRepresentable & CaseIterable>(
        _ node: JSONNode, _ path: String, noun: String
    ) -> Value? where Value.RawValue == String {
        name(node, at: path, noun: noun, known: Value.allCases.map(\.rawValue)).flatMap(Value.init)
    }
}
