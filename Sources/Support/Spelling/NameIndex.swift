/// Finds what a text names: by its bytes first, then as another spelling of the same name.
package struct NameIndex: Sendable {
    /// Stands for a name that two have, so that it names neither.
    private static let shared = -1

    private var codes = KeyTable()
    private var positions: [Int] = []
    private var names: [String: Int] = [:]
    private let fold: @Sendable (String) -> String

    /// An empty index of names, which are the same where the function gives the same.
    package init(folding fold: @escaping @Sendable (String) -> String = { Spelling.folded($0) }) { self.fold = fold }

    /// An index of codes at their positions in a list, each with what else it is called.
    package init(_ codes: some Sequence<(code: String, names: [String])>) {
        self.init()
        for (position, entry) in codes.enumerated() {
            insert(code: entry.code, at: position)
            for name in entry.names { insert(name: name, at: position) }
        }
    }

    /// Adds a code, which is found by its bytes before any name is, and as a name too.
    package mutating func insert(code: String, at position: Int) {
        if codes.code(of: code) == nil {
            _ = codes.insert(code)
            positions.append(position)
        }
        insert(name: code, at: position)
    }

    /// Adds a name; what two positions are called names neither.
    package mutating func insert(name: String, at position: Int) {
        let folded = fold(name)
        guard !folded.isEmpty else { return }
        if let other = names[folded], other != position {
            names[folded] = Self.shared
        } else {
            names[folded] = position
        }
    }

    /// The position of what a text names, or nil.
    package func callAsFunction(_ text: String) -> Int? {
        if let code = codes.code(of: text) { return positions[code] }
        return names[fold(text)].flatMap { $0 == Self.shared ? nil : $0 }
    }
}
